"""Two copies of a plan: their differences, and applying changes from one to the other."""
