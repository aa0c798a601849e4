"""Commands that select sessions, and what other commands ask about the selection."""

from typing import Final

from planner.model import Session
from planner.model.agenda import on_day
from planner.text import mark
from planner.ui.board.gestures.select import in_room, united
from planner.ui.commands.action import Action
from planner.ui.commands.days import has_day
from planner.ui.services.command_context import CommandContext
from planner.ui.window.views import view_called


def has_selection(context: CommandContext) -> bool:
    """Return whether any session is selected."""
    return bool(context.selected())


def has_one(context: CommandContext) -> bool:
    """Return whether exactly one session is selected."""
    return len(context.selected()) == 1


def has_scheduled(context: CommandContext) -> bool:
    """Return whether a selected session has a time."""
    return any(session.scheduled for session in context.selected())


def select_all(context: CommandContext) -> None:
    """Select all sessions of the day that is shown; in a view of all days, those of the whole plan."""
    plan, shown = context.plan, view_called(context.window.view)
    found = plan.sessions if shown is not None and shown.all_days else on_day(plan, context.view.day)
    context.view.select(*(session.id for session in found))


def has_room(context: CommandContext) -> bool:
    """Return whether the session selected last has a time."""
    return _last(context) is not None


def select_room(context: CommandContext) -> None:
    """Select everything that is in the rooms of the selected session on its day."""
    session = _last(context)
    if session is None or session.day is None:
        return
    found: tuple[str, ...] = ()
    for room in [place.room for place in session.places] or [""]:
        found = united(found, in_room(context.plan, session.day, room))
    context.view.select(*united(found, (session.id,)))


def next_block(context: CommandContext) -> None:
    """Select the next session of the day."""
    _walk(context, 1)


def previous_block(context: CommandContext) -> None:
    """Select the previous session of the day."""
    _walk(context, -1)


ACTIONS: Final = (
    Action("select-all", mark("Select &all on this day"), select_all, "Ctrl+A", in_views=True),
    Action(
        "select-room",
        mark("Select all &in this room"),
        select_room,
        "Ctrl+Shift+A",
        enabled=has_room,
        in_views=True,
    ),
    Action("next-block", mark("Next bloc&k"), next_block, "Return", enabled=has_day, on_board=True),
    Action("previous-block", mark("Previous b&lock"), previous_block, "Shift+Return", enabled=has_day, on_board=True),
)


def _last(context: CommandContext) -> Session | None:
    selected = context.selected()
    return selected[-1] if selected and selected[-1].scheduled else None


def _walk(context: CommandContext, by: int) -> None:
    view = context.view
    order = [session.id for session in on_day(context.plan, view.day)]
    chosen = [session for session in view.selection if session in order]
    place = order.index(chosen[-1]) + by if chosen else (0 if by > 0 else len(order) - 1)
    if 0 <= place < len(order):
        view.select(order[place])
