"""The header above the day, which does not scroll vertically: rooms with their places per seating."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from planner.text import Language, room_name
from planner.text.block_words import capacities
from planner.ui.board.layout.day_layout import RoomColumn
from planner.ui.board.layout.scene import Scene
from planner.ui.board.paint.ink import Ink
from planner.ui.widgets.plain_text import tip
from planner.ui.widgets.text_fitting import elide, shortened, width

PAD: Final = 6.0


class Header(QWidget):
    """Draws the names of the columns; a click selects all sessions in a room. It starts above the axis."""

    clicked = Signal(str, bool)
    """A room's id, empty for the column without one; and whether to add to the selection."""

    def __init__(self, ink: Ink, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink, self._t = ink, t
        self._scene: Scene | None = None
        self._offset = 0.0
        self._pressed: RoomColumn | None = None
        self.setMouseTracking(True)

    def show_scene(self, scene: Scene | None, offset: float, ink: Ink) -> None:
        """Show the columns of another scene, scrolled by so many pixels; None shows none."""
        self._scene, self._offset, self._ink = scene, offset, ink
        self.update()

    def needed_height(self, ink: Ink) -> int:
        """Return the height in pixels for two lines."""
        return round(ink.line + ink.small_line + 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name and the places of each room."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._ink.colour("surface"))
            painter.setClipRect(self._ink.axis, 0, self.width() - self._ink.axis, self.height())
            if self._scene is not None:
                for column in self._scene.layout.columns:
                    self._draw(painter, self._scene, column)
            painter.setClipping(False)
            painter.setPen(self._ink.colour("line"))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the cursor that a column can be clicked."""
        here = self._column(event.position().x()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if here else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the pressed column."""
        self._pressed = self._column(event.position().x()) if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Emit clicked if the mouse is still on the pressed column."""
        column, self._pressed = self._pressed, None
        inside = self.rect().contains(event.position().toPoint())
        if column is not None and inside and self._column(event.position().x()) == column:
            adds = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
            self.clicked.emit(column.room, bool(adds))

    def event(self, event: QEvent) -> bool:
        """Show name and places in full as a tooltip."""
        if isinstance(event, QHelpEvent) and self._scene is not None:
            column = self._column(event.pos().x())
            text = "" if column is None else self._full(self._scene, column)
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        return super().event(event)

    def _column(self, x: float) -> RoomColumn | None:
        if self._scene is None or x < self._ink.axis:
            return None
        return self._scene.layout.column_at(x - self._ink.axis + self._offset)

    def _full(self, scene: Scene, column: RoomColumn) -> str:
        plan, t = scene.content.index.plan, self._t
        name = room_name(plan, column.room, t) if column.room else t("Without a room")
        places = capacities(plan, column.room, t) if column.room else ()
        return "\n".join([name, *places, t("Click: select everything in this column")])

    def _draw(self, painter: QPainter, scene: Scene, column: RoomColumn) -> None:
        ink, plan = self._ink, scene.content.index.plan
        room = column.width - 2 * PAD
        x = ink.axis + column.x - self._offset + PAD
        name = room_name(plan, column.room, self._t) if column.room else self._t("Without a room")
        painter.setFont(ink.bold if column.used else ink.plain)
        painter.setPen(ink.colour("text" if column.used else "muted"))
        top = 5.0
        painter.drawText(QRectF(x, top, room + 4, ink.line), 0, shortened(name, painter.font(), room))
        if column.room:
            painter.setFont(ink.small)
            painter.setPen(ink.colour("muted"))
            places = self._places(scene, column, room)
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            painter.drawText(QRectF(x, top + ink.line + 1, room + 4, ink.small_line), align, places)

    def _places(self, scene: Scene, column: RoomColumn, room: float) -> str:
        """Return the places of as many seatings as fit: in full words, in short ones, then fewer of them."""
        plan, ink = scene.content.index.plan, self._ink
        full, brief = (capacities(plan, column.room, self._t, brief=is_brief) for is_brief in (False, True))
        variants = [full, brief, *(brief[:count] for count in range(len(brief) - 1, 0, -1))]
        for place, variant in enumerate(variants):
            text = " · ".join(variant) + (" …" if place > 1 else "")
            if width(text, ink.small) <= room:
                return text
        return elide(brief[0], ink.small, room) if brief else ""
