"""Seating: only what the room can take, as far as the venue said.

A room entered with some seatings but not with this one probably cannot take it: that is reported here. For a room
without any seating, or a session that has chosen none, nothing is known: that is reported as "places unknown".
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.fixes.moves import other_rooms, other_seatings
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.model import Place, Seating, Session


def is_refused(index: Index, place: Place) -> bool:
    """Return whether seatings were entered for a room, but not this one."""
    room = index.plan.room_by_id[place.room]
    return place.seating is not None and bool(room.capacities) and room.places(place.seating) is None


def _refused(index: Index) -> Iterator[Finding]:
    """Find the seatings in use that were not entered for their room, each once."""
    found: dict[tuple[str, Seating | None], list[Session]] = {}
    for session in chain.from_iterable(index.scheduled.values()):
        for place in session.places if index.places(session) is None else ():
            if is_refused(index, place):
                found.setdefault((place.room, place.seating), []).append(session)
    for (room, seating), sessions in found.items():
        facts: Facts = {"room": room, "seating": str(seating), "sessions": len(sessions)}
        yield Finding((room, *(session.id for session in sessions)), facts)


def _fixes(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer the seatings of the room, then rooms with this seating; only where a single session is affected."""
    if len(problem.subjects) == 2:  # the room and the session
        session = index.plan.session_by_id[problem.subjects[1]]
        yield from other_seatings(index, session, index.need(session))
        yield from other_rooms(index, session, index.need(session))


SEATING: Final = Check(
    code="seating",
    severity=Severity.WARNING,
    title="Seating not available in the room",
    sentence=Message("{room} has places in other seatings, but none {seated}: {subjects}."),
    find=_refused,
    fixes=_fixes,
)
