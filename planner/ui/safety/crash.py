"""What happens when the program has a mistake: a calm sentence, and a line in the log that holds no texts."""

import sys
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from planner.text import Language
from planner.ui.safety.log import Log, place_of
from planner.ui.widgets.plain import MessageBox


class CrashReport:
    """Is called with every exception that nobody caught; says so once a place, when what was going on has ended.

    Not at once: a box lets events in, in the midst of a change of which half the window knows nothing yet.
    """

    def __init__(self, window: QWidget, t: Language, log: Log) -> None:
        self._window, self._t, self._log = window, t, log
        self._told: set[str] = set()
        self._telling = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log and tell; Ctrl+C in the terminal ends the program as always."""
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
            t("The last step may not have been done. Save the plan, and carry on; if it happens again, start anew.")
        )
        box.addButton(t("Carry on"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()
        self._telling = False


def report(fault: Exception) -> None:
    """Hand a fault over, so that what goes on need not stop for it."""
    sys.excepthook(type(fault), fault, fault.__traceback__)


def install(window: QWidget, t: Language, log: Log) -> None:
    """Catch what nobody else catches."""
    sys.excepthook = CrashReport(window, t, log)
