"""Where this window keeps journal, backups and log: this user's folder, or another one, as for tests."""

import os
from pathlib import Path
from typing import Final

from planner.storage import local_folder

VARIABLE: Final = "PLANNER_FOLDER"


def safe_folder() -> Path:
    """Return the folder; it need not be there yet."""
    other = os.environ.get(VARIABLE, "")
    return Path(other) if other else local_folder()
