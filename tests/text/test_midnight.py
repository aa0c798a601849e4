"""Midnight is crossed only late and into the small hours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.midnight import end_after, typed_end, typed_start


def at(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


@pytest.mark.parametrize(
    ("start", "end", "meant"),
    [
        ("22:00", "1:30", "25:30"),
        ("18:00", "6:00", "30:00"),
        ("13:00", "1:00", "25:00"),
        ("24:30", "1:30", "25:30"),
        ("11:35", "11:00", "11:00"),
        ("9:00", "1:00", "1:00"),
        ("22:00", "10:00", "10:00"),
        ("14:00", "13:00", "13:00"),
        ("9:00", "9:00", "9:00"),
        ("3:00", "2:00", "2:00"),
    ],
)
def test_an_end_is_on_the_next_day_only_in_the_small_hours(start: str, end: str, meant: str) -> None:
    assert end_after(at(start), at(end)) == at(meant)


@pytest.mark.parametrize(
    ("typed", "before", "meant"),
    [
        ("23:00", "24:30", "23:00"),
        ("0:30", "23:30", "24:30"),
        ("1:00", "24:30", "25:00"),
        ("24:30", "9:00", "24:30"),
        ("0:30", "9:00", "0:30"),
        ("10:00", "24:30", "10:00"),
        ("9:00", "33:00", "33:00"),
        ("10:00", "33:00", "34:00"),
        ("20:00", "33:00", "20:00"),
        ("9:00", "20:00", "9:00"),
    ],
)
def test_the_night_belongs_to_the_evening_before_it(typed: str, before: str, meant: str) -> None:
    assert typed_start(at(typed), at(before)) == at(meant)


def test_without_a_start_a_time_is_one_of_the_day() -> None:
    assert typed_start(30, None) == 30


@pytest.mark.parametrize(
    ("typed", "start", "meant"),
    [
        ("11:00", "11:35", "11:00"),
        ("0:30", "23:30", "24:30"),
        ("1:30", "24:30", "25:30"),
        ("24:30", "23:00", "24:30"),
        ("23:30", "24:30", "23:30"),
        ("24:15", "24:30", "24:15"),
        ("22:00", "8:00", "22:00"),
    ],
)
def test_a_typed_end_is_the_nearest_that_makes_sense(typed: str, start: str, meant: str) -> None:
    assert typed_end(at(typed), at(start)) == at(meant)


@given(st.integers(0, 1439), st.integers(0, 1439))
def test_no_session_runs_through_the_night_into_the_next_day(start: int, end: int) -> None:
    found = end_after(start, end)
    assert found in {end, end + 1440}
    assert found - start <= 720 or found == end
