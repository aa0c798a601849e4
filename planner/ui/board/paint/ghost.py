"""Draws what a gesture shows while it runs: the block as it would be, what moves with it, and the obstacles."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from planner.text.block_words import Badge, BlockWords
from planner.ui.board.layout.day_layout import Obstacle, Rect
from planner.ui.board.paint.badges import SPACE, badge_height, draw_badges, fitting, total
from planner.ui.board.paint.ink import Ink
from planner.ui.board.paint.session_block import draw_block, rectangle
from planner.ui.widgets.text_fitting import width
from planner.ui.widgets.theme import RADIUS

WIDEST: Final = 360.0
"""Most pixels that a reason may take; a longer one is elided."""


@dataclass(frozen=True)
class Ghost:
    """What is drawn over the day during a gesture; start and end (wall minutes) are marked on the axis."""

    box: Rect
    words: BlockWords
    start: int
    end: int
    moved: str = ""
    """The id of the session that fades because it is dragged; empty for a new one."""
    along: tuple[str, ...] = ()
    """The ids of the sessions that fade because they move along."""
    followers: tuple[Rect, ...] = ()
    """The boxes to which those sessions move."""
    busy: tuple[Obstacle, ...] = ()
    """The columns in which it cannot be at its time."""
    away: tuple[Obstacle, ...] = ()
    """The times at which its people or rooms are not available."""
    target: Rect | None = None
    """The column of the room in question, if there is one."""
    places: str = ""
    """How many places that room has, in words."""
    short: bool = False
    """Whether the target has too few places or is unsuitable."""


def draw_under(painter: QPainter, ghost: Ghost, ink: Ink) -> None:
    """Tint the target column, shade the columns in use, and hatch the times at which people or rooms are not free."""
    if ghost.target is not None:
        colour = ink.colour("accent")
        colour.setAlphaF(0.08)
        painter.fillRect(rectangle(ghost.target), colour)
    shade, hatch = ink.colour("muted"), ink.colour("muted")
    shade.setAlphaF(0.16)
    hatch.setAlphaF(0.30)
    for obstacle in (*ghost.away, *ghost.busy):
        painter.fillRect(rectangle(obstacle.box), shade)
    for obstacle in ghost.away:
        painter.fillRect(rectangle(obstacle.box), QBrush(hatch, Qt.BrushStyle.BDiagPattern))


def draw_reasons(painter: QPainter, ghost: Ghost, ink: Ink) -> None:
    """Write the reasons into what is shaded: of columns at the left, of people at the right, none over another.

    All lie in the visible part of the day; a reason that would cover another one moves left of it.
    """
    seen = QRectF(painter.window()).translated(-painter.worldTransform().dx(), -painter.worldTransform().dy())
    height, taken = badge_height(ink), list[QRectF]()
    for obstacle in ghost.busy:
        box = rectangle(obstacle.box).intersected(seen)
        found = fitting([Badge("error", obstacle.reason)], ink, box.width() - 2 * SPACE) if obstacle.reason else []
        taken.append(QRectF(box.left() + SPACE, box.top() + SPACE, total(found, ink), height))
        draw_badges(painter, found, ink, taken[-1].left(), taken[-1].top())
    for obstacle in ghost.away:
        box = rectangle(obstacle.box).intersected(seen)
        found = fitting([Badge("warning", obstacle.reason)], ink, min(box.width(), WIDEST) - 2 * SPACE)
        wide = total(found, ink)
        place = QRectF(box.right() - wide - SPACE, box.top() + 2, wide, height)
        for other in sorted(taken, key=QRectF.right, reverse=True):
            if place.intersects(other):
                place.moveRight(other.left() - SPACE)
        if box.height() > 0:
            draw_badges(painter, found, ink, place.left(), place.top())
            taken.append(place)


def draw_ghost(painter: QPainter, ghost: Ghost, ink: Ink) -> None:
    """Draw the dragged block, and outlines of what moves along."""
    draw_reasons(painter, ghost, ink)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.colour("accent"), 1.2, Qt.PenStyle.DashLine))
    for box in ghost.followers:
        painter.drawRoundedRect(rectangle(box), RADIUS, RADIUS)
    shadow = QPainterPath()
    shadow.addRoundedRect(rectangle(ghost.box).adjusted(-1, 1, 1, 3), RADIUS, RADIUS)
    painter.fillPath(shadow, QColor(0, 0, 0, 40))
    draw_block(painter, ghost.words, ghost.box, ink)
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
    """Write above the block how many places the target room has."""
    wide = width(ghost.places, ink.small_bold) + 12
    x = min(max(target.x + SPACE, 0), max(0.0, target.right - wide))
    box = QRectF(x, ghost.box.y - ink.small_line - 7, wide, ink.small_line + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.colour("error" if ghost.short else "accent"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(ink.small_bold)
    painter.setPen(ink.colour("surface" if ghost.short else "on_accent"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, ghost.places)
