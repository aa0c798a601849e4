"""The list of all sessions: in order of time, with the selection that board and inspector have."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from planner.model.edits import add_session, change_session, move_session, remove_session
from planner.ui.list.columns import COLUMNS, PLACE
from planner.ui.services.window_settings import WindowSettings
from tests.big import big_plan
from tests.model.small import at
from tests.ui.harness import SIZE_HINTS, Harness
from tests.ui.sheet import MENUS, Sheet, focused, small_day

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS, MENUS)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return Sheet(small_day(), qtbot)


def test_sessions_stand_in_order_of_time_the_tray_last(sheet: Sheet) -> None:
    assert sheet.column("title") == ["Early", "Late", "Forum 1", "Forum 2", "Next day", "Film"]
    assert sheet.column("start") == ["09:00", "11:00", "13:00", "13:00", "09:00", ""]
    assert sheet.column("end") == ["10:00", "12:00", "14:00", "14:00", "10:00", ""]
    assert sheet.column("length") == ["60 min"] * 5 + ["20 min"]
    assert sheet.column("people") == ["", "Ann Example", "", "", "", ""]
    assert sheet.column("attendance") == ["10", "Everyone", "Forums", "Forums", "Everyone", "Everyone"]
    assert sheet.column("day") == ["Mon, 1 Mar", "", "", "", "Tue, 2 Mar", "no time"]


def test_a_row_selects_its_session_and_shows_its_day(sheet: Sheet) -> None:
    sheet.go("next", "title")
    assert (sheet.harness.view.selection, sheet.harness.view.day) == (("next",), "tue")
    sheet.key(Qt.Key.Key_Up)
    assert (sheet.harness.view.selection, sheet.harness.view.day) == (("f2",), "mon")


def test_several_rows_are_selected_and_kept_when_the_plan_changes(sheet: Sheet) -> None:
    sheet.go("early", "title")
    sheet.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert set(sheet.harness.view.selection) == {"early", "late"}
    sheet.harness.workspace.apply(lambda plan: move_session(plan, "late", "mon", 480), "Move")
    assert sheet.column("title")[:2] == ["Late", "Early"]
    assert set(sheet.harness.view.selection) == {"early", "late"}
    assert sheet.selected() == [0, 1]


def test_a_selection_elsewhere_is_shown_here(sheet: Sheet) -> None:
    sheet.harness.view.select("tray", "early")
    assert sheet.selected() == [0, 5]
    assert sheet.harness.view.selection == ("tray", "early")
    sheet.harness.view.select()
    assert sheet.selected() == []


def test_what_comes_goes_and_comes_back_is_shown_with_the_selection(sheet: Sheet) -> None:
    sheet.harness.view.select("late")
    sheet.harness.workspace.apply(lambda plan: remove_session(plan, "early"), "Delete")
    assert sheet.column("title") == ["Late", "Forum 1", "Forum 2", "Next day", "Film"]
    assert sheet.harness.view.selection == ("late",)
    sheet.harness.workspace.apply(lambda plan: add_session(plan, at("new", 800, title="New")), "Add")
    assert sheet.column("title")[:2] == ["New", "Late"]
    sheet.harness.workspace.undo()
    sheet.harness.workspace.undo()
    assert sheet.column("title")[:2] == ["Early", "Late"]
    assert sheet.selected() == [1]


def test_another_plan_is_shown_whole(sheet: Sheet) -> None:
    sheet.harness.workspace.apply(lambda _: big_plan(200), "Other")
    assert len(sheet.column("title")) == 200
    sheet.harness.workspace.undo()
    assert len(sheet.column("title")) == 6


def test_many_rows_stay_selected_when_one_moves(sheet: Sheet) -> None:
    sheet.harness.workspace.apply(lambda _: big_plan(200), "Other")
    sheet.grid.selectAll()
    assert len(sheet.harness.view.selection) == 200
    first, *rest = (one for one in sheet.view.model.ids if one)
    sheet.harness.workspace.apply(lambda plan: move_session(plan, first, "d0", 1000), "Move")
    assert sheet.view.model.ids[0] == rest[0]
    assert sheet.selected() == list(range(200))
    sheet.harness.view.select(first, *rest[10:14], rest[30])
    assert [sheet.view.model.ids[row] for row in sheet.selected()] == [
        one for one in sheet.view.model.ids if one in sheet.harness.view.selection
    ]


def test_a_change_is_shown_and_columns_keep_their_widths(sheet: Sheet) -> None:
    sheet.grid.setColumnWidth(PLACE["title"], 123)
    sheet.harness.workspace.apply(lambda plan: change_session(plan, "late", title="A very much longer title"), "Change")
    assert sheet.cell("late", "title") == "A very much longer title"
    assert sheet.grid.columnWidth(PLACE["title"]) == 123
    sheet.harness.workspace.undo()
    assert sheet.cell("late", "title") == "Late"


def test_what_is_wrong_stands_beside_the_session_and_in_whole_in_its_tip(sheet: Sheet) -> None:
    assert sheet.cell("tray", "check")[:2] in {"× ", "! ", "i "}
    tip = sheet.cell("tray", "check", Qt.ItemDataRole.ToolTipRole)
    assert "Film" in tip
    assert tip in sheet.cell("tray", "check", Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("title", ["Film", "Kooperationswerkstatt " * 12])
def test_title_room_and_check_are_in_view_beside_both_sides(qtbot: QtBot, title: str) -> None:
    sheet = Sheet(Harness(at("a", 900, title=title)), qtbot, width=840)
    check, grid = PLACE["check"], sheet.grid
    assert grid.columnViewportPosition(check) + grid.columnWidth(check) <= grid.viewport().width()
    sheet.view.resize(1200, 700)
    assert grid.columnWidth(PLACE["title"]) > 250


def test_columns_are_hidden_by_their_menu_and_remembered_with_their_widths(
    qtbot: QtBot, window_settings: WindowSettings
) -> None:
    sheet = Sheet(small_day(), qtbot, window_settings=window_settings)
    sheet.grid.setColumnWidth(PLACE["room"], 177)
    sheet.view.columns.ask()
    menu = sheet.grid.findChild(QMenu)
    assert menu is not None
    for _ in range(PLACE["kind"]):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert sheet.grid.isColumnHidden(PLACE["kind"])
    again = Sheet(small_day(), qtbot, window_settings=window_settings)
    assert again.grid.isColumnHidden(PLACE["kind"])
    assert not again.grid.isColumnHidden(PLACE["start"])
    assert again.grid.columnWidth(PLACE["room"]) == 177


def test_columns_of_the_last_time_are_there_again(qtbot: QtBot, window_settings: WindowSettings) -> None:
    window_settings.keep_word("list hidden", "kind title nonsense")
    window_settings.keep_word("list columns", " ".join(PLACE))
    window_settings.keep_word("list widths", "room:177 what:4 title:x day:99999 ::")
    sheet = Sheet(small_day(), qtbot, window_settings=window_settings)
    hidden = [column.id for place, column in enumerate(COLUMNS) if sheet.grid.isColumnHidden(place)]
    assert hidden == ["kind"]
    assert sheet.grid.columnWidth(PLACE["room"]) == 177


def test_a_column_that_came_since_the_last_time_stays_hidden_until_it_is_chosen(
    qtbot: QtBot, window_settings: WindowSettings
) -> None:
    window_settings.keep_word("list hidden", "kind audience language")
    sheet = Sheet(small_day(), qtbot, window_settings=window_settings)
    assert all(sheet.grid.isColumnHidden(PLACE[name]) for name in ("kind", "audience", "needs", "note"))
    assert not sheet.grid.isColumnHidden(PLACE["subtitle"])


def test_tab_walks_through_all_cells_and_leaves_at_the_end(sheet: Sheet) -> None:
    sheet.go("tray", "day")
    seen: list[tuple[int, int]] = []
    for _ in range(200):
        here = sheet.grid.currentIndex()
        seen.append((here.row(), here.column()))
        sheet.key(Qt.Key.Key_Tab)
        if focused() is not sheet.grid:
            break
    rows = len(sheet.view.model.ids)
    shown = [place for place, column in enumerate(COLUMNS) if column.shown]
    assert seen == [(row, place) for row in (rows - 2, rows - 1) for place in shown]
    assert focused() is not sheet.grid


def test_ctrl_tab_leaves_the_table_at_once(sheet: Sheet) -> None:
    sheet.go("early", "title")
    sheet.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert focused() is not sheet.grid
