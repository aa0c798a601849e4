"""Properties are tried briefly in each run and long in the proof."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.profiles import TIMES

CODE: Final = """
from hypothesis import settings
from tests.profiles import load, tries
load()
print(settings().max_examples, tries(8), settings().derandomize)
"""


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "100 8 False"),
        ({"CI": "1"}, "100 8 True"),
        ({"CI": "1", "HYPOTHESIS_PROFILE": "long"}, f"{100 * TIMES} {8 * TIMES} False"),
    ],
)
def test_the_long_profile_tries_more_and_ci_the_same_each_time(environment: dict[str, str], said: str) -> None:
    inherited = {name: value for name, value in os.environ.items() if name not in {"CI", "HYPOTHESIS_PROFILE"}}
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=Path(__file__).parent.parent,
        env=inherited | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == said
