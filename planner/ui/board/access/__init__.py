"""The board for screen readers."""
