"""Seating: only what the room takes, as far as the house said.

A room that is entered with some seatings but not with this one probably cannot take it: that is told here. Of a room
without any seating, and of a session that has chosen none, nothing is known: that is told as "places unknown".
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from planner.checks.index import Index
from planner.checks.mending import other_rooms, other_seatings
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.model import Place, Seating, Session


def is_refused(index: Index, place: Place) -> bool:
    """Return whether a room is entered with its seatings, and this one is not among them."""
    room = index.plan.room_by_id[place.room]
    return place.seating is not None and bool(room.capacities) and room.places(place.seating) is None


def _refused(index: Index) -> Iterator[Finding]:
    """Find seatings that a room is not entered with, each once."""
    found: dict[tuple[str, Seating | None], list[Session]] = {}
    for session in chain.from_iterable(index.scheduled.values()):
        for place in session.places if index.places(session) is None else ():
            if is_refused(index, place):
                found.setdefault((place.room, place.seating), []).append(session)
    for (room, seating), sessions in found.items():
        facts: Facts = {"room": room, "seating": str(seating), "sessions": len(sessions)}
        yield Finding((room, *(session.id for session in sessions)), facts)


def _fixes(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer what the room takes, then rooms that take it, where it is about one session."""
    if len(problem.subjects) == 2:  # the room and the session
        session = index.plan.session_by_id[problem.subjects[1]]
        yield from other_seatings(index, session, index.need(session))
        yield from other_rooms(index, session, index.need(session))


SEATING: Final = Check(
    code="seating",
    severity=Severity.WARNING,
    title="Seating that the room does not have",
    sentence=Message("{room} has places in other seatings, but none {seated}: {subjects}."),
    find=_refused,
    fixes=_fixes,
)
