"""The sentence below a field that holds more than the plan can take: it keeps the text and says by how much."""

from typing import TypeAlias

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from planner.text.too_long import Objection
from planner.ui.widgets.plain import Label

TextInput: TypeAlias = QLineEdit | QPlainTextEdit
_ALL = 2**31 - 1
"""Qt cuts what is pasted into a line behind 32,767 characters, without a word."""


class LimitNotice(Label):
    """Hidden as long as the text fits."""

    def __init__(self, field: TextInput, objection: Objection) -> None:
        super().__init__()
        self.field, self.objection = field, objection
        self.setObjectName("error")
        self.setWordWrap(True)
        self.hide()
        uncut(field)
        field.textChanged.connect(self.update_sentence)

    @property
    def sentence(self) -> str:
        """Why the text cannot be taken; empty if it can."""
        return self.objection(field_text(self.field))

    @property
    def named(self) -> str:
        """Why the text cannot be taken, with the name of its field."""
        return f"{self.field.accessibleName()}: {self.sentence}"

    def update_sentence(self) -> None:
        """Say what is the matter with the text as it is now."""
        before, sentence = self.text(), self.sentence
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if bool(before) != bool(sentence):
            self.field.setAccessibleDescription(sentence)
            if sentence and QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, sentence))


def field_text(field: TextInput) -> str:
    """Return the text that stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def uncut(field: TextInput) -> None:
    """Let a field hold all that is put into it."""
    if isinstance(field, QLineEdit):
        field.setMaxLength(_ALL)


def limited(field: QWidget, limit: LimitNotice) -> QWidget:
    """Return a field over its sentence, for a layout that has one place for both."""
    box = QWidget()
    box.setFocusProxy(field)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(field)
    column.addWidget(limit)
    return box


def first_limit(widget: QWidget) -> LimitNotice | None:
    """Return the first sentence in a widget that says that something is too long."""
    return next((limit for limit in widget.findChildren(LimitNotice) if limit.sentence), None)
