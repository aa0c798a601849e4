"""Hours of people: typed beside what they are needed for, and heard by the checks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from planner.checks import problems
from planner.model import Available, Contribution
from planner.ui.dialogs.people_hours import PeopleHoursDialog
from planner.ui.inspector.contribution_dialog import ContributionDialog
from planner.ui.widgets.two_line_delegate import BELOW
from planner.ui.window.planner_window import PlannerWindow
from tests.model.small import MONDAY, TUESDAY, at
from tests.ui.harness import SIZE_HINTS, Harness, click, retype

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)
Open = Callable[..., PeopleHoursDialog]


@pytest.fixture
def harness() -> Harness:
    return Harness(at("a", 900, 90, contributions=(Contribution(id="c", person="ben"),)))


@pytest.fixture
def ask(harness: Harness, qtbot: QtBot) -> Open:
    def opened(person: str = "") -> PeopleHoursDialog:
        made = PeopleHoursDialog(harness.context, person)
        qtbot.addWidget(made)
        made.show()
        return made

    return opened


def type_hours(dialog: PeopleHoursDialog, day: int, text: str) -> None:
    line = dialog.hours.lines[day].lineEdit()
    assert line is not None
    retype(line, text, Qt.Key.Key_Tab)


def test_hours_are_one_step_that_the_checks_hear(ask: Open, harness: Harness) -> None:
    dialog = ask()
    assert dialog.name.text() == "Ben Example"  # who contributes is first
    assert "09:00–10:30" in dialog.needed.text()
    assert "contributor-away" not in {problem.code for problem in problems(harness.plan)}
    type_hours(dialog, 0, "ab 10 bis 12")
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.name.text() == "Ann Example"
    type_hours(dialog, 1, "not available")
    click(dialog.ok)
    people = harness.plan.person_by_id
    assert people["ben"].available[0] == Available(day="mon", start=600, minutes=120)
    assert {hours.day for hours in people["ben"].available} == {"mon", "tue"}
    assert {hours.day for hours in people["ann"].available} == {"mon"}
    assert "contributor-away" in {problem.code for problem in problems(harness.plan)}
    assert harness.steps == ["Change when people are available"]


@pytest.mark.parametrize(("days", "offered"), [(1, ["all day"]), (2, ["all day", "not available"])])
def test_nobody_is_offered_to_be_away_on_the_only_day(qtbot: QtBot, days: int, offered: list[str]) -> None:
    harness = Harness(days=(MONDAY, TUESDAY)[:days])
    dialog = PeopleHoursDialog(harness.context)
    qtbot.addWidget(dialog)
    for line in dialog.hours.lines:
        assert [line.itemText(row) for row in range(line.count())] == offered


def test_what_is_no_time_is_said_and_stays_to_be_mended(ask: Open, harness: Harness, qtbot: QtBot) -> None:
    before, dialog = harness.plan, ask("ann")
    type_hours(dialog, 0, "<b>mornings</b>")
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    assert dialog.name.text() == "Ann Example"
    assert "“<b>mornings</b>” is not a time." in dialog.error.text()
    qtbot.waitUntil(lambda: [item.text() for item in dialog.list.selectedItems()] == ["Ann Example"])
    click(dialog.ok)
    assert dialog.isVisible()
    assert harness.plan is before
    type_hours(dialog, 0, "all day")
    click(dialog.ok)
    assert harness.plan is before


def test_the_list_says_when_everybody_is_there_and_can_be_sifted(ask: Open) -> None:
    dialog = ask()
    assert dialog.list.item(0).data(BELOW) == "always available"
    type_hours(dialog, 0, "8-12")
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.list.item(0).data(BELOW) == "Mon, 1 Mar 08:00–12:00 · Tue, 2 Mar all day"
    QTest.keyClicks(dialog.list.filter, "ann")
    assert [dialog.list.item(row).isHidden() for row in range(2)] == [True, False]


def test_a_plan_without_people_says_so(qtbot: QtBot) -> None:
    dialog = PeopleHoursDialog(Harness(people=()).context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "nobody" in dialog.name.text()
    click(dialog.ok)
    assert dialog.result()


def test_the_dialog_of_a_contribution_leads_there(
    harness: Harness, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def leave(asked: PeopleHoursDialog) -> int:
        seen.append(asked.name.text())
        return 0

    monkeypatch.setattr(PeopleHoursDialog, "exec", leave)
    for person, expected in (("ann", ["Ann Example"]), (None, ["Ann Example"])):
        dialog = ContributionDialog(harness.context, Contribution(id="x", person=person))
        qtbot.addWidget(dialog)
        dialog.show()
        button = next(button for button in dialog.findChildren(QPushButton) if button.text() == "A&vailability …")
        assert button.isEnabled() == (person is not None)
        click(button)
        assert seen == expected


def test_the_menu_begins_with_who_contributes_to_the_selection(
    planner: PlannerWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: seen.append(dialog.name.text()) or 0)
    plan = planner.context.workspace.plan
    session, person = next(
        (session, one.person) for session in plan.sessions for one in session.everyone() if one.person
    )
    planner.context.view.select(session.id)
    planner.menus["hours"].trigger()
    assert seen == [plan.person_by_id[person or ""].name]
