"""The widgets that every plan has from the start, made together."""

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
    """The views and panels of one plan, without the views that are made when they are first shown."""

    board: Board
    list_view: ListView
    palette: Palette
    inspector: Inspector
    problems: ProblemsPanel
    quick_line: QuickLine


def make_plan_views(context: WidgetContext, window_settings: WindowSettings) -> PlanViews:
    """Return new widgets for a plan; they show nothing until they listen to the workspace."""
    return PlanViews(
        board=Board(context),
        list_view=ListView(context, window_settings),
        palette=Palette(context),
        inspector=Inspector(context),
        problems=ProblemsPanel(context),
        quick_line=QuickLine(context),
    )
