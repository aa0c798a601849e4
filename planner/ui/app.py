"""Starts the window: it is painted at once, and filled right after that."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.services.window_settings import WindowSettings
from planner.ui.widgets.plain_text import on_title
from planner.ui.widgets.theme import current_theme, palette
from planner.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from planner.ui.window.planner_window import PlannerWindow

SOON: Final = 10
"""Milliseconds for the first paint to reach the screen before building the rest blocks the event loop."""


class OpeningPicture(QWidget):
    """An empty widget in the window's colour that is shown until the rest is built."""

    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Emit `painted` after the first paint."""
        super().paintEvent(event)
        if not self.property("told"):
            self.setProperty("told", True)  # a dynamic property of Qt
            QTimer.singleShot(SOON, self, self.painted.emit)


def application() -> QApplication:
    """Return the QApplication, created if there is none yet."""
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

    With ask, it then installs the crash report and asks about what a crashed window left.
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
    """Build everything in the window, if that was not done yet, with the plan of a file or the start page."""
    from planner.ui.window.planner_window import PlannerWindow

    existing = window.findChild(PlannerWindow)
    if existing is not None:
        return existing
    planner = PlannerWindow(window, window_settings or WindowSettings())
    if path is not None:
        planner.files.open(Path(path))
    return planner


def run(path: str | None = None) -> int:
    """Open the window and return its exit code once it is closed."""
    made = application()
    window = build(path, ask=True)
    window.show()
    return made.exec()
