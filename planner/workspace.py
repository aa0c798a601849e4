"""The only mutable object: the document as it is now, its past, and who wants to know of changes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from planner.model import Document, Plan, new_id
from planner.model.edits import remove_person
from planner.model.releases import release
from planner.storage import read, save

MAX_UNDO: Final = 1_000
Edit = Callable[[Plan], Plan]


@dataclass(frozen=True)
class State:
    """What the window shows: a document, where it is kept, and whether it may be changed there."""

    document: Document
    path: Path | None = None
    digest: str = ""
    saved: Document | None = None
    read_only: bool = False
    undo: str | None = None
    """Name of the step that undo would take back; None if there is none."""
    redo: str | None = None

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.document.plan

    @property
    def dirty(self) -> bool:
        """Tell whether there is anything that the file does not hold."""
        return self.saved is None or self.document != self.saved


@dataclass(frozen=True)
class _Step:
    name: str
    plan: Plan
    """The plan before the step."""
    merge: str = ""


Listener = Callable[[State | None, State], None]


class Workspace:
    """Applies edits, undoes, opens and saves; tells its listeners the state before and after.

    Listeners are called in the order they came, before first with None. They must not apply edits.
    """

    def __init__(self, document: Document, path: Path | None = None) -> None:
        self._state = State(document, path)
        self._past: list[_Step] = []
        self._future: list[_Step] = []
        self._listeners: list[Listener] = []

    @property
    def state(self) -> State:
        """The state as it is now."""
        return self._state

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._state.plan

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call a listener now and after each change; returns what ends that."""
        self._listeners.append(listener)
        listener(None, self._state)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def apply(self, edit: Edit, name: str, merge: str = "") -> bool:
        """Apply an edit as one named step; steps that follow each other with the same merge key become one.

        A merged step that ends where it began is none. Returns whether anything changed. An edit that raises
        leaves everything as it was.
        """
        before = self._state.plan
        after = edit(before)
        if after is before or after == before:
            return False
        merges = bool(merge and self._past and self._past[-1].merge == merge and not self._future)
        if not merges:
            self._past = [*self._past[-MAX_UNDO + 1 :], _Step(name, before, merge)]
        elif after == self._past[-1].plan:
            after = self._past.pop().plan
        self._future = []
        self._put(after)
        return True

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            step = self._past.pop()
            self._future.append(replace(step, plan=self.plan))
            self._put(step.plan)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        if self._future:
            step = self._future.pop()
            self._past.append(_Step(step.name, self.plan))
            self._put(step.plan)

    def hold(self, name: str, at: datetime) -> None:
        """Hold the state as given out; the ledger is append-only, so undo does not touch it."""
        self._set(replace(self._state, document=release(self._state.document, release_id=new_id(), name=name, at=at)))

    def forget_person(self, person: str) -> None:
        """Remove a person for good: nothing of them stays in the past either (DESIGN, The document, 10)."""
        document = self._state.document
        pseudonym = new_id()
        sent = tuple(
            each.changed(recipient=pseudonym) if each.recipient == person else each for each in document.ledger.sent
        )
        self._past, self._future = [], []
        ledger = document.ledger.changed(sent=sent)
        document = Document(plan=remove_person(self.plan, person), ledger=ledger)
        self._set(replace(self._state, document=document, saved=None))

    def start(self, document: Document, path: Path | None = None) -> None:
        """Begin with a new document that no file holds yet."""
        self._reset(State(document, path))

    def open(self, path: Path) -> None:
        """Open a file; raises storage's errors and then leaves everything as it was."""
        loaded = read(path)
        self._reset(State(loaded.document, path, loaded.digest, loaded.document, read_only=loaded.read_only))

    def save(self, path: Path | None = None) -> None:
        """Save to the file, or to another one; raises storage's errors and is dirty then as before."""
        target = path or self._state.path
        if target is None:
            message = "a new plan is saved to a path"
            raise ValueError(message)
        document = self._state.document
        digest = save(document, target)
        same = target == self._state.path
        self._set(
            replace(
                self._state,
                path=target,
                digest=digest,
                saved=document,
                read_only=self._state.read_only and same,
            )
        )

    def _put(self, plan: Plan) -> None:
        self._set(replace(self._state, document=self._state.document.with_plan(plan)))

    def _reset(self, state: State) -> None:
        self._past, self._future = [], []
        self._set(state)

    def _set(self, state: State) -> None:
        before = self._state
        self._state = replace(
            state,
            undo=self._past[-1].name if self._past else None,
            redo=self._future[-1].name if self._future else None,
        )
        for listener in tuple(self._listeners):
            listener(before, self._state)
