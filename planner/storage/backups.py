"""Backups: earlier states of a plan on this machine, dense for the last days and thin for the last months."""

import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Final

from planner.model import Document
from planner.storage.errors import NotReadable, ReadError, StorageError
from planner.storage.folders import make_private, path_key, plan_key
from planner.storage.forgetting import change_all, entries_of, is_unfinished, remove
from planner.storage.read import Loaded, digest, read
from planner.storage.save_errors import SaveFailed
from planner.storage.serialise import dump
from planner.storage.thinning import credible, thinned
from planner.storage.write import write
from planner.text import mark

_STAMP: Final = "%Y%m%dT%H%M%S%f"
_NAME: Final = re.compile(
    r".+-(?P<time>\d{8}T\d{12})Z(-(?P<number>\d{6,9}))?-(?P<reason>[a-z]+)-(?P<digest>[0-9a-f]{12})\.plan"
)
_ID: Final = re.compile(rb'"plan"\s*:\s*\{\s*"id"\s*:\s*"([A-Za-z0-9][A-Za-z0-9_-]{0,63})"')
_HEAD: Final = 4096
"""Bytes searched for the id of a damaged plan; it is the first field of the plan, near the start of the file."""
_MOST_UNTHINNED: Final = 30
"""The number of newest backups that are kept of the reasons that are not thinned by age."""


class NotBackedUp(StorageError):  # noqa: N818  # named for the situation
    """The plan was saved, but no backup of it could be made; facts: reason, folder."""

    code = "not-backed-up"
    sentence = mark(
        "{path} was saved, but no backup of it could be kept in {folder} ({reason}). Free up "
        "space there and save again."
    )


class BackupReason(StrEnum):
    """Why a backup was made."""

    SAVED = "saved"
    REPLACED = "replaced"
    """The content of a file that was about to be overwritten."""
    MIGRATION = "migration"
    IMPORT = "import"


_THINNED: Final = frozenset({BackupReason.SAVED, BackupReason.REPLACED})


@dataclass(frozen=True)
class Backup:
    """An earlier state of a plan; its file is a plan file like any other."""

    path: Path
    plan: str
    time: datetime
    reason: BackupReason
    start: str
    """The first twelve digits of the digest of its bytes."""
    number: int = 0
    """Rises with each backup of the plan, so that a wrong clock cannot change the order; 0 in files of old versions."""

    def read(self) -> Loaded:
        """Read the file; raises ReadError."""
        return read(self.path)

    @cached_property
    def sessions(self) -> int | None:
        """The number of sessions, None if the file cannot be read; reads it at the first access."""
        try:
            return len(self.read().document.plan.sessions)
        except ReadError:
            return None


class Backups:
    """The backups of all plans below one folder."""

    def __init__(self, root: Path) -> None:
        self._root = root / "backups"

    def list(self, plan_id: str) -> tuple[Backup, ...]:
        """Return the backups of a plan, newest first, from their names alone."""
        folder = self._folder(plan_id)
        try:
            paths = list(folder.iterdir())
        except OSError:
            return ()
        found = [backup for path in paths if (backup := _named(path, plan_id)) is not None]
        return tuple(sorted(found, key=lambda backup: (backup.number, backup.time, backup.path.name), reverse=True))

    def newest(self, plan_id: str) -> Backup | None:
        """Return the newest backup that can be read."""
        return next((backup for backup in self.list(plan_id) if backup.sessions is not None), None)

    def newest_of(self, path: Path) -> Backup | None:
        """Return the newest backup that can be read of the plan that a file holds, or held before it was damaged."""
        plan_id = self._plan_of(path)
        return self.newest(plan_id) if plan_id else None

    def keep(self, data: bytes, plan_id: str, reason: BackupReason, now: datetime) -> Backup:
        """Write the bytes of a plan file as a backup and delete old ones by age; raises SaveFailed.

        Return the existing backup if the bytes are those of the newest, or of any that is not thinned by age.
        """
        existing = self.list(plan_id)
        start = digest(data)[:12]
        unthinned = [backup for backup in existing if backup.reason not in _THINNED]
        for backup in existing[:1] if reason in _THINNED else unthinned:
            if backup.start == start and _holds(backup.path, data):
                return backup
        now = now.astimezone(UTC)
        folder = self._folder(plan_id)
        number = max((backup.number for backup in existing), default=0) + 1
        path = folder / f"{plan_id}-{now:{_STAMP}}Z-{number:06}-{reason}-{start}.plan"
        try:
            make_private(folder)
        except OSError as error:
            raise SaveFailed(path, reason=error.strerror or type(error).__name__) from error
        write(path, data, private=True)
        made = Backup(path, plan_id, now, reason, start, number)
        self._thin((made, *existing), now)
        return made

    def remember(self, path: Path, plan_id: str) -> None:
        """Record the id of the plan in a file, in case the file cannot be read one day; raises SaveFailed."""
        note = self._root / "files" / path_key(path)
        try:
            if note.is_file() and note.read_text(encoding="ascii") == plan_id:
                return
            make_private(note.parent)
        except (OSError, ValueError) as error:
            raise SaveFailed(note, reason=str(error)) from error
        write(note, plan_id.encode("ascii"), private=True)

    def rewrite(self, plan_id: str, change: Callable[[Document], Document]) -> int:
        """Change all backups of a plan, as when a person is deleted for good, and return how many were changed.

        Unreadable backups and unfinished files cannot be changed and are removed. Raises NotForgotten after all that
        can be changed are; another call tries the rest again.
        """

        def changed(path: Path) -> bool:
            if is_unfinished(path):
                return _removed(path)
            backup = _named(path, plan_id)
            return backup is not None and _changed(backup, change)

        folder = self._folder(plan_id)
        return change_all(folder, entries_of(folder), changed)

    def _folder(self, plan_id: str) -> Path:
        return self._root / plan_key(plan_id)

    def _plan_of(self, path: Path) -> str:
        """Return the id of the plan in a file that may be damaged: the recorded id, that in its first bytes, or ""."""
        with contextlib.suppress(OSError, ValueError):
            noted = (self._root / "files" / path_key(path)).read_text(encoding="ascii")
            if noted:
                return noted
        with contextlib.suppress(OSError, ValueError), path.open("rb") as file:
            if match := _ID.search(file.read(_HEAD)):
                return match[1].decode("ascii")
        return ""

    def _thin(self, backups: tuple[Backup, ...], now: datetime) -> None:
        surplus = [backup for backup in backups if backup.reason not in _THINNED][_MOST_UNTHINNED:]
        # Each reason is thinned by itself: what somebody else wrote (REPLACED) must not be dropped because this
        # program saved a newer state in the same period.
        for reason in _THINNED:
            group = [backup for backup in backups if backup.reason is reason]
            times = credible([backup.time for backup in group])
            kept = thinned(times, now)
            surplus += [backup for backup, time in zip(group, times, strict=True) if time not in kept]
        for backup in surplus:
            with contextlib.suppress(OSError):  # the next backup tries again
                backup.path.unlink()


def _named(path: Path, plan_id: str) -> Backup | None:
    """Return the backup described by the name of a file, None if it is not the name of a backup."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        time = datetime.strptime(match["time"], _STAMP).replace(tzinfo=UTC)
        return Backup(path, plan_id, time, BackupReason(match["reason"]), match["digest"], int(match["number"] or 0))
    except ValueError:
        return None


def _changed(backup: Backup, change: Callable[[Document], Document]) -> bool:
    """Replace a backup by its changed document; return whether that changed anything."""
    try:
        before = backup.read().document
    except NotReadable:
        raise
    except ReadError:
        return _removed(backup.path)
    after = change(before)
    if after == before:
        return False
    data = dump(after)
    write(backup.path.with_name(backup.path.name.replace(backup.start, digest(data)[:12])), data, private=True)
    remove(backup.path)
    return True


def _removed(path: Path) -> bool:
    remove(path)
    return False


def _holds(path: Path, data: bytes) -> bool:
    with contextlib.suppress(OSError):
        return path.read_bytes() == data
    return False
