import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.model.edits import change_plan, change_session, fix_time
from planner.text import language
from planner.ui.board.board import Board
from planner.ui.commands.registry import ACTIONS
from planner.ui.widgets.theme import DARK, HIGH_CONTRAST, LIGHT, Theme, contrast, current_theme, stylesheet
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Make


def session(planner: PlannerWindow, kind: str) -> str:
    return next(
        session.id for session in planner.context.workspace.plan.sessions if session.kind == kind and session.scheduled
    )


def press(planner: PlannerWindow, keys: str) -> None:
    planner.window.activateWindow()
    QApplication.processEvents()
    QTest.keySequence(QApplication.focusWidget() or planner.window, QKeySequence(keys))


def test_the_start_page_offers_what_works_and_no_board(empty: PlannerWindow) -> None:
    assert empty.window.view == "start"
    enabled = {action.id for action in ACTIONS if empty.menus[action.id].isEnabled()}
    assert enabled == {
        "new",
        "next-year",
        "programme",
        "open",
        "open-read-only",
        "example",
        "quit",
        "keys",
        "report",
        "about",
    }


def test_the_example_is_a_new_plan(empty: PlannerWindow) -> None:
    empty.menus["example"].trigger()
    assert empty.window.view == "board"
    assert empty.files.state.path is None
    first = empty.context.workspace.plan.id
    empty.menus["example"].trigger()
    assert empty.context.workspace.plan.id != first
    assert empty.files.dirty


def test_undo_says_what_it_takes_back(planner: PlannerWindow) -> None:
    undo = planner.menus["undo"]
    assert not undo.isEnabled()
    planner.context.view.select(session(planner, "panel"))
    planner.menus["fix"].trigger()
    assert undo.isEnabled()
    assert undo.text() == "Undo: Fix the time of Panel"
    undo.trigger()
    assert planner.context.view.hint == "Undo: Fix the time of Panel"
    redo = planner.menus["redo"]
    assert redo.text() == "Redo: Fix the time of Panel"
    assert redo.isEnabled()
    redo.trigger()
    assert planner.context.view.hint == "Redo: Fix the time of Panel"


def test_actions_follow_the_selection(planner: PlannerWindow) -> None:
    for action in ("fix", "title", "split", "duplicate", "put-away", "delete", "delete-flow"):
        assert not planner.menus[action].isEnabled(), action
    planner.context.view.select(session(planner, "panel"))
    for action in ("fix", "title", "split", "duplicate", "put-away", "delete", "delete-flow"):
        assert planner.menus[action].isEnabled(), action
    assert not planner.menus["to-next-day"].isEnabled()
    planner.menus["add-day"].trigger()
    planner.context.view.select(session(planner, "panel"))
    assert planner.menus["to-next-day"].isEnabled()
    assert not planner.menus["to-previous-day"].isEnabled()


def test_one_command_is_one_step(planner: PlannerWindow) -> None:
    before = planner.context.workspace.plan
    panel = session(planner, "panel")
    for action in ("fix", "split", "duplicate", "put-away", "delete", "delete-flow"):
        planner.context.view.select(panel)
        planner.menus[action].trigger()
        assert planner.context.workspace.plan != before, action
        planner.menus["undo"].trigger()
        assert planner.context.workspace.plan is before, action


def test_delete_puts_into_the_tray_first(planner: PlannerWindow) -> None:
    panel = session(planner, "panel")
    planner.context.view.select(panel)
    planner.menus["put-away"].trigger()
    assert not planner.context.workspace.plan.session_by_id[panel].scheduled
    planner.menus["put-away"].trigger()
    assert panel not in planner.context.workspace.plan.session_by_id


def test_letters_are_commands_on_the_board_and_text_in_fields(planner: PlannerWindow) -> None:
    panel = session(planner, "panel")
    planner.context.view.select(panel)
    planner.window.show_view("board")
    press(planner, "L")
    assert planner.context.workspace.plan.session_by_id[panel].fixed
    planner.menus["title"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.selectAll()
    QTest.keyClicks(field, "Lars")
    assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == "Lars"
    assert planner.context.workspace.plan.session_by_id[panel].fixed
    assert planner.context.view.flow


def test_keys_show_views(planner: PlannerWindow) -> None:
    press(planner, "F7")
    assert planner.window.view == "list"
    press(planner, "F7")
    assert planner.window.view == "board"
    press(planner, "Ctrl+P")
    assert planner.window.view == "papers"
    press(planner, "Ctrl+1")
    assert planner.window.view == "board"


def test_sides_fold_away_and_stay_so(planner: PlannerWindow, make: Make, plan_file: Path) -> None:
    palette = planner.window.findChild(QWidget, "palette")
    assert palette is not None
    press(planner, "F9")
    assert palette.isHidden()
    planner.window.close()
    again = make(plan_file)
    again.window.resize(1440, 900)
    assert again.window.folded("left")
    assert not again.window.folded("right")


def test_size_is_remembered(planner: PlannerWindow, make: Make) -> None:
    planner.window.resize(901, 590)
    height = planner.window.height()
    planner.window.close()
    assert make().window.height() == height


def test_everything_fits_on_a_small_window(planner: PlannerWindow) -> None:
    planner.window.resize(1280, 720)
    QApplication.processEvents()
    assert planner.window.size() == QSize(1280, 720)
    toolbar = planner.window.findChild(QWidget, "toolbar")
    assert toolbar is not None
    buttons = [button for button in toolbar.findChildren(QToolButton) if button.isVisible()]
    assert len(buttons) == 10
    for button in buttons:
        assert toolbar.rect().contains(button.geometry()), button.text()
        assert button.height() >= 24


def test_flow_is_a_switch_that_says_so(planner: PlannerWindow) -> None:
    flow = planner.menus["flow"]
    assert flow.isChecked()
    flow.trigger()
    assert not planner.context.view.flow
    assert not flow.isChecked()


def test_zoom(planner: PlannerWindow) -> None:
    board = planner.window.findChild(Board)
    assert board is not None
    before = board.zoom_factor()
    planner.menus["zoom-in"].trigger()
    after = board.zoom_factor()
    assert before is not None
    assert after is not None
    assert after > before
    planner.menus["zoom-reset"].trigger()
    assert board.zoom_factor() == before


def test_the_status_line_says_where_things_stand(planner: PlannerWindow) -> None:
    planner.context.view.select(session(planner, "panel"))
    words = [label.text() for label in planner.window.findChildren(QLabel)]
    assert "Panel: 11:35–12:35, Großer Saal" in words
    assert "60 of 60 places taken" in words
    assert "saved" in words
    planner.context.workspace.apply(lambda plan: fix_time(plan, session(planner, "panel"), fixed=True), "Fix")
    assert "not saved" in [label.text() for label in planner.window.findChildren(QLabel)]


def test_a_session_dropped_on_a_tab_goes_to_that_day(planner: PlannerWindow) -> None:
    planner.menus["add-day"].trigger()
    panel, (first, second) = session(planner, "panel"), planner.context.workspace.plan.days
    tabs = planner.window.findChild(QWidget, "tabs")
    board = planner.window.findChild(Board)
    assert tabs is not None
    assert board is not None
    QApplication.processEvents()
    (bar,) = tabs.findChildren(QTabBar)
    place = bar.mapToGlobal(bar.tabRect(1).center())
    board.interaction.dropped_outside.emit([panel], place)
    assert planner.context.workspace.plan.session_by_id[panel].day == second.id
    assert planner.context.view.day == second.id
    assert planner.context.view.hint.startswith("Panel moved to Tuesday, 20 June (11:35–12:35)")
    board.interaction.dropped_outside.emit([panel], QPoint(-500, -500))
    assert planner.context.workspace.plan.session_by_id[panel].day == second.id
    assert first.id != second.id


def test_another_language_and_theme_keep_plan_and_undo(planner: PlannerWindow, qtbot: QtBot) -> None:
    planner.context.view.select(session(planner, "panel"))
    planner.menus["fix"].trigger()
    state = planner.files.state
    planner.set_language("de")
    qtbot.waitUntil(lambda: planner.context.t.code == "de")
    planner.build(DARK)
    assert planner.files.state == state
    assert planner.menus["undo"].isEnabled()
    assert planner.menus["save"].text() == "&Speichern"
    assert planner.menus["undo"].shortcut().toString(QKeySequence.SequenceFormat.NativeText) == "Strg+Z"
    planner.set_language("en")
    qtbot.waitUntil(lambda: planner.context.t.code == "en")
    assert planner.menus["undo"].shortcut().toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Z"


def test_a_window_that_was_rebuilt_keeps_no_widgets_of_before(planner: PlannerWindow) -> None:
    found: list[int] = []
    for theme in (DARK, LIGHT, DARK, LIGHT):
        planner.build(theme)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        found.append(len(planner.window.findChildren(QObject)))
    assert found[-1] <= found[0]


def test_nothing_is_left_in_english(make: Make, plan_file: Path) -> None:
    planner = make(plan_file, "de")
    planner.context.view.select(session(planner, "panel"))
    planner.menus["papers"].trigger()
    english = _english()
    seen = {action.text() for action in planner.window.findChildren(QAction)}
    seen |= {button.text() for button in planner.window.findChildren(QAbstractButton)}
    seen |= {label.text() for label in planner.window.findChildren(QLabel)}
    seen |= {widget.toolTip() for widget in planner.window.findChildren(QWidget)}
    assert seen & english == set()


def _english() -> set[str]:
    t, found = language("de"), set[str]()
    for path in Path(__file__).resolve().parents[3].joinpath("planner").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and t(node.value) != node.value:
                found.add(node.value)
    return found - {"Forum", "Name", "Panel"}


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST])
def test_every_theme_can_be_read(theme: Theme) -> None:
    from PySide6.QtGui import QColor

    ground = QColor(theme.surface)
    for colour in (theme.text, theme.muted, theme.accent, theme.error, theme.warning, theme.hint, theme.success):
        assert contrast(QColor(colour), ground) >= 4.5, colour
    assert contrast(QColor(theme.on_accent), QColor(theme.accent)) >= 4.5
    assert "$" not in stylesheet(theme)


def test_the_theme_is_one_of_ours(qapp: QApplication) -> None:
    assert qapp is not None
    assert current_theme() in {LIGHT, DARK, HIGH_CONTRAST}


def test_titles_with_an_ampersand_stay_whole(planner: PlannerWindow) -> None:
    panel = session(planner, "panel")
    planner.context.workspace.apply(lambda plan: change_session(plan, panel, title="Q&A"), "Change Q&A")
    assert planner.menus["undo"].text() == "Undo: Change Q&&A"
    tips = [button.toolTip() for button in planner.window.findChildren(QToolButton)]
    assert any(tip.startswith("Undo: Change Q&A") for tip in tips)


def test_closing_leaves_nobody_listening(planner: PlannerWindow) -> None:
    planner.window.close()
    title = planner.window.windowTitle()
    planner.context.workspace.apply(lambda plan: change_plan(plan, title="Too late"), "Rename")
    assert planner.window.windowTitle() == title
