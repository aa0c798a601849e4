"""Times and lengths in pasted programmes: in columns, in lines, in HTML; no word beside them is lost or a title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.importers import PROGRAMME, Doubt, html_rows, tsv
from planner.importers.times import read_end, read_length, read_time
from planner.model import Plan
from planner.text.flat import Flat

PLAN = Plan(id="plan")
Row = tuple[int | None, int | None, str, str]


def rows(text: str) -> list[Row]:
    return [(row.start, row.end, row.title, row.note) for row in PROGRAMME.read(text, PLAN).rows]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("9 Uhr 30 Panel", (570, 630, "Panel", "")),
        ("9 Uhr 30 Minuten Pause", (540, 560, "30 Minuten Pause", "")),
        ("9:30–10:15 (45 min) Begrüßung", (570, 615, "Begrüßung", "(45 min)")),
        ("17:00 MESZ Begrüßung", (1020, 1035, "Begrüßung", "MESZ")),
        ("9:30* Begrüßung", (570, 585, "Begrüßung", "*")),
        ("09:10 - 09:50 UhrBeiratssitzung", (550, 590, "Beiratssitzung", "")),
        ("nach 19 Uhr Abendessen", (1140, 1200, "Abendessen", "")),
        ("(20:00) Nachtwanderung", (1200, 1220, "Nachtwanderung", "")),
        ("18:00 – open end Sektempfang", (1080, 1100, "Sektempfang", "")),
        ("14:00 – Open Space", (840, 860, "Open Space", "")),
        ("24:00 Feuerwerk", (1440, 1460, "Feuerwerk", "")),
        ("10³⁰ – 11¹⁵ Uhr Vortrag", (630, 675, "Vortrag", "")),
    ],
)
def test_a_line_is_a_time_and_a_title(line: str, row: Row) -> None:
    assert rows(line) == [row]


def test_minutes_that_are_raised_in_word_are_minutes() -> None:
    first, second = "10<sup>30</sup> Uhr<td>Vortrag<sup>12</sup>", "11<sup>00</sup> – 11<sup>15</sup><td>Tee"
    read = rows(tsv(html_rows(f"<table><tr><td>{first}<tr><td>{second}</table>")))
    assert [row[:2] for row in read] == [(630, 660), (660, 675)]


def test_a_word_between_start_and_end_is_no_title() -> None:
    text = "10:00\tbis\t11:50\tWasser in der Stadt\tAnna Muster\n12:00\tbis\t12:50\tRadwege planen\tBen Beispiel"
    assert rows(text) == [(600, 710, "Wasser in der Stadt", ""), (720, 770, "Radwege planen", "")]


def test_ends_have_a_column_of_their_own() -> None:
    text = "Beginn\tEnde\tTitel\n9:00\topen end\tA\n10:00\t11:00 (geplant)\tB\n23:00\t1:00\tC"
    assert rows(text) == [(540, 560, "A", ""), (600, 660, "B", "(geplant)"), (1380, 1500, "C", "")]


@pytest.mark.parametrize("aside", ["(pünktlich)", "Saal 1", "ff.", "bis Ende"])
def test_words_beside_a_time_are_no_title_where_there_is_one(aside: str) -> None:
    (row,) = PROGRAMME.read(f"Zeit\tTitel\n9:30 {aside}\tBegrüßung", PLAN).rows
    assert (row.start, row.title, row.subtitle, row.note) == (570, "Begrüßung", "", aside)
    assert row.doubts == (Doubt.ASIDE,)


def test_titles_may_stand_beside_the_times() -> None:
    text = "9:00 Begrüßung\tAnna Muster\n10:00 Vortrag\tBen Muster"
    assert [row[2] for row in rows(text)] == ["Begrüßung", "Vortrag"]


def test_an_end_that_is_long_before_its_start_is_a_doubt() -> None:
    (row,) = PROGRAMME.read("20:00–10:00 Fest", PLAN).rows
    assert (row.start, row.doubts, row.note) == (1200, (Doubt.ODD_TIME,), "– 10:00")


def test_a_date_is_no_time() -> None:
    assert read_time("19.06. Begrüßung") is None
    assert read_time("19.06") is not None


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("ca. 15 Min.", 15),
        ("(20 Min)", 20),
        ("00:30:00", 30),
        ("45.0", 45),
        ("¾ Std.", 45),
        ("1/2 h", 30),
        ("bald", None),
    ],
)
def test_lengths_in_a_column(cell: str, minutes: int | None) -> None:
    assert read_length(cell) == minutes


def test_a_cell_of_ends_is_an_end() -> None:
    end = read_end("11:00")
    assert end is not None
    assert (end.start, end.end) == (None, 660)


@given(st.text(st.characters() | st.sampled_from("0123456789:.–-/ \n⁰³hpmUhr(*)"), max_size=60), st.booleans())
def test_what_is_no_part_of_a_time_is_in_the_rest(text: str, column: bool) -> None:
    when = read_time(text, column=column)
    if when is None:
        return
    assert text.rstrip().endswith(when.rest) or when.rest in text
    before = text[: text.rindex(when.rest)] if when.rest else text
    assert when.remark in before
    assert any(map(str.isdecimal, Flat(before).text))
