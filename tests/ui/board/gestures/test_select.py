"""Several sessions are selected: by a rubber band, with Shift, or by a room's name."""

from typing import Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from planner.ui.board.gestures.autoscroll import FASTEST, ZONE, speed
from tests.ui.board.conftest import MakeHand
from tests.ui.board.hand import Hand, at_once, small_plan

NONE: Final = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def click(hand: Hand, session: str, held: Qt.KeyboardModifier = NONE) -> tuple[str, ...]:
    hand.press(hand.middle(session), held)
    hand.release(hand.middle(session), held)
    return hand.context.view.selection


def gap(hand: Hand) -> QPoint:
    """Return a point of the ground between the forums and the end."""
    box = hand.box("one")
    return QPoint(round(box.x) + 4, round((box.bottom + hand.box("end").y) / 2))


def test_a_rubber_band_selects_what_it_touches_in_order_of_time(hand: Hand) -> None:
    hand.press(gap(hand))
    hand.move(gap(hand) + QPoint(30, 2))
    assert hand.canvas.band is not None
    hand.move(hand.middle("two"))
    assert hand.context.view.selection == ("one", "two")
    hand.move(QPoint(5, round(hand.box("podium").bottom) - 4))
    hand.release(QPoint(5, round(hand.box("podium").bottom) - 4))
    assert hand.context.view.selection == ("podium", "lunch", "one")
    assert hand.canvas.band is None
    assert hand.context.workspace.state.undo is None


def test_with_ctrl_or_shift_a_rubber_band_adds(hand: Hand) -> None:
    hand.context.view.select("hello")
    hand.drag(gap(hand), QPoint(0, -40), CTRL)
    assert hand.context.view.selection == ("hello", "one")
    hand.drag(gap(hand), QPoint(0, 40), SHIFT)
    assert hand.context.view.selection == ("hello", "one", "end")


def test_escape_gives_back_what_was_selected_before_the_band(hand: Hand) -> None:
    hand.context.view.select("hello", "end")
    hand.press(gap(hand))
    hand.move(hand.middle("two"))
    assert hand.context.view.selection == ("one", "two")
    hand.key(Qt.Key.Key_Escape)
    assert hand.context.view.selection == ("hello", "end")
    assert hand.canvas.band is None
    hand.release(hand.middle("two"))
    assert hand.context.view.selection == ("hello", "end")


def test_the_band_pulls_the_board_along_at_its_edge_and_escape_scrolls_back(make_hand: MakeHand) -> None:
    hand = make_hand(height=300)
    hand.context.view.select("hello")
    bottom = hand.canvas.viewport().height()
    hand.press(QPoint(5, 5))
    hand.move(QPoint(300, bottom + 30))
    for _ in range(200):
        hand.interaction.scroller.timeout.emit()
    assert hand.canvas.offset().y() == hand.canvas.verticalScrollBar().maximum()
    assert hand.context.view.selection[-1] == "end"
    hand.key(Qt.Key.Key_Escape)
    assert hand.canvas.offset().y() == 0
    assert hand.context.view.selection == ("hello",)


def test_a_click_on_the_ground_selects_nothing_once_the_button_is_up(hand: Hand) -> None:
    hand.context.view.select("hello")
    hand.press(QPoint(5, 5))
    assert hand.context.view.selection == ("hello",)
    hand.release(QPoint(5, 5))
    assert hand.context.view.selection == ()


def test_shift_selects_from_the_last_click_on_in_order_of_time(hand: Hand) -> None:
    click(hand, "podium")
    assert click(hand, "one", SHIFT) == ("podium", "lunch", "one")
    assert click(hand, "hello", SHIFT) == ("podium", "hello")
    click(hand, "end")
    assert set(click(hand, "lunch", SHIFT)) == {"lunch", "one", "two", "end"}
    hand.key(Qt.Key.Key_Escape)
    assert click(hand, "podium", SHIFT) == ("podium",)


def test_shift_and_arrows_select_a_stretch_and_back(hand: Hand) -> None:
    click(hand, "hello")
    for selected in (("hello", "podium"), ("hello", "podium", "lunch")):
        hand.key(Qt.Key.Key_Down, SHIFT)
        assert hand.context.view.selection == selected
    hand.key(Qt.Key.Key_Up, SHIFT)
    assert hand.context.view.selection == ("hello", "podium")
    hand.key(Qt.Key.Key_Down)
    assert hand.context.view.selection == ("lunch",)
    hand.key(Qt.Key.Key_Up, SHIFT)
    assert hand.context.view.selection == ("lunch", "podium")


def test_shift_stays_in_a_room_where_both_are_in_it(make_hand: MakeHand) -> None:
    plan = at_once(at_once(small_plan(), "early", 730, 15, "hase"), "late", 960, 30, "hase")
    hand = make_hand(at_once(plan, "other", 905, 10, "dom"))
    click(hand, "early")
    assert click(hand, "late", SHIFT) == ("early", "one", "late")
    click(hand, "early")
    assert {"lunch", "two", "other"} <= set(click(hand, "end", SHIFT))


def test_ctrl_and_shift_add_a_stretch(hand: Hand) -> None:
    click(hand, "hello")
    click(hand, "lunch", CTRL)
    assert click(hand, "two", CTRL | SHIFT) == ("hello", "lunch", "one", "two")


def test_shift_and_a_drag_move_what_is_pressed_alone(hand: Hand) -> None:
    click(hand, "hello")
    hand.drag(hand.middle("end"), QPoint(0, hand.pixels(20)), SHIFT)
    assert hand.context.view.selection == ("end",)
    assert hand.plan.session_by_id["end"].start == 940


def test_a_click_on_a_room_s_name_selects_all_in_it(make_hand: MakeHand) -> None:
    hand = make_hand(at_once(small_plan(), "late", 960, 30, "hase"))
    header = hand.canvas.header
    place = QPoint(round(hand.canvas.ink.axis + hand.box("one").x) + 10, 8)
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, NONE, place)
    assert hand.context.view.selection == ("one", "late")
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, CTRL, QPoint(hand.canvas.ink.axis + 10, 8))
    assert hand.context.view.selection == ("one", "late", "hello", "podium", "end")
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, NONE, QPoint(5, 8))
    assert len(hand.context.view.selection) == 5


def test_the_middle_button_or_the_space_bar_push_the_day_about(make_hand: MakeHand) -> None:
    hand = make_hand(height=300)
    before, viewport = hand.plan, hand.canvas.viewport()
    hand.key(Qt.Key.Key_Space)
    hand.drag(hand.middle("podium"), QPoint(0, 60))
    moved = hand.plan
    assert moved is not before
    QTest.keyPress(hand.canvas, Qt.Key.Key_Space)
    hand.drag(QPoint(100, 200), QPoint(0, -50))
    assert hand.canvas.offset().y() == 50
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Space)
    assert hand.plan is moved
    QTest.mousePress(viewport, Qt.MouseButton.MiddleButton, NONE, QPoint(100, 100))
    hand.move(QPoint(100, 130), button=Qt.MouseButton.MiddleButton)
    QTest.mouseRelease(viewport, Qt.MouseButton.MiddleButton, NONE, QPoint(100, 130))
    assert hand.canvas.offset().y() == 20
    assert hand.plan is moved


@pytest.mark.parametrize(
    ("at", "begun", "sign"), [(5, None, -1), (5, 60, -1), (5, 3, 0), (395, None, 1), (200, None, 0)]
)
def test_only_a_hand_that_comes_nearer_to_an_edge_scrolls(at: float, begun: float | None, sign: int) -> None:
    found = speed(at, 400, begun)
    assert (found > 0) - (found < 0) == sign
    assert abs(speed(-500, 400, begun)) <= FASTEST
    assert speed(ZONE + 1, 400, None) == 0
