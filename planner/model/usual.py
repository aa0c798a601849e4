"""What is usual: the session that a kind makes, the room where all meet, and the rooms beside it."""

from planner.model.kind import Kind
from planner.model.plan import Plan
from planner.model.room import Room, Seating
from planner.model.session import Place, Session
from planner.model.time import LAST_START


def block(kind: Kind, session_id: str, *, day: str | None, start: int | None, room: str | None, plan: Plan) -> Session:
    """Return a new session of a kind, in a room if one is given."""
    places = (usual_place(plan, room, kind.seating),) if room is not None else ()
    start = None if start is None else min(start, LAST_START - 1)
    return Session(id=session_id, kind=kind.id, day=day, start=start, minutes=kind.minutes, places=places)


def usual_place(plan: Plan, room: str, seating: Seating | None) -> Place:
    """Return a room in a seating, or in its first one where nobody knows its places in that."""
    known = plan.room_by_id[room]
    if known.places(seating) is None and known.capacities:
        seating = known.capacities[0].seating
    return Place(room=room, seating=seating)


def main_room(plan: Plan) -> str | None:
    """Return the room with the most seats: where everyone meets unless told otherwise."""
    rooms = [(*_size(room), -place) for place, room in enumerate(plan.rooms)]
    return plan.rooms[-max(rooms)[-1]].id if rooms else None


def rooms_beside(plan: Plan, seating: Seating | None, *, tables: bool = False) -> tuple[str, ...]:
    """Return rooms that can be used at once: those with places in a seating first, the one where all meet last.

    A divided room is left out, its parts count. With tables the parts of the room where all meet come first.
    """
    hall = main_room(plan)
    halls = set(plan.room_by_id[hall].parts) if hall is not None else set[str]()
    free = [room for room in plan.rooms if not room.parts and not _only_standing(room)]
    free.sort(key=lambda room: (tables and room.id not in halls, room.id == hall, room.places(seating) is None))
    return tuple(room.id for room in free)


def _size(room: Room) -> tuple[int, int]:
    seats = [capacity.places for capacity in room.capacities if capacity.seating != Seating.STANDING]
    return max(seats, default=0), max((capacity.places for capacity in room.capacities), default=0)


def _only_standing(room: Room) -> bool:
    return bool(room.capacities) and all(capacity.seating == Seating.STANDING for capacity in room.capacities)
