"""What a command is."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.ui.services.command_context import CommandContext


def has_plan(context: CommandContext) -> bool:
    """Tell whether there is a plan to do something with."""
    return context.files.has_plan


def always(_context: CommandContext) -> bool:
    """Tell that nothing is needed."""
    return True


@dataclass(frozen=True)
class Action:
    """A command: what it is called, which keys call it, what it does, and when it can be done."""

    id: str
    label: str
    run: Callable[[CommandContext], object]
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[CommandContext], bool] = has_plan
    checked: Callable[[CommandContext], bool] | None = None
    text: Callable[[CommandContext], str] | None = None
    """Says, instead of the label, what the command would do now."""
    in_views: bool = False
    """The keys count only while a view of the plan has the focus, never in a text field or a dialog."""
    on_board: bool = False
    """The keys count only on the board: other views need them themselves."""
