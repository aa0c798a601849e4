"""Where this machine keeps what belongs to plans but lies outside them: journals and backups."""

import hashlib
import os
from pathlib import Path
from typing import Final

from platformdirs import user_data_dir

_PRIVATE: Final = 0o700


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
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
