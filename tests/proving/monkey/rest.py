"""What a window takes when it is at rest: memory and widgets, which must not become more with the steps."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import linear_regression
from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

EVERY: Final = 100
"""Steps after which the window is brought to the same state as at first."""
WARM: Final = 3
"""Rests until all that is imported late is there."""
FULL: Final = 10
"""Rests until undo holds as many steps as it keeps, and every cache is full: till then memory has to grow."""
ENOUGH: Final = 8
"""Rests from which memory is judged: with fewer, what the allocator keeps for later weighs more than any leak."""
MOST_MEGABYTES: Final = 25.0
"""By which memory may grow in a thousand steps."""
MOST_WIDGETS: Final = 12
"""So many more there may be at rest: one plan's menus and lists of choices open late."""


class Rest(NamedTuple):
    """One measurement, always in the same state of the window."""

    megabytes: float
    widgets: Counter[str]

    @classmethod
    def of(cls, widgets: Sequence[QWidget]) -> "Rest":
        """Measure now."""
        return cls(_megabytes(), Counter(type(widget).__name__ for widget in widgets))

    def __str__(self) -> str:
        return f"{self.megabytes:.0f} MB, {self.widgets.total()} widgets"


def growth(rests: Sequence[Rest]) -> float:
    """Return by how many megabytes memory grows in a thousand steps once undo is full; 0 if it cannot be told yet."""
    warm = [rest.megabytes for rest in rests[FULL:]]
    return linear_regression(range(len(warm)), warm).slope * 1000 / EVERY if len(warm) >= ENOUGH else 0.0


def grown(rests: Sequence[Rest]) -> Iterator[str]:
    """Say what has become more than it may."""
    if len(rests) > WARM:
        more = rests[-1].widgets - rests[WARM - 1].widgets
        if rests[-1].widgets.total() - rests[WARM - 1].widgets.total() > MOST_WIDGETS:
            yield f"at rest there are more widgets than before: {dict(more.most_common(8))}"
    if growth(rests) > MOST_MEGABYTES:
        yield f"memory grows by {growth(rests):.0f} MB in a thousand steps"


def _megabytes() -> float:
    """Return the memory of this process that is in use, 0 where the system does not say so in this way."""
    place = Path("/proc/self/statm")
    return int(place.read_text().split()[1]) * 4096 / 2**20 if place.exists() else 0.0
