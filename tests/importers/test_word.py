"""A programme as an organiser sets it in Word: merged cells, broken titles, footnotes, "anschl."."""

from typing import Final

import pytest

from planner.examples import osnabrueck
from planner.importers import PROGRAMME, ParsedRow, html_rows, tsv
from planner.text import clock

PLAN: Final = osnabrueck().plan
WORD: Final = """
<html xmlns:w="urn:schemas-microsoft-com:office:word"><body lang=DE><!--StartFragment-->
<table class=MsoTableGrid><tr><td><p><b>Uhrzeit</b></p></td><td><p><b>Was?</b></p></td><td><p><b>Wer?</b></p></td>
<td><p><b>Ort</b></p></td></tr>
<tr><td colspan=4><p align=center><b>Donnerstag, 14. September 2017</b></p></td></tr>
<tr><td><p>10.00 Uhr</p></td><td><p><b>Begr&uuml;&szlig;ung</b><br>durch die Stadt<a href="#_ftn1"><span
 class=MsoFootnoteReference>[1]</span></a></p></td><td><p>OB Wolfgang Muster<br>Dr. Anna Beispiel (angefragt)</p></td>
<td rowspan=3><p>Gro&szlig;er Saal</p></td></tr>
<tr><td><p>10.15–11<br>Uhr</p></td><td><p><b>Impuls: Teilhabe<br>vor Ort gestalten</b></p>
<p><i>mit anschlie&szlig;ender Diskussion</i></p></td><td><p>Prof. Dr. Ben Beispiel,<br>Universit&auml;t</p></td></tr>
<tr><td><p>anschl.</p></td><td><p><b>Podium</b></p></td><td><p>Moderation: Maria Muster<br>Stadt Bonn</p></td></tr>
<tr><td><p>12.30 Uhr</p></td><td colspan=3><p>Mittagspause*</p></td></tr>
<tr><td rowspan=3><p>14–15.30 Uhr</p></td><td colspan=3><p><b>Parallele Workshops</b></p></td></tr>
<tr><td><p><b>WS 1: Wohnen</b></p></td><td><p>D. Muster</p></td><td><p>Raum Hase</p></td></tr>
<tr><td><p><b>WS 2: Arbeit</b></p></td><td><p>E. Muster</p></td><td><p>Raum Dom</p></td></tr>
<tr><td><p>16 Uhr</p></td><td><p>Ende</p></td><td></td><td></td></tr></table>
<p>* vegetarisches Buffet</p><div style='mso-element:footnote-list'><div id=ftn1><p class=MsoFootnoteText>
<span class=MsoFootnoteReference>[1]</span> Gru&szlig;wort offen</p></div></div></body></html>
"""


def read(text: str) -> tuple[ParsedRow, ...]:
    return PROGRAMME.read(tsv(html_rows(text)) if "<" in text else text, PLAN).rows


def test_a_table_from_word_is_read_as_it_is_meant() -> None:
    rows = read(WORD)
    assert [f"{clock(row.start or 0)}–{clock(row.end or 0)} {row.kind}: {row.title}" for row in rows] == [
        "10:00–10:15 welcome: Begrüßung durch die Stadt",
        "10:15–11:00 talk: Impuls: Teilhabe vor Ort gestalten",
        "11:00–12:30 panel: Podium",
        "12:30–14:00 meal: Mittagspause",
        "14:00–15:30 workshop: WS 1: Wohnen",
        "14:00–15:30 workshop: WS 2: Arbeit",
        "16:00–16:00 closing: Ende",
    ]
    assert [row.rooms for row in rows[:3]] == [("Großer Saal",)] * 3
    assert rows[1].subtitle == "mit anschließender Diskussion"
    assert [row.round for row in rows[4:6]] == ["Parallele Workshops"] * 2


def test_an_organisation_below_a_name_is_nobody() -> None:
    people = [(who.name, who.organisation) for row in read(WORD)[:3] for who in row.people]
    assert people == [
        ("OB Wolfgang Muster", ""),
        ("Dr. Anna Beispiel", ""),
        ("Prof. Dr. Ben Beispiel", "Universität"),
        ("Maria Muster", "Stadt Bonn"),
    ]


def test_a_footnote_is_said_of_what_bears_its_mark() -> None:
    notes = {row.title: row.note for row in read(WORD)}
    assert notes["Begrüßung durch die Stadt"] == "Grußwort offen"
    assert notes["Mittagspause"] == "vegetarisches Buffet"
    assert notes["Ende"] == ""


@pytest.mark.parametrize("line", ["* Blitzlichter", "[2] Fragen", "*** Bilder"])
def test_a_line_that_is_marked_as_nothing_above_is_no_footnote(line: str) -> None:
    (row,) = read(f"9 Uhr Ergebnisse [1]\n{line}")
    assert row.title == "Ergebnisse [1]"
    assert line.rsplit(maxsplit=1)[-1] in " ".join((*row.items, row.subtitle, row.note))


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("Impuls: Teilhabe", "vor Ort gestalten", "Impuls: Teilhabe vor Ort gestalten"),
        ("Begrüßung", "Einführung in den Tag", "Begrüßung"),
        ("Wie weiter?", "ein Gespräch", "Wie weiter?"),
        ("Vortrag", "mit Aussprache", "Vortrag"),
        ("Vortrag", "von Anna Muster", "Vortrag"),
    ],
)
def test_a_title_that_was_broken_to_fit_is_one(first: str, second: str, title: str) -> None:
    assert read(f'9 Uhr\t"{first}\n{second}"\n10 Uhr\tEnde')[0].title == title


def test_what_was_deleted_and_what_was_remarked_is_not_part_of_the_programme() -> None:
    rows = html_rows(
        "<table><tr><td>9 Uhr</td><td><p><del cite='mailto:x'>Alt <b>und</b> lang</del><ins>Neu</ins>"
        "<span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id='_anchor_1' "
        "href='#_msocom_1'>[AB1]</a><![if !supportAnnotations]><![endif]></span></span></p></td></tr></table>"
        "<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'>"
        "<p class=MsoCommentText><span>Bitte <b>anders</b></span></p></div></div><p>Danach</p>"
    )
    assert rows == [["9 Uhr", "Neu"], ["Danach"]]


def test_a_deletion_that_does_not_end_loses_no_more_than_its_paragraph() -> None:
    assert html_rows("<p>a <del>b</p><p>c</p>") == [["a"], ["c"]]
    assert html_rows("<table><tr><td><del>a<td>b<tr><td>c</table>") == [["", "b"], ["c"]]
