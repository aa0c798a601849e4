"""What the canvas draws again, and what it keeps."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRectF

from planner.model import Session
from planner.model.edits import change_session
from planner.text.block_words import BlockWords
from planner.ui.board.layout.day_layout import Rect
from planner.ui.board.layout.scene import DayWords
from planner.ui.board.paint import day_picture
from planner.ui.board.paint.session_block import WIDE, in_sight
from tests.ui.board.hand import Hand


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry each time a day is drawn."""
    found: list[int] = []
    draw = day_picture.draw_day

    def counted(*given: Any, **named: Any) -> None:  # noqa: ANN401  # as it comes
        found.append(1)
        draw(*given, **named)

    monkeypatch.setattr(day_picture, "draw_day", counted)
    return found


def test_a_drag_does_not_draw_the_day_again_at_each_move(hand: Hand, drawn: list[int]) -> None:
    at = hand.middle("podium")
    hand.press(at)
    hand.move(at + QPoint(0, 8))
    hand.canvas.viewport().repaint()
    once = len(drawn)
    for step in range(3, 12):
        hand.move(at + QPoint(0, step * 4))
        hand.canvas.viewport().repaint()
    assert once >= 1
    assert len(drawn) == once


def test_the_day_is_drawn_again_when_it_looks_otherwise(hand: Hand, drawn: list[int]) -> None:
    viewport = hand.canvas.viewport()
    viewport.repaint()
    for change in (
        lambda: hand.context.view.select("lunch"),
        lambda: hand.context.workspace.apply(lambda plan: change_session(plan, "podium", title="Anders"), "Change"),
        hand.context.workspace.undo,
        lambda: hand.canvas.zoom(2.0),
        lambda: hand.canvas.verticalScrollBar().setValue(30),
    ):
        before = len(drawn)
        change()
        viewport.repaint()
        assert len(drawn) == before + 1


def test_what_a_drag_moves_fades_and_shows_again_when_it_is_called_off(hand: Hand) -> None:
    hand.context.view.select("podium")  # as the press below does
    before = hand.canvas.viewport().grab().toImage()
    at = hand.middle("podium")
    hand.press(at)
    hand.move(at + QPoint(0, hand.pixels(90)))
    during = hand.canvas.viewport().grab().toImage()
    hand.interaction.cancel()
    after = hand.canvas.viewport().grab().toImage()
    box = hand.box("podium")
    bar = QPoint(round(box.x) + 2, round(box.y) + 10) - hand.canvas.offset().toPoint()
    assert during.pixelColor(bar).lightness() > before.pixelColor(bar).lightness()
    assert after == before


def test_a_fault_while_the_day_is_drawn_leaves_no_painter_behind(hand: Hand) -> None:
    scene, viewport = hand.canvas.scene, hand.canvas.viewport()
    assert scene is not None

    def fail(session: Session) -> BlockWords:
        raise LookupError(session.id)

    hand.canvas.show_content(replace(scene.content, words=DayWords(fail, scene.content.index.plan.sessions)))
    with pytest.raises(LookupError):  # which keeps what the fault was in the midst of
        viewport.repaint()
    hand.canvas.show_content(scene.content)
    viewport.repaint()  # Qt would warn of a painter still at work


def test_the_words_of_a_wide_block_stay_in_sight() -> None:
    box = Rect(0, 10, 3000, 40)
    for left in (0, 400, 2200):
        part = in_sight(box, QRectF(left, 0, 700, 500))
        assert (part.left(), part.right()) == (left, left + 700)
    at_the_end = in_sight(box, QRectF(2900, 0, 700, 500))
    assert at_the_end.right() == box.right
    assert at_the_end.width() == WIDE
    narrow = Rect(100, 10, WIDE - 1, 40)
    assert in_sight(narrow, QRectF(300, 0, 700, 500)).left() == narrow.x
