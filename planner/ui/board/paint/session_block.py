"""Draws one block: bar, tint and words, of which the least important give way when it is small."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGradient, QLinearGradient, QPainter, QPen

from planner.text.block_words import BlockWords
from planner.ui.board.layout.day_layout import Rect
from planner.ui.board.paint.badges import LEAST_WORDS, badge_height, draw_badges, fitting, merged, total
from planner.ui.board.paint.ink import Ink
from planner.ui.board.paint.text_line import SPACE, LinePainter
from planner.ui.widgets.text_fitting import chopped, elide, unbroken, width, wrap
from planner.ui.widgets.theme import RADIUS

BAR: Final = 4.0
PAD: Final = 7.0
WIDE: Final = 330.0
"""Pixels from which a block is wide: place and badges are written at its right."""
LEAST_TITLE: Final = 34.0
"""Least pixels of the title beside the kind on one line; with less, the kind is left out."""

LEAST_BESIDE_TIME: Final = 100.0
"""Least pixels of the title beside kind and time on one line; with less, the time is left out."""
LEAST_PEOPLE: Final = 48.0
"""Least pixels of the people after the title on one line; with less, they are left out."""


def rectangle(box: Rect) -> QRectF:
    """Return a box as a rectangle of Qt."""
    return QRectF(box.x, box.y, box.width, box.height)


def in_sight(box: Rect, seen: QRectF | None) -> QRectF:
    """Return the part of a wide box that is visible however far the day is scrolled sideways: there its words go."""
    whole = rectangle(box)
    if seen is None or box.width < WIDE:
        return whole
    left = max(box.x, min(seen.left(), box.right - WIDE))
    right = min(box.right, max(seen.right(), left + WIDE))
    return QRectF(left, box.y, right - left, box.height)


def draw_block(painter: QPainter, words: BlockWords, box: Rect, ink: Ink, seen: QRectF | None = None) -> None:
    """Draw a block of the programme; its words keep to the visible part of the day."""
    draw_ground(painter, box, ink, words.colour, error=words.error)
    inner = in_sight(box, seen).adjusted(BAR + PAD, 0, -PAD, 0)
    if inner.width() < 12:
        return
    painter.save()
    painter.setClipRect(rectangle(box), Qt.ClipOperation.IntersectClip)
    wide = box.width >= WIDE
    needed = 2 * ink.small_line + ink.line + 10 if wide else 2 * ink.small_line + 2
    if wide and two_lines(ink) <= box.height < needed:
        _two_lines(painter, words, inner, ink)
    elif box.height < needed:
        _one_line(painter, words, inner, ink)
    elif wide:
        _wide(painter, words, inner, ink)
    elif width(words.kind, ink.small_bold) > inner.width():
        _lane(painter, words, inner, ink)
    else:
        _narrow(painter, words, inner, ink)
    painter.restore()


def draw_ground(painter: QPainter, box: Rect, ink: Ink, colour: str, *, error: bool = False) -> None:
    """Draw the tint, the bar in the kind's colour, and the hatch of an error."""
    whole = rectangle(box)
    left, right = whole.adjusted(0, 0, BAR - whole.width(), 0), whole.adjusted(BAR, 0, 0, 0)
    fills = [(left, QBrush(ink.theme.bar(colour))), (right, QBrush(ink.tint(colour)))]
    for part, brush in (*fills, *([(right, _hatch(ink))] if error else ())):
        painter.save()
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRoundedRect(whole, RADIUS, RADIUS)
        painter.restore()
    if error:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink.colour("error"), 1.2))
        painter.drawRoundedRect(whole.adjusted(0.6, 0.6, -0.6, -0.6), RADIUS, RADIUS)


def _hatch(ink: Ink) -> QBrush:
    """Return diagonal stripes that continue from block to block."""
    colour, none = ink.colour("error"), ink.colour("error")
    colour.setAlphaF(0.11)
    none.setAlphaF(0.0)
    stripes = QLinearGradient(QPointF(0, 0), QPointF(7, 7))
    stripes.setSpread(QGradient.Spread.RepeatSpread)
    for at, stripe in ((0.0, colour), (0.42, colour), (0.5, none), (0.92, none), (1.0, colour)):
        stripes.setColorAt(at, stripe)
    return QBrush(stripes)


def _one_line(painter: QPainter, words: BlockWords, inner: QRectF, ink: Ink) -> None:
    line = LinePainter(painter, inner.left(), inner.right(), inner.top(), inner.height())
    kind, muted = ink.kind(words.colour), ink.colour("muted")
    title = _title_width(words, ink)
    head = width(words.kind, ink.small_bold) + SPACE
    variants = (words.time, words.start, "")
    least = min(title, LEAST_BESIDE_TIME)  # on the axis the time is seen, the title nowhere else
    times = next((variant for variant in variants if head + _advance(variant, ink) + least <= inner.width()), "")
    needed = head + _advance(times, ink) + title
    least = _least_badges(words, inner.width(), head + _advance(times, ink), title, ink)
    badges = fitting(words.badges, ink, max(least, inner.width() - needed - SPACE))
    if badges:
        top = inner.center().y() - badge_height(ink) / 2
        draw_badges(painter, badges, ink, inner.right() - total(badges, ink), top)
        line.right -= total(badges, ink) + SPACE
    people = (
        f"{words.who}  {words.where}"
        if words.rests and words.who
        else words.who or (words.where if words.rests else "")
    )
    place = "" if words.rests else words.where
    if words.count and needed + width(words.count, ink.small) + SPACE <= line.right - line.left:
        line.write_right(words.count, ink.small, muted)
    elif place and needed + _advance(place, ink) + SPACE + min(120, _advance(people, ink)) <= line.right - line.left:
        line.write_right(place, ink.small, muted)
    room = line.right - line.left
    beside = room - width(words.kind, ink.small_bold) - SPACE
    alone = inner.width() < WIDE and beside < title <= room  # the colour tells the kind, nothing else the title
    if beside >= min(title, LEAST_TITLE) and not alone:
        line.write(words.kind, ink.small_bold, kind)
    line.write(times, ink.small, muted)
    line.write(words.title, _title_font(words, ink), ink.colour("text"))
    if line.right - line.left > LEAST_PEOPLE:
        line.write(people, ink.small, muted)


def two_lines(ink: Ink) -> float:
    """Return the height in pixels from which a wide block has two lines."""
    return ink.small_line + ink.line + 4


def _two_lines(painter: QPainter, words: BlockWords, inner: QRectF, ink: Ink) -> None:
    top = max(inner.top() + 1, inner.center().y() - (ink.small_line + ink.line + 1) / 2)
    _head(painter, words, inner, top, ink)
    line = LinePainter(painter, inner.left(), inner.right(), top + ink.small_line + 1, ink.line)
    place = "" if words.rests and not words.who else words.where
    people = words.who or (words.where if words.rests else "")
    wanted = min(_title_width(words, ink), inner.width() * 0.6) + SPACE + _advance(place, ink)
    if place and wanted <= inner.width():
        line.write_right(place, ink.small, ink.colour("muted"))
    line.write(words.title, _title_font(words, ink), ink.colour("text"))
    if line.right - line.left > LEAST_PEOPLE:
        line.write(people, ink.small, ink.colour("muted"))


def _head(painter: QPainter, words: BlockWords, inner: QRectF, top: float, ink: Ink) -> None:
    """Write kind and time, with the badges at the right."""
    taken = width(words.kind, ink.small_bold) + width(words.time, ink.small) + 3 * SPACE
    badges = fitting(words.badges, ink, inner.width() - taken)
    if badges:
        draw_badges(painter, badges, ink, inner.right() - total(badges, ink), top)
    line = LinePainter(painter, inner.left(), inner.right() - total(badges, ink) - SPACE, top, ink.small_line)
    line.write(words.kind, ink.small_bold, ink.kind(words.colour))
    line.write(words.time, ink.small, ink.colour("muted"))


def _wide(painter: QPainter, words: BlockWords, inner: QRectF, ink: Ink) -> None:
    top, bottom = inner.top() + 4, inner.bottom() - 4
    right = inner.right()
    _head(painter, words, inner, top, ink)
    top += ink.small_line + 1
    place = "" if words.rests and not words.who else words.where
    font = _title_font(words, ink)
    lines = max(1, int((bottom - top - ink.small_line) // ink.line))
    for text in wrap(words.title, font, inner.width(), lines):
        LinePainter(painter, inner.left(), right, top, ink.line).write(text, font, ink.colour("text"))
        top += ink.line
    people = words.who or (words.where if words.rests else "")
    under = bottom - top >= 2 * ink.small_line
    place_at = bottom - ink.small_line if under else max(top, bottom - ink.small_line)
    if place and bottom - place_at >= ink.small_line - 1:
        at_right = LinePainter(painter, inner.left(), right, place_at, ink.small_line)
        place = elide(place, ink.small, inner.width() / 2)
        at_right.write_right(place, ink.small, ink.colour("muted"))
    if people and bottom - top >= ink.small_line - 1:
        room = right if under or not place else right - width(place, ink.small) - 2 * SPACE
        LinePainter(painter, inner.left(), room, top, ink.small_line).write(people, ink.small, ink.colour("muted"))


def _narrow(painter: QPainter, words: BlockWords, inner: QRectF, ink: Ink) -> None:
    tight = inner.height() < ink.small_line + ink.line + 7
    top, bottom = inner.top() + (1 if tight else 4), inner.bottom() - (0 if tight else 3)
    below = top + ink.small_line + (0 if tight else 1)
    badges = fitting(words.badges, ink, inner.width())
    has_row = bottom - below >= ink.line + badge_height(ink) - 5
    _narrow_head(painter, words, inner, top, ink, badges=not has_row)
    top = below
    if badges and has_row:
        bottom = inner.bottom() - 2 - badge_height(ink)
        draw_badges(painter, badges, ink, inner.left(), bottom)
        bottom -= 1
    font = ink.small_bold if tight or _breaks(words, inner.width(), ink) else _title_font(words, ink)
    lines = max(1, min(4, int((bottom - top + 1) // ink.line)))
    for text in wrap(words.title, font, inner.width(), lines):
        LinePainter(painter, inner.left(), inner.right(), top, ink.line).write(text, font, ink.colour("text"))
        top += ink.line
    muted = ink.colour("muted")
    for text in (words.who, words.where if not words.count else ""):
        lines = int((bottom - top + 1) // ink.small_line)
        for row in wrap(text, ink.small, inner.width(), min(2, lines)) if text and lines > 0 else ():
            LinePainter(painter, inner.left(), inner.right(), top, ink.small_line).write(row, ink.small, muted)
            top += ink.small_line


def _lane(painter: QPainter, words: BlockWords, inner: QRectF, ink: Ink) -> None:
    """Write the title alone, broken anywhere: in a lane that is too narrow even for the kind."""
    top, bottom = inner.top() + 1, inner.bottom() + 1
    badges = fitting(words.badges, ink, inner.width())
    if badges and bottom - top >= 2 * ink.small_line + badge_height(ink):
        bottom -= badge_height(ink) + 1
        draw_badges(painter, badges, ink, inner.left(), bottom)
    for text in chopped(words.title, ink.small_bold, inner.width(), max(1, int((bottom - top) // ink.small_line))):
        LinePainter(painter, inner.left(), inner.right(), top, ink.small_line).write(
            text, ink.small_bold, ink.colour("text")
        )
        top += ink.small_line


def _narrow_head(painter: QPainter, words: BlockWords, inner: QRectF, top: float, ink: Ink, *, badges: bool) -> None:
    """Write the kind, and at the right the badges without a line of their own, else the count, else the time."""
    line = LinePainter(painter, inner.left(), inner.right(), top, ink.small_line)
    muted = ink.colour("muted")
    spare = line.right - line.left - width(words.kind, ink.small_bold) - 4
    shown = fitting(words.badges, ink, spare - 2) if badges else []
    counts = (words.count, words.count.replace(" ", ""))
    count = next((variant for variant in counts if variant and width(variant, ink.small) <= spare), "")
    if shown:
        draw_badges(painter, shown, ink, line.right - total(shown, ink), top)
        line.right -= total(shown, ink) + 4
    elif count:
        line.write_right(count, ink.small, muted)
        line.right += SPACE - 4
    line.write(words.kind, ink.small_bold, ink.kind(words.colour))
    time = words.time if width(words.time, ink.small) <= line.right - line.left else words.start
    if width(time, ink.small) <= line.right - line.left and not words.count:
        line.write(time, ink.small, muted)


def _least_badges(words: BlockWords, room: float, head: float, title: float, ink: Ink) -> float:
    """Return the width reserved for badges even if the title is elided for it: the worst in words, else its symbol."""
    worst = total(merged(words.badges, 1, words=False), ink)
    worded = min(total(merged(words.badges, 1), ink), room - head - min(title, 90) - SPACE)
    if worded >= worst + LEAST_WORDS:
        return worded
    worst = total(merged(words.badges[:1], 1, words=False), ink)
    return worst if worst + SPACE + min(title, LEAST_TITLE) <= room else 0.0


def _advance(text: str, ink: Ink) -> float:
    return width(text, ink.small) + SPACE if text else 0.0


def _title_font(words: BlockWords, ink: Ink) -> QFont:
    return ink.bold if not words.rests else ink.small_bold


def _breaks(words: BlockWords, room: float, ink: Ink) -> bool:
    """Return whether the title's longest words fit into a width only in the smaller font."""
    return not unbroken(words.title, ink.bold, room) and unbroken(words.title, ink.small_bold, room)


def _title_width(words: BlockWords, ink: Ink) -> float:
    return width(words.title, _title_font(words, ink))


def draw_ring(painter: QPainter, box: Rect, ink: Ink, *, focus: bool) -> None:
    """Draw the ring of a selected block, thinner while the board does not have the focus."""
    colour = QColor(ink.theme.accent)
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    painter.setPen(QPen(colour, 2 if focus else 1.5))
    painter.drawRoundedRect(rectangle(box).adjusted(0, 0, 0, 0), RADIUS + 0.5, RADIUS + 0.5)
