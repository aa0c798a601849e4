"""Edits of rooms, their parts and their order."""

from collections.abc import Mapping
from typing import Any

from planner.model.edits._entries import mapped, reordered, replaced
from planner.model.edits.acceptances import pruned
from planner.model.plan import Plan
from planner.model.references import removed
from planner.model.room import Room
from planner.model.session import Place, Session


def add_room(plan: Plan, room: Room) -> Plan:
    """Add a room after all others."""
    return plan.changed(rooms=(*plan.rooms, room))


def change_room(plan: Plan, room_id: str, **fields: Any) -> Plan:  # noqa: ANN401  # validated by the model
    """Change fields of a room; a room that would become a part of itself raises ValueError."""
    return plan.changed(rooms=replaced(plan.rooms, plan.room_by_id[room_id].changed(**fields)))


def order_room(plan: Plan, room_id: str, position: int) -> Plan:
    """Move a room, and so its column, to another position."""
    return plan.changed(rooms=reordered(plan.rooms, room_id, position))


def remove_room(plan: Plan, room_id: str) -> Plan:
    """Remove a room; sessions in it keep their other rooms, and divided rooms their other parts."""
    return pruned(removed(plan, "rooms", (room_id,)))


def set_rooms(plan: Plan, rooms: tuple[Room, ...]) -> Plan:
    """Replace all rooms by these, in this order; sessions leave the rooms that are gone.

    A room that would become a part of itself raises ValueError, as does a part that is not among them.
    """
    kept = {room.id for room in rooms}
    for room in plan.rooms:
        if room.id not in kept:
            plan = remove_room(plan, room.id)
    known = plan.room_by_id
    return plan.changed(rooms=tuple(known[room.id] if known.get(room.id) == room else room for room in rooms))


def reassign_rooms(plan: Plan, mapping: Mapping[str, str], day: str | None = None) -> Plan:
    """Move what is in one room to another, for all pairs at the same time, so that rooms can be exchanged.

    Only sessions of a day, if one is given; otherwise all, including the tray. The seating stays where the new room
    has places for it, or has no places entered at all; otherwise the room's first one is taken. Where a session would
    be in one room twice, its first place stays.
    """
    rooms = plan.room_by_id
    new = {old: rooms[target] for old, target in mapping.items() if old != target and old in rooms}

    def reassigned(session: Session) -> Session:
        concerned = day is None or (session.scheduled and session.day == day)
        return _reassigned(session, new) if concerned else session

    return plan.changed(sessions=mapped(plan.sessions, reassigned))


def _reassigned(session: Session, new: Mapping[str, Room]) -> Session:
    if all(place.room not in new for place in session.places):
        return session
    places: dict[str, Place] = {}
    for place in session.places:
        found = _into(place, new[place.room]) if place.room in new else place
        places.setdefault(found.room, found)
    return session.changed(places=tuple(places.values()))


def _into(place: Place, room: Room) -> Place:
    fits = place.seating is None or not room.capacities or room.places(place.seating) is not None
    return Place(room=room.id, seating=place.seating if fits else room.capacities[0].seating)
