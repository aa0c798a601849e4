"""What holds for all tests: Qt draws into memory unless a platform was chosen; and folders of another user."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.offscreen import offscreen
from tests.profiles import load

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":  # alone, it has a screen that no window fits on
    os.environ["QT_QPA_PLATFORM"] = offscreen()
load()


@pytest.fixture
def nobodys_folder() -> Iterator[Path]:
    """A folder that is not root's, entered without root's rights."""
    if sys.platform == "win32":
        pytest.skip("on Windows rights are of another kind")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        user = os.geteuid()
        if user == 0:
            os.chown(folder, 65534, 65534)
            os.seteuid(65534)
        try:
            yield folder
        finally:
            for part in (folder, *folder.iterdir()):
                if part.is_dir():
                    part.chmod(0o700)
            os.seteuid(user)
