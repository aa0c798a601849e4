"""The command line; its modules import heavy libraries only in the functions that use them, to answer fast."""

import atexit
import gc
from collections.abc import Sequence

from planner.garbage import collecting_later


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    atexit.register(gc.freeze)  # what the system frees as a whole need not be looked through for garbage first
    with collecting_later():
        from planner.cli.entry import main as enter
    return enter(arguments)
