"""Input fields that commit once, when left or confirmed, and otherwise show the plan's value."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from planner.model.base import Frozen
from planner.text.too_long import too_long
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.limit import LimitNotice, uncut
from planner.ui.widgets.plain_text import Label

MOST_LINES = 12
"""Beyond so many lines a title is scrolled, so that it does not push everything else out of view."""


def whole(text: str) -> tuple[str, ...]:
    """Return the text as a single part."""
    return (text,)


class TextTarget:
    """What a text field edits: its subject, its maximum length, and where text that is too long is kept."""

    def __init__(
        self, context: WidgetContext, model: type[Frozen], name: str, parts: Callable[[str], Iterable[str]] = whole
    ) -> None:
        self._context, self._model, self._name, self._parts = context, model, name, parts
        self._subject, self._waited = "", False

    def retarget(self, subject: str) -> bool:
        """Change the subject; return whether the field's text no longer belongs to it."""
        subject_before, waited = self._subject, self._waited
        self._subject = subject
        self._waited = bool(self.waiting)
        return subject_before != subject or (waited and not self._waited)

    @property
    def waiting(self) -> str:
        """The kept text that was too long; empty if there is none."""
        return self._context.view.kept.get((self._subject, self._name), "")

    def objection(self, text: str) -> str:
        """Return by how much a text is too long, in words; empty if it fits."""
        return too_long(self._model, self._name, self._context.t, *self._parts(text))

    def refuses(self, text: str, label: str) -> bool:
        """Return whether a text is too long; if so, keep and report it."""
        sentence = self.objection(text)
        self._context.view.keep(self._subject, self._name, text if sentence else "")
        if sentence:
            self._context.view.say(f"{label}: {sentence}")
        return bool(sentence)

    def empty(self) -> None:
        """Forget the kept text."""
        self._context.view.keep(self._subject, self._name, "")


class LineField(QLineEdit):
    """A text line; Esc restores the plan's value."""

    committed = Signal(str)

    def __init__(self, name: str, target: TextTarget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._told, self._target = "", False, target
        self.setAccessibleName(name)
        uncut(self)
        self.limit = None if target is None else LimitNotice(self, target.objection)
        self.editingFinished.connect(self.finish)

    @property
    def committed_text(self) -> str:
        """The plan's value; any other text is not committed yet."""
        return self._shown

    def show_value(self, value: str, subject: str = "") -> None:
        """Show the plan's value, or kept text of the same subject, unless the user is typing."""
        self._told = True
        moved = self._target is not None and self._target.retarget(subject)
        if not moved and self.hasFocus() and self.isModified() and value == self._shown:
            return
        self._shown = value
        text = (self._target and self._target.waiting) or value
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        self.setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore the plan's value by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self.setModified(False)
            if self._target is not None:
                self._target.empty()
            return
        super().keyPressEvent(event)

    def finish(self) -> None:
        """Commit edited text; an equal value is shown as the plan formats it."""
        text, before = self.text(), self._shown
        if text != before and not (self._target is not None and self._target.refuses(text, self.accessibleName())):
            self._shown, self._told = text, False
            self.setModified(False)
            self.committed.emit(text)
            if not self._told:
                self._shown = before
                self.setText(before)


class TextField(QPlainTextEdit):
    """A multi-line text; Tab leaves it."""

    committed = Signal(str)

    def __init__(self, name: str, target: TextTarget, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._told, self._target = "", False, target
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 14)
        self.limit = LimitNotice(self, target.objection)

    @property
    def committed_text(self) -> str:
        """The plan's value; any other text is not committed yet."""
        return self._shown

    def show_value(self, value: str, subject: str = "") -> None:
        """Show the plan's value, or kept text of the same subject, unless the user is typing."""
        self._told = True
        moved = self._target.retarget(subject)
        if not moved and self.hasFocus() and self.toPlainText() != self._shown and value == self._shown:
            return
        self._shown = value
        text = self._target.waiting or value
        if self.toPlainText() != text:
            self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore the plan's value by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.setPlainText(self._shown)
            self._target.empty()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit edited text."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def finish(self) -> None:
        """Commit edited text, and show it as the plan has normalised it."""
        text, before = self.toPlainText(), self._shown
        if text != before and not self._target.refuses(text, self.accessibleName()):
            self._shown, self._told = text, False
            self.committed.emit(text)
            if not self._told:
                self._shown = before
                self.setPlainText(before)


class TitleField(TextField):
    """A single paragraph, wrapped over as many lines as it needs; Enter commits it."""

    def __init__(self, name: str, target: TextTarget, parent: QWidget | None = None) -> None:
        super().__init__(name, target, 1, parent)
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
        """Wrap the text again."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Wrap again once the style's font is known."""
        super().showEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return a small width, so that the column decides."""
        return QSize(120, self.minimumHeight())

    def _fit(self) -> None:
        lines = min(max(1, round(self.document().size().height())), MOST_LINES)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 8)


class ChoiceField(QComboBox):
    """A choice of values; the mouse wheel scrolls the panel instead of changing the value."""

    committed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._commit)

    def show_values(self, values: list[tuple[object, str]], value: object) -> None:
        """Show the choices with their labels, and select the plan's value."""
        self.clear()
        for data, words in values:
            self.addItem(words, data)
        self.setCurrentIndex(next((place for place, (data, _) in enumerate(values) if data == value), -1))

    def _commit(self, index: int) -> None:
        self.committed.emit(self.itemData(index))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the mouse wheel on to the panel."""
        event.ignore()


def labelled(words: str, field: QWidget) -> QWidget:
    """Return a field below its label, which is its buddy."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    label = Label(words)
    label.setObjectName("label")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    if isinstance(field, LineField | TextField) and field.limit is not None:
        column.addWidget(field.limit)
    return box


def focused(widgets: Sequence[QWidget]) -> int | None:
    """Return the index of the widget that has the focus."""
    return next((place for place, widget in enumerate(widgets) if widget.hasFocus()), None)


def tab_before(
    anchor: QWidget, widgets: Sequence[QWidget], focus: int | None = None, whole: QWidget | None = None
) -> None:
    """Put new widgets before another in the tab order, and focus the one at an index.

    They, or the whole that holds them, are shown at once, for what is not shown cannot take the keyboard.
    """
    for shown in widgets if whole is None else (whole,):
        shown.show()
    previous = anchor.previousInFocusChain()
    while previous is not None and (previous.isAncestorOf(anchor) or previous.focusPolicy() == Qt.FocusPolicy.NoFocus):
        previous = previous.previousInFocusChain()  # Qt treats a container as its last field
    for widget in widgets:
        if previous is not None:
            QWidget.setTabOrder(previous, widget)
        previous = widget
    if focus is not None:
        (widgets[min(focus, len(widgets) - 1)] if widgets else anchor).setFocus(Qt.FocusReason.OtherFocusReason)
