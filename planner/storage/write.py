"""Writing files so that at every moment the old one or the new one is whole, on a full disk and at a power cut too."""

import contextlib
import errno
import os
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from planner.model import Document
from planner.storage.errors import shown
from planner.storage.file_names import fault_of
from planner.storage.precheck import MAX_BYTES
from planner.storage.read import digest, may_write
from planner.storage.save_errors import (
    BackupFailed,
    DiskFull,
    FolderMissing,
    FolderReadOnly,
    NameRefused,
    ReadBackDiffers,
    SavedUnconfirmed,
    SaveFailed,
    TargetBusy,
    TargetNotAFile,
    TargetReadOnly,
    TooLargeToSave,
)
from planner.storage.serialise import dump

PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)
"""Seconds between attempts to replace a file that another program on Windows holds for a moment."""

_HELD: Final = {5, 32, 33}
"""Windows: access denied, sharing violation, lock violation."""
_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_UNABLE: Final = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EACCES, errno.EPERM, errno.EBADF}
"""What a file system answers that cannot flush a folder: not a failure of the disk."""
_FLAGS: Final = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def save(document: Document, path: Path, *, backup: Path | None = None) -> str:
    """Write a document to a file and return its digest; the old file is kept at `backup` if that is given."""
    data = encoded(document, path)
    write(path, data, backup=backup)
    return digest(data)


def encoded(document: Document, path: Path) -> bytes:
    """Return the bytes of a document's file; raises TooLargeToSave."""
    data = dump(document)
    if len(data) > MAX_BYTES:
        raise TooLargeToSave(path, size=-(-len(data) // 1_000_000), limit=MAX_BYTES // 1_000_000)
    return data


def write(
    path: Path,
    data: bytes,
    *,
    backup: Path | None = None,
    check: Callable[[], object] | None = None,
    private: bool = False,
) -> None:
    """Put bytes in the place of a file, all or none; raises only errors of planner.storage.save_errors.

    Writes through a symbolic link, and keeps rights, owner and attributes of the old file as far as the system allows;
    what is private only this user may read. Another name of the old file (a hard link) keeps it as it was. The check
    is called at the last moment before the old file is replaced; if it raises, nothing is.
    """
    if fault := fault_of(os.fspath(path)):
        raise NameRefused(path, fault=fault)
    try:
        target = Path(os.path.realpath(path))
        old = _old(target, path)
        temporary = target.with_name(_temporary_name(target))
        descriptor = os.open(temporary, _FLAGS, 0o666 if old is None and not private else 0o600)
    except (OSError, ValueError) as error:
        raise _failure(error, path) from error
    kept = False
    try:
        _fill(descriptor, data, path, None if private or old is None else (target, old))
        if backup is not None and old is not None:
            _keep(target, backup, path)
        try:
            retried(lambda: (check and check(), temporary.replace(target)), PAUSES)
        except OSError as error:
            kept = held(error)
            if kept:
                raise TargetBusy(path, kept=shown(temporary), reason=_reason(error)) from error
            raise
    except OSError as error:
        raise _failure(error, path) from error
    finally:
        if not kept:
            with contextlib.suppress(OSError):  # it is gone when all went well
                temporary.unlink()
    _flush_folder(target, path)


def retried(action: Callable[[], object], pauses: tuple[float, ...]) -> None:
    """Do something, again after each pause as long as another program on Windows holds the file."""
    for pause in pauses:
        try:
            action()
        except OSError as error:
            if not held(error):
                raise
        else:
            return
        time.sleep(pause)
    action()


def held(error: OSError) -> bool:
    """Tell whether another program on Windows holds a file; where a file is opened, Windows' own number is lost."""
    number = getattr(error, "winerror", None)
    return number in _HELD or (sys.platform == "win32" and number is None and error.errno == errno.EACCES)


def _old(target: Path, path: Path) -> os.stat_result | None:
    """Return what is known of the file that will be replaced, None if there is none; refuse one that must not be."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise TargetNotAFile(path)
    if not may_write(target):
        raise TargetReadOnly(path)
    return found


def _temporary_name(target: Path) -> str:
    """Return a name for the unfinished file, short enough for every file system whatever the target is called."""
    return f"~${target.stem[:30]}-{secrets.token_hex(6)}.tmp"


def _fill(descriptor: int, data: bytes, path: Path, old: tuple[Path, os.stat_result] | None) -> None:
    """Write everything, make it stay, and compare what the disk returns; closes the file."""
    try:
        if old is not None:
            _take_after(descriptor, *old)
        _write_all(descriptor, data)
        os.fsync(descriptor)
        _compare(descriptor, data, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.close(descriptor)
        raise
    os.close(descriptor)  # network disks report a full disk only here


def _take_after(descriptor: int, target: Path, old: os.stat_result) -> None:
    """Give a new file owner, group, rights and attributes of the one it replaces, as far as the system allows."""
    if sys.platform == "win32":
        return
    mode = stat.S_IMODE(old.st_mode)
    if not _given(descriptor, old.st_uid, old.st_gid) and not _given(descriptor, -1, old.st_gid):
        mode = mode & ~0o070 | (mode & 0o007) << 3  # what the old group might do is not for another one
    with contextlib.suppress(OSError):  # some file systems have no modes
        os.fchmod(descriptor, mode)
    if sys.platform == "linux":  # elsewhere Python does not reach them
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                with contextlib.suppress(OSError):  # some are the system's alone
                    os.setxattr(descriptor, name, os.getxattr(target, name))


def _given(descriptor: int, user: int, group: int) -> bool:
    """Give a file to a user and a group; tells whether the system allowed it."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.fchown(descriptor, user, group)
            return True
    return False


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        count = os.write(descriptor, rest)
        if count == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[count:]


def _compare(descriptor: int, data: bytes, path: Path) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    at = 0
    while chunk := os.read(descriptor, 1 << 20):
        if data[at : at + len(chunk)] != chunk:
            break
        at += len(chunk)
    if at != len(data):
        raise ReadBackDiffers(path)


def _keep(target: Path, backup: Path, path: Path) -> None:
    """Copy the old file away, whole or not at all."""
    temporary = backup.with_name(_temporary_name(backup))
    try:
        retried(lambda: shutil.copyfile(target, temporary), PAUSES)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        shutil.copymode(target, temporary)
        retried(lambda: temporary.replace(backup), PAUSES)
    except (OSError, ValueError) as error:
        raise BackupFailed(path, backup=shown(backup), reason=_reason(error)) from error
    finally:
        with contextlib.suppress(OSError, ValueError):
            temporary.unlink()
    with contextlib.suppress(SavedUnconfirmed):
        _flush_folder(backup, path)


def _flush_folder(target: Path, path: Path) -> None:
    """Make the new name stay; Windows does so by itself."""
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _UNABLE:
            raise SavedUnconfirmed(path, reason=_reason(error)) from error


def _failure(error: Exception, path: Path) -> SaveFailed:
    """Return the error that is named for the situation; nothing was replaced."""
    number = error.errno if isinstance(error, OSError) else None
    try:
        folder = shown(path.absolute().parent)
    except OSError:  # the folder that the program was started in is gone
        folder = shown(path.parent)
    if number in _FULL:
        return DiskFull(path, reason=_reason(error))
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FolderMissing(path, folder=folder)
    if isinstance(error, PermissionError) or number == errno.EROFS:
        return FolderReadOnly(path, folder=folder)
    return SaveFailed(path, reason=_reason(error))


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
