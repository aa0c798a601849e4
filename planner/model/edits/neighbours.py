"""Edits of two sessions that follow each other on a track: the border between them rolls."""

from planner.model.agenda import is_barrier, on_day
from planner.model.edits._replace import replaced
from planner.model.edits.times import beside, with_parts
from planner.model.plan import Plan
from planner.model.session import Session
from planner.model.time import DAY, LAST_START


def neighbour_after(plan: Plan, session_id: str) -> Session | None:
    """Return the session that starts just when one ends, on its track: in its room first, then for all.

    What takes no time is only a mark and no neighbour.
    """
    return _neighbour(plan, plan.session_by_id[session_id], after=True)


def neighbour_before(plan: Plan, session_id: str) -> Session | None:
    """Return the session that ends just when one starts, on its track."""
    return _neighbour(plan, plan.session_by_id[session_id], after=False)


def roll(plan: Plan, first_id: str, second_id: str, minute: int) -> Plan:
    """Move the border between two sessions that follow each other: one longer, the other shorter, no more moves.

    Of a round all sessions at the border go along. Each keeps a minute at least. Sessions that do not follow each
    other have no border: nothing changes.
    """
    first, second = plan.session_by_id[first_id], plan.session_by_id[second_id]
    border = first.end
    if first is second or first.day != second.day or first.start is None or second.start != border:
        return plan
    before = [each for each in (first, *beside(plan, first)) if each.end <= border]
    after = [each for each in (second, *beside(plan, second)) if (each.start or 0) >= border]
    least = max(*((each.start or 0) + min(1, each.minutes) for each in before), *(each.end - DAY for each in after))
    most = min(
        *((each.start or 0) + DAY for each in before if each.end == border),
        *(each.end - min(1, each.minutes) for each in after),
        LAST_START - 1,
    )
    minute = max(least, min(minute, most)) if least <= most else border
    sessions = plan.sessions
    for each in before:
        if each.end == border or each.end > minute:
            sessions = replaced(sessions, each.changed(minutes=minute - (each.start or 0)))
    for each in after:
        start = each.start or 0
        if start == border or start < minute:
            sessions = replaced(sessions, each.changed(start=minute, minutes=each.end - minute))
    return plan.changed(sessions=sessions)


def _neighbour(plan: Plan, session: Session, *, after: bool) -> Session | None:
    if session.day is None or session.start is None or not session.minutes:
        return None
    rooms, found = with_parts(plan, session), None
    for other in on_day(plan, session.day):
        touches = other.start == session.end if after else other.end == session.start
        same = other.id == session.id or (session.round is not None and other.round == session.round)
        if not touches or same or not other.minutes:
            continue
        if not rooms.isdisjoint(with_parts(plan, other)):
            return other
        if found is None and (is_barrier(session) or is_barrier(other)):
            found = other
    return found
