"""An answer goes into the cell that it was opened for, or nowhere, whatever happens to the table meanwhile."""

import random
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.model import Plan, Session
from planner.model.edits import change_session, move_session, remove_session
from planner.ui.list.columns import COLUMNS, PLACE, SEVERAL, CellEditing
from planner.ui.list.editors import ChoiceEditor, LineEditor
from planner.ui.list.view import ListView
from planner.ui.widgets.theme import DARK
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.harness import SIZE_HINTS
from tests.ui.sheet import MENUS, Sheet, small_day

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS, MENUS)

FIELDS: Final = {
    "day": {"day", "start"},
    "start": {"day", "start"},
    "end": {"start", "minutes"},
    "length": {"minutes"},
    "room": {"places"},
    "seating": {"places"},
    "status": {"contributions"},
}
"""What the answer to a column may change in its session, where it is not a field of the same name."""
WORDS: Final = ("Neu", "10:30", "45", "+15", "12", "Everyone", "", "x" * 301)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return Sheet(small_day(), qtbot)


def edit(sheet: Sheet, one: str, column: str) -> None:
    """Open the field of a cell as a double click does."""
    sheet.grid.setCurrentIndex(sheet.index(one, column))
    sheet.grid.edit(sheet.index(one, column))
    QApplication.processEvents()


@pytest.mark.parametrize("width", [40, 12, 90])
def test_a_choice_goes_into_its_own_column_however_narrow(sheet: Sheet, width: int) -> None:
    sheet.grid.setColumnWidth(PLACE["kind"], width)
    before = sheet.session("late")
    sheet.go("late", "title")
    sheet.grid.setCurrentIndex(sheet.index("late", "kind"))
    sheet.choose("Workshop")
    assert (sheet.session("late").kind, sheet.session("late").title) == ("workshop", before.title)


def test_a_line_goes_into_its_own_column_however_narrow(sheet: Sheet) -> None:
    sheet.grid.setColumnWidth(PLACE["start"], 10)
    before = sheet.session("tray")
    edit(sheet, "tray", "start")
    line = sheet.line()
    assert line is not None
    line.setText("noon")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "noon" in sheet.harness.view.hint
    assert sheet.session("tray") == before
    line.setText("9:30")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sheet.session("tray").start == 570


def scroll(sheet: Sheet) -> None:
    sheet.grid.resize(300, 90)
    sheet.grid.verticalScrollBar().setValue(sheet.grid.verticalScrollBar().maximum())
    sheet.grid.horizontalScrollBar().setValue(sheet.grid.horizontalScrollBar().maximum())


def hide(sheet: Sheet) -> None:
    sheet.grid.setColumnHidden(PLACE["title"], True)


def widen(sheet: Sheet) -> None:
    for column in range(PLACE["title"]):
        sheet.grid.setColumnWidth(column, 400)


def reorder(sheet: Sheet) -> None:
    sheet.grid.horizontalHeader().moveSection(PLACE["title"], 0)


def resort(sheet: Sheet) -> None:
    sheet.harness.workspace.apply(lambda plan: move_session(plan, "early", "mon", 1200), "Move")


def take_away(sheet: Sheet) -> None:
    sheet.harness.workspace.apply(lambda plan: remove_session(plan, "early"), "Delete")


def filter_(sheet: Sheet) -> None:
    field = sheet.view.filter.findChild(QLineEdit)
    assert field is not None
    field.setText("late")


DISTURB: Final = (scroll, hide, widen, reorder, resort, take_away, filter_)


@pytest.mark.parametrize("disturb", DISTURB)
def test_what_happens_to_the_table_does_not_lead_an_answer_astray(
    sheet: Sheet, disturb: Callable[[Sheet], None]
) -> None:
    edit(sheet, "late", "title")
    line = sheet.line()
    assert line is not None
    line.setText("Later")
    disturb(sheet)
    before = sheet.harness.plan
    QTest.keyClick(line, Qt.Key.Key_Return)
    expected = change_session(before, "late", title="Later")
    assert (sheet.harness.plan == expected) is True


def test_what_was_typed_for_a_row_that_goes_changes_nothing_and_is_told(sheet: Sheet) -> None:
    edit(sheet, "late", "title")
    line = sheet.line()
    assert line is not None
    line.setText("Later")
    sheet.harness.workspace.apply(lambda plan: remove_session(plan, "late"), "Delete")
    before = sheet.harness.plan
    QApplication.processEvents()
    sheet.view.finish()
    assert sheet.harness.plan is before
    assert "Later" in sheet.harness.view.hint
    sheet.harness.workspace.undo()
    edit(sheet, "late", "title")
    line = sheet.line()
    assert line is not None
    assert line.text() == "Later"  # it is offered again where it belongs


# A hand that knows no rules


class Driver:
    """Opens cells, types, chooses, disturbs and ends in any order; watches that nothing else changes."""

    def __init__(self, sheet: Sheet, seed: int) -> None:
        self.sheet, self.chance = sheet, random.Random(seed)
        self.cell: tuple[str, str] | None = None
        self.log: list[str] = []

    def run(self, steps: int) -> None:
        acts = (self.open, self.open, self.type, self.type, self.end, self.end, self.look, self.look, self.change)
        for _ in range(steps):
            act = self.chance.choice(acts)
            before = self.sheet.harness.plan
            expected = act()
            QApplication.processEvents()
            self.check(before, self.sheet.harness.plan, expected)
            if not self.fields():
                self.cell = None

    def fields(self) -> list[QWidget]:
        found = self.sheet.grid.viewport().findChildren(QWidget)
        return [field for field in found if isinstance(field, LineEditor | ChoiceEditor) and field.isVisible()]

    def open(self) -> Plan | None:
        if self.fields():
            return None
        ids = [one for one in self.sheet.view.model.ids if one]
        seen = [
            n
            for n, column in enumerate(COLUMNS)
            if column.way in {CellEditing.TYPE, CellEditing.TYPE_TIME, CellEditing.CHOOSE}
        ]
        seen = [n for n in seen if not self.sheet.grid.isColumnHidden(n)]
        if ids and seen:
            self.cell = self.chance.choice(ids), COLUMNS[self.chance.choice(seen)].id
            self.log.append(f"open {self.cell}")
            self.sheet.harness.view.select(self.cell[0])
            edit(self.sheet, *self.cell)
        return None

    def type(self) -> Plan | None:
        for field in self.fields():
            if isinstance(field, LineEditor):
                words = self.chance.choice(WORDS)
                self.log.append(f"type {words[:12]!r}")
                field.setText(words)
        return None

    def end(self) -> Plan | None:
        key = self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, None))
        self.log.append(f"end {key}")
        for field in self.fields():
            if isinstance(field, ChoiceEditor) and key is not Qt.Key.Key_Escape:
                places = [place for place in range(field.count()) if field.itemData(place) != SEVERAL]
                field.setCurrentIndex(self.chance.choice(places))  # as the arrows do; several rooms would be a dialog
                field.hidePopup()
                field.activated.emit(field.currentIndex())
            elif key is None:
                self.sheet.view.filter.setFocus()
                self.sheet.grid.setFocus()
            else:
                QTest.keyClick(field, key)
        return None

    def look(self) -> Plan | None:
        grid, chance = self.sheet.grid, self.chance
        match chance.randrange(7):
            case 0:
                column = PLACE[self.cell[1]] if self.cell else chance.randrange(len(COLUMNS))
                grid.setColumnWidth(column, chance.choice((8, 8, 40, 120, 600)))
            case 1:
                column = chance.randrange(len(COLUMNS))
                grid.setColumnHidden(column, not grid.isColumnHidden(column) and column != PLACE["title"])
            case 2:
                grid.horizontalHeader().moveSection(chance.randrange(len(COLUMNS)), chance.randrange(len(COLUMNS)))
            case 3:
                self.sheet.view.resize(chance.choice((260, 700, 1400)), chance.choice((120, 400, 700)))
            case 4:
                for bar in (grid.verticalScrollBar(), grid.horizontalScrollBar()):
                    bar.setValue(chance.randint(0, max(0, bar.maximum())))
            case 5:
                field = self.sheet.view.filter.findChild(QLineEdit)
                assert field is not None
                field.setText(chance.choice(("", "", "e", "late", "nothing fits")))
            case _:
                grid.setCurrentIndex(self.sheet.view.model.index(0, chance.randrange(len(COLUMNS))))
        self.log.append("look")
        return None

    def change(self) -> Plan | None:
        """Change the plan from elsewhere; return the plan as that alone makes it."""
        work, plan, chance = self.sheet.harness.workspace, self.sheet.harness.plan, self.chance
        ids = [session.id for session in plan.sessions]
        match chance.randrange(4):
            case 0:
                work.undo()
                self.log.append("undo")
            case 1:
                work.redo()
                self.log.append("redo")
            case 2 if len(ids) > 2:
                one = chance.choice(ids)
                self.log.append(f"remove {one}")
                work.apply(lambda plan: remove_session(plan, one), "Delete")
            case _:
                one, start = chance.choice(ids), chance.randrange(600, 1300, 15)
                self.log.append(f"move {one} {start}")
                work.apply(lambda plan: move_session(plan, one, chance.choice(("mon", "tue")), start), "Move")
        return self.sheet.harness.plan

    def check(self, before: Plan, after: Plan, expected: Plan | None) -> None:
        if after is before or after is expected:
            return
        one, column = self.cell or ("", "")
        told = "\n".join([*self.log[-12:], f"cell {self.cell}"])
        changed = {name for name in Plan.model_fields if getattr(before, name) != getattr(after, name)}
        assert changed == {"sessions"}, told
        for old, new in zip(before.sessions, after.sessions, strict=True):
            wrong = {name for name in Session.model_fields if getattr(old, name) != getattr(new, name)}
            assert wrong <= (FIELDS.get(column, {column}) if old.id == one else set()), told


@pytest.fixture
def driven(sheet: Sheet) -> Iterator[Sheet]:
    sheet.harness.view.set_flow(False)
    yield sheet
    sheet.grid.setFocus()


@pytest.mark.parametrize("seed", range(12))
def test_a_hand_that_knows_no_rules_answers_only_the_cell_it_opened(driven: Sheet, seed: int) -> None:
    Driver(driven, seed).run(120)


@pytest.mark.parametrize("disturb", ["theme", "language", "undo", "save"])
def test_a_window_that_is_made_anew_takes_the_answer_into_its_cell(planner: PlannerWindow, disturb: str) -> None:
    window, before = planner.window, planner.context.workspace.plan
    one, other = before.sessions[2].id, before.sessions[3].id
    planner.context.workspace.apply(lambda plan: change_session(plan, other, title="Before"), "Change")
    window.show_view("list")
    view = window.findChildren(ListView)[-1]
    view.table.setColumnWidth(PLACE["title"], 10)
    index = view.model.index(view.model.ids.index(one), PLACE["title"])
    view.table.setCurrentIndex(index)
    view.table.edit(index)
    line = view.table.viewport().findChildren(LineEditor)[-1]
    line.setText("Another title")
    match disturb:
        case "theme":
            planner.build(DARK)
        case "language":
            planner.set_language("de")
        case _:
            planner.menus[disturb].trigger()
    QApplication.processEvents()
    after = planner.context.workspace.plan
    expected = change_session(before, other, title="Before")
    if disturb != "undo":  # which takes back what was typed last
        expected = change_session(expected, one, title="Another title")
    assert (after == expected) is True
