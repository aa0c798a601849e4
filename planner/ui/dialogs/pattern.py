"""Asks for the name of a pattern, or whether to delete one; storage errors are shown in the dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.model.pattern import Pattern
from planner.storage import StorageError
from planner.text import Language
from planner.text.too_long import length_of
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.limit import LimitNotice
from planner.ui.widgets.plain_text import Label


class _PatternDialog(Frame):
    """A dialog that stays open until its operation succeeds."""

    def __init__(self, title: str, accept: str, t: Language, parent: QWidget | None) -> None:
        super().__init__(title, accept, t, parent)
        self.setMinimumWidth(460)

    def add_words(self, text: str, role: str = "") -> None:
        """Add a sentence to the dialog."""
        words = Label(text)
        words.setObjectName(role)
        words.setWordWrap(True)
        self.body.addWidget(words)

    def run(self) -> None:
        """Run the operation; raises StorageError."""

    def accept(self) -> None:
        """Run the operation and close, or show why it failed."""
        if not self.fits():
            return
        try:
            self.run()
        except StorageError as error:
            self.say(self.t(error.sentence, **error.facts))
        else:
            super().accept()


class SavePatternDialog(_PatternDialog):
    """Shows the content of a pattern and asks for its name."""

    typed_form = "save-pattern"

    def __init__(
        self, title: str, pattern: Pattern, keep: Callable[[str], object], t: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, t("Save"), t, parent)
        self._keep = keep
        self.add_heading(t("Name"))
        self.line = QLineEdit(pattern.title)
        self.line.setAccessibleName(t("Name"))
        identify(self.line, "name")
        self.line.selectAll()
        self.line.textChanged.connect(self._check)
        self.body.addWidget(self.line)
        self.body.addWidget(LimitNotice(self.line, length_of(Pattern, "title", t)))
        many = t.count("{number} session", "{number} sessions", len(pattern.pieces))
        self.add_words(t("{sessions}, {minutes} min", sessions=many, minutes=pattern.minutes), "muted")
        self.add_words(
            t(
                "A pattern keeps titles, kinds, lengths, rounds, items and room names, for every "
                "plan on this computer. People and notes are left out."
            ),
            "muted",
        )
        self.body.addStretch(1)
        self.add_cancel()
        self._check()
        self.line.setFocus()

    def run(self) -> None:
        """Save the pattern under the entered name."""
        self._keep(self.line.text().strip())

    def _check(self) -> None:
        self.ok.setEnabled(bool(self.line.text().strip()))


class DeletePatternDialog(_PatternDialog):
    """Asks for confirmation, since deleting a pattern cannot be undone."""

    def __init__(self, pattern: Pattern, remove: Callable[[], object], t: Language, parent: QWidget | None) -> None:
        super().__init__(t("Delete the pattern"), t("Delete"), t, parent)
        self._remove = remove
        self.add_words(t("Delete the pattern “{name}” from this computer?", name=pattern.title))
        self.add_words(t("Undo does not bring it back. Plans in which it was used are not changed."), "muted")
        self.body.addStretch(1)
        self.add_cancel()

    def run(self) -> None:
        """Delete the pattern."""
        self._remove()
