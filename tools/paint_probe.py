"""Shows a window, prints when it was first painted and ends: `python tools/paint_probe.py bare|frame|day PLAN`.

"frame" ends with the first paint of any kind, "day" with the first paint of the board that holds the plan.
"""

import sys
import time

BEGAN = time.perf_counter()

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402  # what comes before is timed too
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: E402


class Painted(QObject):
    """Ends the program after the paint event that is measured."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Quit after the measured paint event."""
        if event.type() == QEvent.Type.Paint and (self._what != "day" or self._is_board(watched)):
            QTimer.singleShot(0, QApplication.quit)
        return super().eventFilter(watched, event)

    @staticmethod
    def _is_board(watched: QObject) -> bool:
        """Return whether a widget is part of the board, which exists only once a plan is shown."""
        widget = watched
        while widget is not None and type(widget).__name__ != "Board":
            widget = widget.parent()
        return widget is not None


def bare() -> QMainWindow:
    """Return a window with nothing but a label."""
    window = QMainWindow()
    window.setCentralWidget(QLabel("Tagungsplaner"))
    window.resize(1440, 900)
    return window


def main() -> None:
    """Show the window that the arguments name until it was painted."""
    app = QApplication(sys.argv)
    if sys.argv[1] == "bare":
        window = bare()
    else:
        from planner.ui.app import build

        window = build(sys.argv[2])
    painted = Painted(sys.argv[1])
    app.installEventFilter(painted)
    window.show()
    app.exec()
    sys.stdout.write(f"{time.perf_counter() - BEGAN:.4f}\n")
    sys.stdout.flush()


main()
