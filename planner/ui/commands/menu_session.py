"""Commands on the selected sessions."""

from typing import Final

from planner.text import mark
from planner.ui.commands import patterns
from planner.ui.commands import plan as commands
from planner.ui.commands import session as sessions
from planner.ui.commands import view as views
from planner.ui.commands.action import Action

ACTIONS: Final = (
    Action("quick-add", mark("&Quick add …"), sessions.quick_add, "Ctrl+Return", "plus"),
    Action("title", mark("Change the tit&le"), commands.focus_title, "F2", enabled=sessions.has_one),
    Action(
        "fix",
        mark("Time fi&xed"),
        sessions.toggle_fixed,
        "L",
        "lock",
        sessions.has_scheduled,
        sessions.is_fixed,
        in_views=True,
    ),
    Action(
        "flow",
        mark("Move what &follows along"),
        views.toggle_flow,
        "R",
        "flow",
        checked=views.flows,
        in_views=True,
    ),
    Action("duplicate", mark("&Duplicate"), sessions.duplicate, "Ctrl+D", enabled=sessions.has_selection),
    Action("split", mark("&Split in two"), sessions.split, "S", enabled=sessions.can_split, in_views=True),
    Action("save-pattern", mark("Save as patte&rn …"), patterns.save, enabled=patterns.can_save),
    Action("to-next-day", mark("To the &next day"), sessions.to_next_day, enabled=sessions.can_move_next),
    Action(
        "to-previous-day", mark("To the &previous day"), sessions.to_previous_day, enabled=sessions.can_move_previous
    ),
    Action(
        "put-away",
        mark("Take &out of the plan"),
        sessions.put_away,
        "Del",
        enabled=sessions.has_selection,
        in_views=True,
    ),
    Action(
        "delete",
        mark("D&elete"),
        sessions.delete,
        "Ctrl+Del",
        enabled=sessions.has_selection,
        in_views=True,
    ),
    Action(
        "delete-flow",
        mark("Delete and &move up what follows"),
        sessions.delete_and_close,
        "Shift+Del",
        enabled=sessions.has_scheduled,
        in_views=True,
    ),
)

_CHANGES: Final = (
    "title",
    "fix",
    "",
    "*move",
    "*length",
    "cover",
    "",
    "split",
    "merge",
    "duplicate",
    "save-pattern",
    "",
    "buffer",
    "must-end",
    "shift-rest",
    "",
)
_AWAY: Final = ("put-away", "delete", "delete-flow")
MENU: Final = (mark("&Session"), ("quick-add", "", *_CHANGES, "flow", "*grid", "", *_AWAY))
CONTEXT: Final = ("cut", "copy", "paste", "", *_CHANGES, *_AWAY)
"""The menu that opens where the mouse is."""
