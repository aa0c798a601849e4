"""Commands on days: show the next or previous one, add one, remove one."""

from datetime import timedelta
from typing import Final

from planner.model import Day, new_id
from planner.model.edits import add_day as add_day_edit
from planner.model.edits import remove_day as remove_day_edit
from planner.text import mark
from planner.ui.commands.action import Action
from planner.ui.services.command_context import CommandContext


def has_day(context: CommandContext) -> bool:
    """Return whether a day is shown."""
    return context.files.has_plan and context.view.day in context.plan.day_by_id


def next_day(context: CommandContext) -> None:
    """Show the next day."""
    _show_day(context, 1)


def previous_day(context: CommandContext) -> None:
    """Show the previous day."""
    _show_day(context, -1)


def has_next_day(context: CommandContext) -> bool:
    """Return whether a day follows the one that is shown."""
    return _day_beside(context, 1) is not None


def has_previous_day(context: CommandContext) -> bool:
    """Return whether a day precedes the one that is shown."""
    return _day_beside(context, -1) is not None


def add_day(context: CommandContext) -> None:
    """Add a day after the last one, with the same hours, and show it."""
    days = context.plan.days
    last = days[-1] if days else None
    date = last.date + timedelta(days=1) if last else context.clock.today()
    day = Day(id=new_id(), date=date, start=last.start if last else 9 * 60, end=last.end if last else 17 * 60)
    if context.workspace.apply(lambda plan: add_day_edit(plan, day), context.t("Add a day")):
        context.view.show_day(day.id)


def remove_day(context: CommandContext, day: str) -> None:
    """Remove a day; its sessions go to the tray."""
    context.workspace.apply(lambda plan: remove_day_edit(plan, day), context.t("Remove a day"))


ACTIONS: Final = (
    Action("next-day", mark("&Next day"), next_day, "Ctrl+PgDown", enabled=has_next_day),
    Action("previous-day", mark("Pre&vious day"), previous_day, "Ctrl+PgUp", enabled=has_previous_day),
    Action("add-day", mark("Add a da&y"), add_day, "", "calendar"),
)


def _show_day(context: CommandContext, step: int) -> None:
    if day := _day_beside(context, step):
        context.view.show_day(day)


def _day_beside(context: CommandContext, step: int) -> str | None:
    if not context.files.has_plan:
        return None
    order = [day.id for day in context.plan.days]
    if context.view.day not in order:
        return None
    place = order.index(context.view.day) + step
    return order[place] if 0 <= place < len(order) else None
