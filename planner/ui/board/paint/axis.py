"""The time axis at the left, which scrolls with the day: full hours strong, half hours muted."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.text import clock, clock_range
from planner.ui.board.layout.scale import Scale
from planner.ui.board.paint.ink import Ink
from planner.ui.widgets.text_fitting import width


def marks(scale: Scale) -> Iterator[tuple[int, float, bool]]:
    """Yield the half hours of a scale: wall minute, y coordinate, and whether it is a full hour."""
    first, last = scale.minutes[0], scale.minutes[-1]
    for minute in range(-(-first // 30) * 30, last + 1, 30):
        yield minute, scale.y(minute), minute % 60 == 0


class Axis(QWidget):
    """Draws the hours of a scale, the times of a gesture and the current time."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._scale: Scale | None = None
        self._offset = 0.0
        self._marked: tuple[int, ...] = ()
        self._now: int | None = None

    def show_scale(self, scale: Scale | None, offset: float, ink: Ink) -> None:
        """Show another scale, scrolled by so many pixels; None shows no hours."""
        self._scale, self._offset, self._ink = scale, offset, ink
        self.update()

    def mark(self, *minutes: int) -> None:
        """Mark wall minutes: start and end of what is being dragged."""
        if minutes != self._marked:
            self._marked = minutes
            self.update()

    def show_now(self, minute: int | None) -> None:
        """Show the current wall minute; None if the day shown is not today."""
        self._now = minute
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the labels; a mark of a gesture covers the label below it."""
        with QPainter(self) as painter:
            ink = self._ink
            painter.fillRect(self.rect(), ink.colour("surface"))
            if self._scale is not None:
                taken = [y + self._offset for y, _ in self.badges()]
                for minute, y, full in marks(self._scale):
                    if any(abs(y - badge) < ink.small_line + 2 for badge in taken):
                        continue
                    painter.setFont(ink.plain if full else ink.small)
                    painter.setPen(ink.colour("text" if full else "muted"))
                    self._write(painter, y, clock(minute))
                if self._now is not None and self._scale.minutes[0] <= self._now <= self._scale.minutes[-1]:
                    self._draw_now(painter, self._scale.y(self._now) - self._offset, clock(self._now))
                self._draw_marked(painter)

    def badges(self) -> list[tuple[float, str]]:
        """Return y coordinate and text of the marked times: one range where two labels would overlap."""
        scale = self._scale
        if scale is None or not self._marked:
            return []
        first, last = self._marked[0], self._marked[-1]
        top, bottom = scale.y(first) - self._offset, scale.y(last) - self._offset
        if len(self._marked) > 1 and bottom - top < self._ink.small_line + 4:
            return [((top + bottom) / 2, clock_range(first, last))]
        return [(scale.y(minute) - self._offset, clock(minute)) for minute in self._marked]

    def _draw_marked(self, painter: QPainter) -> None:
        ink = self._ink
        height = ink.small_line + 2
        for y, text in self.badges():
            font = ink.small_bold
            if width(text, font) > self.width() - 4:
                font = QFont(font)
                font.setPointSizeF(font.pointSizeF() * (self.width() - 4) / width(text, ink.small_bold))
            painter.setFont(font)
            box = QRectF(1, y - height / 2, self.width() - 2, height)
            painter.fillRect(box, ink.colour("accent"))
            painter.setPen(ink.colour("on_accent"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_now(self, painter: QPainter, y: float, text: str) -> None:
        ink = self._ink
        wide = width(text, ink.small_bold) + 8
        box = QRectF(ink.axis - 4 - wide, y - ink.small_line / 2 - 1, wide, ink.small_line + 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink.colour("error"))
        painter.setBrush(ink.colour("surface"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(ink.small_bold)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _write(self, painter: QPainter, y: float, text: str) -> None:
        box = QRectF(0, y - self._offset - 20, self._ink.axis - 10, 40)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
