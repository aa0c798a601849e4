"""What happens when the program has a mistake: a calm sentence, and a line in the log that holds no texts."""

import sys
from types import TracebackType

from PySide6.QtWidgets import QMessageBox, QWidget

from planner.text import Language
from planner.ui.log import Log, place_of
from planner.ui.plain import Box


class CrashReport:
    """Is called with every exception that nobody caught; says so once a place."""

    def __init__(self, window: QWidget, t: Language, log: Log) -> None:
        self._window, self._t, self._log = window, t, log
        self._told: set[str] = set()

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
        self._tell()

    def _tell(self) -> None:
        t = self._t
        box = Box(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(t("Tagungsplaner"))
        box.setText(t("Something went wrong. Nothing was lost."))
        box.setInformativeText(
            t("The last step may not have been done. Save the plan, and carry on; if it happens again, start anew.")
        )
        box.addButton(t("Carry on"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()


def install(window: QWidget, t: Language, log: Log) -> None:
    """Catch what nobody else catches."""
    sys.excepthook = CrashReport(window, t, log)
