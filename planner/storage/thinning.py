"""Which backups to keep: all of the last days, then fewer the older they are."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeAlias

Period: TypeAlias = Callable[[datetime], Hashable]

SLOT: Final = 5 * 60
"""Seconds; of the last two days one backup in each such slot is kept."""
ALL: Final = timedelta(days=2)
MOST: Final = 2 * 24 * 3600 // SLOT + 1
"""Slots that two days touch."""


FEW: Final = 60
"""Of so many slots the newest backups stay in any case: a clock that jumps ahead must not make them look old."""


def _slot(time: datetime) -> Hashable:
    return int(time.timestamp()) // SLOT


def _day(time: datetime) -> Hashable:
    return time.date()


def _week(time: datetime) -> Hashable:
    return time.isocalendar()[:2]


def _month(time: datetime) -> Hashable:
    return time.year, time.month


TIERS: Final[tuple[tuple[Period, int], ...]] = ((_day, 12), (_week, 10), (_month, 9))
"""Behind the last two days: of how many days, then weeks, then months the newest backup is kept.

Days without a backup do not count, so a plan that nobody opened for a year loses none.
"""


def credible(times: Sequence[datetime]) -> list[datetime]:
    """Return when states were made that came in this order, newest first, by clocks that may have been wrong.

    Of times that contradict the order as few as possible are disbelieved: such a state counts as made when the next
    one was that is believed, so it stays as long as that one.
    """
    believed = _longest_rise([time.timestamp() for time in reversed(times)])
    found: list[datetime] = []
    after: datetime | None = None
    for place, time in zip(range(len(times) - 1, -1, -1), times, strict=True):
        after = time if place in believed else after
        found.append(after or time)
    return found


def _longest_rise(numbers: Sequence[float]) -> frozenset[int]:
    """Return the places of the longest selection that never falls (patience sorting: Fredman, 1975)."""
    ends: list[float] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_right(ends, number)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
        before.append(places[length - 1] if length else -1)
    found: set[int] = set()
    place = places[-1] if places else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return frozenset(found)


def thinned(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return the times of the backups to keep, the newest of each period; the very newest is always among them."""
    ordered = sorted(set(times), reverse=True)
    slots = list(_newest(ordered, _slot).values())
    few = ordered.index(slots[:FEW][-1]) + 1 if slots else 0
    recent = ordered[: max(few, sum(now - time <= ALL for time in ordered))]
    kept = set(_newest(recent, _slot).values())
    older = ordered[len(recent) :]
    for period, number in TIERS:
        newest = dict(list(_newest(older, period).items())[:number])
        kept.update(newest.values())
        older = [time for time in older if period(time) not in newest]
    return frozenset(kept)


def _newest(times: Iterable[datetime], period: Period) -> dict[Hashable, datetime]:
    """Return the newest time of each period, newest first; the times come newest first."""
    found: dict[Hashable, datetime] = {}
    for time in times:
        found.setdefault(period(time), time)
    return found
