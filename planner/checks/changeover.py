"""Changeover: time to change the seating of a room, and time for people to walk from one room to another."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final

from planner.checks.index import Index
from planner.checks.mending import block_of, move_later, other_rooms, shorten, to_places
from planner.checks.overlaps import Block
from planner.checks.path import rests, work
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.model import Place, Seating, Session
from planner.model.agenda import is_barrier

# Seating


def _reseating(index: Index) -> Iterator[Finding]:
    """Find rooms that stand empty for too short a time between two sessions in different seating.

    Rooms that are divided are looked at part by part, as a whole is rebuilt with its parts.
    """
    told: set[tuple[str, str]] = set()
    needed = index.plan.settings.reseating_minutes
    for (_, room), sessions in index.by_room.items():
        if index.plan.room_by_id[room].parts or len(sessions) == 1:
            continue
        for before, after, minutes in _rebuilt(index, room, sessions):
            if minutes < needed and (before.id, after.id) not in told:
                told.add((before.id, after.id))
                place = _place(index, after, room)
                facts: Facts = {"session": before.id, "other": after.id, "room": place.room}
                facts |= {"seating": str(place.seating or ""), "minutes": minutes, "needed": needed}
                yield Finding((before.id, after.id), facts)


def _rebuilt(index: Index, room: str, sessions: list[Session]) -> Iterator[tuple[Session, Session, int]]:
    """Give the sessions between which a room is rebuilt, and for how many minutes it stands empty meanwhile.

    Who uses the room without a seating does not need it rebuilt, but is in the way.
    """
    before, seating, empty, latest = None, None, 0, 0
    for session in sessions:
        span = index.spans[session.id]
        empty += max(0, span.start - latest)
        new = _place(index, session, room).seating
        if new is not None:
            if before is not None and seating != new and span.start >= latest:
                yield before, session, empty
            before, seating, empty = session, new, 0
        latest = max(latest, span.end)


def _place(index: Index, session: Session, room: str) -> Place:
    """Return the place by which a session uses a room."""
    places = session.places
    return next((place for place in places if room in index.occupied[place.room]), places[0])


def _mend_reseating(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer the same seating for both, another room, or more time."""
    facts = dict(problem.facts)
    before, after = (index.plan.session_by_id[session_id] for session_id in problem.subjects)
    room = str(facts["room"])
    seatings = [_place(index, session, room).seating for session in (before, after)]
    for session, seating in ((after, seatings[0]), (before, seatings[1])):
        places = index.plan.room_by_id[session.places[0].room].places(seating)
        if len(session.places) == 1 and seating is not None and places is not None and places >= index.need(session):
            yield _reseated(session, seating, places)
    yield from list(other_rooms(index, after, index.need(after)))[:1]
    start = index.spans[before.id].end
    if not after.fixed and after.round is None and after.day is not None:
        block = Block(after.id, after.day, index.spans[after.id], (after,))
        yield from move_later(
            index, block, max(start, block.span.start) + problem.fact("needed") - problem.fact("minutes")
        )


def _reseated(session: Session, seating: Seating, places: int) -> Fix:
    return to_places(session, (Place(room=session.places[0].room, seating=seating),), places)


RESEATING: Final = Check(
    code="reseating",
    severity=Severity.WARNING,
    title="Too little time to change the seating",
    sentence=Message(
        "{room}: {minutes} min to change the seating from “{session}” to “{other}” ({seating}), {needed} are needed."
    ),
    find=_reseating,
    fixes=_mend_reseating,
)

# Walking


def _walking(index: Index) -> Iterator[Finding]:
    """Find sessions in different rooms with too little time between them; a break or a change in between counts."""
    needed = index.plan.settings.walking_minutes
    for day in index.plan.days:
        for before, after in pairwise(work(index, day.id)):
            minutes = after.span.start - before.span.end
            if 0 <= minutes < needed and not _in_one_place(index, before.sessions, after.sessions):
                facts: Facts = {"session": before.id, "other": after.id, "minutes": minutes, "needed": needed}
                yield Finding((before.id, after.id, day.id), facts)
    for (first, second), people in _walkers(index, needed).items():
        minutes = index.spans[second].start - index.spans[first].end
        facts = {"session": first, "other": second, "minutes": minutes, "needed": needed, "people": len(people)}
        yield Finding((first, second, *people), facts)


def _walkers(index: Index, needed: int) -> dict[tuple[str, str], list[str]]:
    """Return who has to walk between two sessions of which not both take everybody."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for person, sessions in index.by_person.items():
        if len(sessions) == 1:
            continue
        for _, day in groupby(sessions, attrgetter("day")):
            for before, after in pairwise(day):
                minutes = index.spans[after.id].start - index.spans[before.id].end
                together = is_barrier(before) and is_barrier(after)
                if 0 <= minutes < needed and not together and not _in_one_place(index, (before,), (after,)):
                    found[before.id, after.id].append(person)
    return found


def _in_one_place(index: Index, before: tuple[Session, ...], after: tuple[Session, ...]) -> bool:
    """Tell whether nobody has to walk, or nobody can know; a hall and its part are one place.

    From one round to another people change rooms, unless there is one room only.
    """
    if not all(session.places for session in (*before, *after)):
        return True
    first = {place.room for session in before for place in session.places}
    second = {place.room for session in after for place in session.places}
    if before[0].round and after[0].round and len(before) + len(after) > 2:
        return len(first | second) == 1
    return first <= index.rooms_of_all(after) and second <= index.rooms_of_all(before)


def _walking_sentence(facts: Facts) -> Message:
    if "people" in facts:
        return Message(
            "{people} have {minutes} min to walk from “{session}” to “{other}”, {needed} are needed: {subjects}.",
            one="One person has {minutes} min to walk from “{session}” to “{other}”, {needed} are needed: {subjects}.",
            count="people",
        )
    return Message("{minutes} min to walk from “{session}” to “{other}”, {needed} are needed.")


def _mend_walking(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer the same room, a shorter session before, or a later one behind."""
    needed = problem.fact("needed")
    first, second, *others = problem.subjects
    known = {block.id: block for block in index.blocks.get(others[0], ())}
    before, after = (known.get(block_id) or block_of(index, block_id, 0) for block_id in (first, second))
    if len(before.sessions) == len(after.sessions) == 1:
        yield from _same_room(index, before.sessions[0], after.sessions[0])
    if before.id in index.plan.round_by_id or before.sessions[0].round is None:
        yield from shorten(before, after.span.start - needed)
    if not after.fixed and (after.id in index.plan.round_by_id or after.sessions[0].round is None):
        yield from move_later(index, after, before.span.end + needed)


def _same_room(index: Index, before: Session, after: Session) -> Iterator[Fix]:
    """Offer the room of one for the other, if it is free and holds them; nobody listens standing."""
    for session, other in ((after, before), (before, after)):
        places, span, day = index.places_of(other.places), index.spans[session.id], session.day or ""
        free = all(index.is_free(place.room, day, span, session.id) for place in other.places)
        stands = any(place.seating == Seating.STANDING for place in other.places) and not rests(index, session)
        if free and not stands and places is not None and places >= index.need(session):
            yield to_places(session, other.places, places)


WALKING: Final = Check(
    code="walking",
    severity=Severity.WARNING,
    title="Too little time to walk to another room",
    sentence=_walking_sentence,
    find=_walking,
    fixes=_mend_walking,
)
