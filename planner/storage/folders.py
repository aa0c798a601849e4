"""The folders on this machine for what belongs to plans but is not in their files, such as journals and backups."""

import contextlib
import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_PRIVATE: Final = 0o700
_KEPT: Final = ("journal", "drafts", "backups", "log", "patterns.json")
"""The entries of the user's folder that belong to the program."""


def local_folder() -> Path:
    """Return the program's data folder of this user; it may not exist yet."""
    from platformdirs import user_data_dir  # late: most commands need no folder

    return Path(user_data_dir("Tagungsplaner", appauthor=False, roaming=False))


def plan_key(plan_id: str) -> str:
    """Return the name of a plan's folder; the hash makes it unique on disks that ignore case, and never reserved."""
    return f"{plan_id}-{hashlib.sha256(plan_id.encode()).hexdigest()[:8]}"


def path_key(path: Path) -> str:
    """Return a hash that identifies a path without revealing it."""
    return hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]


def make_private(folder: Path) -> None:
    """Create a folder and its parents that only this user may open; raises OSError."""
    if not folder.is_dir():
        make_private(folder.parent)
        folder.mkdir(mode=_PRIVATE, exist_ok=True)


def begin_private(file: Path) -> None:
    """Create a file that only this user may read, before another library writes into it; raises OSError."""
    make_private(file.parent)
    file.touch(mode=0o600)
    if sys.platform != "win32" and file.stat().st_mode & 0o077:
        file.chmod(0o600)


def tighten(root: Path) -> None:
    """Remove the rights of others from all that the program keeps, as older versions left some of it readable."""
    if sys.platform == "win32":
        return  # the folders of a user are private there
    for path in (below for name in _KEPT for below in _all_below(root / name)):
        with contextlib.suppress(OSError):  # files of other users cannot be changed
            mode = path.lstat().st_mode
            if mode & 0o077 and not stat.S_ISLNK(mode):
                path.chmod(mode & 0o700)


def _all_below(path: Path) -> Iterator[Path]:
    yield path
    for folder, folders, files in os.walk(path):
        yield from (Path(folder, name) for name in (*folders, *files))
