"""Rooms: one session at a time in each, one for each session that needs one, with known places."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from planner.checks.index import Index
from planner.checks.mending import move_later, other_rooms, other_seatings
from planner.checks.overlaps import Block
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.checks.seating import is_refused
from planner.model import Seating, Session


def _room_twice(index: Index) -> Iterator[Finding]:
    for overlap in index.overlaps["room"]:
        start, end = overlap.span
        facts: Facts = {"session": overlap.first.id, "other": overlap.second.id, "room": overlap.room}
        facts |= {"from_at": start, "until_at": end, "minutes": end - start}
        yield Finding((overlap.first.id, overlap.second.id), facts)


def _mend_room_twice(index: Index, problem: Problem) -> Iterator[Fix]:
    first, second = (index.plan.session_by_id[session_id] for session_id in problem.subjects)
    for session in (second, first):
        yield from _first(other_rooms(index, session, index.need(session)))
    if second.round is None and not second.fixed and second.day is not None:
        block = Block(second.id, second.day, index.spans[second.id], (second,))
        yield from move_later(index, block, index.spans[first.id].end)


def _first(fixes: Iterator[Fix]) -> Iterator[Fix]:
    fix = next(fixes, None)
    if fix:
        yield fix


ROOM_TWICE: Final = Check(
    code="room-twice",
    severity=Severity.ERROR,
    title="Room used twice",
    sentence=Message("“{session}” and “{other}” are both in {room} from {from_at} to {until_at} ({minutes} min)."),
    find=_room_twice,
    fixes=_mend_room_twice,
)


def _no_room(index: Index) -> Iterator[Finding]:
    for session in chain.from_iterable(index.scheduled.values()):
        if not session.places and not session.link and index.plan.kind_of(session).needs_room:
            yield Finding((session.id,), {"session": session.id, "from_at": session.start or 0})


def _mend_no_room(index: Index, problem: Problem) -> Iterator[Fix]:
    session = index.plan.session_by_id[problem.subjects[0]]
    yield from other_rooms(index, session, index.need(session))


NO_ROOM: Final = Check(
    code="no-room",
    severity=Severity.WARNING,
    title="No room",
    sentence=Message("“{session}” at {from_at} has no room yet."),
    find=_no_room,
    fixes=_mend_no_room,
)


def _no_places(index: Index) -> Iterator[Finding]:
    """Find rooms in use whose places cannot be known, once for each seating; breaks stand where they like."""
    found: dict[tuple[str, Seating | None], list[Session]] = {}
    for session in chain.from_iterable(index.scheduled.values()):
        for place in session.places if index.places(session) is None else ():
            asked = place.seating is not None or index.plan.kind_of(session).needs_room
            unknown = index.plan.room_by_id[place.room].places(place.seating) is None
            if asked and unknown and not is_refused(index, place):
                found.setdefault((place.room, place.seating), []).append(session)
    for (room, seating), sessions in found.items():
        facts: Facts = {"room": room, "seating": str(seating or ""), "sessions": len(sessions)}
        yield Finding((room, *(session.id for session in sessions)), facts)


def _no_places_sentence(facts: Facts) -> Message:
    if facts["seating"]:
        return Message("Nobody has entered how many places {room} has {seated}: {subjects}.")
    return Message("No seating is chosen in {room}: {subjects}.")


def _mend_no_places(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer seatings whose places are known, where it is about one session."""
    if len(problem.subjects) == 2:  # the room and the session
        session = index.plan.session_by_id[problem.subjects[1]]
        yield from other_seatings(index, session, index.need(session))


NO_PLACES: Final = Check(
    code="no-places",
    severity=Severity.HINT,
    title="Places unknown",
    sentence=_no_places_sentence,
    find=_no_places,
    fixes=_mend_no_places,
)
