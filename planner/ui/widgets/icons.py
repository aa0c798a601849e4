"""The program's line icons in the theme's colours, sharp at every scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from planner.resources import resource
from planner.ui.widgets.theme import Theme, mixed


def icon(name: str, theme: Theme, colour: str = "") -> QIcon:
    """Return an icon of resources/icons in a colour of the theme, by default that of text."""
    return _icon(name, colour or theme.text, mixed(theme.muted, theme.surface, 0.6))


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    return QIcon(_LineEngine(name, colour, disabled))


@lru_cache(maxsize=512)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(text.encode()))


class _LineEngine(QIconEngine):
    """Draws the SVG at every requested size, so that no scale is blurred."""

    def __init__(self, name: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._name, self._colour, self._disabled = name, colour, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the icon into a rectangle."""
        colour = self._disabled if mode == QIcon.Mode.Disabled else self._colour
        _drawing(self._name, colour).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a pixmap of a size in device pixels."""
        found = QPixmap(size)
        found.fill(Qt.GlobalColor.transparent)
        with QPainter(found) as painter:
            self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        return found

    def clone(self) -> QIconEngine:
        """Return a copy of the engine."""
        return _LineEngine(self._name, self._colour, self._disabled)
