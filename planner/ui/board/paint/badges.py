"""Chooses and draws badges: pills with a symbol and words, as many as fit into a width."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from planner.text.block_words import Badge, Sign
from planner.ui.board.paint.ink import Ink
from planner.ui.widgets.text_fitting import elide, width

SYMBOL: Final = 11.0
PAD: Final = 5.0
SPACE: Final = 4.0
LEAST_WORDS: Final = 44.0
"""Least pixels for words; with less, a badge is a symbol alone."""
_COLOURS: Final[dict[Sign, str]] = {
    "lock": "text",
    "error": "error",
    "warning": "warning",
    "hint": "hint",
    "more": "text",
}


def badge_width(badge: Badge, ink: Ink, *, words: bool = True) -> float:
    """Return the width of a badge in pixels, with its words or as a symbol alone."""
    if badge.sign == "more":
        return 2 * PAD + width(badge.text, ink.small_bold)
    if not words:
        return max(2 * PAD + SYMBOL - 2, badge_height(ink))
    return 2 * PAD + SYMBOL + SPACE - 1 + width(badge.text, ink.small_bold)


def badge_height(ink: Ink) -> float:
    """Return the height of any badge in pixels."""
    return min(ink.small_line + 2, 20.0) if ink.small_line < 20 else ink.small_line + 2


def fitting(badges: Sequence[Badge], ink: Ink, room: float) -> list[tuple[Badge, bool]]:
    """Return the badges that fit into a width, each with whether it has words; badges come with the worst first.

    Those that do not fit are merged into their number. If even one badge with the number is too wide, these are tried
    in turn: the worst alone, its brief words, its words elided, its symbol. A number alone would say nothing.
    """
    if not badges:
        return []
    for count in range(len(badges), 0, -1):
        chosen = merged(badges, count)
        if total(chosen, ink) <= room:
            return chosen
    brief = [replace(badges[0], text=badges[0].brief or badges[0].text), *badges[1:]]
    for chosen in (badges[:1], brief, brief[:1]):
        if total(merged(chosen, 1), ink) <= room:
            return merged(chosen, 1)
    for count in (len(badges), 1):
        (worst, _), *more = merged(badges[:count], 1)
        space = room - total([(replace(worst, text=""), True), *more], ink)
        text = elide(worst.text, ink.small_bold, space) if space >= LEAST_WORDS else ""
        if text.rstrip(" …") and not text.rstrip(" …").isdigit():
            return [(replace(worst, text=text), True), *more]
    symbols = (merged(badges, 1, words=False), merged(badges[:1], 1, words=False))
    return next((chosen for chosen in symbols if total(chosen, ink) <= room), [])


def merged(badges: Sequence[Badge], count: int, *, words: bool = True) -> list[tuple[Badge, bool]]:
    """Return the first badges, and one like "+4" for four others, whose words are in the block's tooltip."""
    others = len(badges) - count
    more = [(Badge("more", f"+{others}"), True)] if others > 0 else []
    return [*((badge, words) for badge in badges[:count]), *more]


def total(chosen: Sequence[tuple[Badge, bool]], ink: Ink) -> float:
    """Return the width of a row of badges in pixels."""
    return sum(badge_width(badge, ink, words=words) for badge, words in chosen) + SPACE * max(0, len(chosen) - 1)


def draw_badges(painter: QPainter, chosen: Sequence[tuple[Badge, bool]], ink: Ink, left: float, top: float) -> None:
    """Draw badges in a row from the left."""
    for badge, words in chosen:
        box = QRectF(left, top, badge_width(badge, ink, words=words), badge_height(ink))
        _draw(painter, badge, ink, box, words=words)
        left += box.width() + SPACE


def _draw(painter: QPainter, badge: Badge, ink: Ink, box: QRectF, *, words: bool) -> None:
    colour = ink.colour(_COLOURS[badge.sign])
    painter.setPen(QPen(colour if badge.sign in {"error", "warning"} else ink.colour("muted"), 1))
    painter.setBrush(ink.colour("surface"))
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    if badge.sign == "more":
        painter.setFont(ink.small_bold)
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge.text)
        return
    draw_sign(
        painter,
        badge.sign,
        colour,
        QPointF(box.left() + PAD - 1 + SYMBOL / 2 if words else box.center().x(), box.center().y()),
    )
    if words:
        painter.setFont(ink.small_bold)
        painter.setPen(colour)
        text = box.adjusted(PAD + SYMBOL + SPACE - 2, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, badge.text)


def draw_sign(painter: QPainter, sign: Sign, colour: QColor, middle: QPointF) -> None:
    """Draw a symbol about 10 pixels wide: a lock, a cross, a triangle or an i."""
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = middle.x(), middle.y()
    if sign == "error":
        painter.drawLine(QPointF(x - 3, y - 3), QPointF(x + 3, y + 3))
        painter.drawLine(QPointF(x - 3, y + 3), QPointF(x + 3, y - 3))
    elif sign == "hint":
        painter.drawLine(QPointF(x, y - 0.5), QPointF(x, y + 3.5))
        painter.drawPoint(QPointF(x, y - 3.5))
    elif sign == "warning":
        path = QPainterPath(QPointF(x, y - 4.2))
        path.lineTo(x + 4.8, y + 3.8)
        path.lineTo(x - 4.8, y + 3.8)
        path.closeSubpath()
        painter.drawPath(path)
        painter.drawLine(QPointF(x, y - 1), QPointF(x, y + 1.2))
    else:
        painter.fillRect(QRectF(x - 4, y - 0.5, 8, 5.5), colour)
        painter.drawArc(QRectF(x - 2.6, y - 4.8, 5.2, 7), 0, 180 * 16)
