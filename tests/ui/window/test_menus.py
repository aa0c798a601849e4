from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from planner.text import language
from planner.ui.board.board import Board
from planner.ui.commands.action import Action
from planner.ui.commands.registry import ACTIONS, BY_ID, CONTEXT, MENUS, SUBMENUS
from planner.ui.services.prompts import Choice
from planner.ui.widgets.fields import TitleField
from planner.ui.window.day_tabs import DayTabs
from planner.ui.window.menus import FilledMenu, Menus
from planner.ui.window.planner_window import PlannerWindow
from planner.ui.window.start_page import StartCard, StartPage
from planner.ui.window.views import VIEWS
from tests.ui.conftest import Asked


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # the offscreen platform, at each menu
def test_the_menu_key_on_a_block_shows_the_menu_of_sessions(planner: PlannerWindow) -> None:
    board = planner.window.findChild(Board)
    assert board is not None
    panel = next(session.id for session in planner.context.workspace.plan.sessions if session.kind == "panel")
    planner.context.view.select(panel)
    QApplication.sendEvent(
        board.canvas.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    )
    menu = planner.menus.session_menu
    assert menu.isVisible()
    assert planner.menus["split"] in menu.actions()
    assert planner.menus["split"].isEnabled()
    menu.close()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_right_button_on_the_ground_offers_to_paste_and_nothing_for_sessions(planner: PlannerWindow) -> None:
    board = planner.window.findChild(Board)
    assert board is not None
    planner.context.view.select(planner.context.workspace.plan.sessions[0].id)
    planner.menus["copy"].trigger()
    at = QPoint(board.canvas.viewport().width() // 2, 3)
    QApplication.sendEvent(board.canvas.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, at))
    menu = planner.menus.session_menu
    assert menu.isVisible()
    assert planner.context.view.selection == ()
    enabled = [action.text() for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
    assert planner.menus["paste"].text() in enabled
    assert not {planner.menus[action].text() for action in ("cut", "copy", "delete", "split", "title")} & set(enabled)
    menu.close()


def test_ids_and_keys_are_unique() -> None:
    assert len(BY_ID) == len(ACTIONS)
    keys = [action.shortcut for action in ACTIONS if action.shortcut]
    assert len(set(keys)) == len(keys)
    assert not [key for key in keys if "Ctrl+Alt" in key]
    menus = (*MENUS, *SUBMENUS.values())
    named = {entry for _, ids in menus for entry in ids if entry and not entry.startswith("*")}
    assert named == set(BY_ID)


@pytest.mark.parametrize("code", ["de", "en"])
def test_no_letter_calls_two_things_of_a_menu(code: str) -> None:
    t = language(code)

    def letters(labels: list[str]) -> list[str]:
        return [label.replace("&&", "")[label.replace("&&", "").index("&") + 1].lower() for label in labels]

    titles = letters([t(title) for title, _ in MENUS])
    assert len(set(titles)) == len(titles)
    extra = {"*recent": "Open re&cent", "*language": "Lan&guage", "*grid": "&Grid"}
    extra |= {"*room": "To &the room"}
    extra |= {key: title for key, (title, _) in SUBMENUS.items()}
    for title, ids in (*MENUS, *SUBMENUS.values(), ("under the mouse", CONTEXT)):
        labels = [
            t(extra[entry]) if entry in extra else t(BY_ID[entry].label)
            for entry in ids
            if entry not in {"", "*exports"}
        ]
        found = letters(labels)
        assert len(set(found)) == len(found), (title, labels)


def opened_entry(menu: QMenu, label: str) -> QAction:
    """Open a menu far enough that it is filled, and return an entry."""
    menu.aboutToShow.emit()
    return next(action for action in menu.actions() if action.text() == label)


def filled(planner: PlannerWindow, kind: str) -> FilledMenu:
    return next(menu for menu in planner.window.findChildren(FilledMenu) if menu.objectName() == kind)


def tabs(planner: PlannerWindow) -> DayTabs:
    found = planner.window.findChild(DayTabs)
    assert found is not None
    return found


def language_entry(planner: PlannerWindow) -> QAction:
    return next(action for action in planner.window.findChildren(QAction) if action.text() == "Deutsch")


def start_card(planner: PlannerWindow) -> StartCard:
    return next(card for card in planner.window.findChildren(StartCard) if card.property("action") == "open")


WAYS: dict[str, Callable[[PlannerWindow], object]] = {
    "fix": lambda planner: planner.menus["fix"].trigger(),
    "grid": lambda planner: opened_entry(planner.menus.grid, "15 min").trigger(),
    "room": lambda planner: opened_entry(filled(planner, "rooms"), planner.context.plan.rooms[-1].name).trigger(),
    "language": lambda planner: language_entry(planner).trigger(),
    "recent": lambda planner: opened_entry(
        filled(planner, "recent"), planner.context.window_settings.recent()[0].name
    ).trigger(),
    "forget-recent": lambda planner: opened_entry(filled(planner, "recent"), "&Clear this list").trigger(),
    "export-pdf": lambda planner: next(
        action for action in planner.menus.exports.actions() if action.objectName() == "export-pdf"
    ).trigger(),
    "add-day": lambda planner: next(
        button for button in tabs(planner).findChildren(QToolButton) if button.toolTip() == "Add a day"
    ).click(),
    "remove-day": lambda planner: tabs(planner).remove_requested.emit(planner.context.plan.days[-1].id),
    "open": lambda planner: planner.menus.run("open"),
}


def test_before_the_first_plan_every_entry_knows_whether_it_can_be_chosen(empty: PlannerWindow) -> None:
    assert not empty.files.has_plan
    context = empty.context
    chosen = {action.id for action in ACTIONS if action.enabled(context)}
    assert {"new", "open", "example", "keys"} <= chosen
    assert not chosen & {"save", "undo", "select-all", "quick-add", "release", "papers", "rooms", "to-next-day"}
    assert not any(BY_ID[view.command].enabled(context) for view in VIEWS)
    assert all(action.text(context) for action in ACTIONS if action.text)
    empty.build(context.theme)
    assert empty.window.view == "start"


@pytest.mark.parametrize("way", WAYS)
def test_what_is_being_typed_is_taken_over_before_a_command_and_the_command_is_logged(
    planner: PlannerWindow, asked: Asked, way: str
) -> None:
    asked.unsaved_answer = Choice.CANCEL
    planner.menus["add-day"].trigger()
    session = next(panel.id for panel in planner.context.plan.sessions if panel.kind == "panel")
    planner.context.view.select(session)
    field = planner.window.findChildren(TitleField)[-1]
    field.setFocus()
    field.selectAll()
    field.insertPlainText("Typed")
    assert planner.context.plan.session_by_id[session].title != "Typed"
    WAYS[way](planner)
    assert planner.context.plan.session_by_id[session].title == "Typed"
    assert planner.safety.log.report().splitlines()[-1].endswith(f"action {way}")
    QApplication.processEvents()


def test_a_card_of_the_start_page_runs_a_logged_command(empty: PlannerWindow, asked: Asked, plan_file: Path) -> None:
    asked.path = plan_file
    start_card(empty).click()
    assert empty.files.state.path == plan_file
    assert empty.safety.log.report().splitlines()[-1].endswith("action open")


def test_a_plan_opened_last_is_opened_from_the_start_page_as_a_logged_command(
    empty: PlannerWindow, plan_file: Path
) -> None:
    page = empty.window.findChild(StartPage)
    assert page is not None
    page.recent_chosen.emit(plan_file)
    assert empty.files.state.path == plan_file
    assert empty.safety.log.report().splitlines()[-1].endswith("action recent")


def test_a_press_asks_only_what_stands_on_buttons(planner: PlannerWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    refresh = Menus.refresh_entry

    def ask(menus: Menus, action: Action) -> None:
        asked.append(action.id)
        refresh(menus, action)

    QApplication.processEvents()
    monkeypatch.setattr(Menus, "refresh_entry", ask)
    first = planner.context.plan.sessions[0].id
    planner.context.view.select(first)
    assert len(asked) < len(ACTIONS) / 4
    assert {"undo", "flow", "day-view"} <= set(asked)


def test_a_key_works_in_the_very_turn_in_which_its_command_became_possible(planner: PlannerWindow) -> None:
    planner.context.view.select()
    planner.window.activateWindow()
    QApplication.processEvents()
    known = next(session for session in planner.context.plan.sessions if session.scheduled)
    fix = next(action for action in planner.window.findChildren(QAction) if action.objectName() == "fix")
    assert not fix.isEnabled()
    planner.context.view.select(known.id)
    assert not fix.isEnabled(), "nothing asked it yet"
    QTest.keySequence(QApplication.focusWidget() or planner.window, fix.shortcut())
    assert planner.context.plan.session_by_id[known.id].fixed is not known.fixed


def test_a_menu_that_opens_knows_what_is_possible(planner: PlannerWindow) -> None:
    planner.context.view.select()
    QApplication.processEvents()
    split = next(action for action in planner.window.findChildren(QAction) if action.objectName() == "split")
    assert not split.isEnabled()
    planner.context.view.select(planner.context.plan.sessions[0].id)
    planner.menus.session_menu.aboutToShow.emit()
    assert split.isEnabled()
