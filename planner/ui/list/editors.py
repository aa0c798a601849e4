"""The fields that open in a cell: a line to type in, or a list to choose from."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from planner.ui.list.columns import ListColumn
from planner.ui.widgets.limit import uncut

_ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
"""By which an open list is left: Qt hears them in its own way."""


class OpenCell(NamedTuple):
    """What a field was opened for: it stays the same wherever the table puts rows and columns meanwhile."""

    session: str
    """The session's id; none is the row for a new one."""
    column: ListColumn


class LineEditor(QLineEdit):
    """A line that completes what is known while it is typed."""

    def __init__(self, cell: OpenCell, name: str, known: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.cell = cell
        self._shown: str | None = None
        self.setAccessibleName(name)
        uncut(self)
        if known:
            completer = QCompleter(list(known), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            self.setCompleter(completer)

    @property
    def edited(self) -> bool:
        """Tell whether something else stands there than the plan holds."""
        return self._shown is not None and self.text() != self._shown

    @property
    def committed_text(self) -> str:
        """What the plan holds: anything else is not taken over yet."""
        return self.text() if self._shown is None else self._shown

    def show_value(self, value: str, waiting: str) -> None:
        """Show what the plan holds, or an answer that it could not take; not over what somebody types."""
        if not self.edited:
            self._shown = value
            self.setText(waiting or value)

    def take_text(self) -> str:
        """Return the answer, which is no longer one."""
        self._shown = self.text()
        return self._shown


class ChoiceEditor(QComboBox):
    """A list that stands open as long as it is there: a choice ends it, and so does turning away."""

    chosen = Signal()
    left = Signal()

    def __init__(self, cell: OpenCell, name: str, search: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.cell = cell
        self._search, self._over = search, False
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setMaxVisibleItems(14)
        self.activated.connect(lambda: self._end(self.chosen))
        QTimer.singleShot(0, self, self.unfold)  # the cell has no place for it before

    def unfold(self) -> None:
        """Open the list, at what begins with the letter that was typed."""
        self.showPopup()
        for widget in (self.view(), self.view().window()):
            widget.installEventFilter(self)
        if self._search:
            self.view().keyboardSearch(self._search)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is typed to choose by from being keys of the views; say that the list was left.

        Leaving is said once a choice could have been told.
        """
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() not in _ENDING:
            event.accept()
            return True
        if event.type() == QEvent.Type.Hide:
            QTimer.singleShot(0, self, lambda: self._end(self.left))
        return super().eventFilter(watched, event)

    def _end(self, say: SignalInstance) -> None:
        if not self._over:
            self._over = True
            say.emit()
