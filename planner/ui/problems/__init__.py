"""The list of what the checks found."""
