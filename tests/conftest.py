"""What holds for all tests: Qt draws into memory unless a platform was chosen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
