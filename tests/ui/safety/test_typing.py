"""What was typed into a field that nobody has left yet is part of the plan as soon as the plan matters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

from planner.storage import read
from planner.ui.board.board import Board
from planner.ui.board.renaming import TitleEditor
from planner.ui.services.prompts import Choice
from planner.ui.widgets.fields import TitleField
from planner.ui.widgets.theme import DARK
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Asked


@pytest.fixture(params=["on the board", "at the right"])
def typed(request: pytest.FixtureRequest, planner: PlannerWindow) -> str:
    """Type a title where it can be edited, and stay in the field; return the session's id."""
    plan = planner.context.workspace.plan
    panel = next(session.id for session in plan.sessions if session.kind == "panel" and session.scheduled)
    type_title(planner, panel, on_board=request.param == "on the board")
    assert planner.context.workspace.plan is plan
    return panel


def type_title(planner: PlannerWindow, session: str, *, on_board: bool) -> None:
    """Begin to type a title over the block, as F2 does, or in the field at the right, by a click into it."""
    planner.context.view.select(session)
    planner.window.activateWindow()
    if on_board:
        planner.menus["title"].trigger()
    else:
        right = planner.window.findChild(TitleField, "title")
        assert right is not None
        QApplication.processEvents()
        QTest.mouseClick(right.viewport(), Qt.MouseButton.LeftButton)
        right.selectAll()
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert isinstance(field, TitleEditor if on_board else TitleField)
    QTest.keyClicks(field, "Typed")


def board(planner: PlannerWindow) -> Board:
    found = planner.window.findChild(Board)
    assert found is not None
    return found


def press(keys: str) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keySequence(field, QKeySequence(keys))


def test_saving_takes_it(planner: PlannerWindow, typed: str, plan_file: Path) -> None:
    press("Ctrl+S")
    assert read(plan_file).document.plan.session_by_id[typed].title == "Typed"
    assert not planner.files.dirty


def test_saving_as_takes_it(typed: str, asked: Asked, tmp_path: Path) -> None:
    asked.path = tmp_path / "copy.plan"
    press("Ctrl+Shift+S")
    assert read(asked.path).document.plan.session_by_id[typed].title == "Typed"


@pytest.mark.parametrize("answer", [Choice.CANCEL, Choice.SAVE])
def test_closing_asks_about_it(
    planner: PlannerWindow, typed: str, asked: Asked, plan_file: Path, answer: Choice
) -> None:
    asked.unsaved_answer = answer
    assert planner.window.close() is (answer is Choice.SAVE)
    assert len(asked.prompts) == 1
    held = read(plan_file).document.plan.session_by_id[typed].title == "Typed"
    assert held is (answer is Choice.SAVE)
    assert planner.context.workspace.plan.session_by_id[typed].title == "Typed"


@pytest.mark.usefixtures("typed")
@pytest.mark.parametrize("keys", ["Ctrl+O", "Ctrl+Q"])
def test_leaving_by_keys_asks_about_it(planner: PlannerWindow, asked: Asked, plan_file: Path, keys: str) -> None:
    asked.unsaved_answer, asked.path = Choice.CANCEL, plan_file
    press(keys)
    assert len(asked.prompts) == 1
    assert planner.files.dirty


@pytest.mark.usefixtures("typed")
def test_the_example_asks_about_it(planner: PlannerWindow, asked: Asked) -> None:
    asked.unsaved_answer = Choice.CANCEL
    planner.menus["example"].trigger()
    assert len(asked.prompts) == 1


@pytest.mark.parametrize("on_board", [True, False])
def test_a_step_taken_back_is_the_typing(planner: PlannerWindow, *, on_board: bool) -> None:
    before = planner.context.workspace.plan
    planner.context.view.select(before.sessions[0].id)
    planner.menus["duplicate"].trigger()
    middle = planner.context.workspace.plan
    type_title(planner, before.sessions[0].id, on_board=on_board)
    planner.menus["undo"].trigger()
    assert planner.context.workspace.plan is middle


@pytest.mark.parametrize("on_board", [True, False])
def test_a_press_on_another_days_tab_takes_it(planner: PlannerWindow, *, on_board: bool) -> None:
    session = planner.context.workspace.plan.sessions[0].id
    planner.menus["add-day"].trigger()
    first, second = planner.context.workspace.plan.days
    planner.context.view.show_day(first.id)
    type_title(planner, session, on_board=on_board)
    bar = next(bar for bar in planner.window.findChildren(QTabBar) if bar.accessibleName() == "Days")
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert planner.context.view.day == second.id
    planner.files.finish()
    assert planner.context.workspace.plan.session_by_id[session].title == "Typed"


@pytest.mark.parametrize("view", ["list", "papers"])
def test_another_view_takes_it(planner: PlannerWindow, typed: str, view: str) -> None:
    planner.window.show_view(view)
    planner.files.finish()
    assert planner.context.workspace.plan.session_by_id[typed].title == "Typed"


def test_after_saving_the_keys_are_the_boards_again(planner: PlannerWindow) -> None:
    session = planner.context.workspace.plan.sessions[0].id
    type_title(planner, session, on_board=True)
    press("Ctrl+S")
    QApplication.processEvents()
    assert QApplication.focusWidget() is board(planner).canvas


def test_holding_a_state_holds_it(planner: PlannerWindow, typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(
        "planner.ui.dialogs.release.ReleaseDialog.exec",
        lambda _: seen.append(planner.context.workspace.plan.session_by_id[typed].title),
    )
    planner.menus["release"].trigger()
    assert seen == ["Typed"]


def test_another_theme_keeps_it(planner: PlannerWindow, typed: str) -> None:
    planner.build(DARK)
    assert planner.context.workspace.plan.session_by_id[typed].title == "Typed"


def test_an_export_has_it(planner: PlannerWindow, typed: str, asked: Asked) -> None:
    from planner.ui.services.export import FORMATS

    assert asked.path is None
    planner.exports.ask(FORMATS[0])
    assert planner.context.workspace.plan.session_by_id[typed].title == "Typed"


def test_a_protected_file_says_so_in_every_theme_and_language(planner: PlannerWindow, plan_file: Path) -> None:
    assert planner.files.open(plan_file, read_only=True)
    said: Callable[[], str] = lambda: planner.window.protected.words  # noqa: E731
    assert "protected" in said()
    planner.build(DARK)
    assert "protected" in said()
