"""Fields that commit once, when they are left or confirmed, and show the plan's value at all other times."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from planner.ui.plain import Label


class LineField(QLineEdit):
    """One line of text; Esc brings back what the plan holds."""

    committed = Signal(str)

    def __init__(self, name: str, most: int = 300, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._told = "", False
        self.setAccessibleName(name)
        self.setMaxLength(most)
        self.editingFinished.connect(self.finish)

    def show_value(self, value: str) -> None:
        """Show the plan's value, unless somebody is in the middle of typing another."""
        self._told = True
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

    def finish(self) -> None:
        """Commit what was typed, if anything was; what says the same in other words stands as the plan has it."""
        if self.text() != self._shown:
            before, self._shown, self._told = self._shown, self.text(), False
            self.setModified(False)
            self.committed.emit(self._shown)
            if not self._told:
                self.show_value(before)


class TextField(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    committed = Signal(str)

    def __init__(self, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._told = "", False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 14)

    def show_value(self, value: str) -> None:
        """Show the plan's value, unless somebody is in the middle of typing another."""
        self._told = True
        if self.hasFocus() and self.toPlainText() != self._shown and value == self._shown:
            return
        self._shown = value
        if self.toPlainText() != value:
            self.setPlainText(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring back the plan's value by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.setPlainText(self._shown)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit what was typed."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def finish(self) -> None:
        """Commit what was typed, if anything was; what the plan has cut or smoothed away goes from the field, too."""
        if self.toPlainText() != self._shown:
            before, self._shown, self._told = self._shown, self.toPlainText(), False
            self.committed.emit(self._shown)
            if not self._told:
                self.show_value(before)


class TitleField(TextField):
    """One line of text, wrapped over as many as it needs; Enter commits it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 1, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit by Enter; a title has no line breaks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Wrap in the font that the style gives."""
        super().showEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Let the column decide how wide a title is."""
        return QSize(120, self.minimumHeight())

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 8)


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
    column.setSpacing(1)
    label = Label(words)
    label.setObjectName("label")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return box


def focused(widgets: Sequence[QWidget]) -> int | None:
    """Return which of some widgets has the keyboard."""
    return next((place for place, widget in enumerate(widgets) if widget.hasFocus()), None)


def tab_before(anchor: QWidget, widgets: Sequence[QWidget], focus: int | None = None) -> None:
    """Let Tab go through widgets, made anew, right before another; the one at a place takes the keyboard again.

    They are shown at once, for what is not shown cannot take the keyboard.
    """
    previous = anchor.previousInFocusChain()
    while previous is not None and (previous.isAncestorOf(anchor) or previous.focusPolicy() == Qt.FocusPolicy.NoFocus):
        previous = previous.previousInFocusChain()  # Qt takes a box for the last field in it
    for widget in widgets:
        widget.show()
        if previous is not None:
            QWidget.setTabOrder(previous, widget)
        previous = widget
    if focus is not None:
        (widgets[min(focus, len(widgets) - 1)] if widgets else anchor).setFocus(Qt.FocusReason.OtherFocusReason)
