"""Fields that commit once, when they are left or confirmed, and show the plan's value at all other times."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget


class LineField(QLineEdit):
    """One line of text; Esc brings back what the plan holds."""

    committed = Signal(str)

    def __init__(self, name: str, most: int = 300, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.setMaxLength(most)
        self.editingFinished.connect(self._commit)

    def show_value(self, value: str) -> None:
        """Show the plan's value, unless somebody is in the middle of typing another."""
        if self.hasFocus() and self.isModified() and value == self._shown:
            return
        self._shown = value
        if self.text() != value:
            self.setText(value)
            self.setCursorPosition(0)
        self.setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring back the plan's value by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self.setModified(False)
            return
        super().keyPressEvent(event)

    def _commit(self) -> None:
        if self.text() != self._shown:
            self._shown = self.text()
            self.setModified(False)
            self.committed.emit(self.text())


class TextField(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    committed = Signal(str)

    def __init__(self, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 14)

    def show_value(self, value: str) -> None:
        """Show the plan's value, unless somebody is in the middle of typing another."""
        if self.hasFocus() and self.toPlainText() != self._shown and value == self._shown:
            return
        self._shown = value
        if self.toPlainText() != value:
            self.setPlainText(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit what was typed."""
        super().focusOutEvent(event)
        if self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.committed.emit(self._shown)


class Choice(QComboBox):
    """A choice among values; the mouse wheel scrolls the panel, not the value."""

    committed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._commit)

    def show_values(self, values: list[tuple[object, str]], value: object) -> None:
        """Show the values that can be chosen, each with its words, and the plan's one."""
        self.clear()
        for data, words in values:
            self.addItem(words, data)
        self.setCurrentIndex(next((place for place, (data, _) in enumerate(values) if data == value), -1))

    def _commit(self, index: int) -> None:
        self.committed.emit(self.itemData(index))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()


def labelled(words: str, field: QWidget) -> QWidget:
    """Return a field under its label, which leads the keyboard to it."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    label = QLabel(words)
    label.setObjectName("label")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return box
