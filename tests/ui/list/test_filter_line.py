"""The line above the list: what is filtered is counted, stays through changes, and is never in the way of the plan."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from planner.examples import template
from planner.model import Contribution, Status
from planner.model.edits import add_contribution, change_session, move_session
from tests.ui.harness import SIZE_HINTS, Harness, named
from tests.ui.sheet import Sheet, focused, small_day

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return Sheet(small_day(), qtbot)


def words(sheet: Sheet) -> QLineEdit:
    return named(sheet.view, QLineEdit, "Filter the list")


def box(sheet: Sheet, label: str) -> QCheckBox:
    return next(
        checkbox for checkbox in sheet.view.findChildren(QCheckBox) if checkbox.text().replace("&", "") == label
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("late", ["Late"]),
        ("ANN", ["Late"]),
        ("blue forum", ["Forum 1"]),
        ("talk tuesday", ["Next day"]),
        ("  ", ["Early", "Late", "Forum 1", "Forum 2", "Next day", "Film"]),
        ("nothing like it", []),
        ("(*[\\", []),
    ],
)
def test_all_words_are_found_in_titles_rooms_people_and_kinds(sheet: Sheet, typed: str, found: list[str]) -> None:
    QTest.keyClicks(words(sheet), typed)
    assert sheet.column("title") == found
    name = sheet.grid.accessibleName()
    assert ("6 sessions" if len(found) == 6 else f"{len(found)} of 6") in name


def test_only_open_leaves_out_what_is_settled(sheet: Sheet) -> None:
    asked = Contribution(id="n", label="N. N.", status=Status.OPEN)
    sheet.harness.workspace.apply(lambda plan: add_contribution(plan, "early", asked), "Ask")
    QTest.keyClick(box(sheet, "Only open"), Qt.Key.Key_Space)
    assert sheet.column("title") == ["Early", "Film"]
    QTest.keyClick(box(sheet, "Only open"), Qt.Key.Key_Space)
    assert len(sheet.column("title")) == 6


def test_only_problems_leaves_out_what_the_check_says_nothing_of(qtbot: QtBot) -> None:
    sheet = Sheet(Harness(plan=template("osnabrueck", plan_id="p").plan), qtbot)
    plan = sheet.harness.plan
    QTest.keyClick(box(sheet, "Only problems"), Qt.Key.Key_Space)
    told = {subject for problem in sheet.harness.context.problem_cache.problems(plan) for subject in problem.subjects}
    assert {one for one in sheet.view.model.ids if one} == told & set(plan.session_by_id)
    assert 0 < len(sheet.column("title")) < len(plan.sessions)


def test_a_filter_stays_while_the_plan_changes_and_keeps_the_selection_elsewhere(sheet: Sheet) -> None:
    sheet.harness.view.select("early")
    QTest.keyClicks(words(sheet), "forum")
    assert sheet.harness.view.selection == ("early",)
    sheet.harness.workspace.apply(lambda plan: change_session(plan, "late", title="Forum of all"), "Change")
    sheet.harness.workspace.apply(lambda plan: move_session(plan, "f2", "mon", 480), "Move")
    assert sheet.column("title") == ["Forum 2", "Forum of all", "Forum 1"]
    assert sheet.column("day") == ["Mon, 1 Mar", "", ""]
    assert sheet.harness.view.selection == ("early",)
    QTest.keyClick(words(sheet), Qt.Key.Key_Escape)
    assert len(sheet.column("title")) == 6
    assert sheet.selected() == [sheet.view.model.ids.index("early")]


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab, None])
def test_an_answer_by_which_a_row_is_filtered_away_is_kept(sheet: Sheet, end: Qt.Key | None) -> None:
    QTest.keyClicks(words(sheet), "late")
    sheet.type("late", "title", "Evening", end)
    words(sheet).setFocus()
    assert sheet.session("late").title == "Evening"
    assert sheet.column("title") == []
    assert sheet.harness.view.selection == ("late",)


def test_the_keyboard_goes_from_the_filter_to_the_first_row(sheet: Sheet) -> None:
    words(sheet).setFocus()
    QTest.keyClicks(words(sheet), "forum")
    QTest.keyClick(words(sheet), Qt.Key.Key_Down)
    assert focused() is sheet.grid
    assert sheet.harness.view.selection == ("f1",)
