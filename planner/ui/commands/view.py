"""Commands on what is seen: views, sides, zoom and days."""

from datetime import UTC, datetime, timedelta

from planner.model import Day, new_id
from planner.model.edits import add_day as add_day_edit
from planner.ui.services.command_context import CommandContext


def show_board(context: CommandContext) -> None:
    """Show the day board."""
    context.window.show_view("board")


def show_list(context: CommandContext) -> None:
    """Show the list; called there again, it leads back to the board."""
    context.window.show_view("board" if shows_list(context) else "list")


def show_papers(context: CommandContext) -> None:
    """Show what will be printed; called there again, it leads back to the board."""
    context.window.show_view("board" if shows_papers(context) else "papers")


def shows_board(context: CommandContext) -> bool:
    """Tell whether the board is seen."""
    return context.window.view == "board"


def shows_list(context: CommandContext) -> bool:
    """Tell whether the list is seen."""
    return context.window.view == "list"


def shows_papers(context: CommandContext) -> bool:
    """Tell whether the papers are seen."""
    return context.window.view == "papers"


def filter_list(context: CommandContext) -> None:
    """Show the list and put the keyboard into its filter."""
    context.window.show_view("list")
    context.window.filter_requested.emit()


def choose_columns(context: CommandContext) -> None:
    """Show which columns the list has."""
    context.window.columns_requested.emit()


def toggle_left(context: CommandContext) -> None:
    """Fold the blocks away, or out."""
    context.window.fold("left", away=has_left(context))


def toggle_right(context: CommandContext) -> None:
    """Fold the details away, or out."""
    context.window.fold("right", away=has_right(context))


def has_left(context: CommandContext) -> bool:
    """Tell whether the blocks are seen."""
    return not context.window.folded("left")


def has_right(context: CommandContext) -> bool:
    """Tell whether the details are seen."""
    return not context.window.folded("right")


def can_zoom(context: CommandContext) -> bool:
    """Tell whether what is seen can be made larger."""
    return context.files.has_plan and context.window.can_zoom


def zoom_in(context: CommandContext) -> None:
    """Show everything larger."""
    context.window.zoom_requested.emit(1.15)


def zoom_out(context: CommandContext) -> None:
    """Show everything smaller."""
    context.window.zoom_requested.emit(1 / 1.15)


def zoom_reset(context: CommandContext) -> None:
    """Show everything as large as at first."""
    context.window.zoom_requested.emit(0.0)


def toggle_flow(context: CommandContext) -> None:
    """Let what follows move along, or not."""
    context.view.set_flow(not context.view.flow)


def flows(context: CommandContext) -> bool:
    """Tell whether what follows moves along."""
    return context.view.flow


# Days


def next_day(context: CommandContext) -> None:
    """Show the next day."""
    _show_day(context, 1)


def previous_day(context: CommandContext) -> None:
    """Show the day before."""
    _show_day(context, -1)


def has_next_day(context: CommandContext) -> bool:
    """Tell whether there is a day behind the one that is seen."""
    return _day_beside(context, 1) is not None


def has_previous_day(context: CommandContext) -> bool:
    """Tell whether there is a day before the one that is seen."""
    return _day_beside(context, -1) is not None


def add_day(context: CommandContext) -> None:
    """Add a day behind the last one, with the same hours, and show it."""
    days = context.plan.days
    last = days[-1] if days else None
    date = last.date + timedelta(days=1) if last else datetime.now(UTC).date()
    day = Day(id=new_id(), date=date, start=last.start if last else 9 * 60, end=last.end if last else 17 * 60)
    if context.workspace.apply(lambda plan: add_day_edit(plan, day), context.t("Add a day")):
        context.view.show_day(day.id)


def _show_day(context: CommandContext, step: int) -> None:
    if day := _day_beside(context, step):
        context.view.show_day(day)


def _day_beside(context: CommandContext, step: int) -> str | None:
    order = [day.id for day in context.plan.days]
    if not context.files.has_plan or context.view.day not in order:
        return None
    place = order.index(context.view.day) + step
    return order[place] if 0 <= place < len(order) else None
