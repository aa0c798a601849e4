"""The commands of the window, each beside its menu entry."""
