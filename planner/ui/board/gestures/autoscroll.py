"""Scrolls while something is dragged near an edge of the viewport, the faster the nearer it is."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

ZONE: Final = 40
"""Pixels from the edge within which it scrolls."""
FASTEST: Final = 24.0
"""Most pixels per step."""
_INTERVAL: Final = 30
"""Milliseconds per step: about 33 steps a second look smooth."""


class Autoscroll(QTimer):
    """Scrolls an area towards the edge that the pointer approaches; pointer returns its position in the viewport."""

    def __init__(self, area: QAbstractScrollArea, pointer: Callable[[], QPointF | None]) -> None:
        super().__init__(area)
        self._area, self._pointer = area, pointer
        self._begun: QPointF | None = None
        self.setInterval(_INTERVAL)
        self.timeout.connect(self._step)

    def begin(self, at: QPointF | None = None) -> None:
        """Start to scroll for a drag that began at a position of the viewport; None for a drag from outside."""
        self._begun = at
        self.start()

    def _step(self) -> None:
        at = self._pointer()
        if at is None:
            return
        begun, size = self._begun, self._area.viewport().size()
        right = speed(at.x(), size.width(), None if begun is None else begun.x())
        down = speed(at.y(), size.height(), None if begun is None else begun.y())
        for bar, by in ((self._area.horizontalScrollBar(), right), (self._area.verticalScrollBar(), down)):
            bar.setValue(round(bar.value() + by))


def speed(at: float, size: int, begun: float | None) -> float:
    """Return by how many pixels to scroll along one axis, negative towards its start.

    A drag that began near an edge scrolls only once it comes nearer to it, so that it can leave the edge undisturbed.
    """
    if at < ZONE and (begun is None or at < begun):
        return -min(FASTEST, (ZONE - at) / 2)
    if at > size - ZONE and (begun is None or at > begun):
        return min(FASTEST, (at - size + ZONE) / 2)
    return 0.0
