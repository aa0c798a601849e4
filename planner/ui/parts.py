"""The widgets of a plan, made together."""

from dataclasses import dataclass

from planner.ui.board.board import Board
from planner.ui.context import Context
from planner.ui.inspector.inspector import Inspector
from planner.ui.list_view import ListView
from planner.ui.memory import Memory
from planner.ui.palette import Palette
from planner.ui.problems_panel import ProblemsPanel
from planner.ui.quick_line import QuickLine


@dataclass(frozen=True)
class Parts:
    """One of each."""

    board: Board
    listing: ListView
    palette: Palette
    inspector: Inspector
    problems: ProblemsPanel
    quick: QuickLine


def make_parts(context: Context, memory: Memory) -> Parts:
    """Return the widgets of a plan; they show nothing until they listen."""
    return Parts(
        board=Board(context),
        listing=ListView(context, memory),
        palette=Palette(context),
        inspector=Inspector(context),
        problems=ProblemsPanel(context),
        quick=QuickLine(context),
    )
