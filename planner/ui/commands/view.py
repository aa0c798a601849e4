"""Commands on what is shown: views, side panels, zoom, and whether what follows moves along."""

from functools import partial
from typing import Final

from planner.text import mark
from planner.ui.commands.action import Action
from planner.ui.services.command_context import CommandContext
from planner.ui.window.views import LIST, VIEWS, View

ZOOM_STEP: Final = 1.15


def show(context: CommandContext, view: View) -> None:
    """Show a view, or the first one if it is shown already."""
    context.window.show_view(VIEWS[0].name if shows(context, view) else view.name)


def shows(context: CommandContext, view: View) -> bool:
    """Return whether a view is shown."""
    return context.window.view == view.name


def filter_list(context: CommandContext) -> None:
    """Show the list and focus its filter."""
    context.window.show_view(LIST.name)
    context.plan_views.list_view.filter.focus_words()


def choose_columns(context: CommandContext) -> None:
    """Ask which columns the list shows."""
    context.plan_views.list_view.columns.ask()


def toggle_left(context: CommandContext) -> None:
    """Hide or show the palette."""
    context.window.fold("left", away=has_left(context))


def toggle_right(context: CommandContext) -> None:
    """Hide or show details and problems."""
    context.window.fold("right", away=has_right(context))


def has_left(context: CommandContext) -> bool:
    """Return whether the palette is shown."""
    return not context.window.folded("left")


def has_right(context: CommandContext) -> bool:
    """Return whether details and problems are shown."""
    return not context.window.folded("right")


def can_zoom(context: CommandContext) -> bool:
    """Return whether the view that is shown can be zoomed."""
    return context.files.has_plan and context.zoom.possible


def zoom_in(context: CommandContext) -> None:
    """Zoom in."""
    context.zoom.change(ZOOM_STEP)


def zoom_out(context: CommandContext) -> None:
    """Zoom out."""
    context.zoom.change(1 / ZOOM_STEP)


def zoom_reset(context: CommandContext) -> None:
    """Return to the actual size."""
    context.zoom.reset()


def toggle_flow(context: CommandContext) -> None:
    """Switch whether what follows moves along."""
    context.view.set_flow(not context.view.flow)


def flows(context: CommandContext) -> bool:
    """Return whether what follows moves along."""
    return context.view.flow


def set_language(context: CommandContext, code: str) -> None:
    """Show the window in another language."""
    context.set_language(code)


def has_problems(context: CommandContext) -> bool:
    """Return whether there is a problem that was not accepted."""
    return context.files.has_plan and any(
        not problem.accepted for problem in context.problem_cache.problems(context.plan)
    )


def next_problem(context: CommandContext) -> None:
    """Select the next problem and what it is about."""
    context.plan_views.problems.next_problem()


ACTIONS: Final = (
    *(
        Action(
            view.command,
            view.title,
            partial(show, view=view),
            view.keys,
            view.icon,
            checked=partial(shows, view=view),
        )
        for view in VIEWS
    ),
    Action("filter-list", mark("&Filter the list"), filter_list, "Ctrl+Shift+F", "find"),
    Action("columns", mark("&Columns of the list …"), choose_columns, enabled=partial(shows, view=LIST)),
    Action("left-side", mark("Bl&ocks on the left"), toggle_left, "F9", "left", checked=has_left),
    Action("right-side", mark("Det&ails on the right"), toggle_right, "Shift+F9", "right", checked=has_right),
    Action("zoom-in", mark("Zoom &in"), zoom_in, "Ctrl++", enabled=can_zoom),
    Action("zoom-out", mark("Zoom o&ut"), zoom_out, "Ctrl+-", enabled=can_zoom),
    Action("zoom-reset", mark("Actual si&ze"), zoom_reset, "Ctrl+0", enabled=can_zoom),
    Action("next-problem", mark("Next pro&blem"), next_problem, "F8", "warning", has_problems),
    Action("flow", mark("Move what &follows"), toggle_flow, "R", "flow", checked=flows, in_views=True),
)
