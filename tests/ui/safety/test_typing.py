"""What was typed into a field that nobody has left yet is part of the plan as soon as the plan matters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from planner.storage import read
from planner.ui.assembly import Planner
from planner.ui.questions import Answer
from planner.ui.theme import DARK
from tests.ui.conftest import Asked


def type_title(planner: Planner, words: str = "Typed") -> str:
    """Type a title and stay in the field; returns the session's id."""
    plan = planner.context.workspace.plan
    panel = next(each.id for each in plan.sessions if each.kind == "panel" and each.scheduled)
    planner.context.view.select(panel)
    planner.window.activateWindow()
    planner.menus["title"].trigger()
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, words)
    assert planner.context.workspace.plan is plan
    return panel


def press(keys: str) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keySequence(field, QKeySequence(keys))


def test_saving_takes_it(planner: Planner, plan_file: Path) -> None:
    panel = type_title(planner)
    press("Ctrl+S")
    assert read(plan_file).document.plan.session_by_id[panel].title == "Typed"
    assert not planner.files.dirty


def test_saving_as_takes_it(planner: Planner, asked: Asked, tmp_path: Path) -> None:
    panel = type_title(planner)
    asked.path = tmp_path / "copy.plan"
    press("Ctrl+Shift+S")
    assert read(asked.path).document.plan.session_by_id[panel].title == "Typed"


@pytest.mark.parametrize("answer", [Answer.CANCEL, Answer.SAVE])
def test_closing_asks_about_it(planner: Planner, asked: Asked, plan_file: Path, answer: Answer) -> None:
    panel = type_title(planner)
    asked.unsaved_answer = answer
    assert planner.window.close() is (answer is Answer.SAVE)
    assert len(asked.questions) == 1
    held = read(plan_file).document.plan.session_by_id[panel].title == "Typed"
    assert held is (answer is Answer.SAVE)
    assert planner.context.workspace.plan.session_by_id[panel].title == "Typed"


@pytest.mark.parametrize("keys", ["Ctrl+O", "Ctrl+Q"])
def test_leaving_by_keys_asks_about_it(planner: Planner, asked: Asked, plan_file: Path, keys: str) -> None:
    type_title(planner)
    asked.unsaved_answer, asked.path = Answer.CANCEL, plan_file
    press(keys)
    assert len(asked.questions) == 1
    assert planner.files.dirty


def test_the_example_asks_about_it(planner: Planner, asked: Asked) -> None:
    type_title(planner)
    asked.unsaved_answer = Answer.CANCEL
    planner.menus["example"].trigger()
    assert len(asked.questions) == 1


def test_a_step_taken_back_is_the_typing(planner: Planner) -> None:
    before = planner.context.workspace.plan
    planner.context.view.select(before.sessions[0].id)
    planner.menus["duplicate"].trigger()
    middle = planner.context.workspace.plan
    type_title(planner)
    planner.menus["undo"].trigger()
    assert planner.context.workspace.plan is middle


def test_holding_a_state_holds_it(planner: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = type_title(planner)
    seen: list[str] = []
    monkeypatch.setattr(
        "planner.ui.dialogs.release.HoldState.exec",
        lambda _: seen.append(planner.context.workspace.plan.session_by_id[panel].title),
    )
    planner.menus["release"].trigger()
    assert seen == ["Typed"]


def test_another_theme_keeps_it(planner: Planner) -> None:
    panel = type_title(planner)
    planner.dress(DARK)
    assert planner.context.workspace.plan.session_by_id[panel].title == "Typed"


def test_an_export_has_it(planner: Planner, asked: Asked) -> None:
    from planner.ui.exports import FORMATS

    panel = type_title(planner)
    assert asked.path is None
    planner.exports.ask(FORMATS[0])
    assert planner.context.workspace.plan.session_by_id[panel].title == "Typed"


def test_a_protected_file_says_so_in_every_theme_and_language(planner: Planner, plan_file: Path) -> None:
    assert planner.files.open(plan_file, read_only=True)
    said: Callable[[], str] = lambda: planner.window.protected.words  # noqa: E731
    assert "protected" in said()
    planner.dress(DARK)
    assert "protected" in said()
