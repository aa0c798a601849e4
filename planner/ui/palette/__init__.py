"""The left side: kinds and patterns to drag onto the day, and the tray."""
