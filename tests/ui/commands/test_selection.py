"""What selects by key or menu, what the window says about it, and where all that are selected go at once."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from planner.model.agenda import on_day
from planner.text import date_short, language
from planner.ui.board.board import Board
from planner.ui.board.gestures.select import in_room
from planner.ui.board.renaming import TitleEditor
from planner.ui.window.planner_window import PlannerWindow
from planner.ui.window.status_bar import hours, selection_words
from tests.ui.board.hand import Hand
from tests.ui.window.test_planner_window import press


def board(planner: PlannerWindow) -> Board:
    found = planner.window.findChild(Board)
    assert found is not None
    return found


def test_ctrl_a_selects_the_day_and_the_status_line_counts(planner: PlannerWindow) -> None:
    board(planner).canvas.setFocus()
    press(planner, "Ctrl+A")
    plan, view = planner.context.workspace.plan, planner.context.view
    assert view.selection == tuple(session.id for session in on_day(plan, view.day))
    words = selection_words(plan, view.selection, language("en"))
    assert words.startswith(f"{len(view.selection)} sessions, ")
    minutes = sum(session.minutes for session in on_day(plan, view.day))
    assert words.endswith(hours(minutes, language("en")))
    assert [hours(length, language("en")) for length in (45, 120, 135)] == ["45 min", "2 h", "2 h 15 min"]


def test_f2_edits_the_title_on_the_board_and_ctrl_a_there_selects_text(planner: PlannerWindow) -> None:
    first = on_day(planner.context.workspace.plan, planner.context.view.day)[0].id
    board(planner).canvas.setFocus()
    planner.context.view.select(first)
    press(planner, "F2")
    editor = QApplication.focusWidget()
    assert isinstance(editor, TitleEditor)
    press(planner, "End")
    press(planner, "Ctrl+A")
    assert planner.context.view.selection == (first,)
    assert editor.selectedText() == editor.text()
    QTest.keyClicks(editor, "Rufus s l")
    planner.menus["fix"].trigger()
    assert planner.context.workspace.plan.session_by_id[first].title == "Rufus s l"
    assert planner.context.workspace.plan.session_by_id[first].fixed


def test_in_another_view_f2_leads_to_the_title_at_the_right(planner: PlannerWindow) -> None:
    planner.context.view.select(on_day(planner.context.workspace.plan, planner.context.view.day)[0].id)
    planner.window.show_view("papers")
    planner.menus["title"].trigger()
    QApplication.processEvents()
    focus = planner.window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "title"


def test_all_in_the_room_of_what_is_selected(planner: PlannerWindow) -> None:
    plan, view = planner.context.workspace.plan, planner.context.view
    assert not planner.menus["select-room"].isEnabled()
    last = next(session for session in reversed(on_day(plan, view.day)) if session.places)
    view.select(last.id)
    planner.menus["select-room"].trigger()
    assert set(view.selection) == set(in_room(plan, view.day, last.places[0].room))
    assert len(view.selection) > 1
    assert view.selection[-1] == last.id


def test_all_that_are_selected_go_to_the_day_or_the_tray_in_one_step(planner: PlannerWindow) -> None:
    planner.menus["add-day"].trigger()
    plan = planner.context.workspace.plan
    first, second = plan.days
    ids = [session.id for session in on_day(plan, first.id)[:3]]
    QApplication.processEvents()
    tabs = planner.window.findChild(QWidget, "tabs")
    palette = planner.window.findChild(QWidget, "palette")
    assert tabs is not None
    assert palette is not None
    (bar,) = tabs.findChildren(QTabBar)
    before = [plan.session_by_id[session].start for session in ids]
    board(planner).interaction.dropped_outside.emit(ids, bar.mapToGlobal(bar.tabRect(1).center()))
    plan = planner.context.workspace.plan
    assert [plan.session_by_id[session].day for session in ids] == [second.id] * 3
    assert [plan.session_by_id[session].start for session in ids] == before
    assert planner.context.view.hint.startswith(f"3 sessions moved to {date_short(second.date, planner.context.t)}")
    board(planner).interaction.dropped_outside.emit(ids, palette.mapToGlobal(QPoint(20, 20)))
    plan = planner.context.workspace.plan
    assert not any(plan.session_by_id[session].scheduled for session in ids)
    assert planner.context.workspace.state.undo == "Unschedule 3 sessions"
    planner.context.workspace.undo()
    planner.context.workspace.undo()
    assert planner.context.workspace.plan.session_by_id[ids[0]].day == first.id


def test_the_tray_lights_up_while_a_session_is_held_over_it(planner: PlannerWindow) -> None:
    canvas = board(planner).canvas
    palette, tray = (planner.window.findChild(QWidget, name) for name in ("palette", "tray"))
    assert palette is not None
    assert tray is not None
    hand = Hand(board(planner), planner.context)
    (panel,) = (session.id for session in planner.context.workspace.plan.sessions if session.kind == "panel")
    start, over = hand.middle(panel), canvas.viewport().mapFromGlobal(palette.mapToGlobal(QPoint(20, 20)))
    hand.press(start)
    hand.move(start + QPoint(0, 20))
    assert not tray.property("lit")
    hand.move(over)
    assert tray.property("lit")
    hand.move(start)
    assert not tray.property("lit")
    hand.move(over)
    hand.key(Qt.Key.Key_Escape)
    assert not tray.property("lit")
