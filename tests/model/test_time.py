"""Wall minutes and instants, over clock changes of an hour and of half an hour."""

from datetime import UTC, date, datetime

import pytest

from planner.model.time import Span, clock_change, instants, known_zone, local, minutes_until, snap, wall_end

BERLIN, NEW_YORK, HOWE, HALIFAX = "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/St_Johns"
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("zone", "day", "start", "minutes", "begins", "ends", "wall"),
    [
        (BERLIN, date(2027, 6, 1), 540, 60, utc(2027, 6, 1, 7), utc(2027, 6, 1, 8), 600),
        (BERLIN, SPRING, 90, 60, utc(2027, 3, 28, 0, 30), utc(2027, 3, 28, 1, 30), 210),
        (BERLIN, SPRING, 60, 60, utc(2027, 3, 28, 0), utc(2027, 3, 28, 1), 180),
        (BERLIN, date(2027, 3, 27), 1440 + 90, 60, utc(2027, 3, 28, 0, 30), utc(2027, 3, 28, 1, 30), 1440 + 210),
        (BERLIN, AUTUMN, 90, 60, utc(2027, 10, 30, 23, 30), utc(2027, 10, 31, 0, 30), 150),
        (BERLIN, AUTUMN, 90, 120, utc(2027, 10, 30, 23, 30), utc(2027, 10, 31, 1, 30), 150),
        (BERLIN, AUTUMN, 90, 180, utc(2027, 10, 30, 23, 30), utc(2027, 10, 31, 2, 30), 210),
        (NEW_YORK, date(2027, 3, 14), 90, 60, utc(2027, 3, 14, 6, 30), utc(2027, 3, 14, 7, 30), 210),
        (NEW_YORK, date(2027, 11, 7), 30, 120, utc(2027, 11, 7, 4, 30), utc(2027, 11, 7, 6, 30), 90),
        (HOWE, date(2027, 10, 3), 90, 60, utc(2027, 10, 2, 15), utc(2027, 10, 2, 16), 180),
        (HOWE, date(2027, 4, 4), 60, 60, utc(2027, 4, 3, 14), utc(2027, 4, 3, 15), 120 - 30),
        (HALIFAX, date(2027, 1, 5), 540, 30, utc(2027, 1, 5, 12, 30), utc(2027, 1, 5, 13), 570),
        ("UTC", SPRING, 90, 60, utc(2027, 3, 28, 1, 30), utc(2027, 3, 28, 2, 30), 150),
    ],
)
def test_a_length_is_elapsed_time_and_a_start_is_what_clocks_show(  # noqa: PLR0917  # a table
    zone: str, day: date, start: int, minutes: int, begins: datetime, ends: datetime, wall: int
) -> None:
    assert instants(zone, day, start, minutes) == (begins, ends)
    assert wall_end(zone, day, start, minutes) == wall
    assert wall_end(zone, day, start, minutes_until(zone, day, start, wall)) == wall


@pytest.mark.parametrize(
    ("zone", "day", "minute", "change"),
    [
        (BERLIN, SPRING, 119, ""),
        (BERLIN, SPRING, 120, "gap"),
        (BERLIN, SPRING, 179, "gap"),
        (BERLIN, SPRING, 180, ""),
        (BERLIN, AUTUMN, 119, ""),
        (BERLIN, AUTUMN, 120, "fold"),
        (BERLIN, AUTUMN, 179, "fold"),
        (BERLIN, AUTUMN, 180, ""),
        (BERLIN, date(2027, 3, 27), 1440 + 150, "gap"),
        (NEW_YORK, date(2027, 3, 14), 150, "gap"),
        (NEW_YORK, date(2027, 11, 7), 90, "fold"),
        (HOWE, date(2027, 10, 3), 125, "gap"),
        (HOWE, date(2027, 10, 3), 150, ""),
        (HOWE, date(2027, 4, 4), 95, "fold"),
        ("UTC", SPRING, 150, ""),
    ],
)
def test_hours_that_do_not_exist_or_come_twice_are_known(zone: str, day: date, minute: int, change: str) -> None:
    assert clock_change(zone, day, minute) == change


def test_the_first_of_two_equal_times_is_meant() -> None:
    assert local(BERLIN, AUTUMN, 150).astimezone(UTC) == utc(2027, 10, 31, 0, 30)


@pytest.mark.parametrize("name", ["Europe/Osnabrück", "", "../etc/passwd", "Europe", "/etc/localtime", "a\x00b"])
def test_an_unknown_zone_is_a_value_error(name: str) -> None:
    with pytest.raises(ValueError, match="unknown time zone"):
        known_zone(name)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (Span(0, 60), Span(59, 90), True),
        (Span(0, 60), Span(60, 90), False),
        (Span(0, 240), Span(30, 40), True),
        (Span(30, 30), Span(30, 60), False),
        (Span(30, 30), Span(30, 30), False),
    ],
)
def test_touching_is_not_overlapping(one: Span, other: Span, *, overlap: bool) -> None:
    assert one.overlaps(other) is other.overlaps(one) is overlap


@pytest.mark.parametrize(
    ("minute", "grid", "snapped"),
    [(602, 5, 600), (603, 5, 605), (607, 15, 600), (608, 15, 615), (607, 1, 607), (-3, 5, -5)],
)
def test_a_minute_snaps_to_the_nearest_line(minute: int, grid: int, snapped: int) -> None:
    assert snap(minute, grid) == snapped
