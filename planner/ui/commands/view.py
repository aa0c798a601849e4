"""Commands on what is seen: views, sides, zoom and days."""

from datetime import UTC, datetime, timedelta

from planner.model import Day, new_id
from planner.model.edits import add_day as add_day_edit
from planner.ui.services.command_context import Desk


def show_board(desk: Desk) -> None:
    """Show the day board."""
    desk.window.show_view("board")


def show_list(desk: Desk) -> None:
    """Show the list; called there again, it leads back to the board."""
    desk.window.show_view("board" if shows_list(desk) else "list")


def show_papers(desk: Desk) -> None:
    """Show what will be printed; called there again, it leads back to the board."""
    desk.window.show_view("board" if shows_papers(desk) else "papers")


def shows_board(desk: Desk) -> bool:
    """Tell whether the board is seen."""
    return desk.window.view == "board"


def shows_list(desk: Desk) -> bool:
    """Tell whether the list is seen."""
    return desk.window.view == "list"


def shows_papers(desk: Desk) -> bool:
    """Tell whether the papers are seen."""
    return desk.window.view == "papers"


def filter_list(desk: Desk) -> None:
    """Show the list and put the keyboard into its filter."""
    desk.window.show_view("list")
    desk.window.filter_requested.emit()


def choose_columns(desk: Desk) -> None:
    """Show which columns the list has."""
    desk.window.columns_requested.emit()


def toggle_left(desk: Desk) -> None:
    """Fold the blocks away, or out."""
    desk.window.fold("left", away=has_left(desk))


def toggle_right(desk: Desk) -> None:
    """Fold the details away, or out."""
    desk.window.fold("right", away=has_right(desk))


def has_left(desk: Desk) -> bool:
    """Tell whether the blocks are seen."""
    return not desk.window.folded("left")


def has_right(desk: Desk) -> bool:
    """Tell whether the details are seen."""
    return not desk.window.folded("right")


def can_zoom(desk: Desk) -> bool:
    """Tell whether what is seen can be made larger."""
    return desk.files.has_plan and desk.window.can_zoom


def zoom_in(desk: Desk) -> None:
    """Show everything larger."""
    desk.window.zoom_requested.emit(1.15)


def zoom_out(desk: Desk) -> None:
    """Show everything smaller."""
    desk.window.zoom_requested.emit(1 / 1.15)


def zoom_reset(desk: Desk) -> None:
    """Show everything as large as at first."""
    desk.window.zoom_requested.emit(0.0)


def toggle_flow(desk: Desk) -> None:
    """Let what follows move along, or not."""
    desk.context.view.set_flow(not desk.context.view.flow)


def flows(desk: Desk) -> bool:
    """Tell whether what follows moves along."""
    return desk.context.view.flow


# Days


def next_day(desk: Desk) -> None:
    """Show the next day."""
    _show_day(desk, 1)


def previous_day(desk: Desk) -> None:
    """Show the day before."""
    _show_day(desk, -1)


def has_next_day(desk: Desk) -> bool:
    """Tell whether there is a day behind the one that is seen."""
    return _day_beside(desk, 1) is not None


def has_previous_day(desk: Desk) -> bool:
    """Tell whether there is a day before the one that is seen."""
    return _day_beside(desk, -1) is not None


def add_day(desk: Desk) -> None:
    """Add a day behind the last one, with the same hours, and show it."""
    days = desk.plan.days
    last = days[-1] if days else None
    date = last.date + timedelta(days=1) if last else datetime.now(UTC).date()
    day = Day(id=new_id(), date=date, start=last.start if last else 9 * 60, end=last.end if last else 17 * 60)
    if desk.context.workspace.apply(lambda plan: add_day_edit(plan, day), desk.context.t("Add a day")):
        desk.context.view.show_day(day.id)


def _show_day(desk: Desk, step: int) -> None:
    if day := _day_beside(desk, step):
        desk.context.view.show_day(day)


def _day_beside(desk: Desk, step: int) -> str | None:
    order = [day.id for day in desk.plan.days]
    if not desk.files.has_plan or desk.context.view.day not in order:
        return None
    place = order.index(desk.context.view.day) + step
    return order[place] if 0 <= place < len(order) else None
