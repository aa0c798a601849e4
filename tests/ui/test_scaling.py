"""On a small screen at a large scale nothing is cut, and the window fits."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.ui.services.window_settings import WindowSettings
from planner.ui.window.main_window import MainWindow
from tests.offscreen import offscreen


@pytest.mark.parametrize("scale", ["1.5", "2.25"])
def test_the_window_fits_a_small_screen_at_a_large_scale(tmp_path: Path, plan_file: Path, scale: str) -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": offscreen("1280x720")}
    command = [sys.executable, "-m", "tests.ui.scaled", str(plan_file), str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert (tmp_path / "board.png").exists()


def test_a_wide_window_shows_again_what_a_narrow_one_folded(tmp_path: Path, make: object) -> None:
    assert make
    window = MainWindow(WindowSettings(tmp_path / "memory.ini"))
    window.fold("left", away=True)
    window.resize(1300, 700)
    window.show()
    assert (window.folded("left"), window.folded("right")) == (True, False)
    window.resize(600, 400)
    assert (window.folded("left"), window.folded("right")) == (True, True)
    window.fold("left", away=False)
    assert (window.folded("left"), window.folded("right")) == (False, True)
    window.resize(1300, 700)
    assert (window.folded("left"), window.folded("right")) == (True, False)
    window.close()
