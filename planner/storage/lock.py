"""A lock that ends with the process that holds it: tells whether a journal is in use."""

import contextlib
import errno
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Lock:
    """Holds a file until it is released or the process ends; raises OSError if the file cannot be made.

    Where the disk knows no locks it holds nothing, and says nothing of it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        _try(self._descriptor)

    def release(self) -> None:
        """Let go, and remove the file."""
        with contextlib.suppress(OSError):
            os.close(self._descriptor)
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def is_held(path: Path) -> bool:
    """Tell whether somebody holds a lock now."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _try(descriptor)
    finally:
        os.close(descriptor)


def _try(descriptor: int) -> bool:
    """Take the lock of an open file if nobody holds it; on a disk without locks nobody does."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:  # some versions of Windows' library name no reason when the lock is held
        return sys.platform != "win32" or error.errno == errno.EINVAL
    return True
