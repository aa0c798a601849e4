"""Draws a whole day: grid, blocks, strips, the end of the day, selection, and what a gesture shows."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.text import Language, clock
from planner.ui.board.axis import marks
from planner.ui.board.blocks import draw_block, draw_ring, rectangle
from planner.ui.board.ghost import Ghost, draw_ghost, draw_under
from planner.ui.board.ink import Ink
from planner.ui.board.scene import Scene
from planner.ui.board.strips import draw_strip

FADED: Final = 0.35


def draw_day(
    painter: QPainter,
    scene: Scene,
    ink: Ink,
    seen: QRectF,
    *,
    selected: Collection[str] = (),
    focus: bool = False,
    ghost: Ghost | None = None,
    t: Language,
) -> None:
    """Draw what can be seen of a day, in the day's own coordinates."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(seen, ink.colour("surface"))
    _draw_grid(painter, scene, ink, seen)
    if ghost is not None:
        draw_under(painter, ghost, ink)
    _draw_end(painter, scene, ink, t)
    faded = () if ghost is None else (ghost.moved, *ghost.along)
    for block in scene.layout.blocks:
        if rectangle(block.box).adjusted(-3, -3, 3, 3).intersects(seen):
            painter.setOpacity(FADED if block.session in faded else 1.0)
            draw_block(painter, scene.content.faces[block.session], block.box, ink)
    colours, plan = _round_colours(scene), scene.content.index.plan
    rounds = {plan.session_by_id[each].round for each in faded if each in plan.session_by_id}
    for strip in scene.layout.strips:
        painter.setOpacity(FADED if strip.round in rounds else 1.0)
        draw_strip(painter, scene.content.rounds[strip.round], strip.box, ink, colours[strip.round])
    painter.setOpacity(1.0)
    for block in scene.layout.blocks:
        if block.session in selected and block.session not in faded:
            draw_ring(painter, block.box, ink, focus=focus)
    if ghost is not None:
        draw_ghost(painter, ghost, ink)


def _round_colours(scene: Scene) -> dict[str, str]:
    plan = scene.content.index.plan
    return {
        plan.session_by_id[each.session].round or "": scene.content.faces[each.session].colour
        for each in reversed(scene.layout.blocks)
    }


def _draw_grid(painter: QPainter, scene: Scene, ink: Ink, seen: QRectF) -> None:
    layout = scene.layout
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for _, y, full in marks(layout.scale):
        painter.setPen(QPen(ink.colour("line" if full else "faint"), 1))
        painter.drawLine(QLineF(seen.left(), round(y), min(seen.right(), layout.width), round(y)))
    painter.setPen(QPen(ink.colour("faint"), 1))
    for column in layout.columns:
        painter.drawLine(QLineF(round(column.x), seen.top(), round(column.x), seen.bottom()))
    painter.drawLine(QLineF(round(layout.width) - 1, seen.top(), round(layout.width) - 1, seen.bottom()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _draw_end(painter: QPainter, scene: Scene, ink: Ink, t: Language) -> None:
    """Draw where the day ends, and by how much the programme runs over."""
    day, layout = scene.content.day, scene.layout
    y = layout.scale.y(day.day.end)
    late = max((each.span.end for each in day.placed), default=0) - day.day.end
    words = f"{day.day.end_label or t('End')} {clock(day.day.end)}"
    if late > 0:
        words = f"{words} · {t('{number} min too long', number=late)}"
    colour = ink.colour("error" if late > 0 else "text")
    painter.setPen(QPen(colour, 1.6))
    painter.drawLine(QLineF(0, y, layout.width, y))
    painter.setFont(ink.small_bold)
    painter.drawText(QRectF(6, y + 3, layout.width, ink.small_line), Qt.AlignmentFlag.AlignLeft, words)
