"""All views of a plan, as a tuple: a new one is written, listed here, and tested.

Commands, menus, keys, tool bar, zoom and status bar derive from it; the first one is shown when a plan is opened. A
view can be enlarged if its widget has the methods of `Zoomable`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

from planner.text import mark
from planner.ui.services.command_context import CommandContext
from planner.workspace import Listener


class MadeView(NamedTuple):
    """The widget of a view, and how it is told of changes."""

    widget: QWidget
    show_state: Listener


@dataclass(frozen=True, kw_only=True)
class View:
    """A view: its name, the command that shows it with title, keys and icon, and what distinguishes it from others."""

    name: str
    command: str
    title: str
    keys: str
    icon: str
    make: Callable[[CommandContext], MadeView]
    late: bool = True
    """Made when it is first shown; the others are among the widgets that every plan has."""
    beside_panels: bool = False
    """Stands below the days and between the side panels, and sessions are selected in it."""
    all_days: bool = False
    """Shows the sessions of all days, not only of the day that is chosen."""


def _board(context: CommandContext) -> MadeView:
    board = context.plan_views.board
    return MadeView(board, board.show_state)


def _list(context: CommandContext) -> MadeView:
    found = context.plan_views.list_view
    return MadeView(found, found.show_state)


def _papers(context: CommandContext) -> MadeView:
    from planner.ui.papers.view import PapersView

    papers = PapersView(context)
    return MadeView(papers, papers.show_state)


BOARD: Final = View(
    name="board",
    command="day-view",
    title=mark("&Day plan"),
    keys="Ctrl+1",
    icon="board",
    make=_board,
    late=False,
    beside_panels=True,
)
LIST: Final = View(
    name="list",
    command="list-view",
    title=mark("&List"),
    keys="F7",
    icon="list",
    make=_list,
    late=False,
    beside_panels=True,
    all_days=True,
)
PAPERS: Final = View(name="papers", command="papers", title=mark("&Papers"), keys="Ctrl+P", icon="page", make=_papers)
VIEWS: Final[tuple[View, ...]] = (BOARD, LIST, PAPERS)


def view_called(name: str) -> View | None:
    """Return the view with a name; None for the start page."""
    return next((view for view in VIEWS if view.name == name), None)
