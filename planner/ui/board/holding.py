"""A board that holds something in its hand: from the first move to letting go, or to anything that interrupts it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from planner.text import date_short
from planner.ui.board.canvas import Canvas
from planner.ui.board.gestures.autoscroll import Autoscroll
from planner.ui.board.gestures.drop import DropGesture, payload_of
from planner.ui.board.gestures.hit_test import Grip
from planner.ui.board.gestures.move import MoveGesture
from planner.ui.board.gestures.resize import Gesture
from planner.ui.board.gestures.select import PanGesture
from planner.ui.services.context import WidgetContext


class Press(NamedTuple):
    """Where a button went down, and what to go back to if nothing comes of it."""

    grip: Grip
    point: QPointF
    """Of the day."""
    position: QPointF
    """Of the viewport."""
    held: Qt.KeyboardModifier
    button: Qt.MouseButton
    selection: tuple[str, ...]
    offset: QPointF


class Holder(Canvas):
    """A canvas with a hand: takes drops, scrolls at the edges, and goes back when something interrupts."""

    carried = Signal(object)
    """Where, in global coordinates, sessions are held outside the board; None as soon as they no longer are."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._carries = False
        self._came = QPointF()
        """What was seen when something was brought from outside."""
        self.gesture: Gesture | None = None
        self.pressed: Press | None = None
        self.last = (QPointF(), Qt.KeyboardModifier.NoModifier)
        """Where the hand was seen last, and which keys were held."""
        self.scroller = Autoscroll(self, self._hand)
        self.day_at: Callable[[QPoint], str | None] | None = None
        self.tray_at: Callable[[QPoint], bool] = lambda position: self.mapFromGlobal(position).x() < 0
        self.setAcceptDrops(True)

    @property
    def busy(self) -> bool:
        """Tell whether a gesture is on."""
        return self.gesture is not None

    @property
    def held(self) -> bool:
        """Tell whether the mouse has something in its hand, or may take it with the next move."""
        return self.pressed is not None or self.busy

    def cancel(self, *, restore: bool = True) -> bool:
        """End a gesture without a change, go back to what was selected and seen; tells whether there was one."""
        gesture, pressed = self.gesture, self.pressed
        self.let_go()
        if gesture is None:
            return False
        gesture.cancel()
        if restore and pressed is not None:
            self.context.view.select(*pressed.selection)
            self.scroll_by(pressed.offset - self.offset())
        return True

    def zoom(self, factor: float | None, at: float | None = None) -> None:
        """Zoom, unless something is in the hand."""
        if not self.busy:
            super().zoom(factor, at)

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what the palette and the tray give."""
        payload = payload_of(event.mimeData(), self.context)
        if payload is None or self.scene is None:
            event.ignore()
            return
        self.cancel()
        self.gesture = DropGesture(self, *payload)
        self._came = self.offset()
        self.scroller.begin()
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        self.last = (event.position(), event.modifiers())
        if isinstance(self.gesture, DropGesture):
            self.follow()
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Add nothing; who breaks off over the day is back where it was, who only went too far stays."""
        if self.cancel() and self.viewport().rect().contains(self.viewport().mapFromGlobal(QCursor.pos())):
            self.scroll_by(self._came - self.offset())

    def dropEvent(self, event: QDropEvent) -> None:
        """Put it there."""
        gesture = self.gesture
        self.let_go()
        if isinstance(gesture, DropGesture):
            gesture.move(self.to_day(event.position()), event.modifiers())
            gesture.finish()
            event.acceptProposedAction()
            self.setFocus()

    # What may come while something is in the hand

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the ring light; what the mouse holds goes back, unless only the menu bar looks up at Alt."""
        super().focusOutEvent(event)
        if self.pressed is not None and event.reason() != Qt.FocusReason.MenuBarFocusReason:
            self.cancel()
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put back what the mouse holds."""
        self.cancel()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put back what the mouse holds: nothing lies where it was."""
        self.cancel()
        super().resizeEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Put back what the mouse holds when it is taken away."""
        if event.type() == QEvent.Type.UngrabMouse:
            self.cancel()
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Let what is in the hand stay there while the day scrolls."""
        super().scrollContentsBy(dx, dy)
        if self.gesture is not None and not isinstance(self.gesture, PanGesture):
            self.follow()

    # Steps

    def let_go(self) -> None:
        """Hold nothing any more."""
        self.gesture = self.pressed = None
        self._carry(None)
        self.scroller.stop()
        self.viewport().unsetCursor()

    def follow(self) -> None:
        """Let the gesture follow the hand to where it was seen last."""
        position, modifiers = self.last
        if isinstance(self.gesture, MoveGesture) and self.is_outside(position):
            outside = self.viewport().mapToGlobal(position).toPoint()
            self.gesture.leave(self._outside_words(outside))
            self._carry(outside)
        elif self.gesture is not None:
            self._carry(None)
            self.gesture.move(self.to_day(position), modifiers)

    def _carry(self, outside: QPoint | None) -> None:
        if outside is not None or self._carries:
            self._carries = outside is not None
            self.carried.emit(outside)

    def _hand(self) -> QPointF | None:
        """Return where the hand is, for scrolling: nowhere, once it has left the board with a session."""
        position = self.last[0]
        pans = isinstance(self.gesture, PanGesture)
        moves = isinstance(self.gesture, MoveGesture | DropGesture)
        return None if not self.busy or pans or (moves and self.is_outside(position)) else position

    def is_outside(self, position: QPointF) -> bool:
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
