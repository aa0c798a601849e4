"""The next time at which a session would fit: its rooms and its people are free."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.checks.facts.index import Index, contributors
from planner.model import Session, Span
from planner.model.agenda import is_barrier
from planner.model.time import wall_end


class Gap(NamedTuple):
    """A free time: a day, and a wall minute of that day."""

    day: str
    start: int


def next_gap(index: Index, session_id: str) -> Gap | None:
    """Return the next time, later than a session's own, at which it would be in nobody's way; None if there is none.

    The session then lies within the hours of its day, and its rooms and contributors are available and free. What is
    for everyone needs everybody free. From the tray, the search begins with the first day. Only times at which
    something ends or becomes available are tried: no free time can begin anywhere else.
    """
    session = index.plan.session_by_id[session_id]
    days = [day.id for day in index.plan.days]
    first = days.index(session.day) if session.day is not None else 0
    for day in days[first:]:
        after = session.start if day == session.day and session.start is not None else -1
        for start in sorted(set(_starts(index, session, day))):
            if start > after and _fits(index, session, day, _span(index, session, day, start)):
                return Gap(day, start)
    return None


def _span(index: Index, session: Session, day: str, start: int) -> Span:
    plan = index.plan
    return Span(start, wall_end(plan.zone, plan.day_by_id[day].date, start, session.minutes))


def _starts(index: Index, session: Session, day: str) -> Iterator[int]:
    """Yield the times at which something ends or becomes available."""
    yield index.plan.day_by_id[day].start
    for other in index.scheduled[day]:
        if other.id != session.id:
            yield index.spans[other.id].end
    for who in (*(place.room for place in session.places), *contributors(session)):
        yield from (span.start for span in index.hours.get(who, {}).get(day, ()))


def _fits(index: Index, session: Session, day: str, span: Span) -> bool:
    hours, people = index.plan.day_by_id[day], set(contributors(session))
    if span.start < hours.start or span.end > hours.end:
        return False
    if not all(index.is_available(who, day, span) for who in (*(place.room for place in session.places), *people)):
        return False
    return not any(
        index.spans[other.id].overlaps(span) and _meets(index, session, other, people)
        for other in index.scheduled[day]
        if other.id != session.id
    )


def _meets(index: Index, session: Session, other: Session, people: set[str]) -> bool:
    """Return whether two sessions need the same people or the same room."""
    if is_barrier(session) or is_barrier(other) or not people.isdisjoint(contributors(other)):
        return True
    busy = index.rooms_of(other)
    return any(place.room in busy for place in session.places)
