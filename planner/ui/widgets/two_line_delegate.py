"""A delegate for lists whose entries have a name and, below it, a line in a muted colour."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.ui.services.context import WidgetContext
from planner.ui.widgets.theme import mixed

BELOW: Final = Qt.ItemDataRole.UserRole + 1
"""The item data role of the second line."""
_PAD: Final = 10


class TwoLineDelegate(QStyledItemDelegate):
    """Draws a name over a line in the muted colour; what is too long ends with "…"."""

    def __init__(self, context: WidgetContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = context.theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of two lines with padding; the list decides on the width."""
        return QSize(40, 2 * self._line() + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one entry; the current one has a bar at its left, not only another ground."""
        box, theme = option.rect, self._theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(mixed(theme.accent, theme.surface, 0.12) if selected else theme.surface))
        if selected:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(theme.accent))
        line, width = self._line(), box.width() - 2 * _PAD
        plain, bold = QFont(option.font), QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        lines = ((bold, theme.text, str(index.data())), (plain, theme.muted, str(index.data(BELOW) or "")))
        for place, (font, colour, words) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            row = QRect(box.left() + _PAD, box.top() + 6 + place * line, width, line)
            painter.drawText(
                row,
                Qt.AlignmentFlag.AlignVCenter,
                painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width),
            )

    def _line(self) -> int:
        parent = self.parent()
        return parent.fontMetrics().height() if isinstance(parent, QWidget) else 18
