"""Scrolls while a hand that holds something is near an edge, faster the nearer it is."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

ZONE: Final = 40
"""Pixels from the edge."""
FASTEST: Final = 24.0
"""Pixels a step."""


class Autoscroll(QTimer):
    """Scrolls an area by where the hand is in its viewport: towards an edge it has come nearer to."""

    def __init__(self, area: QAbstractScrollArea, hand: Callable[[], QPointF | None]) -> None:
        super().__init__(area)
        self._area, self._hand = area, hand
        self._begun: QPointF | None = None
        self.setInterval(30)
        self.timeout.connect(self._step)

    def begin(self, at: QPointF | None = None) -> None:
        """Watch a hand that took something at a place; a hand that brings something comes from nowhere."""
        self._begun = at
        self.start()

    def _step(self) -> None:
        at = self._hand()
        if at is None:
            return
        begun, size = self._begun, self._area.viewport().size()
        right = speed(at.x(), size.width(), None if begun is None else begun.x())
        down = speed(at.y(), size.height(), None if begun is None else begun.y())
        for bar, by in ((self._area.horizontalScrollBar(), right), (self._area.verticalScrollBar(), down)):
            bar.setValue(round(bar.value() + by))


def speed(at: float, size: int, begun: float | None) -> float:
    """Return by how many pixels to scroll; a hand that began near an edge and leaves it scrolls nothing."""
    if at < ZONE and (begun is None or at < begun):
        return -min(FASTEST, (ZONE - at) / 2)
    if at > size - ZONE and (begun is None or at > begun):
        return min(FASTEST, (at - size + ZONE) / 2)
    return 0.0
