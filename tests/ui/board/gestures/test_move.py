"""Sessions move in time and between rooms, one or all that are selected."""

from PySide6.QtCore import QPoint, Qt

from planner.model import Place, Plan
from tests.ui.board.conftest import MakeHand
from tests.ui.board.hand import Hand, at_once, small_plan

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def workshops() -> Plan:
    """Return the small plan with two workshops after the forums, in two rooms."""
    return at_once(at_once(small_plan(), "a", 960, 30, "hase"), "b", 970, 30, "dom")


def columns(hand: Hand, count: int) -> int:
    return round(count * (hand.box("two").x - hand.box("one").x))


def where(hand: Hand, *sessions: str) -> list[tuple[int | None, str]]:
    found = [hand.plan.session_by_id[session_id] for session_id in sessions]
    return [(session.start, session.places[0].room) for session in found]


def test_several_of_rooms_move_between_rooms_together_in_one_step(make_hand: MakeHand) -> None:
    hand = make_hand(workshops())
    before = hand.plan
    hand.context.view.select("a", "b")
    hand.drag(hand.middle("b"), QPoint(columns(hand, 1), hand.pixels(-20, 985)))
    assert where(hand, "a", "b") == [(940, "dom"), (950, "attic")]
    assert "2 Programmpunkte um 20 min früher, andere Räume" in " ".join(hand.said)
    assert hand.context.workspace.state.undo == "2 Programmpunkte verschieben"
    hand.context.workspace.undo()
    assert hand.plan is before


def test_none_of_several_leaves_the_board(make_hand: MakeHand) -> None:
    hand = make_hand(workshops())
    hand.context.view.select("a", "b")
    hand.drag(hand.middle("a"), QPoint(columns(hand, 2), 0))
    assert where(hand, "a", "b") == [(960, "dom"), (970, "attic")]


def test_several_with_one_for_everyone_keep_their_rooms(make_hand: MakeHand) -> None:
    hand = make_hand(workshops())
    hand.context.view.select("end", "b")
    hand.drag(hand.middle("b"), QPoint(columns(hand, 1), hand.pixels(20, 985)))
    assert where(hand, "end", "b") == [(940, "hall"), (990, "dom")]


def test_a_hand_that_goes_sideways_keeps_the_time_unless_alt_is_held(make_hand: MakeHand) -> None:
    hand = make_hand(workshops())
    hand.context.view.set_flow(False)
    hand.drag(hand.middle("a"), QPoint(columns(hand, 1), 7))
    assert where(hand, "a") == [(960, "dom")]
    hand.context.workspace.undo()
    hand.drag(hand.middle("a"), QPoint(columns(hand, 1), 7), ALT)
    ((start, room),) = where(hand, "a")
    assert room == "dom"
    assert (start or 0) > 960
    hand.drag(hand.middle("podium"), QPoint(columns(hand, 1), -6), SHIFT)
    assert where(hand, "podium") == [(660, "hase")]


def test_all_that_are_selected_are_let_go_outside(hand: Hand) -> None:
    told = list[list[str]]()
    hand.interaction.dropped_outside.connect(lambda sessions, _at: told.append(sessions))
    hand.context.view.select("hello", "podium", "end")
    hand.drag(hand.middle("podium"), QPoint(-200, 0))
    hand.context.view.select("hello")
    hand.drag(hand.middle("podium"), QPoint(-200, 0))
    assert told == [["hello", "podium", "end"], ["podium"]]


def test_a_side_event_beside_a_session_for_everyone_gets_its_own_lane(make_hand: MakeHand) -> None:
    hand = make_hand(at_once(small_plan(), "press", 960, 30, "attic"))
    hand.context.view.set_flow(False)
    hand.drag(hand.middle("press"), QPoint(0, round(hand.box("podium").y - hand.box("press").y)))
    assert where(hand, "press") == [(660, "attic")]
    podium, press = hand.box("podium"), hand.box("press")
    assert podium.right <= press.x
    assert podium.x < hand.box("one").x
    hand.drag(hand.middle("press"), QPoint(round(podium.x - press.x), 0))
    assert where(hand, "press") == [(660, "hall")]
    podium, press = hand.box("podium"), hand.box("press")
    assert podium.right <= press.x or press.right <= podium.x


def test_what_is_in_several_rooms_keeps_them(make_hand: MakeHand) -> None:
    plan = workshops()
    both = (Place(room="hase"), Place(room="dom"))
    plan = plan.changed(
        sessions=tuple(session.changed(places=both) if session.id == "a" else session for session in plan.sessions)
    )
    hand = make_hand(plan)
    hand.context.view.set_flow(False)
    hand.drag(hand.middle("a"), QPoint(columns(hand, 1), hand.pixels(30, 975)))
    assert [place.room for place in hand.plan.session_by_id["a"].places] == ["hase", "dom"]
    assert hand.plan.session_by_id["a"].start == 990


def test_what_is_in_the_hand_is_in_nobody_s_way(make_hand: MakeHand) -> None:
    hand = make_hand(workshops())
    hand.context.view.select("a", "b")
    hand.press(hand.middle("a"))
    hand.move(hand.middle("a") + QPoint(0, hand.pixels(20)))
    ghost = hand.canvas.ghost
    assert ghost is not None
    assert "belegt" not in {obstacle.reason for obstacle in ghost.busy}
