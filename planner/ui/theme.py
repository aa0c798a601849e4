"""Colours and sizes as tokens: a light, a dark and a high-contrast set with the same names."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor

RADIUS: Final = 5
SPACING: Final = (4, 8, 12, 16)


@dataclass(frozen=True)
class Theme:
    """One set of colours, as "#RRGGBB"."""

    name: str
    window: str
    surface: str
    line: str
    faint: str
    text: str
    muted: str
    accent: str
    on_accent: str
    error: str
    warning: str
    hint: str
    success: str

    @property
    def dark(self) -> bool:
        """Tell whether text is lighter than its ground."""
        return QColor(self.surface).lightness() < 128

    def bar(self, colour: str) -> QColor:
        """Return a kind's colour as a bar or icon: at least 3 : 1 on the surface."""
        return QColor(colour).lighter(170) if self.dark else QColor(colour)

    def ink(self, colour: str) -> QColor:
        """Return a kind's colour as text on its tint: at least 4.5 : 1."""
        found = self.bar(colour)
        while contrast(found, self.tint(colour)) < 4.5:
            found = found.lighter(112) if self.dark else found.darker(112)
        return found

    def tint(self, colour: str) -> QColor:
        """Return the ground of a block of this colour."""
        share = 0.22 if self.dark else 0.10
        one, two = QColor(colour), QColor(self.surface)
        return QColor.fromRgbF(
            one.redF() * share + two.redF() * (1 - share),
            one.greenF() * share + two.greenF() * (1 - share),
            one.blueF() * share + two.blueF() * (1 - share),
        )


LIGHT: Final = Theme(
    name="light",
    window="#F6F7F9",
    surface="#FFFFFF",
    line="#D9DEE5",
    faint="#EEF1F4",
    text="#1B2430",
    muted="#5B6673",
    accent="#1F5FBF",
    on_accent="#FFFFFF",
    error="#B3261E",
    warning="#8A5A00",
    hint="#2F5D8A",
    success="#2E6B1F",
)
DARK: Final = Theme(
    name="dark",
    window="#14181D",
    surface="#1B2129",
    line="#3A434E",
    faint="#262D36",
    text="#E8ECF1",
    muted="#A3AEBB",
    accent="#7DB0FF",
    on_accent="#0B1420",
    error="#FF8A80",
    warning="#F2B84B",
    hint="#8FC1F0",
    success="#8FD07A",
)
HIGH_CONTRAST: Final = Theme(
    name="high-contrast",
    window="#000000",
    surface="#000000",
    line="#FFFFFF",
    faint="#5A5A5A",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#FFFF00",
    on_accent="#000000",
    error="#FF9A9A",
    warning="#FFD75E",
    hint="#9AD7FF",
    success="#9CFF9C",
)


def contrast(one: QColor, two: QColor) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
