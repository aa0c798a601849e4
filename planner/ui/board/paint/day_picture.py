"""Keeps the picture of the visible part of a day, so that the frames of a drag need not draw it again."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from planner.text import Language
from planner.ui.board.layout.scene import Scene
from planner.ui.board.paint.day import draw_day
from planner.ui.board.paint.ink import Ink


class DayPicture:
    """The last picture drawn, with everything on which its look depends."""

    def __init__(self, t: Language) -> None:
        self._t = t
        self._look: object = None
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
        """Return the part of a day at a scroll offset, in logical pixels; drawn again only if it changed."""
        look = (scene, ink, offset, size, ratio, selected, focus)
        if self._look != look:
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(ink.colour("surface"))
            if scene is not None:
                seen = QRectF(QPointF(), QSizeF(size)).translated(offset)
                with QPainter(picture) as painter:
                    painter.translate(-offset)
                    draw_day(painter, scene, ink, seen, selected=selected, focus=focus, t=self._t)
            self._look, self._picture = look, picture
        return self._picture
