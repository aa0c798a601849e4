"""What the mouse does on the board: one gesture a file, and what gestures share."""
