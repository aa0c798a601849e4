"""What watches over the plan of one window: the journal while it is worked on, and what is found at the start."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.model import Document
from planner.storage import (
    Backups,
    Leftover,
    Recovery,
    SaveFailed,
    Sibling,
    StorageError,
    discard,
    leftovers,
    recoverable,
    siblings,
    sweep,
)
from planner.storage.journal import rewrite
from planner.text import Language
from planner.ui.background import Background
from planner.ui.exports import open_folder
from planner.ui.files import Files
from planner.ui.log import Log
from planner.ui.questions import Questions
from planner.ui.safety.keeper import Keeper
from planner.workspace import Listener

Offer = tuple[str, Callable[[], object]]


class Safety(QObject):
    """Journal and recovery of one window, and what it says of them."""

    said = Signal(str, list)
    """A sentence and what can be done about it: labels, each with a function."""

    def __init__(self, folder: Path, files: Files, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._files, self._background = folder, files, background
        self.backups = Backups(folder)
        self.log = Log(folder / "log")
        self._keeper = Keeper(folder, self)
        self._keeper.failed.connect(self._on_failed)
        files.failed.connect(self.log.trouble)
        files.opened.connect(self._look_beside)
        files.noted.connect(lambda sentence: self.said.emit(sentence, []))

    @property
    def render(self) -> Listener:
        """What listens to the workspace."""
        return self._keeper.render

    def speak(self, questions: Questions, t: Language) -> None:
        """Ask and answer in another language from now on."""
        self._questions, self._t = questions, t

    def close(self) -> None:
        """End after the user has decided about the plan."""
        self._keeper.close()
        self.log.close()

    def ask_recovery(self) -> None:
        """Ask about what crashed windows left, and go on with what the user chooses."""
        sweep(self._folder)
        found = recoverable(self._folder)
        chosen = self._questions.recover(found) if found else None
        if chosen is not None:
            self.restore(chosen)

    def restore(self, recovery: Recovery) -> None:
        """Go on with a plan; its journal goes only when this window's own holds it."""
        try:
            if self._files.restore(recovery):
                self._keeper.keep_now(self._files.state)
                discard(recovery)
        except StorageError as error:
            self._questions.tell(self._t(error.sentence, **error.facts))

    def rewrite(self, plan_id: str, change: Callable[[Document], Document]) -> SaveFailed | None:
        """Change what crashed windows left of a plan, as when a person is deleted; returns what went wrong."""
        try:
            rewrite(self._folder, plan_id, change)
        except SaveFailed as error:
            return error
        return None

    def tell_trouble(self, error: StorageError | None) -> None:
        """Say what went wrong with backups although the plan itself is safe."""
        if error is not None:
            self.log.trouble(error.code)
            self.said.emit(self._t(error.sentence, **error.facts), [])

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, SaveFailed):
            raise error
        t = self._t
        self.log.trouble(error.code)
        reason = t(error.sentence, **error.facts)
        words = t(
            "What is not saved yet cannot be kept for the case of a crash, so save often. {reason}", reason=reason
        )
        self.said.emit(words, [])

    def _look_beside(self, path: Path) -> None:
        def look(_job: object) -> tuple[tuple[Sibling, ...], tuple[Leftover, ...]]:
            return siblings(path), leftovers(path)

        self._background.run(self, look, lambda found: self._tell_beside(path, *found), _nothing)

    def _tell_beside(self, path: Path, copies: tuple[Sibling, ...], unfinished: tuple[Leftover, ...]) -> None:
        t = self._t
        if self._files.state.path != path:
            return
        offers: list[Offer] = [(t("Open the folder"), lambda: open_folder(path))]
        if copies:
            names = ", ".join(each.path.name for each in copies)
            sentence = t(
                "Beside this plan there are other states of it, made when two people saved at once: {names}. "
                "Open each to see what it holds, and delete what you do not need.",
                names=names,
            )
            offers = [_opening(t, self._files, each.path) for each in copies[:3] if each.document] + offers
            self.said.emit(sentence, offers)
        elif unfinished:
            sentence = t(
                "A saving of this plan was interrupted and left {names} beside it. "
                "If it holds something you miss, save it under another name, else delete it.",
                names=", ".join(each.path.name for each in unfinished),
            )
            for each in unfinished:
                if each.document is not None:
                    document = each.document
                    offers.insert(0, (t("Show it"), lambda document=document: self._files.start(document)))
                    break
            self.said.emit(sentence, offers)


def _opening(t: Language, files: Files, path: Path) -> Offer:
    return t("Open {file}", file=path.name), lambda: files.open(path)


def _nothing(_error: Exception) -> None:
    """Say nothing: opening went well, and what lies beside could not be looked at."""
