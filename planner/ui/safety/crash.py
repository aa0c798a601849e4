"""Handles unexpected exceptions: a message for the user, and a log entry without any of the user's text."""

import sys
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from planner.text import Language
from planner.ui.safety.log import Log, place_of
from planner.ui.widgets.plain_text import MessageBox


class CrashReport:
    """The exception hook; shows a message once per code location, after the current event was handled.

    Not immediately: a box runs an event loop, in the midst of a change that half the views have not seen yet.
    """

    def __init__(self, window: QWidget, t: Language, log: Log) -> None:
        self._window, self._t, self._log = window, t, log
        self._told: set[str] = set()
        self._telling = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log and report an exception; Ctrl+C in the terminal still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._log.error(kind, trace)
        place = place_of(kind, trace)
        if place in self._told:
            return
        self._told.add(place)
        if not self._telling:
            self._telling = True
            QTimer.singleShot(0, self._window, self._tell)

    def _tell(self) -> None:
        t = self._t
        box = MessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(t("Tagungsplaner"))
        box.setText(t("Something went wrong. Nothing was lost."))
        box.setInformativeText(
            t(
                "The last step may not have been carried out. Save the plan and continue; if it "
                "happens again, restart the program."
            )
        )
        box.addButton(t("Continue"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()
        self._telling = False


def report(fault: Exception) -> None:
    """Report a caught exception, so that the caller can continue."""
    sys.excepthook(type(fault), fault, fault.__traceback__)


def install(window: QWidget, t: Language, log: Log) -> None:
    """Install the hook for uncaught exceptions."""
    sys.excepthook = CrashReport(window, t, log)
