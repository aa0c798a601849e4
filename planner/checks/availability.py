"""Availability: who contributes or has a seat is there at that time, and so is the room."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from planner.checks.index import Index, contributors
from planner.checks.mending import move, next_free, other_rooms
from planner.checks.overlaps import Block
from planner.checks.people import somebody_else
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.model import Session
from planner.model.edits import unseat


def _contributor_away(index: Index) -> Iterator[Finding]:
    """Find who contributes while they are not there; a person is asked about only where somebody entered hours."""
    for person, session in index.away:
        if person in contributors(session):
            yield Finding((person, session.id), _facts(index, person, session))


def _seat_away(index: Index) -> Iterator[Finding]:
    """Find who has a seat in a session of a round, but comes later or leaves before."""
    for person, session in index.away:
        if person not in contributors(session):
            yield Finding((person, session.id), _facts(index, person, session))


def _facts(index: Index, who: str, session: Session) -> Facts:
    """Return when a session is, and when a person or room is there: the hours of that day that are nearest."""
    name = "room" if who in index.plan.room_by_id else "person"
    start, end = index.spans[session.id]
    facts: Facts = {name: who, "session": session.id, "from_at": start, "until_at": end}
    hours = index.hours[who].get(session.day or "")
    if not hours:
        return facts
    there = min(hours, key=lambda span: max(span.start - start, 0) + max(end - span.end, 0))
    return facts | {"there_from_at": there.start, "there_until_at": there.end}


def _contributor_sentence(facts: Facts) -> Message:
    if "there_from_at" in facts:
        return Message(
            "{person} contributes to “{session}” from {from_at} to {until_at}, but is there only "
            "from {there_from_at} to {there_until_at}."
        )
    return Message("{person} contributes to “{session}” from {from_at} to {until_at}, but is not there that day.")


def _seat_sentence(facts: Facts) -> Message:
    if "there_from_at" in facts:
        return Message(
            "{person} has a seat in “{session}” from {from_at} to {until_at}, but is there only "
            "from {there_from_at} to {there_until_at}."
        )
    return Message("{person} has a seat in “{session}” from {from_at} to {until_at}, but is not there that day.")


def _room_sentence(facts: Facts) -> Message:
    if "there_from_at" in facts:
        return Message(
            "“{session}” is in {room} from {from_at} to {until_at}, but the room can be used only "
            "from {there_from_at} to {there_until_at}."
        )
    return Message("“{session}” is in {room} from {from_at} to {until_at}, but the room cannot be used that day.")


def _mend_contributor(index: Index, problem: Problem) -> Iterator[Fix]:
    person, session = problem.subjects[0], index.plan.session_by_id[problem.subjects[1]]
    yield from _into_hours(index, person, session)
    yield from somebody_else(person, session)


def _into_hours(index: Index, who: str, session: Session) -> Iterator[Fix]:
    """Give the nearest time on its day at which a session that may move lies within somebody's hours."""
    if session.fixed or session.round is not None or session.day is None:
        return
    span = index.spans[session.id]
    length = span.end - span.start
    block = Block(session.id, session.day, span, (session,))
    starts: list[int] = []
    for hours in index.hours[who].get(session.day, ()):
        earliest = max(hours.start, index.plan.day_by_id[session.day].start)
        starts += [start for start in next_free(index, block, earliest) if start + length <= hours.end]
    for start in sorted(starts, key=lambda start: abs(start - span.start))[:1]:
        yield move(index, block, start)


def _mend_seat(index: Index, problem: Problem) -> Iterator[Fix]:
    person, session = problem.subjects[0], index.plan.session_by_id[problem.subjects[1]]
    yield Fix(
        Message("Take {person} out of “{session}”"),
        lambda plan: unseat(plan, session.round or "", frozenset({person})),
        {"person": person, "session": session.id},
    )


def _room_closed(index: Index) -> Iterator[Finding]:
    for session in chain.from_iterable(index.scheduled.values()):
        span = index.spans[session.id]
        for place in session.places:
            if place.room in index.hours and not index.is_there(place.room, session.day or "", span):
                yield Finding((session.id, place.room), _facts(index, place.room, session))


def _mend_room(index: Index, problem: Problem) -> Iterator[Fix]:
    session, room = index.plan.session_by_id[problem.subjects[0]], problem.subjects[1]
    yield from other_rooms(index, session, index.need(session))
    yield from _into_hours(index, room, session)


CONTRIBUTOR_AWAY: Final = Check(
    code="contributor-away",
    severity=Severity.ERROR,
    title="Contributes while not there",
    sentence=_contributor_sentence,
    find=_contributor_away,
    fixes=_mend_contributor,
)
SEAT_AWAY: Final = Check(
    code="seat-away",
    severity=Severity.WARNING,
    title="Has a seat while not there",
    sentence=_seat_sentence,
    find=_seat_away,
    fixes=_mend_seat,
)
ROOM_CLOSED: Final = Check(
    code="room-closed",
    severity=Severity.ERROR,
    title="Room cannot be used at that time",
    sentence=_room_sentence,
    find=_room_closed,
    fixes=_mend_room,
)
