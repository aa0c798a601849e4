"""Times and lengths as people type them."""

import pytest

from planner.text import parse_duration
from planner.text.times import parse_shift


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("45", 45),
        ("45 min", 45),
        ("90 Minuten", 90),
        ("1:30", 90),
        ("1 h 30", 90),
        ("2 h", 120),
        ("2 Stunden", 120),
        ("1,5 h", 90),
        ("1.25 Std.", 75),
        ("0,5 Stunden", 30),
        ("1,5", None),
        ("99 h", None),
        ("99,9 h", None),
        ("long", None),
        ("", None),
    ],
)
def test_a_length_is_read_as_it_is_written(typed: str, minutes: int | None) -> None:
    assert parse_duration(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("+15", 15),
        (" + 1 h ", 60),
        ("-1:30", -90),
        ("−5", -5),
        ("–10 min", -10),
        ("15", None),
        ("+", None),
        ("+-5", None),
    ],  # signs as people type them
)
def test_a_shift_is_a_length_behind_a_sign(typed: str, minutes: int | None) -> None:
    assert parse_shift(typed) == minutes
