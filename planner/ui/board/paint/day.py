"""Draws a whole day: grid, blocks, strips, the end of the day, selection, and what a gesture shows."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QRegion

from planner.text import Language, clock
from planner.ui.board.layout.scene import Scene
from planner.ui.board.paint.axis import marks
from planner.ui.board.paint.ghost import Ghost, draw_ghost, draw_under
from planner.ui.board.paint.ink import Ink
from planner.ui.board.paint.round_strip import draw_strip
from planner.ui.board.paint.session_block import draw_block, draw_ring, rectangle
from planner.ui.widgets.text_fitting import elide

LEAST_END: Final = 60.0
"""Least pixels beside blocks that run over the end of the day; with less, its line has no label."""
SLIVER: Final = 2.0
"""Pixels of width below which a block is a line in its kind's colour: words are neither made nor drawn."""
VEIL: Final = 0.65
"""Opacity of the veil over what a gesture moves."""


def draw_day(
    painter: QPainter,
    scene: Scene,
    ink: Ink,
    seen: QRectF,
    part: QRegion | None = None,
    *,
    selected: Collection[str] = (),
    focus: bool = False,
    t: Language,
) -> None:
    """Draw the visible part of a day, in the day's own coordinates; only what meets a part, if there is one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(seen, ink.colour("surface"))
    _draw_grid(painter, scene, ink, seen)
    _draw_end(painter, scene, ink, t)
    if not scene.layout.blocks:
        _draw_empty(painter, ink, seen, t)
    for block in scene.layout.blocks:
        area = rectangle(block.box).adjusted(-3, -3, 3, 3)
        if area.intersects(seen) and (part is None or part.intersects(area.toAlignedRect())):
            if block.box.width < SLIVER:
                painter.fillRect(
                    rectangle(block.box._replace(width=1.0)), ink.theme.bar(sliver_colour(scene, block.session))
                )
                continue
            draw_block(painter, scene.content.words[block.session], block.box, ink, seen)
    colours = round_colours(scene)
    for strip in scene.layout.strips:
        if rectangle(strip.box).intersects(seen):
            draw_strip(
                painter, scene.content.rounds[strip.round], strip.box, ink, colour=colours[strip.round], seen=seen
            )
    for block in scene.layout.blocks:
        if block.session in selected:
            draw_ring(painter, block.box, ink, focus=focus)


def draw_gesture(painter: QPainter, scene: Scene, ghost: Ghost, ink: Ink) -> None:
    """Draw over a day what a gesture is about to do; what it moves fades."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_under(painter, ghost, ink)
    veil = ink.colour("surface")
    veil.setAlphaF(VEIL)
    faded, plan = {ghost.moved, *ghost.along}, scene.content.index.plan
    rounds = {plan.session_by_id[session].round for session in faded if session in plan.session_by_id}
    boxes = [block.box for block in scene.layout.blocks if block.session in faded]
    for box in [*boxes, *(strip.box for strip in scene.layout.strips if strip.round in rounds)]:
        painter.fillRect(rectangle(box).adjusted(-2, -2, 2, 2), veil)
    draw_ghost(painter, ghost, ink)


def sliver_colour(scene: Scene, session: str) -> str:
    """Return the colour of a block that is too narrow for words."""
    plan = scene.content.index.plan
    return plan.kind_of(plan.session_by_id[session]).colour


def round_colours(scene: Scene) -> dict[str, str]:
    """Return the colour of each round by its id: that of its first session's kind."""
    index = scene.content.index
    return {round_: index.plan.kind_of(index.rounds[round_][0]).colour for round_ in scene.content.rounds}


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


def _draw_empty(painter: QPainter, ink: Ink, seen: QRectF, t: Language) -> None:
    """Write how to start into a day without sessions."""
    box = seen.adjusted(24, seen.height() / 3, -24, 0)
    under = box.adjusted(0, ink.line + 6, 0, 0)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    words = t("Drag blocks from the left onto the day, or paste a programme table from Word or Excel.")
    rows = ((box, ink.bold, "text", t("Nothing is planned for this day yet.")), (under, ink.plain, "muted", words))
    for place, font, colour, text in rows:
        painter.setFont(font)
        painter.setPen(ink.colour(colour))
        drawn = painter.boundingRect(place, int(flags), text)
        painter.fillRect(drawn.adjusted(-10, -3, 10, 3), ink.colour("surface"))
        painter.drawText(place, int(flags), text)


def end_band(scene: Scene, ink: Ink) -> QRectF:
    """Return where the end of the day is drawn, with its words."""
    y = scene.layout.scale.y(scene.content.day.day.end)
    return QRectF(0, y - 2, scene.layout.width, ink.small_line + 7)


def _draw_end(painter: QPainter, scene: Scene, ink: Ink, t: Language) -> None:
    """Draw the line at the end of the day, and by how many minutes the programme exceeds it."""
    day, layout = scene.content.day, scene.layout
    y = layout.scale.y(day.day.end)
    late = max((placed.span.end for placed in day.placed), default=0) - day.day.end
    words = f"{day.day.end_label or t('End')} {clock(day.day.end)}"
    if late > 0:
        words = f"{words} · {t('{number} min too long', number=late)}"
    colour = ink.colour("error" if late > 0 else "text")
    painter.setPen(QPen(colour, 1.6))
    painter.drawLine(QLineF(0, y, layout.width, y))
    painter.setFont(ink.small_bold)
    box = QRectF(6, y + 3, layout.width, ink.small_line)
    over = (rectangle(part.box) for part in (*layout.blocks, *layout.strips))
    room = min((area.left() for area in over if area.intersects(box)), default=layout.width) - 12
    if room >= LEAST_END:
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, elide(words, ink.small_bold, room))
