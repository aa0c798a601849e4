"""Shows a window and prints when it was first painted: `python tests/paint_probe.py bare|PLAN`, run by bench.py."""

import sys
import time

BEGAN = time.perf_counter()

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402  # what comes before is timed too
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: E402


class Painted(QObject):
    """Ends the program once the first paint event has been served."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and QApplication.activeWindow() is not None:
            QTimer.singleShot(0, QApplication.quit)
        return super().eventFilter(watched, event)


def bare() -> QMainWindow:
    window = QMainWindow()
    window.setCentralWidget(QLabel("Tagungsplaner"))
    window.resize(1440, 900)
    return window


def main() -> None:
    app = QApplication(sys.argv)
    if sys.argv[1] == "bare":
        window = bare()
    else:
        from planner.ui.app import build

        window = build(sys.argv[1])
    painted = Painted()
    app.installEventFilter(painted)
    window.show()
    app.exec()
    sys.stdout.write(f"{time.perf_counter() - BEGAN:.4f}\n")
    sys.stdout.flush()


main()
