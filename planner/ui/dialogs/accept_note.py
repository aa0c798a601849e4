"""Asks for a note before a problem is accepted."""

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.model.plan import Acceptance
from planner.text import Language
from planner.text.too_long import length_of
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.limit import LimitNotice
from planner.ui.widgets.plain_text import Label


class AcceptDialog(Frame):
    """Asks for a note, which may stay empty."""

    def __init__(self, form: str, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(t("Accepted"), t("OK"), t, parent)
        self.typed_form = form
        words = Label(t("Why is this accepted? The note stays with the plan, and the problem is no longer reported"))
        words.setWordWrap(True)
        self.line = QLineEdit()
        self.line.setAccessibleName(t("Note"))
        words.setBuddy(self.line)
        identify(self.line, "note")
        for widget in (words, self.line, LimitNotice(self.line, length_of(Acceptance, "note", t))):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.add_cancel()
        self.setMinimumWidth(460)
        self.line.setFocus()

    def note(self) -> str:
        """Return the note."""
        return self.line.text()
