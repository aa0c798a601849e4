"""The command `demo`."""

from pathlib import Path

import pytest

from planner.cli import main
from planner.examples import osnabrueck
from planner.exporters import EXPORTERS
from planner.model import Document
from planner.storage import read, save
from tests.cli.printed import says


def test_demo_writes_the_plan_and_all_its_papers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "neu/demo"]) == 0
    names = ["osnabrueck.plan", "osnabrueck-check.txt", *(f"osnabrueck.{exporter.ending}" for exporter in EXPORTERS)]
    out, err = says(capsys)
    assert (out, err) == ([f"Written: {Path('neu/demo', name)}" for name in names], [])
    assert sorted(path.name for path in Path("neu/demo").iterdir()) == sorted(names)
    assert read(Path("neu/demo/osnabrueck.plan")).document == osnabrueck()


def test_demo_keeps_a_plan_that_somebody_has_worked_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = osnabrueck().plan.changed(title="Mein Treffen")
    save(Document(plan=plan), tmp_path / "osnabrueck.plan")
    assert main(["demo", str(tmp_path)]) == 0
    assert says(capsys)[0][0] == f"Left unchanged: {tmp_path / 'osnabrueck.plan'}"
    assert b"NAME:Mein Treffen" in (tmp_path / "osnabrueck.ics").read_bytes()


def test_demo_replaces_only_what_it_has_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", str(tmp_path)]) == 0
    assert main(["demo", str(tmp_path)]) == 0
    (tmp_path / "osnabrueck.plan").unlink()
    assert main(["demo", str(tmp_path)]) == 0
    capsys.readouterr()
    for name in ("osnabrueck-check.txt", "osnabrueck.csv"):
        kept = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(b"what somebody wrote")
        assert main(["demo", str(tmp_path)]) == 2
        assert name in says(capsys)[1][0]
        assert (tmp_path / name).read_bytes() == b"what somebody wrote"
        (tmp_path / name).write_bytes(kept)


def test_demo_says_when_there_is_no_place_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "datei").write_text("")
    assert main(["demo", str(tmp_path / "datei")]) == 2
    assert len(says(capsys)[1]) == 1
