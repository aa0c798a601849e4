"""A date is typed as people write it; the field never holds one that nobody typed."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.text import language
from planner.text.times import date_digits, parse_date
from planner.ui.dialogs.new_plan import NewPlanDialog
from planner.ui.widgets.date_field import DateField
from tests.ui.harness import SIZE_HINTS, Harness, click, retype
from tests.ui.sheet import MENUS

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS, MENUS)
BEFORE = date(2027, 3, 1)
DE, EN = language("de"), language("en")


def field(qtbot: QtBot, code: str = "de") -> DateField:
    made = DateField(BEFORE, language(code))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(
    "typed", ["14.06.2027", "14.6.27", "14. Juni 2027", "14 June 2027", "Mi 14.6.2027", "2027-06-14"]
)
def test_a_date_over_which_another_is_typed_is_that_one(qtbot: QtBot, typed: str) -> None:
    made = field(qtbot)
    retype(made, typed)
    assert (made.value(), made.text(), made.notice.sentence) == (date(2027, 6, 14), "Mo., 14.06.2027", "")


def test_a_short_day_and_month_are_not_read_as_others(qtbot: QtBot) -> None:
    made = field(qtbot, "en")
    retype(made, "3.7.2027")
    assert (made.value(), made.text()) == (date(2027, 7, 3), "Sat, 03/07/2027")


@pytest.mark.parametrize("typed", ["14.6.", "31.2.2027", "14.13.2027", "soon", "", "14.6.2027 9:30", "1.1.1899"])
def test_what_is_no_date_is_kept_and_said(qtbot: QtBot, typed: str) -> None:
    made = field(qtbot)
    retype(made, typed)
    assert (made.text(), made.value()) == (typed, BEFORE)
    assert made.notice.text() == f"„{typed}“ ist kein Datum. Schreiben Sie es wie 14.06.2027."
    retype(made, "14.6.2027")
    assert made.notice.text() == ""


def test_no_dialog_closes_on_what_is_no_date(qtbot: QtBot) -> None:
    dialog = NewPlanDialog(Harness().context)
    qtbot.addWidget(dialog)
    dialog.show()
    retype(dialog.date, "14.6.", Qt.Key.Key_Tab)
    click(dialog.ok)
    assert dialog.isVisible()
    assert "14.6." in dialog.error.text()
    retype(dialog.date, "14.6.2027", Qt.Key.Key_Tab)
    click(dialog.ok)
    assert not dialog.isVisible()
    assert dialog.document().plan.days[0].date == date(2027, 6, 14)


@pytest.mark.parametrize(
    ("key", "after"),
    [
        (Qt.Key.Key_Up, date(2027, 3, 2)),
        (Qt.Key.Key_Down, date(2027, 2, 28)),
        (Qt.Key.Key_PageUp, date(2027, 3, 8)),
        (Qt.Key.Key_PageDown, date(2027, 2, 22)),
    ],
)
def test_keys_step_by_days_and_weeks(qtbot: QtBot, key: Qt.Key, after: date) -> None:
    made = field(qtbot)
    told: list[QDate] = []
    made.dateChanged.connect(told.append)
    QTest.keyClick(made, key)
    assert made.value() == after
    assert told == [made.date()]


def test_no_step_leaves_what_a_plan_can_hold(qtbot: QtBot) -> None:
    made = field(qtbot)
    made.setDate(QDate(2999, 12, 31))
    QTest.keyClick(made, Qt.Key.Key_Up)
    made.setDate(QDate(3000, 1, 1))
    assert made.value() == date(2999, 12, 31)


def test_a_day_is_chosen_in_the_calendar(qtbot: QtBot) -> None:
    made = field(qtbot)
    QTest.keyClick(made, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = made.calendar
    assert calendar is not None
    assert calendar.isVisible()
    assert calendar.selectedDate() == QDate(2027, 3, 1)
    calendar.clicked.emit(QDate(2027, 6, 14))
    assert (made.value(), calendar.isVisible()) == (date(2027, 6, 14), False)


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2024, 2, 29), date(2999, 12, 31)])
def test_what_is_shown_is_read_again(day: date) -> None:
    for t in (DE, EN):
        assert parse_date(date_digits(day, t, weekday=True), t) == day
        assert parse_date(date_digits(day, t), t) == day
