"""Tables whose columns are rooms: a session in each cell, and what spans rows or rooms is one."""

from itertools import count
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.importers import PROGRAMME, Doubt, ParsedProgramme, html_rows, plan_of, tsv
from planner.importers.detect_columns import heads_of
from planner.importers.room_columns import rooms_over
from planner.model import Everyone, Plan, Room, Share
from planner.text import clock
from tests.importers.test_properties import as_plan, cells, held, markers
from tests.profiles import tries

PLAN: Final = Plan(id="plan", rooms=(Room(id="r-saal", name="Großer Saal"), Room(id="r-dom", name="Kanzel")))
HTML: Final = """
<table><tr><th>Zeit<th>Großer Saal<th>Seminarraum 1<th>Kanzel</tr>
<tr><td colspan=4>Montag, 19. Juni 2017</tr>
<tr><td>9:00<td colspan=3>Begrüßung</tr>
<tr><td>10:00<td rowspan=2><b>Lange Werkstatt</b><td>Wohnen<td>Arbeit</tr>
<tr><td>11:00<td>Bildung<td></tr>
<tr><td>12:00<td colspan=2>Markt der Projekte<td>Stille</tr>
<tr><td>13:00–14:00<td colspan=3>Mittagspause</tr></table>
"""


def read(text: str, plan: Plan = PLAN) -> ParsedProgramme:
    return PROGRAMME.read(tsv(html_rows(text)) if "<" in text else text, plan)


def told(programme: ParsedProgramme) -> list[str]:
    """Return start, end, title and rooms of each row."""
    return [
        f"{'' if row.start is None else clock(row.start)}–{'' if row.end is None else clock(row.end)} {row.title}"
        + "".join(f" @{room}" for room in row.rooms)
        for row in programme.rows
    ]


def made(programme: ParsedProgramme, plan: Plan = PLAN) -> Plan:
    numbers = count()
    return plan_of(programme, programme.rows, plan, lambda: f"n{next(numbers)}")


def test_each_cell_is_a_session_in_the_room_above_it() -> None:
    programme = read("Zeit\tSaal A\tSaal B\n9:00\tVortrag Wasser\tVortrag Luft\n10:00\t\tErde\n11:00\tEnde\t")
    assert told(programme) == [
        "09:00–10:00 Vortrag Wasser @Saal A",
        "09:00–10:00 Vortrag Luft @Saal B",
        "10:00–11:00 Erde @Saal B",
        "11:00–11:00 Ende @Saal A",
    ]
    assert not any(row.doubts or row.note or row.subtitle for row in programme.rows)


def test_what_spans_rows_lasts_and_what_spans_all_rooms_is_for_everybody() -> None:
    programme = read(HTML)
    assert told(programme) == [
        "09:00–10:00 Begrüßung",
        "10:00–12:00 Lange Werkstatt @Großer Saal",
        "10:00–11:00 Wohnen @Seminarraum 1",
        "10:00–11:00 Arbeit @Kanzel",
        "11:00–12:00 Bildung @Seminarraum 1",
        "12:00–13:00 Markt der Projekte @Großer Saal @Seminarraum 1",
        "12:00–13:00 Stille @Kanzel",
        "13:00–14:00 Mittagspause",
    ]
    assert [day.label for day in programme.days] == ["Montag, 19. Juni 2017"]


def test_people_share_themselves_out_over_what_is_side_by_side() -> None:
    plan = made(read(HTML))
    attendance = {session.title: session.attendance for session in plan.sessions}
    assert {title for title, who in attendance.items() if isinstance(who, Everyone)} == {"Begrüßung", "Mittagspause"}
    rounds = {title: who.round for title, who in attendance.items() if isinstance(who, Share)}
    assert rounds["Lange Werkstatt"] == rounds["Wohnen"] == rounds["Arbeit"] == rounds["Bildung"]
    assert rounds["Stille"] == rounds["Markt der Projekte"] != rounds["Wohnen"]
    assert {round_.id for round_ in plan.rounds} == set(rounds.values())


def test_known_rooms_are_the_same_and_others_are_new() -> None:
    plan = made(read("Zeit\tSaal\tKanzel\tRaum 12\n9:00\tA\tB\tC"))
    assert [session.places[0].room for session in plan.sessions][:2] == ["r-saal", "r-dom"]
    assert [room.name for room in plan.rooms][2:] == ["Raum 12"]


@pytest.mark.parametrize("corner", ["", "Zeit", "Uhrzeit", "Zeit / Raum", "Raum/Zeit", "Zeitraum"])
def test_the_corner_may_say_anything_about_time(corner: str) -> None:
    assert told(read(f"{corner}\tSaal A\tFoyer\n9:00\tLuft\tWasser")) == [
        "09:00–10:10 Luft @Saal A",
        "09:00–10:10 Wasser @Foyer",
    ]


@pytest.mark.parametrize(
    "head",
    ["Zeit\tTitel\tRaum", "Zeit\tRaum\tOrt", "Zeit\tTitel\tSaal A\tSaal B", "Zeit\tFoyer\tFarbe\tForm", "Zeit\tSaal A"],
)
def test_a_head_that_does_not_say_so_is_none_of_rooms(head: str) -> None:
    assert not any(row.beside for row in read(f"{head}\n9:00\tA\tB\tC\n10:00\tD\tE\tF").rows)


@pytest.mark.parametrize(
    "rooms", [("Track A", "Track B"), ("Saal (EG)", "Foyer"), ("Strang 1", "Strang 2"), ("Kanzel", "Großer Saal")]
)
def test_tracks_are_rooms_and_a_floor_is_part_of_a_name(rooms: tuple[str, str]) -> None:
    head = "\t".join(("Zeit", *rooms))
    assert [row.rooms for row in read(f"{head}\n9:00\tLuft\tWasser").rows] == [(room,) for room in rooms]


def test_a_cell_that_spans_more_than_there_is_fills_only_the_rooms() -> None:
    html = "<table><tr><td>Zeit<td>Saal A<td>Saal B<tr><td>9:00<td colspan=150>Pause</table>"
    assert tsv(html_rows(html)).count("Pause") == 2
    assert told(read(html)) == ["09:00–09:20 Pause"]


def test_excel_keeps_only_the_first_of_merged_cells() -> None:
    assert told(read("\tSaal A\tSaal B\n9:00\tKaffeepause\t\t\n10:00\tKeynote\t\t")) == [
        "09:00–10:00 Kaffeepause",
        "10:00–10:30 Keynote @Saal A",
    ]


def test_text_that_runs_over_empty_cells_in_excel_is_in_one_room() -> None:
    html = "<tr><td>9:00<td colspan=2 style='mso-ignore:colspan'>Ein langer Titel"
    assert told(read(f"<table><tr><td>Zeit<td>Saal A<td>Saal B{html}</table>"))[0].endswith("Ein langer Titel @Saal A")


def test_rows_without_a_time_go_on_with_what_stands_above() -> None:
    programme = read("Zeit\tSaal A\tSaal B\n9:00\tVortrag Wasser\tVortrag Luft\n\tDr. Anna Muster\tDr. Ben Muster")
    assert [(row.title, row.people[0].name) for row in programme.rows] == [
        ("Vortrag Wasser", "Dr. Anna Muster"),
        ("Vortrag Luft", "Dr. Ben Muster"),
    ]


@pytest.mark.parametrize("time", ["", "9:00"])
def test_what_stands_above_all_rooms_names_their_round(time: str) -> None:
    head = "<tr><td>Zeit<td>Saal A<td>Saal B"
    html = f"<table>{head}<tr><td>9:00<td colspan=2>Parallele Foren<tr><td>{time}<td>Wasser<td>Luft</table>"
    programme = read(html)
    assert [(row.start, row.title, row.round) for row in programme.rows] == [
        (540, "Wasser", "Parallele Foren"),
        (540, "Luft", "Parallele Foren"),
    ]


def test_the_same_again_after_a_gap_is_offered_twice() -> None:
    text = "Zeit\tSaal A\tSaal B\n9-10 Uhr\tFührung\tA\n10:30-11:30\tFührung\tB\n11:30-12 Uhr\tFührung\tC"
    assert [line for line in told(read(text)) if "Führung" in line] == [
        "09:00–10:00 Führung @Saal A",
        "10:30–12:00 Führung @Saal A",
    ]


def test_a_remark_beside_the_rooms_is_in_the_note() -> None:
    (first, second, third) = read("Zeit\tSaal A\tFoyer\tBemerkung\n9:00\tLuft\tWasser\tBeamer\n10:00\t\t\tAufbau").rows
    assert (first.note, second.note) == ("Bemerkung: Beamer", "")
    assert (third.start, third.note, third.doubts) == (600, "Bemerkung: Aufbau", (Doubt.NO_TITLE,))


def test_another_head_below_is_read_as_what_it_says() -> None:
    text = "Zeit\tSaal A\tSaal B\n9:00\tA\tB\nZeit\tTitel\tRaum\n10:00\tVortrag\tFoyer"
    assert told(read(text))[-1] == "10:00–10:30 Vortrag @Foyer"


TIMES: Final = st.sampled_from(("", "9:00", "10:00", "10-11 Uhr", "11:00", "abends", "anschl.", "bis 13 Uhr"))
ROWS: Final = st.lists(
    st.tuples(TIMES, st.lists(cells() | st.sampled_from(("", "Pause", "Werkstatt")), max_size=5)).map(
        lambda row: [row[0], *row[1]]
    ),
    max_size=6,
)


@settings(max_examples=tries(120), deadline=None)
@given(ROWS)
def test_no_word_below_rooms_is_lost(rows: list[list[str]]) -> None:
    rows = [row for row in rows if not (heads_of(row) or rooms_over(row))]
    text = tsv([["Zeit", "Saal A", "Saal B", "Raum 3", "Bemerkung"], *rows])
    programme = PROGRAMME.read(text, PLAN)
    there = held(programme) + as_plan(programme).model_dump_json()
    assert [marker for marker in markers(text) if marker not in there] == []
