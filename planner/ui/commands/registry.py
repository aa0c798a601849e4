"""All commands and menus as data; menu bar, tool bar, keys and README's table derive from it.

To add a command: write it with its Action in the file of its subject, list it in a menu here, and test it.
"""

from collections.abc import Iterator
from typing import Final

from planner.text import mark
from planner.ui.commands import (
    clipboard,
    days,
    edit,
    event,
    file,
    help,  # noqa: A004  # the menu
    length,
    move,
    order,
    patterns,
    people,
    removal,
    rest_of_day,
    rooms,
    selection,
    session,
    view,
)
from planner.ui.commands.action import Action
from planner.ui.services.command_context import KeySection
from planner.ui.window.views import VIEWS

ACTIONS: Final[tuple[Action, ...]] = (
    *file.ACTIONS,
    *event.ACTIONS,
    *edit.ACTIONS,
    *clipboard.ACTIONS,
    *selection.ACTIONS,
    *view.ACTIONS,
    *days.ACTIONS,
    *session.ACTIONS,
    *patterns.ACTIONS,
    *removal.ACTIONS,
    *move.ACTIONS,
    *length.ACTIONS,
    *order.ACTIONS,
    *rest_of_day.ACTIONS,
    *rooms.ACTIONS,
    *people.ACTIONS,
    *help.ACTIONS,
)
BY_ID: Final = {action.id: action for action in ACTIONS}

_CHANGE: Final = (
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
)
_REMOVE: Final = ("put-away", "delete", "delete-flow")

MENUS: Final = (
    (
        mark("&File"),
        (
            "new",
            "next-year",
            "open",
            "open-read-only",
            "*recent",
            "example",
            "",
            "save",
            "save-as",
            "earlier",
            "",
            "settings",
            "",
            "quit",
        ),
    ),
    (
        mark("&Edit"),
        (
            "undo",
            "redo",
            "",
            "cut",
            "copy",
            "paste",
            "duplicate",
            "programme",
            "",
            "find",
            "replace",
            "",
            "select-all",
            "select-room",
            "next-block",
            "previous-block",
            "",
            *_REMOVE,
        ),
    ),
    (
        mark("&View"),
        (
            *(view.command for view in VIEWS),
            "",
            "filter-list",
            "columns",
            "",
            "next-day",
            "previous-day",
            "add-day",
            "",
            "left-side",
            "right-side",
            "",
            "zoom-in",
            "zoom-out",
            "zoom-reset",
            "",
            "next-problem",
            "*language",
        ),
    ),
    (mark("&Session"), ("quick-add", "", *_CHANGE, "", "flow", "*grid", "", *_REMOVE)),
    (mark("&Rooms"), ("rooms", "paste-rooms", "swap-rooms")),
    (mark("&Participants"), ("numbers", "hours", "", "forget-person")),
    (mark("Pri&nt and export"), ("papers", "", "*exports", "", "release")),
    (mark("&Help"), ("keys", "legend", "report", "about")),
)
"""The menu bar: titles and the ids of their actions; "" is a separator, a star marks a submenu."""

SUBMENUS: Final = {
    "*move": (
        mark("Mo&ve"),
        (
            "move-earlier",
            "move-later",
            "minute-earlier",
            "minute-later",
            "",
            "room-left",
            "room-right",
            "*room",
            "to-next-day",
            "to-previous-day",
            "",
            "swap-previous",
            "swap-next",
            "swap-both",
            "next-gap",
        ),
    ),
    "*length": (
        mark("Le&ngth"),
        ("shorter", "longer", "start-earlier", "start-later", "border-earlier", "border-later"),
    ),
}
"""Submenus with their titles and ids; Menus fills those that are not listed here, such as "*recent"."""

CONTEXT: Final = ("cut", "copy", "paste", "", *_CHANGE, "", *_REMOVE)
"""The context menu of sessions."""


def key_sections() -> Iterator[KeySection]:
    """Yield the menus whose commands have keys; a command is under the first menu that holds it."""
    seen: set[str] = set()
    for title, ids in MENUS:
        found = {action.id: action for action in _actions_in(ids) if action.shortcut and action.id not in seen}
        seen |= set(found)
        if found:
            yield KeySection(title, tuple((action.shortcut, action.label) for action in found.values()))


def _actions_in(ids: tuple[str, ...]) -> Iterator[Action]:
    """Yield the actions of a menu and of its submenus."""
    for entry in ids:
        if entry in SUBMENUS:
            yield from _actions_in(SUBMENUS[entry][1])
        elif entry in BY_ID:
            yield BY_ID[entry]
