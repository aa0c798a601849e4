"""The folder of journal, backups and log: the user's data folder, or one set by an environment variable."""

import os
from pathlib import Path
from typing import Final

from planner.storage import local_folder

VARIABLE: Final = "PLANNER_FOLDER"


def safe_folder() -> Path:
    """Return the folder; it may not exist yet."""
    other = os.environ.get(VARIABLE, "")
    return Path(other) if other else local_folder()
