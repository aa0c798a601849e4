"""Earlier versions are looked at without being opened, and come back as one step; a damaged file has its backup."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.model.edits import change_plan
from planner.storage import BackupReason, Backups, read
from planner.ui.safety.versions_dialog import VersionsDialog
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Asked


def save_as(planner: PlannerWindow, title: str) -> None:
    planner.context.workspace.apply(lambda plan: change_plan(plan, title=title), "Change the title")
    assert planner.files.save()


@pytest.fixture
def twice(planner: PlannerWindow) -> PlannerWindow:
    save_as(planner, "First")
    planner.context.workspace.back_up(BackupReason.IMPORT)  # else the next minutes' versions make it give way
    save_as(planner, "Second")
    return planner


def browser(planner: PlannerWindow, qtbot: QtBot) -> VersionsDialog:
    made = VersionsDialog(planner.context, planner.safety.backups, planner.context.background)
    qtbot.addWidget(made)
    return made


def test_each_version_says_when_why_and_what_would_change(twice: PlannerWindow, qtbot: QtBot) -> None:
    dialog = browser(twice, qtbot)
    rows = dialog.versions.model().rowCount()
    assert rows == len(twice.safety.backups.list(twice.context.workspace.plan.id))
    assert not dialog.ok.isEnabled()
    assert dialog.changes.item(0).text() == "Nothing: the plan already looks like this."
    numbers = [str(len(twice.context.workspace.plan.sessions))] * rows
    qtbot.waitUntil(lambda: [dialog.versions.model().index(row, 2).data() for row in range(rows)] == numbers)
    titles: list[str] = []
    for row in range(rows):
        dialog.versions.setCurrentIndex(dialog.versions.model().index(row, 0))
        titles += [dialog.changes.item(place).text() for place in range(dialog.changes.count())]
    assert any("Second → First" in title for title in titles), titles


def test_a_version_comes_back_as_one_step(twice: PlannerWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, before = twice.context.workspace, twice.context.workspace.plan

    def choose(dialog: VersionsDialog) -> int:
        qtbot.addWidget(dialog)
        for row in range(dialog.versions.model().rowCount()):
            dialog.versions.setCurrentIndex(dialog.versions.model().index(row, 0))
            if dialog.plan is not None and dialog.plan.title == "First":
                break
        dialog.ok.click()
        return dialog.result()

    monkeypatch.setattr(VersionsDialog, "exec", choose)
    twice.menus["earlier"].trigger()
    assert workspace.plan.title == "First"
    assert "Undo takes that back" in twice.window.news.words
    twice.menus["undo"].trigger()
    assert workspace.plan is before


def test_a_version_that_cannot_be_read_says_so(twice: PlannerWindow, qtbot: QtBot) -> None:
    newest = twice.safety.backups.list(twice.context.workspace.plan.id)[0]
    newest.path.write_bytes(b"")
    dialog = browser(twice, qtbot)
    assert not dialog.ok.isEnabled()
    assert "is empty" in dialog.error.text()
    qtbot.waitUntil(lambda: dialog.versions.model().index(0, 2).data() == "cannot be read")


def test_without_versions_it_says_how_they_come(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = browser(planner, qtbot)
    assert dialog.versions.model().rowCount() == 0
    assert not dialog.ok.isEnabled()
    dialog.show()
    assert [button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()] == ["Close"]


@pytest.mark.parametrize("opens", [True, False])
def test_a_damaged_file_offers_its_newest_backup(
    twice: PlannerWindow, asked: Asked, plan_file: Path, folder: Path, *, opens: bool
) -> None:
    plan_file.write_bytes(b"\0" * 64)
    asked.restores = opens
    state = twice.files.state
    assert twice.files.open(plan_file) is opens
    assert len(asked.told) == len(asked.prompts) == 1
    assert plan_file.read_bytes() == b"\0" * 64
    if not opens:
        assert twice.files.state is state
        return
    assert twice.context.workspace.plan.title == "Second"
    assert twice.files.dirty
    assert not twice.files.save()  # asks before it replaces the damaged file
    assert plan_file.read_bytes() == b"\0" * 64
    assert Backups(folder).newest(state.plan.id) is not None


def test_copies_of_a_cloud_are_told(twice: PlannerWindow, plan_file: Path, qtbot: QtBot) -> None:
    document = read(plan_file).document
    other = plan_file.with_name("meeting (conflicted copy 2026-05-01).plan")
    other.write_bytes(plan_file.read_bytes().replace(b"Second", b"Other!"))
    assert read(other).document != document
    assert twice.files.open(plan_file)
    qtbot.waitUntil(lambda: other.name in twice.window.news.words)


def test_what_a_dead_saving_left_is_told(twice: PlannerWindow, plan_file: Path, qtbot: QtBot) -> None:
    left = plan_file.with_name("~$meeting-0123456789ab.tmp")
    left.write_bytes(plan_file.read_bytes().replace(b"Second", b"Other!"))
    assert twice.files.open(plan_file)
    qtbot.waitUntil(lambda: left.name in twice.window.news.words)
    assert left.exists()
