"""The rooms above the day, with their places per seating; they stay while the day scrolls."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from planner.text import Language, room_name
from planner.ui.board.faces import capacities
from planner.ui.board.fitting import elide, width
from planner.ui.board.ink import Ink
from planner.ui.board.layout import Column
from planner.ui.board.scene import Scene

PAD: Final = 6.0


class Header(QWidget):
    """Draws the names of the columns; it begins above the axis."""

    def __init__(self, ink: Ink, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink, self._t = ink, t
        self._scene: Scene | None = None
        self._offset = 0.0

    def show_scene(self, scene: Scene | None, offset: float, ink: Ink) -> None:
        """Show the columns of another scene, scrolled by so many pixels."""
        self._scene, self._offset, self._ink = scene, offset, ink
        self.update()

    def needed_height(self, ink: Ink) -> int:
        """Return the height for two lines."""
        return round(ink.line + ink.small_line + 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a name and the places of each room."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ink.colour("surface"))
        painter.setClipRect(self._ink.axis, 0, self.width() - self._ink.axis, self.height())
        if self._scene is not None:
            for column in self._scene.layout.columns:
                self._draw(painter, self._scene, column)
        painter.setClipping(False)
        painter.setPen(self._ink.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell name and places in full where the column is too narrow for them."""
        if isinstance(event, QHelpEvent) and self._scene is not None:
            column = self._scene.layout.column_at(event.pos().x() - self._ink.axis + self._offset)
            text = "" if column is None else self._full(self._scene, column)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _full(self, scene: Scene, column: Column) -> str:
        plan = scene.content.index.plan
        if not column.room:
            return self._t("Without a room")
        return "\n".join([room_name(plan, column.room, self._t), *capacities(plan, column.room, self._t)])

    def _draw(self, painter: QPainter, scene: Scene, column: Column) -> None:
        ink, plan = self._ink, scene.content.index.plan
        room = column.width - 2 * PAD
        x = ink.axis + column.x - self._offset + PAD
        name = room_name(plan, column.room, self._t) if column.room else self._t("Without a room")
        painter.setFont(ink.bold if column.used else ink.plain)
        painter.setPen(ink.colour("text" if column.used else "muted"))
        top = 5.0
        painter.drawText(QRectF(x, top, room + 4, ink.line), 0, elide(name, painter.font(), room))
        if column.room:
            painter.setFont(ink.small)
            painter.setPen(ink.colour("muted"))
            places = self._places(scene, column, room)
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            painter.drawText(QRectF(x, top + ink.line + 1, room + 4, ink.small_line), align, places)

    def _places(self, scene: Scene, column: Column, room: float) -> str:
        """Return as many seatings as fit: with full words, with short ones, then fewer."""
        plan, ink = scene.content.index.plan, self._ink
        full, brief = (capacities(plan, column.room, self._t, brief=each) for each in (False, True))
        variants = [full, brief, *(brief[:count] for count in range(len(brief) - 1, 0, -1))]
        for place, variant in enumerate(variants):
            text = " · ".join(variant) + (" …" if place > 1 else "")
            if width(text, ink.small) <= room:
                return text
        return elide(brief[0], ink.small, room) if brief else ""
