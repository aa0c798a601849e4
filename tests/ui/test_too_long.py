"""Every field of text keeps what is too long, says by how much, and takes it once it is short enough."""

from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.ui.inspector.inspector import Inspector
from planner.ui.quick_add.line import QuickLine
from planner.ui.widgets.limit import LimitNotice, field_text
from tests.ui.harness import SIZE_HINTS, Harness
from tests.ui.long_texts import LINE, NO_TEXT, TEXT, fields_of, leave, limit_of, named, open_harness, put
from tests.ui.sheet import MENUS, Sheet, small_day

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS, MENUS)

SINGLE: Final = {
    "Title": LINE,
    "Subtitle": LINE,
    "Guiding question": LINE,
    "Description": TEXT,
    "Language": LINE,
    "Link": LINE,
    "Item; empty removes it": LINE,
    "Needs, separated by commas": LINE,
    "Responsible": LINE,
    "Technology": LINE,
    "Material": LINE,
    "Internal note": TEXT,
}
SHARED: Final = {"Language": LINE, "Responsible": LINE, "Technology": LINE, "Material": LINE}


def inspector(harness: Harness, qtbot: QtBot) -> Inspector:
    made = Inspector(harness.context)
    qtbot.addWidget(made)
    harness.put(made, made.show_state, width=320, height=2400)
    made.findChildren(QToolButton)[0].click()
    return made


@pytest.mark.parametrize(("name", "most"), SINGLE.items())
def test_the_inspector_keeps_what_is_too_long(qtbot: QtBot, name: str, most: int) -> None:
    harness = open_harness()
    made, before = inspector(harness, qtbot), harness.plan
    field = named(made, name)
    long = "x" * (most + 12)
    put(field, long)
    limit = limit_of(made, field)
    assert limit.isVisible()
    assert limit.text().startswith(f"12 characters too many: at most {most}")
    leave(field)
    assert (harness.plan, field_text(field), harness.steps) == (before, long, [])
    assert "12 characters" in harness.view.hint
    harness.view.select("b")  # it waits where it was typed
    assert field_text(named(made, name) if name[:4] != "Item" else field) != long or name[:4] == "Item"
    harness.view.select("a")
    field = named(made, name)
    assert field_text(field) == long
    put(field, "y" * most)
    assert not limit_of(made, field).isVisible()
    leave(field)
    assert "y" * most in harness.plan.model_dump_json()
    assert (len(harness.steps), harness.view.kept) == (1, {})


@pytest.mark.parametrize(("name", "most"), SHARED.items())
def test_what_is_typed_for_several_is_kept_for_them(qtbot: QtBot, name: str, most: int) -> None:
    harness = open_harness()
    harness.view.select("a", "b")
    made, before = inspector(harness, qtbot), harness.plan
    field = named(made, name)
    long = "x" * (most + 1)
    put(field, long)
    leave(field)
    assert limit_of(made, field).text().startswith("1 character too many")
    harness.view.select("b")
    assert field_text(named(made, name)) == ""
    harness.view.select("a", "b")
    assert (harness.plan, field_text(named(made, name))) == (before, long)
    put(named(made, name), "y" * most)
    leave(named(made, name))
    assert [getattr(session, name.lower()) for session in harness.plan.sessions[:2]] == ["y" * most] * 2


def test_esc_gives_a_text_up_that_is_too_long(qtbot: QtBot) -> None:
    harness = open_harness()
    made = inspector(harness, qtbot)
    field = named(made, "Subtitle")
    put(field, "x" * 301)
    leave(field)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field_text(field), harness.view.kept) == ("", {})


def test_every_field_of_the_inspector_has_its_limit(qtbot: QtBot) -> None:
    harness = open_harness()
    made = inspector(harness, qtbot)
    for ids in (("a",), ("a", "b")):
        harness.view.select(*ids)
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
    before = sheet.harness.plan
    sheet.go("late", column)
    sheet.key(Qt.Key.Key_F2)
    line = sheet.line()
    assert line is not None
    put(line, "x" * 305)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (sheet.harness.plan, line.text()) == (before, "x" * 305)
    assert sheet.harness.view.hint.startswith("5 characters too many: at most 300")
    sheet.view.filter.focus_words()  # left by a click elsewhere
    QApplication.processEvents()
    assert sheet.harness.plan is before
    assert sheet.harness.view.kept == {("late", column): "x" * 305}
    sheet.go("late", column)
    sheet.key(Qt.Key.Key_F2)
    line = sheet.line()
    assert line is not None
    assert line.text() == "x" * 305
    put(line, "y" * 300)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (getattr(sheet.session("late"), column), sheet.harness.view.kept) == ("y" * 300, {})


def test_the_quick_line_says_what_is_too_long_and_adds_nothing(qtbot: QtBot) -> None:
    harness = open_harness()
    line = QuickLine(harness.context)
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(700, 400)
    line.attach_to(ground)
    harness.put(ground, line.show_state)
    line.open()
    before = harness.plan
    for text, sentence in (
        ("x " * 151, "at most 300"),
        ("1" * 20_000, "19400 characters too many"),
        ("x" * 301, "1 c"),
    ):
        put(line.line, text)
        line.line.textEdited.emit(text)
        QTest.keyClick(line.line, Qt.Key.Key_Return)
        assert (harness.plan, line.line.text()) == (before, text)
        assert sentence in " ".join(line.bubble.words())
    put(line.line, "y" * 300)
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert harness.plan.sessions[-1].title == "y" * 300


# What cannot be read


@pytest.mark.parametrize("text", ["9" * 5000, "1:" + "0" * 5000, "x" * 40_000, "٣٣٣٣٣٣٣٣٣٣٣٣٣", "²"])
def test_a_time_or_number_that_is_none_is_told_in_a_sentence(qtbot: QtBot, text: str) -> None:
    harness = open_harness()
    made, before = inspector(harness, qtbot), harness.plan
    for name in ("Start", "Length", "End", "At least", "At most"):
        field = named(made, name)
        put(field, text)
        leave(field)
        assert harness.plan is before
        assert 0 < len(harness.view.hint) < 200
        harness.view.say("")
