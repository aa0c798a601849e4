"""Rooms: one session at a time in each, one for each session that needs one, with known places."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.facts.overlaps import activity_of_session
from planner.checks.facts.shared_time import cluster_finding
from planner.checks.fixes.clusters import one_after_the_other, spread_over_rooms
from planner.checks.fixes.moves import other_rooms, other_seatings, session_later
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity, by_fact
from planner.checks.seating import is_refused
from planner.model import Seating, Session


def _room_twice(index: Index) -> Iterator[Finding]:
    return map(cluster_finding, index.overlaps["room"])


def _fix_room_twice(index: Index, problem: Problem) -> Iterator[Fix]:
    if problem.cluster:
        sessions = [index.plan.session_by_id[session_id] for session_id in problem.subjects]
        yield from spread_over_rooms(index, sessions)
        yield from one_after_the_other(index, [activity_of_session(index, session) for session in sessions])
        return
    first, second = (index.plan.session_by_id[session_id] for session_id in problem.subjects)
    for session in (second, first):
        yield from islice(other_rooms(index, session, index.need(session)), 1)
    yield from session_later(index, second, index.spans[first.id].end)


ROOM_TWICE: Final = Check(
    code="room-twice",
    severity=Severity.ERROR,
    title="Room double-booked",
    sentence=by_fact(
        "sessions",
        Message("{sessions} overlap in {room} between {from_at} and {until_at} ({minutes} min in all): {subjects}."),
        Message("“{session}” and “{other}” are both in {room} from {from_at} to {until_at} ({minutes} min)."),
    ),
    find=_room_twice,
    fixes=_fix_room_twice,
)


def _no_room(index: Index) -> Iterator[Finding]:
    for session in chain.from_iterable(index.scheduled.values()):
        if not session.places and not session.link and index.plan.kind_of(session).needs_room:
            yield Finding((session.id,), {"session": session.id, "from_at": session.start or 0})


def _fix_no_room(index: Index, problem: Problem) -> Iterator[Fix]:
    session = index.plan.session_by_id[problem.subjects[0]]
    yield from other_rooms(index, session, index.need(session))


NO_ROOM: Final = Check(
    code="no-room",
    severity=Severity.WARNING,
    title="No room",
    sentence=Message("“{session}” at {from_at} has no room yet."),
    find=_no_room,
    fixes=_fix_no_room,
)


def _no_places(index: Index) -> Iterator[Finding]:
    """Find rooms in use with an unknown number of places, once for each seating; breaks need no seating."""
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
        return Message("The number of places in {room} {seated} has not been entered: {subjects}.")
    return Message("No seating is chosen in {room}: {subjects}.")


def _fix_no_places(index: Index, problem: Problem) -> Iterator[Fix]:
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
    fixes=_fix_no_places,
)
