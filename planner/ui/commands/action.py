"""The type of a command, and the conditions that most of them share."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.ui.services.command_context import CommandContext


def has_plan(context: CommandContext) -> bool:
    """Return whether a plan is open."""
    return context.files.has_plan


def always(_context: CommandContext) -> bool:
    """Return True: the command is always enabled."""
    return True


@dataclass(frozen=True)
class Action:
    """A command: its label, its keys, what it does, and when it is enabled."""

    id: str
    label: str
    run: Callable[[CommandContext], object]
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[CommandContext], bool] = has_plan
    checked: Callable[[CommandContext], bool] | None = None
    text: Callable[[CommandContext], str] | None = None
    """Returns a text for the current situation, which replaces the label."""
    in_views: bool = False
    """The keys work only while a view of the plan has the focus, never in a text field or a dialog."""
    on_board: bool = False
    """The keys work only on the board, because other views use them themselves."""
