import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.examples import osnabrueck
from planner.exporters import CSV, exporter_for
from planner.exporters.csv import HEADERS, MAX_CELL, CsvOptions, cell
from planner.model import Audience, Contribution, Day, Document, Item, Plan, Role, Session, Share
from planner.model.round import Round
from tests.strategies import texts

DAY = Day(id="d1", date=date(2017, 6, 19))


def _rows(document: Document, options: CsvOptions | None = None) -> list[dict[str, str]]:
    data = CSV.export(document, options or CsvOptions(language="en"))[0].data
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), dialect="excel"))


def _one(session: Session, **plan: object) -> dict[str, str]:
    fields = {"id": "plan", "days": (DAY,), "sessions": (session,), **plan}
    (row,) = _rows(Document(plan=Plan.model_validate(fields)))
    return row


def test_a_session_is_one_row() -> None:
    row = _one(
        Session(
            id="s",
            kind="forum",
            title="Forum 1",
            subtitle="Wer?",
            question="Wie?",
            description="Zeile 1\nZeile 2",
            language="Deutsch",
            day="d1",
            start=845,
            minutes=70,
            attendance=Share(round="g"),
            link="https://x.example",
            contributions=(
                Contribution(id="c1", label="A", function="Leitung", role=Role.MODERATION),
                Contribution(id="c2", label="B"),
            ),
            items=(Item(id="i", title="Gruß", contributions=(Contribution(id="c3", label="C", print_status=False),)),),
        ),
        rounds=(Round(id="g", title="Runde 1", question="Wozu?"),),
    )
    assert row == {
        "Date": "2017-06-19",
        "Start": "14:05",
        "End": "15:15",
        "Length (min)": "70",
        "Kind": "Forum",
        "Title": "Forum 1",
        "Subtitle": "Wer?",
        "Question": "Wie?",
        "Round": "Runde 1: Wozu?",
        "Rooms": "",
        "Contributors": "Moderation: A, Leitung (invited)\nInput: B (invited)",
        "Items": "Gruß: C",
        "Language": "Deutsch",
        "Description": "Zeile 1\nZeile 2",
        "Link": "https://x.example",
    }


def test_after_midnight_the_date_is_the_next_one() -> None:
    row = _one(Session(id="s", kind="talk", day="d1", start=24 * 60 + 30, minutes=45))
    assert (row["Date"], row["Start"], row["End"], row["Title"]) == ("2017-06-20", "00:30", "01:15", "Input talk")


def test_on_the_night_of_the_clock_change_the_length_is_what_passes() -> None:
    night = Day(id="d1", date=date(2017, 10, 29))
    row = _one(Session(id="s", kind="talk", day="d1", start=90, minutes=120), days=(night,))
    assert (row["Start"], row["End"], row["Length (min)"]) == ("01:30", "02:30", "120")


@pytest.mark.parametrize(
    ("options", "first"),
    [
        (CsvOptions(language="de"), "Datum;Beginn;Ende;"),
        (CsvOptions(language="en"), "Date,Start,End,"),
        (CsvOptions(language="en", separator=";"), "Date;Start;End;"),
        (CsvOptions(language="de", separator=","), "Datum,Beginn,Ende,"),
    ],
)
def test_the_separator_is_what_excel_expects_in_the_language(options: CsvOptions, first: str) -> None:
    data = CSV.export(osnabrueck(), options)[0].data
    assert data.startswith(b"\xef\xbb\xbf" + first.encode())
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[-1] == ""
    assert len(lines) - 2 == sum(session.scheduled for session in osnabrueck().plan.sessions)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", '"=1', "'=1", "＝1", "=HYPERLINK(1)", "'"]
)
def test_what_starts_a_formula_is_shown_as_text(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["", "1+1", "– Entwurf –", "a=b", "N. N.", "10:30", "مرحبا"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize("character", ["x", "👩"])
def test_a_cell_holds_no_more_than_excel_takes(character: str) -> None:
    assert cell("x" * MAX_CELL) == "x" * MAX_CELL
    cut = cell(character * (MAX_CELL + 1))
    assert cut.endswith(character + " […]")
    assert MAX_CELL - 1 <= len(cut.encode("utf-16-le")) // 2 <= MAX_CELL


@given(texts, texts, st.text(max_size=40))
def test_any_text_comes_back_from_the_table(title: str, question: str, description: str) -> None:
    session = Session(id="s", kind="talk", title=title, question=question, description=description, day="d1", start=600)
    row = _one(session)
    expected = {
        "Title": session.title or "Input talk",
        "Question": session.question,
        "Description": session.description,
    }
    for name, text in expected.items():
        assert row[name] in {text, "'" + text}
        assert not row[name].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_the_columns_are_those_of_the_headers() -> None:
    (row, *_) = _rows(osnabrueck())
    assert tuple(row) == HEADERS


def test_a_session_of_the_team_is_not_in_the_table() -> None:
    session = Session(id="s", kind="talk", title="Probe", day="d1", start=600, audience=Audience.TEAM)
    assert _rows(Document(plan=Plan(id="plan", days=(DAY,), sessions=(session,)))) == []


def test_the_registry_finds_it_by_name_and_by_ending() -> None:
    assert exporter_for("csv") is exporter_for("Programm 2017.CSV") is CSV
    assert exporter_for("programme.docx") is None
    assert exporter_for("csvs") is None
