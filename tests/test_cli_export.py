"""The command line: exports, formats, the demo."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from planner import cli
from planner.examples import osnabrueck
from planner.exporters import EXPORTERS
from planner.model import Document
from planner.storage import read, save
from planner.text import language


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANNER_LANGUAGE", "en")
    language.cache_clear()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "osnabrück.plan"
    save(osnabrueck(), path)
    return path


def _says(capsys: pytest.CaptureFixture[str]) -> tuple[list[str], list[str]]:
    out, err = capsys.readouterr()
    return out.splitlines(), err.splitlines()


# export


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda each: each.name)
def test_export_finds_the_format_by_the_ending(
    exporter: object, plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = [each for each in EXPORTERS if each is exporter]
    by_ending, by_name = tmp_path / f"a.{found.ending.upper()}", tmp_path / "a.tmp"
    assert cli.main(["export", str(plan), str(by_ending)]) == 0
    assert cli.main(["export", str(plan), str(by_name), "--format", found.name]) == 0
    assert _says(capsys) == ([f"Written: {by_ending}", f"Written: {by_name}"], [])
    made = datetime.fromtimestamp(int(plan.stat().st_mtime), UTC)
    assert by_ending.read_bytes() == by_name.read_bytes()
    assert by_ending.read_bytes() == found.export(osnabrueck(), found.options(language="de", made=made))


def test_export_takes_the_options_of_the_exporter(plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    assert cli.main(["export", str(plan), str(target), "--lang", "en", "--separator", ";"]) == 0
    assert target.read_bytes().decode("utf-8-sig").startswith("Date;Start;End;")
    target = tmp_path / "a.ics"
    assert cli.main(["export", str(plan), str(target), "--made", "2017-05-12T10:30"]) == 0
    (event, *_) = Calendar.from_ical(target.read_bytes()).events
    assert datetime(2017, 5, 12, 10, 30, tzinfo=UTC) == event.DTSTAMP


def test_export_refuses_an_option_that_the_format_does_not_have(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", str(plan), str(tmp_path / "a.ics"), "--separator", ";"]) == 2
    assert _says(capsys) == ([], ["planner: The format ics has no option --separator."])
    assert not (tmp_path / "a.ics").exists()


def test_export_speaks_the_language_of_the_plans_papers(tmp_path: Path) -> None:
    plan = osnabrueck().plan
    english = Document(plan=plan.changed(print=plan.print.changed(language="en")))
    save(english, tmp_path / "a.plan")
    assert cli.main(["export", str(tmp_path / "a.plan"), str(tmp_path / "a.csv")]) == 0
    assert (tmp_path / "a.csv").read_bytes().decode("utf-8-sig").startswith("Date,")


def test_export_twice_writes_the_same_bytes(plan: Path, tmp_path: Path) -> None:
    for name in ("a.ics", "b.ics"):
        assert cli.main(["export", str(plan), str(tmp_path / name)]) == 0
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


@pytest.mark.parametrize(
    ("target", "format_"),
    [("a.docx", None), ("a.ics", "word"), ("fehlt/a.ics", None), ("ordner", "ics"), ("a.plan", "ics")],
)
def test_export_to_where_it_cannot_be_is_refused_in_one_sentence(
    target: str, format_: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(osnabrueck(), tmp_path / "a.plan")
    (tmp_path / "ordner").mkdir()
    before = sorted(tmp_path.rglob("*")), (tmp_path / "a.plan").read_bytes()
    extra = ["--format", format_] if format_ else []
    assert cli.main(["export", str(tmp_path / "a.plan"), str(tmp_path / target), *extra]) == 2
    out, err = _says(capsys)
    assert (out, len(err)) == ([], 1)
    assert (sorted(tmp_path.rglob("*")), (tmp_path / "a.plan").read_bytes()) == before


def test_a_failing_disk_leaves_the_old_paper(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.ics"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert cli.main(["export", str(plan), str(target)]) == 2
    assert target.read_bytes() == b"old"
    assert "not enough room" in _says(capsys)[1][0]


# formats, demo


def test_formats_names_every_exporter(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["formats"]) == 0
    assert [line.split()[:2] for line in _says(capsys)[0]] == [[each.name, f".{each.ending}"] for each in EXPORTERS]


def test_demo_writes_the_plan_and_all_its_papers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["demo", "neu/demo"]) == 0
    names = ["osnabrueck.plan", "osnabrueck-check.txt", *(f"osnabrueck.{each.ending}" for each in EXPORTERS)]
    out, err = _says(capsys)
    assert (out, err) == ([f"Written: {Path('neu/demo', name)}" for name in names], [])
    assert sorted(path.name for path in Path("neu/demo").iterdir()) == sorted(names)
    assert read(Path("neu/demo/osnabrueck.plan")).document == osnabrueck()


def test_demo_keeps_a_plan_that_somebody_has_worked_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = osnabrueck().plan.changed(title="Mein Treffen")
    save(Document(plan=plan), tmp_path / "osnabrueck.plan")
    assert cli.main(["demo", str(tmp_path)]) == 0
    assert _says(capsys)[0][0] == f"Kept as it was: {tmp_path / 'osnabrueck.plan'}"
    assert b"NAME:Mein Treffen" in (tmp_path / "osnabrueck.ics").read_bytes()


def test_demo_says_when_there_is_no_place_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "datei").write_text("")
    assert cli.main(["demo", str(tmp_path / "datei")]) == 2
    assert len(_says(capsys)[1]) == 1
