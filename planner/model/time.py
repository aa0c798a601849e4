"""Wall minutes, elapsed minutes and time zones: the only module that handles clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated, Final, Literal, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, AwareDatetime, Field

DAY: Final = 1440
LAST_START: Final = 2 * DAY

Start: TypeAlias = Annotated[int, Field(ge=0, lt=LAST_START)]
"""Wall minutes from 00:00 of the session's day; from 1,440 on, the hours after midnight."""
Minutes: TypeAlias = Annotated[int, Field(ge=0, le=DAY)]
"""Elapsed minutes."""
Date: TypeAlias = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2999, 12, 31))]
"""Limited so that the next midnight and other time zones stay within what datetime can represent."""


FIRST_INSTANT: Final = datetime(1900, 1, 1, tzinfo=UTC)
LAST_INSTANT: Final = datetime(2999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""The first and last moments that a file may hold, in UTC."""


def _in_utc(value: datetime) -> datetime:
    if not 1900 <= value.year < 3000:
        message = f"the year {value.year} is not between 1900 and 2999"
        raise ValueError(message)
    return value.astimezone(UTC)


Instant: TypeAlias = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""A moment, converted to UTC, so that it equals the one read from a file even in a repeated hour."""


def known_zone(name: str) -> str:
    """Return the name of an IANA zone, or raise ValueError."""
    try:
        zone_of(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = f"unknown time zone {name!r}"
        raise ValueError(message) from None
    return name


Zone: TypeAlias = Annotated[str, AfterValidator(known_zone)]


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo:
    """Return the zone of an IANA name."""
    return ZoneInfo(name)


class Span(NamedTuple):
    """Half-open minutes of one day, from its 00:00."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Return whether two spans have a minute in common; spans that touch and empty ones have none."""
        return self.start < other.end and other.start < self.end


def local(zone: str, day: date, minute: int) -> datetime:
    """Return the local time of a wall minute of a day; the first of two when the hour repeats."""
    days, rest = divmod(minute, DAY)
    return datetime.combine(day + timedelta(days), time(rest // 60, rest % 60), zone_of(zone))


def instants(zone: str, day: date, start: int, minutes: int) -> tuple[datetime, datetime]:
    """Return start and end in UTC of a wall start and an elapsed length."""
    begin = local(zone, day, start).astimezone(UTC)
    return begin, begin + timedelta(minutes=minutes)


@lru_cache(maxsize=256)
def changes_offset(zone: str, day: date) -> bool:
    """Return whether the clocks change on a day or the next, which sessions may reach into."""
    first, last = local(zone, day, 0), local(zone, day, LAST_START)
    return first.utcoffset() != last.utcoffset()


def wall_end(zone: str, day: date, start: int, minutes: int) -> int:
    """Return the wall minute at which the clocks show the end of a session."""
    if not changes_offset(zone, day):
        return start + minutes
    end = instants(zone, day, start, minutes)[1].astimezone(zone_of(zone))
    return (end.date() - day).days * DAY + end.hour * 60 + end.minute


def minutes_until(zone: str, day: date, start: int, end: int) -> int:
    """Return the elapsed minutes from one wall minute until the clocks next show another; 0 if both are the same."""
    # The end is reached `minutes` later if no clock changes; the wall end then differs from it by the change.
    minutes = (end - start) % DAY
    return (minutes + start + minutes - wall_end(zone, day, start, minutes)) % DAY


def start_before(zone: str, day: date, end: int, minutes: int) -> int:
    """Return the wall minute at which a session begins that ends at another after some elapsed minutes; may be < 0.

    A start in the second of two repeated hours cannot be said; then the difference of the wall minutes is returned.
    """
    plain = end - minutes
    start = plain + end - wall_end(zone, day, plain, minutes)
    return start if wall_end(zone, day, start, minutes) == end else plain


def clock_change(zone: str, day: date, minute: int) -> Literal["", "gap", "fold"]:
    """Return whether a wall minute does not exist that day ("gap") or comes twice ("fold")."""
    first = local(zone, day, minute)
    second = first.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return ""
    back = first.astimezone(UTC).astimezone(first.tzinfo)
    return "fold" if back.replace(tzinfo=None) == first.replace(tzinfo=None) else "gap"


def snap(minute: int, grid: int) -> int:
    """Return the multiple of the grid that is nearest, halves upward."""
    return (minute + grid // 2) // grid * grid
