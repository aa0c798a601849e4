"""What a screen reader finds in the list, and that the keyboard alone changes the plan there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.model.edits import remove_session
from planner.ui.list.columns import COLUMNS, PLACE
from tests.ui.harness import SIZE_HINTS
from tests.ui.sheet import MENUS, Sheet, focused, small_day

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS, MENUS)
_NAME = QAccessible.Text.Name
_ROLE = QAccessible.Role


@pytest.fixture
def sheet(qtbot: QtBot) -> Iterator[Sheet]:
    QAccessible.setActive(True)
    yield Sheet(small_day(), qtbot)
    QAccessible.setActive(False)


class Reader:
    """Reads a table as a screen reader does: by its interface only."""

    def __init__(self, sheet: Sheet) -> None:
        self.table: QAccessibleInterface = QAccessible.queryAccessibleInterface(sheet.grid)
        self._width = len(COLUMNS) + 1

    def cell(self, row: int, column: str) -> QAccessibleInterface:
        return self.table.child((row + 1) * self._width + PLACE[column] + 1)

    def says(self, row: int, column: str) -> str:
        return self.cell(row, column).text(_NAME)

    def row(self, row: int) -> QAccessibleInterface:
        return self.table.child((row + 1) * self._width)


def test_a_reader_finds_the_table_its_rows_columns_and_cells(sheet: Sheet) -> None:
    reader = Reader(sheet)
    assert reader.table.role() == _ROLE.Table
    assert reader.table.text(_NAME) == "List of all sessions, 6 sessions"
    assert "Enter" in reader.table.text(QAccessible.Text.Description)
    assert reader.table.childCount() == (len(COLUMNS) + 1) * (6 + 1 + 1)
    headers = [reader.table.child(place + 1) for place in range(len(COLUMNS))]
    assert [header.text(_NAME) for header in headers] == [column.title for column in COLUMNS]
    assert {header.role() for header in headers} == {_ROLE.ColumnHeader}
    assert reader.row(1).role() == _ROLE.RowHeader
    names = [reader.row(row).text(_NAME) for row in (1, 5, 6)]
    assert names == [
        "11:00 Late",
        "Film, unscheduled",
        "New session",
    ]
    assert reader.cell(1, "start").role() == _ROLE.Cell


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (1, "start", "Start: 11:00"),
        (1, "day", "Day: Monday, 1 March"),
        (1, "fixed", "Fixed: no"),
        (1, "seating", "Seating: empty"),
        (5, "day", "Day: Unscheduled"),
        (6, "start", "Start of a new session"),
    ],
)
def test_each_cell_says_its_column_and_its_value(sheet: Sheet, row: int, column: str, words: str) -> None:
    assert Reader(sheet).says(row, column) == words


def test_a_problem_is_said_in_whole_with_its_severity(sheet: Sheet) -> None:
    said = Reader(sheet).says(5, "check")
    assert said.startswith("Check: ")
    assert any(word in said for word in ("Error: ", "Warning: ", "Hint: "))
    assert "Film" in said


def test_a_cell_is_described_by_its_session(sheet: Sheet) -> None:
    assert Reader(sheet).cell(1, "length").text(QAccessible.Text.Description) == "11:00 Late"


def test_the_keyboard_alone_changes_the_plan_and_the_reader_hears_it(sheet: Sheet) -> None:
    reader = Reader(sheet)
    sheet.harness.view.select("late")
    for _ in range(PLACE["title"] - PLACE["length"]):
        sheet.key(Qt.Key.Key_Left)
    assert reader.cell(1, "length").state().focused
    sheet.key(Qt.Key.Key_Return)
    line = focused()
    assert line is not None
    assert QAccessible.queryAccessibleInterface(line).text(_NAME) == "Length, 11:00 Late"
    QTest.keyClicks(line, "1h30")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sheet.session("late").minutes == 90
    assert reader.says(1, "length") == "Length: 90 min"
    assert reader.says(1, "end") == "End: 12:30"
    assert focused() is sheet.grid


def test_a_list_of_choices_says_of_what(sheet: Sheet) -> None:
    sheet.go("late", "kind")
    box = sheet.unfold()
    assert QAccessible.queryAccessibleInterface(box.view()).text(_NAME) == "Kind, 11:00 Late"
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    sheet.qtbot.waitUntil(sheet.grid.hasFocus)


def test_what_is_fixed_is_checked_for_the_reader(sheet: Sheet) -> None:
    sheet.go("late", "fixed")
    sheet.key(Qt.Key.Key_Space)
    reader = Reader(sheet)
    assert reader.says(1, "fixed") == "Fixed: yes"
    assert reader.cell(1, "fixed").state().checked


def test_what_the_status_line_says_is_said_once_and_a_refusal_each_time(
    sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "planner.ui.list.view.QAccessible.updateAccessibility",
        lambda event: said.append(event.message()) if isinstance(event, QAccessibleAnnouncementEvent) else None,
    )
    sheet.type("late", "start", "25:99")
    field = focused()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said == ["“25:99” is not a time. Write it like 9:30."] * 2
    QTest.keyClick(field, Qt.Key.Key_Escape)
    said.clear()
    sheet.type("", "title", "Market")
    assert said == ["Market: Title Market"]
    assert sheet.harness.view.hint == said[-1]


def test_commands_are_about_the_row_with_the_keyboard_when_what_was_selected_is_gone(sheet: Sheet) -> None:
    sheet.go("late", "title")
    sheet.harness.workspace.apply(lambda plan: remove_session(plan, "late"), "Delete")
    sheet.harness.view.say("Late deleted")
    here = sheet.view.model.ids[sheet.grid.currentIndex().row()]
    sheet.qtbot.waitUntil(lambda: sheet.harness.view.selection == (here,))
    assert sheet.harness.view.hint == "Late deleted"


def test_control_home_and_end_select_the_first_and_the_last_row_in_the_same_column(sheet: Sheet) -> None:
    sheet.go("late", "start")
    sheet.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert sheet.harness.view.selection == ("early",)
    assert sheet.grid.currentIndex().column() == PLACE["start"]
    sheet.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert sheet.view.model.ids[sheet.grid.currentIndex().row()] == ""
    assert sheet.harness.view.selection == ()


def test_what_is_not_yet_there_cannot_be_fixed_and_that_is_said(sheet: Sheet) -> None:
    sheet.go("", "fixed")
    sheet.key(Qt.Key.Key_Space)
    assert sheet.harness.view.hint == "Give the new session a title or a time first."
    assert sheet.harness.steps == []


@pytest.mark.parametrize("column", ["check", "free", "people"])
def test_of_what_is_not_yet_there_no_details_are_asked_for_and_that_is_said(sheet: Sheet, column: str) -> None:
    asked: list[str] = []
    sheet.view.edit_requested.connect(asked.append)
    sheet.go("", column)
    sheet.key(Qt.Key.Key_Return)
    assert asked == []
    assert sheet.harness.view.hint == "Give the new session a title or a time first."
