"""Days as programmes name them, alone or in one cell with a time."""

from typing import Final

import pytest

from planner.examples import osnabrueck
from planner.importers import PROGRAMME, Doubt, ParsedProgramme
from planner.importers.times import read_day
from planner.text import clock

PLAN: Final = osnabrueck().plan


def read(text: str) -> ParsedProgramme:
    return PROGRAMME.read(text, PLAN)


def told(text: str) -> list[str]:
    """Return day, start, end and title of each row, and its doubts if it has any."""
    programme = read(text)
    return [
        f"{programme.days[row.day].when} "
        + "–".join("" if minute is None else clock(minute) for minute in (row.start, row.end))
        + f" {row.title}"
        + "".join(f" ({doubt})" for doubt in row.doubts)
        for row in programme.rows
    ]


FIRST: Final = ("19.06.2017 {}", "19.06.17 {}", "2017-06-19 {}", "2017-06-19T{}", "6/19/2017 {}", "19.06.2017, {} Uhr")


@pytest.mark.parametrize("form", FIRST)
@pytest.mark.parametrize("head", ["Beginn\tTitel\n", "Datum\tTitel\n", ""])
@pytest.mark.parametrize("time", ["10:30", "10:30:00"])
def test_a_date_and_its_time_in_one_cell_are_both_read(form: str, head: str, time: str) -> None:
    cell = form.format(time)
    later = cell.replace("19", "20", 1).replace("10:30", "11:45")
    assert told(f"{head}{cell}\tImpuls Wasser\n{later}\tVortrag Luft") == [
        "2017-06-19 10:30–11:00 Impuls Wasser",
        "2017-06-20 11:45–12:15 Vortrag Luft",
    ]


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [("12/13/2027", 12, 13), ("13/12/2027", 12, 13), ("13.12.2027", 12, 13), ("12/12/2027", 12, 12)],
)
def test_a_month_above_twelve_is_the_day(text: str, month: int, day: int) -> None:
    found = read_day(text)
    assert found is not None
    assert (found.year, found.month, found.day) == (2027, month, day)


def test_an_end_with_its_date_may_be_after_midnight() -> None:
    text = "Von\tBis\tTitel\n19.06.2017 10:00\t19.06.2017 11:00\tA\n19.06.2017 22:00\t20.06.2017 01:30\tFest"
    assert told(text) == ["2017-06-19 10:00–11:00 A", "2017-06-19 22:00–01:30 Fest"]
    assert told("Von\tBis\tTitel\n9:00\t20.06.2017 10:00\tA")[0].endswith("09:00–10:00 A")


def test_an_end_days_later_is_not_clear_and_stays_in_the_note() -> None:
    (row,) = read("Von\tBis\tTitel\n19.06.2017 10:00\t22.06.2017 11:00\tImpuls: Ausstellung").rows
    assert (row.start, row.end, row.doubts) == (600, 630, (Doubt.ODD_TIME,))
    assert "22.06.2017 11:00" in row.note


def test_a_date_that_excel_gives_midnight_has_the_time_beside_it() -> None:
    head = ("Datum\tZeit\tTitel", "Zeit\tDatum\tTitel")
    for place, order in enumerate(head):
        cells = ("19.06.2017 00:00:00", "10:30")
        assert told(f"{order}\n{cells[place]}\t{cells[1 - place]}\tVortrag") == ["2017-06-19 10:30–11:00 Vortrag"]


@pytest.mark.parametrize(
    "rest", ["Fr. Muster", "Fr. Dr. Muster", "So geht es weiter", "Fr. Maier", "Mo Yan", "Di Lorenzo"]
)
def test_two_letters_before_a_word_are_no_weekday(rest: str) -> None:
    day = read_day(f"19. Juni {rest}")
    assert day is not None
    assert (day.weekday, day.title) == (None, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Fr. 23. Juni",
        "Fr, 23.6.",
        "23. Juni (Fr.)",
        "Fr., den 23. Juni",
        "Fr den 23.06.2017",
        "Fri June 23",
        "23. Juni Fr",
    ],
)
def test_two_letters_beside_a_date_are_a_weekday(line: str) -> None:
    day = read_day(line)
    assert day is not None
    assert (day.month, day.day, day.weekday, day.title) == (6, 23, 4, "")


def test_days_that_are_only_numbered_are_days() -> None:
    programme = read("Tag;Von;Bis;Titel\n1;9:00;10:00;Auftakt\n;10:00;11:00;Pause\n2;9:00;10:00;Ende")
    assert [day.number for day in programme.days] == [1, 2]
    assert [(row.day, row.title, row.note) for row in programme.rows] == [
        (0, "Auftakt", ""), (0, "Pause", ""), (1, "Ende", ""),
    ]  # fmt: skip
