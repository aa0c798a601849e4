"""Hours as people type them, in both languages; what is no time is no hours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.time import Span
from planner.text.hours import parse_spans, spans_text
from tests.texts import texts


def at(*times: str) -> tuple[Span, ...]:
    """Return spans written as 8:00-12:30."""
    pairs = [time.split("-") for time in times]
    minutes = [[int(hour) * 60 + int(minute) for hour, minute in (half.split(":") for half in pair)] for pair in pairs]
    return tuple(Span(start, end) for start, end in minutes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8:00–12:00, 14:00–18:00", at("8:00-12:00", "14:00-18:00")),
        ("ab 8:00 bis 18:00", at("8:00-18:00")),
        ("von 9 bis 10.30 Uhr und 14–18 Uhr", at("9:00-10:30", "14:00-18:00")),
        ("from 9 to 17 and 19-21", at("9:00-17:00", "19:00-21:00")),
        ("ab 13 Uhr", at("13:00-24:00")),
        ("bis 12.30", at("0:00-12:30")),
        ("until 24:00", at("0:00-24:00")),
        ("14-18; 8-12", at("8:00-12:00", "14:00-18:00")),
        ("22:00–2:00", at("22:00-26:00")),
    ],
)
def test_hours_are_understood(text: str, expected: tuple[Span, ...]) -> None:
    assert parse_spans(text) == expected


@pytest.mark.parametrize(
    "text", ["", ",", "8", "8-", "8-8", "18-8", "8-25", "8:61-9", "8-12, sometimes", "ab", "8-12-14"]
)
def test_what_is_no_time_is_no_hours(text: str) -> None:
    assert parse_spans(text) is None


@given(texts)
def test_no_text_breaks_it(text: str) -> None:
    parse_spans(text)


@given(st.lists(st.tuples(st.integers(0, 1438), st.integers(1, 600)), min_size=1, max_size=4))
def test_what_is_written_is_read_again(given_: list[tuple[int, int]]) -> None:
    spans = tuple(sorted(Span(start, min(1440, start + minutes)) for start, minutes in given_))
    assert parse_spans(spans_text(spans)) == spans
