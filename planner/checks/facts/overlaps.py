"""Finds sessions that share time although they must not: every pair once, as the kind that explains it best."""

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


def overlaps(index: Timetable) -> tuple[Overlap, ...]:
    """Return every overlap that matters, once.

    The first of these kinds that fits is taken: what runs into a fixed time on its track; two activities for everyone;
    a room used twice; something smaller beside what is for everyone. The last is intended within a break.
    """
    found = [overlap for overlap in _in_one_room(index) if _matters(overlap.kind, overlap.second)]
    of_session = {
        session.id: activity.id
        for activities_of_day in index.activities.values()
        for activity in activities_of_day
        for session in activity.sessions
    }
    in_one_room = {frozenset({of_session[overlap.first.id], of_session[overlap.second.id]}) for overlap in found}
    for activities_of_day in index.activities.values():
        for first, second in pairs(
            activities_of_day, lambda activity: activity.span, lambda activity: activity.barrier
        ):
            if frozenset({first.id, second.id}) not in in_one_room:
                kind = _kind(first, second, "everyone" if first.barrier and second.barrier else "beside")
                if _matters(kind, second) and (kind != "beside" or not _within_a_rest(index, first, second)):
                    found.append(Overlap(kind, first, second))
    order = {day.id: place for place, day in enumerate(index.plan.days)}
    return tuple(
        sorted(
            found,
            key=lambda overlap: (order[overlap.first.day], *overlap.span, overlap.first.id, overlap.second.id),
        )
    )


def _in_one_room(index: Timetable) -> Iterator[Overlap]:
    """Yield the pairs that share a room; two that each need everybody collide wherever they are, so not here."""
    seen: set[tuple[str, str]] = set()
    for (_, room), sessions in index.by_room.items():
        if not crowded([index.spans[session.id] for session in sessions]):
            continue

        def uses_room_itself(session: Session, room: str = room) -> bool:
            return any(place.room == room for place in session.places)

        # by_room lists a session under its rooms' parts and wholes, too. Two sessions in different parts of a hall
        # both stand under the hall without meeting: one of a pair must use this very room.
        for one, two in pairs(sessions, lambda session: index.spans[session.id], uses_room_itself):
            both = is_barrier(one) and is_barrier(two) and (one.round is None or one.round != two.round)
            if both or (one.id, two.id) in seen:
                continue
            seen.add((one.id, two.id))
            first, second = activity_of_session(index, one), activity_of_session(index, two)
            yield Overlap(_kind(first, second, "room"), first, second, _shared_room(index, one, two))


def _shared_room(index: Timetable, one: Session, two: Session) -> str:
    """Return the room that both use; of a whole and its part the part."""
    both = index.rooms_of(one) & index.rooms_of(two)
    used = [place.room for place in (*one.places, *two.places) if place.room in both]
    return min(used, key=lambda room: len(index.plan.room_by_id[room].parts))


def _kind(first: Activity, second: Activity, otherwise: OverlapKind) -> OverlapKind:
    return "overrun" if second.fixed and first.span.start < second.span.start else otherwise


def _matters(kind: OverlapKind, second: Activity) -> bool:
    """Return whether a pair shares time: what takes none is in nobody's way, except where its time is fixed."""
    return kind == "overrun" or second.span.start < second.span.end


def _within_a_rest(index: Timetable, first: Activity, second: Activity) -> bool:
    """Return whether the smaller of two activities lies within a break, as meetings over lunch do."""
    whole, small = (first, second) if first.barrier else (second, first)
    rests = small.sessions[0].attendance.who == "number" and index.plan.kind_of(whole.sessions[0]).rests
    return rests and whole.span.start <= small.span.start and small.span.end <= whole.span.end
