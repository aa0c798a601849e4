"""A clickable row for one contribution: the name, with role and status as chips beside or below it."""

from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from planner.ui.services.context import WidgetContext
from planner.ui.widgets.plain_text import caption
from planner.ui.widgets.text_fitting import elide, width

_GAP: Final = 6
_PAD: Final = 8
"""Horizontal padding of a chip, in pixels."""


class Chip(NamedTuple):
    """A word in a rounded frame, dashed while it is not confirmed."""

    words: str
    open: bool = False


class PersonRow(QAbstractButton):
    """Shows a contribution; chips that do not fit beside the name wrap onto a second line."""

    def __init__(
        self, context: WidgetContext, name: str, chips: tuple[Chip, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._chips = context.theme, name, chips
        self._measured: int | None = None
        """The width of everything on one line, in pixels."""
        self.setText(caption(name))
        self.setAccessibleName(", ".join((name, *(chip.words for chip in chips))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Return True: narrow rows are higher."""
        return True

    def heightForWidth(self, room: int) -> int:
        """Return the height of the one or two lines that are needed."""
        return 2 * self._line() if self._stacked(room) else self._line()

    def sizeHint(self) -> QSize:
        """Return the size of everything on one line."""
        return QSize(self._needed(), self._line())

    def minimumSizeHint(self) -> QSize:
        """Return a small width, so that the column decides."""
        return QSize(40, self._line())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name, the chips and the ring that shows the focus."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.faint if self.underMouse() or self.isDown() else self._theme.surface))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
            line, stacked = self._line(), self._stacked(self.width())
            room = self.width() - 4 if stacked else self.width() - self._chips_width() - _GAP - 4
            name = elide(self._name, self.font(), room)
            painter.setPen(QColor(self._theme.text))
            painter.drawText(QRect(2, 0, self.width() - 4, line), Qt.AlignmentFlag.AlignVCenter, name)
            left = 12 if stacked else round(width(name, self.font())) + 2 + _GAP
            for chip in self._chips:
                left += self._draw_chip(painter, chip, left, line if stacked else 0) + _GAP

    def _draw_chip(self, painter: QPainter, chip: Chip, left: int, top: int) -> int:
        room = min(self._chip_width(chip), self.width() - left - 2)
        box = QRect(left, top + 3, room, self._line() - 6)
        pen = QPen(QColor(self._theme.muted if chip.open else self._theme.line), 1)
        if chip.open:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(self._theme.text))
        words = elide(chip.words, self.font(), room - 2 * _PAD + 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return room

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a change of the font."""
        super().changeEvent(event)
        self._measured = None

    def _line(self) -> int:
        return max(26, self.fontMetrics().height() + 10)

    def _chip_width(self, chip: Chip) -> int:
        return round(width(chip.words, self.font())) + 2 * _PAD

    def _chips_width(self) -> int:
        return sum(self._chip_width(chip) for chip in self._chips) + _GAP * max(0, len(self._chips) - 1)

    def _needed(self) -> int:
        if self._measured is None:  # asked for several times in each layout of the panel
            self._measured = round(width(self._name, self.font())) + _GAP + self._chips_width() + 6
        return self._measured

    def _stacked(self, room: int) -> bool:
        return self._needed() > room
