"""Finds sessions that share time although they must not, by the kind that explains it best."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from planner.checks.facts.overlap_groups import Appearance, swept
from planner.checks.facts.overlaps import (
    Activity,
    Overlap,
    OverlapKind,
    Timetable,
    activity_of_session,
    crowded,
    pairs,
)
from planner.model import Session, Span
from planner.model.agenda import is_barrier, joined


@dataclass(frozen=True)
class Cluster:
    """Activities of which each shares time with another, directly or through others, for one reason; by start."""

    kind: OverlapKind
    activities: tuple[Activity, ...]
    room: str
    """The room that they share, if that is the reason."""
    overlap: Callable[[Activity, Activity], Overlap | None] = field(compare=False)
    """How two of them, the earlier first, overlap; None if they do not, or not for this reason."""

    @property
    def pair(self) -> Overlap | None:
        """The overlap of two; None if there are more of them."""
        return self.overlap(*self.activities) if len(self.activities) == 2 else None

    def pairs(self) -> Iterator[Overlap]:
        """Yield how each two of them overlap that do: up to n² of them, for what must look at every pair."""
        for first, second in pairs(self.activities, lambda activity: activity.span):
            overlap = self.overlap(first, second)
            if overlap:
                yield overlap


class SharedTime(NamedTuple):
    """From when to when at least two of several things go on, and for how many minutes in all."""

    start: int
    end: int
    minutes: int


def shared_time(spans: Iterable[Span]) -> SharedTime:
    """Return the time that things share, of which at least two overlap.

    A deadline (without length) shares what is left of the others after it.
    """
    found: list[Span] = []
    latest = -1
    for start, end in sorted(spans, key=lambda span: (span.start, -span.end)):
        if start < latest:
            found.append(Span(start, latest if start == end else min(end, latest)))
        latest = max(latest, end)
    busy = joined(found)
    return SharedTime(busy[0].start, busy[-1].end, sum(span.end - span.start for span in busy))


def clusters(index: Timetable) -> tuple[Cluster, ...]:
    """Return everything that overlaps and matters: for each reason, what is connected by it once.

    The first of these kinds that fits two activities is taken: what runs into a fixed time on its track; two for
    everyone; a room used twice; something smaller beside what is for everyone. The last is intended within a break.
    """
    found = [*_in_one_room(index), *chain.from_iterable(map(partial(_of_everyone, index), index.activities.values()))]
    order = {day.id: place for place, day in enumerate(index.plan.days)}
    return tuple(sorted(found, key=lambda cluster: (order[cluster.activities[0].day], *_place(cluster))))


def _place(cluster: Cluster) -> tuple[int, int, tuple[str, ...]]:
    """Return where a cluster stands among those of a day."""
    time = shared_time(activity.span for activity in cluster.activities)
    return time.start, time.end, tuple(activity.id for activity in cluster.activities)


# In one room


class _RoomUse(NamedTuple):
    """The class of a session that uses a room: in which rooms it is, and with whom it may share them."""

    rooms: tuple[str, ...]
    barrier: bool
    round: str | None


def _in_one_room(index: Timetable) -> Iterator[Cluster]:
    """Yield what shares a room; two that each need everybody collide wherever they are, so not here."""
    for (_, room), sessions in index.by_room.items():
        if not crowded([index.spans[session.id] for session in sessions]):
            continue
        uses = [_room_use(session) for session in sessions]
        meets = cache(partial(_share_room, index, room))
        things = [
            Appearance(index.spans[session.id], session.fixed, use) for session, use in zip(sessions, uses, strict=True)
        ]
        for kind, groups in zip(("room", "overrun"), swept(things, meets), strict=True):
            for group in groups:
                members = tuple(activity_of_session(index, sessions[number]) for number in group)
                yield Cluster(kind, members, room, partial(_room_overlap, index, kind, room))


def _room_use(session: Session) -> _RoomUse:
    return _RoomUse(tuple(place.room for place in session.places), is_barrier(session), session.round)


def _share_room(index: Timetable, room: str, one: Hashable, two: Hashable) -> bool:
    """Return whether two classes of sessions may not share time because of this very room.

    Sessions stand under all rooms that they use, their parts and wholes included; each two of them meet in one of
    these. Two sessions in different parts of a hall both stand under the hall without meeting.
    """
    assert isinstance(one, _RoomUse)
    assert isinstance(two, _RoomUse)
    if one.barrier and two.barrier and (one.round is None or one.round != two.round):
        return False
    both = index.occupied_by(one.rooms) & index.occupied_by(two.rooms)
    used = [used for used in (*one.rooms, *two.rooms) if used in both]
    return bool(used) and min(used, key=lambda used: (len(index.plan.room_by_id[used].parts), used)) == room


def _room_overlap(
    index: Timetable, wanted: OverlapKind, room: str, first: Activity, second: Activity
) -> Overlap | None:
    one, two = first.sessions[0], second.sessions[0]
    kind = _kind(first, second, "room")
    if kind != wanted or not _matters(kind, second) or not _share_room(index, room, _room_use(one), _room_use(two)):
        return None
    return Overlap(kind, first, second, _shared_room(index, one, two))


def _shared_room(index: Timetable, one: Session, two: Session) -> str:
    """Return the room that both use; of a whole and its part the part."""
    both = index.rooms_of(one) & index.rooms_of(two)
    used = [place.room for place in (*one.places, *two.places) if place.room in both]
    return min(used, key=lambda room: len(index.plan.room_by_id[room].parts))


# Of everyone


class _Audience(NamedTuple):
    """The class of an activity: whether it needs everybody, and its rooms."""

    barrier: bool
    rooms: frozenset[str]


def _of_everyone(index: Timetable, activities_of_day: Sequence[Activity]) -> Iterator[Cluster]:
    """Yield what overlaps on a day with what needs everybody, except where both are in one room: see there."""
    whole = [activity for activity in activities_of_day if activity.barrier]
    everyone, overrun = swept([Appearance(activity.span, activity.fixed, None) for activity in whole], _always)
    yield from _made(index, "everyone", whole, everyone)
    near = list(_during(whole, activities_of_day))
    if len(near) == len(whole):
        yield from _made(index, "overrun", whole, overrun)
        return
    things = [
        Appearance(activity.span, activity.fixed, _audience(activity), activity.barrier and _rests(index, activity))
        for activity in near
    ]
    yield from _made(index, "beside", near, swept(things, cache(partial(_beside, index))).sharing)
    yield from _made(index, "overrun", near, swept(things, cache(partial(_not_in_one_room, index))).overrunning)


def _made(
    index: Timetable, kind: OverlapKind, activities_of_day: Sequence[Activity], groups: Iterable[list[int]]
) -> Iterator[Cluster]:
    for group in groups:
        members = tuple(activities_of_day[number] for number in group)
        yield Cluster(kind, members, "", partial(_overlap_of_everyone, index, kind))


def _always(_one: Hashable, _two: Hashable) -> bool:
    return True


def _during(whole: Sequence[Activity], activities_of_day: Iterable[Activity]) -> Iterator[Activity]:
    """Yield, in order, the activities that share time with any that needs everybody, and these themselves."""
    busy = joined(Span(activity.span.start, max(activity.span.end, activity.span.start + 1)) for activity in whole)
    ends = [span.end for span in busy]
    for activity in activities_of_day:
        start, end = activity.span
        place = bisect_right(ends, start)
        if activity.barrier or (place < len(busy) and busy[place].start < max(end, start + 1)):
            yield activity


def _audience(activity: Activity) -> _Audience:
    """Return the class of an activity; of a round, the rooms in use for all of its time."""
    start, minutes = activity.span.start, max(session.minutes for session in activity.sessions)
    lasting = [
        session
        for session in activity.sessions
        if (session.start, session.minutes) == (start, minutes) or session.id == activity.id
    ]
    return _Audience(activity.barrier, frozenset(place.room for session in lasting for place in session.places))


def _beside(index: Timetable, one: Hashable, two: Hashable) -> bool:
    """Return whether one of two classes needs everybody and the other does not, and they are in different rooms."""
    assert isinstance(one, _Audience)
    assert isinstance(two, _Audience)
    return one.barrier != two.barrier and _not_in_one_room(index, one, two)


def _not_in_one_room(index: Timetable, one: Hashable, two: Hashable) -> bool:
    """Return whether one of two classes needs everybody, and they do not collide in a room anyway."""
    assert isinstance(one, _Audience)
    assert isinstance(two, _Audience)
    if one.barrier and two.barrier:
        return True
    apart = index.occupied_by(one.rooms).isdisjoint(two.rooms) and index.occupied_by(two.rooms).isdisjoint(one.rooms)
    return (one.barrier or two.barrier) and apart


def _overlap_of_everyone(index: Timetable, wanted: OverlapKind, first: Activity, second: Activity) -> Overlap | None:
    kind = _kind(first, second, "everyone" if first.barrier and second.barrier else "beside")
    if kind != wanted or not _matters(kind, second) or not _not_in_one_room(index, _audience(first), _audience(second)):
        return None
    return None if kind == "beside" and _within_a_rest(index, first, second) else Overlap(kind, first, second)


def _rests(index: Timetable, activity: Activity) -> bool:
    return index.plan.kind_of(activity.sessions[0]).rests


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
