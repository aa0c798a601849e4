"""Edits of times: move, resize, fix and swap sessions, send them to the tray, and let what follows flow.

Flow: when the end of a session moves, the sessions after it on its track move by as much, up to the next fixed time.
What follows is collected once, from the plan before the edit, and moved by one number, so that gaps and overlaps among
the followers stay as they were. They move earlier only as far as they pass nothing that stays.
"""

from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType

from planner.model.agenda import is_barrier, on_day
from planner.model.edits._entries import changed_session, replaced
from planner.model.edits.sessions import add_session, change_each
from planner.model.plan import Plan
from planner.model.session import Place, Session
from planner.model.time import DAY, LAST_START, minutes_until, start_before


def move_session(
    plan: Plan,
    session_id: str,
    day: str,
    start: int,
    *,
    places: tuple[Place, ...] | None = None,
    flow: bool = False,
) -> Plan:
    """Move a session to a day and a start, also from the tray, and to other places if it changes rooms.

    With flow what follows moves by as much; after a round, by as much as the end of the round. Only a move within its
    day and track flows: moved elsewhere, a session pushes nothing. A fixed time is fixed at its new place.
    """
    session = plan.session_by_id[session_id]
    start = _bounded(start)
    places = session.places if places is None else places
    here = session.day == day and (is_barrier(session) or _rooms(session.places) == _rooms(places))
    return _put(plan, session.changed(day=day, start=start, places=places), flow=flow and here)


def insert_session(plan: Plan, session: Session, *, flow: bool = False) -> Plan:
    """Add a session; with flow what starts at its start or later makes room, by as much as it needs."""
    return add_session(with_room_for(plan, session) if flow else plan, session)


def with_room_for(plan: Plan, session: Session) -> Plan:
    """Return the plan with what starts at the start of a new session, or later, moved by as much as it needs."""
    if session.start is None:
        return plan
    # Without length the session itself covers nothing yet, so that what starts together with it follows, too.
    behind = _behind(plan, session.changed(minutes=0))
    needed = session.end - min((follower.start or 0 for follower in behind), default=session.end)
    return shift(plan, [follower.id for follower in behind], max(0, needed))


def schedule_sessions(
    plan: Plan,
    ids: Iterable[str],
    day: str,
    start: int,
    *,
    places: Mapping[str, tuple[Place, ...]] = MappingProxyType({}),
    flow: bool = False,
) -> Plan:
    """Schedule sessions on a day one after the other, those of one round side by side; some in other places.

    With flow what starts there or later makes room.
    """
    begun: dict[str, int] = {}
    for session_id in ids:
        session = plan.session_by_id[session_id]
        at = _bounded(start if session.round is None else begun.setdefault(session.round, start))
        there = session.changed(day=day, start=at, places=places.get(session_id, session.places))
        plan = move_session(with_room_for(plan, there) if flow else plan, session_id, day, at, places=there.places)
        start = max(start, there.end)
    return plan


def resize_session(plan: Plan, session_id: str, minutes: int, *, flow: bool = False) -> Plan:
    """Change the length of a session; with flow what follows moves by as much."""
    session = plan.session_by_id[session_id]
    return _put(plan, session.changed(minutes=max(0, min(minutes, DAY))), flow=flow)


def end_session(plan: Plan, session_id: str, end: int, *, flow: bool = False) -> Plan:
    """Let a session end at a wall minute of its day: a later one than its start resizes it, an earlier one moves it.

    It moves no further than to the beginning of its day.
    """
    session = plan.session_by_id[session_id]
    if session.start is None or session.day is None:
        return plan
    day = plan.day_by_id[session.day].date
    if end >= session.start:
        minutes = minutes_until(plan.zone, day, session.start, end) if end > session.start else 0
        return resize_session(plan, session_id, minutes, flow=flow)
    start = start_before(plan.zone, day, end, session.minutes)
    return move_session(plan, session_id, session.day, start, flow=flow)


def resize_sessions(plan: Plan, ids: Iterable[str], minutes: int, *, flow: bool = False) -> Plan:
    """Change several sessions to the same length, from the first to the last; with flow each moves what follows it."""
    if not flow:
        return change_each(plan, {session_id: {"minutes": max(0, min(minutes, DAY))} for session_id in ids})
    for session_id in sorted(
        ids,
        key=lambda session_id: (plan.session_by_id[session_id].day or "", plan.session_by_id[session_id].start or 0),
    ):
        plan = resize_session(plan, session_id, minutes, flow=flow)
    return plan


def resize_from_start(plan: Plan, session_id: str, start: int) -> Plan:
    """Move the start of a session and keep its end; it gets no longer than a day."""
    session = plan.session_by_id[session_id]
    if session.start is None:
        return plan
    start = max(0, session.end - DAY, min(start, session.end, LAST_START - 1))
    return changed_session(plan, session_id, start=start, minutes=session.end - start)


def fix_time(plan: Plan, session_id: str, *, fixed: bool) -> Plan:
    """Fix the start of a session, so that it does not flow, or let it flow again."""
    return changed_session(plan, session_id, fixed=fixed)


def to_tray(plan: Plan, session_id: str, *, flow: bool = False) -> Plan:
    """Move a session to the tray; with flow what follows closes the gap, after a round if it now ends earlier."""
    session = plan.session_by_id[session_id]
    if session.start is None:
        return plan
    return _put(plan, session.changed(start=None, fixed=False), flow=flow)


def swap_sessions(plan: Plan, first: str, second: str) -> Plan:
    """Exchange the day, start and places of two sessions; if one directly follows the other, swap their order.

    Then they keep the time that they take together, and the longer one does not run into what follows. A fixed time is
    fixed at the session's new place; in the tray nothing is fixed.
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


def put_before(plan: Plan, session_id: str, other_id: str) -> Plan:
    """Move a session to the start of an earlier one of its day; what was between moves later, into the time it left."""
    session, other = plan.session_by_id[session_id], plan.session_by_id[other_id]
    if session.day is None or session.start is None or other.start is None or session.day != other.day:
        return plan
    first, last = other.start, session.start
    between = [neighbour.id for neighbour in on_day(plan, session.day) if first <= (neighbour.start or 0) < last]
    return changed_session(shift(plan, between, session.minutes), session_id, start=min(first, last))


def shift(plan: Plan, sessions: list[str], minutes: int) -> Plan:
    """Move several sessions by the same number of minutes, as far as a day allows for all of them."""
    return plan.changed(sessions=_shifted(plan.sessions, set(sessions), minutes))


def move_sessions(plan: Plan, ids: Iterable[str], minutes: int, *, flow: bool = False) -> Plan:
    """Move several sessions by as many minutes; with flow what follows moves by as much, after a round as its end."""
    # First the chosen sessions move, all by the same minutes. Then each follower gets its own distance, in `by`: that
    # of the end before it. At last no distance may carry a follower past something that stays.
    chosen = [session for session in map(plan.session_by_id.__getitem__, ids) if session.scheduled]
    after = shift(plan, [session.id for session in chosen], minutes)
    if not flow or after is plan:
        return after
    by: dict[str, int] = {}
    own = {session.id: (after.session_by_id[session.id].start or 0) - (session.start or 0) for session in chosen}
    for session in sorted(chosen, key=lambda session: session.end):
        # Of a round chosen only in part, the other sessions may follow something chosen and move along.
        together = (session, *round_mates(plan, session))
        ends = [member.end + (own | by).get(member.id, 0) for member in together]
        delta = max(ends) - max(member.end for member in together)
        # In order of their ends the last one chosen before a follower decides how far that moves.
        by |= {other.id: delta for other in _behind(plan, session) if other.id not in own}
    for day in plan.days:
        behind = tuple(follower for follower in on_day(plan, day.id) if by.get(follower.id))
        least = -room_to_come_forward(plan, (*chosen, *behind), behind)
        for delta in dict.fromkeys(by[follower.id] for follower in behind):
            after = shift(after, [follower.id for follower in behind if by[follower.id] == delta], max(delta, least))
    return after


def followers(plan: Plan, session_id: str) -> tuple[Session, ...]:
    """Return what flows with a session: all that follows on its track, up to the next fixed time.

    A track is one room on one day; a whole hall is on the tracks of its parts. Sessions for everyone and rounds are
    barriers on all tracks: after them everything flows, and a session of one room moves no barrier. A round is fixed if
    any of its sessions is; what starts together with a fixed time stays.
    """
    return _behind(plan, plan.session_by_id[session_id])


def flowing_from(plan: Plan, day: str, minute: int) -> tuple[Session, ...]:
    """Return what starts on a day at a minute or later, on all tracks, up to the next fixed time."""
    return _flowing(plan, day, minute)


def _behind(plan: Plan, session: Session) -> tuple[Session, ...]:
    if session.day is None or session.start is None:
        return ()
    members = round_mates(plan, session)
    end = max(session.end, *(member.end for member in members), session.start)
    rooms = None if is_barrier(session) else with_parts(plan, session)
    return _flowing(
        plan, session.day, end, rooms, {session.id, *(member.id for member in members)}, since=session.start + 1
    )


def _flowing(
    plan: Plan,
    day: str,
    minute: int,
    rooms: set[str] | None = None,
    without: Container[str] = (),
    *,
    since: int = LAST_START,
) -> tuple[Session, ...]:
    """Return what flows from a minute of a day on: in some rooms up to the next barrier, or on all tracks.

    What began since another minute and is still going on is not moved, but stops the flow as a later start does: a
    session that is too long already pushes nothing past the fixed time that it runs into.
    """
    # A sweep by start: the first fixed time or barrier ends the flow, and with it what starts at the same minute.
    fixed_rounds = {session.round for session in on_day(plan, day) if session.fixed and session.round is not None}
    found: list[Session] = []
    for other in on_day(plan, day):
        under = since <= (other.start or 0) < minute < other.end
        if other.id in without or ((other.start or 0) < minute and not under):
            continue
        barrier = rooms is not None and is_barrier(other)
        if rooms is not None and not barrier and rooms.isdisjoint(with_parts(plan, other)):
            continue
        if barrier or other.fixed or other.round in fixed_rounds:
            return tuple(follower for follower in found if follower.start != other.start)
        if not under:
            found.append(other)
    return tuple(found)


def _put(plan: Plan, new: Session, *, flow: bool) -> Plan:
    """Replace a session by its new version; with flow what follows moves by as much as its end, or its round's, does.

    What follows moves earlier only as far as it passes nothing that stays.
    """
    old = plan.session_by_id[new.id]
    sessions = replaced(plan.sessions, new)
    if flow and old.start is not None:
        others = [member.end for member in round_mates(plan, old)]
        # The end of a round is that of its longest session: what follows moves only by as much as this end does. A
        # session that leaves for the tray frees its whole length, unless its round still takes place without it.
        end = max(old.end, *others, 0)
        left = others if new.start is None else [new.end, *others]
        delta = max(left) - end if left else -old.minutes
        behind = _behind(plan, old)
        delta = max(delta, -room_to_come_forward(plan, (old, *behind), behind)) if delta < 0 else delta
        sessions = _shifted(sessions, {follower.id for follower in behind}, delta)
    return plan.changed(sessions=sessions)


def room_to_come_forward(plan: Plan, leaving: tuple[Session, ...], behind: tuple[Session, ...]) -> int:
    """Return by how many minutes sessions can move earlier before they pass one that stays; some leave their places.

    For each, the limit is the nearest session before it on a common track: up to its end, or, where they overlap
    already, up to its start.
    """
    moving = {session.id for session in leaving}
    found = [session for session in on_day(plan, behind[0].day or "") if session.id not in moving] if behind else []
    staying = [(session.start or 0, session.end, is_barrier(session), with_parts(plan, session)) for session in found]
    gap = DAY
    for follower in behind:
        everything, rooms, start = is_barrier(follower), with_parts(plan, follower), follower.start or 0
        for other_start, end, barrier, taken in staying:
            if other_start < start and (everything or barrier or not rooms.isdisjoint(taken)):
                gap = min(gap, start - (end if end <= start else other_start))
    return gap


def _shifted(sessions: tuple[Session, ...], ids: set[str], minutes: int) -> tuple[Session, ...]:
    """Return the sessions with some of them moved, all by the same minutes: as many as the first and last one allow."""
    starts = [session.start for session in sessions if session.id in ids and session.start is not None]
    if not starts or not minutes:
        return sessions
    minutes = min(max(minutes, -min(starts)), LAST_START - 1 - max(starts))
    return tuple(
        session.changed(start=session.start + minutes) if session.id in ids and session.start is not None else session
        for session in sessions
    )


def round_mates(plan: Plan, session: Session) -> tuple[Session, ...]:
    """Return the other sessions of the same round on the same day; none for a session in no round."""
    if session.round is None:
        return ()
    members = plan.sessions_in(session.round)
    return tuple(
        member for member in members if member.day == session.day and member.scheduled and member.id != session.id
    )


def with_parts(plan: Plan, session: Session) -> set[str]:
    """Return the rooms of a session, with all their parts."""
    found: set[str] = set()
    waiting = [place.room for place in session.places]
    while waiting:
        room = waiting.pop()
        if room not in found:
            found.add(room)
            waiting.extend(plan.room_by_id[room].parts)
    return found


def _rooms(places: tuple[Place, ...]) -> set[str]:
    return {place.room for place in places}


def _bounded(start: int) -> int:
    return max(0, min(start, LAST_START - 1))
