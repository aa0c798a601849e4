"""Whatever is pasted is read or refused in a sentence, soon and without filling the machine."""

import sys
import time

import pytest

from planner.importers import NotImported, html_rows, may_be_programme, read_rooms
from planner.importers.html_tags import Tag, pieces
from planner.importers.paste_limits import MAX_SECONDS
from tests.importers.floods import HTML, MEGABYTES, ROOMS, SLACK, TEXT, read_all


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no peak of memory")
def test_no_flood_takes_long_or_fills_the_machine() -> None:
    found = read_all(100_000)
    assert len(found.readings) == len(HTML) + len(TEXT) + len(ROOMS)
    assert [reading for reading in found.readings if reading.seconds > MAX_SECONDS + SLACK] == []
    assert all("Nothing was inserted" in reading.refusal for reading in found.readings if reading.refusal)
    assert found.megabytes <= MEGABYTES


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<td>" + "x" * 2_000_000, "2 million characters"),
        ("<table><tr>" + "<td>x" * 201, "200 columns"),
        ("<table><tr><td colspan=150>x<td colspan=51>x", "200 columns"),
        ("<table>" + ("<tr>" + "<td>x" * 100) * 201, "20000 cells"),
        ("<table><tr>" + "<td rowspan=9999>x" * 100 + "<tr>" * 300, "20000 cells"),
        ("<table>" + "<tr><td>x" * 5_001, "5000 rows"),
        ("<p>x" * 5_001, "5000 rows"),
    ],
)
def test_what_no_programme_has_is_refused_in_a_sentence(html: str, words: str) -> None:
    with pytest.raises(NotImported) as caught:
        html_rows(html)
    assert words in str(caught.value)


def test_the_largest_that_is_taken_in() -> None:
    rows = html_rows("<table>" + "<tr><td>9:00<td>A<td><td>B" * 4_999)
    assert (len(rows), rows[-1]) == (4_999, ["9:00", "A", "", "B"])
    assert len(html_rows("<table><tr>" + "<td>x" * 200)[0]) == 200


def test_what_does_not_end_keeps_its_words() -> None:
    for beginning in ("<a ", "<!-- ", "<!", "<?", "</a ", '<td title="', "< ", "&"):
        rows = html_rows(f"<table><tr><td>9:00<td>Anfang<tr><td>10:00<td>{beginning}Vortrag</table>")
        assert rows[0] == ["9:00", "Anfang"]
        assert rows[1][0] == "10:00"
        if beginning not in {"<a ", "</a ", '<td title="', "<!", "<?"}:  # those end at the next bracket
            assert "Vortrag" in rows[1][1]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("a<b>c", ["a", ("b", True), "c"]),
        ("<B CLASS=x>c</B >", [("b", True), "c", ("b", False)]),
        ("<a title='1 > 0' b=\">\">c", [("a", True), "c"]),
        ('<a b="c>d', [("a", True), "d"]),
        ("1 < 2 <3 </4 <", ["1 < 2 <3 </4 <"]),
        ("a<!-- <b> -->c<!---->d<!-->e", ["a", "c", "d", "e"]),
        ("a<!--[if gte mso 9]><xml>b</xml><![endif]-->c", ["a", "c"]),
        ("<![if !supportLists]>a<![endif]>b", ["a", "b"]),
        ("<?xml version='1.0'?>a<!DOCTYPE html>", ["a"]),
        ("<style>a<td></STYLE>b", [("style", True), ("style", False), "b"]),
        ("<style>a<b>", [("style", True), "a", ("b", True)]),
        ("a<b", ["a<b"]),
        ("a<!-- b", ["a<!-- b"]),
    ],
)
def test_tags_and_text_are_told_apart(html: str, found: list[str | tuple[str, bool]]) -> None:
    assert [piece[:2] if isinstance(piece, Tag) else piece for piece in pieces(html)] == found


def test_attributes_are_read_as_they_are_quoted() -> None:
    (tag,) = pieces("<td ROWSPAN=3 colspan = '2' style=\"a:b;c:'d'\" nowrap x=>")
    assert isinstance(tag, Tag)
    assert tag.attributes(("rowspan", "colspan", "style", "nowrap", "x")) == {
        "rowspan": "3",
        "colspan": "2",
        "style": "a:b;c:'d'",
        "nowrap": "",
        "x": "",
    }


def test_rooms_of_more_than_a_house_are_refused() -> None:
    for text, words in (
        ("Raum 1a; 80\n" * 20_000, "50000"),
        ("x\n" * 5_001, "5000 rows"),
        ("1\t" * 201, "200 columns"),
    ):
        with pytest.raises(NotImported) as caught:
            read_rooms(text)
        assert words in str(caught.value)


def test_whether_it_may_be_a_programme_is_told_at_once() -> None:
    for flood in TEXT.values():
        text = flood()
        began = time.process_time()
        may_be_programme(text)
        assert time.process_time() - began < 0.5
