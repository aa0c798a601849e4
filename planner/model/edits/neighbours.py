"""Edits of two sessions that follow each other on a track: the border between them rolls, they change their order."""

from planner.model.agenda import is_barrier, on_day
from planner.model.edits._replace import replaced
from planner.model.edits.times import beside, shift, with_parts
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


def swap_order(plan: Plan, first_id: str, second_id: str) -> Plan:
    """Let two sessions of a day change their order; each keeps its rooms and its length, a round stays together.

    The time they take together, and the empty time between them, stay. A fixed time is fixed at its new place.
    """
    early, late = sorted(
        (plan.session_by_id[first_id], plan.session_by_id[second_id]), key=lambda each: each.start or 0
    )
    same_round = early.round is not None and early.round == late.round
    if early is late or same_round or early.day != late.day or early.start is None or late.start is None:
        return plan
    ahead, behind = ((each, *beside(plan, each)) for each in (early, late))
    back = min(each.start or 0 for each in behind) - min(each.start or 0 for each in ahead)
    forth = max(each.end for each in behind) - max(each.end for each in ahead)
    return shift(shift(plan, [each.id for each in behind], -back), [each.id for each in ahead], forth)


def next_on_track(plan: Plan, session_id: str, *, back: bool = False) -> Session | None:
    """Return the next session on a session's track, or the one before it; what takes no time is only a mark."""
    session = plan.session_by_id[session_id]
    if session.day is None or session.start is None:
        return None
    members = (session, *beside(plan, session))
    first, last = min(each.start or 0 for each in members), max(each.end for each in members)
    found = [each for each in on_day(plan, session.day) if each.minutes and share_track(plan, session, each)]
    if back:
        return max((each for each in found if each.end <= first), key=lambda each: each.end, default=None)
    return next((each for each in found if (each.start or 0) >= last), None)


def share_track(plan: Plan, one: Session, two: Session) -> bool:
    """Tell whether two sessions stand on a common track; those of one round stand beside each other."""
    if one.id == two.id or (one.round is not None and one.round == two.round):
        return False
    return is_barrier(one) or is_barrier(two) or not with_parts(plan, one).isdisjoint(with_parts(plan, two))


def _neighbour(plan: Plan, session: Session, *, after: bool) -> Session | None:
    if session.day is None or session.start is None or not session.minutes:
        return None
    rooms, found = with_parts(plan, session), None
    for other in on_day(plan, session.day):
        touches = other.start == session.end if after else other.end == session.start
        if not touches or not other.minutes or not share_track(plan, session, other):
            continue
        if not rooms.isdisjoint(with_parts(plan, other)):
            return other
        found = found or other
    return found
