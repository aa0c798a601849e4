"""Commands that select: all sessions of the day, or all in a room."""

from planner.model import Session
from planner.model.agenda import on_day
from planner.ui.board.gestures.select import in_room, united
from planner.ui.services.command_context import Desk


def select_all(desk: Desk) -> None:
    """Select all sessions of the day that is seen; in the list, those of the whole plan."""
    plan, view = desk.plan, desk.context.view
    found = plan.sessions if desk.window.view == "list" else on_day(plan, view.day)
    view.select(*(session.id for session in found))


def has_room(desk: Desk) -> bool:
    """Tell whether a session with a time is selected, whose room can be asked for."""
    return _last(desk) is not None


def select_room(desk: Desk) -> None:
    """Select all that is in the same rooms as the selected session, that day."""
    session = _last(desk)
    if session is None or session.day is None:
        return
    found: tuple[str, ...] = ()
    for room in [place.room for place in session.places] or [""]:
        found = united(found, in_room(desk.plan, session.day, room))
    desk.context.view.select(*united(found, (session.id,)))


def _last(desk: Desk) -> Session | None:
    selected = desk.selected()
    return selected[-1] if selected and selected[-1].scheduled else None
