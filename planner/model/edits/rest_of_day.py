"""Edits of the rest of a day: insert a buffer, or shift everything after a time."""

from planner.model.agenda import on_day
from planner.model.edits.order import share_track
from planner.model.edits.sessions import add_session
from planner.model.edits.times import flowing_from, insert_session, room_to_come_forward, round_mates, shift
from planner.model.plan import Plan
from planner.model.session import Everyone, Session
from planner.model.time import DAY, LAST_START


def insert_buffer(
    plan: Plan, session_id: str, buffer_id: str, minutes: int, *, kind: str, before: bool = False, flow: bool = True
) -> Plan:
    """Insert a break or a change of rooms after a session or before it; at a round after or before all its sessions.

    With flow what follows makes room by as much as is lacking; a fixed time stays. For a session with a known number of
    people it is inserted on their track only. In the tray there is nothing to insert between: nothing changes.
    """
    session = plan.session_by_id[session_id]
    if session.start is None or not minutes:
        return plan
    members = (session, *round_mates(plan, session))
    own_track = session.attendance.who == "number"
    buffer = Session(
        id=buffer_id,
        kind=kind,
        day=session.day,
        start=min(max(member.end for member in members), LAST_START - 1),
        minutes=max(0, min(minutes, DAY)),
        places=session.places if own_track else (),
        attendance=session.attendance if own_track else Everyone(),
    )
    if not before:
        return insert_session(plan, buffer, flow=flow)
    start = min(member.start or 0 for member in members)
    free = max(0, start - buffer.minutes)
    if not flow or any(member.fixed for member in members):
        return add_session(plan, buffer.changed(start=free))
    day = on_day(plan, session.day or "")
    ended = [other.end for other in day if other.end <= start and share_track(plan, session, other)]
    return insert_session(plan, buffer.changed(start=max(free, *ended, 0)), flow=True)


def shift_rest(plan: Plan, day: str, from_minute: int, minutes: int) -> Plan:
    """Move what starts at a time or later, on all tracks, up to the next fixed time; earlier only into empty time.

    What moves earlier does not pass what stays; what then runs into a fixed time is reported by the checks.
    """
    moving = flowing_from(plan, day, from_minute)
    if minutes < 0:
        minutes = max(minutes, -room_to_come_forward(plan, moving, moving))
    return shift(plan, [session.id for session in moving], minutes)
