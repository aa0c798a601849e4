"""What fixes are made of: rooms that would do, times that are free, and the edits with their labels."""

from collections.abc import Callable, Iterator
from typing import Final

from planner.checks.index import Index
from planner.checks.overlaps import Block
from planner.checks.problem import Fix, Message
from planner.model import Capacity, Place, Plan, Room, Seating, Session, Span
from planner.model.edits import change_session, move_session, resize_session, set_places, shift

MOST_ROOMS: Final = 2
SHORTEST: Final = 5
"""Minutes below which no fix shortens a session."""


def any_room(_room: Room) -> bool:
    """Let every room do."""
    return True


def other_rooms(index: Index, session: Session, need: int, suits: Callable[[Room], bool] = any_room) -> Iterator[Fix]:
    """Give the smallest free rooms that hold so many people and suit, those in the same seating first."""
    seating = session.places[0].seating if session.places else index.plan.kind_of(session).seating
    found: list[tuple[bool, int, int, Place]] = []
    for order, (place, places) in enumerate(_free_places(index, session, need, seating)):
        if not suits(index.plan.room_by_id[place.room]):
            continue
        found.append((place.seating != seating, places, order, place))
    for _, places, _, place in sorted(found, key=lambda room: room[:3])[:MOST_ROOMS]:
        yield to_places(session, (place,), places)


def _free_places(index: Index, session: Session, need: int, seating: Seating | None) -> Iterator[tuple[Place, int]]:
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
    """Return the seatings of a room that hold so many; people stand only in breaks, or where they stand already."""
    stands = index.plan.kind_of(session).rests or any(place.seating == Seating.STANDING for place in session.places)
    return [
        capacity
        for capacity in room.capacities
        if capacity.places >= need and (stands or capacity.seating != Seating.STANDING)
    ]


def one_more_room(index: Index, session: Session, missing: int) -> Iterator[Fix]:
    """Give the smallest free room that holds those who find no place, beside the rooms there are."""
    known = index.places(session)
    seating = session.places[0].seating if session.places else None
    near = index.rooms_of(session)
    found = [free for free in _free_places(index, session, missing, seating) if free[0].room not in near]
    if known is not None and found:
        place, places = min(found, key=lambda free: (free[0].seating != seating, free[1]))
        yield Fix(
            Message("Add {room}, {seating}: {places} in all"),
            lambda plan: set_places(plan, session.id, (*plan.session_by_id[session.id].places, place)),
            {"room": place.room, "seating": str(place.seating or ""), "places": known + places},
        )


def other_seatings(index: Index, session: Session, need: int) -> Iterator[Fix]:
    """Give the seatings of the same room that hold so many people, the tightest first."""
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
    """Put a session into another room."""
    facts = {"session": session.id, "room": places[0].room, "seating": str(places[0].seating or ""), "places": number}
    return Fix(
        Message("“{session}” to {room}, {seating} ({places})"),
        lambda plan: set_places(plan, session.id, places),
        facts,
    )


def move(index: Index, block: Block, start: int) -> Fix:
    """Move a session, or the sessions of a round together, to another start."""
    ids = [session.id for session in block.sessions]
    delta = start - block.span.start
    several = len(ids) > 1 and block.id in index.plan.round_by_id
    return Fix(
        Message("“{session}” to {to_at}"),
        (lambda plan: shift(plan, ids, delta)) if several else (lambda plan: _moved(plan, block.sessions[0].id, delta)),
        {"session": block.id, "to_at": start},
    )


def _moved(plan: Plan, session_id: str, delta: int) -> Plan:
    session = plan.session_by_id[session_id]
    assert session.day is not None
    assert session.start is not None
    return move_session(plan, session_id, session.day, session.start + delta)


def move_with_followers(block: Block, start: int) -> Iterator[Fix]:
    """Move a session and what flows with it; a round is left out, its sessions flow one by one."""
    session = block.sessions[0]
    if session.round is None:
        yield Fix(
            Message("“{session}” and what follows to {to_at}"),
            lambda plan: move_session(plan, session.id, block.day, start, flow=True),
            {"session": session.id, "to_at": start},
        )


def shorten(block: Block, end: int) -> Iterator[Fix]:
    """Let a session end at a time, or all sessions of a round that are longer; not below a few minutes."""
    over = block.span.end - end
    lengths = {session.id: session.minutes - over for session in block.sessions if session.end == block.span.end}
    lengths |= {
        session.id: end - (session.start or 0) for session in block.sessions if end < session.end < block.span.end
    }
    if lengths and min(lengths.values()) >= SHORTEST:
        yield Fix(
            Message("Shorten “{session}” by {minutes} min"),
            lambda plan: _resized(plan, lengths),
            {"session": block.id, "minutes": over},
        )


def lengthen(block: Block, end: int) -> Iterator[Fix]:
    """Let a session last until a time."""
    more = end - block.span.end
    if len(block.sessions) == 1:
        session = block.sessions[0]
        yield Fix(
            Message("“{session}” {minutes} min longer"),
            lambda plan: resize_session(plan, session.id, session.minutes + more),
            {"session": session.id, "minutes": more},
        )


def _resized(plan: Plan, lengths: dict[str, int]) -> Plan:
    for session, minutes in lengths.items():
        plan = change_session(plan, session, minutes=minutes)
    return plan


def move_later(index: Index, block: Block, after: int) -> Iterator[Fix]:
    """Move a block behind a time: what is for everyone right behind it, also with what follows; else when it is free.

    What is for everyone has its place in the order of the day, so it is not moved behind others.
    """
    if block.barrier:
        yield move(index, block, after)
        yield from move_with_followers(block, after)
    else:
        yield from (move(index, block, start) for start in next_free(index, block, after))


def next_free(index: Index, block: Block, after: int) -> Iterator[int]:
    """Give the first start after a time at which the block finds its people and rooms free, before the day's end."""
    length = block.span.end - block.span.start
    rooms = index.rooms_of_all(block.sessions)
    own = {session.id for session in block.sessions}
    start = after
    for other in sorted(index.blocks[block.day], key=lambda other: other.span.start):
        if own.intersection(session.id for session in other.sessions):
            continue
        meets = block.barrier or other.barrier or any(rooms & index.rooms_of(member) for member in other.sessions)
        if meets and other.span.overlaps(Span(start, start + length)):
            start = other.span.end
    if start + length <= index.plan.day_by_id[block.day].end:
        yield start


def block_of(index: Index, problem_id: str, near: int) -> Block:
    """Return the block of a session's or round's id that starts at, or last before, a wall minute."""
    session = index.plan.session_by_id.get(problem_id)
    if session is not None and session.day is not None:
        return Block(session.id, session.day, index.spans[session.id], (session,))
    found = [block for day in index.blocks.values() for block in day if block.id == problem_id]
    return max(found, key=lambda block: (block.span.start <= near, block.span.start))
