"""Colours and sizes as tokens: a light, a dark and a high-contrast set with the same names."""

from dataclasses import dataclass
from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from planner.resources import resource

RADIUS: Final = 5


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
        """Return whether text is lighter than its ground."""
        return QColor(self.surface).lightness() < 128

    def bar(self, colour: str) -> QColor:
        """Return a kind's colour as a bar or icon: at least 3 : 1 on the surface."""
        found = QColor(colour)
        while self.dark and contrast(found, QColor(self.surface)) < 3.6:
            found = found.lighter(110)
        return found

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


def current_theme() -> Theme:
    """Return the set that the system asks for: its contrast first, then its dark or light scheme."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # since Qt 6.10
    if accessibility is not None and accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def mixed(one: str, two: str, share: float) -> str:
    """Return two colours as one, the first with this share."""
    a, b = QColor(one), QColor(two)
    parts = (
        round(x * share + y * (1 - share))
        for x, y in zip((a.red(), a.green(), a.blue()), (b.red(), b.green(), b.blue()), strict=True)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def stylesheet(theme: Theme) -> str:
    """Return the window's style in the theme's colours; its object names are roles, such as "muted" or "primary"."""
    link = theme.accent if theme.dark else mixed(theme.accent, "#000000", 0.75)
    derived = {
        "accent_tint": mixed(theme.accent, theme.surface, 0.24 if theme.dark else 0.12),
        "accent_ink": link,
        "accent_strong": mixed(theme.accent, theme.text, 0.85),
        "link": link,
        "disabled": mixed(theme.muted, theme.surface, 0.6),
        "handle": mixed(theme.muted, theme.surface, 0.45),
        "icons": resource("icons").as_posix(),
    }
    tokens = {name: value for name, value in vars(theme).items() if isinstance(value, str)}
    return Template(resource("style.qss").read_text(encoding="utf-8")).substitute(tokens, **derived)


def palette(theme: Theme) -> QPalette:
    """Return the theme's colours for what Qt draws without a style sheet."""
    role, found = QPalette.ColorRole, QPalette()
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Mid: theme.line,
        role.Dark: theme.muted,
    }
    for name, colour in colours.items():
        found.setColor(name, QColor(colour))
    disabled = QColor(mixed(theme.muted, theme.surface, 0.6))
    for name in (role.WindowText, role.Text, role.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, name, disabled)
    return found


def contrast(one: QColor, two: QColor) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
