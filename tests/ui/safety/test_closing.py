"""The window closes only after a decision: with the real boxes, and when something breaks on the way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from planner.examples import template
from planner.model import new_id
from planner.model.edits import change_plan
from planner.storage import read, save
from planner.ui.app import build, complete
from planner.ui.services.window_settings import WindowSettings
from planner.ui.window.planner_window import PlannerWindow


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "meeting.plan"
    save(template("osnabrueck", plan_id=new_id()), path)
    return path


@pytest.fixture
def real(qtbot: QtBot, tmp_path: Path, file: Path) -> Iterator[PlannerWindow]:
    """A window with the real boxes and something to lose."""
    window_settings = WindowSettings(tmp_path / "window.ini")
    window_settings.keep_word("language", "de")
    window = build(str(file), window_settings)
    made = complete(window, str(file), window_settings)
    window.show()
    qtbot.waitExposed(window)
    made.context.workspace.apply(lambda plan: change_plan(plan, title="Neu"), "Change")
    yield made
    if window.isVisible():
        answer("Nicht speichern")
        window.close()
    window.deleteLater()


def answer(*words: str) -> None:
    """Click buttons of the boxes that come, one after the other."""
    rest = list(words)

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box.isVisible():
            button = next((button for button in box.buttons() if button.text() == rest[0]), None)
            if button is not None:
                rest.pop(0)
                button.click()
        if rest:
            QTimer.singleShot(1, look)

    QTimer.singleShot(0, look)


@pytest.mark.parametrize(
    ("word", "closes", "saved"),
    [("Speichern", True, True), ("Nicht speichern", True, False), ("Abbrechen", False, False)],
)
def test_three_answers(real: PlannerWindow, file: Path, word: str, *, closes: bool, saved: bool) -> None:
    answer(word)
    assert real.window.close() is closes
    assert real.window.isVisible() is not closes
    assert (read(file).document.plan.title == "Neu") is saved


@pytest.mark.parametrize(("word", "closes", "saved"), [("Überschreiben", True, True), ("Abbrechen", False, False)])
def test_a_file_that_somebody_else_changed(
    real: PlannerWindow, file: Path, word: str, *, closes: bool, saved: bool
) -> None:
    file.write_bytes(file.read_bytes() + b"\n")
    answer("Speichern", word)
    assert real.window.close() is closes
    assert (read(file).document.plan.title == "Neu") is saved


def test_a_copy_beside_what_somebody_else_changed(
    real: PlannerWindow, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = file.read_bytes() + b"\n"
    file.write_bytes(other)
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / "c.plan"), ""))
    answer("Speichern", "Als Kopie speichern …")
    assert real.window.close()
    assert file.read_bytes() == other
    assert read(tmp_path / "c.plan").document.plan.title == "Neu"


@pytest.mark.parametrize(
    "broken", ["planner.ui.services.prompts.Prompts.unsaved", "planner.ui.services.plan_file.PlanFile.may_leave"]
)
def test_a_mistake_of_the_program_keeps_the_window(
    real: PlannerWindow, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    with monkeypatch.context() as patch, capture_exceptions() as found:  # pyright: ignore[reportUnknownVariableType]
        patch.setattr(broken, _raise())
        assert not real.window.close()
    assert real.window.isVisible()
    assert len(found) == 1


def test_a_mistake_in_saving_keeps_the_window(real: PlannerWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch, capture_exceptions() as found:  # pyright: ignore[reportUnknownVariableType]
        patch.setattr("planner.workspace.save_guarded", _raise())
        answer("Speichern")
        assert not real.window.close()
    assert real.window.isVisible()
    assert real.files.dirty
    assert len(found) == 1


def test_a_decision_is_not_taken_back_by_sizes_that_cannot_be_kept(
    real: PlannerWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    with capture_exceptions() as found:  # pyright: ignore[reportUnknownVariableType]
        monkeypatch.setattr(real.window, "remember", _raise())
        answer("Nicht speichern")
        assert real.window.close()
    assert len(found) == 1


def _raise() -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        message = "broken"
        raise RuntimeError(message)

    return fail
