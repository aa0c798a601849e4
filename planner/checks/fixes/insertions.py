"""Fixes that insert something new into a day: later sessions move, or another session gives some of its time."""

from collections.abc import Iterator
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.facts.overlaps import Activity
from planner.checks.problem import Facts, Fix, Message
from planner.model import Plan, Session
from planner.model.base import new_id
from planner.model.edits import change_session, insert_session, resize_session
from planner.model.time import LAST_START

SHORTEST_LEFT: Final = 30
"""Minutes that a session keeps at least when it gives up some of its own."""
_TITLES: Final = {
    "de": {"plenary": "Diskussion", "meal": "Mittagspause"},
    "en": {"plenary": "Discussion", "meal": "Lunch"},
}
"""What is written into the plan, in the language it is printed in; other kinds say enough by their own name."""


def new_session(index: Index, after: Activity, kind: str, minutes: int) -> Session | None:
    """Return a new session right after an activity, in the room of its kind that day; None without such a kind."""
    if kind not in index.plan.kind_by_id or after.span.end >= LAST_START:
        return None
    title = _TITLES[index.plan.print.language].get(kind, "")
    alike = (session.places for session in index.scheduled[after.day] if session.kind == kind and session.places)
    places = after.sessions[-1].places if kind == "plenary" and after.sessions[0].round is None else next(alike, ())
    return Session(
        id=new_id(), kind=kind, title=title, day=after.day, start=after.span.end, minutes=minutes, places=places
    )


def insert_behind(index: Index, after: Activity, new: Session, message: Message, shorter: Message) -> Iterator[Fix]:
    """Offer to insert a session: all that follows moves, or the longest one that follows is shortened by as much."""
    facts: Facts = {"session": after.id, "minutes": new.minutes}

    def inserted(plan: Plan) -> Plan:
        return insert_session(plan, new, flow=True)

    yield Fix(message, inserted, facts)
    longest = _longest(index, after, new.minutes)
    if longest is not None:
        left = longest.minutes - new.minutes
        yield Fix(
            shorter,
            lambda plan: resize_session(inserted(plan), longest.id, left, flow=True),
            facts | {"other": longest.id, "left": left},
        )


def insert_at_end(after: Activity, new: Session, message: Message) -> Iterator[Fix]:
    """Offer to insert a session in place of the last minutes of the one before; nothing else moves."""
    session = after.sessions[0]
    left = session.minutes - new.minutes
    if len(after.sessions) == 1 and left >= min(SHORTEST_LEFT, session.minutes // 2):
        early = new.changed(start=(new.start or 0) - new.minutes)
        yield Fix(
            message,
            lambda plan: insert_session(change_session(plan, session.id, minutes=left), early),
            {"session": session.id, "minutes": new.minutes},
        )


def _longest(index: Index, after: Activity, minutes: int) -> Session | None:
    """Return the longest session for everyone, before the next fixed time, that can spare the minutes."""
    found: list[Session] = []
    for activity in index.activities[after.day]:
        if activity.barrier and activity.span.start >= after.span.end:
            if activity.fixed:
                break
            session = activity.sessions[0]
            if session.round is None and not index.plan.kind_of(session).rests:
                found.append(session)
    longest = max(found, key=lambda session: session.minutes, default=None)
    return longest if longest and longest.minutes - minutes >= SHORTEST_LEFT else None
