"""Writes words on one base line, from the left and from the right."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from planner.ui.widgets.text_fitting import elide, width

SPACE: Final = 8.0


class LinePainter:
    """Writes words on one base line; left and right are the ends of the room that remains."""

    def __init__(self, painter: QPainter, left: float, right: float, top: float, height: float) -> None:
        self._painter, self.left, self.right = painter, left, right
        self._top, self._height = top, height

    def write(self, text: str, font: QFont, colour: QColor, *, space: float = SPACE) -> None:
        """Write a text at the left end, elided to the room that remains."""
        text = elide(text, font, self.right - self.left)
        if text and text != "…":
            self._draw(text, font, colour, self.left, Qt.AlignmentFlag.AlignLeft)
            self.left += width(text, font) + space

    def write_right(self, text: str, font: QFont, colour: QColor) -> None:
        """Write a text at the right end; the caller knows that it fits."""
        self._draw(text, font, colour, self.right - width(text, font), Qt.AlignmentFlag.AlignLeft)
        self.right -= width(text, font) + SPACE

    def _draw(self, text: str, font: QFont, colour: QColor, x: float, align: Qt.AlignmentFlag) -> None:
        self._painter.setFont(font)
        self._painter.setPen(colour)
        box = QRectF(x, self._top, width(text, font) + 4, self._height)
        self._painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
