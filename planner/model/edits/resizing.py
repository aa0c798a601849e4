"""Changing many sessions to the same length: the flow of each is found on its tracks, not in the whole plan anew."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import is_
from typing import Final

from planner.model.agenda import is_barrier
from planner.model.edits.sessions import change_each
from planner.model.edits.times import with_parts
from planner.model.plan import Plan
from planner.model.session import Session
from planner.model.time import DAY, LAST_START

_Track = str | None
"""A room; "" for the barriers of all tracks, and None for everything."""
_BARRIERS: Final = ""


def resize_sessions(plan: Plan, ids: Iterable[str], minutes: int, *, flow: bool = False) -> Plan:
    """Change several sessions to the same length, from the first to the last; with flow each moves what follows it."""
    minutes = max(0, min(minutes, DAY))
    known = plan.session_by_id
    ordered = sorted(ids, key=lambda session_id: (known[session_id].day or "", known[session_id].start or 0))
    if not flow:
        return change_each(plan, {session_id: {"minutes": minutes} for session_id in ordered})
    days: dict[str, _Day] = {}
    for session_id in ordered:
        day = known[session_id].day
        if day is not None and known[session_id].start is not None:
            if day not in days:
                days[day] = _Day(plan, day)
            days[day].resize(session_id, minutes)
    starts = {part.id: part.start for day in days.values() for part in day.parts}
    chosen = set(ordered)
    sessions = tuple(
        _changed(session, starts.get(session.id, session.start), minutes if session.id in chosen else session.minutes)
        for session in plan.sessions
    )
    return plan if all(map(is_, sessions, plan.sessions)) else plan.changed(sessions=sessions)


def _changed(session: Session, start: int | None, minutes: int) -> Session:
    return (
        session
        if (start, minutes) == (session.start, session.minutes)
        else session.changed(start=start, minutes=minutes)
    )


@dataclass(eq=False, slots=True)
class _Part:
    """A scheduled session while times change."""

    id: str
    place: int
    """Where it stands in the plan, which decides between sessions of one start."""
    start: int
    minutes: int
    barrier: bool
    fixed: bool
    """Whether it or any session of its round on this day is fixed."""
    round: str | None
    rooms: frozenset[str]

    @property
    def end(self) -> int:
        return self.start + self.minutes


class _Day:
    """The sessions of a day by room: what flows with one of them stands in its rooms, or is a barrier."""

    def __init__(self, plan: Plan, day: str) -> None:
        here = [
            (place, session)
            for place, session in enumerate(plan.sessions)
            if session.day == day and session.start is not None
        ]
        fixed = {session.round for _, session in here if session.fixed and session.round is not None}
        self.parts: Final = [
            _Part(
                session.id,
                place,
                session.start or 0,
                session.minutes,
                is_barrier(session),
                session.fixed or session.round in fixed,
                session.round,
                frozenset(with_parts(plan, session)),
            )
            for place, session in here
        ]
        self._by_id = {part.id: part for part in self.parts}
        self._by_track: dict[str, list[_Part]] = defaultdict(list)
        self._rounds: dict[str, list[_Part]] = defaultdict(list)
        for part in self.parts:
            for track in _tracks(part):
                self._by_track[track].append(part)
            if part.round is not None:
                self._rounds[part.round].append(part)

    def resize(self, session_id: str, minutes: int) -> None:
        """Change the length of a session and move what follows by as much, as resize_session does."""
        part = self._by_id[session_id]
        mates = [mate for mate in self._rounds[part.round] if mate is not part] if part.round is not None else []
        behind = self._behind(part, mates)
        others = [mate.end for mate in mates]
        delta = max(part.start + minutes, *others, 0) - max(part.end, *others, 0)
        if delta < 0:
            delta = max(delta, -self._room_to_come_forward({part.id}, behind))
        part.minutes = minutes
        if behind and delta:
            earliest, latest = min(other.start for other in behind), max(other.start for other in behind)
            delta = min(max(delta, -earliest), LAST_START - 1 - latest)
            for other in behind:
                other.start += delta

    def _behind(self, part: _Part, mates: Sequence[_Part]) -> list[_Part]:
        """Return what flows with a session: see followers in times.py."""
        end = max(part.end, *(mate.end for mate in mates), part.start)
        without = {part.id, *(mate.id for mate in mates)}
        found: list[_Part] = []
        for other in self._on_tracks(None if part.barrier else part.rooms):
            under = part.start < other.start < end < other.end
            if other.id in without or (other.start < end and not under):
                continue
            if other.fixed or (other.barrier and not part.barrier):
                return [follower for follower in found if follower.start != other.start]
            if not under:
                found.append(other)
        return found

    def _on_tracks(self, rooms: Iterable[str] | None) -> list[_Part]:
        """Return what stands in some rooms, and the barriers; or, without rooms, all; in order of start."""
        found = (
            self.parts
            if rooms is None
            else {part.id: part for track in (_BARRIERS, *rooms) for part in self._by_track[track]}.values()
        )
        return sorted(found, key=lambda part: (part.start, part.place))

    def _room_to_come_forward(self, leaving: set[str], behind: Sequence[_Part]) -> int:
        """Return by how many minutes what follows can move earlier: see the function of that name in times.py.

        On each track, what limits a follower is the latest end up to its start, or the latest start before it.
        """
        if not behind:
            return DAY
        moving = leaving | {part.id for part in behind}
        rooms = None if any(part.barrier for part in behind) else set[str]().union(*(part.rooms for part in behind))
        starts: dict[_Track, list[int]] = defaultdict(list)
        ends: dict[_Track, list[int]] = defaultdict(list)
        for other in self._on_tracks(rooms):
            if other.id not in moving:
                for track in (None, *_tracks(other)):
                    starts[track].append(other.start)
                    if other.minutes:
                        ends[track].append(other.end)
        for found in ends.values():
            found.sort()
        gap = DAY
        for follower in behind:
            for track in (None,) if follower.barrier else (_BARRIERS, *follower.rooms):
                before, over = bisect_left(starts[track], follower.start), bisect_right(ends[track], follower.start)
                limit = max(starts[track][before - 1] if before else -DAY, ends[track][over - 1] if over else -DAY)
                gap = min(gap, follower.start - limit)
        return gap


def _tracks(part: _Part) -> Iterable[str]:
    return (_BARRIERS, *part.rooms) if part.barrier else part.rooms
