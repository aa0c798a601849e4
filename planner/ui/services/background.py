"""Runs work in threads so that the window stays responsive; nothing else starts threads."""

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

Report: TypeAlias = Callable[[int], None]
"""Reports the progress of a job, in per cent."""


class Lane(Enum):
    """A queue of its own: what waits in one does not hold up the other."""

    INTERACTIVE = "interactive"
    """What somebody is looking at, such as the preview; PDFium, which no two threads may use at once, is used here."""
    LONG = "long"
    """What may take long and nobody looks at meanwhile, such as writing a file."""


class Job(QObject):
    """A running piece of work; once it is cancelled or its receiver is deleted, no callback is called."""

    _ended = Signal(object, object)
    _progressed = Signal(int)

    def __init__(
        self,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int], None] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._done, self._failed, self._progress = done, failed, progress
        self.cancelled = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Suppress all callbacks; the work itself ends where it checks `cancelled`."""
        self.cancelled = True

    def report(self, percent: int) -> None:
        """Report progress in per cent; called by the work, in its thread."""
        self._progressed.emit(percent)

    def end(self, result: object, error: Exception | None) -> None:
        """Hand over result or error; called in the work's thread."""
        self._ended.emit(result, error)

    def _on_ended(self, result: object, error: Exception | None) -> None:
        self.deleteLater()
        if self.cancelled:
            return
        if error is not None:
            self._failed(error)
        else:
            self._done(result)

    def _on_progress(self, percent: int) -> None:
        if self._progress is not None and not self.cancelled:
            self._progress(percent)


class _Work(QRunnable):
    def __init__(self, job: Job, function: Callable[[Job], object]) -> None:
        super().__init__()
        self._job, self._function = job, function

    def run(self) -> None:
        """Do the work; an exception is handed over to the window's thread."""
        if self._job.cancelled:
            self._job.end(None, None)
            return
        try:
            result = self._function(self._job)
        except Exception as error:  # noqa: BLE001  # handed over, not swallowed
            self._job.end(None, error)
        else:
            self._job.end(result, None)


class Background(QObject):
    """Runs the functions of a lane one after the other in one thread, and the lanes beside each other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: self._pool() for lane in Lane}

    def _pool(self) -> QThreadPool:
        pool = QThreadPool(self)
        pool.setMaxThreadCount(1)
        pool.setExpiryTimeout(1_000)
        return pool

    def run(
        self,
        function: Callable[[Job], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int], None] | None = None,
        *,
        receiver: QObject,
        lane: Lane = Lane.INTERACTIVE,
    ) -> Job:
        """Run a function; it is given its job, and done or failed is called in the window's thread.

        Nothing is called any more once the receiver is deleted, such as a view of a window in another language.
        """
        job = Job(done, failed, progress, self)
        receiver.destroyed.connect(job.cancel)  # not kept: that would hold what is to go
        self._pools[lane].start(_Work(job, function))
        return job

    @property
    def running(self) -> int:
        """The number of active threads."""
        return sum(pool.activeThreadCount() for pool in self._pools.values())

    def stop(self) -> None:
        """Cancel everything and wait until the threads have ended."""
        for job in self.findChildren(Job):
            job.cancel()
        for pool in self._pools.values():
            pool.clear()
        for pool in self._pools.values():
            pool.waitForDone()
