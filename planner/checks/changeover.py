"""Changeovers: time to change the seating of a room, and time to walk from one room to another."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, islice, pairwise
from operator import attrgetter
from typing import Final

from planner.checks.facts.everyones_day import rests, work
from planner.checks.facts.index import Index
from planner.checks.fixes.moves import activity_of, move_later, other_rooms, session_later, shorten, to_places
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.model import Place, Seating, Session
from planner.model.agenda import is_barrier

# Seating


def _reseating(index: Index) -> Iterator[Finding]:
    """Find rooms that are empty for too short a time between two sessions in different seatings.

    A divided room is examined part by part: when the whole is rebuilt, its parts are.
    """
    reported: set[tuple[str, str]] = set()
    needed = index.plan.settings.reseating_minutes
    for (_, room), sessions in index.by_room.items():
        if index.plan.room_by_id[room].parts or len(sessions) == 1:
            continue
        for before, after, minutes in _rebuilt(index, room, sessions):
            if minutes < needed and (before.id, after.id) not in reported:
                reported.add((before.id, after.id))
                place = _place(index, after, room)
                facts: Facts = {"session": before.id, "other": after.id, "room": place.room}
                facts |= {"seating": str(place.seating or ""), "minutes": minutes, "needed": needed}
                yield Finding((before.id, after.id), facts)


def _rebuilt(index: Index, room: str, sessions: list[Session]) -> Iterator[tuple[Session, Session, int]]:
    """Yield the sessions between which a room is rebuilt, and for how many minutes it is empty in between.

    A session without a seating needs no rebuilding, but nobody can rebuild while it is on: its minutes do not count.
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


def _fix_reseating(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer the same seating for both, another room, or more time."""
    facts = dict(problem.facts)
    before, after = (index.plan.session_by_id[session_id] for session_id in problem.subjects)
    room = str(facts["room"])
    seatings = [_place(index, session, room).seating for session in (before, after)]
    for session, seating in ((after, seatings[0]), (before, seatings[1])):
        places = index.plan.room_by_id[session.places[0].room].places(seating)
        if len(session.places) == 1 and seating is not None and places is not None and places >= index.need(session):
            yield to_places(session, (Place(room=session.places[0].room, seating=seating),), places)
    yield from islice(other_rooms(index, after, index.need(after)), 1)
    start = max(index.spans[before.id].end, index.spans[after.id].start)
    yield from session_later(index, after, start + problem.fact("needed") - problem.fact("minutes"))


RESEATING: Final = Check(
    code="reseating",
    severity=Severity.WARNING,
    title="Too little time to change the seating",
    sentence=Message(
        "{room}: {minutes} min to change the seating from “{session}” to “{other}” ({seating}), {needed} are needed."
    ),
    find=_reseating,
    fixes=_fix_reseating,
)

# Walking


def _walking(index: Index) -> Iterator[Finding]:
    """Find sessions in different rooms with too little time between them; a break in between is such time."""
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
    """Return who has to walk between two sessions that are not both for everybody."""
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
    """Return whether nobody has to walk, or that is unknown; a hall and its part are one place.

    From one round to the next people change rooms, unless both have the same single room.
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


def _fix_walking(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer the same room, a shorter session before, or a later one after."""
    needed = problem.fact("needed")
    first, second, *others = problem.subjects
    known = {activity.id: activity for activity in index.activities.get(others[0], ())}
    before, after = (known.get(block_id) or activity_of(index, block_id, 0) for block_id in (first, second))
    if len(before.sessions) == len(after.sessions) == 1:
        yield from _same_room(index, before.sessions[0], after.sessions[0])
    if before.id in index.plan.round_by_id or before.sessions[0].round is None:
        yield from shorten(before, after.span.start - needed)
    if not after.fixed and (after.id in index.plan.round_by_id or after.sessions[0].round is None):
        yield from move_later(index, after, before.span.end + needed)


def _same_room(index: Index, before: Session, after: Session) -> Iterator[Fix]:
    """Offer the room of one for the other, if it is free and large enough; only at rests do people stand."""
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
    fixes=_fix_walking,
)
