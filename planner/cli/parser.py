"""The parser of the command line, made of the arguments that each command group declares."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from planner import __version__
from planner.cli.check import add_check
from planner.cli.commands import Subparsers
from planner.cli.demo import add_demo
from planner.cli.export import add_export, add_format_flags
from planner.cli.new import add_new
from planner.cli.window import add_open
from planner.text.language import Language

GROUPS: Final[tuple[Callable[[Subparsers, Language], None], ...]] = (
    add_new,
    add_check,
    add_export,
    add_demo,
    add_open,
)
"""In the order of the help text."""


def make_parser(t: Language, arguments: Sequence[str]) -> tuple[argparse.ArgumentParser, Iterable[str]]:
    """Return the parser and the names of its commands."""
    parser = argparse.ArgumentParser(prog="planner", description=t("Plan the sessions of an event."))
    parser.add_argument("--version", action="version", version=f"planner {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for add_group in GROUPS:
        add_group(commands, t)
    if "export" in arguments:  # the flags import all exporters, for which no other command should wait
        add_format_flags(commands.choices["export"], t)
    return parser, commands.choices
