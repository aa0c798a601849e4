"""Writing files so that the old or the new one is complete at every moment, even on a full disk or at a power cut."""

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
    ExportTargetBusy,
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
"""Seconds between attempts on a file that another program on Windows, such as a virus scanner, holds for a moment."""

_HELD: Final = {5, 32, 33}
"""Error numbers of Windows: access denied, sharing violation, lock violation."""
_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_UNABLE: Final = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EACCES, errno.EPERM, errno.EBADF}
"""Answers of file systems that cannot flush a folder; they do not mean that the disk failed."""
_FLAGS: Final = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def save(document: Document, path: Path, *, backup: Path | None = None) -> str:
    """Write a document to a file and return the digest of its bytes; copy the old file to `backup` if that is given."""
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
    keep_new: bool = True,
) -> None:
    """Replace the content of a file atomically; raises errors of planner.storage.save_errors, or what check raises.

    The order is what makes it safe: write a temporary file in the same folder, flush it to the disk (fsync), read it
    back, call `check`, rename it over the old file, and flush the folder. Before the rename the old file is untouched,
    and the rename never names content that is not on the disk yet.

    If another program holds the old file, the new one is kept beside it, unless it can be made again.
    Symbolic links are followed. Rights, owner and attributes of the old file are kept as far as the system allows; a
    private file can be read by this user only. A hard link to the old file keeps the old content.
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
            if not held(error):
                raise
            kept = keep_new
            if not kept:
                raise ExportTargetBusy(path) from error
            raise TargetBusy(path, kept=shown(temporary), reason=_reason(error)) from error
    except OSError as error:
        raise _failure(error, path) from error
    finally:
        if not kept:
            with contextlib.suppress(OSError):  # after a success it does not exist any more
                temporary.unlink()
    _flush_folder(target, path)


def retried(action: Callable[[], object], pauses: tuple[float, ...]) -> None:
    """Call an action, and again after each pause while another program on Windows holds the file."""
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
    """Return whether another program on Windows holds a file; os.open reports only errno, not Windows' own number."""
    number = getattr(error, "winerror", None)
    return number in _HELD or (sys.platform == "win32" and number is None and error.errno == errno.EACCES)


def _old(target: Path, path: Path) -> os.stat_result | None:
    """Return the status of the file to be replaced, None if there is none; raises if it must not be replaced."""
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
    """Return a random name for the temporary file, short enough for every file system however long the target's is."""
    return f"~${target.stem[:30]}-{secrets.token_hex(6)}.tmp"


def _fill(descriptor: int, data: bytes, path: Path, old: tuple[Path, os.stat_result] | None) -> None:
    """Write the bytes, flush them to the disk and compare what it returns; closes the file."""
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
    """Copy owner, group, rights and extended attributes of the old file, as far as the system allows."""
    if sys.platform == "win32":
        return
    mode = stat.S_IMODE(old.st_mode)
    if not _given(descriptor, old.st_uid, old.st_gid) and not _given(descriptor, -1, old.st_gid):
        mode = mode & ~0o070 | (mode & 0o007) << 3  # another group gets only the rights of others
    with contextlib.suppress(OSError):  # some file systems have no modes
        os.fchmod(descriptor, mode)
    if sys.platform == "linux":  # Python has no API for them elsewhere
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                with contextlib.suppress(OSError):  # some can be set by the system only
                    os.setxattr(descriptor, name, os.getxattr(target, name))


def _given(descriptor: int, user: int, group: int) -> bool:
    """Change user (-1: keep) and group of a file; return whether the system allowed it."""
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
    """Copy the old file to the backup atomically, by way of a temporary file."""
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
    """Flush the folder, so that the new name survives a power cut; Windows does so by itself."""
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
    """Return the SaveFailed that fits an error; nothing was replaced."""
    number = error.errno if isinstance(error, OSError) else None
    try:
        folder = shown(path.absolute().parent)
    except OSError:  # the working directory was deleted
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
