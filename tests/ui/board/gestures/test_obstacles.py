"""During a drag the board shows where and when the session does not fit, and why."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt

from planner.model import Available, Contribution, Number, Person, Place, Plan, Seating
from planner.model.edits import add_contribution, add_person, change_person, change_room, change_session
from planner.ui.board.paint.ghost import Ghost
from tests.ui.board.conftest import MakeHand
from tests.ui.board.hand import Hand, at_once, small_plan

SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


def speaks(plan: Plan, person: str, *sessions: str) -> Plan:
    if person not in plan.person_by_id:
        plan = add_person(plan, Person(id=person, name=person.title()))
    for session in sessions:
        plan = add_contribution(plan, session, Contribution(id=f"{person}-{session}", person=person))
    return plan


def dragged(
    hand: Hand, session: str, by: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> Ghost:
    at = hand.middle(session)
    hand.press(at, modifiers)
    hand.move(at + by / 2, modifiers)
    hand.move(at + by, modifiers)
    hand.canvas.viewport().repaint()
    ghost = hand.canvas.ghost
    assert ghost is not None
    return ghost


def workshop(make: MakeHand, change: Callable[[Plan], Plan] = lambda plan: plan) -> Hand:
    """Return a board with a workshop of ten people in a circle, alone in the afternoon."""
    plan = at_once(small_plan(), "team", 960, 30, "hase")
    place = Place(room="hase", seating=Seating.CIRCLE)
    hand = make(change(change_session(plan, "team", places=(place,))))
    hand.context.view.set_flow(False)
    return hand


def reasons(ghost: Ghost) -> set[str]:
    return {obstacle.reason for obstacle in ghost.busy}


def test_rooms_that_lack_the_seating_or_are_too_small_say_so(make_hand: MakeHand) -> None:
    hand = workshop(make_hand, lambda plan: change_session(plan, "team", attendance=Number(number=16)))
    ghost = dragged(hand, "team", QPoint(0, 30))
    assert reasons(ghost) == {"ohne Kreis", "zu klein (14)"}
    box = next(obstacle.box for obstacle in ghost.busy if obstacle.reason == "zu klein (14)")
    assert box.holds(hand.box("two").x + 5, ghost.box.y + 5)
    hand.key(Qt.Key.Key_Escape)


def test_a_room_with_just_enough_places_is_not_shaded(make_hand: MakeHand) -> None:
    hand = workshop(make_hand, lambda plan: change_session(plan, "team", attendance=Number(number=14)))
    assert reasons(dragged(hand, "team", QPoint(0, 30))) == {"ohne Kreis"}
    hand.key(Qt.Key.Key_Escape)


def test_the_room_in_question_says_at_the_session_what_it_lacks(make_hand: MakeHand) -> None:
    hand = workshop(make_hand)
    ghost = dragged(hand, "team", QPoint(round(2 * (hand.box("two").x - hand.box("one").x)), 0))
    assert (ghost.places, ghost.short) == ("12 Plätze, 2 frei · ohne Kreis", True)
    hand.key(Qt.Key.Key_Escape)


def test_rooms_in_use_at_that_time_are_shaded_as_long_as_it_is_there(make_hand: MakeHand) -> None:
    hand = workshop(make_hand, lambda plan: at_once(plan, "other", 1000, 30, "dom"))
    assert "belegt" not in reasons(dragged(hand, "team", QPoint(0, hand.pixels(-10))))
    hand.key(Qt.Key.Key_Escape)
    assert "belegt" in reasons(dragged(hand, "team", QPoint(0, hand.pixels(30))))
    hand.key(Qt.Key.Key_Escape)
    assert hand.canvas.ghost is None


def test_while_everyone_meets_elsewhere_one_word_stands_over_all_rooms(make_hand: MakeHand) -> None:
    hand = workshop(make_hand)
    ghost = dragged(hand, "team", QPoint(0, round(hand.box("end").y - hand.box("team").y)))
    assert reasons(ghost) - {""} == {"alle: Ergebnisse"}
    hand.key(Qt.Key.Key_Escape)


def test_a_room_s_closed_hours_are_shaded_over_their_whole_length(make_hand: MakeHand) -> None:
    hours = (Available(day="d", start=600, minutes=180),)
    hand = workshop(make_hand, lambda plan: change_room(plan, "dom", available=hours))
    ghost = dragged(hand, "team", QPoint(0, 20))
    closed = [obstacle.box for obstacle in ghost.away]
    assert {obstacle.reason for obstacle in ghost.away} == {"geschlossen"}
    scene = hand.canvas.scene
    assert scene is not None
    assert closed[-1].y == scene.layout.scale.y(780)
    assert closed[-1].holds(hand.box("two").x + 5, hand.box("two").y + 5)
    assert not any(box.holds(hand.box("one").x + 5, hand.box("two").y + 5) for box in closed)
    hand.key(Qt.Key.Key_Escape)


def test_people_who_are_elsewhere_or_away_are_named_where_they_are(make_hand: MakeHand) -> None:
    def change(plan: Plan) -> Plan:
        plan = speaks(plan, "ada", "team", "podium")
        plan = speaks(plan, "bo", "team")
        return change_person(plan, "bo", available=(Available(day="d", start=700, minutes=600),))

    hand = workshop(make_hand, change)
    ghost = dragged(hand, "team", QPoint(0, 20))
    assert [obstacle.reason for obstacle in ghost.away] == ["Bo: nicht da", "Ada: Podium"]
    assert ghost.away[1].box.holds(hand.box("podium").x + 5, hand.box("podium").y + 5)
    assert not ghost.away[1].box.holds(hand.box("podium").x + 5, hand.box("hello").y + 5)
    hand.key(Qt.Key.Key_Escape)


def test_many_people_at_once_are_one_label(make_hand: MakeHand) -> None:
    def change(plan: Plan) -> Plan:
        for name in ("ada", "bo", "cleo"):
            plan = speaks(plan, name, "team", "podium")
        return plan

    hand = workshop(make_hand, change)
    assert [obstacle.reason for obstacle in dragged(hand, "team", QPoint(0, 20)).away] == ["Ada und 2 weitere: Podium"]
    hand.key(Qt.Key.Key_Escape)


def test_what_moves_along_does_not_keep_people_busy(make_hand: MakeHand) -> None:
    hand = make_hand(speaks(small_plan(), "ada", "hello", "podium", "end"))
    ghost = dragged(hand, "hello", QPoint(0, hand.pixels(20)))
    assert ghost.along == ("podium",)
    assert [obstacle.reason for obstacle in ghost.away] == ["Ada: Ergebnisse"]
    hand.key(Qt.Key.Key_Escape)


def test_a_session_for_everyone_shows_rooms_only_once_it_changes_rooms(make_hand: MakeHand) -> None:
    hand = workshop(make_hand, lambda plan: plan.changed(settings=plan.settings.changed(expected=60)))
    ghost = dragged(hand, "podium", QPoint(300, 20))
    assert (ghost.busy, ghost.target, ghost.places) == ((), None, "")
    hand.key(Qt.Key.Key_Escape)
    ghost = dragged(hand, "podium", QPoint(300, 20), SHIFT)
    assert ghost.target is not None
    assert ghost.short
    assert "ohne Reihen" in reasons(ghost)
    hand.key(Qt.Key.Key_Escape)
