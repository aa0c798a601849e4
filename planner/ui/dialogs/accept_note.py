"""Asks why a problem is meant so, before it is silenced."""

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from planner.text import Language
from planner.ui.dialogs.frame import Frame
from planner.ui.typed import typed


class AcceptNote(Frame):
    """Takes the note, which may stay empty."""

    def __init__(self, form: str, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(t("Meant so"), t("OK"), t, parent)
        self.typed_form = form
        words = QLabel(t("Why is this meant so? The note stays with the plan, and the problem is silent"))
        words.setWordWrap(True)
        self.line = QLineEdit()
        self.line.setAccessibleName(words.text())
        typed(self.line, "note", label=t("Note"))
        self.body.addWidget(words)
        self.body.addWidget(self.line)
        self.body.addStretch(1)
        self.add_cancel()
        self.setMinimumWidth(460)
        self.line.setFocus()

    def note(self) -> str:
        """Return what was typed."""
        return self.line.text()
