"""Reads input immediately if it is short, in the background if it is long."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject

from planner.importers import NotImported
from planner.ui.services.background import Background, Job

T = TypeVar("T")

AT_ONCE: Final = 20_000
"""Up to so many characters, reading takes no noticeable time."""


class BackgroundReading(QObject):
    """Runs one reading at a time; a new one stops the one before."""

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Return whether something is being read in the background."""
        return self._job is not None

    def begin(
        self, size: int, work: Callable[[], T], done: Callable[[T], None], refused: Callable[[NotImported], None]
    ) -> None:
        """Read input of a size in characters, then call back with the result or the reason for a refusal."""
        self.stop()
        if size > AT_ONCE:
            ended, failed = partial(self._end, done), partial(self._fail, refused)
            self._job = self._background.run(lambda _: work(), ended, failed, receiver=self)
            return
        try:
            found = work()
        except NotImported as reason:
            refused(reason)
        else:
            done(found)

    def stop(self) -> None:
        """Ignore the running reading; the importers' time limit ends it soon."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _end(self, told: Callable[[Any], None], result: object) -> None:
        self._job = None
        told(result)

    def _fail(self, refused: Callable[[NotImported], None], error: Exception) -> None:
        self._job = None
        if not isinstance(error, NotImported):
            raise error
        refused(error)
