"""Which backups to keep: all of the last days, then fewer the older they are."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta
from typing import Final, TypeAlias

Period: TypeAlias = Callable[[datetime], Hashable]

SLOT: Final = 5 * 60
"""Seconds; of the last two days one backup in each such slot is kept."""
ALL: Final = timedelta(days=2)
MOST: Final = 2 * 24 * 3600 // SLOT + 1
"""Slots that two days touch."""


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


def thinned(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return the times of the backups to keep, the newest of each period; the very newest is always among them."""
    ordered = sorted(set(times), reverse=True)
    recent = [time for time in ordered if now - time <= ALL]
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
