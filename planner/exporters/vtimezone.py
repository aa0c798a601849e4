"""Describes a time zone for calendar files: its yearly rules in the years of a plan, found by asking zoneinfo."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur, vText

from planner.model.time import zone_of

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OLDEST: Final = 1970
"""Earlier years are written in UTC."""
NEWEST: Final = 9990
"""Later years are written in UTC, as the year after them might not fit a datetime."""
MOST_YEARS: Final = 10
"""Of an event that gets a rule; each costs a look at every day of the year."""
_MINUTE: Final = timedelta(minutes=1)


class _Change(NamedTuple):
    """A change of the clocks, at a moment in wall time of the offset before."""

    wall: datetime
    before: timedelta
    after: timedelta
    abbreviation: str


@dataclass(frozen=True)
class Observance:
    """One half of a zone's year (RFC 5545 3.6.5); its onset in wall time of the offset before."""

    daylight: bool
    onset: datetime
    before: timedelta
    after: timedelta
    abbreviation: str
    nth: int
    """Which of its weekday in the month the onset is, -1 the last; 0 where the clocks never change."""


def observances(zone: str, first: date, last: date) -> tuple[Observance, ...]:
    """Return the halves of a zone's year, from the year before the first day to the year after the last.

    Empty where no simple yearly rule holds in all these years: times are then written in UTC. Such zones change
    their clocks twice a year on the same nth weekday, or never.
    """
    years = range(first.year - 1, last.year + 2)
    if years[0] < OLDEST or years[-1] > NEWEST or len(years) > MOST_YEARS:
        return ()
    changes = [tuple(_changes(zone, year)) for year in years]
    if not any(changes):
        return _steady(zone, years[0])
    if any(len(pair) != 2 for pair in changes):
        return ()
    found = (_observance([pair[half] for pair in changes]) for half in range(2))
    known = tuple(observance for observance in found if observance is not None)
    return known if {observance.daylight for observance in known} == {False, True} else ()


def _steady(zone: str, year: int) -> tuple[Observance, ...]:
    start = datetime(year, 1, 1, tzinfo=zone_of(zone))
    offset = start.utcoffset() or timedelta()
    if offset % _MINUTE or not offset:
        return ()
    return (Observance(False, start.replace(tzinfo=None), offset, offset, start.tzname() or zone, 0),)


def _observance(changes: list[_Change]) -> Observance | None:
    """Return the rule that one change of each year follows, if it is a simple one."""
    first = changes[0]
    alike = {
        (change.wall.month, change.wall.weekday(), change.wall.time(), change.before, change.after, change.abbreviation)
        for change in changes
    }
    nths = {(change.wall.day - 1) // 7 + 1 for change in changes}
    last = all((change.wall + timedelta(weeks=1)).month != change.wall.month for change in changes)
    if len(alike) != 1 or (len(nths) != 1 and not last) or first.before % _MINUTE or first.after % _MINUTE:
        return None
    return Observance(
        daylight=first.after > first.before,
        onset=first.wall,
        before=first.before,
        after=first.after,
        abbreviation=first.abbreviation,
        nth=-1 if last else nths.pop(),
    )


def _changes(zone: str, year: int) -> Iterator[_Change]:
    """Yield the clock changes of a zone in a year, to the minute."""
    start, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    days = [start + timedelta(days=day) for day in range((end - start).days + 1)]
    for early, late in pairwise(days):
        if _shown(zone, early) != _shown(zone, late):
            yield _change(zone, early, late)


def _change(zone: str, early: datetime, late: datetime) -> _Change:
    """Return the change between two moments, found by halving the time between them down to one minute."""
    shown = _shown(zone, early)
    while late - early > _MINUTE:
        middle = early + (late - early) // 2 // _MINUTE * _MINUTE
        if _shown(zone, middle) == shown:
            early = middle
        else:
            late = middle
    before, (after, abbreviation) = shown[0], _shown(zone, late)
    return _Change((late + before).replace(tzinfo=None), before, after, abbreviation)


def _shown(zone: str, moment: datetime) -> tuple[timedelta, str]:
    there = moment.astimezone(zone_of(zone))
    return there.utcoffset() or timedelta(), there.tzname() or ""


def vtimezone(zone: str, halves: tuple[Observance, ...]) -> Timezone:
    """Return the calendar component of a zone.

    With RRULE, never RDATE: of a list of those ical.js, vobject and ts-ics read only the first.
    """
    component = Timezone()
    component.add("TZID", zone)
    for half in halves:
        part = TimezoneDaylight() if half.daylight else TimezoneStandard()
        part.add("DTSTART", half.onset)
        part.add("TZOFFSETFROM", half.before)
        part.add("TZOFFSETTO", half.after)
        part.add("TZNAME", vText(half.abbreviation))
        if half.nth:
            day = f"{half.nth}{WEEKDAYS[half.onset.weekday()]}"
            part.add("RRULE", vRecur(FREQ="YEARLY", BYMONTH=half.onset.month, BYDAY=day))
        component.add_component(part)
    return component
