"""Asks what to do with plans recovered after a crash; nothing is chosen by date or deleted unasked."""

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.storage import LeftDrafts, Recovery, SaveFailed, discard, discard_drafts
from planner.text import Language, date_plain, mark
from planner.ui.safety.entry_list import EntryList
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.plain_text import Label

_STANDINGS: Final = {
    "same": mark("The file {file} is as it was then, without these changes."),
    "changed": mark("The file {file} has been changed since then. It stays as it is; saving will ask first."),
    "gone": mark("The file {file} no longer exists."),
    "unsaved": mark("It has never been saved to a file."),
}
MOST_LABELS: Final = 4


class RecoveryDialog(Frame):
    """Shows one entry per plan; closing the dialog, like “Later”, keeps all for the next start."""

    def __init__(
        self, found: tuple[Recovery, ...], left: tuple[LeftDrafts, ...], t: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(t("Unsaved plans"), t("Later"), t, parent)
        self.chosen: Recovery | LeftDrafts | None = None
        words = Label(
            t(
                "Last time, the program ended before everything was saved. You can continue with one "
                "of these plans now; what you leave here is offered again at the next start."
            )
        )
        words.setWordWrap(True)
        self.body.addWidget(words)
        self._entries: list[QWidget] = []
        self._column = EntryList()
        self.body.addWidget(self._column, 1)
        for recovery in found:
            typed = next((drafts for drafts in left if drafts.belongs_to(recovery)), None)
            details = "\n".join(part for part in (details_of(recovery, t), typed and labels_of(typed, t)) if part)
            self._add(recovery, typed, title_of(recovery, t), details)
        for typed in left:
            if not any(typed.belongs_to(recovery) for recovery in found):
                self._add(None, typed, typed.title or t("Plan without a title"), left_details(typed, t))
        self.ok.setObjectName("later")
        self.resize(self.sizeHint())

    def _add(self, recovery: Recovery | None, typed: LeftDrafts | None, title: str, details: str) -> None:
        """Add an entry for a plan, its drafts, or both."""
        t, entry = self.t, QFrame()
        entry.setObjectName("recovery")
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 8, 0, 8)
        column = QVBoxLayout()
        for words, role in ((title, "heading"), (details, "muted")):
            label = Label(words)
            label.setObjectName(role)
            label.setWordWrap(True)
            column.addWidget(label)
        row.addLayout(column, 1)
        restore = QPushButton(t("Restore"))
        restore.setObjectName("restore")
        chosen = typed if recovery is None or recovery.document is None else recovery
        restore.setEnabled(chosen is not None)
        restore.clicked.connect(lambda: self._restore(chosen))
        drop = QPushButton(t("Discard"))
        drop.setObjectName("discard")
        drop.clicked.connect(lambda: self._discard(recovery, typed, drop, entry))
        row.addWidget(restore)
        row.addWidget(drop)
        self._entries.append(entry)
        self._column.add(entry)

    def _restore(self, chosen: Recovery | LeftDrafts | None) -> None:
        self.chosen = chosen
        self.accept()

    def _discard(
        self, recovery: Recovery | None, typed: LeftDrafts | None, button: QPushButton, entry: QWidget
    ) -> None:
        """Ask for confirmation on the button itself, then delete."""
        if not button.property("sure"):
            button.setProperty("sure", True)  # Qt's way to keep a property
            button.setText(self.t("Discard for good"))
            return
        try:
            if recovery is not None:
                discard(recovery)
            if typed is not None:
                discard_drafts(typed)
        except SaveFailed as error:
            self.say(self.t(error.sentence, **error.facts))
            return
        entry.hide()
        self._entries.remove(entry)
        if not self._entries:
            self.accept()


def title_of(recovery: Recovery, t: Language) -> str:
    """Return the title of a recovered plan."""
    document = recovery.document
    if document is None:
        return t("A plan that cannot be read")
    return document.plan.title or t("Plan without a title")


def details_of(recovery: Recovery, t: Language) -> str:
    """Return a description of a recovered plan: time, size and file. The time is for information only."""
    lines: list[str] = []
    if (when := _time(recovery.journal)) is not None:
        lines.append(t("backed up {date}, {time}", date=date_plain(when.date(), t), time=f"{when:%H:%M}"))
    if recovery.document is not None:
        number = len(recovery.document.plan.sessions)
        lines[-1:] = [", ".join([*lines[-1:], t.count("{number} session", "{number} sessions", number)])]
        if not recovery.intact:
            lines.append(t("Some of it may be damaged."))
        file = recovery.file.name if recovery.file else ""
        lines.append(t(_STANDINGS[recovery.file_status], file=file))
    else:
        lines.append(t("The backup is damaged or was made by a newer version."))
    return "\n".join(lines)


def left_details(left: LeftDrafts, t: Language) -> str:
    """Return a description of drafts whose plan itself is saved."""
    lines: list[str] = []
    if (when := _time(left.path)) is not None:
        lines.append(t("backed up {date}, {time}", date=date_plain(when.date(), t), time=f"{when:%H:%M}"))
    lines.append(labels_of(left, t))
    if left.file is not None:
        there = left.file.is_file()
        standing = mark("The plan itself is in the file {file}.") if there else _STANDINGS["gone"]
        lines.append(t(standing, file=left.file.name))
    return "\n".join(lines)


def labels_of(left: LeftDrafts, t: Language) -> str:
    """Return the labels of the draft fields, in words."""
    labels = list(dict.fromkeys(draft.label for draft in left.drafts if draft.label))
    names = ", ".join(labels[:MOST_LABELS]) + (" …" if len(labels) > MOST_LABELS else "")
    return t("Typed but not applied: {fields}", fields=names or str(len(left.drafts)))


def _time(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return None
