"""Activities that take place on a day, and what it means that two of them share time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from typing import Literal, Protocol, TypeVar

from planner.model import Plan, Session, Span
from planner.model.agenda import is_barrier

T = TypeVar("T")
OverlapKind = Literal["overrun", "everyone", "room", "beside"]


@dataclass(frozen=True)
class Activity:
    """What takes place as one thing on its day: a session, or the sessions of a round that share time."""

    id: str
    """The session's id, or the round's; sessions held apart from the rest of their round have the first one's id."""
    day: str
    span: Span
    sessions: tuple[Session, ...]

    @property
    def barrier(self) -> bool:
        """Whether everybody takes part, so that it stops all tracks."""
        return is_barrier(self.sessions[0])

    @property
    def fixed(self) -> bool:
        """Whether it starts at a fixed time; a round does if any of its sessions does."""
        return any(session.fixed for session in self.sessions)


class Timetable(Protocol):
    """The parts of the index that say when and where sessions take place; it keeps each of them once computed."""

    plan: Plan

    @cached_property
    def scheduled(self) -> Mapping[str, Sequence[Session]]:
        """Sessions with a time, by day, in order of start."""
        ...

    @cached_property
    def spans(self) -> Mapping[str, Span]:
        """Wall minutes of each scheduled session, by its id."""
        ...

    @cached_property
    def activities(self) -> Mapping[str, Sequence[Activity]]:
        """The activities of each day, in order of start."""
        ...

    @cached_property
    def by_room(self) -> Mapping[tuple[str, str], Sequence[Session]]:
        """Scheduled sessions by day and room, a room's parts and wholes included, in order of start."""
        ...

    def rooms_of(self, session: Session) -> frozenset[str]:
        """Return all rooms that are in use by a session: its own, their parts and wholes."""
        ...

    def occupied_by(self, rooms: Iterable[str]) -> frozenset[str]:
        """Return all rooms that are in use with some: these, their parts and wholes."""
        ...


@dataclass(frozen=True)
class Overlap:
    """Two activities that share time, the earlier first, and the room if they share one."""

    kind: OverlapKind
    first: Activity
    second: Activity
    room: str = ""

    @property
    def span(self) -> Span:
        """The time they share; for a deadline (a fixed time without length), the part of the first one after it."""
        start, end = self.second.span
        return Span(start, self.first.span.end if start == end else min(self.first.span.end, end))


def pairs(
    things: Iterable[T], span: Callable[[T], Span], chief: Callable[[T], bool] = lambda _: True
) -> Iterator[tuple[T, T]]:
    """Yield each pair that shares time, the earlier first, of which at least one is a chief.

    Things are given by start. This is a sweep over time: comparing neighbours alone would miss a long session over
    several short ones, so every session that is still open is kept. Heaps ordered by end drop what is over in
    O(log n); things that are no chiefs have a heap of their own, so that many of them side by side are never compared
    with each other.
    """
    chiefs: list[tuple[int, int, T]] = []
    others: list[tuple[int, int, T]] = []
    for count, thing in enumerate(things):
        start, end = span(thing)
        for still_open in (chiefs, others):
            while still_open and still_open[0][0] <= start:
                heappop(still_open)
        leads = chief(thing)
        for _, _, other in sorted(chiefs + others if leads else chiefs, key=lambda entry: entry[1]):
            yield other, thing
        if end > start:
            # The count breaks ties between equal ends, so that the heap never compares the things themselves.
            heappush(chiefs if leads else others, (end, count, thing))


def crowded(spans: Iterable[Span]) -> bool:
    """Return whether any of these spans, given by start, share time: the quick question before the full one."""
    latest = -1
    for start, end in spans:
        if start < latest:
            return True
        latest = max(latest, end)
    return False


def activity_of_session(index: Timetable, session: Session) -> Activity:
    """Return a scheduled session as an activity of its own, whether or not it belongs to a round."""
    return Activity(session.id, session.day or "", index.spans[session.id], (session,))


def activities(index: Timetable) -> dict[str, list[Activity]]:
    """Return the activities of each day, by start."""
    found: dict[str, list[Activity]] = {}
    for day, sessions in index.scheduled.items():
        rounds: dict[str, list[Session]] = defaultdict(list)
        here = found[day] = []
        for session in sessions:
            if session.round is None:
                here.append(activity_of_session(index, session))
            else:
                rounds[session.round].append(session)
        for round_, members in rounds.items():
            here.extend(_side_by_side(index, round_, day, members))
        here.sort(key=lambda activity: (activity.span.start, activity.id))
    return found


def _side_by_side(index: Timetable, round_: str, day: str, members: list[Session]) -> Iterator[Activity]:
    """Yield one activity for the sessions of a round that share time, and others for those held at another time."""
    groups: list[list[Session]] = []
    latest = -1
    for session in members:
        start, end = index.spans[session.id]
        if start >= latest:
            groups.append([])
        groups[-1].append(session)
        latest = max(latest, end)
    main = max(groups, key=len)  # the largest group stands for the round and takes its id
    for group in groups:
        spans = [index.spans[session.id] for session in group]
        whole = Span(spans[0].start, max(span.end for span in spans))
        yield Activity(round_ if group is main else group[0].id, day, whole, tuple(group))
