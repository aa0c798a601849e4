"""The journal follows the window within a second, and what it holds is asked about at the next start."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.examples import template
from planner.model import new_id
from planner.model.edits import change_plan
from planner.storage import Journal, Recovery, Revision, read, recoverable
from planner.text import language
from planner.ui.safety.autosave import Autosave
from planner.ui.safety.recovery_dialog import RecoveryDialog, details_of, title_of
from planner.ui.window.planner_window import PlannerWindow
from planner.workspace import State
from tests.ui.conftest import Asked, Make


def retitle(planner: PlannerWindow, title: str = "Reason") -> None:
    planner.context.workspace.apply(lambda plan: change_plan(plan, title=title), "Change the title")


def journals(folder: Path) -> list[Path]:
    return sorted(folder.glob("journal/*/*.journal"))


def kept(folder: Path) -> list[str]:
    found = [Recovery.of(journal) for journal in journals(folder)]
    return [
        recovery.document.plan.title for recovery in found if recovery is not None and recovery.document is not None
    ]


def crashed(folder: Path, planner: PlannerWindow, title: str = "Left") -> Recovery:
    """Leave what a window would that was killed."""
    state = planner.files.state
    document = state.document.with_plan(change_plan(state.plan, title=title))
    journal = Journal(folder)
    journal.keep(document, Revision(1, state.path, state.digest))
    lock = vars(journal)["_lock"]
    lock.release()
    return next(recovery for recovery in recoverable(folder) if recovery.document == document)


def test_a_change_is_kept_within_a_second(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    clock = QElapsedTimer()
    clock.start()
    retitle(planner)
    qtbot.waitUntil(lambda: kept(folder) == ["Reason"], timeout=3_000)
    assert clock.elapsed() < 1_000
    retitle(planner, "Kept again")
    qtbot.waitUntil(lambda: kept(folder) == ["Kept again"], timeout=3_000)


def test_a_change_of_which_only_the_outcome_is_told_is_kept_too(folder: Path, qtbot: QtBot) -> None:
    parent = QObject()
    autosave = Autosave(folder, parent)
    state = State(template("osnabrueck", plan_id=new_id()))
    autosave.show_state(None, state)
    autosave.show_state(None, replace(state, revision=1))
    qtbot.waitUntil(lambda: kept(folder) == [state.plan.title], timeout=3_000)
    autosave.show_state(None, replace(state, revision=1, saved=state.document))
    qtbot.waitUntil(lambda: not journals(folder), timeout=3_000)
    autosave.close()


def test_what_is_saved_is_not_kept(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    retitle(planner)
    qtbot.waitUntil(lambda: bool(journals(folder)), timeout=3_000)
    assert planner.files.save()
    qtbot.waitUntil(lambda: not journals(folder), timeout=3_000)
    retitle(planner, "After")
    qtbot.waitUntil(lambda: kept(folder) == ["After"], timeout=3_000)


def test_a_clean_close_leaves_nothing(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    retitle(planner)
    qtbot.waitUntil(lambda: bool(journals(folder)), timeout=3_000)
    assert planner.window.close()
    assert not journals(folder)
    assert not list(folder.glob("journal/*.lock"))


def test_a_plan_that_nobody_changed_is_not_kept(planner: PlannerWindow, folder: Path) -> None:
    assert not [timer for timer in planner.safety.findChildren(QTimer) if timer.isActive()]
    assert not journals(folder)


def test_a_journal_that_cannot_be_written_is_told_calmly(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "journal").write_text("in the way")
    retitle(planner)
    qtbot.waitUntil(lambda: "save often" in planner.window.news.words, timeout=3_000)


def test_a_backup_that_cannot_be_made_is_told_and_the_plan_is_saved(
    planner: PlannerWindow, folder: Path, plan_file: Path
) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "backups").write_text("in the way")
    retitle(planner)
    assert planner.files.save()
    assert read(plan_file).document.plan.title == "Reason"
    assert "no backup" in planner.window.news.words


def test_restoring_goes_on_and_keeps_before_it_deletes(
    planner: PlannerWindow, asked: Asked, folder: Path, plan_file: Path
) -> None:
    left = crashed(folder, planner)
    asked.restores = True
    planner.safety.ask_recovery()
    assert asked.found == (left,)
    assert planner.files.state.path == plan_file
    assert planner.files.dirty
    assert kept(folder) == ["Left"]
    assert not left.journal.exists()
    assert planner.files.save()
    assert read(plan_file).document.plan.title == "Left"


def test_nothing_is_deleted_where_the_own_journal_cannot_be_written(
    planner: PlannerWindow, asked: Asked, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planner.storage import SaveFailed

    def fail(*_: object) -> bool:
        raise SaveFailed(folder, reason="no")

    left = crashed(folder, planner)
    asked.restores = True
    monkeypatch.setattr("planner.storage.Journal.keep", fail)
    planner.safety.ask_recovery()
    assert left.journal.exists()
    assert len(asked.told) == 1


def test_later_keeps_everything(planner: PlannerWindow, asked: Asked, folder: Path, make: Make) -> None:
    left = crashed(folder, planner)
    before = planner.files.state
    planner.safety.ask_recovery()
    assert planner.files.state is before
    planner.window.close()
    make().safety.ask_recovery()
    assert asked.found == (left,)
    assert left.journal.exists()


def test_a_file_that_was_changed_since_is_asked_about_at_saving(
    planner: PlannerWindow, asked: Asked, folder: Path, plan_file: Path
) -> None:
    crashed(folder, planner)
    plan_file.write_bytes(plan_file.read_bytes() + b"\n")
    asked.restores = True
    planner.safety.ask_recovery()
    assert not planner.files.save()
    assert asked.prompts == [plan_file.name]


def test_the_question_shows_each_plan_and_deletes_on_the_second_click(
    planner: PlannerWindow, folder: Path, qtbot: QtBot
) -> None:
    found = (crashed(folder, planner, "One"), crashed(folder, planner, "Two"))
    question = RecoveryDialog(found, (), language("de"))
    qtbot.addWidget(question)
    assert {title_of(recovery, language("de")) for recovery in found} == {"One", "Two"}
    assert "meeting.plan" in details_of(found[0], language("de"))
    drops = question.findChildren(QPushButton, "discard")
    drops[0].click()
    assert found[0].journal.exists()
    assert drops[0].text() == "Endgültig verwerfen"
    drops[0].click()
    assert not found[0].journal.exists()
    question.findChildren(QPushButton, "restore")[1].click()
    assert question.chosen == found[1]
    assert found[1].journal.exists()


def test_what_cannot_be_read_can_only_be_discarded(folder: Path, qtbot: QtBot) -> None:
    place = folder / "journal" / "x" / "y.journal"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"\0" * 40)
    (found,) = recoverable(folder)
    question = RecoveryDialog((found,), (), language("en"))
    qtbot.addWidget(question)
    (restore,) = question.findChildren(QPushButton, "restore")
    assert not restore.isEnabled()
    assert title_of(found, language("en")) == "A plan that cannot be read"
    question.ok.click()
    assert place.exists()
