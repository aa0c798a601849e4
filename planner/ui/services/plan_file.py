"""New, open and save: what becomes of the plan in the window and of the file it comes from."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.model import Document
from planner.model.merge.diff import compare
from planner.storage import BackupReason, ReadError, Recovery, SaveConflict, StorageError, same_file, take
from planner.storage.file_names import file_name, with_ending
from planner.text import Language
from planner.text.changes import change_name, refusal_sentence
from planner.ui.services.prompts import Choice, Prompts
from planner.ui.services.window_settings import WindowSettings
from planner.workspace import State, Workspace

ENDING = ".plan"


class PlanFile(QObject):
    """Starts, opens and saves plans in one workspace; asks before anything is lost, and says what went wrong."""

    shown = Signal()
    """Another plan is in the window."""
    opened = Signal(object)
    """The path of a file that was opened."""
    failed = Signal(str)
    """The code of what went wrong with a file."""
    noted = Signal(str)
    """What was done, as a sentence."""
    left = Signal()
    """The plan in the window goes, and with it what was given up."""
    stored = Signal()
    """Where the plan lies, or when it was saved, has changed."""

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
        """Takes over what was typed and not left yet; set by whoever knows the fields."""
        self.waiting: Callable[[], tuple[str, ...]] = tuple
        """Names what was typed and cannot be in the plan as it is; set by whoever knows the fields."""
        self.has_plan = False
        self.saved_at: datetime | None = None

    def speak(self, prompts: Prompts, t: Language) -> None:
        """Ask and answer in another language from now on."""
        self._prompts, self._t = prompts, t

    @property
    def state(self) -> State:
        """The workspace's state."""
        return self._workspace.state

    @property
    def read_only(self) -> bool:
        """Tell whether the plan is saved elsewhere only: its file is protected, or was opened so."""
        return self.state.read_only

    @property
    def dirty(self) -> bool:
        """Tell whether there is anything to lose."""
        return self.has_plan and self.state.dirty

    def title(self) -> str:
        """Return what the plan is called in a question."""
        return self.state.plan.title or self._t("Plan without a title")

    def start(self, document: Document) -> bool:
        """Begin with a new document, unless the changes of the old one are to be kept."""
        if not self.may_leave():
            return False
        self._workspace.start(document)
        self._show()
        return True

    def choose(self, *, read_only: bool = False) -> bool:
        """Ask for a file and open it."""
        path = self._prompts.open_path()
        return path is not None and self.open(path, read_only=read_only)

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a file; if that fails, the plan in the window stays and one sentence says why."""
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
        """Go on with what a crashed window left, unless another plan is to be kept; raises ReadError."""
        document, path = take(recovery)
        if not self.may_leave():
            return False
        self._workspace.start(document, path, recovery.revision.base)
        self._show()
        return True

    def save(self) -> bool:
        """Save where the plan lies; asks where if it lies nowhere or must not be changed there."""
        self.finish()
        path = self.state.path
        if path is None or self.read_only:
            return self.save_as()
        return self._store(None)

    def save_as(self) -> bool:
        """Ask where to save to, and save there."""
        self.finish()
        suggested = with_ending(self.state.path or Path(file_name(self.title(), ENDING)), ENDING)
        if self.read_only:
            suggested = suggested.with_stem(self._t("{name} (copy)", name=suggested.stem))
        path = self._prompts.save_path(suggested, self._t("Save the plan as"), self._t("Plans"))
        return path is not None and self._store(path)

    def may_leave(self) -> bool:
        """Ask what becomes of texts that the plan could not take, and of changes; tells whether the plan may go."""
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
        """Ask about a file that somebody else has changed; overwrites just what is there now."""
        path, theirs = self.state.path, conflict.theirs
        if path is None or (chosen is not None and not same_file(chosen, path)):
            self._tell(conflict)  # it came to the chosen place while this was saved
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
        """Take over what the user chooses of what somebody else has saved, and save both."""
        state, t = self.state, self._t
        base = None if state.saved is None else state.saved.plan
        differences = compare(base, state.plan, theirs.plan)
        chosen = self._prompts.take_over(differences, known=base is not None)
        if chosen is None:
            return False
        refused = self._workspace.take_over(theirs, known, chosen, t("Take over what was saved elsewhere"))
        if not refused:
            return self._store(None)
        sentences = (f"{change_name(each.change, t)}: {refusal_sentence(self.state.plan, each, t)}" for each in refused)
        told = t("Not everything could be taken over. Look at the plan, then save it.")
        self._prompts.tell("\n".join(sentences), title=told)
        return False

    def _reload(self, path: Path) -> bool:
        """Open the file again; what was changed here stays among the earlier versions."""
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
        self.saved_at = datetime.now().astimezone()
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
        self.has_plan = True
        self.shown.emit()
        self.stored.emit()
