"""A button that looks like a link and wraps its label, as long German labels need."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from planner.ui.services.context import WidgetContext

_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class LinkButton(QPushButton):
    """A link: at least 24 px high, with a focus ring, underlined under the mouse."""

    def __init__(self, context: WidgetContext, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor(context.theme.accent)
        self._label = text
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def label(self) -> str:
        """Return the label."""
        return self._label

    def hasHeightForWidth(self) -> bool:
        """Return True: narrow links are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped label needs."""
        return max(24, self._bounds(width).height() + 4)

    def sizeHint(self) -> QSize:
        """Return the size of the label on one line."""
        return QSize(self.fontMetrics().horizontalAdvance(self._label) + 4, 24)

    def minimumSizeHint(self) -> QSize:
        """Return a small width, so that the column decides."""
        return QSize(40, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the label, and the ring that shows the focus."""
        with QPainter(self) as painter:
            font = self.font()
            font.setUnderline(self.underMouse())
            painter.setFont(font)
            painter.setPen(self._colour if self.isEnabled() else self.palette().placeholderText().color())
            painter.drawText(self.rect(), int(_WRAP), self._label)
            if self.hasFocus():
                painter.setPen(QPen(self._colour, 2))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter as by Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _bounds(self, width: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), int(_WRAP), self._label)
