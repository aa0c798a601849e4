"""Every command of the window as data; menus, tool bar, keys and the README's table derive from it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from planner.text import mark
from planner.ui import commands
from planner.ui import session_commands as sessions
from planner.ui import view_commands as views
from planner.ui.desk import Desk
from planner.ui.safety import commands as safety


def _has_plan(desk: Desk) -> bool:
    return desk.files.has_plan


def _always(_desk: Desk) -> bool:
    return True


@dataclass(frozen=True)
class Action:
    """A command: what it is called, which keys call it, what it does, and when it can be done."""

    id: str
    label: str
    run: Callable[[Desk], object]
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[Desk], bool] = _has_plan
    checked: Callable[[Desk], bool] | None = None
    text: Callable[[Desk], str] | None = None
    """Says, instead of the label, what the command would do now."""
    in_views: bool = False
    """The keys count only while a view of the plan has the focus, never in a text field or a dialog."""


ACTIONS: Final = (
    Action("new", mark("&New …"), commands.new, "Ctrl+N", "new", _always),
    Action("open", mark("&Open …"), commands.open_file, "Ctrl+O", "open", _always),
    Action("open-read-only", mark("Open write-&protected …"), commands.open_read_only, "", "lock", _always),
    Action("example", mark("Open the &example"), commands.open_example, "", "example", _always),
    Action("save", mark("&Save"), commands.save, "Ctrl+S", "save"),
    Action("save-as", mark("Save &as …"), commands.save_as, "Ctrl+Shift+S"),
    Action("earlier", mark("Earlier ve&rsions …"), safety.earlier_versions),
    Action("settings", mark("About the e&vent …"), commands.plan_settings, "", "settings"),
    Action("quit", mark("&Quit"), commands.leave, "Ctrl+Q", "", _always),
    Action("undo", mark("&Undo"), commands.undo, "Ctrl+Z", "undo", commands.can_undo, text=commands.undo_text),
    Action("redo", mark("&Redo"), commands.redo, "Ctrl+Y", "redo", commands.can_redo, text=commands.redo_text),
    Action("find", mark("&Find …"), commands.find, "Ctrl+F", "find"),
    Action("day-view", mark("&Day plan"), views.show_board, "Ctrl+1", "board", checked=views.shows_board),
    Action("list-view", mark("&List"), views.show_list, "F7", "list", checked=views.shows_list),
    Action("papers", mark("&Papers"), views.show_papers, "Ctrl+P", "page", checked=views.shows_papers),
    Action("left-side", mark("Bl&ocks on the left"), views.toggle_left, "F9", "left", checked=views.has_left),
    Action(
        "right-side",
        mark("Det&ails on the right"),
        views.toggle_right,
        "Shift+F9",
        "right",
        checked=views.has_right,
    ),
    Action("zoom-in", mark("Zoom &in"), views.zoom_in, "Ctrl++", enabled=views.can_zoom),
    Action("zoom-out", mark("Zoom o&ut"), views.zoom_out, "Ctrl+-", enabled=views.can_zoom),
    Action("zoom-reset", mark("&Whole size"), views.zoom_reset, "Ctrl+0", enabled=views.can_zoom),
    Action("next-day", mark("&Next day"), views.next_day, "Ctrl+PgDown", enabled=views.has_next_day),
    Action("previous-day", mark("Pre&vious day"), views.previous_day, "Ctrl+PgUp", enabled=views.has_previous_day),
    Action("add-day", mark("Add a da&y"), views.add_day, "", "calendar"),
    Action("next-problem", mark("Next pro&blem"), commands.next_problem, "F8", "warning", commands.has_problems),
    Action("title", mark("Change the &title"), commands.focus_title, "F2", enabled=sessions.has_one),
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
    Action("rooms", mark("&Rooms and seating …"), commands.rooms, "", "room"),
    Action("numbers", mark("&Numbers and places …"), commands.numbers, "", "people"),
    Action("release", mark("&Hold this state …"), commands.release, "", "release"),
    Action("keys", mark("&Keys"), commands.keys, "F1", enabled=_always),
    Action("report", mark("Copy the &report"), safety.copy_report, enabled=_always),
    Action("about", mark("&About Tagungsplaner"), commands.about, enabled=_always),
)

BY_ID: Final = {action.id: action for action in ACTIONS}

MENUS: Final = (
    (
        mark("&File"),
        (
            "new",
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
    (mark("&Edit"), ("undo", "redo", "", "find", "duplicate", "", "put-away", "delete", "delete-flow")),
    (
        mark("&View"),
        (
            "day-view",
            "list-view",
            "papers",
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
    (
        mark("&Session"),
        (
            "title",
            "fix",
            "split",
            "duplicate",
            "",
            "to-next-day",
            "to-previous-day",
            "",
            "flow",
            "*grid",
            "",
            "put-away",
            "delete",
            "delete-flow",
        ),
    ),
    (mark("&Rooms"), ("rooms",)),
    (mark("&Participants"), ("numbers",)),
    (mark("Pri&nt and export"), ("papers", "", "*exports", "", "release")),
    (mark("&Help"), ("keys", "report", "about")),
)
"""The menu bar: titles, and below them ids of actions, "" as a line, and what is made on the way with a star."""
