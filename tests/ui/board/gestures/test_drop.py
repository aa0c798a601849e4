"""Kinds, patterns and sessions dropped on the day are added or scheduled in one step."""

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from planner.model.edits import to_tray
from planner.ui.palette.drag import KIND_MIME, PATTERN_MIME, SESSION_MIME
from tests.crowd import crowd
from tests.ui.board.conftest import MakeHand
from tests.ui.board.hand import Hand

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
COPY = Qt.DropAction.CopyAction


def drop(hand: Hand, mime: str, payload: str, at: QPoint, held: Qt.KeyboardModifier = NONE) -> bool:
    data = QMimeData()
    data.setData(mime, QByteArray(payload.encode()))
    enter = QDragEnterEvent(at, COPY, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(hand.canvas.viewport(), enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(hand.canvas.viewport(), QDragMoveEvent(at, COPY, data, LEFT, held))
    QApplication.sendEvent(hand.canvas.viewport(), QDropEvent(QPointF(at), COPY, data, LEFT, held))
    return True


def at(hand: Hand, minute: int, session: str = "hello") -> QPoint:
    scene = hand.canvas.scene
    assert scene is not None
    return QPoint(round(hand.box(session).x + 30), round(scene.layout.scale.y(minute)))


def test_a_kind_becomes_a_session_and_what_follows_makes_room(hand: Hand) -> None:
    assert drop(hand, KIND_MIME, "break", at(hand, 661))
    (new,) = hand.context.view.selection
    session = hand.plan.session_by_id[new]
    assert (session.kind, session.start, session.minutes) == ("break", 660, 20)
    assert hand.plan.session_by_id["podium"].start == 680
    assert hand.context.workspace.state.undo == "Pause hinzufügen"


def test_a_forum_joins_the_round_of_that_time_in_the_column_under_the_hand(hand: Hand) -> None:
    assert drop(hand, KIND_MIME, "forum", at(hand, 840, "two") + QPoint(round(hand.box("two").width), 0))
    session = hand.plan.session_by_id[hand.context.view.selection[-1]]
    assert (session.round, session.start, session.places[0].room) == ("r", 840, "attic")


def test_a_forum_alone_begins_a_round(hand: Hand) -> None:
    assert drop(hand, KIND_MIME, "forum", at(hand, 960, "two"))
    session = hand.plan.session_by_id[hand.context.view.selection[-1]]
    assert session.round not in {None, "r"}
    hand.context.workspace.undo()
    assert len(hand.plan.rounds) == 1


def test_the_tray_s_session_gets_a_time(hand: Hand) -> None:
    assert drop(hand, SESSION_MIME, "film", at(hand, 954))
    assert hand.plan.session_by_id["film"].start == 950
    assert hand.context.view.selection == ("film",)


def test_what_everyone_attends_goes_to_the_largest_room_unless_shift_is_held_or_it_has_a_room(hand: Hand) -> None:
    beside = at(hand, 954, "two")
    assert drop(hand, SESSION_MIME, "film", beside)
    assert [place.room for place in hand.plan.session_by_id["film"].places] == ["hall"]
    hand.context.workspace.undo()
    assert drop(hand, SESSION_MIME, "film", beside, Qt.KeyboardModifier.ShiftModifier)
    assert [place.room for place in hand.plan.session_by_id["film"].places] == ["dom"]
    hand.context.workspace.apply(lambda plan: to_tray(plan, "film"), "Away")
    assert drop(hand, SESSION_MIME, "film", at(hand, 954))
    assert [place.room for place in hand.plan.session_by_id["film"].places] == ["dom"]


def test_a_pattern_is_one_step(hand: Hand) -> None:
    before = hand.plan
    assert drop(hand, PATTERN_MIME, "talk-and-discussion", at(hand, 960))
    assert len(hand.plan.sessions) == len(before.sessions) + 2
    hand.context.workspace.undo()
    assert hand.plan is before


def test_what_nobody_knows_is_not_taken(hand: Hand) -> None:
    before = hand.plan
    assert not drop(hand, SESSION_MIME, "nobody", at(hand, 700))
    assert not drop(hand, "text/plain", "film", at(hand, 700))
    assert hand.plan is before


def test_a_pattern_under_the_hand_says_what_it_brings_and_what_moves_and_ids_are_drawn_once(hand: Hand) -> None:
    data = QMimeData()
    data.setData(PATTERN_MIME, QByteArray(b"panel"))
    QApplication.sendEvent(hand.canvas.viewport(), QDragEnterEvent(at(hand, 661), COPY, data, LEFT, NONE))
    QApplication.sendEvent(hand.canvas.viewport(), QDragMoveEvent(at(hand, 661), COPY, data, LEFT, NONE))
    assert hand.said[-1].startswith("3 Programmpunkte 11:00–12:20: Mittag ist fest")
    QApplication.sendEvent(hand.canvas.viewport(), QDropEvent(QPointF(at(hand, 661)), COPY, data, LEFT, NONE))
    assert [session.start for session in hand.plan.sessions[-3:]] == [660, 670, 720]
    assert hand.plan.session_by_id["podium"].start == 740
    hand.context.workspace.undo()
    control = Qt.KeyboardModifier.ControlModifier
    assert drop(hand, PATTERN_MIME, "panel", at(hand, 661), control)
    assert hand.plan.session_by_id["podium"].start == 660


def test_several_of_the_tray_come_one_behind_the_other_as_one_step(hand: Hand) -> None:
    for session in ("end", "podium"):
        hand.context.workspace.apply(lambda plan, session=session: to_tray(plan, session), "Away")
    before = hand.plan
    assert drop(hand, SESSION_MIME, "podium\nfilm\nend", at(hand, 920, "lunch"))
    found = [(session, hand.plan.session_by_id[session].start) for session in ("podium", "film", "end")]
    assert found == [("podium", 920), ("film", 980), ("end", 1000)]
    assert hand.context.workspace.state.undo == "3 Programmpunkte einplanen"
    assert hand.context.view.selection == ("podium", "film", "end")
    hand.context.workspace.undo()
    assert hand.plan is before
    assert not drop(hand, SESSION_MIME, "podium\nnobody", at(hand, 700))


def test_a_drag_that_is_broken_off_over_the_day_puts_it_back_where_it_was_scrolled(make_hand: MakeHand) -> None:
    hand = make_hand(crowd(200, 12, 1))
    canvas, bar, data = hand.canvas, hand.canvas.horizontalScrollBar(), QMimeData()
    data.setData(KIND_MIME, QByteArray(b"break"))
    middle = canvas.viewport().rect().center()
    for where, expected in ((middle, 0), (middle + QPoint(2 * middle.x(), 0), 300)):
        bar.setValue(0)
        QApplication.sendEvent(canvas.viewport(), QDragEnterEvent(middle, COPY, data, LEFT, NONE))
        QApplication.sendEvent(canvas.viewport(), QDragMoveEvent(middle, COPY, data, LEFT, NONE))
        bar.setValue(300)  # as near the edge
        QCursor.setPos(canvas.viewport().mapToGlobal(where))
        QApplication.sendEvent(canvas.viewport(), QDragLeaveEvent())
        assert bar.value() == expected
        assert canvas.ghost is None


def test_what_follows_makes_room_for_a_session_of_the_tray_as_the_switch_and_its_key_say(hand: Hand) -> None:
    assert drop(hand, SESSION_MIME, "film", at(hand, 660), Qt.KeyboardModifier.ControlModifier)
    assert [hand.plan.session_by_id[session].start for session in ("film", "podium")] == [660, 660]
    hand.context.workspace.undo()
    assert drop(hand, SESSION_MIME, "film", at(hand, 660))
    starts = [hand.plan.session_by_id[session].start for session in ("hello", "film", "podium", "lunch")]
    assert starts == [600, 660, 680, 750]


def test_a_forum_that_comes_back_from_the_tray_into_its_round_moves_nothing(hand: Hand) -> None:
    before = hand.plan
    hand.context.workspace.apply(lambda plan: to_tray(plan, "one"), "Away")
    assert hand.canvas.scene is not None
    column = hand.canvas.scene.layout.column_of("hase")
    assert column is not None
    assert drop(hand, SESSION_MIME, "one", QPoint(round(column.x + 20), at(hand, 840, "two").y()))
    assert hand.plan.session_by_id == before.session_by_id


def test_a_pattern_on_a_fixed_time_says_for_how_long_all_of_it_is_in_the_way(hand: Hand) -> None:
    assert drop(hand, PATTERN_MIME, "panel", at(hand, 750))
    assert "3 Programmpunkte 12:30–13:50: Mittag ist fest, 60 min zu lang" in hand.said


def test_a_round_of_the_tray_comes_back_side_by_side_in_its_own_rooms(hand: Hand) -> None:
    before = hand.plan
    for session in ("one", "two"):
        hand.context.workspace.apply(lambda plan, session=session: to_tray(plan, session), "Away")
    assert drop(hand, SESSION_MIME, "one\ntwo", at(hand, 840, "lunch"))
    assert hand.plan.session_by_id == before.session_by_id
