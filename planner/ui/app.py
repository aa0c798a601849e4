"""Starts the window: it is shown once the plan is in it, so that its first picture is also the one to work with."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.services.window_settings import WindowSettings
from planner.ui.widgets.plain_text import on_title
from planner.ui.widgets.theme import current_theme, palette
from planner.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from planner.ui.window.planner_window import PlannerWindow


class FirstPaint(QObject):
    """Tells that a window was painted for the first time."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Emit `painted` once the first paint event is over, and go."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return False

    def _tell(self) -> None:
        self.painted.emit()
        self.deleteLater()


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


def build(path: str | None = None, window_settings: WindowSettings | None = None) -> MainWindow:
    """Return an empty window where it stood last; complete() fills it."""
    application()
    window = MainWindow(window_settings or WindowSettings())
    window.restore()
    window.setWindowTitle(on_title(f"{Path(path).stem} – Tagungsplaner" if path else "Tagungsplaner"))
    return window


def complete(
    window: MainWindow, path: str | None = None, window_settings: WindowSettings | None = None
) -> "PlannerWindow":
    """Build everything in the window, with the plan of a file or the start page."""
    from planner.ui.window.planner_window import PlannerWindow

    return PlannerWindow(window, window_settings or WindowSettings(), None if path is None else Path(path))


def run(path: str | None = None) -> int:
    """Open the window and return its exit code once it is closed.

    Until it is painted the garbage collector waits: nothing that a start makes is garbage, but it would be scanned
    again and again.
    """
    from planner.ui.safety.crash import install

    gc.disable()
    made = application()
    window_settings = WindowSettings()
    window = build(path, window_settings)
    planner = complete(window, path, window_settings)
    install(window, planner.context.t, planner.safety.log)

    def settle() -> None:
        gc.enable()
        planner.safety.ask_recovery()  # only now, so that it stands on the plan

    if window.isVisible():  # since the plan could not be opened
        QTimer.singleShot(0, window, settle)
    else:
        FirstPaint(window).painted.connect(settle)
        window.show()
    return made.exec()
