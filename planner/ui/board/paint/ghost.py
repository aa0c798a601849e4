"""What a gesture shows while it lasts: the block as it will be, what moves with it, and the columns in question."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from planner.text.block_words import Badge, BlockWords
from planner.ui.board.gestures.shades import PreviewBlock
from planner.ui.board.layout.day_layout import Rect
from planner.ui.board.paint.badges import SPACE, badge_height, draw_badges, fitting, total
from planner.ui.board.paint.ink import Ink
from planner.ui.board.paint.session_block import draw_block, rectangle
from planner.ui.widgets.text_fitting import width
from planner.ui.widgets.theme import RADIUS

WIDEST: Final = 360.0
"""Pixels of a reason; its end is left out if it is longer."""


@dataclass(frozen=True)
class Ghost:
    """What is drawn over the day during a gesture; start and end are marked on the axis."""

    box: Rect
    face: BlockWords
    start: int
    end: int
    moved: str = ""
    """The session that fades because it is in the hand."""
    along: tuple[str, ...] = ()
    """The sessions that fade because they move along, to these boxes."""
    followers: tuple[Rect, ...] = ()
    busy: tuple[PreviewBlock, ...] = ()
    """Columns in which it cannot be at its time."""
    away: tuple[PreviewBlock, ...] = ()
    """Times at which its people, or rooms, are not free."""
    target: Rect | None = None
    places: str = ""
    short: bool = False
    """Whether the places of the target do not suffice."""


def draw_under(painter: QPainter, ghost: Ghost, ink: Ink) -> None:
    """Draw the columns in question: the target tinted, those in use shaded, and when people are not free hatched."""
    if ghost.target is not None:
        colour = ink.colour("accent")
        colour.setAlphaF(0.08)
        painter.fillRect(rectangle(ghost.target), colour)
    shade, hatch = ink.colour("muted"), ink.colour("muted")
    shade.setAlphaF(0.16)
    hatch.setAlphaF(0.30)
    for block in (*ghost.away, *ghost.busy):
        painter.fillRect(rectangle(block.box), shade)
    for block in ghost.away:
        painter.fillRect(rectangle(block.box), QBrush(hatch, Qt.BrushStyle.BDiagPattern))


def draw_reasons(painter: QPainter, ghost: Ghost, ink: Ink) -> None:
    """Say in what is shaded why: columns at the left, people at the right of what is seen, none over another."""
    seen = QRectF(painter.window()).translated(-painter.worldTransform().dx(), -painter.worldTransform().dy())
    height, taken = badge_height(ink), list[QRectF]()
    for block in ghost.busy:
        box = rectangle(block.box).intersected(seen)
        found = fitting([Badge("error", block.words)], ink, box.width() - 2 * SPACE) if block.words else []
        taken.append(QRectF(box.left() + SPACE, box.top() + SPACE, total(found, ink), height))
        draw_badges(painter, found, ink, taken[-1].left(), taken[-1].top())
    for block in ghost.away:
        box = rectangle(block.box).intersected(seen)
        found = fitting([Badge("warning", block.words)], ink, min(box.width(), WIDEST) - 2 * SPACE)
        wide = total(found, ink)
        spot = QRectF(box.right() - wide - SPACE, box.top() + 2, wide, height)
        for other in sorted(taken, key=QRectF.right, reverse=True):
            if spot.intersects(other):
                spot.moveRight(other.left() - SPACE)
        if box.height() > 0:
            draw_badges(painter, found, ink, spot.left(), spot.top())
            taken.append(spot)


def draw_ghost(painter: QPainter, ghost: Ghost, ink: Ink) -> None:
    """Draw the block in the hand, and outlines of what moves along."""
    draw_reasons(painter, ghost, ink)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.colour("accent"), 1.2, Qt.PenStyle.DashLine))
    for box in ghost.followers:
        painter.drawRoundedRect(rectangle(box), RADIUS, RADIUS)
    shadow = QPainterPath()
    shadow.addRoundedRect(rectangle(ghost.box).adjusted(-1, 1, 1, 3), RADIUS, RADIUS)
    painter.fillPath(shadow, QColor(0, 0, 0, 40))
    draw_block(painter, ghost.face, ghost.box, ink)
    painter.setPen(QPen(ink.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rectangle(ghost.box), RADIUS, RADIUS)
    if ghost.places and ghost.target is not None:
        _draw_places(painter, ghost, ghost.target, ink)


def draw_band(painter: QPainter, band: Rect, ink: Ink) -> None:
    """Draw a rubber band."""
    colour = ink.colour("accent")
    painter.setPen(QPen(colour, 1))
    colour.setAlphaF(0.1)
    painter.setBrush(colour)
    painter.drawRect(rectangle(band))


def _draw_places(painter: QPainter, ghost: Ghost, target: Rect, ink: Ink) -> None:
    """Say over the block how many places the room in question has."""
    wide = width(ghost.places, ink.small_bold) + 12
    x = min(max(target.x + SPACE, 0), max(0.0, target.right - wide))
    box = QRectF(x, ghost.box.y - ink.small_line - 7, wide, ink.small_line + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.colour("error" if ghost.short else "accent"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(ink.small_bold)
    painter.setPen(ink.colour("surface" if ghost.short else "on_accent"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, ghost.places)
