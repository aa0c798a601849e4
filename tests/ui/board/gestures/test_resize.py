"""The mouse on the board: each gesture is one named step, and can be cancelled."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.model import Number
from planner.model.edits import change_session
from tests.ui.board.conftest import MakeHand
from tests.ui.board.hand import Hand, at_once, small_plan

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_drag_moves_by_what_the_grid_says_in_one_step_and_undo_gives_the_same_plan(hand: Hand) -> None:
    before = hand.plan
    hand.context.view.set_flow(False)
    hand.drag(hand.middle("end"), QPoint(0, hand.pixels(29)))
    assert hand.plan.session_by_id["end"].start == 950
    assert hand.context.workspace.state.undo == "Ergebnisse verschieben"
    hand.context.workspace.undo()
    assert hand.plan is before


def test_what_follows_flows_up_to_the_fixed_time_and_the_status_line_says_so(hand: Hand) -> None:
    hand.drag(hand.middle("hello"), QPoint(0, hand.pixels(60)))
    starts = {session.id: session.start for session in hand.plan.sessions}
    assert (starts["hello"], starts["podium"], starts["lunch"]) == (660, 720, 750)
    assert "Begrüßung um 60 min später (11:00–12:00): Mittag ist fest, 30 min zu lang" in " ".join(hand.said)


def test_what_is_drawn_before_an_earlier_session_changes_places_with_it(hand: Hand) -> None:
    view, before = hand.context.view, {session.id: session.start for session in hand.plan.sessions}
    hand.context.workspace.apply(lambda plan: change_session(plan, "podium", minutes=30), "Shorter")
    hand.drag(hand.middle("podium"), QPoint(0, hand.pixels(-50)))
    starts = {session.id: session.start for session in hand.plan.sessions}
    assert starts == before | {"podium": 600, "hello": 630}
    assert hand.context.workspace.state.undo == "Podium verschieben"
    hand.context.workspace.undo()
    view.set_flow(False)
    hand.drag(hand.middle("podium"), QPoint(0, hand.pixels(-50)))
    assert hand.plan.session_by_id["hello"].start == 600


def test_nothing_changes_places_with_a_fixed_time(hand: Hand) -> None:
    hand.drag(hand.middle("end"), QPoint(0, round(hand.box("lunch").y - hand.box("end").y)))
    assert hand.plan.session_by_id["lunch"].start == 750


def test_ctrl_is_the_other_flow(hand: Hand) -> None:
    hand.drag(hand.middle("hello"), QPoint(0, hand.pixels(-20)), CTRL)
    assert hand.plan.session_by_id["hello"].start == 580
    assert hand.plan.session_by_id["podium"].start == 660


def test_the_edge_of_a_neighbour_wins_over_the_grid_unless_alt_is_held(make_hand: MakeHand) -> None:
    plan = change_session(small_plan(), "lunch", start=753)
    hand = make_hand(plan)
    hand.context.view.set_flow(False)
    hand.drag(hand.middle("podium"), QPoint(0, hand.pixels(31)))
    assert hand.plan.session_by_id["podium"].end == 753
    hand.context.workspace.undo()
    hand.drag(hand.middle("podium"), QPoint(0, hand.pixels(31)), ALT)
    assert hand.plan.session_by_id["podium"].start == pytest.approx(691, abs=1)


def test_escape_calls_a_drag_off(hand: Hand) -> None:
    before, at = hand.plan, hand.middle("podium")
    hand.press(at)
    hand.move(at + QPoint(0, 60))
    assert hand.interaction.busy
    assert hand.canvas.ghost is not None
    hand.key(Qt.Key.Key_Escape)
    assert not hand.interaction.busy
    assert hand.canvas.ghost is None
    hand.release(at + QPoint(0, 60))
    assert hand.plan is before


def test_a_tremble_is_a_click(hand: Hand) -> None:
    before = hand.plan
    hand.drag(hand.middle("podium"), QPoint(2, 3))
    assert hand.plan is before
    assert hand.context.view.selection == ("podium",)


def test_another_column_is_another_room_with_a_seating_it_has(make_hand: MakeHand) -> None:
    hand = make_hand()
    column = hand.box("two").x - hand.box("one").x
    hand.drag(hand.middle("one"), QPoint(round(column), 0))
    (place,) = hand.plan.session_by_id["one"].places
    assert (place.room, place.seating) == ("dom", "circle")
    assert hand.plan.session_by_id["one"].start == 840
    assert "Raum Dom" in " ".join(hand.said)


def test_places_are_told_before_the_hand_lets_go(make_hand: MakeHand) -> None:
    plan = at_once(small_plan(), "team", 960, 30, "hase")
    hand = make_hand(change_session(plan, "team", attendance=Number(number=16)))
    at = hand.middle("team")
    hand.press(at)
    hand.move(at + QPoint(round(hand.box("two").x - hand.box("one").x), 0))
    ghost = hand.canvas.ghost
    assert ghost is not None
    assert (ghost.places, ghost.short) == ("14 Plätze, 2 fehlen", True)
    hand.key(Qt.Key.Key_Escape)


def test_what_everyone_attends_keeps_its_room_unless_shift_is_held(hand: Hand) -> None:
    hand.drag(hand.middle("podium"), QPoint(300, 0))
    assert hand.plan.session_by_id["podium"].places[0].room == "hall"
    hand.drag(hand.middle("podium"), QPoint(300, 0), SHIFT)
    assert hand.plan.session_by_id["podium"].places[0].room != "hall"


def test_the_lower_edge_changes_the_length_and_the_upper_one_keeps_the_end(hand: Hand) -> None:
    box = hand.box("end")
    hand.drag(QPoint(200, round(box.bottom) - 2), QPoint(0, hand.pixels(20)))
    assert hand.plan.session_by_id["end"].minutes == 50
    assert hand.context.workspace.state.undo == "Dauer von Ergebnisse"
    box = hand.box("end")
    hand.drag(QPoint(200, round(box.y) + 2), QPoint(0, hand.pixels(10)))
    assert (hand.plan.session_by_id["end"].start, hand.plan.session_by_id["end"].end) == (930, 970)


def test_what_moves_fades_and_times_that_lie_close_are_one_badge(hand: Hand) -> None:
    axis = hand.canvas._axis  # pyright: ignore[reportPrivateUsage]
    at = hand.middle("hello")
    hand.press(at)
    hand.move(at + QPoint(0, hand.pixels(20)))
    ghost = hand.canvas.ghost
    assert ghost is not None
    assert (ghost.moved, ghost.along) == ("hello", ("podium",))
    assert [text for _, text in axis.badges()] == ["10:20", "11:20"]
    axis.mark(825, 835)
    assert [text for _, text in axis.badges()] == ["13:45–13:55"]
    hand.key(Qt.Key.Key_Escape)
    assert axis.badges() == []


def test_several_selected_ones_move_together(hand: Hand) -> None:
    hand.context.view.select("hello", "podium")
    hand.drag(hand.middle("podium"), QPoint(0, hand.pixels(-30)))
    starts = {session.id: session.start for session in hand.plan.sessions}
    assert (starts["hello"], starts["podium"]) == (570, 630)
    assert hand.context.workspace.state.undo == "2 Programmpunkte verschieben"


def test_clicks_select_add_and_let_go(hand: Hand) -> None:
    def click(at: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> tuple[str, ...]:
        hand.press(at, held)
        hand.release(at, held)
        return hand.context.view.selection

    assert click(hand.middle("hello")) == ("hello",)
    assert click(hand.middle("podium"), CTRL) == ("hello", "podium")
    assert click(hand.middle("hello"), CTRL) == ("podium",)
    assert click(QPoint(5, 5)) == ()


def test_a_session_let_go_left_of_the_board_is_handed_over(hand: Hand) -> None:
    before, told = hand.plan, list[tuple[list[str], QPoint]]()
    hand.interaction.dropped_outside.connect(lambda sessions, at: told.append((sessions, at)))
    at = hand.middle("podium")
    hand.drag(at, QPoint(-200, 0))
    assert [sessions for sessions, _ in told] == [["podium"]]
    assert hand.plan is before


def test_a_session_let_go_above_the_board_is_handed_over_too_and_stays_at_its_time(hand: Hand) -> None:
    before, told = hand.plan, list[tuple[list[str], QPoint]]()
    hand.interaction.dropped_outside.connect(lambda sessions, at: told.append((sessions, at)))
    at, tab = hand.middle("podium"), QPoint(200, -hand.canvas.viewport().y() - 15)
    hand.drag(at, tab - at)
    assert told == [(["podium"], hand.canvas.viewport().mapToGlobal(tab))]
    assert hand.plan is before


def test_outside_the_ghost_is_gone_and_the_status_line_says_what_letting_go_does(hand: Hand) -> None:
    view, canvas = hand.context.view, hand.canvas
    hand.press(hand.middle("podium"))
    hand.move(QPoint(200, -200))
    assert (canvas.ghost, view.hint) == (None, "")
    hand.key(Qt.Key.Key_Escape)
    hand.interaction.ask_outside(lambda at: "d" if canvas.mapFromGlobal(at).y() < 0 else None, lambda _at: True)
    hand.press(hand.middle("podium"))
    hand.move(hand.middle("podium") + QPoint(0, 60))
    assert canvas.ghost is not None
    hand.move(QPoint(-200, 100))
    assert (canvas.ghost, view.hint) == (None, "Loslassen: zu „Noch nicht eingeplant“")
    hand.move(QPoint(200, -200))
    assert (canvas.ghost, view.hint) == (None, "Loslassen: zu Montag, 19. Juni")
    hand.move(hand.middle("podium") + QPoint(0, 60))
    assert canvas.ghost is not None
    hand.key(Qt.Key.Key_Escape)
    assert view.hint == ""


def test_a_change_from_elsewhere_ends_the_gesture(hand: Hand) -> None:
    at = hand.middle("podium")
    hand.press(at)
    hand.move(at + QPoint(0, 60))
    hand.context.workspace.apply(lambda plan: change_session(plan, "end", title="Schluss"), "Title")
    assert not hand.interaction.busy
    hand.release(at + QPoint(0, 60))
    assert hand.plan.session_by_id["podium"].start == 660


def test_the_right_button_and_the_menu_key_ask_for_a_menu_of_what_is_selected(hand: Hand) -> None:
    asked: list[QPoint] = []
    hand.interaction.menu_requested.connect(asked.append)
    viewport, at = hand.canvas.viewport(), hand.middle("podium")

    def ask(reason: QContextMenuEvent.Reason, at: QPoint, widget: QWidget) -> None:
        QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))

    ask(QContextMenuEvent.Reason.Mouse, at, viewport)
    assert hand.context.view.selection == ("podium",)
    assert asked == [viewport.mapToGlobal(at)]
    hand.context.view.select("hello", "podium")
    ask(QContextMenuEvent.Reason.Mouse, at, viewport)
    assert hand.context.view.selection == ("hello", "podium")
    ask(QContextMenuEvent.Reason.Keyboard, QPoint(), hand.canvas)
    assert hand.box("podium").holds(*viewport.mapFromGlobal(asked[-1]).toTuple())
    ask(QContextMenuEvent.Reason.Mouse, QPoint(3, 3), viewport)
    assert (len(asked), hand.context.view.selection) == (4, ())
    ask(QContextMenuEvent.Reason.Keyboard, QPoint(), hand.canvas)
    assert len(asked) == 4


def test_the_board_scrolls_while_the_hand_is_at_its_edge(make_hand: MakeHand) -> None:
    hand = make_hand(height=300)
    at = hand.middle("hello")
    hand.press(at)
    hand.move(QPoint(at.x(), hand.canvas.viewport().height() - 3))
    hand.interaction.scroller.timeout.emit()
    assert hand.canvas.offset().y() > 0
    hand.key(Qt.Key.Key_Escape)


def test_a_hand_that_trembles_while_it_clicks_moves_nothing(hand: Hand) -> None:
    before, at = hand.plan, hand.middle("podium")
    hand.press(at, ALT)
    hand.move(at + QPoint(0, 3), ALT)
    assert hand.interaction.gesture is None
    hand.move(at + QPoint(0, 4), ALT)
    assert hand.interaction.gesture is not None
    hand.key(Qt.Key.Key_Escape)
    hand.release(at, ALT)
    assert hand.plan is before
