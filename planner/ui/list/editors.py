"""The editors of cells: a text line or a list of choices."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from planner.ui.list.columns import ListColumn
from planner.ui.widgets.limit import uncut

_ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
"""Keys that close an open list; Qt handles them itself."""


class OpenCell(NamedTuple):
    """The session and column that an editor was opened for, independent of later changes of rows and columns."""

    session: str
    """The session's id; empty for the row of a new session."""
    column: ListColumn


class LineEditor(QLineEdit):
    """A text line that completes known values."""

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
        """Return whether the text differs from the plan's value."""
        return self._shown is not None and self.text() != self._shown

    @property
    def committed_text(self) -> str:
        """The plan's value; any other text is not committed yet."""
        return self.text() if self._shown is None else self._shown

    def show_value(self, value: str, waiting: str) -> None:
        """Show the plan's value or an earlier refused text, unless the user is editing."""
        if not self.edited:
            self._shown = value
            self.setText(waiting or value)

    def take_text(self) -> str:
        """Return the text, which counts as committed from now on."""
        self._shown = self.text()
        return self._shown


class ChoiceEditor(QComboBox):
    """A list that is open as long as it exists: a choice closes it, and so does losing the focus."""

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
        """Open the list at the first entry that begins with the typed letter."""
        self.showPopup()
        for widget in (self.view(), self.view().window()):
            widget.installEventFilter(self)
        if self._search:
            self.view().keyboardSearch(self._search)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep typed letters from triggering shortcuts of the views; emit `left` when the list closes.

        The signal is deferred, so that a choice is reported first.
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
