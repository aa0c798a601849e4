"""A field is added in three steps: write it, list it, test it; then it is wherever fields are."""

import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent


def test_a_field_that_is_listed_appears_in_list_inspector_several_and_find_and_replace() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.ui.toy_field"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.stdout.splitlines() == [
        "column offered: True",
        "in the list: Listed | Change One",
        "in the inspector: Listed | Inspected | Change One",
        "over several: different | ['Several', 'Several'] | Change “Motto” of 2 sessions",
        "found: ['One: Motto', 'Two: Motto']",
    ], ended.stderr
