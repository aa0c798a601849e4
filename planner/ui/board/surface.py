"""The board under the hand: turns mouse, keys and drops into gestures."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from planner.text import date_short
from planner.ui.board.canvas import Canvas
from planner.ui.board.drops import DropGesture, payload_of
from planner.ui.board.gestures import Gesture, MoveGesture, ResizeGesture
from planner.ui.board.keys import Keys
from planner.ui.board.layout import Block
from planner.ui.board.spots import Spots
from planner.ui.context import Context

THRESHOLD: Final = 4
EDGE: Final = 5.0
ZONE: Final = 40
Zone = Literal["", "top", "middle", "bottom"]
_CURSORS: Final = {
    "": Qt.CursorShape.ArrowCursor,
    "middle": Qt.CursorShape.OpenHandCursor,
    "top": Qt.CursorShape.SizeVerCursor,
    "bottom": Qt.CursorShape.SizeVerCursor,
}


class Surface(Canvas):
    """A canvas that can be worked on."""

    edit_requested = Signal(str)
    dropped_outside = Signal(str, QPoint)
    menu_requested = Signal(QPoint)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._gesture: Gesture | None = None
        self._pressed: tuple[str, QPointF, Zone] | None = None
        self._added = False
        self._last = (QPointF(), Qt.KeyboardModifier.NoModifier)
        self.day_at: Callable[[QPoint], str | None] | None = None
        self.tray_at: Callable[[QPoint], bool] = lambda position: self.mapFromGlobal(position).x() < 0
        self._scroller = QTimer(self)
        self._scroller.setInterval(30)
        self._scroller.timeout.connect(self._autoscroll)
        self.keys = Keys(self)
        self.spots = Spots(self)
        self.setAcceptDrops(True)

    @property
    def busy(self) -> bool:
        """Tell whether a gesture is on."""
        return self._gesture is not None

    def cancel(self) -> bool:
        """End a gesture without a change; tells whether there was one."""
        gesture, self._gesture, self._pressed = self._gesture, None, None
        self._scroller.stop()
        if gesture is None:
            return False
        gesture.cancel()
        self.viewport().unsetCursor()
        return True

    def hit(self, point: QPointF) -> tuple[Block | None, Zone]:
        """Return the block at a point of the day, and which part of it."""
        block = None if self.scene is None else self.scene.layout.at(point.x(), point.y())
        if block is None:
            return None, ""
        edge = min(EDGE, block.box.height / 4)
        if point.y() >= block.box.bottom - edge:
            return block, "bottom"
        return block, "top" if point.y() < block.box.y + edge else "middle"

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is pressed; a drag may begin here."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = self.to_day(event.position())
        block, zone = self.hit(point)
        view = self.context.view
        self._pressed, self._added = None, False
        if block is None:
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                view.select()
            return
        self._pressed = (block.session, point, zone)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if block.session not in view.selection:
                view.select(*view.selection, block.session)
                self._added = True
        elif block.session not in view.selection:
            view.select(block.session)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin or go on with a gesture; without one, tell what the hand could do here."""
        self._last = (event.position(), event.modifiers())
        point = self.to_day(event.position())
        if isinstance(self._gesture, MoveGesture) and self._is_outside(event.position()):
            self._gesture.leave(self._outside_words(event.globalPosition().toPoint()))
        elif self._gesture is not None:
            self._gesture.move(point, event.modifiers())
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            far = point - self._pressed[1]
            if max(abs(far.x()), abs(far.y())) >= THRESHOLD:
                self._begin(*self._pressed)
                self.mouseMoveEvent(event)
        else:
            self._hover(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture where it is; let go outside the board, a session goes where the window wants it."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        gesture, pressed = self._gesture, self._pressed
        self._gesture, self._pressed = None, None
        self._scroller.stop()
        self.viewport().unsetCursor()
        if gesture is None:
            self._clicked(pressed[0] if pressed else "", event.modifiers())
        elif isinstance(gesture, MoveGesture) and self._is_outside(event.position()) and pressed is not None:
            gesture.cancel()
            self.dropped_outside.emit(pressed[0], event.globalPosition().toPoint())
        else:
            gesture.finish()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the title to be edited."""
        block, _ = self.hit(self.to_day(event.position()))
        if block is not None and event.button() == Qt.MouseButton.LeftButton:
            self.edit_requested.emit(block.session)

    def leaveEvent(self, event: QEvent) -> None:
        """Say nothing any more."""
        if self._gesture is None:
            self.context.view.say("")
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select what is under the mouse, and ask for a menu there; by key, at what is selected."""
        if self.busy or self.scene is None:
            return
        view = self.context.view
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.ask_menu()
            return
        block, _ = self.hit(self.to_day(event.pos()))
        if block is not None:
            if block.session not in view.selection:
                view.select(block.session)
            self.menu_requested.emit(event.globalPos())

    def ask_menu(self) -> None:
        """Ask for a menu at what is selected."""
        if self.scene is not None and self.focus:
            box = self.on_screen(self.scene.layout.box_of[self.focus])
            self.menu_requested.emit(box.topLeft() + QPoint(min(box.width(), box.height()), box.height()) / 2)

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what the palette and the tray give."""
        payload = payload_of(event.mimeData(), self.context)
        if payload is None or self.scene is None:
            event.ignore()
            return
        self.cancel()
        self._gesture = DropGesture(self, *payload)
        self._scroller.start()
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        self._last = (event.position(), event.modifiers())
        if isinstance(self._gesture, DropGesture):
            self._gesture.move(self.to_day(event.position()), event.modifiers())
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Add nothing."""
        self.cancel()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put it there."""
        gesture, self._gesture = self._gesture, None
        self._scroller.stop()
        if isinstance(gesture, DropGesture):
            gesture.move(self.to_day(event.position()), event.modifiers())
            gesture.finish()
            event.acceptProposedAction()
            self.setFocus()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, move and resize by keys; Escape ends a gesture."""
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring strong; who comes by Tab is where they were before. Tab again leaves: arrows walk."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.keys.enter()
        self.spots.enter()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the ring light."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Steps

    def _begin(self, session: str, press: QPointF, zone: Zone) -> None:
        if zone in ("top", "bottom"):
            self._gesture = ResizeGesture(self, session, press, zone)
            self.context.view.select(session)
        else:
            self._gesture = MoveGesture(self, session, press)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroller.start()

    def _clicked(self, session: str, modifiers: Qt.KeyboardModifier) -> None:
        view = self.context.view
        if not session:
            return
        if not modifiers & Qt.KeyboardModifier.ControlModifier:
            view.select(session)
        elif session in view.selection and not self._added:
            view.select(*(each for each in view.selection if each != session))

    def _hover(self, point: QPointF) -> None:
        block, zone = self.hit(point)
        self.viewport().setCursor(_CURSORS[zone])
        t, hints = self.context.t, ""
        if zone in ("top", "bottom"):
            hints = t("Drag: change start") if zone == "top" else t("Drag: change end · Ctrl: the other flow")
        elif block is not None and block.spanning:
            hints = t("Drag: move · Shift: change the room too · Ctrl: the other flow · Alt: without snapping")
        elif block is not None:
            hints = t("Drag: move in time and between rooms · Ctrl: the other flow · Alt: without snapping")
        self.context.view.say(hints)

    def _is_outside(self, position: QPointF) -> bool:
        """Tell whether a position of the viewport lies beyond the board, its header and its axis."""
        return not self.rect().contains((position + QPointF(self.viewport().pos())).toPoint())

    def _outside_words(self, position: QPoint) -> str:
        """Say what becomes of a session that is let go at a global position."""
        t, day = self.context.t, self.day_at(position) if self.day_at is not None else None
        if day is not None:
            found = self.context.workspace.plan.day_by_id[day]
            return t("Let go: to {day}", day=found.title or date_short(found.date, t))
        if self.tray_at(position):
            return t("Let go: to “Not yet scheduled”")
        return t("Let go: stays where it was") if self.day_at is not None else ""

    def _autoscroll(self) -> None:
        """Scroll while the hand is near an edge, faster the nearer it is."""
        position, modifiers = self._last
        if self._gesture is None or self._is_outside(position):
            return
        before = self.offset()
        size = self.viewport().size()
        self.verticalScrollBar().setValue(round(before.y() + _speed(position.y(), size.height())))
        self.horizontalScrollBar().setValue(round(before.x() + _speed(position.x(), size.width())))
        if self.offset() != before:
            self._gesture.move(self.to_day(position), modifiers)


def _speed(at: float, size: int) -> float:
    if at < ZONE:
        return -min(24.0, (ZONE - at) / 2)
    if at > size - ZONE:
        return min(24.0, (at - size + ZONE) / 2)
    return 0.0
