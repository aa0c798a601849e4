"""Makes the view that is shown larger or smaller: the board and the papers zoom, the list does not."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from planner.ui.board.board import Board
from planner.ui.window.main_window import MainWindow


class Papers(Protocol):
    """What zooming needs to know of the papers, which are built late."""

    zoom: float

    def set_zoom(self, zoom: float) -> None:
        """Show pages larger or smaller; 1 is their size on paper."""
        ...


class Zoom(QObject):
    """Zooms whichever view the window shows."""

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.papers: Papers | None = None

    @property
    def possible(self) -> bool:
        """Whether the view that is shown can be zoomed."""
        return self._window.view in {"board", "papers"}

    @property
    def factor(self) -> float | None:
        """How large the view is shown, 1 being its actual size; None where nothing can be zoomed."""
        if self._window.view == "papers":
            return None if self.papers is None else self.papers.zoom
        views = self._window.plan_views
        return board_zoom(views.board) if self._window.view == "board" and views is not None else None

    def change(self, by: float) -> None:
        """Multiply the size by a factor."""
        self._apply(by)

    def reset(self) -> None:
        """Return to the actual size."""
        self._apply(None)

    def _apply(self, by: float | None) -> None:
        views = self._window.plan_views
        if self._window.view == "papers" and self.papers is not None:
            self.papers.set_zoom(1.0 if by is None else self.papers.zoom * by)
        elif self._window.view == "board" and views is not None:
            views.board.canvas.zoom(by)
        self.changed.emit()


def board_zoom(board: Board) -> float | None:
    """Return how much larger the board shows the day than when it fits."""
    scene = board.canvas.scene
    if scene is None:
        return None
    return scene.layout.scale.density / scene.content.day.fitting(board.canvas.viewport().height())
