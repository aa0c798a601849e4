"""The message below a field whose text is too long for the plan; the text itself is kept."""

from typing import TypeAlias

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from planner.text.too_long import Objection
from planner.ui.widgets.plain_text import Label

TextInput: TypeAlias = QLineEdit | QPlainTextEdit
_ALL = 2**31 - 1
"""Qt's default of 32,767 characters silently truncates pasted text."""


class LimitNotice(Label):
    """Says by how much a field's text is too long; hidden while it fits."""

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
        """Why the text is refused; empty if it fits."""
        return self.objection(field_text(self.field))

    @property
    def named(self) -> str:
        """Why the text is refused, with the name of its field."""
        return f"{self.field.accessibleName()}: {self.sentence}"

    def update_sentence(self) -> None:
        """Update the message for the current text."""
        before, sentence = self.text(), self.sentence
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if bool(before) != bool(sentence):
            self.field.setAccessibleDescription(sentence)
            if sentence and QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, sentence))


def field_text(field: TextInput) -> str:
    """Return the text in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def uncut(field: TextInput) -> None:
    """Remove the length limit of a field."""
    if isinstance(field, QLineEdit):
        field.setMaxLength(_ALL)


def limited(field: QWidget, limit: LimitNotice) -> QWidget:
    """Return a container with a field above its message."""
    box = QWidget()
    box.setFocusProxy(field)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(field)
    column.addWidget(limit)
    return box


def first_limit(widget: QWidget) -> LimitNotice | None:
    """Return the first notice in a widget whose field is too long; None if all fit."""
    return next((limit for limit in widget.findChildren(LimitNotice) if limit.sentence), None)
