"""Keeps the recovery journal less than a second behind the plan, without holding up the window."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from planner.storage import Journal, Revision
from planner.ui.background import Background
from planner.workspace import State

SOON: Final = 300
"""Milliseconds after a change until it is written: what follows in that time is written with it."""
AGAIN: Final = 5_000
"""Milliseconds until the next attempt when writing has failed."""


class Keeper(QObject):
    """Listens to a workspace and writes what no file holds; one write at a time, always of the newest state."""

    failed = Signal(object)
    """The journal could not be written; told once until it goes well again."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = Journal(folder)
        self._background = Background(self)
        self._state: State | None = None
        self._given = -1
        self._writing = self._failing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)

    def render(self, before: State | None, after: State) -> None:
        """Take note of a change; what is in a file now needs no journal."""
        if after.revision == 0:
            return
        self._state = after
        if after.dirty:
            if after.revision > self._given and not self._timer.isActive():
                self._timer.start(SOON)
        elif after.revision > self._given or before is None or after.saved is not before.saved:
            self._timer.stop()
            self._given = after.revision
            self._background.run(self, lambda _: self._journal.saved(after.revision), lambda _: None, self._on_failed)

    def keep_now(self, state: State) -> None:
        """Write a state before going on; raises SaveFailed."""
        self._timer.stop()
        self._journal.keep(state.document, revision_of(state))
        self._given = max(self._given, state.revision)

    def close(self) -> None:
        """End after the user has decided: what was kept is in a file, or not wanted."""
        self._timer.stop()
        self._background.stop()
        self._journal.close()

    def _write(self) -> None:
        state = self._state
        if state is None or self._writing or not state.dirty or state.revision <= self._given:
            return
        self._writing, self._given = True, state.revision
        self._background.run(
            self, lambda _: self._journal.keep(state.document, revision_of(state)), self._on_kept, self._on_failed
        )

    def _on_kept(self, _newer: object) -> None:
        self._writing = self._failing = False
        if self._state is not None and self._state.revision > self._given:
            self._timer.start(SOON)

    def _on_failed(self, error: Exception) -> None:
        self._writing, self._given = False, -1
        self._timer.start(AGAIN)
        if not self._failing:
            self._failing = True
            self.failed.emit(error)


def revision_of(state: State) -> Revision:
    """Return what the journal says of a state."""
    return Revision(state.revision, state.path, state.digest)
