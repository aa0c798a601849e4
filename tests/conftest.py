"""What holds for all tests: Qt draws into memory unless a platform was chosen, and a slow machine fails nothing.

Each run tries new examples; with CI in the environment the same ones, so that a change is judged by itself.
"""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile(
    "here", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("here")
