"""Saving where others save too: what somebody else wrote is never overwritten unseen."""

import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from planner.model import Document
from planner.storage.backups import BackupReason, Backups, NotBackedUp
from planner.storage.errors import ReadError, StorageError
from planner.storage.precheck import MAX_BYTES
from planner.storage.read import digest, parse, plan_id_of
from planner.storage.save_errors import SavedUnconfirmed, SaveFailed, SecondName
from planner.storage.write import PAUSES, encoded, held, retried, write
from planner.text import mark

ANY: Final = "*"
"""As the known digest: whatever is there may be overwritten, because the user has said so."""
_PAUSES: Final = PAUSES[:4]
"""Before the first look at the file; writing waits longer."""


class SaveConflict(SaveFailed):
    """Somebody else changed the file since it was read or written here; it holds what is there now."""

    code = "conflict"
    sentence = mark(
        "{path} was changed by somebody else and was not overwritten. Your plan is still open with all changes; "
        "save it as a copy, open the file again, or compare the two."
    )

    def __init__(self, path: Path, data: bytes) -> None:
        super().__init__(path)
        self.digest: Final = digest(data)
        """Of what is there now; given to save as known, it allows to overwrite just that."""
        self.theirs: Document | None = None
        self.unreadable: ReadError | None = None
        try:
            self.theirs = parse(data, path)
        except ReadError as error:
            self.unreadable = error


@dataclass(frozen=True)
class SaveOutcome:
    """The digest of what the file holds now, and what there is to say beside: of the backups, or of a second name."""

    digest: str
    trouble: StorageError | None = None


def save_guarded(
    document: Document, path: Path, known: str, *, backups: Backups | None = None, now: datetime | None = None
) -> SaveOutcome:
    """Save a document if the file holds what is known of it; raises SaveConflict if not, or another SaveFailed.

    Known is the digest of what was last read or written here, "" for no file at all, or ANY: then just what is there
    at the start may be overwritten. A file that is gone is no conflict. What stood there before and what stands there
    now are both kept as backups.
    """
    data = encoded(document, path)
    before = _before(path)
    _check(path, before, known)
    seen = known
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
    """Return what a file holds, None too if another program does not let go of it: then writing says so."""
    found: list[bytes | None] = []
    try:
        retried(lambda: found.append(current(path)), _PAUSES)
    except OSError:
        return None
    return found[0]


def current(path: Path) -> bytes | None:
    """Return what a file holds, None if there is none; what cannot be compared must not be replaced.

    Raises SaveFailed, or OSError if another program holds the file, perhaps for a moment only.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None  # writing refuses it
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None  # writing says why, if it is for another reason than that there is no file
    except OSError as error:
        if held(error):
            raise
        raise SaveFailed(path, reason=error.strerror or type(error).__name__) from error


def _kept(
    backups: Backups, data: bytes, path: Path, plan_id: str, reason: BackupReason, *, now: datetime | None
) -> StorageError | None:
    """Keep a backup; what hinders that must not hinder the saving, but is returned."""
    try:
        if reason is BackupReason.SAVED:
            backups.remember(path, plan_id)
        if data and len(data) <= MAX_BYTES:
            backups.keep(data, plan_id, reason, now or datetime.now(UTC))
    except SaveFailed as error:
        return NotBackedUp(path, folder=str(error.facts["path"]), reason=str(error.facts.get("reason", error.code)))
    return None
