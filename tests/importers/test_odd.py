"""Programmes that are written oddly, or are far too large: no word is lost, no time is wrong, nobody waits."""

from itertools import count
from time import process_time
from typing import Final

import pytest

from planner.examples import osnabrueck
from planner.importers import PROGRAMME, NotImported, ParsedProgramme, html_rows, plan_of, tsv
from planner.model import Plan, Room
from planner.text import clock

PLAN: Final = osnabrueck().plan


def read(text: str) -> ParsedProgramme:
    return PROGRAMME.read(text, PLAN)


def test_a_room_with_a_number_is_a_room_and_no_length() -> None:
    first, second = read("9:00\tWillkommen\tRaum 12\tTeam\n10:00\tVortrag\tRaum 14\tTeam").rows
    assert (first.rooms, second.rooms) == (("Raum 12",), ("Raum 14",))
    assert (first.end, second.end) == (600, 630)


@pytest.mark.parametrize(
    ("known", "pasted", "same"),
    [
        ("Raum 1", "Raum 12", False),
        ("Raum 12", "Raum 1", False),
        ("Aal", "Saal", False),
        ("Großer Saal", "Saal", True),
        ("Saal", "Großer Saal (1. OG)", True),
        ("Raum Hase", "Hase", True),
    ],
)
def test_a_room_is_known_by_whole_words_of_its_name(known: str, pasted: str, same: bool) -> None:
    plan = Plan(id="plan", rooms=(Room(id="known", name=known),))
    programme = PROGRAMME.read(f"Zeit\tTitel\tRaum\n9:00\tWasser\t{pasted}", plan)
    numbers = count()
    (session,) = plan_of(programme, programme.rows, plan, lambda: f"n{next(numbers)}").sessions
    assert (session.places[0].room == "known") is same


def test_lengths_are_read_with_what_people_write_before_them() -> None:
    text = "Zeit\tDauer\tTitel\n9:00\tca. 15 Min.\tA\n10:00\t(20 Min)\tB\n11:00\tDauer: 1,5 h\tC\n14:00\t~ 5 min\tD"
    assert [(row.end or 0) - (row.start or 0) for row in read(text).rows] == [15, 20, 90, 5]


def test_a_table_in_a_table_keeps_all_its_words() -> None:
    inner = "<table><tr><td>Ebene 1<td>Wohnen<tr><td>Ebene 2<td>Arbeit</table>"
    programme = read(tsv(html_rows(f"<table><tr><td>10:30<td>{inner}<tr><td>12:00<td>Mittag</table>")))
    assert all(word in str(programme) for word in ("Ebene 1", "Wohnen", "Ebene 2", "Arbeit", "Mittag"))


def test_a_day_that_is_named_again_keeps_what_stands_beside_it() -> None:
    rows = read("19. Juni: Auftakt\n9 Uhr A\n20. Juni\n9 Uhr B\n19. Juni: Abendprogramm\n19 Uhr C").rows
    assert [(row.day, row.title) for row in rows] == [(0, "A"), (1, "B"), (0, "Abendprogramm"), (0, "C")]


def test_what_stands_beside_forums_in_one_cell_stays_with_them() -> None:
    first, second = read('10:30\tStand 7\t"Forum 1: A\nForum 2: B"\n12:00\t12:30\tMittag').rows[:2]
    assert "Stand 7" in first.note
    assert second.title == "Forum 2: B"


@pytest.mark.parametrize("dash", "-‐‑‒–—―−")
def test_every_dash_stands_between_two_times(dash: str) -> None:
    for around in ("", " ", "\u200b", "\u00a0", "\u2060"):
        (row,) = read(f"10:30{around}{dash}{around}11:15 Uhr Beginn").rows
        assert (clock(row.start or 0), clock(row.end or 0), row.title) == ("10:30", "11:15", "Beginn")


@pytest.mark.parametrize("text", ["10:30\t" + "x" * 18_000, "10:30\t" + "parallel" * 2_000, "10:30\t" + "1" * 18_000])
def test_a_word_without_end_is_read_at_once(text: str) -> None:
    before = process_time()
    assert read(text).rows[0].note == text[6:]
    assert process_time() - before < 1


def test_a_sheet_of_words_only_is_read_soon() -> None:
    text = "\n".join("\t".join(f"Zelle {row} {column}" for column in range(8)) for row in range(1_000))
    before = process_time()
    words = str(read(text))
    assert process_time() - before < 4
    assert all(f"Zelle {row} 7" in words for row in (0, 999))


def test_a_whole_sheet_with_its_empty_rows_is_refused_without_reading_it_all() -> None:
    with pytest.raises(NotImported):
        html_rows("<table>" + "<tr><td>9:00<td>A" * 100_000)


def test_lengths_below_the_first_time_tell_when_each_begins() -> None:
    rows = read("Start\tDauer\tWas\n9:00\t15\tBegrüßung\n\t30\tVortrag\n\t10\tPause\n10:00\t\tEnde").rows
    assert [(row.start, row.end, row.title) for row in rows] == [
        (540, 555, "Begrüßung"),
        (555, 585, "Vortrag"),
        (585, 595, "Pause"),
        (600, 600, "Ende"),
    ]


def test_lengths_without_any_time_are_kept_in_the_tray() -> None:
    programme = read("Dauer\tWas\n15\tBegrüßung\n45\tVortrag\n10\tPause")
    numbers = count()
    plan = plan_of(programme, programme.rows, PLAN, lambda: f"n{next(numbers)}")
    assert [(session.start, session.minutes, session.title) for session in plan.sessions] == [
        (None, 15, "Begrüßung"),
        (None, 45, "Vortrag"),
        (None, 10, "Pause"),
    ]


def test_what_is_lettered_below_a_title_is_a_part_of_it() -> None:
    (row,) = read("14.30h-16h Workshops\n  a) Wohnen, Raum 1\n  b) Arbeit, Raum 2").rows
    assert (row.title, row.items) == ("Workshops", ("a) Wohnen, Raum 1", "b) Arbeit, Raum 2"))


def test_forums_with_a_length_each_begin_together() -> None:
    text = "Start\tDauer\tWas\n14:00\t60\tForum 1: Wohnen\n\t75\tForum 2: Arbeit\n\t10\tPause"
    assert [(row.start, row.end) for row in read(text).rows][:2] == [(840, 900), (840, 915)]
