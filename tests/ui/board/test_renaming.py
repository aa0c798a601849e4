"""A title is edited on its block."""

from typing import Final

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.model.edits import change_session, to_tray
from planner.ui.board.renaming import TitleEditor
from tests.ui.board.conftest import MakeHand
from tests.ui.board.hand import Hand
from tests.ui.harness import SIZE_HINTS
from tests.ui.sheet import MENUS

NONE: Final = Qt.KeyboardModifier.NoModifier


def editor(hand: Hand) -> TitleEditor | None:
    QApplication.processEvents()
    found = [editor for editor in hand.canvas.findChildren(TitleEditor) if editor.isVisible()]
    return found[0] if found else None


def begin(hand: Hand, session: str = "podium") -> TitleEditor:
    QTest.mouseDClick(hand.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, hand.middle(session))
    found = editor(hand)
    assert found is not None
    return found


def title(hand: Hand, session: str = "podium") -> str:
    return hand.plan.session_by_id[session].title


def test_a_double_click_opens_a_field_on_the_block_and_enter_commits_one_step(hand: Hand) -> None:
    before, field = hand.plan, begin(hand)
    box = hand.box("podium")
    assert box.holds(field.geometry().center().x(), field.geometry().center().y())
    assert (field.selectedText(), hand.context.view.selection) == ("Podium", ("podium",))
    QTest.keyClicks(field, "Streit <b>&amp; 50 %</b> {x} ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert editor(hand) is None
    assert title(hand) == "Streit <b>&amp; 50 %</b> {x}"
    assert hand.context.workspace.state.undo == "Podium ändern"
    hand.context.workspace.undo()
    assert hand.plan is before


def test_escape_leaves_the_title_and_keeps_the_selection(hand: Hand) -> None:
    before, field = hand.plan, begin(hand)
    QTest.keyClicks(field, "Anders")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert editor(hand) is None
    assert hand.plan is before
    assert hand.context.view.selection == ("podium",)


def test_f2_edits_what_is_selected_and_a_click_elsewhere_commits(hand: Hand) -> None:
    hand.context.view.select("one")
    hand.canvas.setFocus()
    hand.key(Qt.Key.Key_F2)
    field = editor(hand)
    assert field is not None
    assert field.width() >= 180
    QTest.keyClicks(field, "Forum 1: Kultur")
    field.clearFocus()
    assert editor(hand) is None
    assert title(hand, "one") == "Forum 1: Kultur"
    hand.context.view.select()
    hand.key(Qt.Key.Key_F2)
    assert editor(hand) is None


def test_the_same_title_is_no_step(hand: Hand) -> None:
    before, field = hand.plan, begin(hand)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert hand.plan is before
    assert hand.context.workspace.state.undo is None


@pytest.mark.qt_log_ignore(SIZE_HINTS, MENUS)
def test_a_title_of_any_length_and_kind_breaks_nothing(hand: Hand) -> None:
    before, field = hand.plan, begin(hand)
    field.clear()
    QApplication.clipboard().setText("Zeile 1\nZeile 2 \U0001f600" + "x" * 5000)
    field.paste()
    typed = field.text()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (hand.plan, editor(hand), field.text()) == (before, field, typed)
    assert "300" in hand.context.view.hint
    field.clearFocus()  # left by a click elsewhere: kept for the next time
    assert (hand.plan, editor(hand)) == (before, None)
    field = begin(hand)
    assert field.text() == typed
    field.setText(typed[:200])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert title(hand).startswith("Zeile 1 Zeile 2")
    assert hand.context.view.kept == {}
    field = begin(hand)
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert title(hand) == ""


def test_the_field_stays_on_its_block_while_the_day_scrolls(make_hand: MakeHand) -> None:
    hand = make_hand(height=300)
    field = begin(hand, "hello")
    at = field.y()
    hand.canvas.scroll_by(QPointF(0, 40))
    assert field.y() == at - 40
    hand.canvas.zoom(1.15)
    box = hand.box("hello")
    assert box.holds(field.geometry().center().x(), field.geometry().center().y() + hand.canvas.offset().y())


@pytest.mark.parametrize("gone", [True, False])
def test_a_change_from_elsewhere_leaves_the_field_unless_its_session_is_gone(hand: Hand, *, gone: bool) -> None:
    field = begin(hand)
    QTest.keyClicks(field, "Neu")
    hand.context.workspace.apply(
        lambda plan: to_tray(plan, "podium") if gone else change_session(plan, "end", title="Ende"), "Elsewhere"
    )
    assert (editor(hand) is None) is gone
    if not gone:
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert title(hand) == "Neu"


def test_a_press_on_another_block_commits_first(hand: Hand) -> None:
    QTest.keyClicks(begin(hand), "Neu")
    hand.drag(hand.middle("end"), QPoint(0, hand.pixels(20)))
    assert title(hand) == "Neu"
    assert hand.plan.session_by_id["end"].start == 940


def test_a_title_whose_block_goes_is_kept_and_offered_again(hand: Hand) -> None:
    field = begin(hand)
    field.setText("Anders")
    hand.context.workspace.apply(lambda plan: to_tray(plan, "podium"), "Away")
    QApplication.processEvents()
    assert (editor(hand), title(hand)) == (None, "Podium")
    hand.context.workspace.undo()
    assert begin(hand).text() == "Anders"


def test_f2_in_the_midst_of_a_drag_puts_back_what_is_in_the_hand_and_edits_its_title(hand: Hand) -> None:
    before, at = hand.plan, hand.middle("podium")
    hand.press(at)
    hand.move(at + QPoint(0, 40))
    hand.key(Qt.Key.Key_F2)
    field = editor(hand)
    assert field is not None
    assert field.session == "podium"
    assert not hand.interaction.busy
    QTest.keyClicks(field, "Streit")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert title(hand) == "Streit"
    hand.context.workspace.undo()
    assert hand.plan is before


def test_a_double_click_that_ends_no_drag_edits_what_is_under_it(hand: Hand) -> None:
    at = hand.middle("podium")
    hand.press(at)
    hand.move(at + QPoint(0, 40))  # the button goes up where nobody tells
    field = begin(hand, "one")
    assert field.session == "one"
    assert not hand.interaction.busy


def test_a_title_that_is_typed_is_taken_over_before_another_is_edited(hand: Hand) -> None:
    field = begin(hand, "podium")
    QTest.keyClicks(field, "Streit")
    hand.context.view.select("one")
    assert hand.interaction.rename()
    found = editor(hand)
    assert found is not None
    assert (found.session, title(hand)) == ("one", "Streit")
