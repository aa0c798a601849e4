"""What several checks know of a plan, found once."""
