"""The two sides of the window: folded away by whoever works with it, or by a window too narrow for them."""

from typing import Final, Literal

from PySide6.QtWidgets import QWidget

from planner.ui.services.window_settings import WindowSettings

Side = Literal["left", "right"]
NARROW: Final = 900
"""Below this width, in pixels, there is room for the day alone; a side comes when it is called."""


class SidePanels:
    """Knows which side is folded away; a narrow window forgets what was called, a wide one does not."""

    def __init__(self, window_settings: WindowSettings) -> None:
        self._window_settings = window_settings
        self._folded: dict[Side, bool] = {
            side: window_settings.word(f"{side} side") == "away" for side in ("left", "right")
        }
        self._called: set[Side] | None = None
        """What is shown nevertheless in a narrow window; in a wide one, nothing of the kind."""
        self._widgets: dict[Side, QWidget] = {}

    def hold(self, left: QWidget, right: QWidget) -> None:
        """Take the widgets that are the sides now."""
        self._widgets = {"left": left, "right": right}
        self._show()

    def fold(self, side: Side, *, away: bool) -> None:
        """Fold a side away, or out."""
        if self._called is None:
            self._folded[side] = away
        else:
            (self._called.discard if away else self._called.add)(side)
        self._show()

    def folded(self, side: Side) -> bool:
        """Tell whether a side is folded away."""
        return self._folded[side] if self._called is None else side not in self._called

    def fit(self, width: int) -> bool:
        """Make room in a narrow window, and show again in a wide one what was shown; tells whether that changed."""
        narrow = width < NARROW
        if narrow == (self._called is not None):
            return False
        self._called = set() if narrow else None
        self._show()
        return True

    def remember(self) -> None:
        """Keep for the next time what is folded away in a wide window."""
        for side, away in self._folded.items():
            self._window_settings.keep_word(f"{side} side", "away" if away else "")

    def _show(self) -> None:
        for side, widget in self._widgets.items():
            widget.setHidden(self.folded(side))
