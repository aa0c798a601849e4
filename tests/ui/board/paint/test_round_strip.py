"""What remains on the strip of a round where it has little room."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from planner.checks import Index
from planner.text import language
from planner.text.round_words import RoundLine, round_line
from planner.ui.board.layout.day_layout import Rect
from planner.ui.board.paint import round_strip as strips
from planner.ui.board.paint.ink import make_ink
from planner.ui.board.paint.text_line import SPACE, LinePainter
from planner.ui.widgets.text_fitting import width
from planner.ui.widgets.theme import LIGHT
from tests.ui.board.hand import small_plan


def written(line: RoundLine, wide: float, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    found: set[str] = set()

    class Watched(LinePainter):
        def write(self, text: str, font: QFont, colour: QColor, *, space: float = SPACE) -> None:
            found.add(text)
            super().write(text, font, colour, space=space)

        def write_right(self, text: str, font: QFont, colour: QColor) -> None:
            found.add(text)
            super().write_right(text, font, colour)

    monkeypatch.setattr(strips, "LinePainter", Watched)
    image = QImage(900, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    box = Rect(0, 0, wide, 22)
    strips.draw_strip(painter, line, box, make_ink(LIGHT, QFont()), colour="#3F7D20", seen=QRectF(0, 0, wide, 40))
    painter.end()
    return found


def test_when_everyone_is_back_is_said_in_short_before_the_time_that_the_axis_shows(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    ink, line = make_ink(LIGHT, QFont()), round_line(Index(small_plan()), "r", language("de"))
    assert (line.back, line.back_brief) == ("zurück im Plenum 15:20", "zurück 15:20")
    assert line.back_brief not in written(line, 880, monkeypatch)
    least = width(line.title, ink.small_bold) + width(line.sums, ink.small) + 2 * strips.PAD + strips.SPACE
    brief = width(line.back_brief, ink.small_bold) + strips.SPACE
    found = written(line, least + brief + 1, monkeypatch)
    assert {line.title, line.sums, line.back_brief} == found
    assert line.back_brief not in written(line, least + brief - 2, monkeypatch)
