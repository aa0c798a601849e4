"""Tables as text with semicolons, commas or bars: split where all lines agree, and no title is torn."""

import csv
from io import StringIO
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.examples import osnabrueck
from planner.exporters.csv import CSV, CsvOptions
from planner.importers import PROGRAMME, ParsedRow, may_be_programme
from planner.importers.grid import grid_of
from planner.model.edits import change_session

PLAN: Final = osnabrueck().plan


def read(text: str) -> tuple[ParsedRow, ...]:
    return PROGRAMME.read(text, PLAN).rows


HEAD: Final = ("Zeit", "Titel", "Raum", "Referent*innen")
ROWS: Final = (
    ("09:00", "Begrüßung", "Großer Saal", "Anna Muster"),
    ("10:00", "Vortrag", "Foyer", "Ben Muster"),
    ("11:00", "Ausklang", "Foyer", ""),
)


def written(mark: str, *rows: tuple[str, ...]) -> str:
    made = StringIO()
    csv.writer(made, delimiter=mark).writerows(rows)
    return made.getvalue()


@pytest.mark.parametrize("mark", ";,|")
@pytest.mark.parametrize("head", [True, False])
def test_cells_are_told_apart_by_what_the_lines_agree_on(mark: str, head: bool) -> None:
    text = written(mark, *(HEAD,) * head, *ROWS)
    rows = read(text)
    assert [(row.start, row.title, row.rooms) for row in rows] == [
        (540, "Begrüßung", ("Großer Saal",)),
        (600, "Vortrag", ("Foyer",)),
        (660, "Ausklang", ("Foyer",)),
    ]
    assert [who.name for row in rows for who in row.people] == ["Anna Muster", "Ben Muster"]
    assert not any(row.note or row.doubts for row in rows)
    assert may_be_programme(text)


def test_a_table_whose_lines_begin_with_a_date_is_one_to_insert() -> None:
    text = "Datum;Zeit;Titel\n19.06.2017;10:30;A\n20.06.2017;9:00;B"
    assert may_be_programme(text)
    assert [(row.day, row.start, row.title) for row in read(text)] == [(0, 630, "A"), (1, 540, "B")]


def test_a_table_with_bars_around_it_is_read() -> None:
    text = "| Zeit | Titel | Raum |\n|------|:-----:|------|\n| 9:00 | Willkommen | Aula |\n| | Forum 1 | Foyer |"
    assert [(row.start, row.title, row.rooms) for row in read(text)] == [
        (540, "Willkommen", ("Aula",)),
        (None, "Forum 1", ("Foyer",)),
    ]


def test_days_and_a_title_may_stand_between_the_lines() -> None:
    text = "Netzwerktreffen;;\nZeit;Titel;Raum\nMontag, 19. Juni 2017;;\n9:00;A, B und C;Foyer\n10:00;Ende"
    rows = read(text)
    assert [(row.start, row.title) for row in rows][-2:] == [(540, "A, B und C"), (600, "Ende")]
    comma = "Zeit,Titel,Raum\nMontag, 19. Juni 2017\n9:00,A,Foyer\nDienstag, 20. Juni 2017\n9:00,B,Foyer"
    assert [(row.day, row.title, row.rooms) for row in read(comma)] == [(0, "A", ("Foyer",)), (1, "B", ("Foyer",))]


@pytest.mark.parametrize("between", [" ", ", ", "; "])
@pytest.mark.parametrize("time", ["9 Uhr{}", "9:00{}", "9:00 Uhr{}", "ca. 9 Uhr{}"])
@pytest.mark.parametrize("titles", [("Begrüßung, Einführung", "Wind, Wasser"), ("Luft", "Wind, Wasser, und Erde")])
def test_a_title_with_a_comma_is_not_torn(between: str, time: str, titles: tuple[str, str]) -> None:
    rows = read("\n".join(time.format(between) + title for title in titles))
    assert tuple(row.title for row in rows) == titles


def test_a_head_does_not_tear_a_title_either() -> None:
    titles = ["Begrüßung, Einführung", "Wind, Wasser"]
    rows = read("Zeit,Titel\n9:00," + "\n10:00,".join(titles))
    assert [row.title for row in rows][-2:] == titles


def test_a_cell_in_quotes_may_hold_anything() -> None:
    (first, second) = read('Zeit;Titel\n9:00;"Wasser; Luft, und ""Erde""\nZweite Zeile"\n10:00;Ende')
    assert (first.title, first.subtitle) == ('Wasser; Luft, und "Erde"', "Zweite Zeile")
    assert second.title == "Ende"


_CELL: Final = st.text(st.sampled_from('abcäß ";,|\n-'), max_size=12)


@given(st.sampled_from(";,|"), st.lists(st.tuples(_CELL, _CELL), min_size=1, max_size=5))
def test_what_a_program_wrote_reads_back(mark: str, cells: list[tuple[str, str]]) -> None:
    rows = [(f"{hour}:00", f"x{first}", f"{second}x") for hour, (first, second) in enumerate(cells)]
    found = grid_of(written(mark, ("Zeit", "Titel", "Thema"), *rows)).rows
    plain = [["".join(filter(str.isalpha, cell)) for cell in row[1:]] for row in found[1:] if row]
    assert plain == [["".join(filter(str.isalpha, cell)) for cell in row[1:]] for row in rows]


@pytest.mark.parametrize(
    "title",
    ["- Pause -", "=2+3", "@home vor Ort", "+ Kaffee", "'- so", "* Hinweis", "Essen (Mensa)", "Teil 1/2", "a; b"],
)
def test_the_table_that_was_exported_comes_back_with_its_titles(title: str) -> None:
    document = osnabrueck()
    plan = document.plan
    renamed = next(session.id for session in plan.sessions if session.scheduled)
    plan = change_session(plan, renamed, title=title)
    data = CSV.export(document.with_plan(plan), CsvOptions(language="de"))[0].data.decode("utf-8-sig")
    assert title in [row.title for row in PROGRAMME.read(data, plan).rows]
