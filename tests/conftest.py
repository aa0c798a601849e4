"""What holds for all tests: Qt draws into memory unless a platform was chosen."""

import os

from tests.profiles import load

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
load()
