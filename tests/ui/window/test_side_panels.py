"""The right side: room goes where there is something to read; what was refused is not said for ever."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QScrollArea
from pytestqt.qtbot import QtBot

from planner.model import Seating
from planner.ui.inspector.inspector import Inspector
from planner.ui.inspector.people import PeopleBox
from planner.ui.problems.panel import ProblemsPanel
from planner.ui.widgets.fields import ChoiceField, LineField
from planner.ui.widgets.link_button import LinkButton
from planner.ui.window.details_and_problems import DetailsAndProblems
from tests.model.small import at
from tests.ui.harness import SIZE_HINTS, Harness, named, retype

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def harness() -> Harness:
    return Harness(at("a", 900, 60, "hall", title="One"), at("b", 1000, 30, title="Two"))


@pytest.fixture
def side(harness: Harness, qtbot: QtBot) -> DetailsAndProblems:
    inspector, problems = Inspector(harness.context), ProblemsPanel(harness.context)
    made = DetailsAndProblems(inspector, problems)
    qtbot.addWidget(made)
    harness.workspace.listen(inspector.show_state)
    return harness.put(made, problems.show_state, width=306, height=660)


def inspector_of(side: DetailsAndProblems) -> Inspector:
    return side.findChildren(Inspector)[0]


def test_the_problems_take_the_room_while_nothing_is_selected(side: DetailsAndProblems, harness: Harness) -> None:
    assert side.sizes()[0] < 100
    harness.view.select("a")
    assert side.sizes()[0] > 400
    side.resize(306, 800)
    assert side.sizes()[0] > 500
    harness.view.select()
    assert side.sizes()[0] < 100


def test_a_line_moved_by_hand_stays(side: DetailsAndProblems, harness: Harness) -> None:
    handle = side.handle(1)
    centre = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseMove(handle, centre + QPoint(0, 150))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=centre + QPoint(0, 150))
    sizes = side.sizes()
    assert side.moved
    assert sizes[0] > 150
    harness.view.select("a")
    assert side.sizes() == sizes


def test_arithmetic_and_contributors_are_in_view_at_once(side: DetailsAndProblems, harness: Harness) -> None:
    harness.view.select("a")
    inspector = inspector_of(side)
    area = inspector.findChildren(QScrollArea)[0]
    arithmetic = inspector.findChild(QFrame, "arithmetic")
    assert arithmetic is not None
    more = next(link for link in inspector.findChildren(LinkButton) if link.label() == "Add a room")
    below = arithmetic.mapTo(inspector, QPoint(0, arithmetic.height())).y()
    assert below <= more.mapTo(inspector, QPoint()).y()
    people = inspector.findChildren(PeopleBox)[0]
    assert people.mapTo(inspector, QPoint(0, people.height())).y() <= area.height()
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_what_was_refused_is_over_with_the_next_that_holds(side: DetailsAndProblems, harness: Harness) -> None:
    harness.view.select("a")
    start = named(inspector_of(side), LineField, "Start")
    retype(start, "25:00")
    assert "25:00" in harness.view.hint
    retype(start, "10")
    assert "25:00" not in harness.view.hint
    retype(start, "25:00")
    retype(start, "10:00")
    assert harness.view.hint == ""


def test_no_length_is_refused(side: DetailsAndProblems, harness: Harness) -> None:
    harness.view.select("a")
    inspector = inspector_of(side)
    length = named(inspector, LineField, "Length")
    retype(length, "soon")
    assert "“soon” is not a length" in harness.view.hint
    retype(length, "0")
    assert harness.view.hint == "A session lasts at least one minute."
    retype(named(inspector, LineField, "End"), "9:00")
    assert "at least one minute" in harness.view.hint
    assert harness.steps == []
    retype(length, "1,5 h")
    assert harness.plan.session_by_id["a"].minutes == 90


def test_a_change_of_seating_is_named_so(side: DetailsAndProblems, harness: Harness) -> None:
    harness.view.select("a")
    seating = named(inspector_of(side), ChoiceField, "Seating")
    seating.setFocus()
    before = seating.currentText()
    QTest.keyClick(seating, Qt.Key.Key_Down if seating.currentIndex() <= 0 else Qt.Key.Key_Up)
    assert seating.currentText() != before
    assert harness.steps == ["Change the seating of One"]
    assert harness.plan.session_by_id["a"].places[0].seating in Seating
