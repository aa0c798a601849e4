"""The papers as they will be printed."""
