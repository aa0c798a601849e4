"""Commands on what is seen."""

from typing import Final

from planner.text import mark
from planner.ui.commands import plan as commands
from planner.ui.commands import view as views
from planner.ui.commands.action import Action

ACTIONS: Final = (
    Action("day-view", mark("&Day plan"), views.show_board, "Ctrl+1", "board", checked=views.shows_board),
    Action("list-view", mark("&List"), views.show_list, "F7", "list", checked=views.shows_list),
    Action("filter-list", mark("&Filter the list"), views.filter_list, "Ctrl+Shift+F", "find"),
    Action("columns", mark("&Columns of the list …"), views.choose_columns, enabled=views.shows_list),
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
)

MENU: Final = (
    mark("&View"),
    (
        "day-view",
        "list-view",
        "papers",
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
)
