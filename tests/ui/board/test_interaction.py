"""Whatever interrupts a gesture cancels it without a trace."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from planner.ui.board.canvas import Canvas
from tests.ui.board.conftest import MakeHand
from tests.ui.board.hand import Hand

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _focus_out(canvas: Canvas, reason: Qt.FocusReason = Qt.FocusReason.ActiveWindowFocusReason) -> None:
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut, reason))


def _no_buttons(canvas: Canvas) -> None:
    none, at = Qt.MouseButton.NoButton, QPointF(200, 200)
    held = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(canvas.viewport(), QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, held))


def _lost_grab(canvas: Canvas) -> None:
    QApplication.sendEvent(canvas.viewport(), QEvent(QEvent.Type.UngrabMouse))


INTERRUPTIONS: list[Callable[[Canvas], object]] = [
    _focus_out,
    _no_buttons,
    _lost_grab,
    lambda canvas: canvas.window().hide(),
    lambda canvas: canvas.window().resize(700, 700),
]


@pytest.mark.parametrize("interrupt", INTERRUPTIONS)
@pytest.mark.parametrize("take", ["podium", "edge", "ground"])
def test_a_hand_that_is_interrupted_changes_nothing(
    make_hand: MakeHand, interrupt: Callable[[Canvas], object], take: str
) -> None:
    hand = make_hand()
    hand.context.view.select("hello", "end")
    before = hand.plan
    at = {"podium": hand.middle("podium"), "ground": QPoint(5, 5)}.get(take) or QPoint(
        200, round(hand.box("podium").bottom) - 2
    )
    hand.press(at)
    hand.move(at + QPoint(20, 60))
    assert hand.interaction.busy
    interrupt(hand.canvas)
    assert (hand.interaction.busy, hand.canvas.ghost, hand.canvas.band) == (False, None, None)
    assert hand.context.view.selection == ("hello", "end")
    assert not hand.interaction.scroller.isActive()
    hand.release(at + QPoint(20, 60))
    assert hand.plan is before
    assert hand.context.view.selection == ("hello", "end")


def test_the_menu_bar_that_looks_up_at_alt_does_not_end_a_drag(hand: Hand) -> None:
    hand.press(hand.middle("end"))
    hand.move(hand.middle("end") + QPoint(0, 40))
    _focus_out(hand.canvas, Qt.FocusReason.MenuBarFocusReason)
    assert hand.interaction.busy
    hand.key(Qt.Key.Key_Escape)


def test_escape_scrolls_back_and_selects_what_was_selected(make_hand: MakeHand) -> None:
    hand = make_hand(height=300)
    hand.context.view.select("hello")
    hand.press(hand.middle("podium"))
    hand.move(hand.middle("podium") + QPoint(0, 20))
    hand.canvas.scroll_by(QPointF(0, 60))
    assert hand.context.view.selection == ("podium",)
    hand.key(Qt.Key.Key_Escape)
    assert hand.canvas.offset().y() == 0
    assert hand.context.view.selection == ("hello",)


def test_what_is_half_out_of_sight_does_not_jump_when_it_is_clicked(make_hand: MakeHand) -> None:
    hand = make_hand(height=300)
    hand.canvas.scroll_by(QPointF(0, hand.box("podium").y + 20))
    offset, before = hand.canvas.offset(), hand.plan
    at = QPoint(200, 8)
    hand.press(at)
    hand.move(at + QPoint(1, 0))
    hand.release(at + QPoint(1, 0))
    assert hand.context.view.selection == ("podium",)
    assert hand.canvas.offset() == offset
    assert hand.plan is before


def wheel(hand: Hand, held: Qt.KeyboardModifier) -> None:
    at = QPointF(200, 100)
    event = QWheelEvent(
        at, hand.canvas.viewport().mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(hand.canvas.viewport(), event)


def test_the_wheel_scrolls_to_the_side_with_shift_and_does_not_zoom_what_is_in_the_hand(make_hand: MakeHand) -> None:
    hand = make_hand(width=300, height=300)
    wheel(hand, SHIFT)
    assert (hand.canvas.offset().x() > 0, hand.canvas.offset().y()) == (True, 0)
    before = hand.canvas.scene
    hand.press(hand.middle("hello"))
    hand.move(hand.middle("hello") + QPoint(0, 30))
    wheel(hand, CTRL)
    assert hand.canvas.scene is before
    hand.key(Qt.Key.Key_Escape)
    wheel(hand, CTRL)
    assert hand.canvas.scene is not before
