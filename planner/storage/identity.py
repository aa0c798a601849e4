"""Which file a path means, however it is written: what is compared before anything is replaced."""

import os
from pathlib import Path


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths mean one file: by what the system knows it by, and by the path where there is none yet.

    Relative paths, "..", links of both kinds, and case where the system does not tell it apart, make no other file.
    """
    try:
        found = one.stat()
        if found.st_ino:  # some network disks number no files
            return os.path.samestat(found, other.stat())
    except (OSError, ValueError):
        pass
    place = _place(one)
    return place is not None and place == _place(other)


def _place(path: Path) -> str | None:
    """Return where a path leads, whether or not something is there; None if that cannot be told."""
    try:
        return os.path.normcase(os.path.realpath(path))
    except (OSError, ValueError):
        return None
