"""Draws the strip above a round: title, time, a bar, the sums, and when everyone returns."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from planner.text.block_words import Badge
from planner.text.round_words import RoundLine
from planner.ui.board.layout.day_layout import Rect
from planner.ui.board.paint.badges import badge_height, draw_badges, total
from planner.ui.board.paint.ink import Ink
from planner.ui.board.paint.session_block import in_sight
from planner.ui.board.paint.text_line import LinePainter
from planner.ui.widgets.text_fitting import width

PAD: Final = 8.0
SPACE: Final = 10.0
BAR: Final = 80.0
LEAST_BAR: Final = 36.0


def draw_strip(painter: QPainter, line: RoundLine, box: Rect, ink: Ink, *, colour: str, seen: QRectF) -> None:
    """Draw a round's strip, without the parts that do not fit."""
    whole = QRectF(box.x, box.y, box.width, box.height - 1)
    painter.fillRect(whole, ink.strong_tint(colour))
    inner = in_sight(box, seen).adjusted(PAD, 0, -PAD, -1)
    parts = _parts(line, ink, inner.width())
    text = ink.colour("text")
    write = LinePainter(painter, inner.left(), inner.right(), inner.top(), inner.height())
    if "back" in parts:
        write.write_right(line.back, ink.small_bold, text)
    elif "brief" in parts:
        write.write_right(line.back_brief, ink.small_bold, text)
    write.write(line.title, ink.small_bold, text, space=SPACE)
    if "time" in parts:
        write.write(line.time, ink.small, text, space=SPACE)
    if "wrong" in parts:
        badge = [(Badge("error", line.wrong), True)]
        draw_badges(painter, badge, ink, write.left, inner.center().y() - badge_height(ink) / 2)
        write.left += parts["wrong"] + SPACE
    if "bar" in parts:
        length = min(BAR, max(LEAST_BAR, parts["bar"]))
        _bar(painter, QRectF(write.left, inner.center().y() - 2.5, length, 5), line, ink, colour)
        write.left += length + SPACE
    if "sums" in parts:
        write.write(line.sums, ink.small, ink.colour("error") if line.error else text)


def _parts(line: RoundLine, ink: Ink, room: float) -> dict[str, float]:
    """Return the width of each part that fits; errors and sums come before the return, that before time and bar."""
    wanted = {
        "wrong": total([(Badge("error", line.wrong), True)], ink) if line.wrong else 0.0,
        "sums": width(line.sums, ink.small),
        "back": width(line.back, ink.small_bold) if line.back else 0.0,
        "brief": width(line.back_brief, ink.small_bold) if line.back else 0.0,
        "time": width(line.time, ink.small),
    }
    left = room - width(line.title, ink.small_bold)
    found: dict[str, float] = {}
    for name, needed in wanted.items():
        if needed and needed + SPACE <= left and not (name == "brief" and "back" in found):
            found[name] = needed
            left -= needed + SPACE
    if left >= LEAST_BAR + SPACE:
        found["bar"] = left - SPACE
    return found


def _bar(painter: QPainter, box: QRectF, line: RoundLine, ink: Ink, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.colour("surface"))
    painter.drawRoundedRect(box, 2.5, 2.5)
    painter.setBrush(ink.colour("error") if line.error else ink.theme.bar(colour))
    painter.drawRoundedRect(QRectF(box.left(), box.top(), max(5.0, box.width() * line.share), 5), 2.5, 2.5)
