"""The only mutable object: the document as it is now, its past, and who wants to know of changes."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from planner.model import Document, Plan, new_id
from planner.model.edits import remove_person
from planner.model.merge.apply import RefusedChange, take_all
from planner.model.merge.diff import Change
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

MAX_UNDO: Final = 1_000
Edit = Callable[[Plan], Plan]


@dataclass(frozen=True)
class State:
    """What the window shows: a document and where it is kept."""

    document: Document
    path: Path | None = None
    digest: str = ""
    saved: Document | None = None
    read_only: bool = False
    """The file stays as it is, for it is protected or was opened so: the plan can be changed and saved elsewhere."""
    undo: str | None = None
    """Name of the step that undo would take back; None if there is none."""
    redo: str | None = None
    revision: int = 0
    """Rises with each other document in this workspace: what the recovery journal goes by."""

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.document.plan

    @property
    def dirty(self) -> bool:
        """Return whether there is anything that the file does not hold."""
        return self.saved is None or self.document != self.saved


@dataclass(frozen=True)
class _Step:
    name: str
    plan: Plan
    """The plan before the step."""
    merge: str = ""


Listener = Callable[[State | None, State], None]


class _Follower:
    """A listener, and whether it was left behind by a fault of its own."""

    def __init__(self, listener: Listener) -> None:
        self.listener = listener
        self._behind = False

    def tell(self, before: State | None, after: State) -> Iterator[Exception]:
        """Tell of a change; one that failed is told the whole state anew, now or else at the next change."""
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
    """Applies edits, undoes, opens and saves; tells its listeners the state before and after.

    Listeners are called in the order they came, before first with None. They must not apply edits. One that raises
    is called again with None, to show the state anew; the others hear of the change in any case.
    """

    def __init__(
        self,
        document: Document,
        path: Path | None = None,
        *,
        backups: Backups | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._state = State(document, path)
        self._backups = backups
        self._clock = clock
        self._forgetting: list[Callable[[Document], Document]] = []
        """What takes people out of older states; done again at the next save, which keeps such a state."""
        self.trouble: StorageError | None = None
        """What went wrong with the backups when it was last opened or saved; opening and saving went well."""
        self._past: list[_Step] = []
        self._future: list[_Step] = []
        self._followers: list[_Follower] = []
        self.on_fault: Callable[[Exception], None] = _raised
        """Is given what a listener raised, once all have heard; without anybody to take it, it is raised."""

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
        follower = _Follower(listener)
        self._followers.append(follower)
        self._report(list(follower.tell(None, self._state)))
        return lambda: self._followers.remove(follower) if follower in self._followers else None

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

    def begun(self, merge: str) -> Plan:
        """Return the plan before the steps that became one by this merge key; as it is now if they are none."""
        last = self._past[-1] if self._past else None
        return last.plan if last is not None and last.merge == merge else self.plan

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

    def forget_person(self, person: str) -> Callable[[Document], Document]:
        """Remove a person for good: undo, redo and backups do not keep them either.

        Returns what takes them out of a document, for copies of which this workspace knows nothing.
        """
        pseudonym = new_id()

        def forget(document: Document) -> Document:
            return _without(document, person, pseudonym)

        self._past, self._future = [], []
        self._set(replace(self._state, document=forget(self._state.document), saved=None))
        self._forgetting.append(forget)
        self._forgotten(self.plan.id, forget)
        return forget

    def start(self, document: Document, path: Path | None = None, known: str = "") -> None:
        """Begin with a document that no file holds: a new one, or one that was recovered.

        A recovered one comes with its file and the digest of what was last read from it or saved there.
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
        """Save to the file, or to another one; raises storage's errors and is dirty then as before.

        What somebody else has written meanwhile is not overwritten (SaveConflict), unless its digest is given here
        or ANY. Saving to another file overwrites it: whoever chose it was asked. One opened to be read only is refused.
        """
        state = self._state
        target = path or state.path
        if target is None:
            message = "a new plan is saved to a path"
            raise ValueError(message)
        same = state.path is not None and same_file(target, state.path)
        if same and state.read_only:
            raise TargetReadOnly(target)
        known = overwrite or (state.digest if same else ANY)
        try:
            saved = save_guarded(state.document, target, known, backups=self._backups, now=self._clock())
        except SavedUnconfirmed as error:
            if same:
                self._set(replace(self._state, digest=error.digest))
            raise
        self._set(replace(self._state, path=target, digest=saved.digest, saved=state.document, read_only=False))
        self.trouble = saved.trouble
        self._forgetting = [  # the file that was replaced still knew the person, and another program may hold a backup
            forget for forget in self._forgetting if not self._forgotten(state.plan.id, forget)
        ]

    def take_over(self, theirs: Document, known: str, chosen: Iterable[Change], name: str) -> tuple[RefusedChange, ...]:
        """Take changes over from what somebody else saved, as one step; returns those that this plan cannot take.

        Then this plan builds on theirs, of which known is the digest: it may be saved over it. What was given out
        by either is kept.
        """
        taken = take_all(self.plan, chosen)
        if taken.plan != self.plan:
            self._past = [*self._past[-MAX_UNDO + 1 :], _Step(name, self.plan)]
            self._future = []
        document = Document(plan=taken.plan, ledger=self._state.document.ledger.merged(theirs.ledger))
        self._set(replace(self._state, document=document, digest=known, saved=theirs))
        return taken.refused

    def back_up(self, reason: BackupReason) -> None:
        """Keep the document as it is now among the backups, as before an import."""
        document = self._state.document
        self._try_backups(lambda backups: backups.keep(dump(document), document.plan.id, reason, self._clock()))

    def _keep_as_it_is(self, backups: Backups, path: Path, loaded: Loaded) -> None:
        """Keep a file of an older version before it is ever saved in the newer one."""
        with suppress(OSError):
            data = path.read_bytes()
            if digest(data) == loaded.digest:
                backups.keep(data, loaded.document.plan.id, BackupReason.MIGRATION, self._clock())

    def _forgotten(self, plan_id: str, forget: Callable[[Document], Document]) -> bool:
        return self._try_backups(lambda backups: backups.rewrite(plan_id, forget))

    def _try_backups(self, work: Callable[[Backups], object]) -> bool:
        """Do something with the backups, if there are any; what fails is trouble, and told by what is returned."""
        if self._backups is not None:
            try:
                work(self._backups)
            except SaveFailed as error:
                self.trouble = error
                return False
        return True

    def _put(self, plan: Plan) -> None:
        self._set(replace(self._state, document=self._state.document.with_plan(plan)))

    def _reset(self, state: State) -> None:
        self._past, self._future = [], []
        self._forgetting.clear()
        self._set(state)

    def _set(self, state: State) -> None:
        before = self._state
        self._state = replace(
            state,
            revision=before.revision + (state.document is not before.document),
            undo=self._past[-1].name if self._past else None,
            redo=self._future[-1].name if self._future else None,
        )
        faults: list[Exception] = []
        for follower in tuple(self._followers):
            if follower in self._followers:  # none before it has ended it
                faults += follower.tell(before, self._state)
        self._report(faults)

    def _report(self, faults: list[Exception]) -> None:
        for fault in faults:
            self.on_fault(fault)


def _raised(fault: Exception) -> None:
    raise fault


def _without(document: Document, person: str, pseudonym: str) -> Document:
    """Return a document without a person; what was sent to them is kept under a pseudonym."""
    if person not in document.plan.person_by_id:
        return document
    sent = tuple(
        each.changed(recipient=pseudonym) if each.recipient == person else each for each in document.ledger.sent
    )
    return Document(plan=remove_person(document.plan, person), ledger=document.ledger.changed(sent=sent))
