"""Starts a window, prints how many seconds something took and ends: `python tools/paint_probe.py bare|day|papers PLAN`.

"bare" is the first paint of a window with a label, "day" that of the board with the plan, both from the start of the
program; "papers" is the time from opening the papers until their first page can be seen.
"""

import sys
import time
from collections.abc import Callable

BEGAN = time.perf_counter()

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402  # what comes before is timed too
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget  # noqa: E402


class Painted(QObject):
    """Calls a function after the first paint event of a widget of a class."""

    def __init__(self, kind: str, then: Callable[[QObject], object]) -> None:
        super().__init__()
        self._kind, self._then = kind, then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint event."""
        if event.type() == QEvent.Type.Paint and type(watched).__name__ == self._kind and self._kind:
            self._kind = ""
            QTimer.singleShot(0, lambda: self._then(watched))
        return super().eventFilter(watched, event)


def finish(began: float) -> None:
    """Print the seconds since a point in time, and end the program."""
    sys.stdout.write(f"{time.perf_counter() - began:.4f}\n")
    sys.stdout.flush()
    QApplication.quit()


def bare() -> QMainWindow:
    """Return a window with nothing but a label."""
    window = QMainWindow()
    window.setCentralWidget(QLabel("Tagungsplaner"))
    window.resize(1440, 900)
    return window


def open_papers(board: QObject) -> None:
    """Open the papers of the window that was painted, and wait for their first page."""
    from planner.ui.papers.pages import PageColumn
    from planner.ui.window.main_window import MainWindow

    assert isinstance(board, QWidget)
    window = board.window()
    assert isinstance(window, MainWindow)
    began = time.perf_counter()
    window.show_view("papers")
    watching = QTimer(window, interval=5)

    def look() -> None:
        column = window.findChild(PageColumn)
        if column is not None and column.count:
            watching.stop()
            column.repaint()
            finish(began)

    watching.timeout.connect(look)
    watching.start()


def main() -> None:
    """Show the window that the arguments name until the time is known."""
    what = sys.argv[1]
    if what == "bare":
        app = QApplication(sys.argv)
        window = bare()
    else:
        from planner.ui.app import application, build, complete

        app = application()
        window = build(sys.argv[2])
        complete(window, sys.argv[2])
    kinds = {"bare": "QLabel", "day": "Board", "papers": "Board"}
    painted = Painted(kinds[what], open_papers if what == "papers" else lambda _: finish(BEGAN))
    app.installEventFilter(painted)
    window.show()
    app.exec()


main()
