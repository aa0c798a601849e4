"""A scrolled column of entries that asks for the height of its wrapped text."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

_LETTERS: Final = 88
"""Characters per line."""
_ROOM: Final = 24
"""Pixels beside the entries for the scroll bar."""


class EntryList(QScrollArea):
    """A column that knows its height even before it is shown, when the style is not applied yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self.setWidget(inside)

    def add(self, entry: QWidget) -> None:
        """Add an entry below the others."""
        self._column.insertWidget(self._column.count() - 1, entry)

    def sizeHint(self) -> QSize:
        """Return the width of a line and the height of all entries at that width."""
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()
        width = self.fontMetrics().averageCharWidth() * _LETTERS
        return QSize(width + _ROOM, self._column.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a readable minimum."""
        return QSize(360, 120)
