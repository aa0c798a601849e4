"""Whether two paths lead to the same file, however they are written."""

import os
from pathlib import Path


def same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to the same file: by device and inode, or by resolved path if there is no file yet.

    Relative paths, "..", symbolic and hard links, and case where the file system ignores it, make no difference.
    """
    try:
        found = one.stat()
        if found.st_ino:  # 0 on network disks that have no inodes
            return os.path.samestat(found, other.stat())
    except (OSError, ValueError):
        pass
    place = _place(one)
    return place is not None and place == _place(other)


def _place(path: Path) -> str | None:
    """Return the resolved path, whether or not a file exists; None if it cannot be resolved."""
    try:
        return os.path.normcase(os.path.realpath(path))
    except (OSError, ValueError):
        return None
