"""The filter above the list: search words, switches, and the number of matching rows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from planner.fields.search import searched_text
from planner.model import Session
from planner.text.list_words import ListContext, is_open
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import mark_search
from planner.ui.widgets.plain_text import Label


class FilterLine(QWidget):
    """Filters by all search words; the filter stays until the user changes it."""

    changed = Signal()
    left = Signal()
    """Emitted when the focus is to move to the table."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._context = context
        self._words = _Line()
        self._words.setPlaceholderText(t("Filter: title, room, people, kind …"))
        self._words.setAccessibleName(t("Filter the list"))
        mark_search(self._words)
        self._words.setClearButtonEnabled(True)
        self._words.setMaximumWidth(360)
        self._words.textChanged.connect(self.changed)
        self._words.left.connect(self.left)
        self._problems, self._open = QCheckBox(t("Only &problems")), QCheckBox(t("Only o&pen"))
        self._problems.setToolTip(t("Sessions with problems"))
        self._open.setToolTip(t("Sessions without a time, and those with someone asked or not found yet"))
        self._count = Label()
        self._count.setObjectName("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 12, 5)
        row.setSpacing(12)
        row.addWidget(self._words, 4)
        for box in (self._problems, self._open):
            box.toggled.connect(self.changed)
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(self._count)

    @property
    def active(self) -> bool:
        """Return whether any filter is set."""
        return bool(self._words.text().strip() or self._problems.isChecked() or self._open.isChecked())

    def keeps(self, seen: ListContext, session: Session) -> bool:
        """Return whether a session passes the filter."""
        if self._problems.isChecked() and not seen.told.get(session.id):
            return False
        if self._open.isChecked() and not is_open(session):
            return False
        words = self._words.text().casefold().split()
        found = searched_text(seen.plan, session, seen.t) if words else ""
        return all(word in found for word in words)

    def tell(self, shown: int, all_: int) -> str:
        """Show and return the number of visible rows in words."""
        t = self._context.t
        words = t.count("{number} session", "{number} sessions", all_)
        if self.active:
            words = t("{shown} of {all}", shown=shown, all=all_)
        self._count.setText(words)
        return words

    def focus_words(self) -> None:
        """Focus the search field with its text selected."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def clear(self) -> None:
        """Reset all filters."""
        self._problems.setChecked(False)
        self._open.setChecked(False)
        self._words.clear()


class _Line(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear by Esc; move to the table by Enter, Down, or Esc in an empty field."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
