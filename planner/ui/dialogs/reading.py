"""Reading what was pasted or typed: at once while it is short, in the background when it is long."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject

from planner.importers import NotImported
from planner.ui.services.background import Background, Job

T = TypeVar("T")

AT_ONCE: Final = 20_000
"""So many characters are read before anybody could see it, whatever they are."""


class BackgroundReading(QObject):
    """One thing is read at a time: what begins anew stops what was read before."""

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
        """Read something of a size in characters, and hand over what was understood, or why it is not taken in."""
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
        """Let what is being read go on unheard; the guard of the importers ends it soon."""
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
