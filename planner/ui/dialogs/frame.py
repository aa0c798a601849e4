"""What all dialogs share: buttons in the window's language, and a line for what is not possible."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.text import Language


class Frame(QDialog):
    """A title, a body, a sentence about what is wrong, and buttons."""

    def __init__(self, title: str, accept: str, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.t = t
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.error = QLabel()
        self.error.setObjectName("error")
        self.error.setWordWrap(True)
        self.error.hide()
        self._buttons = QDialogButtonBox()
        self.ok = QPushButton(accept)
        self.ok.setDefault(True)
        self._buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 12)
        outer.setSpacing(12)
        outer.addLayout(self.body, 1)
        outer.addWidget(self.error)
        outer.addWidget(self._buttons)

    def add_cancel(self) -> None:
        """Offer to leave everything as it is."""
        self._buttons.addButton(QPushButton(self.t("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)

    def say(self, sentence: str) -> None:
        """Say why it cannot be done so; an empty sentence is no objection."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def add_heading(self, text: str) -> None:
        """Put a heading over what follows."""
        label = QLabel(text)
        label.setObjectName("heading")
        self.body.addWidget(label)
