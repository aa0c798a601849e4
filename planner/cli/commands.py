"""How a command is added to the parser."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from planner.text.language import Language

# What `add_subparsers` returns; argparse has no public name for it.
Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
Command: TypeAlias = Callable[[argparse.Namespace, Language], int]


def add_command(commands: Subparsers, name: str, run: Command, words: str, *paths: str) -> argparse.ArgumentParser:
    """Add a command with its help text and its positional paths; `run` returns the exit status."""
    command = commands.add_parser(name, help=words)
    command.set_defaults(run=run)
    for path in paths:
        command.add_argument(path, type=Path, metavar=path.upper())
    return command
