"""Keys move between the sessions on the board; what it does to sessions is in tests/ui/commands/test_move.py."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.board.conftest import MakeHand
from tests.ui.board.hand import Hand

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
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
    for widget in (before, hand.board, after):
        layout.addWidget(widget)
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


def test_escape_lets_go(hand: Hand) -> None:
    hand.context.view.select("lunch")
    hand.key(Qt.Key.Key_Escape)
    assert hand.context.view.selection == ()


def test_zoom_by_keys_and_back_to_the_whole_day(hand: Hand) -> None:
    whole = hand.pixels(600)
    hand.key(Qt.Key.Key_Plus, CTRL)
    assert hand.pixels(600) > whole
    hand.key(Qt.Key.Key_0, CTRL)
    assert hand.pixels(600) == whole
