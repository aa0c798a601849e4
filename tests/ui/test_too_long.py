"""Every field of text keeps what is too long, says by how much, and takes it once it is short enough."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.model import Contribution, Item, new_id
from planner.model.pattern import Pattern, PatternSession
from planner.model.venue import Logo
from planner.text import language
from planner.ui.dialogs.accept_note import AcceptDialog
from planner.ui.dialogs.must_end import MustEndDialog
from planner.ui.dialogs.new_plan import NewPlanDialog
from planner.ui.dialogs.next_year import NextYearDialog
from planner.ui.dialogs.pattern import SavePatternDialog
from planner.ui.dialogs.plan_settings import PlanSettingsDialog
from planner.ui.dialogs.programme import ProgrammeDialog
from planner.ui.dialogs.programme_table import TITLE
from planner.ui.dialogs.release import ReleaseDialog
from planner.ui.dialogs.replace import ReplaceDialog
from planner.ui.dialogs.rooms import RoomsDialog
from planner.ui.inspector.contribution_dialog import ContributionDialog
from planner.ui.inspector.inspector import Inspector
from planner.ui.quick_add.line import QuickLine
from planner.ui.services.clipboard import PastedContent
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.limit import LimitNotice, TextInput, field_text
from tests.model.small import at
from tests.ui.sheet import MENUS, Sheet, small_day
from tests.ui.table import SIZE_HINTS, Table

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS, MENUS)

LINE: Final = 300
TEXT: Final = 20_000
NO_TEXT: Final = {
    *("Start", "Length", "End", "Number of people", "At least", "At most"),  # read as times and numbers
    *("Asked on", "Answer by", "Find", "Replace with", "What came", "Rooms", "Filter"),  # read or looked for
}
"""What is typed into and is no text of the plan; whatever cannot be read is told there."""


def put(field: TextInput, text: str) -> None:
    """Paste over all that stands in a field."""
    QApplication.clipboard().setText(text)
    field.setFocus()
    field.selectAll()
    field.paste()


def open_table() -> Table:
    person = Contribution(id="c", label="Somebody")
    a = at("a", 900, 60, "hall", title="One", items=(Item(id="i", title="Part"),), contributions=(person,))
    logo = Logo(id="logo", name="City")
    table = Table(a, at("b", 1100, 60, "blue", title="Two"), at("c2", 1300, 60, title="Three"), logos=(logo,))
    table.view.select("a")
    table.view.show_day("mon")
    return table


# Fields that commit when they are left


def inspector(table: Table, qtbot: QtBot) -> Inspector:
    made = Inspector(table.context)
    qtbot.addWidget(made)
    table.put(made, made.show_state, width=320, height=2400)
    made.findChildren(QToolButton)[0].click()
    return made


SINGLE: Final = {
    "Title": LINE,
    "Subtitle": LINE,
    "Guiding question": LINE,
    "Description": TEXT,
    "Language": LINE,
    "Link": LINE,
    "Item; empty removes it": LINE,
    "Needs, with commas between": LINE,
    "Responsible": LINE,
    "Technology": LINE,
    "Material": LINE,
    "Internal note": TEXT,
}
SHARED: Final = {"Language": LINE, "Responsible": LINE, "Technology": LINE, "Material": LINE}


def fields_of(widget: QWidget) -> list[TextInput]:
    """Return all that a person can type text into."""
    found: list[TextInput] = [*widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)]
    return [field for field in found if not field.isReadOnly() and not _of_number(field)]


def _of_number(field: QWidget) -> bool:
    return isinstance(field.parentWidget(), QAbstractSpinBox)


def named(widget: QWidget, name: str) -> TextInput:
    found = [field for field in fields_of(widget) if field.accessibleName() == name and field.isVisible()]
    assert len(found) == 1, [field.accessibleName() for field in fields_of(widget)]
    return found[0]


def limit_of(widget: QWidget, field: TextInput) -> LimitNotice:
    return next(limit for limit in widget.findChildren(LimitNotice) if limit.field is field)


def leave(field: QWidget) -> None:
    field.clearFocus()
    QApplication.processEvents()


@pytest.mark.parametrize(("name", "most"), SINGLE.items())
def test_the_inspector_keeps_what_is_too_long(qtbot: QtBot, name: str, most: int) -> None:
    table = open_table()
    made, before = inspector(table, qtbot), table.plan
    field = named(made, name)
    long = "x" * (most + 12)
    put(field, long)
    limit = limit_of(made, field)
    assert limit.isVisible()
    assert limit.text().startswith(f"12 characters too many: at most {most}")
    leave(field)
    assert (table.plan, field_text(field), table.steps) == (before, long, [])
    assert "12 characters" in table.view.hint
    table.view.select("b")  # it waits where it was typed
    assert field_text(named(made, name) if name[:4] != "Item" else field) != long or name[:4] == "Item"
    table.view.select("a")
    field = named(made, name)
    assert field_text(field) == long
    put(field, "y" * most)
    assert not limit_of(made, field).isVisible()
    leave(field)
    assert "y" * most in table.plan.model_dump_json()
    assert (len(table.steps), table.view.kept) == (1, {})


@pytest.mark.parametrize(("name", "most"), SHARED.items())
def test_what_is_typed_for_several_is_kept_for_them(qtbot: QtBot, name: str, most: int) -> None:
    table = open_table()
    table.view.select("a", "b")
    made, before = inspector(table, qtbot), table.plan
    field = named(made, name)
    long = "x" * (most + 1)
    put(field, long)
    leave(field)
    assert limit_of(made, field).text().startswith("1 character too many")
    table.view.select("b")
    assert field_text(named(made, name)) == ""
    table.view.select("a", "b")
    assert (table.plan, field_text(named(made, name))) == (before, long)
    put(named(made, name), "y" * most)
    leave(named(made, name))
    assert [getattr(session, name.lower()) for session in table.plan.sessions[:2]] == ["y" * most] * 2


def test_esc_gives_a_text_up_that_is_too_long(qtbot: QtBot) -> None:
    table = open_table()
    made = inspector(table, qtbot)
    field = named(made, "Subtitle")
    put(field, "x" * 301)
    leave(field)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field_text(field), table.view.kept) == ("", {})


def test_every_field_of_the_inspector_has_its_limit(qtbot: QtBot) -> None:
    table = open_table()
    made = inspector(table, qtbot)
    for ids in (("a",), ("a", "b")):
        table.view.select(*ids)
        without = {field.accessibleName() for field in fields_of(made)} - {
            limit.field.accessibleName() for limit in made.findChildren(LimitNotice)
        }
        assert without <= NO_TEXT


# Cells, the board, the line


@pytest.mark.parametrize("column", ["title", "subtitle", "question", "language", "responsible"])
def test_a_cell_keeps_what_is_too_long(qtbot: QtBot, column: str) -> None:
    sheet = Sheet(small_day(), qtbot, width=1600)
    for place in range(sheet.view.model.columnCount()):
        sheet.grid.setColumnHidden(place, False)
    before = sheet.table.plan
    sheet.go("late", column)
    sheet.key(Qt.Key.Key_F2)
    line = sheet.line()
    assert line is not None
    put(line, "x" * 305)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (sheet.table.plan, line.text()) == (before, "x" * 305)
    assert sheet.table.view.hint.startswith("5 characters too many: at most 300")
    sheet.view.filter.focus_words()  # left by a click elsewhere
    QApplication.processEvents()
    assert sheet.table.plan is before
    assert sheet.table.view.kept == {("late", column): "x" * 305}
    sheet.go("late", column)
    sheet.key(Qt.Key.Key_F2)
    line = sheet.line()
    assert line is not None
    assert line.text() == "x" * 305
    put(line, "y" * 300)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (getattr(sheet.session("late"), column), sheet.table.view.kept) == ("y" * 300, {})


def test_the_quick_line_says_what_is_too_long_and_adds_nothing(qtbot: QtBot) -> None:
    table = open_table()
    line = QuickLine(table.context)
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(700, 400)
    line.attach_to(ground)
    table.put(ground, line.show_state)
    line.open()
    before = table.plan
    for text, sentence in (
        ("x " * 151, "at most 300"),
        ("1" * 20_000, "19400 characters too many"),
        ("x" * 301, "1 c"),
    ):
        put(line.line, text)
        line.line.textEdited.emit(text)
        QTest.keyClick(line.line, Qt.Key.Key_Return)
        assert (table.plan, line.line.text()) == (before, text)
        assert sentence in " ".join(line.bubble.words())
    put(line.line, "y" * 300)
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert table.plan.sessions[-1].title == "y" * 300


# Dialogs


@dataclass
class Opened:
    dialog: QDialog
    result: Callable[[], object]
    """What came of it, in any form that shows the text."""


def _settings(table: Table) -> Opened:
    made = PlanSettingsDialog(table.context)
    return Opened(made, lambda: table.plan.model_dump_json())  # noqa: PLW0108  # the plan as it is then


def _rooms(table: Table) -> Opened:
    return Opened(RoomsDialog(table.context), lambda: table.plan.model_dump_json())  # noqa: PLW0108  # as above


def _contribution(table: Table) -> Opened:
    made = ContributionDialog(table.context, Contribution(id=new_id()), new=True)
    return Opened(made, lambda: made.contribution().model_dump_json())


def _release(table: Table) -> Opened:
    made = ReleaseDialog(table.context)
    return Opened(made, made.name)


def _new(table: Table) -> Opened:
    made = NewPlanDialog(table.context)
    return Opened(made, lambda: made.document().plan.title)


def _next(table: Table) -> Opened:
    made = NextYearDialog(table.context, table.plan, date(2026, 3, 1))
    return Opened(made, lambda: made.document().plan.title)


def _must_end(table: Table) -> Opened:
    made = MustEndDialog(table.context, 720, None)
    return Opened(made, lambda: made.edit(table.plan).model_dump_json())


def _pattern(table: Table) -> Opened:
    kept: list[str] = []
    pattern = Pattern(id="p", title="Mine", pieces=(PatternSession(kind=table.plan.kinds[0]),))
    return Opened(SavePatternDialog("Save", pattern, kept.append, language("en")), lambda: kept)


def _note(_table: Table) -> Opened:
    made = AcceptDialog("accept", language("en"))
    return Opened(made, made.line.text)


def _replace(table: Table) -> Opened:
    made = ReplaceDialog(table.context)
    return Opened(made, lambda: "")


def _programme(table: Table) -> Opened:
    made = ProgrammeDialog(table.context, table.plan, PastedContent("", "9:00 Talk"), date(2027, 3, 1))
    return Opened(made, lambda: "")


DIALOGS: Final = {
    "settings": _settings,
    "rooms": _rooms,
    "contribution": _contribution,
    "release": _release,
    "new": _new,
    "next year": _next,
    "must end": _must_end,
    "pattern": _pattern,
    "note": _note,
    "replace": _replace,
    "programme": _programme,
}
FIELDS: Final = {
    "settings": [
        *((name, LINE) for name in ("Title", "Subtitle", "Guiding question", "Organiser", "Organiser’s e-mail")),
        *((name, TEXT) for name in ("Introduction", "Imprint", "Access", "How to get there", "Words")),
        *((name, LINE) for name in ("Title of the day", "Words at the end", "House", "Street", "Postcode", "Town")),
        *((name, LINE) for name in ("Name", "E-mail", "Telephone", "Words above the logo")),
    ],
    "rooms": [("Name", LINE), ("Equipment", LINE), ("The way there", LINE), ("Internal note", TEXT)],
    "contribution": [("Person", LINE), ("Printed name", LINE), ("Function", LINE), ("Organisation", LINE)],
    "release": [("Name", LINE)],
    "new": [("Title", LINE)],
    "next year": [("Title", LINE)],
    "must end": [("Why", LINE)],
    "pattern": [("Name", LINE)],
    "note": [("Note", LINE)],
}
EACH: Final = [(dialog, name, most) for dialog, fields in FIELDS.items() for name, most in fields]


def press_ok(dialog: QDialog) -> None:
    if isinstance(dialog, Frame):
        dialog.ok.click()
    else:
        box = dialog.findChildren(QDialogButtonBox)[0]
        box.button(QDialogButtonBox.StandardButton.Ok).click()


@pytest.mark.parametrize(("dialog", "name", "most"), EACH)
def test_a_dialog_keeps_what_is_too_long_and_stays(qtbot: QtBot, dialog: str, name: str, most: int) -> None:
    table = open_table()
    opened = DIALOGS[dialog](table)
    qtbot.addWidget(opened.dialog)
    opened.dialog.show()
    before = table.plan
    field = next(field for field in fields_of(opened.dialog) if field.accessibleName() == name)
    limit = limit_of(opened.dialog, field)
    long = "x" * (most + 2)
    put(field, long)
    press_ok(opened.dialog)
    assert opened.dialog.isVisible()
    assert limit.isVisible()  # its page is turned to
    assert limit.text().startswith(f"2 characters too many: at most {most}")
    assert (table.plan, field_text(field)) == (before, long)
    put(field, "y" * most)
    assert not limit.text()
    assert not isinstance(opened.dialog, Frame) or not opened.dialog.error.text()
    press_ok(opened.dialog)
    assert not opened.dialog.isVisible()
    assert "y" * most in str(opened.result())


@pytest.mark.parametrize("dialog", DIALOGS)
def test_every_field_of_a_dialog_has_its_limit(qtbot: QtBot, dialog: str) -> None:
    opened = DIALOGS[dialog](open_table())
    qtbot.addWidget(opened.dialog)
    fields = [field for field in fields_of(opened.dialog) if not isinstance(field.parentWidget(), QComboBox)]
    known = {limit.field.accessibleName() for limit in opened.dialog.findChildren(LimitNotice)}
    assert {field.accessibleName() for field in fields} - known <= NO_TEXT


def test_another_logo_is_not_turned_to_while_a_text_is_too_long(qtbot: QtBot) -> None:
    table = open_table()
    table.workspace.apply(
        lambda plan: plan.changed(logos=(*plan.logos, Logo(id="two", name="State"))),
        "Add a logo",
    )
    made = PlanSettingsDialog(table.context, "logos")
    qtbot.addWidget(made)
    made.show()
    field = named(made.logos, "Name")
    put(field, "x" * 301)
    made.logos.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: made.logos.list.currentRow() == 0)
    assert field_text(named(made.logos, "Name")) == "x" * 301


def test_a_title_of_a_pasted_programme_keeps_what_is_too_long(qtbot: QtBot) -> None:
    table = open_table()
    made = ProgrammeDialog(table.context, table.plan, PastedContent("", "9:00 Talk\n10:00 Panel"), date(2027, 3, 1))
    qtbot.addWidget(made)
    made.show()
    item = made.findChildren(QTableWidget)[0].item(1, TITLE)
    assert item is not None
    item.setText("x" * 304)
    assert made.error.text().startswith("Row 2: 4 characters too many: at most 300")
    made.ok.click()
    assert made.isVisible()
    assert item.text() == "x" * 304
    item.setText("y" * 300)
    made.ok.click()
    assert not made.isVisible()
    assert made.edit()(table.plan).sessions[-1].title == "y" * 300


# What cannot be read


@pytest.mark.parametrize("text", ["9" * 5000, "1:" + "0" * 5000, "x" * 40_000, "٣٣٣٣٣٣٣٣٣٣٣٣٣", "²"])
def test_a_time_or_number_that_is_none_is_told_in_a_sentence(qtbot: QtBot, text: str) -> None:
    table = open_table()
    made, before = inspector(table, qtbot), table.plan
    for name in ("Start", "Length", "End", "At least", "At most"):
        field = named(made, name)
        put(field, text)
        leave(field)
        assert table.plan is before
        assert 0 < len(table.view.hint) < 200
        table.view.say("")
