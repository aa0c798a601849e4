"""Where everything on the board is, in pixels. No Qt."""
