"""Two copies of a plan: what differs, and taking changes over."""
