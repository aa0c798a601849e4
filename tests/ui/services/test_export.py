import errno
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.exporters import CSV, EXPORTERS, Exporter, ExportError, NamedFile
from planner.exporters.contract import only
from planner.exporters.csv import CsvOptions
from planner.model import Audience
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Asked
from tests.ui.harness import papers_of


def failing(_programme: object, _options: object) -> tuple[NamedFile, ...]:
    reason = "too much to print"
    raise ExportError(reason)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_each_format_is_written_whole_and_said(
    planner: PlannerWindow, asked: Asked, qtbot: QtBot, tmp_path: Path, exporter: Exporter
) -> None:
    asked.path = tmp_path / f"out.{exporter.ending}"
    action = planner.window.findChild(QAction, f"export-{exporter.name}")
    assert action is not None
    with qtbot.waitSignal(planner.exports.written):
        action.trigger()
    assert asked.prompts[-1].endswith("." + exporter.ending)
    assert asked.path.stat().st_size > 500
    assert [path.name for path in tmp_path.glob("*.tmp")] == []
    assert "out." in planner.window.news.words
    buttons = [button.text() for button in planner.window.news.findChildren(QPushButton) if not button.isHidden()]
    assert buttons == ["Open", "Open the folder"]
    assert planner.context.view.hint == ""


def test_an_export_can_be_called_off(planner: PlannerWindow, asked: Asked) -> None:
    asked.path = None
    assert planner.exports.ask(EXPORTERS[0]) is None
    assert planner.window.news.words == ""


def test_an_export_can_be_called_off_where_its_options_are_asked(planner: PlannerWindow, asked: Asked) -> None:
    asked.chosen = lambda _: None
    assert planner.exports.ask(EXPORTERS[0]) is None
    assert asked.prompts == []


def test_the_chosen_options_are_in_the_file_and_offered_again(
    planner: PlannerWindow, asked: Asked, qtbot: QtBot, tmp_path: Path
) -> None:
    planner.context.clock.read = lambda: datetime(2017, 5, 2, 8, tzinfo=UTC)
    asked.path = tmp_path / "x.csv"
    asked.chosen = lambda options: options.changed(language="en", audience=Audience.TEAM)
    with qtbot.waitSignal(planner.exports.written):
        planner.exports.ask(CSV)
    assert asked.offered == CsvOptions(language="de", made=planner.context.clock.now())
    assert asked.prompts[-1].endswith("- The team.csv")
    assert asked.path.read_bytes().decode("utf-8-sig").startswith("Date,")
    assert "Responsible" in asked.path.read_bytes().decode("utf-8-sig").partition("\r\n")[0]
    asked.chosen = lambda _: None
    planner.exports.ask(CSV)
    assert asked.offered == CsvOptions(language="en", audience=Audience.TEAM, made=planner.context.clock.now())


def test_an_export_that_is_given_up_writes_nothing(planner: PlannerWindow, qtbot: QtBot, tmp_path: Path) -> None:
    begun, go, one = Event(), Event(), EXPORTERS[0]

    def waiting(_programme: object, _options: object) -> tuple[NamedFile, ...]:
        begun.set()
        go.wait(5)
        return only(b"late")

    slow = Exporter(one.name, one.title, one.ending, one.options, one.limit, waiting)
    planner.exports.export(slow, tmp_path / "x.ics", one.options())
    assert begun.wait(5)
    news = planner.window.news
    assert news.words == "Writing x.ics …"
    (cancel,) = [button for button in news.findChildren(QPushButton) if not button.isHidden()]
    cancel.click()
    assert news.words == ""
    go.set()
    with qtbot.waitSignal(planner.exports.written):  # the next one, in the same lane
        planner.exports.export(one, tmp_path / "next.ics", one.options())
    assert not (tmp_path / "x.ics").exists()
    assert "next.ics" in news.words


def test_several_files_are_written_beside_the_chosen_path_and_replace_nothing(
    planner: PlannerWindow, asked: Asked, qtbot: QtBot, tmp_path: Path
) -> None:
    one = EXPORTERS[0]
    files = (NamedFile("Anna", b"a"), NamedFile("Ben", b"b"))
    many = Exporter(one.name, one.title, one.ending, one.options, one.limit, lambda *_: files)
    with qtbot.waitSignal(planner.exports.written):
        planner.exports.export(many, tmp_path / "x.ics", one.options())
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.ics")} == {
        "x - Anna.ics": b"a",
        "x - Ben.ics": b"b",
    }
    assert "2 files" in planner.window.news.words
    (tmp_path / "x - Anna.ics").unlink()
    planner.exports.export(many, tmp_path / "x.ics", one.options())
    qtbot.waitUntil(lambda: len(asked.told) == 1)
    assert "x - Ben.ics already exists" in asked.told[0]
    assert not (tmp_path / "x - Anna.ics").exists()


def test_the_preview_is_drawn_while_a_file_is_written(planner: PlannerWindow, qtbot: QtBot, tmp_path: Path) -> None:
    go, one = Event(), EXPORTERS[0]

    def waiting(_programme: object, _options: object) -> tuple[NamedFile, ...]:
        go.wait(20)
        return only(b"late")

    slow = Exporter(one.name, one.title, one.ending, one.options, one.limit, waiting)
    planner.exports.export(slow, tmp_path / "x.ics", one.options())
    planner.menus["papers"].trigger()
    papers = papers_of(planner)
    assert papers is not None
    qtbot.waitUntil(lambda: papers.pages.count >= 1, timeout=20_000)
    assert not (tmp_path / "x.ics").exists()
    with qtbot.waitSignal(planner.exports.written):
        go.set()


@pytest.mark.parametrize("way", ["its path", "a link", "a second name", "another plan", "a plan by another name"])
def test_an_export_never_replaces_a_plan(
    planner: PlannerWindow, asked: Asked, plan_file: Path, tmp_path: Path, way: str
) -> None:
    target = tmp_path / ("other.PLAN" if way == "another plan" else "out.pdf")
    if way == "its path":
        target = plan_file
    elif way == "a link":
        link_to(target, plan_file)
    elif way == "a second name":
        os.link(plan_file, target)
    else:
        target.write_bytes(b"damaged" if way == "another plan" else plan_file.read_bytes())
    before = target.read_bytes(), plan_file.read_bytes()
    asked.path = target
    assert planner.exports.ask(EXPORTERS[1]) is None
    assert len(asked.told) == 1
    assert target.name in asked.told[0]
    assert (target.read_bytes(), plan_file.read_bytes()) == before


def link_to(link: Path, target: Path) -> None:
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("few users of Windows may make symbolic links")


def test_what_another_program_holds_is_one_sentence(
    planner: PlannerWindow, asked: Asked, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_path: Path) -> bytes:
        error = PermissionError(errno.EACCES, "in use", None, 32)
        error.__dict__["winerror"] = 32  # which only Windows takes from there
        raise error

    monkeypatch.setattr(sys.modules["planner.storage.replacing"], "current", held)
    monkeypatch.setattr(sys.modules["planner.storage.write"], "PAUSES", ())
    asked.path = tmp_path / "x.ics"
    assert planner.exports.ask(EXPORTERS[0]) is not None
    qtbot.waitUntil(lambda: len(asked.told) == 1)
    assert "in use by another program" in asked.told[0]


def test_what_came_to_the_place_meanwhile_is_not_replaced(
    planner: PlannerWindow, asked: Asked, qtbot: QtBot, tmp_path: Path, plan_file: Path
) -> None:
    one, target = EXPORTERS[0], tmp_path / "x.ics"
    for data in (b"somebody else's", plan_file.read_bytes()):
        target.unlink(missing_ok=True)
        asked.told.clear()

        def meanwhile(_programme: object, _options: object, data: bytes = data) -> tuple[NamedFile, ...]:
            target.write_bytes(data)
            return only(b"ours")

        slow = Exporter(one.name, one.title, one.ending, one.options, one.limit, meanwhile)
        planner.exports.export(slow, target, slow.options())
        qtbot.waitUntil(lambda: len(asked.told) == 1)
        assert "x.ics" in asked.told[0]
        assert target.read_bytes() == data


def test_a_place_that_cannot_be_written_to_is_one_sentence(
    planner: PlannerWindow, asked: Asked, qtbot: QtBot, tmp_path: Path
) -> None:
    planner.exports.export(EXPORTERS[0], tmp_path / "no such folder" / "x.ics", EXPORTERS[0].options())
    qtbot.waitUntil(lambda: len(asked.told) == 1)
    assert "no such folder" in asked.told[0]


def test_a_plan_that_cannot_be_exported_is_one_sentence(
    planner: PlannerWindow, asked: Asked, qtbot: QtBot, tmp_path: Path
) -> None:
    one = EXPORTERS[0]
    broken = Exporter(one.name, one.title, one.ending, one.options, one.limit, failing)
    planner.exports.export(broken, tmp_path / "x.ics", broken.options())
    qtbot.waitUntil(lambda: asked.told == ["The plan cannot be exported: too much to print"])
    assert not (tmp_path / "x.ics").exists()


def test_papers_follow_the_plan(planner: PlannerWindow, qtbot: QtBot) -> None:
    planner.menus["papers"].trigger()
    papers = papers_of(planner)
    assert papers is not None
    qtbot.waitUntil(lambda: papers.pages.count >= 1, timeout=20_000)
    first = papers.pages.labels[0].pixmap().toImage()
    draft = next(button for button in papers.findChildren(QAbstractButton) if button.text() == "Marked as a draft")
    draft.click()
    assert not planner.context.workspace.plan.print.draft
    assert planner.menus["undo"].text() == "Undo: Change print settings: Marked as a draft"
    qtbot.waitUntil(lambda: papers.pages.labels[0].pixmap().toImage() != first, timeout=20_000)
    planner.menus["undo"].trigger()
    assert draft.isChecked()
    assert any(label.text().endswith("A4") for label in papers.findChildren(QLabel))


def test_papers_can_be_made_larger(planner: PlannerWindow, qtbot: QtBot) -> None:
    planner.menus["papers"].trigger()
    papers = papers_of(planner)
    assert papers is not None
    qtbot.waitUntil(lambda: papers.pages.count >= 1, timeout=20_000)
    width = papers.pages.labels[0].width()
    planner.menus["zoom-in"].trigger()
    qtbot.waitUntil(lambda: papers.pages.labels[0].width() > width, timeout=20_000)
    planner.menus["zoom-reset"].trigger()
    qtbot.waitUntil(lambda: papers.pages.labels[0].width() == width, timeout=20_000)
