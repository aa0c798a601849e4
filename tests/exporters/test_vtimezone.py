from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from planner.exporters.vtimezone import Observance, observances, vtimezone

SUMMER = date(2017, 6, 19)


def _written(zone: str, day: date) -> list[str]:
    halves = observances(zone, day, day)
    return vtimezone(zone, halves).to_ical().decode().splitlines() if halves else []


def test_berlin_is_written_as_the_standard_shows_it() -> None:
    assert _written("Europe/Berlin", SUMMER) == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:DAYLIGHT",
        "DTSTART:20160327T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20161030T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_america_changes_on_the_second_and_the_first_sunday() -> None:
    rules = [line for line in _written("America/New_York", SUMMER) if line.startswith("RRULE")]
    assert rules == ["RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"]


def test_in_the_south_the_year_begins_in_summer() -> None:
    first, second = observances("Australia/Sydney", SUMMER, SUMMER)
    assert (first.daylight, first.onset.month, first.abbreviation) == (False, 4, "AEST")
    assert (second.daylight, second.onset.month, second.abbreviation) == (True, 10, "AEDT")


def test_a_zone_that_never_changes_has_one_half_without_a_rule() -> None:
    offset = timedelta(hours=5, minutes=30)
    half = Observance(
        daylight=False,
        onset=datetime.fromisoformat("2016-01-01"),
        before=offset,
        after=offset,
        abbreviation="IST",
        nth=0,
    )
    assert observances("Asia/Kolkata", SUMMER, SUMMER) == (half,)


@pytest.mark.parametrize(
    ("zone", "day", "why"),
    [
        ("Africa/Casablanca", date(2024, 3, 9), "the clocks change around Ramadan"),
        ("Asia/Tehran", date(2022, 6, 1), "summer time was given up that year"),
        ("America/Santiago", date(2024, 6, 1), "the rule is a Sunday from the 2nd on"),
        ("Europe/Berlin", date(1950, 6, 1), "the rules of that time are another matter"),
        ("Europe/Berlin", date(2999, 6, 1), "fine, it is the rule of today"),
        ("UTC", SUMMER, "it is UTC"),
    ],
)
def test_where_no_simple_rule_holds_there_is_none(zone: str, day: date, why: str) -> None:
    assert bool(observances(zone, day, day)) == why.startswith("fine")


def test_a_plan_over_many_years_is_not_ruled_at_all() -> None:
    assert observances("Europe/Berlin", date(2000, 1, 1), date(2007, 1, 1))
    assert not observances("Europe/Berlin", date(2000, 1, 1), date(2030, 1, 1))


def _moments(zone: str, year: int) -> Iterator[datetime]:
    """Each noon of a year, and each half hour of the days on which the clocks change."""
    place = ZoneInfo(zone)
    days = [datetime(year, 1, 1, 12, tzinfo=UTC) + timedelta(days=day) for day in range(365)]
    for early, late in pairwise(days):
        yield early.astimezone(place)
        if early.astimezone(place).utcoffset() != late.astimezone(place).utcoffset():
            yield from ((early + timedelta(minutes=30 * step)).astimezone(place) for step in range(48))


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Berlin",
        "Europe/Dublin",
        "Europe/London",
        "America/New_York",
        "America/St_Johns",
        "America/Havana",
        "Australia/Lord_Howe",
        "Pacific/Auckland",
        "Pacific/Chatham",
        "Asia/Kathmandu",
        "Asia/Beirut",
        "Asia/Tokyo",
        "Africa/Addis_Ababa",
    ],
)
@pytest.mark.parametrize("year", [2017, 2026])
def test_another_reader_finds_the_offsets_of_the_tz_database(zone: str, year: int) -> None:
    component: Any = vtimezone(zone, observances(zone, date(year, 1, 1), date(year, 12, 31)))
    read: tzinfo = component.to_tz()
    moments = [moment for moment in _moments(zone, year) if not moment.fold]
    assert len(moments) >= 364
    assert [moment.replace(tzinfo=read).utcoffset() for moment in moments] == [moment.utcoffset() for moment in moments]
