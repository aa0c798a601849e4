"""Which backups to keep: many of the last two days, then fewer the older they are."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeAlias

Period: TypeAlias = Callable[[datetime], Hashable]

SLOT: Final = 5 * 60
"""Seconds; of the last two days the newest backup of each slot of this length is kept."""
ALL: Final = timedelta(days=2)
MOST: Final = 2 * 24 * 3600 // SLOT + 1
"""The greatest number of slots that two days touch: 576, and one more if they begin within a slot."""
FEW: Final = 60
"""The newest backups of this many slots, five hours of work, are kept at any age.

A clock that jumps ahead would otherwise make all of them look old at once.
"""


def _slot(time: datetime) -> Hashable:
    return int(time.timestamp()) // SLOT


def _day(time: datetime) -> Hashable:
    return time.date()


def _week(time: datetime) -> Hashable:
    return time.isocalendar()[:2]


def _month(time: datetime) -> Hashable:
    return time.year, time.month


TIERS: Final[tuple[tuple[Period, int], ...]] = ((_day, 12), (_week, 10), (_month, 9))
"""After the last two days the newest backup is kept of each of 12 days, then of 10 weeks, then of 9 months.

Together about a year. Only periods with a backup count, so that a plan nobody opened for a year loses none.
"""


def credible(times: Sequence[datetime]) -> list[datetime]:
    """Return corrected times of states in their known order, newest first, where some clocks may have been wrong.

    The longest selection that agrees with the order is believed, so that as few times as possible are replaced. A
    replaced time becomes that of the nearest newer state that is believed, so both are kept equally long.
    """
    believed = _longest_rise([time.timestamp() for time in reversed(times)])
    found: list[datetime] = []
    after: datetime | None = None
    for place, time in zip(range(len(times) - 1, -1, -1), times, strict=True):
        after = time if place in believed else after
        found.append(after or time)
    return found


def _longest_rise(numbers: Sequence[float]) -> frozenset[int]:
    """Return the indices of the longest non-decreasing subsequence (patience sorting: Fredman, 1975)."""
    ends: list[float] = []  # the smallest last number of a subsequence of length 1, 2, 3 …
    places: list[int] = []  # the indices of these numbers
    before: list[int] = []  # for each index that of the number before it in its subsequence, -1 at the beginning
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
    """Return the times of the backups to keep, the newest of each period; the newest of all is always among them."""
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
