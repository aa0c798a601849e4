"""The tray: counted, searched, walked by keys; what lies in it is selected, put onto the day, deleted, dragged."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from planner.model import Contribution
from planner.model.edits import change_session, to_tray
from planner.ui.palette.drag import BETWEEN, SESSION_MIME
from planner.ui.palette.palette import Palette
from planner.ui.palette.tray_list import GAP, TrayList
from planner.ui.widgets.fields import TitleField
from planner.ui.window.planner_window import PlannerWindow
from tests.model.small import at, starts
from tests.ui.harness import SIZE_HINTS, Harness, named

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)
CTRL = Qt.KeyboardModifier.ControlModifier


def shown(harness: Harness, qtbot: QtBot, height: int = 700) -> Palette:
    palette = Palette(harness.context)
    qtbot.addWidget(palette)
    return harness.put(palette, palette.show_state, width=218, height=height)


def titles(palette: Palette) -> list[str]:
    return [row.look.title for row in palette.tray.entries.rows]


def heading(palette: Palette) -> str:
    return next(label.text() for label in palette.tray.findChildren(QLabel) if label.objectName() == "heading")


def box(entries: TrayList, row: int) -> QRect:
    return entries.visualRect(entries.model().index(row, 0)).adjusted(0, 0, 0, -GAP)


def press(entries: TrayList, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, modifiers, box(entries, row).center())


def waiting(number: int) -> list[Any]:
    return [at(f"w{place}", None, 20, title=f"Film {place}") for place in range(number)]


@pytest.fixture
def harness() -> Harness:
    return Harness(at("a", 900), at("b", 1000), at("c", 1200), at("w1", None, 20, title="Film"), at("w2", None, 30))


def test_a_click_selects_and_ctrl_takes_several_with_the_board_s(harness: Harness, qtbot: QtBot) -> None:
    entries = shown(harness, qtbot).tray.entries
    press(entries, 0)
    assert harness.view.selection == ("w1",)
    harness.view.select("a")
    assert entries.chosen() == ()
    press(entries, 1, CTRL)
    assert harness.view.selection == ("a", "w2")
    press(entries, 0, CTRL)
    assert harness.view.selection == ("a", "w1", "w2")
    assert harness.steps == []


def test_arrows_walk_and_enter_puts_it_behind_what_was_selected_on_the_board(harness: Harness, qtbot: QtBot) -> None:
    entries = shown(harness, qtbot).tray.entries
    harness.view.select("a")
    entries.setFocus()
    QTest.keyClick(entries, Qt.Key.Key_Down)
    QTest.keyClick(entries, Qt.Key.Key_Up)
    QTest.keyClick(entries, Qt.Key.Key_Down)
    assert harness.view.selection == ("w2",)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    assert starts(harness.plan) == {"a": 900, "b": 1030, "c": 1230, "w1": None, "w2": 1000}
    assert harness.steps == ["Schedule Input talk"]
    assert harness.view.selection == ("w2",)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    assert starts(harness.plan)["w1"] == 1030
    harness.workspace.undo()
    assert [row.session for row in entries.rows] == ["w1"]


def test_several_are_put_one_behind_the_other_as_one_step(harness: Harness, qtbot: QtBot) -> None:
    entries = shown(harness, qtbot).tray.entries
    harness.view.select("a")
    entries.setFocus()
    press(entries, 0)
    QTest.keyClick(entries, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert harness.view.selection == ("w1", "w2")
    harness.view.set_flow(flow=False)
    QTest.keyClick(entries, Qt.Key.Key_Enter)
    assert starts(harness.plan) == {"a": 900, "b": 1000, "c": 1200, "w1": 1000, "w2": 1020}
    assert harness.steps == ["Schedule 2 sessions"]


def test_without_anything_selected_it_goes_to_the_day_s_end(harness: Harness, qtbot: QtBot) -> None:
    entries = shown(harness, qtbot).tray.entries
    press(entries, 0)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    assert starts(harness.plan)["w1"] == 1300


def test_it_is_sorted_by_kind_and_counted(qtbot: QtBot) -> None:
    one, two, three = waiting(3)
    harness = Harness(one, two.changed(kind="welcome"), three)
    palette = shown(harness, qtbot)
    assert titles(palette) == ["Film 1", "Film 0", "Film 2"]
    assert heading(palette) == "Unscheduled (3)"


def test_many_can_be_searched_by_title_kind_and_name(qtbot: QtBot) -> None:
    ann = Contribution(id="c", person="ann")
    few, many = Harness(*waiting(6)), Harness(*waiting(7), at("p", None, title="Last").changed(contributions=(ann,)))
    assert not [field for field in shown(few, qtbot).tray.findChildren(QLineEdit) if field.isVisible()]
    palette = shown(many, qtbot)
    line = named(palette, QLineEdit, "Search unscheduled sessions")
    for words, found in (
        ("film 3", ["Film 3"]),
        ("EXAMPLE ann", ["Last"]),
        ("talk film", [f"Film {n}" for n in range(7)]),
    ):
        line.clear()
        QTest.keyClicks(line, words)
        assert titles(palette) == found
    assert heading(palette) == "Unscheduled (7 of 8)"
    QTest.keyClicks(line, " nowhere")
    assert titles(palette) == []
    assert "No match." in [label.text() for label in palette.tray.findChildren(QLabel) if label.isVisible()]
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert len(titles(palette)) == 8
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert palette.tray.entries.hasFocus()
    assert many.view.selection == ("w0",)


def test_the_search_stays_when_few_are_left_and_ends_when_it_is_emptied(qtbot: QtBot) -> None:
    harness = Harness(*waiting(8))
    palette = shown(harness, qtbot)
    line = named(palette, QLineEdit, "Search unscheduled sessions")
    QTest.keyClicks(line, "film")
    harness.workspace.apply(lambda plan: plan.changed(sessions=plan.sessions[:2]), "Delete")
    assert line.isVisible()
    line.clear()
    assert not line.isVisible()


def test_a_drag_carries_the_session(harness: Harness, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[str] = []

    def drag(self: Any, *_: object) -> Qt.DropAction:  # noqa: ANN401
        carried.append(bytes(self.mimeData().data(SESSION_MIME).data()).decode())
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", drag)
    entries = shown(harness, qtbot).tray.entries
    middle, button = box(entries, 1).center(), Qt.MouseButton.LeftButton
    QTest.mousePress(entries.viewport(), button, pos=middle)
    for way in (5, 40):
        place = QPointF(middle + QPoint(way, 3))
        event = QMouseEvent(
            QEvent.Type.MouseMove, place, entries.mapToGlobal(place), button, button, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(entries.viewport(), event)
    QTest.mouseRelease(entries.viewport(), button, pos=middle)
    assert carried == ["w2"]
    QTest.mouseClick(entries.viewport(), button, Qt.KeyboardModifier.ControlModifier, box(entries, 0).center())
    entries.startDrag(Qt.DropAction.CopyAction)
    assert set(carried[1].split(BETWEEN)) == set(harness.view.selection)
    assert len(harness.view.selection) == 2
    assert harness.steps == []


def test_the_keyboard_stays_in_its_line_when_the_plan_changes(qtbot: QtBot) -> None:
    harness = Harness(*waiting(30))
    entries = shown(harness, qtbot).tray.entries
    entries.setFocus()
    press(entries, 0)
    for _ in range(20):
        QTest.keyClick(entries, Qt.Key.Key_Down)
    place = entries.verticalScrollBar().value()
    harness.workspace.apply(lambda plan: change_session(plan, "w0", title="Another"), "Change")
    assert entries.verticalScrollBar().value() == place > 0
    assert harness.view.selection == ("w20",)
    QTest.keyClick(entries, Qt.Key.Key_Down)
    assert harness.view.selection == ("w21",)


@pytest.mark.parametrize("number", [0, 1, 2, 9])
def test_the_tray_is_in_view_on_a_low_screen(qtbot: QtBot, number: int) -> None:
    harness = Harness(at("a", 900), *waiting(number))
    palette = shown(harness, qtbot, 620)
    frame = palette.findChild(QFrame, "tray")
    assert frame is not None
    assert frame.mapTo(palette, QPoint()).y() + frame.height() <= palette.height()
    assert frame.height() <= palette.height() // 3 + 4
    for row in range(min(number, 2)):
        assert palette.tray.entries.viewport().rect().contains(box(palette.tray.entries, row))
    harness.workspace.apply(lambda plan: to_tray(plan, "a"), "tray")
    assert frame.mapTo(palette, QPoint()).y() + frame.height() <= palette.height()


def test_a_long_name_takes_two_lines_and_none_is_wider_than_the_column(qtbot: QtBot) -> None:
    harness = Harness(
        at("long", None, title="Kooperationswerkstatt mit allen Gleichstellungsbeauftragten"),
        at("short", None, title="Film"),
    )
    entries = shown(harness, qtbot).tray.entries
    assert box(entries, 0).height() > box(entries, 1).height()
    assert all(box(entries, row).width() <= entries.viewport().width() for row in (0, 1))


def tray_of(planner: PlannerWindow) -> TrayList:
    found = planner.window.findChild(TrayList, "trayList")
    assert found is not None
    return found


def test_del_deletes_what_is_chosen_and_nothing_else(planner: PlannerWindow) -> None:
    workspace, view, entries = planner.context.workspace, planner.context.view, tray_of(planner)
    before = workspace.plan
    press(entries, 1)
    gone = view.selection
    QTest.keyClick(entries, Qt.Key.Key_Delete)
    assert {session.id for session in before.sessions} - {session.id for session in workspace.plan.sessions} == set(
        gone
    )
    view.select(next(session.id for session in before.sessions if session.scheduled))
    QTest.keyClick(entries, Qt.Key.Key_Delete)
    assert [session.id for session in workspace.plan.sessions] == [
        session.id for session in before.sessions if session.scheduled
    ]
    planner.menus["undo"].trigger()
    planner.menus["undo"].trigger()
    assert workspace.plan is before


def test_the_menu_of_sessions_opens_there(planner: PlannerWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QPoint] = []
    monkeypatch.setattr(planner.menus.session_menu, "popup", asked.append)
    entries = tray_of(planner)
    at_ = box(entries, 0).center()
    press(entries, 1)
    press(entries, 0)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, at_, entries.viewport().mapToGlobal(at_))
        QApplication.sendEvent(entries.viewport(), event)
    assert len(asked) == 2
    assert planner.context.view.selection == (entries.rows[0].session,)


def test_what_is_selected_there_stands_in_the_details(planner: PlannerWindow) -> None:
    entries = tray_of(planner)
    press(entries, 0)
    title = planner.window.findChild(TitleField, "title")
    assert title is not None
    assert title.toPlainText() == entries.rows[0].look.title
