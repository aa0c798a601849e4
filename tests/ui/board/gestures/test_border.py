"""The border between two sessions that follow each other is dragged."""

from PySide6.QtCore import QPoint, Qt

from planner.model.edits import change_session
from tests.ui.board.conftest import MakeHand
from tests.ui.board.hand import Hand, at_once, small_plan

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def border(hand: Hand) -> QPoint:
    """Return a point on the border between welcome and panel."""
    return QPoint(200, round((hand.box("hello").bottom + hand.box("podium").y) / 2))


def times(hand: Hand, session: str) -> tuple[int | None, int]:
    found = hand.plan.session_by_id[session]
    return found.start, found.end


def test_the_border_makes_one_longer_and_the_other_shorter_in_one_step(hand: Hand) -> None:
    before = hand.plan
    hand.drag(border(hand), QPoint(0, hand.pixels(16)))
    assert (times(hand, "hello"), times(hand, "podium"), times(hand, "lunch")) == ((600, 675), (675, 720), (750, 810))
    assert hand.context.workspace.state.undo == "Grenze zwischen Begrüßung und Podium"
    words = "Begrüßung um 15 min länger (10:00–11:15), Podium um 15 min kürzer (11:15–12:00)"
    assert words in hand.said
    hand.context.workspace.undo()
    assert hand.plan is before


def test_shift_on_the_lower_edge_is_the_border_and_alt_does_not_snap(hand: Hand) -> None:
    edge = QPoint(200, round(hand.box("hello").bottom) - 3)
    hand.drag(edge, QPoint(0, hand.pixels(-13)), SHIFT | ALT)
    start, end = times(hand, "podium")
    assert start == times(hand, "hello")[1]
    assert (start, end) != (660, 720)
    assert end == 720


def test_the_border_stays_a_minute_away_from_both_ends(hand: Hand) -> None:
    hand.drag(border(hand), QPoint(0, hand.pixels(200)), ALT)
    assert (times(hand, "hello"), times(hand, "podium")) == ((600, 719), (719, 720))


def test_the_hand_is_told_of_the_border_and_the_cursor_shows_it(hand: Hand) -> None:
    from PySide6.QtTest import QTest

    QTest.mouseMove(hand.canvas.viewport(), border(hand))
    assert hand.context.view.hint == "Ziehen: Grenze verschieben, eines wird länger, das andere kürzer"
    assert hand.canvas.viewport().cursor().shape() == Qt.CursorShape.SplitVCursor
    QTest.mouseMove(hand.canvas.viewport(), hand.middle("hello"))
    assert hand.canvas.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor


def test_where_nothing_follows_shift_resizes(hand: Hand) -> None:
    hand.drag(QPoint(200, round(hand.box("podium").bottom) - 2), QPoint(0, hand.pixels(10)), SHIFT)
    assert times(hand, "podium") == (660, 730)


def test_neighbours_in_a_room_roll_without_the_room_beside(make_hand: MakeHand) -> None:
    plan = at_once(at_once(small_plan(), "a", 960, 30, "hase"), "b", 990, 30, "hase")
    hand = make_hand(at_once(plan, "c", 960, 30, "dom"))
    at = QPoint(hand.middle("a").x(), round((hand.box("a").bottom + hand.box("b").y) / 2))
    hand.drag(at, QPoint(0, hand.pixels(10, 990)))
    assert (times(hand, "a"), times(hand, "b"), times(hand, "c")) == ((960, 1000), (1000, 1020), (960, 990))


def test_a_fixed_time_moves_with_the_border_and_the_status_line_says_so(make_hand: MakeHand) -> None:
    hand = make_hand(change_session(small_plan(), "podium", minutes=90))
    at = QPoint(200, round((hand.box("podium").bottom + hand.box("lunch").y) / 2))
    hand.drag(at, QPoint(0, hand.pixels(-15)))
    assert (times(hand, "podium"), times(hand, "lunch")) == ((660, 735), (735, 810))
    assert any(hint.endswith("die feste Uhrzeit von Mittag ändert sich") for hint in hand.said)


def test_what_becomes_longer_stays_in_its_lane(make_hand: MakeHand) -> None:
    hand = make_hand(at_once(small_plan(), "press", 660, 60, "attic"))
    at = QPoint(30, round(hand.box("podium").bottom) - 2)
    hand.press(at)
    hand.move(at + QPoint(0, 30))
    ghost = hand.canvas.ghost
    assert ghost is not None
    assert (ghost.box.x, ghost.box.width) == (hand.box("podium").x, hand.box("podium").width)
    hand.key(Qt.Key.Key_Escape)
