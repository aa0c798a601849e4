"""The widgets of a plan, made together."""

from dataclasses import dataclass

from planner.ui.board.board import Board
from planner.ui.inspector.inspector import Inspector
from planner.ui.list.view import ListView
from planner.ui.palette.palette import Palette
from planner.ui.problems.panel import ProblemsPanel
from planner.ui.quick_add.line import QuickLine
from planner.ui.services.context import WidgetContext
from planner.ui.services.window_settings import WindowSettings


@dataclass(frozen=True)
class PlanViews:
    """One of each."""

    board: Board
    listing: ListView
    palette: Palette
    inspector: Inspector
    problems: ProblemsPanel
    quick: QuickLine


def make_parts(context: WidgetContext, window_settings: WindowSettings) -> PlanViews:
    """Return the widgets of a plan; they show nothing until they listen."""
    return PlanViews(
        board=Board(context),
        listing=ListView(context, window_settings),
        palette=Palette(context),
        inspector=Inspector(context),
        problems=ProblemsPanel(context),
        quick=QuickLine(context),
    )
