"""Saving to a file that others may save to: their changes are never overwritten without asking."""

import os
import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from planner.clock import Clock
from planner.model import Document
from planner.storage.backups import BackupReason, Backups, NotBackedUp
from planner.storage.errors import ReadError, StorageError
from planner.storage.precheck import MAX_BYTES
from planner.storage.read import digest, parse, plan_id_of
from planner.storage.save_errors import SavedUnconfirmed, SaveFailed, SecondName
from planner.storage.write import PAUSES, encoded, held, retried, write
from planner.text import mark

ANY: Final = "*"
"""Given as the known digest: the user has agreed to overwrite whatever the file contains."""
_PAUSES: Final = PAUSES[:4]
"""Seconds between attempts of the first read; writing waits longer."""


class SaveConflict(SaveFailed):
    """Somebody else changed the file since it was read or written here; the error carries the new content."""

    code = "conflict"
    sentence = mark(
        "{path} was changed by someone else and was not overwritten. Your plan is still open "
        "with all changes; save it as a copy, open the file again, or compare the two."
    )

    def __init__(self, path: Path, data: bytes) -> None:
        super().__init__(path)
        self.digest: Final = digest(data)
        """Of the present content; given to save_guarded as known, it allows overwriting that content only."""
        self.theirs: Document | None = None
        self.unreadable: ReadError | None = None
        try:
            self.theirs = parse(data, path)
        except ReadError as error:
            self.unreadable = error


@dataclass(frozen=True)
class SaveOutcome:
    """The digest of the saved file, and a trouble with backups or a second name that did not prevent the saving."""

    digest: str
    trouble: StorageError | None = None


def save_guarded(
    document: Document, path: Path, known: str, *, backups: Backups | None = None, now: datetime | None = None
) -> SaveOutcome:
    """Save a document if the file has the known digest; raises SaveConflict if not, or another SaveFailed.

    `known` is the digest of what was last read or written here, "" for no file, or ANY for whatever the file contains
    when the function is called. A file that was deleted is no conflict. The old and the new content are both kept as
    backups.
    """
    data = encoded(document, path)
    before = _before(path)
    _check(path, before, known)
    seen = known  # ANY agrees to what is there now, not to what another program writes during the saving
    if known == ANY and (before is not None or not os.path.lexists(path)):
        seen = "" if before is None else digest(before)
    trouble: StorageError | None = SecondName(path) if _has_second_name(path) else None
    if backups is not None and before is not None:
        owner = document.plan.id if digest(before) == known else plan_id_of(before) or document.plan.id
        trouble = _kept(backups, before, path, owner, BackupReason.REPLACED, now=now) or trouble
    try:
        write(path, data, check=lambda: _check(path, current(path), seen))
    except SavedUnconfirmed as error:
        error.digest = digest(data)
        raise
    if backups is not None:
        trouble = _kept(backups, data, path, document.plan.id, BackupReason.SAVED, now=now) or trouble
    return SaveOutcome(digest(data), trouble)


def _has_second_name(path: Path) -> bool:
    try:
        return path.stat().st_nlink > 1
    except (OSError, ValueError):
        return False


def _check(path: Path, data: bytes | None, known: str) -> None:
    if data is not None and known != ANY and digest(data) != known:
        raise SaveConflict(path, data)


def _before(path: Path) -> bytes | None:
    """Return the content of a file; None if it is missing, or held by another program, which writing will report."""
    found: list[bytes | None] = []
    try:
        retried(lambda: found.append(current(path)), _PAUSES)
    except OSError:
        return None
    return found[0]


def current(path: Path) -> bytes | None:
    """Return the content of a file, None if there is none.

    Raises SaveFailed for an unreadable file, since what cannot be compared must not be replaced, and OSError if
    another program on Windows holds the file, perhaps only for a moment.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None  # writing refuses it
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None  # if the name is impossible, writing reports it
    except OSError as error:
        if held(error):
            raise
        raise SaveFailed(path, reason=error.strerror or type(error).__name__) from error


def _kept(
    backups: Backups, data: bytes, path: Path, plan_id: str, reason: BackupReason, *, now: datetime | None
) -> StorageError | None:
    """Make a backup; return an error instead of raising it, because it must not prevent the saving."""
    try:
        if reason is BackupReason.SAVED:
            backups.remember(path, plan_id)
        if data and len(data) <= MAX_BYTES:
            backups.keep(data, plan_id, reason, now or Clock().now())
    except SaveFailed as error:
        return NotBackedUp(path, folder=str(error.facts["path"]), reason=str(error.facts.get("reason", error.code)))
    return None
