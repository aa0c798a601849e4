"""Widgets that any window could use: they know nothing of plans."""
