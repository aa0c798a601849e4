"""The one grammar of times: what it reads, where it stops, and that nothing is lost between."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.flat import Flat
from planner.text.time_grammar import is_open_end, read_times, remark_end
from planner.text.times import clock, clock_range, parse_clock


def said(text: str) -> tuple[str, str, str]:
    """Return start, end and rest as they were read."""
    flat = Flat(text).text
    found = read_times(flat)
    if found is None:
        return "", "", flat
    start, end = found.span()
    shown = [f"{minute // 60}:{minute % 60:02}" if minute is not None else "" for minute in (start, end)]
    return shown[0], "open" if found.open else shown[1], flat[found.end :]


@pytest.mark.parametrize(
    ("text", "start", "end", "rest"),
    [
        ("9:30", "9:30", "", ""),
        ("9.30 Uhr Film", "9:30", "", " Film"),
        ("12 Uhr 30", "12:30", "", ""),
        ("9 Uhr 30 Panel", "9:30", "", " Panel"),
        ("9 Uhr 30 Minuten Pause", "9:00", "", " 30 Minuten Pause"),
        ("10 Uhr 20 Jahre Rat", "10:00", "", " 20 Jahre Rat"),
        ("10 Uhr 12 Thesen", "10:00", "", " 12 Thesen"),
        ("12h30", "12:30", "", ""),
        ("9h Film", "9:00", "", " Film"),
        ("0930 Uhr", "9:30", "", ""),
        ("2pm", "14:00", "", ""),
        ("12:15 a.m.", "0:15", "", ""),
        ("24:00", "24:00", "", ""),
        ("24:30 Uhr", "24:30", "", ""),
        ("09:30:00", "9:30", "", ""),
        ("9⁰⁰ Uhr", "9:00", "", ""),
        ("10<sup>30</sup> Uhr", "10:30", "", ""),
        ("10³⁰ – 11¹⁵ Uhr", "10:30", "11:15", ""),
        ("9:30\n10:15", "9:30", "10:15", ""),
        ("9:30\n10 Thesen", "9:30", "", "\n10 Thesen"),
        ("9:30\n10:15 Film", "9:30", "", "\n10:15 Film"),
        ("16:00 → 16:30", "16:00", "16:30", ""),
        ("16:00 -> 16:30", "16:00", "16:30", ""),
        ("16:00 ... 16:30", "16:00", "16:30", ""),
        ("9:30 / 10:00", "9:30", "10:00", ""),
        ("10/11 Uhr", "10:00", "", "/11 Uhr"),
        ("14–15.30 Uhr", "14:00", "15:30", ""),
        ("9–11 PM", "21:00", "23:00", ""),
        ("11–1 PM", "11:00", "13:00", ""),
        ("von 9 bis 10 Uhr 30", "9:00", "10:30", ""),
        ("zwischen 9 und 10 Uhr", "9:00", "10:00", ""),
        ("9 und 10 Uhr", "9:00", "", " und 10 Uhr"),
        ("22:00–1:30", "22:00", "25:30", ""),
        ("24:30–1:30", "24:30", "25:30", ""),
        ("16:30–open end", "16:30", "open", ""),
        ("16:30 – Ende offen", "16:30", "open", ""),
        ("ab 19 Uhr (open end)", "19:00", "open", ""),
        ("18:00 – ?", "18:00", "open", ""),
        ("14:00 Open Space", "14:00", "", " Open Space"),
        ("14:00 – Open Space", "14:00", "", " – Open Space"),
        ("14:00 offen", "14:00", "", " offen"),
        ("9:30 UhrBegrüßung", "9:30", "", "Begrüßung"),
        ("25:30", "", "", "25:30"),
        ("9:75", "9:00", "", ":75"),
        ("Film", "", "", "Film"),
    ],
)
def test_times_and_ranges_end_where_other_words_begin(text: str, start: str, end: str, rest: str) -> None:
    assert said(text) == (start, end, rest)


@pytest.mark.parametrize(
    "remark", ["(45 min)", "*", "**", " MESZ", " CEST", " (CEST)", " c.t.", " (s. t.)", " Ortszeit", "* (1½ h)"]
)
def test_remarks_belong_to_a_time(remark: str) -> None:
    text = f"9:30–10:15{remark} Film"
    assert text[remark_end(text, 10) :] == " Film"


@pytest.mark.parametrize("words", [" (Saal 1)", " Film", " *Film", " (optional) Film", " West Film"])
def test_other_words_are_no_remark(words: str) -> None:
    assert remark_end(f"9:30{words}", 4) == 4


def test_an_open_end_can_stand_alone() -> None:
    assert all(map(is_open_end, ("open end", "Ende offen", "offen", "– offen", "?", "offenes Ende", "(open)")))
    assert not any(map(is_open_end, ("", "Ende", "open space", "12:00")))


@given(st.integers(0, 1439), st.integers(0, 1439))
def test_what_is_printed_is_read_again(start: int, end: int) -> None:
    assert parse_clock(clock(start)) == start
    found = read_times(clock_range(start, end))
    assert found is not None
    assert found.second is not None
    assert (found.first.minute, found.second.minute) == (start, end)


@given(st.text(st.characters() | st.sampled_from("0123456789:.–-/ \n⁰³hpmUuhr(*)"), max_size=60), st.integers(0, 5))
def test_a_rest_is_what_is_behind_the_time_and_never_before_it(text: str, at: int) -> None:
    flat = Flat(text).text
    found = read_times(flat, min(at, len(flat)))
    if found is not None:
        assert min(at, len(flat)) < found.end <= len(flat)
        assert any(map(str.isdecimal, flat[: found.end]))
        assert found.end <= remark_end(flat, found.end) <= len(flat)
        assert 0 <= found.first.minute < 1500


@pytest.mark.parametrize(
    "piece", ["9", "9:", "9:30–", "ab ", "9 Uhr ", "–", "(", "*", "(45 min)", " ", "\n", "9⁰", "<sup>"]
)
def test_a_text_without_end_is_read_at_once(piece: str) -> None:
    flat = Flat(piece * 20_000).text
    before = process_time()
    read_times(flat)
    remark_end(flat, 0)
    assert process_time() - before < 0.5
