"""Programmes as three programs put them on the clipboard, and what becomes of each line."""

import json
from dataclasses import asdict
from itertools import count
from pathlib import Path
from typing import Any, Final

import pytest

from planner.examples import osnabrueck
from planner.importers import PROGRAMME, Doubt, NotImported, ParsedProgramme, html_rows, plan_of, tsv
from planner.model import Kind, Plan, Role, Share, Status
from planner.model.kind import KINDS
from planner.text import clock
from tests.importers.pasted import EXCEL_HTML, EXCEL_TEXT, MAIL, WORD

PLAN: Final = osnabrueck().plan
GOLDEN: Final = Path(__file__).parent.parent / "golden"
CAME: Final = {
    "word": tsv(html_rows(WORD)),
    "excel-text": EXCEL_TEXT,
    "excel-html": tsv(html_rows(EXCEL_HTML)),
    "mail": MAIL,
}


def read(text: str, plan: Plan = PLAN) -> ParsedProgramme:
    return PROGRAMME.read(text, plan)


def rows(text: str) -> list[tuple[str, str, str]]:
    """Return start, end and title of each row."""
    return [
        (
            "" if row.start is None else clock(row.start),
            "" if row.end is None else clock(row.end),
            row.title,
        )
        for row in read(text).rows
    ]


def told(programme: ParsedProgramme) -> str:
    """Return all that was understood, one line a field that says something."""
    lines = [f"day {place + 1}: {day.label}".rstrip() for place, day in enumerate(programme.days)]
    for row in programme.rows:
        times = "–".join("" if minute is None else clock(minute) for minute in (row.start, row.end))
        lines.append(f"{row.day + 1} {times} {row.kind}: {row.title}")
        given: dict[str, Any] = asdict(row)
        names = ("subtitle", "description", "rooms", "items", "note", "round", "doubts")
        lines += [f"    {name}: {json.dumps(given[name], ensure_ascii=False)}" for name in names if given[name]]
        lines += [f"    {who.role}: {who.name}, {who.organisation} ({who.status})" for who in row.people]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", CAME)
def test_three_believable_programmes(name: str) -> None:
    assert told(read(CAME[name])) == (GOLDEN / f"programme-{name}.txt").read_text(encoding="utf-8")


def test_what_is_read_becomes_a_plan() -> None:
    numbers = count()
    programme = read(CAME["word"])
    plan = plan_of(programme, programme.rows, PLAN, lambda: f"n{next(numbers)}")
    forums = [session for session in plan.sessions if session.kind == "forum"]
    assert [forum.attendance for forum in forums] == [Share(round=plan.rounds[0].id)] * 2
    assert plan.rounds[0].title == "Parallele Foren"
    assert [forum.places[0].room for forum in forums] == ["r-hase", "r-dom"]
    assert [day.date.day for day in plan.days] == [19, 20]
    muster = next(person for person in plan.people if person.name == "D. Muster")
    assert muster.id == "p-d-muster"
    assert "r-saal" in {place.room for session in plan.sessions for place in session.places}


def test_days_are_named_by_lines_and_by_columns() -> None:
    lines = read("Tag 1\n9 Uhr A\n\nTag 2: Vertiefung\n9 Uhr B\n9.30 Uhr C")
    assert [day.number for day in lines.days] == [1, 2]
    assert [row.day for row in lines.rows] == [0, 1, 1]
    assert lines.rows[1].note == "Vertiefung"
    column = read("Datum\tZeit\tTitel\n19.06.2017\t9:00\tA\n\t10:00\tB\n20.06.2017\t9:00\tC")
    assert [day.when and day.when.day for day in column.days] == [19, 20]
    assert [row.day for row in column.rows] == [0, 0, 1]


def test_a_line_can_name_the_day_and_the_time() -> None:
    programme = read("Montag, 19. Juni, 10.30 Uhr Beginn\n11 Uhr Weiter\nDienstag, 20. Juni, 9 Uhr: Ende")
    assert [(row.day, row.start, row.title) for row in programme.rows] == [
        (0, 630, "Beginn"), (0, 660, "Weiter"), (1, 540, "Ende"),
    ]  # fmt: skip


def test_a_missing_end_is_the_next_start() -> None:
    assert rows("9 Uhr A\n10 Uhr B\n10.30 Uhr Ende") == [
        ("09:00", "10:00", "A"), ("10:00", "10:30", "B"), ("10:30", "10:30", "Ende"),
    ]  # fmt: skip


def test_the_last_one_is_as_long_as_its_kind_usually_is() -> None:
    assert rows("9 Uhr A\n12 Uhr Mittagspause")[1] == ("12:00", "13:00", "Mittagspause")


def test_until_a_time_begins_where_the_one_before_ends() -> None:
    assert rows("10-11 Uhr A\nbis 12 Uhr B")[1] == ("11:00", "12:00", "B")
    (_, unclear) = read("10 Uhr A\nbis 12 Uhr B").rows
    assert (unclear.start, unclear.doubts, unclear.note) == (None, (Doubt.NO_START,), "– 12:00")


def test_an_evening_goes_on_after_midnight() -> None:
    assert [row.start for row in read("22 Uhr Fest\n0:30 Uhr Ausklang").rows] == [1320, 1470]


def test_what_is_not_clear_is_said() -> None:
    doubts = {row.title: row.doubts for row in read(
        "10 Uhr A\n9 Uhr B\nca. 11 Uhr C\n14-13 Uhr D\n11 Uhr E\n\nLose Zeile"
    ).rows}  # fmt: skip
    assert doubts == {
        "A": (),
        "B": (Doubt.BACKWARDS,),
        "C": (Doubt.ABOUT,),
        "D": (Doubt.ODD_TIME,),
        "E": (Doubt.BACKWARDS,),
        "Lose Zeile": (Doubt.NO_TIME,),
    }


def test_rows_at_one_time_are_side_by_side() -> None:
    kinds = [row.kind for row in read("Zeit\tTitel\n9:00\tWohnen\n9:00\tArbeit\n10:00\tBildung").rows]
    assert kinds == ["forum", "forum", "plenary"]
    lunch = read("Zeit\tTitel\n12:00\tMittagspause\n12:00\tPressetermin").rows[1]
    assert Doubt.SAME_TIME in lunch.doubts


def test_forums_in_one_cell_are_taken_apart() -> None:
    text = (
        'Zeit\tTitel\tRaum\n14-15 Uhr\t"Arbeitsgruppen\nAG 1: Wohnen\nInput: A. B\nAG 2: Arbeit"\t"Raum Hase\nRaum Dom"'
    )
    one, two = read(text).rows
    assert (one.title, two.title, one.round) == ("AG 1: Wohnen", "AG 2: Arbeit", "Arbeitsgruppen")
    assert (one.rooms, two.rooms) == (("Raum Hase",), ("Raum Dom",))
    assert [who.name for who in one.people] == ["A. B"]


def test_columns_without_headings_are_told_by_their_cells() -> None:
    (row, _) = read(
        "9:00\t9:30\tWillkommen\tAnna Muster\tGroßer Saal\n10:00\t11:00\tÜber Wasser\tBen Muster\tFoyer"
    ).rows
    assert (row.start, row.end, row.title, row.rooms) == (540, 570, "Willkommen", ("Großer Saal",))
    assert [who.name for who in row.people] == ["Anna Muster"]


def test_what_a_column_says_that_nobody_knows_is_in_the_note() -> None:
    (row,) = read("Zeit\tTitel\tVerantwortlich\tFarbe\n9:00\tA\tTeam\tblau").rows
    assert row.note == "Verantwortlich: Team\nFarbe: blau"


def test_people_have_roles_and_a_state() -> None:
    (row,) = read("9 Uhr Podium\nModeration: Maria Beispiel (zugesagt)\nPodium: A. Muster (angefragt), N. N.").rows
    assert [(who.name, who.role, who.status) for who in row.people] == [
        ("Maria Beispiel", Role.MODERATION, Status.CONFIRMED),
        ("A. Muster", Role.PANEL, Status.ASKED),
        ("N. N.", Role.PANEL, Status.OPEN),
    ]


@pytest.mark.parametrize("between", [", ", " und ", "; "])
@pytest.mark.parametrize("nobody", ["N.N.", "N. N.", "NN", "N.N. (angefragt)"])
def test_an_open_place_beside_a_name_is_a_place_of_its_own(nobody: str, between: str) -> None:
    (row,) = read(f"Zeit\tTitel\tReferenten\n9 Uhr\tPodium\t{nobody}{between}Maria Beispiel").rows
    assert [who.name for who in row.people] == [nobody.split(" (", maxsplit=1)[0], "Maria Beispiel"]
    (row,) = read(f"Zeit\tTitel\tReferenten\n9 Uhr\tPodium\t{nobody}, Hochschule Osnabrück").rows
    assert [who.organisation for who in row.people] == ["Hochschule Osnabrück"]


def test_own_kinds_are_known_by_their_name() -> None:
    plan = PLAN.changed(kinds=(*KINDS, Kind(id="walk", name="Spaziergang")))
    assert PROGRAMME.read("9 Uhr Spaziergang am Fluss", plan).rows[0].kind == "walk"


def test_a_title_that_is_too_long_is_whole_in_the_note() -> None:
    title = "Wort " * 100
    (row,) = read(f"9 Uhr {title}").rows
    assert len(row.title) <= 300
    assert row.note == title.strip()
    assert row.doubts == (Doubt.LONG_TITLE,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("9 Uhr A\n" * 5_001, "5,000"),
        ("a\t" * 201 + "b", "200"),
        ("9 Uhr " + "a" * 20_001, "Row 1"),
        ("a" * 2_000_001, "2 million"),
    ],
)
def test_more_than_a_plan_holds_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(NotImported) as caught:
        read(text)
    assert words in str(caught.value).replace("5000", "5,000")
    assert "Nothing was inserted" in str(caught.value)


def test_a_row_of_no_known_kind_is_a_talk_only_if_somebody_speaks() -> None:
    text = "Zeit\tTitel\tReferent\n9:00\tWasser\tAnna Muster\n10:00\tOpen Space\t\n12:00\tLuft\tModeration: Ben Muster"
    assert [row.kind for row in read(text).rows] == ["talk", "plenary", "plenary"]


def test_a_title_that_is_the_name_of_a_kind_is_of_it() -> None:
    assert [row.kind for row in read("12 Uhr Essen\n13 Uhr Tagen in Essen\n14 Uhr Meal").rows] == [
        "meal", "plenary", "meal",
    ]  # fmt: skip


def test_a_title_is_not_of_the_kind_that_it_speaks_about() -> None:
    titles = [
        "Zur Werkstatt der Erinnerung",
        "Über das Forum der Städte",
        "Gang zum Mittagessen",
        "Zum Abschluss: Podium",
    ]
    rows = read("\n".join(f"{hour}:00 Uhr {title}" for hour, title in enumerate(titles, 9))).rows
    assert [row.kind for row in rows] == ["talk", "talk", "meal", "closing"]


def test_a_subtitle_in_a_column_of_its_own_stays_apart() -> None:
    (row,) = read("Zeit\tTitel\tUntertitel\n10:00–11:00\tRadwege planen\tein Blick in die Praxis").rows
    assert (row.title, row.subtitle) == ("Radwege planen", "ein Blick in die Praxis")


def test_a_title_below_no_head_may_still_have_a_bullet_and_a_room() -> None:
    lines = [f"{hour}:00\t• Thema {hour} (Raum Hase)\tGroßer Saal\tnoch etwas dazu" for hour in (9, 10, 11)]
    rows = read("\n".join(lines)).rows
    assert [row.title for row in rows] == ["Thema 9", "Thema 10", "Thema 11"]


def test_two_spaces_after_a_dash_begin_no_column() -> None:
    (row,) = read("16.30 – 17.00 Uhr: Abschlussrunde –  Auswertung und Ausblick").rows
    assert row.title == "Abschlussrunde – Auswertung und Ausblick"


@pytest.mark.parametrize(
    "head",
    [
        "Zeit\tEreignis\tSprecher*in\tHörsaal",
        "Start\tVortrag\tAutor*in\tRaum-Nr.",
        "Time\tEvent\tPresenter\tRoom No.",
        "Zeit\tVortrag\tPodiumsgäste\tRaum",
        "Time\tLecture\tAuthor(s)\tRoom",
    ],
)
def test_heads_are_known_by_many_words(head: str) -> None:
    rows = read(f"{head}\n09:00\tWasser in der Stadt\tAnna Muster\tA 1\n10:00\tRadwege\tBen Beispiel\tB 2").rows
    assert [(row.title, [who.name for who in row.people], row.rooms) for row in rows] == [
        ("Wasser in der Stadt", ["Anna Muster"], ("A 1",)),
        ("Radwege", ["Ben Beispiel"], ("B 2",)),
    ]
