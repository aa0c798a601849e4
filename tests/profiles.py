"""How hard properties are tried: briefly in each run, long in `run.py proof` (HYPOTHESIS_PROFILE=long)."""

import os
from typing import Final

from hypothesis import HealthCheck, settings

LONG: Final = os.environ.get("HYPOTHESIS_PROFILE") == "long"
TIMES: Final = 25
"""How many times as many examples the long profile tries."""


def tries(examples: int) -> int:
    """Return how many examples are tried where a run tries so many."""
    return examples * TIMES if LONG else examples


def load() -> None:
    """Load the profile: a slow machine fails nothing, and CI tries the same examples each time."""
    common = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("short", common, derandomize="CI" in os.environ)
    settings.register_profile("long", common, max_examples=tries(100), derandomize=False)
    settings.load_profile("long" if LONG else "short")
