"""The recovery journal: what is not saved yet, kept on this machine until it is saved or the user has chosen.

Each window has a file of its own, so two windows on one plan never overwrite each other's. A journal says which plan it
is of, which state of the file it began from (by digest) and how far it has come (by number); no date decides anything.
"""

import contextlib
import json
import os
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Literal, Self, cast

from planner.model import Document
from planner.storage.errors import ReadError
from planner.storage.folders import make_private, plan_key
from planner.storage.forgetting import change_all, is_unfinished, lying_in, remove
from planner.storage.lock import Lock, is_held
from planner.storage.precheck import MAX_BYTES
from planner.storage.read import digest, parse
from planner.storage.save_errors import SaveFailed
from planner.storage.serialise import EntryTexts, dump
from planner.storage.write import write

_FORMAT: Final = "planner-journal"
_ENDING: Final = ".journal"
_HEAD: Final = 65_536
"""Bytes that the first line may have."""
_KINDS: Final[dict[str, tuple[type, ...]]] = {
    "format": (str,),
    "plan": (str,),
    "number": (int,),
    "base": (str,),
    "path": (str, type(None)),
    "digest": (str,),
}

Standing = Literal["same", "changed", "gone", "unsaved"]


@dataclass(frozen=True)
class Revision:
    """Which state of a plan: its number in this run, the file and the digest of it that was last read or saved."""

    number: int
    path: Path | None = None
    base: str = ""


class Journal:
    """The journal of one window; may be called from any thread.

    Its lock tells other windows that it is in use, which is only a courtesy: nothing is deleted unasked either way.
    """

    def __init__(self, root: Path) -> None:
        self._folder = root / "journal"
        self._name = secrets.token_hex(8)
        self._mutex = threading.Lock()
        self._memory = EntryTexts()
        self._lock: Lock | None = None
        self._kept = -1
        self._done = -1
        self._path: Path | None = None

    def keep(self, document: Document, revision: Revision) -> bool:
        """Keep a state that no file holds yet, and return whether it is newer than what was kept; raises SaveFailed.

        After an error the state kept before is still there.
        """
        with self._mutex:
            if revision.number <= max(self._kept, self._done):
                return False
            path = self._place(document.plan.id)
            write(path, _encoded(document, revision, self._memory), private=True)
            if self._path not in {None, path}:
                self._remove()
            self._path, self._kept = path, revision.number
            return True

    def saved(self, number: int) -> None:
        """Forget what was kept up to a state that is in a file now, or that the user does not want."""
        with self._mutex:
            self._done = max(self._done, number)
            if self._kept <= self._done:
                self._remove()

    def beside(self, plan_id: str, ending: str) -> Path:
        """Return the place of a file of the same window and plan, under the journal's lock; raises SaveFailed."""
        with self._mutex:
            return self._place(plan_id).with_suffix(ending)

    def close(self) -> None:
        """End after a clean close: what was kept is saved or not wanted."""
        with self._mutex:
            self._remove()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def _place(self, plan_id: str) -> Path:
        path = self._folder / plan_key(plan_id) / f"{self._name}{_ENDING}"
        try:
            make_private(path.parent)
            if self._lock is None:
                self._lock = Lock(self._folder / f"{self._name}.lock")
        except OSError as error:
            raise SaveFailed(path, reason=error.strerror or type(error).__name__) from error
        return path

    def _remove(self) -> None:
        if self._path is not None:
            with contextlib.suppress(OSError):  # it says what the file says, and is not offered
                self._path.unlink(missing_ok=True)
        self._path, self._kept = None, -1


def _encoded(document: Document, revision: Revision, memory: EntryTexts) -> bytes:
    data = dump(document, memory)
    head = {
        "format": _FORMAT,
        "plan": document.plan.id,
        "number": revision.number,
        "base": revision.base,
        "path": None if revision.path is None else str(revision.path.absolute()),
        "digest": digest(data),
    }
    return json.dumps(head).encode("ascii") + b"\n" + data


# After a crash


@dataclass(frozen=True)
class Recovery:
    """A state that was never saved, found after a crash."""

    journal: Path
    plan: str
    file: Path | None
    """The file it belongs to; None if it never had one."""
    revision: Revision
    data: bytes
    intact: bool
    """Whether all bytes are as they were written."""

    @cached_property
    def document(self) -> Document | None:
        """Return what it holds, also if an older program wrote it; None if it cannot be read."""
        try:
            return take(self)[0]
        except ReadError:
            return None

    @cached_property
    def standing(self) -> Standing:
        """Tell how the file is to this state: as when it began, changed since by somebody, gone, or never saved."""
        if self.file is None:
            return "unsaved"
        data = _bytes(self.file)
        if data is None:
            return "gone"
        return "same" if digest(data) == self.revision.base else "changed"

    @classmethod
    def of(cls, journal: Path) -> Self | None:
        """Return what a journal holds, None if it says nothing of itself or cannot be read."""
        data = _bytes(journal, MAX_BYTES + _HEAD) or b""
        head, _, body = data.partition(b"\n")
        told = _told(head)
        if told is None or len(data) > MAX_BYTES + _HEAD:
            return None
        file = None if told["path"] is None else Path(told["path"])
        revision = Revision(told["number"], file, told["base"])
        return cls(journal, told["plan"], file, revision, body, digest(body) == told["digest"])


def _told(head: bytes) -> dict[str, Any] | None:
    """Return what the first line of a journal says, None if it is not just what one says."""
    try:
        told = json.loads(head) if len(head) <= _HEAD else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    told = cast("dict[str, Any]", told)
    whole = all(type(told.get(name)) in kinds for name, kinds in _KINDS.items()) and "path" in told
    return told if whole and told["format"] == _FORMAT else None


def recoverable(root: Path) -> tuple[Recovery, ...]:
    """Return what crashed windows left that no file holds, in an order that does not change; deletes nothing.

    A journal in use, and one that holds just what its file holds, are not offered. One that cannot be read is,
    without a document, so that the user can decide about it.
    """
    found: list[Recovery] = []
    for path in _journals(root):
        if _is_used(path, path.stem):
            continue
        recovery = _found(path)
        if not _is_saved(recovery):
            found.append(recovery)
    return tuple(found)


def take(recovery: Recovery) -> tuple[Document, Path | None]:
    """Return the document of a recovery and the file it belongs to; raises ReadError. It stays until discarded."""
    return parse(recovery.data, recovery.journal), recovery.file


def discard(recovery: Recovery) -> None:
    """Delete a journal, because the user does not want it or it is kept or saved elsewhere; raises SaveFailed."""
    try:
        recovery.journal.unlink(missing_ok=True)
        (recovery.journal.parent.parent / f"{recovery.journal.stem}.lock").unlink(missing_ok=True)
    except OSError as error:
        raise SaveFailed(recovery.journal, reason=error.strerror or type(error).__name__) from error


def rewrite(root: Path, plan_id: str, change: Callable[[Document], Document]) -> int:
    """Change what crashed windows left of a plan, as when a person is deleted for good, and return their number.

    One that cannot be read cannot be changed and is removed, as are what dead writes left and what the file holds
    anyway. A journal in use is its window's. Raises NotForgotten when all are done that can be; run again, it goes on.
    """
    folder = root / "journal" / plan_key(plan_id)

    def changed(path: Path) -> bool:
        if is_unfinished(path) and not _is_used(path, path.name[2:].partition("-")[0]):
            remove(path)
        if path.suffix != _ENDING or not _is_one(path) or _is_used(path, path.stem):
            return False
        recovery = _found(path)
        if recovery.document is None or _is_saved(recovery):
            discard(recovery)
            return False
        after = change(recovery.document)
        if after != recovery.document:
            write(path, _encoded(after, recovery.revision, EntryTexts()), private=True)
        return after != recovery.document

    return change_all(folder, lying_in(folder), changed)


def _is_used(path: Path, window: str) -> bool:
    return is_held(path.parent.parent / f"{window}.lock")


def _found(path: Path) -> Recovery:
    return Recovery.of(path) or Recovery(path, "", None, Revision(0), b"", intact=False)


def sweep(root: Path) -> None:
    """Delete journals of dead windows whose file holds just that, and locks that nobody holds."""
    for path in _journals(root):
        recovery = Recovery.of(path)
        if recovery is not None and _is_saved(recovery) and not _is_used(path, path.stem):
            with contextlib.suppress(SaveFailed):
                discard(recovery)
    used = {path.stem for path in _journals(root)}
    for lock in _entries(root / "journal"):
        if lock.suffix == ".lock" and lock.stem not in used and not is_held(lock):
            with contextlib.suppress(OSError):
                lock.unlink()


def _journals(root: Path) -> list[Path]:
    folders = _entries(root / "journal")
    return [path for folder in folders for path in _entries(folder) if path.suffix == _ENDING and _is_one(path)]


def _is_one(path: Path) -> bool:
    """Tell whether a path is a file, or cannot be looked at: only of a folder or a pipe it is known that it is none."""
    return os.path.isfile(path) or not os.path.exists(path)  # noqa: PTH110, PTH113  # those of a Path raise


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _is_saved(recovery: Recovery) -> bool:
    """Tell whether the file holds what the journal does."""
    data = None if recovery.file is None else _bytes(recovery.file)
    if data is None:
        return False
    if data == recovery.data:
        return True
    with contextlib.suppress(ReadError):
        return parse(data) == parse(recovery.data)
    return False


def _bytes(path: Path, most: int = MAX_BYTES) -> bytes | None:
    """Return what a file holds, one byte more than the most at most; None if it cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError):
        return None
