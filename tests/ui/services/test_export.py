import errno
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.exporters import EXPORTERS, Exporter, ExportError
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Asked


def failing(_programme: object, _options: object) -> bytes:
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
    buttons = [button.text() for button in planner.window.news.findChildren(QPushButton)]
    assert buttons == ["Open", "Open the folder"]
    assert planner.context.view.hint == ""


def test_an_export_can_be_called_off(planner: PlannerWindow, asked: Asked) -> None:
    asked.path = None
    assert planner.exports.ask(EXPORTERS[0]) is None
    assert planner.window.news.words == ""


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

        def meanwhile(_programme: object, _options: object, data: bytes = data) -> bytes:
            target.write_bytes(data)
            return b"ours"

        slow = Exporter(one.name, one.title, one.ending, one.options, one.audience, meanwhile)
        planner.exports.export(slow, target)
        qtbot.waitUntil(lambda: len(asked.told) == 1)
        assert "x.ics" in asked.told[0]
        assert target.read_bytes() == data


def test_a_place_that_cannot_be_written_to_is_one_sentence(
    planner: PlannerWindow, asked: Asked, qtbot: QtBot, tmp_path: Path
) -> None:
    planner.exports.export(EXPORTERS[0], tmp_path / "no such folder" / "x.ics")
    qtbot.waitUntil(lambda: len(asked.told) == 1)
    assert "no such folder" in asked.told[0]


def test_a_plan_that_cannot_be_exported_is_one_sentence(
    planner: PlannerWindow, asked: Asked, qtbot: QtBot, tmp_path: Path
) -> None:
    one = EXPORTERS[0]
    broken = Exporter(one.name, one.title, one.ending, one.options, one.audience, failing)
    planner.exports.export(broken, tmp_path / "x.ics")
    qtbot.waitUntil(lambda: asked.told == ["The plan cannot be exported: too much to print"])
    assert not (tmp_path / "x.ics").exists()


def test_papers_follow_the_plan(planner: PlannerWindow, qtbot: QtBot) -> None:
    planner.menus["papers"].trigger()
    papers = planner.papers
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
    papers = planner.papers
    assert papers is not None
    qtbot.waitUntil(lambda: papers.pages.count >= 1, timeout=20_000)
    width = papers.pages.labels[0].width()
    planner.menus["zoom-in"].trigger()
    qtbot.waitUntil(lambda: papers.pages.labels[0].width() > width, timeout=20_000)
    planner.menus["zoom-reset"].trigger()
    qtbot.waitUntil(lambda: papers.pages.labels[0].width() == width, timeout=20_000)
