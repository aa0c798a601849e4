"""The days of the event: they change places by keyboard, and what a removed one costs is said."""

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.ui.dialogs.plan_settings import PlanSettingsDialog
from tests.model.small import MONDAY, TUESDAY, at
from tests.ui.harness import SIZE_HINTS, Harness, click

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def harness() -> Harness:
    return Harness(at("a", 900), at("b", 1000), at("c", 900, day="tue"), at("tray", None))


@pytest.fixture
def dialog(harness: Harness, qtbot: QtBot) -> PlanSettingsDialog:
    made = PlanSettingsDialog(harness.context, "days")
    qtbot.addWidget(made)
    made.show()
    return made


def test_two_days_change_places_with_all_but_their_dates(dialog: PlanSettingsDialog, harness: Harness) -> None:
    first, second = dialog.days.rows
    assert not first.up.isEnabled()
    assert not second.down.isEnabled()
    first.title.setText("Arrival")
    second.up.setFocus()
    QTest.keyClick(second.up, Qt.Key.Key_Space)
    assert dialog.days.rows == [second, first]
    click(dialog.ok)
    tuesday, monday = harness.plan.days
    assert [(day.id, day.date) for day in (tuesday, monday)] == [("tue", MONDAY.date), ("mon", TUESDAY.date)]
    assert monday.title == "Arrival"
    assert {session.id: session.day for session in harness.plan.sessions if session.scheduled} == {
        "a": "mon",
        "b": "mon",
        "c": "tue",
    }
    assert len(harness.steps) == 1


def test_a_removed_day_says_how_many_lose_their_time(dialog: PlanSettingsDialog, harness: Harness) -> None:
    click(dialog.days.rows[0].remove)
    assert dialog.days.notice.text() == "2 sessions lose their time."
    assert len(harness.plan.days) == 2
    click(dialog.ok)
    assert [session.id for session in harness.plan.sessions if session.scheduled] == ["c"]


def test_the_last_day_stays(dialog: PlanSettingsDialog, harness: Harness) -> None:
    first, second = dialog.days.rows
    click(second.remove)
    assert not first.remove.isEnabled()
    dialog.days.add()
    assert first.remove.isEnabled()
    click(dialog.ok)
    assert len(harness.plan.days) == 2


def test_a_day_may_end_in_the_small_hours_but_not_before_it_begins(
    dialog: PlanSettingsDialog, harness: Harness
) -> None:
    row = dialog.days.rows[0]
    row.end.setTime(QTime(8, 0))
    click(dialog.ok)
    assert "ends before it starts" in dialog.error.text()
    row.end.setTime(QTime(1, 30))
    click(dialog.ok)
    assert harness.plan.days[0].end == 25 * 60 + 30
