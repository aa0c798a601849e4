"""Rooms exchanged in one step, with a preview that keeps its word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.checks import compared, problems
from planner.model import Place, Seating
from planner.ui.dialogs.swap_rooms import SwapRoomsDialog
from tests.model.small import SOME, at
from tests.ui.harness import SIZE_HINTS, Harness, click

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


def harness_of_three() -> Harness:
    seated = at("a", 900, 60, who=SOME).changed(places=(Place(room="hall", seating=Seating.ROWS),))
    return Harness(seated, at("b", 900, 60, "blue", who=SOME), at("c", 900, 60, "red", day="tue", who=SOME))


def opened(harness: Harness, qtbot: QtBot) -> SwapRoomsDialog:
    made = SwapRoomsDialog(harness.context)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: SwapRoomsDialog, room: str, target: str) -> None:
    """Go down in a room's choice by keyboard until it says where to."""
    choice = dialog.targets[room]
    choice.setFocus()
    for _ in range(choice.count()):
        if choice.currentText() != target:
            QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == target


def test_a_circle_is_one_step_and_the_preview_says_what_it_does(qtbot: QtBot) -> None:
    harness = harness_of_three()
    before = harness.plan
    dialog = opened(harness, qtbot)
    assert not dialog.ok.isEnabled()
    for room, target in (("hall", "Blue"), ("blue", "Red"), ("red", "Hall")):
        choose(dialog, room, target)
    assert dialog.changes.text() == "3 sessions change."
    said = dialog.result_.text()
    assert harness.plan is before
    click(dialog.ok)
    assert [session.places[0].room for session in harness.plan.sessions] == ["blue", "red", "hall"]
    assert harness.plan.sessions[0].places[0].seating == Seating.CIRCLE
    assert harness.steps == ["Swap rooms"]
    assert harness.view.hint == "3 sessions change."
    outcome = compared(problems(before), problems(harness.plan))
    creates = len(outcome.created) + len(outcome.worse)
    assert said.startswith(f"Solves {len(outcome.solved)}, creates {creates}.")
    harness.workspace.undo()
    assert harness.plan is before


def test_problems_that_it_would_create_are_told_as_sentences(qtbot: QtBot) -> None:
    dialog = opened(harness_of_three(), qtbot)
    choose(dialog, "hall", "Blue")
    lines = dialog.result_.text().splitlines()
    assert any("Blue" in line for line in lines[1:])


def test_only_the_day_that_is_seen(qtbot: QtBot) -> None:
    harness = harness_of_three()
    harness.view.show_day("tue")
    dialog = opened(harness, qtbot)
    for room, target in (("hall", "Red"), ("red", "Hall")):
        choose(dialog, room, target)
    dialog.this_day.setFocus()
    QTest.keyClick(dialog.this_day, Qt.Key.Key_Space)
    assert dialog.changes.text() == "1 session changes."
    click(dialog.ok)
    assert [session.places[0].room for session in harness.plan.sessions] == ["hall", "blue", "hall"]


def test_all_can_be_taken_back_before(qtbot: QtBot) -> None:
    dialog = opened(harness_of_three(), qtbot)
    choose(dialog, "hall", "Blue")
    choose(dialog, "red", "Hall")
    assert dialog.mapping() == {"hall": "blue", "red": "hall"}
    click(next(button for button in dialog.findChildren(QPushButton) if button.text() == "Reset all"))
    assert dialog.mapping() == {}
    assert not dialog.ok.isEnabled()
