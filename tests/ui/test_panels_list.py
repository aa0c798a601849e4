"""The list of all sessions: in order of time, with the selection that board and inspector have."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from planner.model import Contribution, Status
from planner.model.edits import change_session, move_session
from planner.ui.list_view import COLUMNS, ListView
from tests.model.small import SOME, at
from tests.ui.table import SIZE_HINTS, Table

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def table() -> Table:
    ann = Contribution(id="c", person="ann", status=Status.CONFIRMED)
    return Table(
        at("tray", None, 20, title="Film"),
        at("late", 1100, 60, "hall", title="Late", contributions=(ann,)),
        at("early", 900, 60, "blue", title="Early", who=SOME),
        at("next", 900, 60, day="tue", title="Next day"),
    )


@pytest.fixture
def listing(table: Table, qtbot: QtBot) -> ListView:
    made = ListView(table.context)
    qtbot.addWidget(made)
    return table.put(made, made.render, width=1000)


def grid(listing: ListView) -> QTableWidget:
    return listing.findChildren(QTableWidget)[0]


def column(listing: ListView, name: str) -> list[str]:
    place = COLUMNS.index(name)
    found = [grid(listing).item(row, place) for row in range(grid(listing).rowCount())]
    return [item.text() if item else "?" for item in found]


def selected(listing: ListView) -> list[int]:
    return sorted(index.row() for index in grid(listing).selectionModel().selectedRows())


def test_sessions_stand_in_order_of_time_the_tray_last(listing: ListView) -> None:
    assert column(listing, "Title") == ["Early", "Late", "Next day", "Film"]
    assert column(listing, "Start") == ["09:00", "11:00", "09:00", ""]
    assert column(listing, "End") == ["10:00", "12:00", "10:00", ""]
    assert column(listing, "Length") == ["60 min", "60 min", "60 min", "20 min"]
    assert column(listing, "Contributors") == ["", "Ann Example", "", ""]
    assert column(listing, "Day") == ["Mon, 1 Mar", "", "Tue, 2 Mar", "Not yet scheduled"]
    told = grid(listing).item(1, 0)
    assert told is not None
    assert told.data(Qt.ItemDataRole.AccessibleTextRole) == "Monday, 1 March"


def test_a_row_selects_its_session_and_shows_its_day(listing: ListView, table: Table) -> None:
    cells = grid(listing)
    item = cells.item(2, 5)
    assert item is not None
    QTest.mouseClick(cells.viewport(), Qt.MouseButton.LeftButton, pos=cells.visualItemRect(item).center())
    assert (table.view.selection, table.view.day) == (("next",), "tue")
    QTest.keyClick(cells, Qt.Key.Key_Up)
    assert (table.view.selection, table.view.day) == (("late",), "mon")


def test_several_rows_are_selected_and_kept_when_the_plan_changes(listing: ListView, table: Table) -> None:
    cells = grid(listing)
    first = cells.item(0, 5)
    assert first is not None
    QTest.mouseClick(cells.viewport(), Qt.MouseButton.LeftButton, pos=cells.visualItemRect(first).center())
    QTest.keyClick(cells, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert set(table.view.selection) == {"early", "late"}
    table.workspace.apply(lambda plan: move_session(plan, "early", "mon", 840), "Move")
    assert column(listing, "Title")[:2] == ["Late", "Early"]
    assert set(table.view.selection) == {"early", "late"}
    assert selected(listing) == [0, 1]


def test_a_selection_elsewhere_is_shown_here(listing: ListView, table: Table) -> None:
    table.view.select("tray", "early")
    assert selected(listing) == [0, 3]
    assert table.view.selection == ("tray", "early")
    table.view.select()
    assert selected(listing) == []


def test_enter_asks_for_the_session_to_be_edited(listing: ListView, table: Table) -> None:
    asked: list[str] = []
    listing.edit_requested.connect(asked.append)
    table.view.select("late")
    QTest.keyClick(grid(listing), Qt.Key.Key_Return)
    assert asked == ["late"]


def test_a_change_is_shown_and_columns_keep_their_widths(listing: ListView, table: Table) -> None:
    grid(listing).setColumnWidth(5, 123)
    table.workspace.apply(lambda plan: change_session(plan, "late", title="A very much longer title"), "Change")
    assert column(listing, "Title")[1] == "A very much longer title"
    assert grid(listing).columnWidth(5) == 123
    table.workspace.undo()
    assert column(listing, "Title")[1] == "Late"


def test_what_is_wrong_stands_beside_the_session(listing: ListView, table: Table) -> None:
    assert column(listing, "Check")[3]
    check = grid(listing).item(3, COLUMNS.index("Check"))
    assert check is not None
    assert "Film" in check.toolTip() == check.data(Qt.ItemDataRole.AccessibleTextRole)
    table.workspace.apply(lambda plan: move_session(plan, "tray", "mon", 840), "Move")
    assert column(listing, "Title")[-1] != "Film"


def test_no_column_is_so_wide_that_the_check_is_out_of_sight(qtbot: QtBot) -> None:
    table = Table(at("a", 900, title="Kooperationswerkstatt " * 12))
    made = ListView(table.context)
    qtbot.addWidget(made)
    table.put(made, made.render, width=1000)
    assert grid(made).columnWidth(5) <= 330


def test_title_room_and_check_are_in_view_beside_both_sides(qtbot: QtBot, table: Table) -> None:
    made = ListView(table.context)
    qtbot.addWidget(made)
    table.put(made, made.render, width=840)
    cells = grid(made)
    check = COLUMNS.index("Check")
    assert cells.columnViewportPosition(check) + cells.columnWidth(check) <= cells.viewport().width()
    assert COLUMNS.index("Room") < COLUMNS.index("Contributors")
    made.resize(1200, 700)
    assert cells.columnWidth(COLUMNS.index("Title")) > 250
