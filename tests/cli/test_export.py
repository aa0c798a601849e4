"""The commands `export` and `formats`."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from planner.cli import main
from planner.examples import osnabrueck
from planner.exporters import EXPORTERS, Exporter
from planner.model import Document
from planner.storage import save
from tests.cli.printed import says


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_export_finds_the_format_by_the_ending(
    exporter: object, plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = [known for known in EXPORTERS if known is exporter]
    by_ending, by_name = tmp_path / f"a.{found.ending.upper()}", tmp_path / "a.tmp"
    assert main(["export", str(plan), str(by_ending)]) == 0
    assert main(["export", str(plan), str(by_name), "--format", found.name]) == 0
    assert says(capsys) == ([f"Written: {by_ending}", f"Written: {by_name}"], [])
    made = datetime.fromtimestamp(int(plan.stat().st_mtime), UTC)
    assert by_ending.read_bytes() == by_name.read_bytes()
    assert by_ending.read_bytes() == found.export(osnabrueck(), found.options(language="de", made=made))[0].data


def test_export_takes_the_options_of_the_exporter(plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    assert main(["export", str(plan), str(target), "--lang", "en", "--separator", ";"]) == 0
    assert target.read_bytes().decode("utf-8-sig").startswith("Date;Start;End;")
    target = tmp_path / "a.ics"
    assert main(["export", str(plan), str(target), "--made", "2017-05-12T10:30"]) == 0
    (event, *_) = Calendar.from_ical(target.read_bytes()).events
    assert datetime(2017, 5, 12, 10, 30, tzinfo=UTC) == event.DTSTAMP


def test_export_refuses_an_option_that_the_format_does_not_have(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(plan), str(tmp_path / "a.ics"), "--separator", ";"]) == 2
    assert says(capsys) == ([], ["planner: The format ics has no option --separator."])
    assert not (tmp_path / "a.ics").exists()


def test_export_speaks_the_language_of_the_plans_papers(tmp_path: Path) -> None:
    plan = osnabrueck().plan
    english = Document(plan=plan.changed(print=plan.print.changed(language="en")))
    save(english, tmp_path / "a.plan")
    assert main(["export", str(tmp_path / "a.plan"), str(tmp_path / "a.csv")]) == 0
    assert (tmp_path / "a.csv").read_bytes().decode("utf-8-sig").startswith("Date,")


def test_export_twice_writes_the_same_bytes(plan: Path, tmp_path: Path) -> None:
    for name in ("a.ics", "b.ics"):
        assert main(["export", str(plan), str(tmp_path / name)]) == 0
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
    assert main(["export", str(tmp_path / "a.plan"), str(tmp_path / target), *extra]) == 2
    out, err = says(capsys)
    assert (out, len(err)) == ([], 1)
    assert (sorted(tmp_path.rglob("*")), (tmp_path / "a.plan").read_bytes()) == before


@pytest.mark.parametrize("way", ["another plan", "a damaged one", "a renamed one", "a link", "a second name"])
@pytest.mark.parametrize("extra", [[], ["--force"]])
def test_no_plan_is_ever_the_target(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], way: str, extra: list[str]
) -> None:
    target = tmp_path / ("other.PLAN" if way in {"another plan", "a damaged one"} else "a.csv")
    if way == "a link":
        _link_to(target, plan)
    elif way == "a second name":
        os.link(plan, target)
    else:
        target.write_bytes(b"{" if way == "a damaged one" else plan.read_bytes())
    before = target.read_bytes(), plan.read_bytes()
    assert main(["export", str(plan), str(target), "--format", "csv", *extra]) == 2
    out, err = says(capsys)
    assert (out, len(err), target.name in err[0]) == ([], 1, True)
    assert (target.read_bytes(), plan.read_bytes()) == before
    assert [path for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


def test_no_export_is_called_a_plan(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target, link = tmp_path / "new.Plan", tmp_path / "a.csv"
    _link_to(link, target)
    for path in (target, link):
        assert main(["export", str(plan), str(path), "--format", "csv"]) == 2
        assert path.name in says(capsys)[1][0]
        assert not target.exists()


def _link_to(link: Path, target: Path) -> None:
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("few users of Windows may make symbolic links")


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_an_export_replaces_an_earlier_one_and_nothing_else_unasked(
    exporter: Exporter, plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"a.{exporter.ending}"
    for tongue in ("en", "de"):
        for _ in range(2):
            assert main(["export", str(plan), str(target), "--lang", tongue]) == 0
    target.write_bytes(b"")
    assert main(["export", str(plan), str(target)]) == 0
    written = target.read_bytes()
    target.write_bytes(b"what somebody wrote")
    capsys.readouterr()
    assert main(["export", str(plan), str(target)]) == 2
    out, err = says(capsys)
    assert (out, len(err), target.name in err[0]) == ([], 1, True)
    assert target.read_bytes() == b"what somebody wrote"
    assert main(["export", str(plan), str(target), "--force"]) == 0
    assert target.read_bytes() == written


def test_a_failing_disk_leaves_the_old_paper(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.ics"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["export", str(plan), str(target)]) == 2
    assert target.read_bytes() == b"old"
    assert "not enough space" in says(capsys)[1][0]


def test_formats_names_every_exporter(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats"]) == 0
    assert [line.split()[:2] for line in says(capsys)[0]] == [
        [exporter.name, f".{exporter.ending}"] for exporter in EXPORTERS
    ]
