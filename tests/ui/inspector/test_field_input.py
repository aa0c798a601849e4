"""Every declared field has its place among the details; what is typed there becomes the same step as in the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from planner.fields.field import Section
from planner.fields.registry import FIELDS
from planner.fields.session import ATTENDANCE, FIXED, SEATING, STATUS
from planner.model import Contribution, Number, Place, Seating, Status
from planner.model.edits import add_contribution
from planner.ui.inspector.attendance_choice import AttendanceChoice
from planner.ui.inspector.field_input import FieldInput
from planner.ui.inspector.inspector import Inspector
from planner.ui.widgets.fields import ChoiceField, LineField
from tests.model.small import at
from tests.ui.harness import SIZE_HINTS, Harness, named, retype

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def harness() -> Harness:
    ann = Contribution(id="who", person="ann", status=Status.ASKED)
    hall = (Place(room="hall", seating=Seating.ROWS),)
    return Harness(
        at("a", 900, 60, title="One", contributions=(ann,)).changed(places=hall),
        at("b", 1000, 30, title="Two", who=Number(number=8)).changed(places=hall),
        at("c", None, title="Three"),
    )


@pytest.fixture
def inspector(harness: Harness, qtbot: QtBot) -> Inspector:
    made = Inspector(harness.context)
    qtbot.addWidget(made)
    harness.put(made, made.show_state, width=306, height=1600)
    harness.view.select("a")
    made.findChildren(QToolButton)[0].click()
    return made


def names(around: QWidget) -> set[str]:
    return {widget.accessibleName() or getattr(widget, "text", str)() for widget in around.findChildren(QWidget)}


def test_every_field_stands_among_the_details_and_those_for_many_among_those_of_several(inspector: Inspector) -> None:
    one, several = names(inspector), names(inspector.several)
    assert [field.id for field in FIELDS if field.section is not Section.PEOPLE and field.question not in one] == []
    assert {field.id for field in FIELDS if field.question in several} == {field.id for field in FIELDS if field.many}


def test_status_and_day_are_changed_for_several_at_once(inspector: Inspector, harness: Harness) -> None:
    harness.view.select("a", "b", "c")
    status = named(inspector, ChoiceField, STATUS.label)
    assert status.currentText() == "asked"
    status.activated.emit(status.findText("declined"))
    day = named(inspector, ChoiceField, "Day")
    day.activated.emit(day.findText("Tuesday, 2 March"))
    assert harness.plan.sessions[0].contributions[0].status is Status.DECLINED
    assert [session.day for session in harness.plan.sessions] == ["tue"] * 3
    assert harness.steps == ["Change who contributes to One", "Change “Day” of 3 sessions"]


def test_what_no_session_can_have_is_out_of_reach(inspector: Inspector, harness: Harness) -> None:
    harness.view.select("c")
    assert not named(inspector, LineField, "End").isEnabled()
    harness.view.select("b", "c")
    status = named(inspector, ChoiceField, STATUS.label)
    assert (status.isEnabled(), status.placeholderText()) == (False, "")
    assert named(inspector, ChoiceField, SEATING.label).isEnabled()


def test_a_status_that_differs_within_one_session_says_so(inspector: Inspector, harness: Harness) -> None:
    ben = Contribution(id="too", person="ben", status=Status.CONFIRMED)
    harness.workspace.apply(lambda plan: add_contribution(plan, "a", ben), "Add")
    harness.view.select("a", "b")
    assert named(inspector, ChoiceField, STATUS.label).placeholderText() == "different"


def test_places_are_shown_with_a_seating_only_where_the_rooms_are_the_same(
    inspector: Inspector, harness: Harness
) -> None:
    harness.view.select("a", "b")
    assert named(inspector, ChoiceField, SEATING.label).itemText(0) == "Rows · 80"
    harness.view.select("a", "b", "c")
    assert named(inspector, ChoiceField, SEATING.label).itemText(0) == "Rows"


def test_a_tick_that_differs_becomes_one_for_all_that_can_have_it(harness: Harness, qtbot: QtBot) -> None:
    given: list[object] = []
    tick = FieldInput(harness.context, FIXED, lambda _, value: not given.append(value))
    qtbot.addWidget(tick.widget)
    assert isinstance(tick.widget, QCheckBox)
    one, two, three = harness.plan.sessions
    for sessions, state in (
        ((one.changed(fixed=True), two, three), Qt.CheckState.PartiallyChecked),
        ((one.changed(fixed=True), three), Qt.CheckState.Checked),
        ((one, three), Qt.CheckState.Unchecked),
    ):
        tick.show_sessions(sessions)
        assert tick.widget.checkState() is state
        tick.widget.click()
    assert given == [True, False, True]


def test_a_number_of_people_starts_with_all_and_is_refused_as_everywhere(
    inspector: Inspector, harness: Harness
) -> None:
    choice = named(inspector, AttendanceChoice, ATTENDANCE.label)
    choice.activated.emit(choice.findText("A number of people"))
    assert harness.plan.sessions[0].attendance == Number(number=60)
    retype(named(inspector, LineField, "Number of people"), "many")
    assert harness.view.hint == "“many” is not a number of people. Write it like 40."


def test_an_emptied_start_unschedules_as_in_the_list(inspector: Inspector, harness: Harness) -> None:
    retype(named(inspector, LineField, "Start"), "")
    assert not harness.plan.sessions[0].scheduled
    assert harness.steps == ["Unschedule One"]
    assert inspector.several.isHidden()
