"""Crash safety of one window: the journal while working, and recovery at the start."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.model import Document
from planner.storage import (
    Backups,
    Draft,
    LeftDrafts,
    Leftover,
    Recovery,
    SaveFailed,
    Sibling,
    StorageError,
    discard,
    left_drafts,
    leftovers,
    put_rest,
    recoverable,
    siblings,
    sweep,
    tighten,
)
from planner.storage.drafts import forget_drafts
from planner.storage.journal import rewrite
from planner.text import Language, subject_name
from planner.ui.safety.autosave import Autosave
from planner.ui.safety.drafts import Drafts
from planner.ui.safety.log import Log
from planner.ui.services.background import Background
from planner.ui.services.export import open_folder
from planner.ui.services.plan_file import PlanFile
from planner.ui.services.prompts import Prompts
from planner.workspace import State

Offer = tuple[str, Callable[[], object]]


class Safety(QObject):
    """Runs journal and recovery of one window, and reports their problems."""

    said = Signal(str, list)
    """A sentence, and offers as pairs of a label and a function."""

    left = Signal(object)
    """Drafts left by a crashed window, to be offered for restoring."""

    def __init__(
        self, folder: Path, files: PlanFile, background: Background, window: QWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._files, self._background = folder, files, background
        self.backups = Backups(folder)
        self.log = Log(folder / "log", files.clock)
        self._autosave = Autosave(folder, self)
        self._autosave.failed.connect(self._on_failed)
        self.drafts = Drafts(window, self._name_of, self)
        self.drafts.changed.connect(lambda: self._autosave.type(self.drafts.kept))
        self._unchanged: list[tuple[str, Callable[[Document], Document], Mapping[str, str]]] = []
        """Rewrites that failed: plan, change, and the names of the deleted people."""
        files.failed.connect(self.log.trouble)
        files.stored.connect(self._try_again)
        files.opened.connect(self._look_beside)
        files.noted.connect(lambda sentence: self.said.emit(sentence, []))

    def show_state(self, before: State | None, after: State) -> None:
        """Update journal and drafts after a change, which may have committed typed text."""
        self._autosave.show_state(before, after)
        self.drafts.update_soon()

    def set_language(self, prompts: Prompts, t: Language) -> None:
        """Ask and answer in another language from now on."""
        self._prompts, self._t = prompts, t

    def close(self) -> None:
        """Stop, after the plan was saved or discarded."""
        self.drafts.close()
        self._autosave.close()
        self.log.close()

    def ask_recovery(self) -> None:
        """Offer what crashed windows left, and continue with what the user chooses."""
        tighten(self._folder)
        sweep(self._folder)
        found, left = recoverable(self._folder), left_drafts(self._folder)
        chosen = self._prompts.recover(found, left) if found or left else None
        if isinstance(chosen, Recovery):
            typed = next((drafts for drafts in left if drafts.belongs_to(chosen)), None)
            if self.restore(chosen) and typed is not None:
                self.left.emit(typed)
        elif chosen is not None:
            self._go_on(chosen)

    def restore(self, recovery: Recovery) -> bool:
        """Continue with a recovered plan; its journal is deleted only once this window's own holds it."""
        try:
            if self._files.restore(recovery):
                self._autosave.keep_now(self._files.state)
                discard(recovery)
                return True
        except StorageError as error:
            self._prompts.tell(self._t(error.sentence, **error.facts))
        return False

    def _go_on(self, left: LeftDrafts) -> None:
        """Open the plan that drafts belong to, and offer the drafts even if it no longer exists."""
        here = self._files.has_plan and self._files.state.plan.id == left.plan
        if left.file is not None and not here:
            self._files.open(left.file)
        self.left.emit(left)

    def put_back(self, left: LeftDrafts, drafts: tuple[Draft, ...]) -> LeftDrafts:
        """Drop restored drafts once this window has written them itself."""
        after = replace(left, drafts=tuple(draft for draft in left.drafts if draft not in drafts))
        self._autosave.when_kept(lambda: self._rewrite_drafts(after))
        return after

    def discard_drafts(self, left: LeftDrafts, drafts: tuple[Draft, ...]) -> LeftDrafts:
        """Delete drafts that the user discarded."""
        after = replace(left, drafts=tuple(draft for draft in left.drafts if draft not in drafts))
        self._rewrite_drafts(after)
        return after

    def _rewrite_drafts(self, left: LeftDrafts) -> None:
        try:
            put_rest(left, left.drafts)
        except SaveFailed as error:
            self.tell_trouble(error)

    def _name_of(self, entry: str) -> str:
        """Return the names of the sessions, room or person that a draft is for; none without a plan."""
        if not self._files.has_plan:
            return ""
        plan, t = self._files.state.plan, self._t
        return ", ".join(name for subject in entry.split() if (name := subject_name(plan, subject, t)) != subject)

    def rewrite(
        self, plan_id: str, change: Callable[[Document], Document], people: Mapping[str, str]
    ) -> SaveFailed | None:
        """Remove deleted people, given by name, from what crashed windows left of a plan; return an error or None.

        After an error it is tried again with each save.
        """
        try:
            rewrite(self._folder, plan_id, change)
            forget_drafts(self._folder, plan_id, people)
        except SaveFailed as error:
            self._unchanged.append((plan_id, change, people))
            return error
        return None

    def _try_again(self) -> None:
        left, self._unchanged = self._unchanged, []
        for plan_id, change, people in left:
            self.tell_trouble(self.rewrite(plan_id, change, people))

    def tell_trouble(self, error: StorageError | None) -> None:
        """Report backup errors although the plan itself was saved."""
        if error is not None:
            self.log.trouble(error.code)
            self.said.emit(self._t(error.sentence, **error.facts), [])

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, SaveFailed):
            raise error
        t = self._t
        self.log.trouble(error.code)
        reason = t(error.sentence, **error.facts)
        words = t("Unsaved changes cannot be backed up against a crash, so save often. {reason}", reason=reason)
        self.said.emit(words, [])

    def _look_beside(self, path: Path) -> None:
        def look(_job: object) -> tuple[tuple[Sibling, ...], tuple[Leftover, ...]]:
            return siblings(path), leftovers(path)

        self._background.run(look, lambda found: self._tell_beside(path, *found), _nothing, receiver=self)

    def _tell_beside(self, path: Path, copies: tuple[Sibling, ...], unfinished: tuple[Leftover, ...]) -> None:
        t = self._t
        if self._files.state.path != path:
            return
        offers: list[Offer] = [(t("Open the folder"), lambda: open_folder(path))]
        if copies:
            names = ", ".join(copy.path.name for copy in copies)
            sentence = t(
                "Next to this plan there are other versions of it, created when two people saved at "
                "the same time: {names}. Open each to see what it contains, and delete what you do "
                "not need.",
                names=names,
            )
            offers = [_opening(t, self._files, copy.path) for copy in copies[:3] if copy.document] + offers
            self.said.emit(sentence, offers)
        elif unfinished:
            sentence = t(
                "Saving this plan was interrupted once and left {names} next to it. If it contains "
                "something that you are missing, save it under another name; otherwise delete it.",
                names=", ".join(save.path.name for save in unfinished),
            )
            for save in unfinished:
                if save.document is not None:
                    document = save.document
                    offers.insert(0, (t("Show it"), lambda document=document: self._files.start(document)))
                    break
            self.said.emit(sentence, offers)


def _opening(t: Language, files: PlanFile, path: Path) -> Offer:
    return t("Open {file}", file=path.name), lambda: files.open(path)


def _nothing(_error: Exception) -> None:
    """Report nothing: the plan was opened, only its neighbouring files could not be read."""
