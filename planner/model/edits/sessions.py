"""Edits of sessions as such: add, remove, change, duplicate, split, reorder."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from planner.model.edits._entries import changed_session, reordered
from planner.model.edits.acceptances import pruned
from planner.model.plan import Plan
from planner.model.references import held, removed, renamed
from planner.model.round import Round
from planner.model.session import Everyone, Place, Session, Share
from planner.model.time import LAST_START


def add_session(plan: Plan, session: Session, position: int | None = None) -> Plan:
    """Add a session, last or at a position of the plan's order."""
    place = len(plan.sessions) if position is None else max(0, position)
    return plan.changed(sessions=(*plan.sessions[:place], session, *plan.sessions[place:]))


def remove_session(plan: Plan, session_id: str) -> Plan:
    """Remove a session and the seats in it."""
    return pruned(removed(plan, "sessions", (session_id,)))


def change_session(plan: Plan, session_id: str, **fields: Any) -> Plan:  # noqa: ANN401  # validated by the model
    """Change fields of a session; when it leaves its round, the seats in it are given up."""
    return change_each(plan, {session_id: fields})


def change_each(plan: Plan, changes: Mapping[str, Mapping[str, Any]]) -> Plan:
    """Change fields of several sessions, given by id; when one leaves its round, the seats in it are given up."""
    changed = (plan.session_by_id[session_id].changed(**fields) for session_id, fields in changes.items())
    new = {session.id: session for session in changed}
    if all(session is plan.session_by_id[session_id] for session_id, session in new.items()):
        return plan
    sessions = tuple(new.get(session.id, session) for session in plan.sessions)
    rounds = tuple(
        _without_seats(round_, {session.id for session in new.values() if session.round != round_.id})
        for round_ in plan.rounds
    )
    return plan.changed(sessions=sessions, rounds=rounds)


def set_places(plan: Plan, session_id: str, places: tuple[Place, ...]) -> Plan:
    """Put a session into rooms, each in a seating."""
    return changed_session(plan, session_id, places=places)


def join_round(plan: Plan, session_id: str, round_id: str | None) -> Plan:
    """Put a session into a round, so that it shares its people; with None it is for everyone."""
    return change_session(plan, session_id, attendance=Everyone() if round_id is None else Share(round=round_id))


def order_session(plan: Plan, session_id: str, position: int) -> Plan:
    """Move a session in the plan's order, which decides what comes first of sessions side by side."""
    return plan.changed(sessions=reordered(plan.sessions, session_id, position))


def duplicate_session(plan: Plan, session_id: str, ids: tuple[str, ...]) -> Plan:
    """Add a copy of a session right after it, in the plan's order and, if it has a time, in time.

    In a round, whose sessions are side by side, the copy is at the same time instead, and in no room yet. The first id
    is the copy's; the others, as many as needed_ids() says, are for its contributions and items.
    """
    session = plan.session_by_id[session_id]
    copy = with_ids(session, ids).changed(fixed=False)
    if session.round is not None:
        copy = copy.changed(places=())
    elif session.start is not None:
        copy = copy.changed(start=min(session.end, LAST_START - 1))
    return add_session(plan, copy, plan.sessions.index(session) + 1)


def needed_ids(session: Session) -> int:
    """Return how many new ids a copy of a session needs."""
    return len(held(session).ids)


def with_ids(session: Session, ids: tuple[str, ...]) -> Session:
    """Return a copy of a session in which it and all its parts have these ids; raises ValueError for too few."""
    if len(ids) < needed_ids(session):
        message = f"a copy of {session.id!r} needs {needed_ids(session)} ids, not {len(ids)}"
        raise ValueError(message)
    return renamed(session, dict(zip(held(session).ids, ids, strict=False)))


def split_session(plan: Plan, session_id: str, minutes: int, ids: tuple[str, ...]) -> Plan:
    """Split a session after so many minutes; the second part is a copy with these ids, and never fixed."""
    session = plan.session_by_id[session_id]
    if not 0 < minutes < session.minutes:
        message = f"cannot split {session.minutes} minutes after {minutes}"
        raise ValueError(message)
    rest = with_ids(session, ids).changed(minutes=session.minutes - minutes, fixed=False)
    if session.start is not None:
        rest = rest.changed(start=min(session.start + minutes, LAST_START - 1))
    first = changed_session(plan, session_id, minutes=minutes)
    return add_session(first, rest, plan.sessions.index(session) + 1)


def _without_seats(round_: Round, sessions: AbstractSet[str]) -> Round:
    if all(seat.session not in sessions for seat in round_.seats):
        return round_
    return round_.changed(seats=tuple(seat for seat in round_.seats if seat.session not in sessions))
