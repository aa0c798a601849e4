"""What is drawn or read for a window that was made anew meanwhile."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import isValid

from planner.ui.services.background import Job
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.harness import papers_of

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)")


def test_pages_drawn_for_a_window_in_another_language_are_dropped(planner: PlannerWindow, qtbot: QtBot) -> None:
    planner.window.show_view("papers")
    papers = papers_of(planner)
    assert papers is not None
    qtbot.waitUntil(lambda: bool(planner.window.findChildren(Job)))
    planner.build(planner.context.theme)  # as another language does, before the pages are ready
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(papers)
    qtbot.waitUntil(lambda: not planner.window.findChildren(Job))
    planner.window.show_view("papers")
    again = papers_of(planner)
    assert again is not None
    qtbot.waitUntil(lambda: again.pages.count > 0)


def test_the_first_picture_waits_for_no_document() -> None:
    """The frame of the window is there before the model, the checks and the files are even looked for."""
    code = (
        "import sys; from planner.ui.app import application, build; application(); build(None);"
        "print([name for name in sys.modules if name in {'pydantic', 'planner.model', 'planner.storage'}])"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
