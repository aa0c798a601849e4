"""Building blocks of fixes: rooms that fit, times that are free, and the edits with their labels."""

from collections.abc import Callable, Iterator
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.facts.overlaps import Activity, activity_of_session
from planner.checks.problem import Fix, Message
from planner.model import Capacity, Place, Plan, Room, Seating, Session, Span
from planner.model.edits import change_session, move_session, resize_session, set_places, shift

MOST_ROOMS: Final = 2
"""Rooms, and seatings, offered at most: more buttons than that are not read."""
SHORTEST: Final = 5
"""Minutes below which no fix shortens a session."""


def any_room(_room: Room) -> bool:
    """Accept every room."""
    return True


def other_rooms(index: Index, session: Session, need: int, suits: Callable[[Room], bool] = any_room) -> Iterator[Fix]:
    """Offer the smallest free rooms that hold so many people and suit, those in the same seating first."""
    seating = session.places[0].seating if session.places else index.plan.kind_of(session).seating
    free = free_places(index, session, need, seating)
    fitting = [(place, places) for place, places in free if suits(index.plan.room_by_id[place.room])]
    fitting.sort(key=lambda room: (room[0].seating != seating, room[1]))
    for place, places in fitting[:MOST_ROOMS]:
        yield to_places(session, (place,), places)


def free_places(index: Index, session: Session, need: int, seating: Seating | None) -> Iterator[tuple[Place, int]]:
    """Yield the other rooms that are free, each in the best of its seatings that hold so many, with its places."""
    span = index.spans.get(session.id)
    own, usual = {place.room for place in session.places}, index.plan.kind_of(session).seating
    for room in index.plan.rooms:
        if room.id in own or not (span and session.day and index.is_free(room.id, session.day, span, session.id)):
            continue
        fitting = _fitting(index, session, room, need)
        if fitting:
            best = min(
                fitting, key=lambda capacity: (capacity.seating != seating, capacity.seating != usual, capacity.places)
            )
            yield Place(room=room.id, seating=best.seating), best.places


def _fitting(index: Index, session: Session, room: Room, need: int) -> list[Capacity]:
    """Return the seatings of a room that hold so many; standing only for breaks, or where people stand already."""
    stands = index.plan.kind_of(session).rests or any(place.seating == Seating.STANDING for place in session.places)
    return [
        capacity
        for capacity in room.capacities
        if capacity.places >= need and (stands or capacity.seating != Seating.STANDING)
    ]


def one_more_room(index: Index, session: Session, missing: int) -> Iterator[Fix]:
    """Offer, in addition to the present rooms, the smallest free room that holds those without a place."""
    known = index.places(session)
    seating = session.places[0].seating if session.places else None
    near = index.rooms_of(session)
    found = [
        (place, places) for place, places in free_places(index, session, missing, seating) if place.room not in near
    ]
    if known is not None and found:
        place, places = min(found, key=lambda room: (room[0].seating != seating, room[1]))
        yield Fix(
            Message("Add {room}, {seating}: {places} in all"),
            lambda plan: set_places(plan, session.id, (*plan.session_by_id[session.id].places, place)),
            {"room": place.room, "seating": str(place.seating or ""), "places": known + places},
        )


def other_seatings(index: Index, session: Session, need: int) -> Iterator[Fix]:
    """Offer the seatings of the same room that hold so many people: the usual one first, then the smallest."""
    if len(session.places) != 1:
        return
    place = session.places[0]
    fitting = _fitting(index, session, index.plan.room_by_id[place.room], need)
    usual = index.plan.kind_of(session).seating
    for capacity in sorted(fitting, key=lambda capacity: (capacity.seating != usual, capacity.places))[:MOST_ROOMS]:
        if capacity.seating != place.seating:
            new = (Place(room=place.room, seating=capacity.seating),)
            yield Fix(
                Message("Seating {seating}: {places}"),
                lambda plan, new=new: set_places(plan, session.id, new),
                {"seating": str(capacity.seating), "places": capacity.places},
            )


def to_places(session: Session, places: tuple[Place, ...], number: int) -> Fix:
    """Return the fix that puts a session into other rooms, which have so many places."""
    facts = {"session": session.id, "room": places[0].room, "seating": str(places[0].seating or ""), "places": number}
    return Fix(
        Message("“{session}” to {room}, {seating} ({places})"),
        lambda plan: set_places(plan, session.id, places),
        facts,
    )


def move(index: Index, activity: Activity, start: int) -> Fix:
    """Return the fix that moves a session, or the sessions of a round together, to another start."""
    members = activity.sessions if activity.id in index.plan.round_by_id else activity.sessions[:1]
    ids = [session.id for session in members]
    delta = start - activity.span.start
    return Fix(
        Message("“{session}” to {to_at}"),
        lambda plan: shift(plan, ids, delta),
        {"session": activity.id, "to_at": start},
    )


def move_with_followers(activity: Activity, start: int) -> Iterator[Fix]:
    """Offer to move a session and what follows; not for a round, whose sessions would each push what follows."""
    session = activity.sessions[0]
    if session.round is None:
        yield Fix(
            Message("“{session}” and what follows to {to_at}"),
            lambda plan: move_session(plan, session.id, activity.day, start, flow=True),
            {"session": session.id, "to_at": start},
        )


def shorten(activity: Activity, end: int) -> Iterator[Fix]:
    """Offer to end an activity at a time, with all sessions of it that run longer; never below a few minutes."""
    over = activity.span.end - end
    lengths = {session.id: session.minutes - over for session in activity.sessions if session.end == activity.span.end}
    lengths |= {
        session.id: end - (session.start or 0) for session in activity.sessions if end < session.end < activity.span.end
    }
    if lengths and min(lengths.values()) >= SHORTEST:
        yield Fix(
            Message("Shorten “{session}” by {minutes} min"),
            lambda plan: _resized(plan, lengths),
            {"session": activity.id, "minutes": over},
        )


def lengthen(activity: Activity, end: int) -> Iterator[Fix]:
    """Offer to extend a session until a time; of a round only if it has a single session."""
    more = end - activity.span.end
    if len(activity.sessions) == 1:
        session = activity.sessions[0]
        yield Fix(
            Message("“{session}” {minutes} min longer"),
            lambda plan: resize_session(plan, session.id, session.minutes + more),
            {"session": session.id, "minutes": more},
        )


def _resized(plan: Plan, lengths: dict[str, int]) -> Plan:
    for session, minutes in lengths.items():
        plan = change_session(plan, session, minutes=minutes)
    return plan


def session_later(index: Index, session: Session, after: int) -> Iterator[Fix]:
    """Offer to move one session after a time; not one that is fixed, nor one that its round holds in place."""
    if not session.fixed and session.round is None:
        yield from move_later(index, activity_of_session(index, session), after)


def move_later(index: Index, activity: Activity, after: int) -> Iterator[Fix]:
    """Offer to move an activity after a time.

    What is for everyone keeps its place in the order of the day: it moves right to that time, alone or with what
    follows. Anything else moves to where its people and rooms are free.
    """
    if activity.barrier:
        yield move(index, activity, after)
        yield from move_with_followers(activity, after)
    else:
        yield from (move(index, activity, start) for start in next_free(index, activity, after))


def next_free(index: Index, activity: Activity, after: int) -> Iterator[int]:
    """Yield the first start from a time on with people and rooms free, if the activity then ends within the day.

    One pass over the day in order of start: whatever is in the way pushes the start to its own end. What was
    passed earlier ends before that, so it cannot be in the way again.
    """
    length = activity.span.end - activity.span.start
    rooms = index.rooms_of_all(activity.sessions)
    own = {session.id for session in activity.sessions}
    start = after
    for other in sorted(index.activities[activity.day], key=lambda other: other.span.start):
        if own.intersection(session.id for session in other.sessions):
            continue
        meets = activity.barrier or other.barrier or any(rooms & index.rooms_of(member) for member in other.sessions)
        if meets and other.span.overlaps(Span(start, start + length)):
            start = other.span.end
    if start + length <= index.plan.day_by_id[activity.day].end:
        yield start


def activity_of(index: Index, problem_id: str, near: int) -> Activity:
    """Return the activity of a session's or a round's id.

    A round may be held more than once: then the one that starts at a wall minute, or last before it.
    """
    session = index.plan.session_by_id.get(problem_id)
    if session is not None:
        return activity_of_session(index, session)
    found = [activity for day in index.activities.values() for activity in day if activity.id == problem_id]
    return max(found, key=lambda activity: (activity.span.start <= near, activity.span.start))
