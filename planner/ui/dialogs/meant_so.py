"""Asks why a problem is accepted."""

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from planner.model.plan import Acceptance
from planner.text import Language
from planner.text.too_long import length_of
from planner.ui.dialogs.frame import Frame
from planner.ui.limit import Limit


class MeantSo(Frame):
    """Takes a note, which may stay empty."""

    def __init__(self, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(t("Meant so"), t("OK"), t, parent)
        words = QLabel(t("Why is this meant so? The note stays with the plan, and the problem is silent"))
        words.setWordWrap(True)
        self.line = QLineEdit()
        self.line.setAccessibleName(t("Note"))
        words.setBuddy(self.line)
        for widget in (words, self.line, Limit(self.line, length_of(Acceptance, "note", t))):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.add_cancel()
        self.setMinimumWidth(460)
        self.line.setFocus()
