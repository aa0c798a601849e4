"""What happens when the program has a mistake: a calm sentence, and a log that names the place but no texts."""

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QMessageBox, QWidget

from planner.text import Language

MAX_LOG: Final = 200_000


class CrashReport:
    """Is called with every exception that nobody caught; says so once a place."""

    def __init__(self, window: QWidget, t: Language, log: Path) -> None:
        self._window, self._t, self._log = window, t, log
        self._told: set[str] = set()

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log and tell; Ctrl+C in the terminal ends the program as always."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        place = place_of(kind, trace)
        self._write(place)
        if place in self._told:
            return
        self._told.add(place)
        self._tell()

    def _write(self, place: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.is_file() and self._log.stat().st_size > MAX_LOG:
                self._log.unlink()
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {place}\n")
        except OSError:
            pass  # a log that cannot be written must not make things worse

    def _tell(self) -> None:
        t = self._t
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(t("Tagungsplaner"))
        box.setText(t("Something went wrong. Nothing was lost."))
        box.setInformativeText(
            t("The last step may not have been done. Save the plan, and carry on; if it happens again, start anew.")
        )
        box.addButton(t("Carry on"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()


def place_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return type and places of an error, without its message: that could hold what somebody typed."""
    frames = traceback.extract_tb(trace)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames[-6:]))
    return f"{kind.__name__} at {places or '?'}"


def install(window: QWidget, t: Language) -> None:
    """Catch what nobody else catches."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    sys.excepthook = CrashReport(window, t, Path(place) / "errors.log")
