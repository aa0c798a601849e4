"""Where this machine keeps what belongs to plans but lies outside them: journals and backups."""

import contextlib
import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from platformdirs import user_data_dir

_PRIVATE: Final = 0o700
_KEPT: Final = ("journal", "drafts", "backups", "log", "patterns.json")
"""What the program keeps in this user's folder; anything else in it is not the program's."""


def local_folder() -> Path:
    """Return the folder of this user on this machine; it need not be there yet."""
    return Path(user_data_dir("Tagungsplaner", appauthor=False, roaming=False))


def plan_key(plan_id: str) -> str:
    """Return the name of a plan's folder: different for different ids on disks that ignore case, and never reserved."""
    return f"{plan_id}-{hashlib.sha256(plan_id.encode()).hexdigest()[:8]}"


def path_key(path: Path) -> str:
    """Return what stands for a file without naming it."""
    return hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]


def make_private(folder: Path) -> None:
    """Make a folder, with those above it, that only this user may open; raises OSError."""
    if not folder.is_dir():
        make_private(folder.parent)
        folder.mkdir(mode=_PRIVATE, exist_ok=True)


def begin_private(file: Path) -> None:
    """See to it that only this user may read a file that others write into, before they do; raises OSError."""
    make_private(file.parent)
    file.touch(mode=0o600)
    if sys.platform != "win32" and file.stat().st_mode & 0o077:
        file.chmod(0o600)


def tighten(root: Path) -> None:
    """Let only this user read what is kept below a folder, also what an older version left open to others."""
    if sys.platform == "win32":
        return  # the user's own folders are shut to others there
    for path in (below for name in _KEPT for below in _all_below(root / name)):
        with contextlib.suppress(OSError):  # what belongs to somebody else stays as it is
            mode = path.lstat().st_mode
            if mode & 0o077 and not stat.S_ISLNK(mode):
                path.chmod(mode & 0o700)


def _all_below(path: Path) -> Iterator[Path]:
    yield path
    for folder, folders, files in os.walk(path):
        yield from (Path(folder, name) for name in (*folders, *files))
