"""`planner open`: the window, and the only command that imports Qt."""

import argparse
import os
from pathlib import Path

from planner.cli.commands import Subparsers, add_command
from planner.garbage import collecting_later
from planner.storage.read import bytes_of
from planner.text.language import Language


def add_open(commands: Subparsers, t: Language) -> None:
    """Add `open`."""
    window = add_command(commands, "open", open_window, t("open the window; `planner FILE` does the same"))
    window.add_argument("file", nargs="?", metavar="FILE")


def open_window(options: argparse.Namespace, _t: Language) -> int:
    """Open the window and return the exit status of the program; refuse a file that does not exist."""
    if options.file is not None and not os.path.exists(options.file):  # noqa: PTH110  # Path.exists raises for some names
        bytes_of(Path(options.file))  # raises the error that names the reason
    with collecting_later():
        from planner.ui.app import run

    return run(options.file)
