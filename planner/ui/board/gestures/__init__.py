"""What the mouse does on the board: one gesture per file, and what gestures share."""
