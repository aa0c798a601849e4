"""Edits of when sessions are: move, resize, fix, swap, to the tray, and the flow of what follows."""

from planner.model.agenda import is_barrier, on_day
from planner.model.edits._replace import changed_session
from planner.model.edits.sessions import add_session
from planner.model.plan import Plan
from planner.model.session import Place, Session
from planner.model.time import DAY, LAST_START


def move_session(
    plan: Plan,
    session_id: str,
    day: str,
    start: int,
    *,
    places: tuple[Place, ...] | None = None,
    flow: bool = False,
) -> Plan:
    """Give a session a day and a start, from the tray as well, and places if it changes rooms.

    With flow what follows moves by as much; behind a round, by as much as the round's end. Only a move within
    a day and track flows: put elsewhere, a session pushes nothing. A fixed time stays fixed at its new place.
    """
    session = plan.session_by_id[session_id]
    start = _bounded(start)
    fields = {"day": day, "start": start} | ({} if places is None else {"places": places})
    changed = changed_session(plan, session_id, **fields)
    elsewhere = session.day != day or not (is_barrier(session) or _same_rooms(session.places, places))
    if not flow or session.start is None or elsewhere:
        return changed
    delta = _end_of(changed, session_id) - _end_of(plan, session_id)
    return shift(changed, [each.id for each in followers(plan, session_id)], delta)


def insert_session(plan: Plan, session: Session, *, flow: bool = False) -> Plan:
    """Add a session; with flow what starts at its start or later makes room, by as much as it needs."""
    added = add_session(plan, session)
    if not flow or session.start is None:
        return added
    marked = add_session(plan, session.changed(minutes=0))
    behind = followers(marked, session.id)
    needed = session.end - min((each.start or 0 for each in behind), default=session.end)
    return shift(added, [each.id for each in behind], max(0, needed))


def resize_session(plan: Plan, session_id: str, minutes: int, *, flow: bool = False) -> Plan:
    """Give a session another length; with flow what follows moves by as much."""
    session = plan.session_by_id[session_id]
    minutes = max(0, min(minutes, DAY))
    changed = changed_session(plan, session_id, minutes=minutes)
    if not flow or session.start is None:
        return changed
    delta = _end_of(changed, session_id) - _end_of(plan, session_id)
    return shift(changed, [each.id for each in followers(plan, session_id)], delta)


def resize_from_start(plan: Plan, session_id: str, start: int) -> Plan:
    """Move the start of a session and keep its end; it becomes no longer than a day."""
    session = plan.session_by_id[session_id]
    if session.start is None:
        return plan
    start = max(0, session.end - DAY, min(start, session.end, LAST_START - 1))
    return changed_session(plan, session_id, start=start, minutes=session.end - start)


def fix_time(plan: Plan, session_id: str, *, fixed: bool) -> Plan:
    """Let a start stay where it is when others flow, or let it flow again."""
    return changed_session(plan, session_id, fixed=fixed)


def to_tray(plan: Plan, session_id: str, *, flow: bool = False) -> Plan:
    """Take a session's time away; with flow what follows closes the gap, behind a round if it ends earlier now."""
    session = plan.session_by_id[session_id]
    if session.start is None:
        return plan
    away = changed_session(plan, session_id, start=None, fixed=False)
    if not flow:
        return away
    left = [each.end for each in _beside(plan, session) if each.id != session_id]
    delta = max(left) - _end_of(plan, session_id) if left else -session.minutes
    return shift(away, [each.id for each in followers(plan, session_id)], min(0, delta))


def swap_sessions(plan: Plan, first: str, second: str) -> Plan:
    """Exchange the day, start and places of two sessions; right behind each other, they change their order.

    Neighbours keep the time they take together: the longer one does not run into what follows. A fixed time
    is fixed at the session's new place; in the tray nothing is.
    """
    one, two = plan.session_by_id[first], plan.session_by_id[second]
    if one is two:
        return plan
    starts = {first: two.start, second: one.start}
    early, late = (one, two) if (one.start or 0) <= (two.start or 0) else (two, one)
    if one.day == two.day and early.start is not None and late.start == early.end:
        starts = {late.id: early.start, early.id: _bounded(early.start + late.minutes)}
    for mine, other in ((one, two), (two, one)):
        start = starts[mine.id]
        fixed = mine.fixed and start is not None
        plan = changed_session(plan, mine.id, day=other.day, start=start, places=other.places, fixed=fixed)
    return plan


def shift(plan: Plan, sessions: list[str], minutes: int) -> Plan:
    """Move several sessions by as many minutes, within what a day can hold."""
    if not minutes:
        return plan
    ids = set(sessions)
    starts = [each.start for each in plan.sessions if each.id in ids and each.start is not None]
    if not starts:
        return plan
    minutes = max(minutes, -min(starts))
    minutes = min(minutes, LAST_START - 1 - max(starts))
    later = tuple(
        session.changed(start=session.start + minutes) if session.id in ids and session.start is not None else session
        for session in plan.sessions
    )
    return plan.changed(sessions=later)


def followers(plan: Plan, session_id: str) -> tuple[Session, ...]:
    """Return what flows with a session: all behind it on its track up to the next fixed time.

    A track is one room on one day, a whole hall being on the tracks of its parts. Sessions for everyone and
    rounds are barriers in all tracks: behind them everything flows; a session of one room moves no barrier. A round
    is fixed if a session of it is; what starts together with a fixed time stays (DESIGN, The document, 5).
    """
    session = plan.session_by_id[session_id]
    if session.day is None or session.start is None:
        return ()
    end = max(_end_of(plan, session_id), session.start)
    rooms = _with_parts(plan, session)
    everything = is_barrier(session)
    fixed_rounds = {each.round for each in on_day(plan, session.day) if each.fixed and each.round is not None}
    found: list[Session] = []
    for other in on_day(plan, session.day):
        beside = session.round is not None and other.round == session.round
        if other.id == session_id or beside or (other.start or 0) < end:
            continue
        barrier = not everything and is_barrier(other)
        if not (everything or barrier) and rooms.isdisjoint(_with_parts(plan, other)):
            continue
        if barrier or other.fixed or other.round in fixed_rounds:
            return tuple(each for each in found if each.start != other.start)
        found.append(other)
    return tuple(found)


def _end_of(plan: Plan, session_id: str) -> int:
    """Return when a session ends; one of a round ends when its longest does."""
    session = plan.session_by_id[session_id]
    return max((each.end for each in _beside(plan, session)), default=session.end)


def _beside(plan: Plan, session: Session) -> tuple[Session, ...]:
    """Return the sessions of the same round on the same day, itself included; none outside rounds."""
    if session.round is None:
        return ()
    return tuple(each for each in plan.sessions_in(session.round) if each.day == session.day and each.scheduled)


def _with_parts(plan: Plan, session: Session) -> set[str]:
    """Return the rooms of a session, with all their parts."""
    found: set[str] = set()
    waiting = [place.room for place in session.places]
    while waiting:
        room = waiting.pop()
        if room not in found:
            found.add(room)
            waiting.extend(plan.room_by_id[room].parts)
    return found


def _same_rooms(before: tuple[Place, ...], after: tuple[Place, ...] | None) -> bool:
    return after is None or {place.room for place in before} == {place.room for place in after}


def _bounded(start: int) -> int:
    return max(0, min(start, LAST_START - 1))
