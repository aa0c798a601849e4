"""What a gesture shows while it lasts: the block as it will be, what moves with it, and the columns in question."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from planner.ui.board.badges import SPACE
from planner.ui.board.blocks import draw_block, rectangle
from planner.ui.board.faces import Face
from planner.ui.board.fitting import width
from planner.ui.board.ink import Ink
from planner.ui.board.layout import Box
from planner.ui.theme import RADIUS


@dataclass(frozen=True)
class Ghost:
    """What is drawn over the day during a gesture; start and end are marked on the axis."""

    box: Box
    face: Face
    start: int
    end: int
    moved: str = ""
    """The session that fades because it is in the hand."""
    along: tuple[str, ...] = ()
    """The sessions that fade because they move along, to these boxes."""
    followers: tuple[Box, ...] = ()
    busy: tuple[Box, ...] = ()
    target: Box | None = None
    places: str = ""
    short: bool = False
    """Whether the places of the target do not suffice."""


def draw_under(painter: QPainter, ghost: Ghost, ink: Ink) -> None:
    """Draw the columns in question: the target tinted, the busy ones shaded."""
    if ghost.target is not None:
        colour = ink.colour("accent")
        colour.setAlphaF(0.08)
        painter.fillRect(rectangle(ghost.target), colour)
    shade = ink.colour("muted")
    shade.setAlphaF(0.16)
    for box in ghost.busy:
        painter.fillRect(rectangle(box), shade)


def draw_ghost(painter: QPainter, ghost: Ghost, ink: Ink) -> None:
    """Draw the block in the hand, and outlines of what moves along."""
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


def draw_band(painter: QPainter, band: Box, ink: Ink) -> None:
    """Draw a rubber band."""
    colour = ink.colour("accent")
    painter.setPen(QPen(colour, 1))
    colour.setAlphaF(0.1)
    painter.setBrush(colour)
    painter.drawRect(rectangle(band))


def _draw_places(painter: QPainter, ghost: Ghost, target: Box, ink: Ink) -> None:
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
