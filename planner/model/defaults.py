"""Defaults: the session made of a kind, the main room where all meet, and the rooms to use beside it."""

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
    """Return a room in a seating, or in its first one if its places in that seating are unknown."""
    known = plan.room_by_id[room]
    if known.places(seating) is None and known.capacities:
        seating = known.capacities[0].seating
    return Place(room=room, seating=seating)


def main_room(plan: Plan) -> str | None:
    """Return the room with the most seats, where everyone meets by default."""
    rooms = [(*_size(room), -place) for place, room in enumerate(plan.rooms)]
    return plan.rooms[-max(rooms)[-1]].id if rooms else None


def rooms_beside(plan: Plan, seating: Seating | None, *, tables: bool = False) -> tuple[str, ...]:
    """Return rooms that can be used side by side: those with places in a seating first, the main room last.

    Divided rooms are left out in favour of their parts. With tables the parts of the main room come first.
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
