"""The edit by which a session overwrites others: what it covers gives way, and nothing is deleted."""

from planner.model.agenda import is_barrier, on_day
from planner.model.edits._entries import replaced
from planner.model.edits.times import with_parts
from planner.model.plan import Plan
from planner.model.session import Session
from planner.model.time import Span


def overwrite(plan: Plan, session_id: str) -> Plan:
    """Shorten what a session covers, and move it to the tray where nothing is left of it.

    What would be cut in two keeps its longer part. What starts at a fixed time keeps its start: it may end earlier, but
    is neither moved nor sent to the tray. A smaller session in another room is not covered by one for everyone.
    """
    session = plan.session_by_id[session_id]
    sessions = plan.sessions
    for other in on_day(plan, session.day or "") if session.minutes else ():
        if _covers(plan, session, other):
            sessions = replaced(sessions, _uncovered(session, other))
    return plan.changed(sessions=sessions)


def _covers(plan: Plan, session: Session, other: Session) -> bool:
    if other.id == session.id or session.start is None or other.start is None:
        return False
    if not Span(session.start, session.end).overlaps(Span(other.start, other.end)) or not other.minutes:
        return False
    if not with_parts(plan, session).isdisjoint(with_parts(plan, other)):
        return True
    same_round = session.round is not None and session.round == other.round
    return is_barrier(session) and is_barrier(other) and not same_round


def _uncovered(session: Session, other: Session) -> Session:
    """Return what is left of another session: the longer of its parts before and after; nothing is the tray."""
    start, other_start = session.start or 0, other.start or 0
    before, after = start - other_start, 0 if other.fixed else other.end - session.end
    if before > 0 and before >= after:
        return other.changed(minutes=before)
    if after > 0:
        return other.changed(start=session.end, minutes=after)
    return other if other.fixed else other.changed(start=None)
