"""The keyboard reaches all that the mouse does; bursts are one step."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.board.conftest import MakeHand
from tests.ui.board.hand import Hand

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right


def test_arrows_walk_in_time_and_beside(hand: Hand) -> None:
    seen: list[str] = []
    for key in (DOWN, DOWN, DOWN, DOWN, RIGHT, LEFT, DOWN, UP):
        hand.key(key)
        seen.append(hand.context.view.selection[-1])
    assert seen == ["hello", "podium", "lunch", "one", "two", "one", "end", "one"]


@pytest.fixture
def between(make_hand: MakeHand, qtbot: QtBot) -> Iterator[tuple[Hand, QLineEdit, QLineEdit]]:
    """A board between two fields, the first with the focus."""
    window, before, after, hand = QWidget(), QLineEdit(), QLineEdit(), make_hand()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for each in (before, hand.board, after):
        layout.addWidget(each)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    before.setFocus()
    yield hand, before, after
    window.hide()


def test_tab_enters_the_board_and_leaves_it_at_once(between: tuple[Hand, QLineEdit, QLineEdit]) -> None:
    hand, before, after = between
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert hand.canvas.hasFocus()
    assert hand.context.view.selection == ("hello",)
    hand.key(Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab, SHIFT)
    assert hand.canvas.hasFocus()
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert before.hasFocus()


def test_tab_comes_back_to_the_session_left(between: tuple[Hand, QLineEdit, QLineEdit]) -> None:
    hand, before, after = between
    hand.context.view.select("lunch")
    hand.canvas.setFocus()
    hand.key(Qt.Key.Key_Escape)
    hand.key(Qt.Key.Key_Tab)
    assert (after.hasFocus(), hand.context.view.selection) == (True, ())
    QTest.keyClick(after, Qt.Key.Key_Backtab, SHIFT)
    assert hand.context.view.selection == ("lunch",)
    hand.context.view.select("one", "two")
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert hand.context.view.selection == ("one", "two")


def test_a_burst_of_moves_is_one_step(hand: Hand) -> None:
    before = hand.plan
    hand.context.view.set_flow(False)
    hand.context.view.select("end")
    for _ in range(3):
        hand.key(DOWN, ALT)
    hand.key(UP, CTRL | SHIFT)
    assert hand.plan.session_by_id["end"].start == 934
    assert hand.context.workspace.state.undo == "Ergebnisse verschieben"
    hand.context.workspace.undo()
    assert hand.plan is before


def test_what_a_burst_of_keys_did_is_said_in_sum(hand: Hand) -> None:
    hand.context.view.select("podium")
    for _ in range(8):
        hand.key(DOWN, ALT)
    assert hand.said[-1] == "Podium um 40 min später (11:40–12:40): Mittag ist fest, 10 min zu lang"


def test_what_was_said_is_gone_after_undo_and_with_another_selection(hand: Hand) -> None:
    view = hand.context.view
    view.select("podium")
    hand.key(UP, ALT)
    assert view.hint.startswith("Podium um 5 min früher")
    hand.context.workspace.undo()
    assert view.hint == ""
    hand.key(DOWN, ALT)
    assert view.hint.startswith("Podium um 5 min später")
    hand.key(UP)
    assert (view.selection, view.hint) == (("hello",), "")


def test_keys_resize_and_flow(hand: Hand) -> None:
    hand.context.view.select("hello")
    hand.key(UP, SHIFT | ALT)
    assert hand.plan.session_by_id["hello"].minutes == 55
    assert hand.plan.session_by_id["podium"].start == 655


def test_keys_change_the_room(hand: Hand) -> None:
    hand.context.view.select("one")
    hand.key(RIGHT, ALT)
    assert hand.plan.session_by_id["one"].places[0].room == "dom"
    hand.key(LEFT, ALT)
    assert hand.plan.session_by_id["one"].places[0].room == "hase"


def test_enter_asks_for_the_title_and_escape_lets_go(hand: Hand) -> None:
    asked: list[str] = []
    hand.board.edit_requested.connect(asked.append)
    hand.context.view.select("lunch")
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Escape)
    assert asked == ["lunch"]
    assert hand.context.view.selection == ()


def test_zoom_by_keys_and_back_to_the_whole_day(hand: Hand) -> None:
    whole = hand.pixels(600)
    hand.key(Qt.Key.Key_Plus, CTRL)
    assert hand.pixels(600) > whole
    hand.key(Qt.Key.Key_0, CTRL)
    assert hand.pixels(600) == whole
