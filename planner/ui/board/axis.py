"""The clock at the left: full hours strong, half hours muted; it scrolls with the day."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.text import clock
from planner.ui.board.ink import Ink
from planner.ui.board.scale import Scale


def marks(scale: Scale) -> Iterator[tuple[int, float, bool]]:
    """Give each half hour of a scale: minute, height, whether it is a full hour."""
    first, last = scale.minutes[0], scale.minutes[-1]
    for minute in range(-(-first // 30) * 30, last + 1, 30):
        yield minute, scale.y(minute), minute % 60 == 0


class Axis(QWidget):
    """Draws the hours of the scale it is given."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._scale: Scale | None = None
        self._offset = 0.0
        self._marked: tuple[int, ...] = ()

    def show_scale(self, scale: Scale | None, offset: float, ink: Ink) -> None:
        """Show another scale, scrolled by so many pixels."""
        self._scale, self._offset, self._ink = scale, offset, ink
        self.update()

    def mark(self, *minutes: int) -> None:
        """Show where the hand is: the times of what is being moved."""
        if minutes != self._marked:
            self._marked = minutes
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the labels that can be seen."""
        painter = QPainter(self)
        ink = self._ink
        painter.fillRect(self.rect(), ink.colour("surface"))
        if self._scale is not None:
            for minute, y, full in marks(self._scale):
                painter.setFont(ink.plain if full else ink.small)
                painter.setPen(ink.colour("text" if full else "muted"))
                self._write(painter, y, clock(minute))
            self._draw_marked(painter, self._scale)
        painter.end()

    def _draw_marked(self, painter: QPainter, scale: Scale) -> None:
        ink = self._ink
        painter.setFont(ink.small_bold)
        for minute in self._marked:
            y = scale.y(minute) - self._offset
            height = ink.small_line + 2
            painter.fillRect(QRectF(2, y - height / 2, ink.axis - 6, height), ink.colour("accent"))
            painter.setPen(self._ink.colour("on_accent"))
            self._write(painter, scale.y(minute), clock(minute))

    def _write(self, painter: QPainter, y: float, text: str) -> None:
        box = QRectF(0, y - self._offset - 20, self._ink.axis - 10, 40)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
