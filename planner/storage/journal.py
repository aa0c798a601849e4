"""The recovery journal: unsaved changes, kept on this machine until they are saved or the user has decided.

Each window has a file of its own, so that two windows on one plan do not overwrite each other's journal. A journal
names its plan, the digest of the file it began from and the number of its revision; no clock decides anything.
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
from planner.storage.forgetting import change_all, entries_of, is_unfinished, remove
from planner.storage.lock import Lock, is_held
from planner.storage.precheck import MAX_BYTES
from planner.storage.read import digest, parse
from planner.storage.save_errors import SaveFailed
from planner.storage.serialise import EntryTexts, dump
from planner.storage.write import write

_FORMAT: Final = "planner-journal"
_ENDING: Final = ".journal"
_HEAD: Final = 65_536
"""The greatest length of the first line in bytes."""
_KINDS: Final[dict[str, tuple[type, ...]]] = {
    "format": (str,),
    "plan": (str,),
    "number": (int,),
    "base": (str,),
    "path": (str, type(None)),
    "digest": (str,),
}

FileStatus = Literal["same", "changed", "gone", "unsaved"]


@dataclass(frozen=True)
class Revision:
    """A state of a plan: its number in this run, its file, and the digest of the file when last read or saved."""

    number: int
    path: Path | None = None
    base: str = ""


class Journal:
    """The journal of one window; thread-safe.

    Its lock shows other windows that it is in use. The lock is only a hint: no unsaved state is deleted without asking.
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
        """Write an unsaved state; return False if a newer one was written or saved already; raises SaveFailed.

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
        """Delete the journal unless it is newer than a state that is in a file now or was discarded by the user."""
        with self._mutex:
            self._done = max(self._done, number)
            if self._kept <= self._done:
                self._remove()

    def beside(self, plan_id: str, ending: str) -> Path:
        """Return the path of another file of the same window and plan, covered by the same lock; raises SaveFailed."""
        with self._mutex:
            return self._place(plan_id).with_suffix(ending)

    def close(self) -> None:
        """Delete the journal and release the lock when the window closes normally."""
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
            with contextlib.suppress(OSError):  # what stays is equal to the file and is not offered
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
    """An unsaved state, found after a crash."""

    journal: Path
    plan: str
    file: Path | None
    """The file it belongs to; None if it never had one."""
    revision: Revision
    data: bytes
    intact: bool
    """Whether the digest of the data is that in the header."""

    @cached_property
    def document(self) -> Document | None:
        """The document, migrated if an older program wrote it; None if it cannot be read."""
        try:
            return take(self)[0]
        except ReadError:
            return None

    @cached_property
    def file_status(self) -> FileStatus:
        """Whether the file is the same as when the journal began, was changed or deleted since, or never existed."""
        if self.file is None:
            return "unsaved"
        data = _bytes(self.file)
        if data is None:
            return "gone"
        return "same" if digest(data) == self.revision.base else "changed"

    @classmethod
    def of(cls, journal: Path) -> Self | None:
        """Read a journal; None if its header is damaged or it cannot be read."""
        data = _bytes(journal, MAX_BYTES + _HEAD) or b""
        head, _, body = data.partition(b"\n")
        header = _header(head)
        if header is None or len(data) > MAX_BYTES + _HEAD:
            return None
        file = None if header["path"] is None else Path(header["path"])
        revision = Revision(header["number"], file, header["base"])
        return cls(journal, header["plan"], file, revision, body, digest(body) == header["digest"])


def _header(head: bytes) -> dict[str, Any] | None:
    """Return the fields of a journal's first line, None if one is missing or has another type."""
    try:
        header = json.loads(head) if len(head) <= _HEAD else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(header, dict):
        return None
    header = cast("dict[str, Any]", header)
    whole = all(type(header.get(name)) in kinds for name, kinds in _KINDS.items()) and "path" in header
    return header if whole and header["format"] == _FORMAT else None


def recoverable(root: Path) -> tuple[Recovery, ...]:
    """Return the unsaved states of crashed windows, ordered by path; deletes nothing.

    Journals in use and those equal to their file are left out. An unreadable one is returned without a document, so
    that the user can decide about it.
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
    """Return the document and its file; raises ReadError. The journal stays until it is discarded."""
    return parse(recovery.data, recovery.journal), recovery.file


def discard(recovery: Recovery) -> None:
    """Delete a journal that the user does not want or that was saved elsewhere; raises SaveFailed."""
    try:
        recovery.journal.unlink(missing_ok=True)
        (recovery.journal.parent.parent / f"{recovery.journal.stem}.lock").unlink(missing_ok=True)
    except OSError as error:
        raise SaveFailed(recovery.journal, reason=error.strerror or type(error).__name__) from error


def rewrite(root: Path, plan_id: str, change: Callable[[Document], Document]) -> int:
    """Change the journals of crashed windows, as when a person is deleted for good, and return how many were changed.

    Unreadable journals, unfinished files and journals equal to their file are removed. Journals in use are left to
    their windows. Raises NotForgotten after all that can be changed are; another call tries the rest again.
    """
    folder = root / "journal" / plan_key(plan_id)

    def changed(path: Path) -> bool:
        if is_unfinished(path) and not _is_used(path, path.name[2:].partition("-")[0]):
            remove(path)
        if path.suffix != _ENDING or not _may_be_file(path) or _is_used(path, path.stem):
            return False
        recovery = _found(path)
        if recovery.document is None or _is_saved(recovery):
            discard(recovery)
            return False
        after = change(recovery.document)
        if after != recovery.document:
            write(path, _encoded(after, recovery.revision, EntryTexts()), private=True)
        return after != recovery.document

    return change_all(folder, entries_of(folder), changed)


def _is_used(path: Path, window: str) -> bool:
    return is_held(path.parent.parent / f"{window}.lock")


def _found(path: Path) -> Recovery:
    return Recovery.of(path) or Recovery(path, "", None, Revision(0), b"", intact=False)


def sweep(root: Path) -> None:
    """Delete the journals of crashed windows that are equal to their file, and locks that are not held."""
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
    return [path for folder in folders for path in _entries(folder) if path.suffix == _ENDING and _may_be_file(path)]


def _may_be_file(path: Path) -> bool:
    """Return whether a path is a file or cannot be examined; folders and pipes are neither."""
    return os.path.isfile(path) or not os.path.exists(path)  # noqa: PTH110, PTH113  # the methods of Path can raise


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _is_saved(recovery: Recovery) -> bool:
    """Return whether the file holds the same document as the journal."""
    data = None if recovery.file is None else _bytes(recovery.file)
    if data is None:
        return False
    if data == recovery.data:
        return True
    with contextlib.suppress(ReadError):
        return parse(data) == parse(recovery.data)
    return False


def _bytes(path: Path, most: int = MAX_BYTES) -> bytes | None:
    """Return the content of a file, cut off after `most` + 1 bytes; None if it cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError):
        return None
