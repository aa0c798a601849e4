"""Several selected sessions: what they share is shown, what differs says so, and a change goes to all as one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from planner.model import Audience, Seating, Share
from planner.model.edits import change_session, remove_session
from planner.ui.inspector.inspector import Inspector
from planner.ui.widgets.fields import ChoiceField, LineField, TitleField
from planner.ui.window.planner_window import PlannerWindow
from tests.model.small import at, forum, starts
from tests.ui.harness import SIZE_HINTS, Harness, click, named, retype

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS, r"does not support (raise|grabbing)")


@pytest.fixture
def harness() -> Harness:
    return Harness(
        at("a", 900, 60, "hall", title="One", responsible="Ann"),
        at("b", 1000, 60, "blue", title="Two", responsible="Ben"),
        at("c", None, 20, title="Film", responsible="Ann").changed(kind="panel"),
        at("d", 1200, title="Four"),
    )


@pytest.fixture
def inspector(harness: Harness, qtbot: QtBot) -> Inspector:
    made = Inspector(harness.context)
    qtbot.addWidget(made)
    harness.put(made, made.show_state, width=306, height=900)
    harness.view.select("a", "b", "c")
    return made


def choose(choice: ChoiceField, words: str) -> None:
    """Open the list, walk in it and choose by Enter."""
    choice.setFocus()
    choice.showPopup()
    view = choice.view()
    place = choice.findText(words)
    assert place >= 0, words
    view.setCurrentIndex(choice.model().index(place, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)


def words(inspector: Inspector) -> list[str]:
    return [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]


def test_number_sum_and_span_are_said(inspector: Inspector) -> None:
    assert words(inspector)[0] == "3 sessions selected"
    assert words(inspector)[1] == "2 h 20 min in total · 09:00–11:00, Monday, 1 March · 1 unscheduled"


def test_what_is_shared_is_shown_and_what_differs_says_so(inspector: Inspector, harness: Harness) -> None:
    kind, attends = named(inspector, ChoiceField, "Kind"), named(inspector, ChoiceField, "Who attends")
    assert (kind.currentIndex(), kind.placeholderText()) == (-1, "different")
    assert (attends.currentText(), attends.placeholderText()) == ("Everyone", "")
    responsible = named(inspector, LineField, "Responsible")
    assert (responsible.text(), responsible.placeholderText()) == ("", "different")
    harness.view.select("a", "c")
    assert (responsible.text(), responsible.placeholderText()) == ("Ann", "")


def test_looking_and_tabbing_through_changes_nothing(inspector: Inspector, harness: Harness) -> None:
    named(inspector, ChoiceField, "Kind").setFocus()
    for _ in range(30):
        QTest.keyClick(inspector.focusWidget() or inspector, Qt.Key.Key_Tab)
    for field in inspector.findChildren(LineField):
        if field.isVisible():
            field.setFocus()
            QTest.keyClick(field, Qt.Key.Key_Return)
    inspector.finish()
    harness.view.select("a")
    assert harness.steps == []


def test_a_change_is_one_step_for_all_and_leaves_the_rest(inspector: Inspector, harness: Harness) -> None:
    before = harness.plan
    choose(named(inspector, ChoiceField, "Kind"), "Workshop")
    assert harness.steps == ["Change “Kind” of 3 sessions"]
    assert [session.kind for session in harness.plan.sessions] == ["workshop", "workshop", "workshop", "talk"]
    assert [session.changed(kind="talk") for session in harness.plan.sessions] == [
        session.changed(kind="talk") for session in before.sessions
    ]
    assert named(inspector, ChoiceField, "Kind").currentText() == "Workshop"
    harness.workspace.undo()
    assert harness.plan is before
    assert named(inspector, ChoiceField, "Kind").currentIndex() == -1
    harness.workspace.redo()
    assert named(inspector, ChoiceField, "Kind").currentText() == "Workshop"


def test_words_go_to_all(inspector: Inspector, harness: Harness) -> None:
    for name, field in (("Language", "language"), ("Responsible", "responsible"), ("Material", "material")):
        retype(named(inspector, LineField, name), f"new {name}")
        assert {getattr(harness.plan.session_by_id[session_id], field) for session_id in "abc"} == {f"new {name}"}
        assert getattr(harness.plan.session_by_id["d"], field) == ""
    assert len(harness.steps) == 3


def test_typing_not_yet_left_goes_to_those_it_was_typed_for(inspector: Inspector, harness: Harness) -> None:
    field = named(inspector, LineField, "Technology")
    field.setFocus()
    QTest.keyClicks(field, "Beamer")
    harness.view.select("d")
    assert [session.technology for session in harness.plan.sessions] == ["Beamer", "Beamer", "Beamer", ""]
    title = named(inspector, TitleField, "Title")
    title.setFocus()
    QTest.keyClicks(title, "Last ")
    harness.view.select("a", "b")
    assert harness.plan.session_by_id["d"].title == "Last Four"
    assert [harness.plan.session_by_id[session_id].title for session_id in "ab"] == ["One", "Two"]


def test_one_length_for_all_moves_what_follows_once_for_each(inspector: Inspector, harness: Harness) -> None:
    retype(named(inspector, LineField, "Length"), "1:30")
    assert [session.minutes for session in harness.plan.sessions] == [90, 90, 90, 60]
    assert starts(harness.plan) == {"a": 900, "b": 1030, "c": None, "d": 1300}
    assert harness.steps == ["Change “Length” of 3 sessions"]
    harness.view.set_flow(flow=False)
    retype(named(inspector, LineField, "Length"), "30")
    assert starts(harness.plan)["b"] == 1030


def test_no_length_is_refused_with_a_sentence(inspector: Inspector, harness: Harness) -> None:
    retype(named(inspector, LineField, "Length"), "soon")
    assert "“soon” is not a length" in harness.view.hint
    assert named(inspector, LineField, "Length").text() == ""
    assert harness.steps == []


def test_fixing_goes_to_those_with_a_time_and_a_mixture_becomes_fixed(inspector: Inspector, harness: Harness) -> None:
    (fixed,) = inspector.several.findChildren(QCheckBox)
    click(fixed)
    assert [session.fixed for session in harness.plan.sessions] == [True, True, False, False]
    harness.workspace.apply(lambda plan: change_session(plan, "b", fixed=False), "Free")
    assert fixed.checkState() is Qt.CheckState.PartiallyChecked
    click(fixed)
    assert fixed.checkState() is Qt.CheckState.Checked
    click(fixed)
    assert [session.fixed for session in harness.plan.sessions] == [False] * 4


def test_a_room_takes_all_each_in_a_seating_that_it_has(inspector: Inspector, harness: Harness) -> None:
    choose(named(inspector, ChoiceField, "Room"), "Hall")
    assert [session.places[0].seating for session in harness.plan.sessions[:3]] == [Seating.ROWS] * 3
    assert {session.places[0].room for session in harness.plan.sessions[:3]} == {"hall"}
    choose(named(inspector, ChoiceField, "Seating"), "Circle of chairs")
    assert {session.places[0].seating for session in harness.plan.sessions[:3]} == {Seating.CIRCLE}
    assert harness.steps == ["Change “Room” of 3 sessions", "Change “Seating” of 3 sessions"]


def test_who_attends_and_who_may_see(qtbot: QtBot) -> None:
    harness = Harness(forum("f1", 1400), forum("f2", 1400), at("a", 900))
    inspector = Inspector(harness.context)
    qtbot.addWidget(inspector)
    harness.put(inspector, inspector.show_state, width=306, height=900)
    harness.view.select("f1", "f2", "a")
    share = next(session.attendance for session in harness.plan.sessions if isinstance(session.attendance, Share))
    attends = named(inspector, ChoiceField, "Who attends")
    assert attends.currentIndex() == -1
    choose(attends, attends.itemText(1))
    assert all(session.attendance == share for session in harness.plan.sessions)
    choose(attends, "A number of people")
    retype(named(inspector, LineField, "Number of people"), "12")
    assert {getattr(session.attendance, "number", None) for session in harness.plan.sessions} == {12}
    retype(named(inspector, LineField, "Number of people"), "many")
    assert "“many” is not a number of people. Write it like 40." in harness.view.hint
    choose(named(inspector, ChoiceField, "Who may see it"), "The team")
    assert {session.audience for session in harness.plan.sessions} == {Audience.TEAM}


def test_a_session_that_vanishes_leaves_the_others(inspector: Inspector, harness: Harness) -> None:
    harness.workspace.apply(lambda plan: remove_session(plan, "b"), "Delete")
    assert words(inspector)[0] == "2 sessions selected"
    harness.workspace.apply(lambda plan: remove_session(plan, "a"), "Delete")
    assert named(inspector, TitleField, "Title").toPlainText() == "Film"
    harness.workspace.undo()
    harness.workspace.apply(lambda plan: remove_session(remove_session(plan, "a"), "c"), "Delete")
    assert words(inspector) == ["Select a session to see and change its details."]


@pytest.mark.parametrize("width", [240, 306])
def test_nothing_is_wider_than_the_column(inspector: Inspector, width: int) -> None:
    inspector.resize(width, 700)
    for field in (*inspector.several.findChildren(QLineEdit), *inspector.several.findChildren(ChoiceField)):
        if field.isVisible():
            assert field.mapTo(inspector, field.rect().topRight()).x() < width


def test_commands_stand_above_the_fields(planner: PlannerWindow) -> None:
    plan = planner.context.workspace.plan
    chosen = [session.id for session in plan.sessions if session.scheduled][:3]
    planner.context.view.select(*chosen)
    several = planner.window.findChild(Inspector, "inspector")
    assert several is not None
    buttons = {button.text(): button for button in several.several.findChildren(QToolButton) if button.isVisible()}
    assert list(buttons) == ["Duplicate", "Delete", "Unschedule"]
    click(buttons["Unschedule"])
    after = planner.context.workspace.plan
    assert not any(after.session_by_id[session_id].scheduled for session_id in chosen)
    assert planner.context.view.selection == tuple(chosen)
    planner.menus["undo"].trigger()
    assert planner.context.workspace.plan is plan
