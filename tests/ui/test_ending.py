"""The program ends as it should, whatever was done in it: in a process of its own, for only there it ends."""

import os
import subprocess
import sys
from pathlib import Path

from planner.model import Document
from planner.storage import save
from planner.ui.safety.folder import VARIABLE
from tests.offscreen import offscreen
from tests.ui.board.hand import small_plan
from tools.catalogue import ROOT

COPIES_AND_CLOSES = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from planner.ui.app import application, run
from planner.ui.window.planner_window import PlannerWindow

made = application()

def work():
    planner = next(filter(None, (widget.findChild(PlannerWindow) for widget in made.topLevelWidgets())), None)
    if planner is None or not planner.files.has_plan:
        return
    timer.stop()
    planner.menus["select-all"].trigger()
    planner.menus["copy"].trigger()
    print(*sorted(QGuiApplication.clipboard().mimeData().formats()))
    planner.window.close()

timer = QTimer(interval=20)
timer.timeout.connect(work)
timer.start()
sys.exit(run(sys.argv[1]))
"""


def test_it_ends_cleanly_after_something_was_copied_and_keeps_that_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "meeting.plan"
    save(Document(plan=small_plan()), path)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": offscreen(),
        VARIABLE: str(tmp_path / "local"),
        "HOME": str(tmp_path),
    }
    command = [sys.executable, "-c", COPIES_AND_CLOSES, str(path)]
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=environment, text=True, timeout=60)
    assert done.stdout.split() == ["application/x-planner-plan", "text/html", "text/plain"]
    assert done.returncode == 0, done.stderr
