"""Fonts and colours of the board, made once for a font and a theme."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from planner.ui.board.layout import LOWEST, Metrics
from planner.ui.theme import Theme


@dataclass(frozen=True)
class Ink:
    """What the board is drawn with."""

    theme: Theme
    plain: QFont
    small: QFont
    bold: QFont
    small_bold: QFont
    line: float
    """Height of a line of text."""
    small_line: float

    @property
    def metrics(self) -> Metrics:
        """Return the heights that depend on the font."""
        return Metrics(max(LOWEST, self.line + 4), max(20.0, self.small_line + 5))

    def colour(self, name: str) -> QColor:
        """Return a token of the theme."""
        return QColor(getattr(self.theme, name))


def make_ink(theme: Theme, base: QFont) -> Ink:
    """Return the board's ink for the interface's font, with tabular figures."""
    plain, small = QFont(base), QFont(base)
    size = base.pointSizeF() if base.pointSizeF() > 0 else 9.0
    small.setPointSizeF(size * 0.92)
    for font in (plain, small):
        font.setFeature(QFont.Tag("tnum"), 1)
    bold, small_bold = QFont(plain), QFont(small)
    bold.setWeight(QFont.Weight.Bold)
    small_bold.setWeight(QFont.Weight.DemiBold)
    return Ink(theme, plain, small, bold, small_bold, QFontMetricsF(bold).height(), QFontMetricsF(small).height())
