"""A time in a dialog is typed as it is everywhere, and stepped through as in Qt's own field."""

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTimeEdit
from pytestqt.qtbot import QtBot

from planner.ui.widgets.clock_field import ClockField
from tests.ui.harness import SIZE_HINTS

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def field(qtbot: QtBot) -> ClockField:
    made = ClockField(12 * 60 + 15)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    made.setSelectedSection(QTimeEdit.Section.HourSection)
    return made


@pytest.mark.parametrize(
    ("typed", "minute", "shown"),
    [
        ("9:30", 570, "09:30"),
        ("9.30", 570, "09:30"),
        ("1130", 690, "11:30"),
        ("14", 840, "14:00"),
        ("2pm", 840, "14:00"),
        ("12 Uhr 30", 750, "12:30"),
        ("24:00", 1440, "24:00"),
        ("24:30", 1470, "24:30"),
    ],
)
def test_what_is_typed_over_the_hour_is_the_whole_time(field: ClockField, typed: str, minute: int, shown: str) -> None:
    QTest.keyClicks(field, typed)
    assert field.minute() == minute  # a dialog may ask before Enter
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.minute(), field.text()) == (minute, shown)


@pytest.mark.parametrize("typed", ["x", "25:00", "9:30 or so"])
def test_what_is_no_time_is_taken_back(field: ClockField, typed: str) -> None:
    QTest.keyClicks(field, "8:00")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.minute(), field.text()) == (480, "08:00")


def test_hours_and_minutes_are_stepped(field: ClockField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Up)
    field.setSelectedSection(QTimeEdit.Section.MinuteSection)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert (field.minute(), field.text()) == (13 * 60 + 14, "13:14")


def test_a_time_that_is_set_is_no_longer_one_of_the_night(field: ClockField) -> None:
    QTest.keyClicks(field, "24:30")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.setTime(QTime(9, 0))
    field.setTime(QTime(0, 30))
    assert (field.minute(), field.text()) == (30, "00:30")
