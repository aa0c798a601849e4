"""What a window takes when it is at rest: memory and what there is of widgets and other things."""

import gc
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget


class Rest(NamedTuple):
    """One measurement, always in the same state of the window."""

    megabytes: float
    widgets: Counter[str]
    things: int
    """Python's objects."""

    @classmethod
    def of(cls, widgets: Sequence[QWidget]) -> "Rest":
        """Measure now."""
        return cls(_megabytes(), Counter(type(widget).__name__ for widget in widgets), len(gc.get_objects()))

    def __str__(self) -> str:
        return f"{self.megabytes:.0f} MB with {self.widgets.total()} widgets and {self.things} things"


def _megabytes() -> float:
    """Return the memory of this process that is in use, 0 where the system does not say so in this way."""
    place = Path("/proc/self/statm")
    return int(place.read_text().split()[1]) * 4096 / 2**20 if place.exists() else 0.0
