"""The command line; its modules import heavy libraries only in the functions that use them, to answer fast."""

from collections.abc import Sequence

from planner.garbage import collecting_later


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    with collecting_later():
        from planner.cli.entry import main as enter
    return enter(arguments)
