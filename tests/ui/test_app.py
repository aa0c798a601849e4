"""The start of the window, and what is drawn or read for a window that was made anew meanwhile."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import isValid

from planner.model import Document
from planner.storage import save
from planner.ui.safety.folder import VARIABLE
from planner.ui.services.background import Job
from planner.ui.window.main_window import MainWindow
from planner.ui.window.planner_window import PlannerWindow
from planner.ui.window.start_page import StartPage
from tests.offscreen import offscreen
from tests.ui.board.hand import small_plan
from tests.ui.conftest import Asked, Make
from tests.ui.harness import papers_of
from tools.catalogue import ROOT

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


START = """
import gc, sys
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from planner.ui.app import application, run
from planner.ui.window.main_window import MainWindow
from planner.ui.window.planner_window import PlannerWindow
from planner.ui.window.start_page import StartPage

class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, MainWindow):
            made.removeEventFilter(self)
            planner = watched.findChild(PlannerWindow)
            print("view", watched.view, "collecting", gc.isenabled())
            assert watched.findChild(StartPage) is None
            print("blocks", len(planner.plan_views.board.canvas.scene.layout.blocks))
            QTimer.singleShot(0, lambda: self.press(planner))
        return False

    def press(self, planner):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        print("selected", len(planner.context.view.selection))
        QTimer.singleShot(0, lambda: self.end(planner))

    def end(self, planner):
        print("collecting", gc.isenabled())
        planner.window.close()

made = application()
eye = Eye()
made.installEventFilter(eye)
sys.exit(run(sys.argv[1]))
"""


def test_the_first_picture_is_the_day_and_takes_the_first_key(tmp_path: Path) -> None:
    """No blank window is shown before, and what is typed into the first picture is not lost."""
    path = tmp_path / "meeting.plan"
    plan = small_plan()
    save(Document(plan=plan), path)
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        VARIABLE: str(tmp_path / "local"),
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    command = [sys.executable, "-c", START, str(path)]
    ended = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    shown = sum(session.day == plan.days[0].id and session.scheduled for session in plan.sessions)
    assert ended.stdout.splitlines() == [
        "view board collecting False",
        f"blocks {shown}",
        f"selected {shown}",
        "collecting True",
    ]


def test_a_plan_that_cannot_be_opened_is_told_on_a_window(
    make: Make, asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    tell = asked.tell

    def look(sentence: str) -> None:
        seen.extend(window.isVisible() for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow))
        tell(sentence)

    monkeypatch.setattr(asked, "tell", look)
    path = tmp_path / "broken.plan"
    path.write_text("{")
    planner = make(path)
    assert planner.window.view == "start"
    assert planner.window.findChild(StartPage) is not None
    assert seen == [True]


def test_the_first_picture_waits_for_nothing_that_is_not_in_it() -> None:
    """What reads pasted programmes, sets papers and writes calendars is imported when it is used."""
    code = (
        "import sys, planner.ui.app, planner.ui.window.planner_window;"
        "print([name for name in sys.modules if name.split('.')[0] in {'babel', 'icalendar', 'lxml', 'pypdfium2',"
        "'reportlab'} or name.startswith(('planner.importers', 'planner.ui.papers'))])"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


@pytest.mark.parametrize(("width", "height", "whole"), [(1280, 720, True), (1366, 768, True), (1920, 1080, False)])
def test_the_first_window_fits_the_screen(width: int, height: int, whole: bool, tmp_path: Path) -> None:
    code = (
        "from planner.ui.app import application, build; made = application(); window = build(None); window.show();"
        "made.processEvents(); size = window.frameGeometry().size();"
        "print(window.isMaximized(), size.width(), size.height())"
    )
    environment = os.environ | {
        "QT_QPA_PLATFORM": offscreen(f"{width}x{height}"),
        "XDG_CONFIG_HOME": str(tmp_path),
        VARIABLE: str(tmp_path / "local"),
    }
    ended = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    maximized, *size = ended.stdout.split()
    assert (maximized == "True") == whole
    assert int(size[0]) <= width
    assert int(size[1]) <= height
