"""Makes the view that is shown larger or smaller, if it can be."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from planner.ui.window.main_window import MainWindow


@runtime_checkable
class Zoomable(Protocol):
    """What the widget of a view has if it can be enlarged."""

    def zoom_factor(self) -> float | None:
        """Return how large the view is shown, 1 being its actual size; None while it shows nothing."""
        ...

    def zoom_by(self, factor: float | None) -> None:
        """Multiply the size by a factor; None returns to the actual size."""
        ...


class Zoom(QObject):
    """Zooms whichever view the window shows."""

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def possible(self) -> bool:
        """Whether the view that is shown can be zoomed."""
        return isinstance(self._window.shown, Zoomable)

    @property
    def factor(self) -> float | None:
        """How large the view is shown, 1 being its actual size; None where nothing can be zoomed."""
        shown = self._window.shown
        return shown.zoom_factor() if isinstance(shown, Zoomable) else None

    def change(self, by: float) -> None:
        """Multiply the size by a factor."""
        self._apply(by)

    def reset(self) -> None:
        """Return to the actual size."""
        self._apply(None)

    def _apply(self, by: float | None) -> None:
        shown = self._window.shown
        if isinstance(shown, Zoomable):
            shown.zoom_by(by)
        self.changed.emit()
