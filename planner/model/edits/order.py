"""Edits of two sessions that follow each other on a track: move the border between them, or swap their order."""

from planner.model.agenda import is_barrier, on_day
from planner.model.edits._entries import replaced
from planner.model.edits.times import round_mates, shift, with_parts
from planner.model.plan import Plan
from planner.model.session import Session
from planner.model.time import DAY, LAST_START


def neighbour_after(plan: Plan, session_id: str) -> Session | None:
    """Return the session that starts exactly when one ends, on its track; one in the same room comes first.

    A session without length is a deadline and no neighbour.
    """
    return _neighbour(plan, plan.session_by_id[session_id], after=True)


def neighbour_before(plan: Plan, session_id: str) -> Session | None:
    """Return the session that ends exactly when one starts, on its track."""
    return _neighbour(plan, plan.session_by_id[session_id], after=False)


def move_border(plan: Plan, first_id: str, second_id: str, minute: int) -> Plan:
    """Move the border between two sessions that follow each other: one becomes longer, the other shorter.

    Nothing else moves, except that all sessions of a round at the border go along. Each keeps at least a minute.
    Sessions that do not follow each other have no border: nothing changes.
    """
    first, second = plan.session_by_id[first_id], plan.session_by_id[second_id]
    border = first.end
    if first is second or first.day != second.day or first.start is None or second.start != border:
        return plan
    before = [session for session in (first, *round_mates(plan, first)) if session.end <= border]
    after = [session for session in (second, *round_mates(plan, second)) if (session.start or 0) >= border]
    # The border stays where every session keeps its other end and at least a minute (none, if it had none), and where
    # neither gets longer than a day. Sessions of a round that end before the border keep a minute, too, but shrink
    # only as far as it passes them.
    least = max(
        *((session.start or 0) + min(1, session.minutes) for session in before),
        *(session.end - DAY for session in after),
    )
    most = min(
        *((session.start or 0) + DAY for session in before if session.end == border),
        *(session.end - min(1, session.minutes) for session in after),
        LAST_START - 1,
    )
    minute = max(least, min(minute, most)) if least <= most else border  # no room at all: leave it
    sessions = plan.sessions
    for session in before:
        if session.end == border or session.end > minute:
            sessions = replaced(sessions, session.changed(minutes=minute - (session.start or 0)))
    for session in after:
        start = session.start or 0
        if start == border or start < minute:
            sessions = replaced(sessions, session.changed(start=minute, minutes=session.end - minute))
    return plan.changed(sessions=sessions)


def swap_order(plan: Plan, first_id: str, second_id: str) -> Plan:
    """Swap the order of two sessions of a day; each keeps its rooms and length, and a round stays together.

    The time they take together stays, and so does the gap between them. A fixed time is fixed at its new place.
    """
    early, late = sorted(
        (plan.session_by_id[first_id], plan.session_by_id[second_id]), key=lambda session: session.start or 0
    )
    same_round = early.round is not None and early.round == late.round
    if early is late or same_round or early.day != late.day or early.start is None or late.start is None:
        return plan
    ahead, behind = ((session, *round_mates(plan, session)) for session in (early, late))
    # The later group moves to the start of the earlier one, and the earlier one to the end of the later one. As these
    # are the outer edges, the gap between them keeps its length, however long the two are.
    back = min(session.start or 0 for session in behind) - min(session.start or 0 for session in ahead)
    forth = max(session.end for session in behind) - max(session.end for session in ahead)
    return shift(shift(plan, [session.id for session in behind], -back), [session.id for session in ahead], forth)


def next_on_track(plan: Plan, session_id: str, *, back: bool = False) -> Session | None:
    """Return the next session on a session's track, or with back the previous one; deadlines do not count."""
    session = plan.session_by_id[session_id]
    if session.day is None or session.start is None:
        return None
    members = (session, *round_mates(plan, session))
    first, last = min(member.start or 0 for member in members), max(member.end for member in members)
    found = [other for other in on_day(plan, session.day) if other.minutes and share_track(plan, session, other)]
    if back:
        return max((other for other in found if other.end <= first), key=lambda other: other.end, default=None)
    return next((other for other in found if (other.start or 0) >= last), None)


def share_track(plan: Plan, one: Session, two: Session) -> bool:
    """Return whether two sessions share a track; those of one round are side by side and do not."""
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
