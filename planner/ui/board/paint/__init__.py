"""Draws the board: blocks, header, axis, badges and what a gesture shows."""
