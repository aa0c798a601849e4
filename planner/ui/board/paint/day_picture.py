"""Keeps the picture of the visible part of a day, so that only what has changed is drawn again."""

from collections import defaultdict
from collections.abc import Iterator
from math import ceil, floor
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPixmap, QRegion

from planner.text import Language
from planner.text.block_words import BlockWords
from planner.ui.board.layout.day_layout import Rect
from planner.ui.board.layout.scene import Scene
from planner.ui.board.paint.axis import marks
from planner.ui.board.paint.day import SLIVER, draw_day, end_band, round_colours, sliver_colour
from planner.ui.board.paint.ink import Ink
from planner.ui.board.paint.session_block import rectangle

MARGIN: Final = 3.0
"""Pixels around a block that its ring and its smooth edges reach."""
RASTER: Final = 4
"""Logical pixels that are whole pixels of the screen at 100, 125, 150, 175 and 200 %."""


class _View(NamedTuple):
    """All but the scene on which the look of the picture depends."""

    ink: Ink
    offset: QPointF
    size: QSize
    ratio: float
    selected: tuple[str, ...]
    focus: bool

    @property
    def seen(self) -> QRectF:
        """The visible part of the day, in its own coordinates."""
        return QRectF(QPointF(), QSizeF(self.size)).translated(self.offset)


class DayPicture:
    """The last picture drawn, with everything on which its look depends."""

    def __init__(self, t: Language) -> None:
        self._t = t
        self._view: _View | None = None
        self._scene: Scene | None = None
        self._picture = QPixmap()

    def drawn(
        self,
        scene: Scene | None,
        ink: Ink,
        offset: QPointF,
        size: QSize,
        ratio: float,
        *,
        selected: tuple[str, ...],
        focus: bool,
    ) -> QPixmap:
        """Return the part of a day at a scroll offset, in logical pixels; what is unchanged is not drawn again."""
        view = _View(ink, offset, size, ratio, selected, focus)
        if view != self._view or scene is not self._scene:
            part = changed(self._scene, scene, view) if view == self._view else None
            if part is None:
                self._picture = QPixmap(size * ratio)
                self._picture.setDevicePixelRatio(ratio)
                self._picture.fill(ink.colour("surface"))
            if scene is not None:
                with QPainter(self._picture) as painter:
                    painter.translate(-offset)
                    if part is not None:
                        painter.setClipRegion(part)
                    draw_day(painter, scene, ink, view.seen, part, selected=selected, focus=focus, t=self._t)
            self._view, self._scene = view, scene
        return self._picture


def changed(before: Scene | None, after: Scene | None, view: _View) -> QRegion | None:
    """Return the part of the picture in which two scenes differ; None if it is to be drawn as a whole."""
    whole_pixels = (view.ratio * RASTER).is_integer() and view.offset == view.offset.toPoint().toPointF()
    if before is None or after is None or not whole_pixels or not _alike(before, after, view.ink):
        return None
    old, new = _blocks(before, view.seen), _blocks(after, view.seen)
    boxes = {box for session in {*old, *new} if old[session] != new[session] for box, _ in old[session] + new[session]}
    areas = [rectangle(box).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN) for box in boxes]
    part = QRegion()
    for area in (end_band(after, view.ink), *areas):
        part += _on_raster(area, view.offset.toPoint())
    return part


def _on_raster(area: QRectF, offset: QPoint) -> QRect:
    """Return an area enlarged to whole pixels of any usual screen, so that none of them is drawn in part."""
    seen = area.translated(-offset)
    left, top = floor(seen.left() / RASTER) * RASTER, floor(seen.top() / RASTER) * RASTER
    right, bottom = ceil(seen.right() / RASTER) * RASTER, ceil(seen.bottom() / RASTER) * RASTER
    return QRect(left, top, right - left, bottom - top).translated(offset)


def _alike(before: Scene, after: Scene, ink: Ink) -> bool:
    """Return whether two scenes have the same axis, columns and strips, so that they can only differ in blocks."""
    one, other = before.layout, after.layout
    return (
        (one.columns, one.strips, one.width, one.height, bool(one.blocks))
        == (other.columns, other.strips, other.width, other.height, bool(other.blocks))
        and list(marks(one.scale)) == list(marks(other.scale))
        and end_band(before, ink) == end_band(after, ink)
        and before.content.rounds == after.content.rounds
        and before.content.day.day == after.content.day.day
        and round_colours(before) == round_colours(after)
    )


def _blocks(scene: Scene, seen: QRectF) -> defaultdict[str, list[tuple[Rect, BlockWords | str]]]:
    """Return the visible blocks of each session with their words."""
    found: defaultdict[str, list[tuple[Rect, BlockWords | str]]] = defaultdict(list)
    for session, box in _visible(scene, seen):
        words = scene.content.words[session] if box.width >= SLIVER else sliver_colour(scene, session)
        found[session].append((box, words))
    return found


def _visible(scene: Scene, seen: QRectF) -> Iterator[tuple[str, Rect]]:
    left, top = seen.left() - MARGIN, seen.top() - MARGIN
    right, bottom = seen.right() + MARGIN, seen.bottom() + MARGIN
    for block in scene.layout.blocks:
        box = block.box
        if box.x < right and box.right > left and box.y < bottom and box.bottom > top:
            yield block.session, box
