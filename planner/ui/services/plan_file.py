"""Starts, opens and saves the plan of a window, with all questions that this needs."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.clock import Clock
from planner.model import Document
from planner.storage import BackupReason, ReadError, Recovery, SaveConflict, StorageError, same_file, take
from planner.storage.file_names import file_name, with_ending
from planner.text import Language
from planner.ui.services.prompts import Choice, Prompts
from planner.ui.services.window_settings import WindowSettings
from planner.workspace import State, Workspace

ENDING = ".plan"


class PlanFile(QObject):
    """The plan of one window and its file; asks before anything is lost and says what went wrong."""

    shown = Signal()
    """Another plan was started or opened."""
    opened = Signal(object)
    """The path of a file that was opened."""
    failed = Signal(str)
    """The error code of what went wrong with a file."""
    noted = Signal(str)
    """What was done, as a sentence."""
    left = Signal()
    """The plan is about to be replaced or closed; texts that it could not take are given up."""
    stored = Signal()
    """The plan's path or the time it was saved has changed."""

    def __init__(
        self,
        workspace: Workspace,
        prompts: Prompts,
        window_settings: WindowSettings,
        t: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._prompts = prompts
        self._t = t
        self.window_settings = window_settings
        self.finish: Callable[[], None] = lambda: None
        """Takes over the fields that are being edited; set by the window."""
        self.waiting: Callable[[], tuple[str, ...]] = tuple
        """Describes texts that the plan cannot take; set by the window."""
        self.saved_at: datetime | None = None

    def set_language(self, prompts: Prompts, t: Language) -> None:
        """Use other prompts and another language from now on."""
        self._prompts, self._t = prompts, t

    @property
    def state(self) -> State:
        """The workspace's state."""
        return self._workspace.state

    @property
    def has_plan(self) -> bool:
        """Whether a plan is open."""
        return self._workspace.has_plan

    @property
    def clock(self) -> Clock:
        """The workspace's clock."""
        return self._workspace.clock

    @property
    def read_only(self) -> bool:
        """Whether the file must not be overwritten: it is write-protected, or was opened so."""
        return self.has_plan and self.state.read_only

    @property
    def dirty(self) -> bool:
        """Whether there are unsaved changes."""
        return self.has_plan and self.state.dirty

    def title(self) -> str:
        """Return the plan's title, or a replacement for it."""
        return self.state.plan.title or self._t("Plan without a title")

    def start(self, document: Document) -> bool:
        """Start with a new document; return False if the user wants to keep the old one."""
        if not self.may_leave():
            return False
        self._workspace.start(document)
        self._show()
        return True

    def choose(self, *, read_only: bool = False) -> bool:
        """Ask for a file and open it; return whether that was done."""
        path = self._prompts.open_path()
        return path is not None and self.open(path, read_only=read_only)

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a file; if that fails, say why and keep the current plan."""
        if not self.may_leave():
            return False
        try:
            self._workspace.open(path, read_only=read_only)
        except ReadError as error:
            return self._open_backup(path, error)
        self.window_settings.remember(path.absolute())
        self._show()
        self.opened.emit(path)
        return True

    def restore(self, recovery: Recovery) -> bool:
        """Restore what a crashed window left, unless the current plan is to be kept; raises ReadError."""
        document, path = take(recovery)
        if not self.may_leave():
            return False
        self._workspace.start(document, path, recovery.revision.base)
        self._show()
        return True

    def save(self) -> bool:
        """Save to the plan's file; ask for a path if it has none or is read-only."""
        self.finish()
        path = self.state.path
        if path is None or self.read_only:
            return self.save_as()
        return self._store(None)

    def save_as(self) -> bool:
        """Ask for a path and save there."""
        self.finish()
        suggested = with_ending(self.state.path or Path(file_name(self.title(), ENDING)), ENDING)
        if self.read_only:
            suggested = suggested.with_stem(self._t("{name} (copy)", name=suggested.stem))
        path = self._prompts.save_path(suggested, self._t("Save the plan as"), self._t("Plans"))
        return path is not None and self._store(path)

    def may_leave(self) -> bool:
        """Ask about texts that the plan could not take and unsaved changes; return whether to go on."""
        self.finish()
        texts = self.waiting()
        if texts and not self._prompts.gives_up(texts):
            return False
        answer = self._prompts.unsaved(self.title()) if self.dirty else Choice.DISCARD
        leaves = answer is Choice.DISCARD or (answer is Choice.SAVE and self.save())
        if leaves:
            self.left.emit()
        return leaves

    def _store(self, path: Path | None, overwrite: str = "") -> bool:
        try:
            self._workspace.save(path, overwrite=overwrite)
        except SaveConflict as conflict:
            return self._settle(conflict, path)
        except StorageError as error:
            self._tell(error)
            return False
        self._on_stored()
        return True

    def _settle(self, conflict: SaveConflict, chosen: Path | None) -> bool:
        """Ask about a file that somebody else has changed; overwrite only the version asked about."""
        path, theirs = self.state.path, conflict.theirs
        if path is None or (chosen is not None and not same_file(chosen, path)):
            self._tell(conflict)  # it appeared at the chosen path while this was saved
            return self.save_as()
        match self._prompts.changed_elsewhere(path, readable=theirs is not None):
            case Choice.SAVE:
                return self.save_as()
            case Choice.DISCARD:
                return self._store(None, conflict.digest)
            case Choice.COMPARE if theirs is not None:
                return self._take_over(theirs, conflict.digest)
            case Choice.RELOAD:
                return self._reload(path)
            case _:
                return False

    def _take_over(self, theirs: Document, known: str) -> bool:
        """Take over the changes of somebody else that the user chooses, and save both."""
        from planner.model.merge.diff import compare
        from planner.text.changes import change_name, refusal_sentence

        state, t = self.state, self._t
        base = None if state.saved is None else state.saved.plan
        differences = compare(base, state.plan, theirs.plan)
        chosen = self._prompts.take_over(differences, known=base is not None)
        if chosen is None:
            return False
        refused = self._workspace.take_over(theirs, known, chosen, t("Apply what was saved elsewhere"))
        if not refused:
            return self._store(None)
        sentences = (
            f"{change_name(refusal.change, t)}: {refusal_sentence(self.state.plan, refusal, t)}" for refusal in refused
        )
        told = t("Not everything could be applied. Check the plan, then save it.")
        self._prompts.tell("\n".join(sentences), title=told)
        return False

    def _reload(self, path: Path) -> bool:
        """Open the file again; own changes are kept among the earlier versions."""
        before = self._workspace.trouble
        self._workspace.back_up(BackupReason.REPLACED)
        trouble = self._workspace.trouble
        if trouble is not None and trouble is not before:
            self._prompts.tell(self._t(trouble.sentence, **trouble.facts))
            return False
        if self._tried(lambda: self._workspace.open(path)):
            self._show()
            self.noted.emit(self._t("Opened again. Your own changes are kept under File, “Earlier versions”."))
        return False

    def _on_stored(self) -> None:
        self.saved_at = self.clock.here()
        if self.state.path is not None:
            self.window_settings.remember(self.state.path.absolute())
        self.stored.emit()

    def _open_backup(self, path: Path, error: ReadError) -> bool:
        """Say why a file cannot be opened, and offer its newest backup; saving asks before it replaces the file."""
        backup = self._workspace.newest_backup(path)
        self.failed.emit(error.code)
        sentence = self._t(error.sentence, **error.facts)
        if backup is None:
            self._prompts.tell(sentence)
        elif self._prompts.damaged(sentence, backup.time) and self._tried(
            lambda: self._workspace.start(backup.read().document, path)
        ):
            self._show()
            return True
        return False

    def _tried(self, work: Callable[[], None]) -> bool:
        try:
            work()
        except StorageError as error:
            self._tell(error)
            return False
        return True

    def _tell(self, error: StorageError) -> None:
        self.failed.emit(error.code)
        self._prompts.tell(self._t(error.sentence, **error.facts))

    def _show(self) -> None:
        self.saved_at = None
        self.shown.emit()
        self.stored.emit()
