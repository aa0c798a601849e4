"""The inspector: each field commits once, into the session it was typed for; wrong input is refused with a sentence."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from planner.model import Everyone, Item, Number, Place, Seating, Share
from planner.model.edits import change_session, remove_session
from planner.ui.inspector.inspector import Inspector
from planner.ui.widgets.fields import ChoiceField, LineField, TitleField
from planner.ui.widgets.link_button import LinkButton
from tests.model.small import MONDAY, at, starts
from tests.ui.harness import SIZE_HINTS, Harness, click, named, retype

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def harness() -> Harness:
    items = (Item(id="i1", title="Town"), Item(id="i2", title="Host"))
    harness = Harness(at("a", 900, 60, "hall", title="One", items=items), at("b", 1000, 30, title="Two"), at("c", None))
    harness.view.select("a")
    return harness


@pytest.fixture
def inspector(harness: Harness, qtbot: QtBot) -> Inspector:
    made = Inspector(harness.context)
    qtbot.addWidget(made)
    return harness.put(made, made.show_state, width=300, height=1400)


def line(inspector: Inspector, name: str) -> LineField:
    return named(inspector, LineField, name)


def choice(inspector: Inspector, name: str) -> ChoiceField:
    return named(inspector, ChoiceField, name)


def choose(box: ChoiceField, words: str) -> None:
    """Choose by the keyboard, as in a closed box: type the first letters."""
    place = next(n for n in range(box.count()) if box.itemText(n).startswith(words))
    box.setFocus()
    key = Qt.Key.Key_Down if place > box.currentIndex() else Qt.Key.Key_Up
    for _ in range(abs(place - box.currentIndex())):
        QTest.keyClick(box, key)


def test_a_title_commits_once_by_enter_and_not_again_when_left(inspector: Inspector, harness: Harness) -> None:
    title = named(inspector, TitleField, "Title")
    retype(title, "New title")
    assert (harness.plan.sessions[0].title, harness.steps) == ("New title", ["Change One"])
    line(inspector, "Start").setFocus()
    assert len(harness.steps) == 1


def test_leaving_a_field_commits_it_and_leaving_it_unchanged_does_not(inspector: Inspector, harness: Harness) -> None:
    retype(line(inspector, "Length"), "45", Qt.Key.Key_Tab)
    assert [session.minutes for session in harness.plan.sessions][:1] == [45]
    for same in ("45 min", "0:45", "0,75h"):
        retype(line(inspector, "Length"), same, Qt.Key.Key_Tab)
        assert line(inspector, "Length").text() == "45 min"
    assert len(harness.steps) == 1


def test_esc_brings_back_what_the_plan_holds(inspector: Inspector, harness: Harness) -> None:
    click(inspector.findChildren(QToolButton)[0])
    for field, was in (
        (named(inspector, TitleField, "Title"), "One"),
        (line(inspector, "Start"), "09:00"),
        (named(inspector, QPlainTextEdit, "Description"), ""),
    ):
        retype(field, "typed", Qt.Key.Key_Escape)
        assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == was
        inspector.setFocus()
    assert harness.steps == []


def test_start_length_and_end_agree(inspector: Inspector, harness: Harness) -> None:
    retype(line(inspector, "Start"), "9:30")
    assert (line(inspector, "Length").text(), line(inspector, "End").text()) == ("60 min", "10:30")
    retype(line(inspector, "End"), "11")
    assert (line(inspector, "Length").text(), line(inspector, "Start").text()) == ("90 min", "09:30")
    retype(line(inspector, "Length"), "1:15")
    assert line(inspector, "End").text() == "10:45"
    assert harness.steps == ["Move One", "Resize One", "Resize One"]
    assert starts(harness.plan)["b"] == 1045


def test_what_another_time_leads_to_is_said(inspector: Inspector, harness: Harness) -> None:
    retype(line(inspector, "Start"), "9:05")
    assert harness.view.hint == "One 5 min later (09:05–10:05), 1 block moves along"
    retype(line(inspector, "End"), "8:00")  # before the start: it moves so that it ends then
    assert harness.view.hint == "One 125 min earlier (07:00–08:00), 1 block moves along"


def test_without_flow_what_follows_stays(inspector: Inspector, harness: Harness) -> None:
    harness.view.set_flow(flow=False)
    retype(line(inspector, "Length"), "90")
    assert starts(harness.plan)["b"] == 1000


@pytest.mark.parametrize("name", ["Start", "Length", "End"])
def test_a_wrong_time_is_refused_with_a_sentence(inspector: Inspector, harness: Harness, name: str) -> None:
    was = line(inspector, name).text()
    retype(line(inspector, name), "soon")
    assert "“soon” is no" in harness.view.hint
    assert line(inspector, name).text() == was
    assert harness.steps == []


def test_an_end_before_the_start_is_after_midnight(inspector: Inspector, harness: Harness) -> None:
    retype(line(inspector, "Start"), "23:00")
    retype(line(inspector, "End"), "0:30")
    assert (harness.plan.sessions[0].minutes, line(inspector, "End").text()) == (90, "00:30")


def test_an_end_across_a_clock_change_is_what_clocks_show(qtbot: QtBot) -> None:
    harness = Harness(at("a", 130, 30), days=(MONDAY.changed(date=date(2027, 3, 28)),))
    harness.view.select("a")
    inspector = Inspector(harness.context)
    qtbot.addWidget(inspector)
    harness.put(inspector, inspector.show_state)
    assert line(inspector, "End").text() == "03:00"
    retype(line(inspector, "End"), "3:30")
    assert (harness.plan.sessions[0].minutes, line(inspector, "End").text()) == (60, "03:30")


def test_a_time_is_fixed_and_a_session_sent_to_the_tray(inspector: Inspector, harness: Harness) -> None:
    fixed = next(checkbox for checkbox in inspector.findChildren(QCheckBox) if checkbox.text() == "Time fixed")
    QTest.keyClick(fixed, Qt.Key.Key_Space)
    assert harness.steps == ["Fix the time of One"]
    choose(choice(inspector, "Day"), "Unscheduled")
    assert not harness.plan.sessions[0].scheduled
    assert not line(inspector, "End").isEnabled()


def test_a_session_goes_to_another_day_at_its_time_and_that_day_is_shown(
    inspector: Inspector, harness: Harness
) -> None:
    choose(choice(inspector, "Day"), "Tuesday")
    assert (harness.plan.sessions[0].day, harness.plan.sessions[0].start, harness.view.day) == ("tue", 540, "tue")


def test_another_room_brings_a_seating_that_it_has(inspector: Inspector, harness: Harness) -> None:
    choose(choice(inspector, "Room"), "Blue")
    assert harness.plan.sessions[0].places == (Place(room="blue", seating=Seating.CIRCLE),)
    assert choice(inspector, "Room").hasFocus()
    choose(choice(inspector, "Seating"), "Rows")
    assert harness.plan.sessions[0].places == (Place(room="blue", seating=Seating.ROWS),)
    choose(choice(inspector, "Room"), "No room")
    assert harness.plan.sessions[0].places == ()


def test_a_second_room_is_added_and_the_arithmetic_follows(inspector: Inspector, harness: Harness) -> None:
    click(next(button for button in inspector.findChildren(LinkButton) if button.label() == "Add a room"))
    assert [place.room for place in harness.plan.sessions[0].places] == ["hall", "blue"]
    rooms = [
        field for field in inspector.findChildren(ChoiceField) if field.accessibleName() == "Room" and field.isVisible()
    ]
    assert [field.currentText() for field in rooms] == ["Hall", "Blue"]


def test_tab_goes_through_the_fields_in_the_order_they_stand(inspector: Inspector, harness: Harness) -> None:
    choose(choice(inspector, "Room"), "Blue")
    choice(inspector, "Room").setFocus()
    QTest.keyClick(choice(inspector, "Room"), Qt.Key.Key_Tab)
    assert choice(inspector, "Seating").hasFocus()
    assert len(harness.steps) == 1
    QTest.keyClick(choice(inspector, "Seating"), Qt.Key.Key_Tab)
    assert choice(inspector, "Who attends").hasFocus()
    QTest.keyClick(choice(inspector, "Who attends"), Qt.Key.Key_Tab)
    more = next(button for button in inspector.findChildren(LinkButton) if button.label() == "Add a room")
    assert more.hasFocus()
    QTest.keyClick(more, Qt.Key.Key_Backtab)
    QTest.keyClick(choice(inspector, "Who attends"), Qt.Key.Key_Backtab)
    QTest.keyClick(choice(inspector, "Seating"), Qt.Key.Key_Backtab)
    QTest.keyClick(choice(inspector, "Room"), Qt.Key.Key_Backtab)
    assert next(
        checkbox for checkbox in inspector.findChildren(QCheckBox) if checkbox.text() == "Time fixed"
    ).hasFocus()


def test_who_attends_is_everyone_a_share_or_a_number(inspector: Inspector, harness: Harness) -> None:
    choose(choice(inspector, "Who attends"), "Forums")
    assert harness.plan.sessions[0].attendance == Share(round="round")
    choose(choice(inspector, "Who attends"), "A number")
    number = line(inspector, "Number of people")
    retype(number, "25")
    assert harness.plan.sessions[0].attendance == Number(number=25)
    for wrong in ("many", "-3", "²"):
        retype(number, wrong)
        assert f"“{wrong}” is not a number" in harness.view.hint
        assert number.text() == "25"
    choose(choice(inspector, "Who attends"), "Everyone")
    assert harness.plan.sessions[0].attendance == Everyone()
    assert not number.isVisible()


def test_further_fields_are_those_of_the_model(inspector: Inspector, harness: Harness) -> None:
    click(inspector.findChildren(QToolButton)[0])
    retype(line(inspector, "Guiding question"), "Why?")
    note = named(inspector, QPlainTextEdit, "Internal note")
    retype(note, "Ask again", Qt.Key.Key_Tab)
    choose(choice(inspector, "Kind"), "Panel")
    session = harness.plan.sessions[0]
    assert (session.question, session.note, session.kind) == ("Why?", "Ask again", "panel")
    assert len(harness.steps) == 3


def items(inspector: Inspector) -> list[LineField]:
    name = "Item; empty removes it"
    return [
        field for field in inspector.findChildren(LineField) if field.accessibleName() == name and field.isVisible()
    ]


def test_items_are_renamed_by_tab_added_and_removed(inspector: Inspector, harness: Harness) -> None:
    click(inspector.findChildren(QToolButton)[0])
    retype(items(inspector)[0], "City", Qt.Key.Key_Tab)
    assert [item.title for item in harness.plan.sessions[0].items] == ["City", "Host"]
    assert items(inspector)[1].hasFocus()
    click(next(button for button in inspector.findChildren(LinkButton) if button.label() == "Add an item"))
    new = items(inspector)[2]
    assert new.hasFocus()
    QTest.keyClicks(new, "Choir")
    QTest.keyClick(new, Qt.Key.Key_Return)
    retype(items(inspector)[1], "")
    assert [item.title for item in harness.plan.sessions[0].items] == ["City", "Choir"]
    assert len(harness.steps) == 4


def test_what_is_typed_goes_to_the_session_it_was_typed_for(inspector: Inspector, harness: Harness) -> None:
    title = named(inspector, TitleField, "Title")
    title.setFocus()
    QTest.keyClicks(title, "New ")
    harness.view.select("b")
    assert [session.title for session in harness.plan.sessions] == ["New One", "Two", ""]
    assert title.toPlainText() == "Two"


def test_what_is_typed_for_a_removed_session_is_gone_with_it(inspector: Inspector, harness: Harness) -> None:
    title = named(inspector, TitleField, "Title")
    title.setFocus()
    QTest.keyClicks(title, "New ")
    harness.workspace.apply(lambda plan: remove_session(plan, "a"), "Remove")
    assert [session.title for session in harness.plan.sessions] == ["Two", ""]
    assert not title.isVisible()


def test_a_change_from_elsewhere_does_not_disturb_what_is_being_typed(inspector: Inspector, harness: Harness) -> None:
    question = line_in_details(inspector)
    question.setFocus()
    QTest.keyClicks(question, "Who")
    harness.workspace.apply(lambda plan: change_session(plan, "b", title="Other"), "Change")
    QTest.keyClicks(question, "?")
    assert question.text() == "Who?"
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert harness.plan.sessions[0].question == "Who?"


def line_in_details(inspector: Inspector) -> LineField:
    click(inspector.findChildren(QToolButton)[0])
    return line(inspector, "Guiding question")


def test_undo_is_shown_at_once(inspector: Inspector, harness: Harness) -> None:
    retype(line(inspector, "Length"), "45")
    harness.workspace.undo()
    assert line(inspector, "Length").text() == "60 min"


def test_a_long_title_is_wrapped_and_has_no_line_breaks(inspector: Inspector, harness: Harness) -> None:
    title = named(inspector, TitleField, "Title")
    low = title.height()
    long = "Geschlechtergerechtigkeit in der kommunalen Entwicklungspolitik"
    retype(title, long)
    assert harness.plan.sessions[0].title == long
    assert title.height() > low
    assert title.width() <= 300


def test_nothing_selected_says_what_to_do(inspector: Inspector, harness: Harness) -> None:
    harness.view.select()
    shown = [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Select a session to see and change its details."]
