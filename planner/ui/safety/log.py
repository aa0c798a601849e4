"""A log for developers: commands and errors, never typed text, names or paths.

It holds only the program's own words: ids of commands, types and locations of errors, codes of file errors.
"""

import logging
import os
import platform
import traceback
from collections import deque
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final, cast

from PySide6.QtCore import qVersion

from planner import __version__
from planner.clock import Clock
from planner.storage.folders import make_private

MAX_BYTES: Final = 200_000
_LINES: Final = 200
_PLACES: Final = 8


class Log:
    """Writes lines into a small file; write errors are ignored."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._clock = clock
        self._logger = logging.Logger("planner")  # noqa: LOG001  # of this window alone: no other library writes into it
        self._last: deque[str] = deque(maxlen=_LINES)
        self._handler: logging.Handler = logging.NullHandler()
        try:
            make_private(folder)
            self._handler = _Quiet(
                folder / "planner.log", maxBytes=MAX_BYTES, backupCount=1, encoding="utf-8", delay=True
            )
        except OSError:
            pass
        self._logger.addHandler(self._handler)
        self._put(f"start {versions()}")

    def action(self, action_id: str) -> None:
        """Log a command by its id."""
        self._put(f"action {action_id}")

    def trouble(self, code: str) -> None:
        """Log a file error by its code."""
        self._put(f"trouble {code}")

    def error(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Log an unexpected exception."""
        self._put(f"error {place_of(kind, trace)}")

    def report(self) -> str:
        """Return versions, system and the last lines of the log."""
        return "\n".join([versions(), *self._last])

    def close(self) -> None:
        """Close the log file."""
        self._logger.removeHandler(self._handler)
        self._handler.close()

    def _put(self, line: str) -> None:
        line = f"{self._clock.now():%Y-%m-%dT%H:%M:%SZ} {line}"
        self._last.append(line)
        self._logger.info(line)


class _Quiet(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        """Create the file readable by this user only."""
        made = open(self.baseFilename, self.mode, encoding=self.encoding, opener=_private)  # noqa: SIM115  # an opener
        return cast("TextIOWrapper", made)

    def handleError(self, record: logging.LogRecord) -> None:
        """Ignore write errors: a full disk is reported when a plan is saved."""
        del record


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def versions() -> str:
    """Return the versions of program, system, Python and Qt."""
    # not platform.platform(): that starts another program to ask for the processor
    system = f"{platform.system()} {platform.release()} {platform.version()} {platform.machine()}"
    return f"Tagungsplaner {__version__}, {system}, Python {platform.python_version()}, Qt {qVersion()}"


def place_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return type and code locations of an error, without its message, which may contain typed text."""
    frames = traceback.extract_tb(trace)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames[-_PLACES:]))
    return f"{kind.__name__} at {places or '?'}"
