"""Availability: people who contribute or have a seat are there at that time, and so is the room."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from planner.checks.facts.index import Index, contributors
from planner.checks.facts.overlaps import activity_of_session
from planner.checks.fixes.moves import move, next_free, other_rooms
from planner.checks.people import somebody_else
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity, by_fact
from planner.model import Session
from planner.model.edits import unseat


def _contributor_away(index: Index) -> Iterator[Finding]:
    """Find people who contribute while they are not there; without hours entered, a person counts as always there."""
    for person, session in index.away:
        if person in contributors(session):
            yield Finding((person, session.id), _facts(index, person, session))


def _seat_away(index: Index) -> Iterator[Finding]:
    """Find people with a seat in a session of a round who come later or leave earlier."""
    for person, session in index.away:
        if person not in contributors(session):
            yield Finding((person, session.id), _facts(index, person, session))


def _facts(index: Index, who: str, session: Session) -> Facts:
    """Return when a session is, and the nearest hours of that day in which a person or room is available."""
    name = "room" if who in index.plan.room_by_id else "person"
    start, end = index.spans[session.id]
    facts: Facts = {name: who, "session": session.id, "from_at": start, "until_at": end}
    hours = index.hours[who].get(session.day or "")
    if not hours:
        return facts
    there = min(hours, key=lambda span: max(span.start - start, 0) + max(end - span.end, 0))
    return facts | {"there_from_at": there.start, "there_until_at": there.end}


def _fix_contributor(index: Index, problem: Problem) -> Iterator[Fix]:
    person, session = problem.subjects[0], index.plan.session_by_id[problem.subjects[1]]
    yield from _into_hours(index, person, session)
    yield from somebody_else(person, session)


def _into_hours(index: Index, who: str, session: Session) -> Iterator[Fix]:
    """Offer the nearest time on its day at which a session that may move lies within the hours of a person or room."""
    if session.fixed or session.round is not None:
        return
    activity = activity_of_session(index, session)
    span = activity.span
    length = span.end - span.start
    starts: list[int] = []
    for hours in index.hours[who].get(activity.day, ()):
        earliest = max(hours.start, index.plan.day_by_id[activity.day].start)
        starts += [start for start in next_free(index, activity, earliest) if start + length <= hours.end]
    for start in sorted(starts, key=lambda start: abs(start - span.start))[:1]:
        yield move(index, activity, start)


def _fix_seat(index: Index, problem: Problem) -> Iterator[Fix]:
    person, session = problem.subjects[0], index.plan.session_by_id[problem.subjects[1]]
    yield Fix(
        Message("Remove {person} from “{session}”"),
        lambda plan: unseat(plan, session.round or "", frozenset({person})),
        {"person": person, "session": session.id},
    )


def _room_closed(index: Index) -> Iterator[Finding]:
    for session in chain.from_iterable(index.scheduled.values()):
        span = index.spans[session.id]
        for place in session.places:
            if place.room in index.hours and not index.is_available(place.room, session.day or "", span):
                yield Finding((session.id, place.room), _facts(index, place.room, session))


def _fix_room(index: Index, problem: Problem) -> Iterator[Fix]:
    session, room = index.plan.session_by_id[problem.subjects[0]], problem.subjects[1]
    yield from other_rooms(index, session, index.need(session))
    yield from _into_hours(index, room, session)


CONTRIBUTOR_AWAY: Final = Check(
    code="contributor-away",
    severity=Severity.ERROR,
    title="Contributes while absent",
    sentence=by_fact(
        "there_from_at",
        Message(
            "{person} contributes to “{session}” from {from_at} to {until_at}, but is present "
            "only from {there_from_at} to {there_until_at}."
        ),
        Message("{person} contributes to “{session}” from {from_at} to {until_at}, but is absent that day."),
    ),
    find=_contributor_away,
    fixes=_fix_contributor,
)
SEAT_AWAY: Final = Check(
    code="seat-away",
    severity=Severity.WARNING,
    title="Has a seat while absent",
    sentence=by_fact(
        "there_from_at",
        Message(
            "{person} has a seat in “{session}” from {from_at} to {until_at}, but is present "
            "only from {there_from_at} to {there_until_at}."
        ),
        Message("{person} has a seat in “{session}” from {from_at} to {until_at}, but is absent that day."),
    ),
    find=_seat_away,
    fixes=_fix_seat,
)
ROOM_CLOSED: Final = Check(
    code="room-closed",
    severity=Severity.ERROR,
    title="Room not available at that time",
    sentence=by_fact(
        "there_from_at",
        Message(
            "“{session}” is in {room} from {from_at} to {until_at}, but the room is available "
            "only from {there_from_at} to {there_until_at}."
        ),
        Message("“{session}” is in {room} from {from_at} to {until_at}, but the room is not available that day."),
    ),
    find=_room_closed,
    fixes=_fix_room,
)
