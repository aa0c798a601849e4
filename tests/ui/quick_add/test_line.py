"""Sessions typed in one line: what is understood is said while one types, Enter adds it, the line stays open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from planner.examples import template
from planner.model import Plan, Session, new_id
from planner.ui.quick_add.line import QuickLine
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Make
from tests.ui.harness import click

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")
"""What the offscreen platform says of the list of names."""


def line_of(planner: PlannerWindow) -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    assert found is quick_of(planner).line
    return found


def quick_of(planner: PlannerWindow) -> QuickLine:
    (quick,) = planner.window.findChildren(QuickLine)
    return quick


def opened(planner: PlannerWindow) -> QLineEdit:
    planner.window.activateWindow()
    QApplication.processEvents()
    QTest.keySequence(QApplication.focusWidget() or planner.window, QKeySequence("Ctrl+Return"))
    return line_of(planner)


def said(planner: PlannerWindow) -> tuple[str, str]:
    return quick_of(planner).bubble.words()


def plan_of(planner: PlannerWindow) -> Plan:
    return planner.context.workspace.plan


def new_since(before: Plan, after: Plan) -> list[Session]:
    return [session for session in after.sessions if session.id not in before.session_by_id]


def welcome(planner: PlannerWindow) -> Session:
    return next(session for session in plan_of(planner).sessions if session.kind == "welcome")


def test_what_is_understood_is_said_while_one_types_and_is_what_comes(make: Make, planner: PlannerWindow) -> None:
    del make
    before = plan_of(planner)
    hall = before.rooms[0]
    hello = welcome(planner)
    planner.context.view.select(hello.id)
    line = opened(planner)
    QTest.keyClicks(line, 'Impulse 15m @"')
    QTest.keyClicks(line, f'{hall.name}" #N.N.')
    assert plan_of(planner) is before
    words, hints = said(planner)
    assert words.startswith("Impulse, 15 min, 10:20–10:35, " + hall.name)
    assert words.endswith("N. N. – Kind: Input talk")
    assert hints == ""
    assert line.accessibleDescription() == words
    assert planner.context.view.hint
    QTest.keyClick(line, Qt.Key.Key_Return)
    (new,) = new_since(before, plan_of(planner))
    assert (new.title, new.start, new.minutes, new.kind) == ("Impulse", 620, 15, "talk")
    assert [place.room for place in new.places] == [hall.id]
    assert [contribution.label for contribution in new.contributions] == ["N. N."]
    assert planner.context.workspace.state.undo == "Add Impulse"
    assert planner.context.view.selection == (new.id,)
    planner.context.workspace.undo()
    assert plan_of(planner) is before


def test_the_line_stays_open_and_the_next_one_goes_behind_the_last(planner: PlannerWindow) -> None:
    planner.files.start(template("empty", plan_id=new_id()))
    line = opened(planner)
    for words in ("Welcome", "Keynote 20m", "Forum 30m x3", "Lunch 12:00 !"):
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert line_of(planner).text() == ""
    found = [(session.title, session.start, session.minutes, session.fixed) for session in plan_of(planner).sessions]
    assert found == [
        ("Welcome", 540, 15, False),
        ("Keynote", 555, 20, False),
        ("Forum 1", 575, 30, False),
        ("Forum 2", 575, 30, False),
        ("Forum 3", 575, 30, False),
        ("Lunch", 720, 60, True),
    ]
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert line.text() == "Lunch 12:00 !"


def test_what_is_not_clear_is_said_and_nothing_is_added_without_a_title(planner: PlannerWindow) -> None:
    before = plan_of(planner)
    line = opened(planner)
    QTest.keyClicks(line, "15m")
    assert said(planner)[0] == "No title yet"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert plan_of(planner) is before
    assert line.text() == "15m"
    QTest.keyClicks(line, " Film @Nowhereland")
    assert said(planner)[1] == "Room “Nowhereland” unknown"
    assert "Film @Nowhereland" in said(planner)[0]


def test_esc_leaves_everything_as_it_was_and_gives_the_keys_back(planner: PlannerWindow) -> None:
    before = plan_of(planner)
    board = planner.window.view_stack.currentWidget()
    assert board is not None
    assert quick_of(planner).isHidden()
    line = opened(planner)
    size = board.size()
    QTest.keyClicks(line, "Film 15m")
    assert board.size() == size
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert plan_of(planner) is before
    assert quick_of(planner).isHidden()
    assert said(planner) == ("", "")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert board.isAncestorOf(focus) or focus is board
    assert planner.context.view.hint == ""


def test_on_an_empty_day_the_line_is_there_and_the_palette_opens_it(planner: PlannerWindow) -> None:
    button = next(button for button in planner.window.findChildren(QPushButton) if button.text() == "Quick add …")
    planner.window.activateWindow()
    click(button)
    assert line_of(planner).isVisible()
    QTest.keyClick(line_of(planner), Qt.Key.Key_Escape)
    planner.files.start(template("empty", plan_id=new_id()))
    assert quick_of(planner).isVisible()
    assert said(planner) == ("", "")


def test_it_opens_from_the_papers_and_the_list_as_well(planner: PlannerWindow) -> None:
    planner.window.show_view("papers")
    planner.menus["quick-add"].trigger()
    assert planner.window.view == "board"
    assert line_of(planner).isVisible()
    planner.window.show_view("list")
    planner.menus["quick-add"].trigger()
    assert planner.window.view == "list"
    assert line_of(planner).isVisible()


def test_names_are_offered_behind_their_signs_and_taken_by_tab(planner: PlannerWindow) -> None:
    plan = plan_of(planner)
    names = quick_of(planner).names
    line = opened(planner)
    QTest.keyClicks(line, "Film @Raum")
    assert set(names.offered) == {room.name for room in plan.rooms if room.name.startswith("Raum")}
    QTest.keyClicks(line, " D")
    assert names.offered == ("Raum Dom",)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "Film @Raum Dom "
    assert names.offered == ()
    person = next(person for person in plan.people if person.name)
    QTest.keyClicks(line, f"#{person.name[:2]}")
    assert person.name in names.offered
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert names.offered == ()
    assert line.text() == f"Film @Raum Dom #{person.name[:2]}"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert new_since(plan, plan_of(planner))[0].places[0].room == next(r.id for r in plan.rooms if r.name == "Raum Dom")


def test_the_flow_switch_and_another_day_are_seen_at_once(make: Make) -> None:
    planner = make()
    planner.files.start(template("two-day", plan_id=new_id()))
    line = opened(planner)
    QTest.keyClicks(line, "Film 15m")
    first = said(planner)[0]
    planner.context.view.show_day(plan_of(planner).days[1].id)
    assert said(planner)[0] != first
    planner.context.view.select(next(e.id for e in plan_of(planner).sessions if e.day == plan_of(planner).days[1].id))
    QTest.keyClicks(line, " ")
    flowing = planner.context.view.hint
    planner.context.view.set_flow(flow=False)
    assert planner.context.view.hint != flowing


def test_german_is_understood_and_said_in_a_german_window(make: Make) -> None:
    planner = make(language="de")
    planner.files.start(template("one-day", plan_id=new_id()))
    line = opened(planner)
    QTest.keyClicks(line, "Mittagspause 1,5 Std @Sahl")
    assert said(planner)[0].endswith("– Art: Essen")
    assert said(planner)[1].startswith("Raum „Sahl“ unbekannt")
