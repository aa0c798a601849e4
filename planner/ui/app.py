"""The start: a window at once, and everything in it as soon as it was painted."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.services.window_settings import WindowSettings
from planner.ui.widgets.plain import on_title
from planner.ui.widgets.theme import current_theme, palette
from planner.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from planner.ui.window.planner_window import PlannerWindow

SOON: Final = 10
"""Milliseconds in which the first picture reaches the screen, before the rest keeps the program busy."""


class OpeningPicture(QWidget):
    """What is seen for the blink of an eye in which the rest is made: the window's own colour."""

    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say, once, that there is something to see."""
        super().paintEvent(event)
        if not self.property("told"):
            self.setProperty("told", True)  # Qt's way to keep a property
            QTimer.singleShot(SOON, self, self.painted.emit)


def application() -> QApplication:
    """Return the one application, made if there is none yet."""
    existing = QApplication.instance()
    made = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    made.setApplicationName("planner")
    made.setApplicationDisplayName("Tagungsplaner")
    made.setStyle("Fusion")
    made.setPalette(palette(current_theme()))
    font = made.font()
    font.setFeature(QFont.Tag("tnum"), 1)
    made.setFont(font)
    return made


def build(path: str | None = None, window_settings: WindowSettings | None = None, *, ask: bool = False) -> MainWindow:
    """Return the window; it fills itself right after its first paint, or at once by complete().

    Then, if it is to ask, it tells of mistakes calmly and asks about what a crashed window left.
    """
    application()
    window_settings = window_settings or WindowSettings()
    window = MainWindow(window_settings)
    window.restore()
    window.setWindowTitle(on_title(f"{Path(path).stem} – Tagungsplaner" if path else "Tagungsplaner"))
    opening = OpeningPicture()

    def fill() -> None:
        planner = complete(window, path, window_settings)
        if ask:
            from planner.ui.safety.crash import install

            install(window, planner.context.t, planner.safety.log)
            planner.safety.ask_recovery()

    opening.painted.connect(fill)
    window.setCentralWidget(opening)
    return window


def complete(
    window: MainWindow, path: str | None = None, window_settings: WindowSettings | None = None
) -> "PlannerWindow":
    """Make everything in the window, unless it is there, with the plan of a file or the start page."""
    from planner.ui.window.planner_window import PlannerWindow

    existing = window.findChild(PlannerWindow)
    if existing is not None:
        return existing
    planner = PlannerWindow(window, window_settings or WindowSettings())
    if path is not None:
        planner.files.open(Path(path))
    return planner


def run(path: str | None = None) -> int:
    """Open the window and return when it was closed."""
    made = application()
    window = build(path, ask=True)
    window.show()
    return made.exec()
