"""Draws one block: bar, tint and words, which give way from the least important when it is small."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from planner.ui.board.badges import badge_height, draw_badges, fitting, total
from planner.ui.board.faces import Face
from planner.ui.board.fitting import elide, width, wrap
from planner.ui.board.ink import Ink
from planner.ui.board.layout import Box
from planner.ui.theme import RADIUS

BAR: Final = 4.0
PAD: Final = 7.0
SPACE: Final = 8.0
WIDE: Final = 330.0
"""From this width on, place and badges stand at the right."""


def rectangle(box: Box) -> QRectF:
    """Return a box as Qt wants it."""
    return QRectF(box.x, box.y, box.width, box.height)


def draw_block(painter: QPainter, face: Face, box: Box, ink: Ink) -> None:
    """Draw a block of the programme."""
    draw_ground(painter, face, box, ink)
    inner = rectangle(box).adjusted(BAR + PAD, 0, -PAD, 0)
    if inner.width() < 12:
        return
    painter.save()
    painter.setClipRect(rectangle(box))
    stacked = ink.small_line + ink.line + 10
    if box.height < stacked + (ink.small_line if box.width >= WIDE else 0):
        _one_line(painter, face, inner, ink)
    elif box.width >= WIDE:
        _wide(painter, face, inner, ink)
    else:
        _narrow(painter, face, inner, ink)
    painter.restore()


def draw_ground(painter: QPainter, face: Face, box: Box, ink: Ink) -> None:
    """Draw tint, hatch of errors, and the bar in the kind's colour."""
    whole = rectangle(box)
    shape = QPainterPath()
    shape.addRoundedRect(whole, RADIUS, RADIUS)
    painter.fillPath(shape, ink.theme.tint(face.colour))
    painter.save()
    painter.setClipPath(shape)
    if face.error:
        _hatch(painter, whole, ink)
    painter.fillRect(QRectF(box.x, box.y, BAR, box.height), ink.theme.bar(face.colour))
    painter.restore()
    if face.error:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink.colour("error"), 1.2))
        painter.drawRoundedRect(whole.adjusted(0.6, 0.6, -0.6, -0.6), RADIUS, RADIUS)


def _hatch(painter: QPainter, whole: QRectF, ink: Ink) -> None:
    """Draw stripes that run on from block to block."""
    colour = ink.colour("error")
    colour.setAlphaF(0.13)
    painter.setPen(QPen(colour, 5))
    step, height = 14, whole.height()
    first = int((whole.left() - height) // step) * step
    for x in range(first, int(whole.right() + height) + step, step):
        painter.drawLine(QPointF(x, whole.bottom()), QPointF(x + height, whole.top()))


class _Line:
    """Writes words from left to right on one base line."""

    def __init__(self, painter: QPainter, left: float, right: float, top: float, height: float) -> None:
        self._painter, self.left, self.right = painter, left, right
        self._top, self._height = top, height

    def write(self, text: str, font: QFont, colour: QColor, *, space: float = SPACE) -> None:
        """Write as many words as fit."""
        text = elide(text, font, self.right - self.left)
        if text and text != "…":
            self._draw(text, font, colour, self.left, Qt.AlignmentFlag.AlignLeft)
            self.left += width(text, font) + space

    def write_right(self, text: str, font: QFont, colour: QColor) -> None:
        """Write a text that is known to fit, at the right end."""
        self._draw(text, font, colour, self.right - width(text, font), Qt.AlignmentFlag.AlignLeft)
        self.right -= width(text, font) + SPACE

    def _draw(self, text: str, font: QFont, colour: QColor, x: float, align: Qt.AlignmentFlag) -> None:
        self._painter.setFont(font)
        self._painter.setPen(colour)
        box = QRectF(x, self._top, width(text, font) + 4, self._height)
        self._painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)


def _one_line(painter: QPainter, face: Face, inner: QRectF, ink: Ink) -> None:
    line = _Line(painter, inner.left(), inner.right(), inner.top(), inner.height())
    kind, muted = ink.theme.ink(face.colour), ink.colour("muted")
    title = _title_width(face, ink)
    times = face.time
    head = width(face.kind, ink.small_bold) + SPACE
    if head + width(times, ink.small) + SPACE + min(title, 60) > inner.width():
        times = face.start
    needed = head + width(times, ink.small) + SPACE + title
    badges = fitting(face.badges, ink, max(0.0, inner.width() - needed - SPACE) if inner.width() < WIDE else 1e9)
    if badges:
        top = inner.center().y() - badge_height(ink) / 2
        draw_badges(painter, badges, ink, inner.right() - total(badges, ink), top)
        line.right -= total(badges, ink) + SPACE
    people = f"{face.who}  {face.where}" if face.rests and face.who else face.who or (face.where if face.rests else "")
    place = "" if face.rests else face.where
    if face.count and needed + width(face.count, ink.small) + SPACE <= line.right - line.left:
        line.write_right(face.count, ink.small, muted)
    elif place and needed + width(place, ink.small) + 2 * SPACE <= line.right - line.left:
        line.write_right(place, ink.small, muted)
    line.write(face.kind, ink.small_bold, kind)
    line.write(times, ink.small, muted)
    line.write(face.title, _title_font(face, ink), ink.colour("text"))
    if line.right - line.left > 48:
        line.write(people, ink.small, muted)


def _wide(painter: QPainter, face: Face, inner: QRectF, ink: Ink) -> None:
    top, bottom = inner.top() + 4, inner.bottom() - 4
    right = inner.right()
    badges = fitting(face.badges, ink, inner.width() / 2)
    if badges:
        draw_badges(painter, badges, ink, right - total(badges, ink), top)
    line = _Line(painter, inner.left(), right - total(badges, ink) - SPACE, top, ink.small_line)
    line.write(face.kind, ink.small_bold, ink.theme.ink(face.colour))
    line.write(face.time, ink.small, ink.colour("muted"))
    top += ink.small_line + 1
    place = "" if face.rests and not face.who else face.where
    font = _title_font(face, ink)
    lines = max(1, int((bottom - top - ink.small_line) // ink.line))
    room = inner.width() if len(badges) == 0 else line.right - inner.left()
    for text in wrap(face.title, font, room, lines):
        _Line(painter, inner.left(), right, top, ink.line).write(text, font, ink.colour("text"))
        top += ink.line
    people = face.who or (face.where if face.rests else "")
    under = bottom - top >= 2 * ink.small_line
    place_at = bottom - ink.small_line if under else max(top, bottom - ink.small_line)
    if place and bottom - place_at >= ink.small_line - 1:
        at_right = _Line(painter, inner.left(), right, place_at, ink.small_line)
        place = elide(place, ink.small, inner.width() / 2)
        at_right.write_right(place, ink.small, ink.colour("muted"))
    if people and bottom - top >= ink.small_line - 1:
        room = right if under or not place else right - width(place, ink.small) - 2 * SPACE
        _Line(painter, inner.left(), room, top, ink.small_line).write(people, ink.small, ink.colour("muted"))


def _narrow(painter: QPainter, face: Face, inner: QRectF, ink: Ink) -> None:
    top, bottom = inner.top() + 4, inner.bottom() - 3
    line = _Line(painter, inner.left(), inner.right(), top, ink.small_line)
    muted = ink.colour("muted")
    if face.count:
        line.write_right(face.count, ink.small, muted)
    line.write(face.kind, ink.small_bold, ink.theme.ink(face.colour))
    time = face.time if width(face.time, ink.small) <= line.right - line.left else face.start
    if width(time, ink.small) <= line.right - line.left and not face.count:
        line.write(time, ink.small, muted)
    top += ink.small_line + 1
    badges = fitting(face.badges, ink, inner.width())
    if badges and bottom - top >= ink.line + badge_height(ink):
        bottom -= badge_height(ink)
        draw_badges(painter, badges, ink, inner.left(), bottom)
        bottom -= 2
    font = _title_font(face, ink)
    lines = max(1, min(4, int((bottom - top + 1) // ink.line)))
    for text in wrap(face.title, font, inner.width(), lines):
        _Line(painter, inner.left(), inner.right(), top, ink.line).write(text, font, ink.colour("text"))
        top += ink.line
    for text in (face.who, face.where if not face.count else ""):
        lines = int((bottom - top + 1) // ink.small_line)
        for row in wrap(text, ink.small, inner.width(), min(2, lines)) if text and lines > 0 else ():
            _Line(painter, inner.left(), inner.right(), top, ink.small_line).write(row, ink.small, muted)
            top += ink.small_line


def _title_font(face: Face, ink: Ink) -> QFont:
    return ink.bold if not face.rests else ink.small_bold


def _title_width(face: Face, ink: Ink) -> float:
    return width(face.title, _title_font(face, ink))


def draw_ring(painter: QPainter, box: Box, ink: Ink, *, focus: bool) -> None:
    """Draw what shows that a block is selected; a lighter ring as long as the keys go elsewhere."""
    colour = QColor(ink.theme.accent)
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    painter.setPen(QPen(colour, 2 if focus else 1.5))
    painter.drawRoundedRect(rectangle(box).adjusted(0, 0, 0, 0), RADIUS + 0.5, RADIUS + 0.5)
