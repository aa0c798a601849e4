"""Which of the two side panels are shown: the user can hide them, and so does a narrow window."""

from typing import Final, Literal

from PySide6.QtWidgets import QWidget

from planner.ui.services.window_settings import WindowSettings

Side = Literal["left", "right"]
NARROW: Final = 900
"""Below this width, in pixels, the side panels are hidden until they are asked for."""


class SidePanels:
    """Which side panels are collapsed; panels opened in a narrow window are not remembered."""

    def __init__(self, window_settings: WindowSettings) -> None:
        self._window_settings = window_settings
        self._folded: dict[Side, bool] = {
            side: window_settings.word(f"{side} side") == "away" for side in ("left", "right")
        }
        self._opened: set[Side] | None = None
        """The panels opened on demand in a narrow window; None in a wide one."""
        self._widgets: dict[Side, QWidget] = {}

    def set_widgets(self, left: QWidget, right: QWidget) -> None:
        """Set the widgets of the side panels."""
        self._widgets = {"left": left, "right": right}
        self._show()

    def fold(self, side: Side, *, away: bool) -> None:
        """Hide or show a side panel."""
        if self._opened is None:
            self._folded[side] = away
        else:
            (self._opened.discard if away else self._opened.add)(side)
        self._show()

    def folded(self, side: Side) -> bool:
        """Return whether a side panel is hidden."""
        return self._folded[side] if self._opened is None else side not in self._opened

    def fit(self, width: int) -> bool:
        """Hide the panels in a narrow window and restore them in a wide one; return whether that changed."""
        narrow = width < NARROW
        if narrow == (self._opened is not None):
            return False
        self._opened = set() if narrow else None
        self._show()
        return True

    def remember(self) -> None:
        """Store which panels are hidden in a wide window."""
        for side, away in self._folded.items():
            self._window_settings.keep_word(f"{side} side", "away" if away else "")

    def _show(self) -> None:
        for side, widget in self._widgets.items():
            widget.setHidden(self.folded(side))
