"""Asks what becomes of plans that a crashed window left: nothing is decided by a date, nothing deleted unasked."""

from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.storage import Recovery, SaveFailed, discard
from planner.text import Language, mark
from planner.ui.dialogs.frame import Frame
from planner.ui.plain import Label

_STANDINGS: Final = {
    "same": mark("The file {file} is as it was then, without these changes."),
    "changed": mark("The file {file} was changed since then. It stays as it is; saving will ask."),
    "gone": mark("The file {file} is not there any more."),
    "unsaved": mark("It was never saved to a file."),
}


class RecoveryQuestion(Frame):
    """One entry for each plan; closing the box, like “Later”, keeps everything for the next start."""

    def __init__(self, found: tuple[Recovery, ...], t: Language, parent: QWidget | None = None) -> None:
        super().__init__(t("Plans that were not saved"), t("Later"), t, parent)
        self.chosen: Recovery | None = None
        words = Label(
            t(
                "The program ended the last time before everything was saved. You can go on with one of these plans "
                "now; what you leave here is asked about again at the next start."
            )
        )
        words.setWordWrap(True)
        self.body.addWidget(words)
        self._entries: list[QWidget] = []
        for recovery in found:
            self._entries.append(self._entry(recovery))
            self.body.addWidget(self._entries[-1])
        self.body.addStretch(1)
        self.ok.setObjectName("later")
        self.setMinimumWidth(560)

    def _entry(self, recovery: Recovery) -> QWidget:
        t, entry = self.t, QFrame()
        entry.setObjectName("recovery")
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 8, 0, 8)
        column = QVBoxLayout()
        title = Label(title_of(recovery, t))
        title.setObjectName("heading")
        details = Label(details_of(recovery, t))
        details.setObjectName("muted")
        for label in (title, details):
            label.setWordWrap(True)
            column.addWidget(label)
        row.addLayout(column, 1)
        restore = QPushButton(t("Restore"))
        restore.setObjectName("restore")
        restore.setEnabled(recovery.document is not None)
        restore.clicked.connect(lambda: self._restore(recovery))
        drop = QPushButton(t("Discard"))
        drop.setObjectName("discard")
        drop.clicked.connect(lambda: self._discard(recovery, drop, entry))
        row.addWidget(restore)
        row.addWidget(drop)
        return entry

    def _restore(self, recovery: Recovery) -> None:
        self.chosen = recovery
        self.accept()

    def _discard(self, recovery: Recovery, button: QPushButton, entry: QWidget) -> None:
        """Ask once more in the button itself, then delete."""
        if not button.property("sure"):
            button.setProperty("sure", True)  # Qt's way to keep a property
            button.setText(self.t("Discard for good"))
            return
        try:
            discard(recovery)
        except SaveFailed as error:
            self.say(self.t(error.sentence, **error.facts))
            return
        entry.hide()
        self._entries.remove(entry)
        if not self._entries:
            self.accept()


def title_of(recovery: Recovery, t: Language) -> str:
    """Return what the user calls the plan."""
    document = recovery.document
    if document is None:
        return t("A plan that cannot be read")
    return document.plan.title or t("Plan without a title")


def details_of(recovery: Recovery, t: Language) -> str:
    """Return how it is with a plan: when it was kept, for the reader only, how large it is, and its file."""
    lines: list[str] = []
    if (when := _time(recovery)) is not None:
        lines.append(t("kept {date}, {time}", date=f"{when:%d.%m.%Y}", time=f"{when:%H:%M}"))
    if recovery.document is not None:
        number = len(recovery.document.plan.sessions)
        lines[-1:] = [", ".join([*lines[-1:], t.count("{number} session", "{number} sessions", number)])]
        if not recovery.intact:
            lines.append(t("Some of it may be damaged."))
        file = recovery.file.name if recovery.file else ""
        lines.append(t(_STANDINGS[recovery.standing], file=file))
    else:
        lines.append(t("What was kept is damaged or was made by a newer version."))
    return "\n".join(lines)


def _time(recovery: Recovery) -> datetime | None:
    try:
        return datetime.fromtimestamp(recovery.journal.stat().st_mtime).astimezone()
    except OSError:
        return None
