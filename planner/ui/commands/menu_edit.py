"""Commands on what was done, and on what is searched."""

from typing import Final

from planner.text import mark
from planner.ui.commands import clipboard as clip
from planner.ui.commands import plan as commands
from planner.ui.commands import selection
from planner.ui.commands import session as sessions
from planner.ui.commands.action import Action, always

ACTIONS: Final = (
    Action("undo", mark("&Undo"), commands.undo, "Ctrl+Z", "undo", commands.can_undo, text=commands.undo_text),
    Action("redo", mark("&Redo"), commands.redo, "Ctrl+Y", "redo", commands.can_redo, text=commands.redo_text),
    Action("cut", mark("Cu&t"), clip.cut, "Ctrl+X", enabled=sessions.has_selection, in_views=True),
    Action("copy", mark("&Copy"), clip.copy, "Ctrl+C", enabled=sessions.has_selection, in_views=True),
    Action("paste", mark("&Paste"), clip.paste, "Ctrl+V", in_views=True),
    Action("select-all", mark("Select &all of the day"), selection.select_all, "Ctrl+A", in_views=True),
    Action(
        "select-room",
        mark("Select all &in this room"),
        selection.select_room,
        "Ctrl+Shift+A",
        enabled=selection.has_room,
        in_views=True,
    ),
    Action("programme", mark("Pro&gramme table …"), clip.paste_programme, "", "table", always),
    Action("find", mark("&Find …"), commands.find, "Ctrl+F", "find"),
    Action("replace", mark("Fi&nd and replace …"), commands.replace, "Ctrl+H"),
)

MENU: Final = (
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
        "put-away",
        "delete",
        "delete-flow",
    ),
)
