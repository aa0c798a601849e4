"""Lengths in a line and alone; no other number becomes one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.lengths import read_length, whole_length
from planner.text.times import duration, duration_long, parse_duration


@pytest.mark.parametrize(
    ("text", "minutes", "end"),
    [
        ("45 min Film", 45, 6),
        ("1h30 Film", 90, 4),
        ("1 h 30 min Film", 90, 10),
        ("1 h 30p", 60, 3),
        ("1½h,", 90, 3),
        ("1:30h", 90, 5),
        ("2 Std. Film", 120, 6),
        ("1 Stunde und 15 Minuten", 75, 23),
    ],
)
def test_a_length_ends_where_other_words_begin(text: str, minutes: int, end: int) -> None:
    found = read_length(text)
    assert found is not None
    assert (found.minutes, found.end) == (minutes, end)


@pytest.mark.parametrize(
    "text", ["", "h", "min", "1,5", "1.0", "99 h", "45x", "1:75", "12.5.2027", "30/40", "+15", "-5"]
)
def test_no_other_number_is_one(text: str) -> None:
    assert whole_length(text) is None


@given(st.integers(0, 1440))
def test_what_is_written_is_read_again(minutes: int) -> None:
    assert parse_duration(duration(minutes)) == minutes
    assert parse_duration(duration_long(minutes)) == minutes
    assert parse_duration(f"{minutes // 60}:{minutes % 60:02}") == minutes
