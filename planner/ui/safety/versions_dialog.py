"""Lists earlier versions of a plan with time, reason and differences, and restores one."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.model import Plan
from planner.model.merge.diff import changes
from planner.storage import Backup, BackupReason, Backups, ReadError
from planner.text import mark
from planner.text.changes import change_sentence
from planner.text.times import moment
from planner.ui.services.background import Background, Job
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.plain_text import Label

_REASONS: Final = {
    BackupReason.SAVED: mark("saved"),
    BackupReason.REPLACED: mark("before it was replaced"),
    BackupReason.MIGRATION: mark("before a newer format"),
    BackupReason.IMPORT: mark("before an import"),
}
_MOST: Final = 500


class VersionsDialog(Frame):
    """Shows versions, newest first, beside what restoring one would change."""

    def __init__(
        self, context: WidgetContext, backups: Backups, background: Background, parent: QWidget | None = None
    ) -> None:
        t = context.t
        super().__init__(t("Earlier versions"), t("Restore this version"), t, parent)
        self._now = context.workspace.plan
        self._found = backups.list(self._now.id)
        self.plan: Plan | None = None
        self.versions = QTreeWidget()
        self.versions.setAccessibleName(t("Earlier versions"))
        self.versions.setHeaderLabels([t("Time"), t("Reason"), t("Sessions")])
        self.versions.setRootIsDecorated(False)
        for backup in self._found:
            when = backup.time.astimezone()
            self.versions.addTopLevelItem(QTreeWidgetItem([moment(when, t), t(_REASONS[backup.reason]), ""]))
        for column in range(3):
            self.versions.resizeColumnToContents(column)
        self.changes = QListWidget()
        self.changes.setAccessibleName(t("What restoring would change"))
        self.changes.setWordWrap(True)
        self.changes.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._lay_out()
        self.versions.currentItemChanged.connect(self._look)
        self._job: Job | None = None
        if self._found:
            self.versions.setCurrentIndex(self.versions.model().index(0, 0))
            self._job = background.run(self._count, self._show_sessions, lambda _: None, receiver=self)
            self.finished.connect(self._job.cancel)

    def chosen(self) -> Backup | None:
        """Return the selected version."""
        item = self.versions.currentItem()
        row = self.versions.indexOfTopLevelItem(item) if item is not None else -1
        return self._found[row] if row >= 0 else None

    def _lay_out(self) -> None:
        t = self.t
        words = t(
            "Every save keeps a version on this computer: all from the last two days, then fewer "
            "and fewer, going back up to 9 months."
        )
        if not self._found:
            words = t("There is no earlier version yet. Every save keeps one on this computer.")
        label = Label(words)
        label.setWordWrap(True)
        self.body.addWidget(label)
        heading = Label(t("What restoring would change"))
        heading.setObjectName("heading")
        column = QVBoxLayout()
        column.addWidget(heading)
        column.addWidget(self.changes, 1)
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.versions, 1)
        row.addLayout(column, 1)
        sides.setVisible(bool(self._found))
        self.body.addWidget(sides, 1)
        self.ok.setEnabled(False)
        self.ok.setVisible(bool(self._found))
        self.add_cancel()
        if not self._found:  # nothing could be cancelled
            self.cancel.setText(t("Close"))
        self.resize(980 if self._found else 460, 480 if self._found else 120)

    def _look(self, *_: object) -> None:
        """Read the selected version and list the differences; the version itself is not opened."""
        self.plan = None
        self.say("")
        self.changes.clear()
        backup = self.chosen()
        if backup is not None:
            try:
                self.plan = backup.read().document.plan
            except ReadError as error:
                self.say(self.t(error.sentence, **error.facts))
        if self.plan is not None:
            self._tell(self.plan)
        self.ok.setEnabled(self.plan is not None and self.changes.count() > 0 and self.plan != self._now)

    def _tell(self, then: Plan) -> None:
        found = changes(self._now, then)
        for change in found[:_MOST]:
            self.changes.addItem(change_sentence(change, self.t))
        if not found:
            item = QListWidgetItem(self.t("Nothing: the plan already looks like this."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.changes.addItem(item)

    def _count(self, job: Job) -> list[int | None]:
        return [None if job.cancelled else backup.sessions for backup in self._found]

    def _show_sessions(self, numbers: list[int | None]) -> None:
        for row, number in enumerate(numbers):
            if (item := self.versions.topLevelItem(row)) is not None:
                item.setText(2, self.t("cannot be read") if number is None else str(number))
