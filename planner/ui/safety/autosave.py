"""Keeps the recovery journal less than a second behind the plan, without blocking the window."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from planner.model import new_id
from planner.storage import Draft, DraftFile, Journal, Revision
from planner.ui.services.background import Background
from planner.workspace import State

SOON: Final = 300
"""Milliseconds from a change until it is written; further changes in that time are written with it."""
AGAIN: Final = 5_000
"""Milliseconds until the next attempt after a failed write."""

_Drafts: TypeAlias = tuple[tuple[Draft, ...], str, Path | None]
"""Drafts, with the plan and file that they belong to."""
_NOTHING: Final[_Drafts] = ((), "", None)
_UNKNOWN: Final[_Drafts] = ((), "?", None)


class Autosave(QObject):
    """Writes unsaved states of a workspace to the journal; one write at a time, always of the newest state.

    What was typed is written after the plan: a draft that the plan has taken over is dropped once the plan is kept.
    """

    failed = Signal(object)
    """The journal could not be written; emitted once until a write succeeds."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = Journal(folder)
        self._file = DraftFile(self._journal)
        self._background = Background(self)
        self._state: State | None = None
        self._given = -1
        self._no_plan = new_id()
        """Stands for the plan in drafts that are typed before there is one, such as in the questions for a new plan."""
        self._typed: tuple[Draft, ...] = ()
        self._known = _NOTHING
        """The drafts on disk, or those being written."""
        self._waiting: list[Callable[[], None]] = []
        self._writing = self._failing = self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)

    def show_state(self, before: State | None, after: State) -> None:
        """Schedule a write after a change; a saved state needs no journal."""
        self._state = after
        saved = before is None or after.saved is not before.saved
        if after.revision and not after.dirty and (after.revision > self._given or saved):
            self._timer.stop()
            self._given = after.revision
            self._background.run(
                lambda _: self._journal.saved(after.revision), lambda _: None, self._on_failed, receiver=self
            )
        self._soon()

    def type(self, drafts: tuple[Draft, ...]) -> None:
        """Schedule a write of uncommitted text."""
        self._typed = drafts
        self._soon()

    def when_kept(self, work: Callable[[], None]) -> None:
        """Call a function once the current state and drafts are written."""
        self._waiting.append(work)
        self._start(SOON)

    def keep_now(self, state: State) -> None:
        """Write a state synchronously; raises SaveFailed."""
        self._timer.stop()
        self._journal.keep(state.document, revision_of(state))
        self._given = max(self._given, state.revision)
        self._soon()

    def close(self) -> None:
        """Stop, once the user has saved or discarded the plan."""
        self._closed = True
        self._timer.stop()
        self._background.stop()
        self._file.close()
        self._journal.close()

    def _start(self, milliseconds: int) -> None:
        if not self._closed:
            self._timer.start(milliseconds)

    def _soon(self) -> None:
        state = self._state
        if not self._timer.isActive() and (self._is_newer(state) or self._are_others(state)):
            self._start(SOON)

    def _is_newer(self, state: State | None) -> bool:
        return state is not None and state.dirty and state.revision > max(self._given, 0)

    def _are_others(self, state: State | None) -> bool:
        return self._drafts_of(state) != self._known

    def _drafts_of(self, state: State | None) -> _Drafts:
        if not self._typed:
            return _NOTHING
        return (self._typed, self._no_plan, None) if state is None else (self._typed, state.plan.id, state.path)

    def _write(self) -> None:
        state = self._state
        if self._writing:
            return
        newer, others, drafts = self._is_newer(state), self._are_others(state), self._typed
        waiting, self._waiting = self._waiting, []
        self._writing, self._known = True, self._drafts_of(state)
        self._given = max(self._given, state.revision) if state is not None and newer else self._given

        def keep(_job: object) -> None:
            if state is not None and newer:
                self._journal.keep(state.document, revision_of(state))
            if others and state is not None:
                self._file.keep(drafts, state.plan.id, state.plan.title, revision_of(state))
            elif others:
                self._file.keep(drafts, self._no_plan, "", Revision(0, None, ""))

        def fail(error: Exception) -> None:
            self._waiting = waiting + self._waiting
            self._on_failed(error)

        self._background.run(keep, lambda _: self._on_kept(waiting), fail, receiver=self)

    def _on_kept(self, waiting: list[Callable[[], None]]) -> None:
        self._writing = self._failing = False
        for work in waiting:
            work()
        self._soon()
        if self._waiting:
            self._start(SOON)

    def _on_failed(self, error: Exception) -> None:
        self._writing, self._given, self._known = False, -1, _UNKNOWN
        self._start(AGAIN)
        if not self._failing:
            self._failing = True
            self.failed.emit(error)


def revision_of(state: State) -> Revision:
    """Return what the journal stores of a state besides its document."""
    return Revision(state.revision, state.path, state.digest)
