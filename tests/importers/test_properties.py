"""Whatever is pasted: nothing raises, no word is lost, and the plan it becomes is one."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Final

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from planner.examples import osnabrueck
from planner.importers import PROGRAMME, ParsedProgramme, day_id, html_rows, plan_of, tsv
from planner.importers.contract import TooManyColumns
from planner.importers.detect_columns import heads_of
from planner.importers.grid import grid_of
from planner.importers.room_columns import rooms_over
from planner.importers.times import read_day
from planner.model import Plan
from planner.model.edits import PasteTarget, paste_sessions, pasted_ids
from tests.profiles import tries
from tests.texts import texts

PLAN: Final = osnabrueck().plan
_some = settings(max_examples=tries(120), deadline=None, suppress_health_check=[HealthCheck.too_slow])

TIMES: Final = (
    "", "10.30 Uhr", "10:30", "14–15.30 Uhr", "9 h", "10.30-11", "ab 14 Uhr", "ca. 12 Uhr", "bis 13 Uhr", "12:30 PM",
    "abends", "23 Uhr", "0:30", "25:70", "9", "anschließend",
)  # fmt: skip
PIECES: Final = (
    "Mittagspause", "Kaffee", "Begrüßung", "Podium", "Forum 1:", "Forum 2:", "Workshops", "Parallele Foren", "Ende",
    "Montag, 19. Juni 2017", "Tag 2", "Moderation:", "Dr. Anna Muster,", "N. N.", "(angefragt)", "(Raum Hase)", "• ",
    "Großer Saal", "15 Min.", "1,5 Std.", "Zeit", "Titel", "Raum", "Referent*innen", "- ", "mit", "Raum:", "und", "/",
)  # fmt: skip


@st.composite
def cells(draw: st.DrawFn) -> str:
    """Return a cell of what programmes say, with words in it that occur nowhere else."""
    parts = draw(st.lists(st.sampled_from(PIECES) | st.just("\0"), min_size=1, max_size=4))
    number = count(draw(st.integers(0, 10**6)) * 10)
    joined = draw(st.sampled_from((" ", "\n", ", ")))
    return joined.join(f"zq{next(number)}x" if part == "\0" else part for part in parts)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(1, 4))
    return draw(
        st.lists(
            st.tuples(st.sampled_from(TIMES), st.lists(cells() | st.just(""), max_size=width)).map(
                lambda row: [row[0], *row[1]]
            ),
            max_size=8,
        )
    )


def held(programme: ParsedProgramme) -> str:
    """Return the words of all rows, and what days are called."""
    rows = [
        (
            row.title, row.subtitle, row.description, row.note, row.round, *row.rooms, *row.items,
            *(f"{who.name} {who.organisation}" for who in row.people),
        )
        for row in programme.rows
    ]  # fmt: skip
    return "\n".join(" ".join(words) for words in [tuple(day.title for day in programme.days), *rows])


def as_plan(programme: ParsedProgramme) -> Plan:
    """Paste everything, days by their place, and return what the plan is then."""
    numbers = count()
    pasted = plan_of(programme, programme.rows, PLAN, lambda: f"i{next(numbers)}")
    assert Plan.model_validate_json(pasted.model_dump_json()) == pasted
    landings = {day_id(place): PasteTarget(PLAN.days[0].id) for place in range(len(programme.days))}
    ids = tuple(f"n{number}" for number in range(pasted_ids(pasted)))
    after = paste_sessions(PLAN, pasted, landings, ids)
    assert len(after.sessions) == len(PLAN.sessions) + len(programme.rows)
    return after


def markers(text: str) -> Iterator[str]:
    return (match[0] for match in re.finditer(r"zq\d+x", text))


@_some
@given(tables())
def test_no_word_of_a_table_is_lost(table: list[list[str]]) -> None:
    table = [row for row in table if not (heads_of(row) or rooms_over(row))]  # "Titel, zq1x" stands over a column
    text = tsv(table)
    programme = PROGRAMME.read(text, PLAN)
    there = held(programme)
    assert [marker for marker in markers(text) if marker not in there] == []
    after = as_plan(programme)
    fields = after.model_dump_json() + " ".join(day.title for day in programme.days)
    assert [marker for marker in markers(text) if marker not in fields] == []


@_some
@given(tables())
def test_no_word_of_a_mail_is_lost(table: list[list[str]]) -> None:
    text = "\n".join("   ".join(row) for row in table)
    there = held(PROGRAMME.read(text, PLAN))
    assert [marker for marker in markers(text) if marker not in there] == []


@_some
@given(st.text(st.characters() | st.sampled_from("\t\n \"'–:.0123456789|;(")) | texts)
def test_any_text_is_read_and_every_row_is_found_again(text: str) -> None:
    programme = PROGRAMME.read(text, PLAN)
    as_plan(programme)
    there = held(programme)
    for row in grid_of(text).rows:
        letters = [word for cell in row if not read_day(cell) for word in re.findall(r"[^\W\d_]{7,}", cell)]
        assert all(word in there for word in letters if word.isascii())


TAGS: Final = (
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td rowspan=3>", "<td colspan=2>", "<td rowspan=x>",
    "</td>", "<p>", "</p>", "<br>", "<!--[if gte mso 9]>", "<![endif]-->", "<![if !supportLists]>", "<![endif]>",
    "<![foo[", "<li>",
    "<style>", "</style>", "<title>", "<o:p>", "&nbsp;", "&uuml;", "&#0;", "&#xD800;", "<", "<!", "<?", "</", "10 Uhr",
    "zq1x", "zq2x", "zq3x", "<td rowspan=99999999999>", "<td colspan=5000>",
)  # fmt: skip


@_some
@given(st.lists(st.sampled_from(TAGS) | st.text(max_size=4), max_size=30).map("".join))
@example("<table><td colspan=5000>")
def test_any_html_is_read_or_refused(html: str) -> None:
    try:
        rows = html_rows(html)
    except TooManyColumns:
        assert "colspan=5000" in html
    else:
        assert all(isinstance(cell, str) for row in rows for cell in row)


@_some
@given(st.lists(st.lists(texts | cells(), min_size=1, max_size=4), max_size=6))
def test_what_is_written_with_tabs_reads_back(table: list[list[str]]) -> None:
    kept = grid_of(tsv([[*row, "end"] for row in table])).rows
    plain = [[re.sub(r"\W+", "", cell) for cell in row] for row in kept]
    assert len(plain) == max(len(table), 1)
    for row, cells_ in zip(table, plain, strict=False):
        assert len(cells_) == len(row) + 1
