"""Makes the fonts and colours of the board from the interface's font and theme."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from planner.ui.board.layout.day_layout import LOWEST, Metrics
from planner.ui.widgets.theme import Theme, mixed

TINTS: Final = {
    "#8A8578": "#F4F2EC",
    "#1F4E79": "#EAF1F8",
    "#0F766E": "#E6F4F2",
    "#6D3FA0": "#F1EAF8",
    "#A85A00": "#FBF1E3",
    "#3F7D20": "#EDF5E8",
}
"""Backgrounds of the built-in kinds in the light theme, chosen by eye; those of other colours are mixed."""


@dataclass(frozen=True)
class Ink:
    """The fonts, line heights and colours with which the board is drawn."""

    theme: Theme
    plain: QFont
    small: QFont
    bold: QFont
    small_bold: QFont
    line: float
    """Height of a line of text in pixels."""
    small_line: float
    axis: int
    """Width of the time axis in pixels."""

    @property
    def metrics(self) -> Metrics:
        """Return the least heights that depend on the font."""
        parallel = 2 * self.small_line + 2 * self.line + 10
        return Metrics(max(LOWEST, self.line + 4), max(20.0, self.small_line + 5), parallel)

    def kind(self, colour: str) -> QColor:
        """Return a kind's colour as text on its tint."""
        return _kind(self.theme, colour)

    def tint(self, colour: str) -> QColor:
        """Return the background of blocks of a kind's colour."""
        if self.theme.name == "light" and colour in TINTS:
            return QColor(TINTS[colour])
        return self.theme.tint(colour)

    def strong_tint(self, colour: str) -> QColor:
        """Return the background of a round's strip above blocks of a colour."""
        return QColor(mixed(colour, self.theme.surface, 0.3 if self.theme.dark else 0.18))

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme by its name."""
        return QColor(getattr(self.theme, name))


@lru_cache(maxsize=256)
def _kind(theme: Theme, colour: str) -> QColor:
    return theme.ink(colour)


def make_ink(theme: Theme, base: QFont) -> Ink:
    """Return the ink for the interface's font, with figures of equal width so that times line up."""
    plain, small = QFont(base), QFont(base)
    size = base.pointSizeF() if base.pointSizeF() > 0 else 9.0
    small.setPointSizeF(size * 0.92)
    for font in (plain, small):
        font.setFeature(QFont.Tag("tnum"), 1)
    bold, small_bold = QFont(plain), QFont(small)
    bold.setWeight(QFont.Weight.Bold)
    small_bold.setWeight(QFont.Weight.DemiBold)
    axis = max(54, round(QFontMetricsF(plain).horizontalAdvance("00:00")) + 18)
    lines = QFontMetricsF(bold).height(), QFontMetricsF(small).height()
    return Ink(theme, plain, small, bold, small_bold, *lines, axis)
