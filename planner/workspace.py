"""The workspace: the only mutable object, with the current document, its undo history, and listeners for changes."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.clock import Clock
from planner.model import Document, Plan, Release, new_id
from planner.model.edits import remove_person
from planner.model.references import renamed
from planner.model.releases import release
from planner.storage import (
    ANY,
    VERSION,
    Backup,
    BackupReason,
    Backups,
    Loaded,
    SavedUnconfirmed,
    SaveFailed,
    StorageError,
    TargetReadOnly,
    digest,
    dump,
    read,
    same_file,
    save_guarded,
)

if TYPE_CHECKING:
    from planner.model.merge.apply import RefusedChange
    from planner.model.merge.diff import Change

MAX_UNDO: Final = 1_000
Edit = Callable[[Plan], Plan]


@dataclass(frozen=True)
class State:
    """What the window shows: a document, and the file it belongs to."""

    document: Document
    path: Path | None = None
    digest: str = ""
    """Of the file when it was last read or saved; "" for none."""
    saved: Document | None = None
    """The document in the file, None if it is in none."""
    read_only: bool = False
    """Whether the file is protected or was opened as such: the plan can be changed, but must be saved elsewhere."""
    undo: str | None = None
    """The name of the step that undo would revert; None if there is none."""
    redo: str | None = None
    revision: int = 0
    """Rises with each change of the document; the recovery journal compares states by it."""

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.document.plan

    @property
    def dirty(self) -> bool:
        """Whether there are unsaved changes."""
        return self.saved is None or self.document != self.saved


@dataclass(frozen=True)
class _Step:
    name: str
    plan: Plan
    """The plan before the step."""
    merge: str = ""


class NoPlanError(Exception):
    """Something of the plan was asked for before there was one: an error of the program, not of its user."""


Listener = Callable[[State | None, State], None]


class _Follower:
    """A listener, and whether it missed a change because it raised an error."""

    def __init__(self, listener: Listener) -> None:
        self.listener = listener
        self._behind = False

    def tell(self, before: State | None, after: State) -> Iterator[Exception]:
        """Report a change and yield errors; after an error call the listener with None, now or at the next change."""
        for known in (None,) if self._behind or before is None else (before, None):
            try:
                self.listener(known, after)
            except Exception as fault:  # noqa: BLE001  # whatever it is, the others must hear of the change
                self._behind = True
                yield fault
            else:
                self._behind = False
                return


class Workspace:
    """Applies edits, undoes, opens and saves; calls its listeners with the states before and after each change.

    It may begin without a document: then listeners hear of the first one that is started or opened.
    Listeners are called in the order in which they were added, the first time with None as the state before. They must
    not apply edits. One that raises is called again with None, so that it shows the state anew; the others are called
    in any case.
    """

    def __init__(
        self,
        document: Document | None = None,
        path: Path | None = None,
        *,
        backups: Backups | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._state = None if document is None else State(document, path)
        self._backups = backups
        self.clock = clock or Clock()
        """The clock of everything that belongs to this workspace."""
        self._forgetting: list[Callable[[Document], Document]] = []
        """Functions that remove deleted people; repeated at the next save, which backs up an older state."""
        self.trouble: StorageError | None = None
        """An error of the backups when the plan was last opened or saved, which itself succeeded; None without one."""
        self._past: list[_Step] = []
        self._future: list[_Step] = []
        self._followers: list[_Follower] = []
        self.on_fault: Callable[[Exception], None] = _raised
        """Called with each error of a listener after all were called; raises it by default."""

    @property
    def state(self) -> State:
        """The state as it is now; raises NoPlanError before the first plan is started or opened."""
        if self._state is None:
            raise NoPlanError
        return self._state

    @property
    def has_plan(self) -> bool:
        """Whether a plan is open."""
        return self._state is not None

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.state.plan

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call a listener now, if a plan is open, and after each change; return a function that removes it."""
        follower = _Follower(listener)
        self._followers.append(follower)
        if self._state is not None:
            self._report(list(follower.tell(None, self._state)))
        return lambda: self._followers.remove(follower) if follower in self._followers else None

    def apply(self, edit: Edit, name: str, merge: str = "") -> bool:
        """Apply an edit as one named step, and return whether anything changed; an edit that raises changes nothing.

        Consecutive steps with the same merge key become one; if that ends where it began, the step is removed.
        """
        before = self.state.plan
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

    def begun(self, merge: str) -> Plan:
        """Return the plan before the last step if that has this merge key, otherwise the present plan."""
        last = self._past[-1] if self._past else None
        return last.plan if last is not None and last.merge == merge else self.plan

    def undo(self) -> None:
        """Revert the last step, if there is one."""
        if self._past:
            step = self._past.pop()
            self._future.append(replace(step, plan=self.plan))
            self._put(step.plan)

    def redo(self) -> None:
        """Apply the step again that was reverted last, if there is one."""
        if self._future:
            step = self._future.pop()
            self._past.append(_Step(step.name, self.plan))
            self._put(step.plan)

    def save_release(self, name: str) -> Release:
        """Record the present state as a release; the ledger is append-only, so undo does not touch it."""
        document = release(self.state.document, release_id=new_id(), name=name, at=self.clock.now())
        self._set(replace(self.state, document=document))
        return document.ledger.releases[-1]

    def forget_person(self, person: str) -> Callable[[Document], Document]:
        """Remove a person for good, also from undo, redo and backups.

        Returns the function that removes them from a document, for copies that the workspace does not know of.
        """
        pseudonym = new_id()

        def forget(document: Document) -> Document:
            return _without(document, person, pseudonym)

        self._past, self._future = [], []
        self._set(replace(self.state, document=forget(self.state.document), saved=None))
        self._forgetting.append(forget)
        self._forgotten(self.plan.id, forget)
        return forget

    def start(self, document: Document, path: Path | None = None, known: str = "") -> None:
        """Start with an unsaved document, a new or a recovered one.

        A recovered one has a path and, in `known`, the digest of that file when it was last read or saved.
        """
        self._reset(State(document, path, known))

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a file; raises ReadError and then leaves everything as it was.

        A plan that is read only can be changed, and saved elsewhere.
        """
        loaded = read(path)
        self.trouble = None
        if loaded.version < VERSION:
            self._try_backups(lambda backups: self._keep_as_it_is(backups, path, loaded))
        read_only = read_only or loaded.read_only
        self._reset(State(loaded.document, path, loaded.digest, loaded.document, read_only=read_only))

    def newest_backup(self, path: Path) -> Backup | None:
        """Return the newest readable backup of the plan that a file holds, or held before it was damaged."""
        return self._backups.newest_of(path) if self._backups is not None else None

    def save(self, path: Path | None = None, *, overwrite: str = "") -> None:
        """Save to the file or to another one; raises SaveFailed and then stays dirty.

        Changes that somebody else has saved meanwhile are not overwritten (SaveConflict), unless `overwrite` is their
        digest or ANY. Another file is overwritten, as the dialog that chose it has asked. A read-only file is refused.
        """
        state = self.state
        target = path or state.path
        if target is None:
            message = "a new plan is saved to a path"
            raise ValueError(message)
        same = state.path is not None and same_file(target, state.path)
        if same and state.read_only:
            raise TargetReadOnly(target)
        known = overwrite or (state.digest if same else ANY)
        try:
            saved = save_guarded(state.document, target, known, backups=self._backups, now=self.clock.now())
        except SavedUnconfirmed as error:
            if same:
                self._set(replace(self.state, digest=error.digest))
            raise
        self._set(replace(self.state, path=target, digest=saved.digest, saved=state.document, read_only=False))
        self.trouble = saved.trouble
        self._forgetting = [  # saving has backed up the old file, which still held the person; or a backup was locked
            forget for forget in self._forgetting if not self._forgotten(state.plan.id, forget)
        ]

    def take_over(
        self, theirs: Document, known: str, chosen: Iterable["Change"], name: str
    ) -> "tuple[RefusedChange, ...]":
        """Apply changes from what somebody else saved, as one step; return those that this plan cannot take.

        Afterwards this plan may overwrite theirs, of which `known` is the digest. The ledger becomes the union of both.
        """
        from planner.model.merge.apply import take_all

        taken = take_all(self.plan, chosen)
        if taken.plan != self.plan:
            self._past = [*self._past[-MAX_UNDO + 1 :], _Step(name, self.plan)]
            self._future = []
        document = Document(plan=taken.plan, ledger=self.state.document.ledger.merged(theirs.ledger))
        self._set(replace(self.state, document=document, digest=known, saved=theirs))
        return taken.refused

    def back_up(self, reason: BackupReason) -> None:
        """Make a backup of the present document, as before an import."""
        document = self.state.document
        self._try_backups(lambda backups: backups.keep(dump(document), document.plan.id, reason, self.clock.now()))

    def _keep_as_it_is(self, backups: Backups, path: Path, loaded: Loaded) -> None:
        """Back up a file of an older version before it is saved in the newer one."""
        with suppress(OSError):
            data = path.read_bytes()
            if digest(data) == loaded.digest:
                backups.keep(data, loaded.document.plan.id, BackupReason.MIGRATION, self.clock.now())

    def _forgotten(self, plan_id: str, forget: Callable[[Document], Document]) -> bool:
        return self._try_backups(lambda backups: backups.rewrite(plan_id, forget))

    def _try_backups(self, work: Callable[[Backups], object]) -> bool:
        """Call `work` with the backups, if there are any; on failure set trouble and return False."""
        if self._backups is not None:
            try:
                work(self._backups)
            except SaveFailed as error:
                self.trouble = error
                return False
        return True

    def _put(self, plan: Plan) -> None:
        self._set(replace(self.state, document=self.state.document.with_plan(plan)))

    def _reset(self, state: State) -> None:
        self._past, self._future = [], []
        self._forgetting.clear()
        self._set(state)

    def _set(self, state: State) -> None:
        before = self._state
        known, revision = (None, 0) if before is None else (before.document, before.revision)
        self._state = after = replace(
            state,
            revision=revision + (state.document is not known),
            undo=self._past[-1].name if self._past else None,
            redo=self._future[-1].name if self._future else None,
        )
        faults: list[Exception] = []
        for follower in tuple(self._followers):
            if follower in self._followers:  # a listener called before it can have removed it
                faults += follower.tell(before, after)
        self._report(faults)

    def _report(self, faults: list[Exception]) -> None:
        for fault in faults:
            self.on_fault(fault)


def _raised(fault: Exception) -> None:
    raise fault


def _without(document: Document, person: str, pseudonym: str) -> Document:
    """Return a document without a person; the records of what was sent to them get a pseudonym."""
    if person not in document.plan.person_by_id:
        return document
    return Document(plan=remove_person(document.plan, person), ledger=renamed(document.ledger, {person: pseudonym}))
