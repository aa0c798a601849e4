"""The program as a process of its own: it begins and ends cleanly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import isValid

from planner.ui.assembly import Planner
from planner.ui.background import Job

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)")
COPIES_AND_ENDS = """
import sys
from PySide6.QtCore import QTimer
from planner.ui.app import application, run
from planner.ui.assembly import Planner

def copy_and_close():
    planners = [found for window in app.topLevelWidgets() for found in window.findChildren(Planner)]
    if not planners:
        return QTimer.singleShot(20, copy_and_close)
    (planner,) = planners
    planner.menus["select-all"].trigger()
    planner.menus["copy"].trigger()
    planner.window.close()

app = application()
QTimer.singleShot(0, copy_and_close)
sys.exit(run(sys.argv[1]))
"""


def test_a_process_that_has_copied_ends_cleanly(plan_file: Path) -> None:
    command = [sys.executable, "-c", COPIES_AND_ENDS, str(plan_file)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout) == (0, b"")


def test_pages_drawn_for_a_window_in_another_language_are_dropped(planner: Planner, qtbot: QtBot) -> None:
    planner.window.show_view("papers")
    papers = planner.papers
    assert papers is not None
    qtbot.waitUntil(lambda: bool(planner.window.findChildren(Job)))
    planner.dress(planner.context.theme)  # as another language does, before the pages are ready
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(papers)
    qtbot.waitUntil(lambda: not planner.window.findChildren(Job))
    planner.window.show_view("papers")
    again = planner.papers
    assert again is not None
    qtbot.waitUntil(lambda: again.pages.count > 0)
