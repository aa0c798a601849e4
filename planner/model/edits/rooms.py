"""Edits of rooms, their parts and their order."""

from typing import Any

from planner.model.edits._replace import moved, replaced, without
from planner.model.edits.acceptances import pruned
from planner.model.plan import Plan
from planner.model.room import Room
from planner.model.session import Session


def add_room(plan: Plan, room: Room) -> Plan:
    """Add a room behind all others."""
    return plan.changed(rooms=(*plan.rooms, room))


def change_room(plan: Plan, room_id: str, **fields: Any) -> Plan:  # noqa: ANN401  # validated by the model
    """Change fields of a room; a room that would become a part of itself raises ValueError."""
    return plan.changed(rooms=replaced(plan.rooms, plan.room_by_id[room_id].changed(**fields)))


def order_room(plan: Plan, room_id: str, position: int) -> Plan:
    """Move a room's column."""
    return plan.changed(rooms=moved(plan.rooms, room_id, position))


def remove_room(plan: Plan, room_id: str) -> Plan:
    """Remove a room; sessions in it keep their other rooms, wholes their other parts."""
    rooms = tuple(
        room.changed(parts=tuple(part for part in room.parts if part != room_id)) if room_id in room.parts else room
        for room in without(plan.rooms, room_id)
    )
    sessions = tuple(_out_of(session, room_id) for session in plan.sessions)
    return pruned(plan.changed(rooms=rooms, sessions=sessions))


def _out_of(session: Session, room_id: str) -> Session:
    if all(place.room != room_id for place in session.places):
        return session
    return session.changed(places=tuple(place for place in session.places if place.room != room_id))
