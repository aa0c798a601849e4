"""Tables whose columns are days: each cell is a session of its day, at the row's time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.importers import PROGRAMME, ParsedProgramme, html_rows, tsv
from planner.importers.day_columns import one_below_the_other
from planner.model import Plan
from planner.text import clock

PLAN = Plan(id="plan")


def told(programme: ParsedProgramme) -> list[str]:
    """Return day, start, end and title of each row."""
    return [
        f"{programme.days[row.day].label} {clock(row.start or 0)}–{clock(row.end or 0)} {row.title}"
        for row in programme.rows
    ]


@pytest.mark.parametrize(
    ("corner", "first", "second"),
    [("Zeit", "Montag, 19. Juni", "Dienstag, 20. Juni"), ("", "Tag 1", "Tag 2"), ("Uhrzeit", "Montag", "Dienstag")],
)
def test_each_cell_is_a_session_of_the_day_above_it(corner: str, first: str, second: str) -> None:
    text = f"{corner}\t{first}\t{second}\n9:00–10:00\tBegrüßung\tRückblick\n10:00–11:30\tImpuls: Wasser\t\n"
    programme = PROGRAMME.read(text + "12.30 Uhr\t\tEnde", PLAN)
    assert told(programme) == [
        f"{first} 09:00–10:00 Begrüßung",
        f"{first} 10:00–11:30 Impuls: Wasser",
        f"{second} 09:00–10:00 Rückblick",
        f"{second} 12:30–12:30 Ende",
    ]
    assert not any(row.subtitle or row.doubts for row in programme.rows)


def test_what_spans_days_is_on_each_of_them_and_what_stands_above_is_kept() -> None:
    html = """<table><tr><td colspan=3>Netzwerktreffen in Osnabrück</tr><tr><th>Zeit<th>Montag<th>Dienstag</tr>
    <tr><td>12:00–13:00<td colspan=2>Mittagspause</tr><tr><td>13:00–14:00<td>Foren<td>Abschluss</tr></table>"""
    programme = PROGRAMME.read(tsv(html_rows(html)), PLAN)
    titles = [(programme.days[row.day].label, row.title) for row in programme.rows]
    assert titles[-4:] == [
        ("Montag", "Mittagspause"),
        ("Montag", "Foren"),
        ("Dienstag", "Mittagspause"),
        ("Dienstag", "Abschluss"),
    ]
    assert any("Netzwerktreffen in Osnabrück" in title for _, title in titles)


@pytest.mark.parametrize("head", ["Zeit|Montag|Raum", "Zeit|Montag", "Titel|Montag|Dienstag", "Zeit|Montag|Montag"])
def test_other_heads_are_left_alone(head: str) -> None:
    rows = [tuple(head.split("|")), ("9:00–10:00", "Begrüßung", "Saal")]
    assert one_below_the_other(rows) == rows


WORDS = st.sampled_from(["", "zq1x", "zq2x", "zq3x zq4x", "9:00–10:00", "10 Uhr zq5x", "Mittagspause"])


@given(st.lists(st.lists(WORDS, max_size=5), max_size=8))
def test_no_word_is_lost(below: list[list[str]]) -> None:
    rows = [("Zeit", "Montag", "Dienstag"), *map(tuple, below)]
    turned = one_below_the_other(rows)
    assert {word for row in turned for word in row if word} >= {word for row in below for word in row} - {""}
