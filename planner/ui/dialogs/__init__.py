"""Dialogs: what has to be asked at once."""
