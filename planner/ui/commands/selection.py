"""Commands that select: all sessions of the day, or all in a room."""

from planner.model import Session
from planner.model.agenda import on_day
from planner.ui.board.gestures.select import in_room, united
from planner.ui.services.command_context import CommandContext


def select_all(context: CommandContext) -> None:
    """Select all sessions of the day that is seen; in the list, those of the whole plan."""
    plan, view = context.plan, context.view
    found = plan.sessions if context.window.view == "list" else on_day(plan, view.day)
    view.select(*(session.id for session in found))


def has_room(context: CommandContext) -> bool:
    """Tell whether a session with a time is selected, whose room can be asked for."""
    return _last(context) is not None


def select_room(context: CommandContext) -> None:
    """Select all that is in the same rooms as the selected session, that day."""
    session = _last(context)
    if session is None or session.day is None:
        return
    found: tuple[str, ...] = ()
    for room in [place.room for place in session.places] or [""]:
        found = united(found, in_room(context.plan, session.day, room))
    context.view.select(*united(found, (session.id,)))


def _last(context: CommandContext) -> Session | None:
    selected = context.selected()
    return selected[-1] if selected and selected[-1].scheduled else None
