"""What opens from a cell of the list, and how the list stands in the window: commands and keys."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from planner.model.edits import change_session
from planner.ui.inspector.contribution_dialog import ContributionDialog
from planner.ui.list.cell_dialogs import SessionPeopleDialog, SessionRoomsDialog
from planner.ui.list.columns import PLACE
from planner.ui.list.editors import ChoiceEditor
from planner.ui.list.view import ListView
from planner.ui.widgets.link_button import LinkButton
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.harness import SIZE_HINTS, click
from tests.ui.sheet import MENUS, Sheet, focused, small_day

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS, MENUS)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return Sheet(small_day(), qtbot)


def in_dialog(kind: type[Any], work: Callable[[Any], object]) -> None:
    """Do something in the dialog of a kind, once it is open."""

    def look() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, kind):
            work(found)
        else:
            QTimer.singleShot(0, look)

    QTimer.singleShot(0, look)


def test_several_rooms_are_ticked_as_one_step(sheet: Sheet) -> None:
    def tick(dialog: QDialog) -> None:
        rooms = dialog.findChildren(QListWidget)[0]
        assert rooms.accessibleName() == "Rooms"
        QTest.keyClick(rooms, Qt.Key.Key_Down)
        QTest.keyClick(rooms, Qt.Key.Key_Space)
        QTest.keyClick(rooms, Qt.Key.Key_Return)

    sheet.go("late", "room")
    in_dialog(SessionRoomsDialog, tick)
    sheet.choose("Several")
    sheet.qtbot.waitUntil(lambda: bool(sheet.harness.steps))
    assert {place.room for place in sheet.session("late").places} == {"hall", "blue"}
    assert len(sheet.harness.steps) == 1
    assert sheet.cell("late", "room") == "Hall, Blue"


def test_who_contributes_is_added_in_the_dialog_that_the_cell_opens(sheet: Sheet) -> None:
    def name(dialog: ContributionDialog) -> None:
        dialog.accept()

    def add(dialog: SessionPeopleDialog) -> None:
        in_dialog(ContributionDialog, name)
        click(dialog.findChildren(LinkButton)[0])
        dialog.reject()

    sheet.go("early", "people")
    in_dialog(SessionPeopleDialog, add)
    sheet.key(Qt.Key.Key_Return)
    assert len(sheet.session("early").contributions) == 1
    assert sheet.cell("early", "people") == "N. N."
    assert sheet.harness.steps == ["Add somebody to Early"]


def test_enter_where_nothing_can_be_typed_asks_for_the_details(sheet: Sheet) -> None:
    asked: list[str] = []
    sheet.view.edit_requested.connect(asked.append)
    sheet.go("late", "check")
    sheet.key(Qt.Key.Key_Return)
    assert asked == ["late"]


def listing(planner: PlannerWindow) -> ListView:
    planner.window.show_view("list")
    found = planner.window.findChild(ListView)
    assert found is not None
    return found


def test_letters_typed_into_a_title_are_no_commands_and_others_are(planner: PlannerWindow) -> None:
    view = listing(planner)
    one = next(session for session in planner.context.workspace.plan.sessions if session.kind == "panel").id
    planner.context.view.select(one)
    QApplication.processEvents()
    assert view.table.currentIndex().column() == PLACE["title"]
    sessions = len(planner.context.workspace.plan.sessions)
    for letter in (Qt.Key.Key_S, Qt.Key.Key_L):
        QTest.keyClick(view.table.window().windowHandle(), letter)
    QTest.keyClick(view.table.window().windowHandle(), Qt.Key.Key_Return)
    plan = planner.context.workspace.plan
    assert (len(plan.sessions), plan.session_by_id[one].title) == (sessions, "sl")
    assert not plan.session_by_id[one].fixed
    for _ in range(PLACE["title"] - PLACE["start"]):
        QTest.keyClick(view.table.window().windowHandle(), Qt.Key.Key_Left)
    QTest.keyClick(view.table.window().windowHandle(), Qt.Key.Key_L)
    assert planner.context.workspace.plan.session_by_id[one].fixed
    QTest.keyClick(view.table.window().windowHandle(), Qt.Key.Key_Delete)
    assert not planner.context.workspace.plan.session_by_id[one].scheduled


def test_letters_that_look_for_a_choice_are_no_commands(planner: PlannerWindow, qtbot: QtBot) -> None:
    view, before, flow = listing(planner), planner.context.workspace.plan, planner.context.view.flow
    planner.context.view.select(next(session for session in before.sessions if session.kind == "panel").id)
    index = view.table.currentIndex()
    view.table.setCurrentIndex(index.siblingAtColumn(PLACE["room"]))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    box = view.table.viewport().findChild(ChoiceEditor)
    assert box is not None
    qtbot.waitUntil(lambda: box.view().isVisible())
    for letter in "rlsm":
        QTest.keyClicks(box.view(), letter)
    QTest.keyClick(box.view(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert planner.context.workspace.plan is before
    assert planner.context.view.flow == flow
    assert len(planner.context.view.selection) == 1
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    qtbot.waitUntil(view.table.hasFocus)


def test_f2_types_into_the_cell_and_not_into_the_inspector(planner: PlannerWindow) -> None:
    view = listing(planner)
    planner.context.view.select(next(iter(view.model.ids)))
    QTest.keyClick(view.table.window().windowHandle(), Qt.Key.Key_F2)
    field = focused()
    assert field is not None
    assert view.table.viewport().isAncestorOf(field)


def test_keys_of_the_board_move_sessions_in_the_list_too(planner: PlannerWindow) -> None:
    view = listing(planner)
    one = next(session for session in planner.context.workspace.plan.sessions if session.kind == "panel")
    planner.context.view.select(one.id)
    window, alt = view.table.window().windowHandle(), Qt.KeyboardModifier.AltModifier
    for key, held in ((Qt.Key.Key_Down, alt), (Qt.Key.Key_Down, alt | Qt.KeyboardModifier.ShiftModifier)):
        QTest.keyClick(window, key, held)
    plan = planner.context.workspace.plan
    moved = plan.session_by_id[one.id]
    assert (moved.start, moved.minutes) == (
        (one.start or 0) + plan.settings.grid,
        one.minutes + plan.settings.grid,
    )
    assert view.table.hasFocus()
    assert planner.context.view.selection == (one.id,)
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(planner.context.workspace.plan.sessions) == len(plan.sessions) + 1


def test_a_command_comes_after_what_is_typed(planner: PlannerWindow) -> None:
    view = listing(planner)
    one = next(iter(view.model.ids))
    planner.context.view.select(one)
    QTest.keyClick(view.table.window().windowHandle(), Qt.Key.Key_F2)
    field = focused()
    assert field is not None
    QTest.keyClicks(field, "Typed")
    planner.menus["save"].trigger()
    assert planner.context.workspace.plan.session_by_id[one].title == "Typed"


def test_the_filter_and_the_columns_have_commands(planner: PlannerWindow) -> None:
    planner.menus["filter-list"].trigger()
    view = listing(planner)
    planner.menus["filter-list"].trigger()
    field = focused()
    assert field is not None
    assert field.accessibleName() == "Filter the list"
    planner.menus["columns"].trigger()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert menu.parent() is view.table
    menu.close()


def test_the_menu_of_sessions_opens_here_too(planner: PlannerWindow) -> None:
    view = listing(planner)
    view.table.menu_requested.emit(view.table.mapToGlobal(view.table.rect().center()))
    assert planner.menus.session_menu.isVisible()
    planner.menus.session_menu.close()


def test_a_box_that_goes_with_its_window_hears_of_no_change_any_more(sheet: Sheet) -> None:
    around = QWidget()
    SessionPeopleDialog(sheet.harness.context, "early", around)
    around.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert sheet.harness.workspace.apply(lambda plan: change_session(plan, "early", title="Other"), "Change")
