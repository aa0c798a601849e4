"""A sample of what the monkey does for twenty minutes in `run.py proof`: a minute where all is checked, else less."""

import os
from typing import Final

from tests.monkey import numbers, start, told

SECONDS: Final = 60 if os.environ.get("CI") else 10


def test_a_monkey_at_the_window_finds_no_fault() -> None:
    done = start(["--seed", "8", "--seconds", str(SECONDS)])
    assert done.returncode == 0, done.stdout + done.stderr
    steps, milliseconds = told(done.stdout)
    assert steps > 20
    assert milliseconds > 0


def test_steps_that_show_a_fault_again_are_named_in_short() -> None:
    assert numbers("12,3,7-9") == [3, 7, 8, 9, 12]
