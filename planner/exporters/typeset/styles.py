"""Sizes, colours and distances of the handout, in points: one place to change how it looks."""

from dataclasses import dataclass
from typing import Final

from planner.exporters.typeset.fonts import Face

MM: Final = 72 / 25.4
PAGE_WIDTH: Final = 210 * MM
PAGE_HEIGHT: Final = 297 * MM
MARGIN: Final = 18 * MM
WIDTH: Final = PAGE_WIDTH - 2 * MARGIN
TOP: Final = 11 * MM
BOTTOM: Final = 10 * MM

INK: Final = "#1B2430"
DARK: Final = "#14273D"
SOFT: Final = "#3C4653"
MUTED: Final = "#5B6673"
CREDIT: Final = "#46525F"
HAIRLINE: Final = "#DDE2E8"
RULE: Final = "#C9D0D8"
REST: Final = "#8A8578"
DRAFT: Final = "#8A5A00"

BAR: Final = 3.0
COLUMN_GAP: Final = 9.0
NOTE_GAP: Final = 16.0


@dataclass(frozen=True)
class Style:
    """How text is set: its face, size, distance of lines, and colour."""

    face: Face
    size: float
    leading: float
    colour: str


@dataclass(frozen=True)
class Density:
    """How densely a handout is set; the letters never get smaller than people can read."""

    size: float
    leading: float
    pad: float
    gap: float

    def style(self, face: Face, size: float, leading: float, colour: str) -> Style:
        """Return a style of the rows, of the size that this look makes of it."""
        return Style(face, round(size * self.size, 2), round(leading * self.leading, 2), colour)


LOOKS: Final = (
    Density(size=1.06, leading=1.1, pad=5.6, gap=20),
    Density(size=1.03, leading=1.06, pad=4.4, gap=17),
    Density(size=1.0, leading=1.02, pad=3.4, gap=15),
    Density(size=1.0, leading=1.0, pad=2.6, gap=13),
    Density(size=0.98, leading=0.97, pad=2.2, gap=11),
    Density(size=0.95, leading=0.94, pad=1.8, gap=9),
    Density(size=0.92, leading=0.9, pad=1.5, gap=8),
)
"""From roomy to tight. A handout takes the first in which each day fits a page."""
LONG: Final = LOOKS[2]
"""The look of a handout with a day that is longer than a page in any."""


def readable(colour: str) -> str:
    """Return a colour, darkened until text in it has a contrast of 4.5 : 1 on white (WCAG 2.2, 1.4.3)."""
    return _darkened(colour, 4.5)


def visible(colour: str) -> str:
    """Return a colour, darkened until a bar in it has a contrast of 3 : 1 on white (WCAG 2.2, 1.4.11)."""
    return _darkened(colour, 3)


def _darkened(colour: str, contrast: float) -> str:
    channels = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    while _contrast(channels) < contrast:
        channels = [channel * 19 // 20 for channel in channels]
    return "#{:02X}{:02X}{:02X}".format(*channels)


def _contrast(channels: list[int]) -> float:
    parts = [channel / 255 for channel in channels]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)
