"""The command line; its modules import heavy libraries only in the functions that use them, to answer fast."""

from planner.cli.entry import main

__all__ = ["main"]
