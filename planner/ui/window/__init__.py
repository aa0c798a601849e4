"""The main window: its frame, its bars, and what connects its parts."""
