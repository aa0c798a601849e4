"""Turns what the mouse, the keys and drags from outside do on the board into gestures and selections."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)

from planner.text import date_short
from planner.ui.board.access.blocks import AccessibleBlocks
from planner.ui.board.canvas import Canvas
from planner.ui.board.gestures.autoscroll import Autoscroll
from planner.ui.board.gestures.border import BorderGesture
from planner.ui.board.gestures.drop import DropGesture, payload_of
from planner.ui.board.gestures.gesture import Gesture
from planner.ui.board.gestures.hit_test import CURSORS, Grip, grip, hint
from planner.ui.board.gestures.move import MoveGesture
from planner.ui.board.gestures.resize import ResizeGesture
from planner.ui.board.gestures.select import BandGesture, ClickSelection, PanGesture
from planner.ui.board.keys import BoardKeys
from planner.ui.board.renaming import Renaming

THRESHOLD: Final = 4
"""Pixels the mouse may move between press and release of a click."""
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class Press(NamedTuple):
    """Where a button went down, and the selection and scroll offset to restore if the gesture is cancelled."""

    grip: Grip
    point: QPointF
    """In the day's coordinates."""
    position: QPointF
    """In the viewport's coordinates."""
    modifiers: Qt.KeyboardModifier
    button: Qt.MouseButton
    selection: tuple[str, ...]
    offset: QPointF


class BoardInteraction(QObject):
    """What the user does on a canvas: at most one gesture at a time, from the press to its end or cancellation."""

    edit_requested = Signal(str)
    """The id of a session whose title is to be edited in the inspector."""
    dropped_outside = Signal(list, QPoint)
    """The ids of the sessions released outside the board, and the global position."""
    carried = Signal(object)
    """The global position of sessions dragged outside the board; None when they no longer are."""
    menu_requested = Signal(QPoint)
    """The global position at which the menu of the selection is to open."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._context: Final = canvas.context
        self.gesture: Gesture | None = None
        self._pressed: Press | None = None
        self._pointer = (QPointF(), Qt.KeyboardModifier.NoModifier)
        """The last position of the pointer in the viewport, and the modifiers held there."""
        self._space_held = False
        """Whether the space bar is down: dragging then pans the day."""
        self._carries = False
        self._offset_before_drag = QPointF()
        """The scroll offset when a drag from outside entered the board."""
        self._day_at: Callable[[QPoint], str | None] | None = None
        self._tray_at: Callable[[QPoint], bool] = lambda position: canvas.mapFromGlobal(position).x() < 0
        self.hovering = False
        """Whether the hint shown right now only describes what lies under the pointer."""
        self.scroller: Final = Autoscroll(canvas, self._scrolling_pointer)
        self.selection: Final = ClickSelection(canvas)
        self.keys: Final = BoardKeys(canvas, self)
        self._renaming: Final = Renaming(canvas)
        self.accessible: Final = AccessibleBlocks(canvas, self)
        canvas.interaction = self
        canvas.header.clicked.connect(self._on_header)
        self._context.view.day_changed.connect(self.finish)  # before the board shows the day: the block still exists

    def ask_outside(self, day_at: Callable[[QPoint], str | None], tray_at: Callable[[QPoint], bool]) -> None:
        """Set how to find the day, or whether the tray, lies at a global position outside the board."""
        self._day_at, self._tray_at = day_at, tray_at

    @property
    def busy(self) -> bool:
        """Return whether a gesture is running."""
        return self.gesture is not None

    @property
    def occupied(self) -> bool:
        """Return whether a gesture is running or may begin with the next move of the mouse."""
        return self._pressed is not None or self.busy

    def cancel(self, *, restore: bool = True) -> bool:
        """End a gesture without a change and restore selection and scroll offset; return whether one was running."""
        gesture, pressed = self.gesture, self._pressed
        self._reset()
        if gesture is None:
            return False
        gesture.cancel()
        if restore and pressed is not None:
            self._context.view.select(*pressed.selection)
            self._canvas.scroll_by(pressed.offset - self._canvas.offset())
        return True

    def request_menu(self) -> None:
        """Ask for a menu at the focused session, if there is one."""
        canvas = self._canvas
        if canvas.scene is not None and canvas.focus:
            box = canvas.on_screen(canvas.scene.layout.box_of[canvas.focus])
            self.menu_requested.emit(box.topLeft() + QPoint(min(box.width(), box.height()), box.height()) / 2)

    def request_edit(self, session: str) -> None:
        """Ask for a session's title to be edited in the inspector."""
        self.edit_requested.emit(session)

    def rename(self) -> bool:
        """Edit the focused session's title on its block; return whether there is one on this day."""
        session = self._canvas.focus
        if not session:
            return False
        self.cancel(restore=False)  # restoring the selection would move the focus to another session
        return self._renaming.begin(session)

    def finish(self) -> None:
        """Apply what was typed into a title."""
        self._renaming.finish()

    # Mouse

    def mouse_press(self, event: QMouseEvent) -> None:
        """Select what is pressed; a drag may begin here."""
        canvas, view = self._canvas, self._context.view
        if self.occupied or canvas.scene is None or event.button() not in (_LEFT, _MIDDLE):
            return
        modifiers, position = event.modifiers(), event.position()
        point, before = canvas.to_day(position), view.selection
        pans = event.button() == _MIDDLE or self._space_held
        under = Grip() if pans else grip(canvas.scene, point, shift=bool(modifiers & _SHIFT))
        self._pressed = Press(under, point, position, modifiers, event.button(), before, canvas.offset())
        if pans:
            self.gesture = PanGesture(canvas, point)
            canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.selection.press(under.session, modifiers)

    def mouse_move(self, event: QMouseEvent) -> None:
        """Begin or continue a gesture; without a pressed button, show what could be done here."""
        self._pointer = (event.position(), event.modifiers())
        pressed = self._pressed
        if pressed is not None and not event.buttons() & pressed.button:
            self.cancel()  # the button was released where no event reported it
            pressed = self._pressed = None
        if pressed is None:
            self._hover(self._canvas.to_day(event.position()), event.modifiers())
            return
        if self.gesture is None:
            far = event.position() - pressed.position
            if max(abs(far.x()), abs(far.y())) < THRESHOLD:
                return
            self._begin(pressed)
        self._follow()

    def mouse_release(self, event: QMouseEvent) -> None:
        """End the gesture here; where sessions released outside the board go is for the window to decide."""
        gesture, pressed = self.gesture, self._pressed
        if pressed is None or event.button() != pressed.button:
            return
        self._reset()
        if gesture is None:
            self.selection.click(pressed.grip.session, pressed.modifiers, pressed.selection)
        elif isinstance(gesture, MoveGesture) and not self._canvas.contains(event.position()):
            gesture.cancel()
            self.dropped_outside.emit(list(gesture.together), event.globalPosition().toPoint())
        else:
            gesture.finish()

    def mouse_double_click(self, event: QMouseEvent) -> None:
        """Edit the title on the block that was clicked."""
        scene = self._canvas.scene
        under = Grip() if scene is None else grip(scene, self._canvas.to_day(event.position()))
        if under.session and event.button() == _LEFT:
            self._context.view.select(under.session)
            self.rename()

    def mouse_leave(self) -> None:
        """Clear the hint about what lay under the pointer."""
        if self.gesture is None:
            self._context.view.say("")

    def context_menu(self, event: QContextMenuEvent) -> None:
        """Select what is under the mouse, or nothing, and ask for a menu there; by key, at the focused session."""
        canvas, view = self._canvas, self._context.view
        if self.busy or canvas.scene is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.request_menu()
            return
        session = grip(canvas.scene, canvas.to_day(event.pos())).session
        if session not in view.selection:
            view.select(*(session,) if session else ())
        self.menu_requested.emit(event.globalPos())

    # Keys and focus

    def key_press(self, event: QKeyEvent) -> bool:
        """Do what a key means on the board; return whether it means anything here. Space makes the mouse pan."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._space_held = True
            if not self.occupied:
                self._canvas.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            return True
        return self.keys.press(event)

    def key_release(self, event: QKeyEvent) -> None:
        """Stop panning once the space bar is up."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            if not self.occupied:
                self._canvas.viewport().unsetCursor()

    def focus_in(self, event: QFocusEvent) -> None:
        """Select what was selected before when the focus comes by Tab; Tab again leaves, as the arrow keys walk."""
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.keys.enter()
        self.accessible.announce_focus()

    def focus_out(self, event: QFocusEvent) -> None:
        """Forget a held space bar, and cancel a drag unless only the menu bar took the focus on Alt."""
        self._space_held = False
        if self._pressed is not None and event.reason() != Qt.FocusReason.MenuBarFocusReason:
            self.cancel()

    # Drags from the palette and the tray

    def drag_enter(self, event: QDragEnterEvent) -> None:
        """Accept kinds, patterns and sessions."""
        payload = payload_of(event.mimeData(), self._context)
        if payload is None or self._canvas.scene is None:
            event.ignore()
            return
        self.cancel()
        self.gesture = DropGesture(self._canvas, *payload)
        self._offset_before_drag = self._canvas.offset()
        self.scroller.begin()
        event.acceptProposedAction()

    def drag_move(self, event: QDragMoveEvent) -> None:
        """Show the plan as it would be after a drop here."""
        self._pointer = (event.position(), event.modifiers())
        if isinstance(self.gesture, DropGesture):
            self._follow()
            event.acceptProposedAction()

    def drag_leave(self) -> None:
        """Add nothing; scroll back if the drag was cancelled over the day, but not if the pointer left the board."""
        viewport = self._canvas.viewport()
        if self.cancel() and viewport.rect().contains(viewport.mapFromGlobal(QCursor.pos())):
            self._canvas.scroll_by(self._offset_before_drag - self._canvas.offset())

    def drop(self, event: QDropEvent) -> None:
        """Add or schedule what was dragged, where it is dropped."""
        gesture = self.gesture
        self._reset()
        if isinstance(gesture, DropGesture):
            gesture.move(self._canvas.to_day(event.position()), event.modifiers())
            gesture.finish()
            event.acceptProposedAction()
            self._canvas.setFocus()

    # Changes of the canvas

    def scrolled(self) -> None:
        """Keep what is dragged under the pointer, and a title that is edited on its block."""
        if self.gesture is not None and not isinstance(self.gesture, PanGesture):
            self._follow()
        self._renaming.place()

    def laid_out(self) -> None:
        """Keep a title that is edited on its block."""
        self._renaming.place()

    # Steps of a gesture

    def _begin(self, pressed: Press) -> None:
        """Begin the gesture that the pressed part of a block, or the ground, allows."""
        canvas, view = self._canvas, self._context.view
        under, point = pressed.grip, pressed.point
        if under.session and under.session not in view.selection:
            view.select(under.session)
        if under.zone == "":
            self.gesture = BandGesture(canvas, point, pressed.modifiers)
        elif under.zone == "border":
            self.gesture = BorderGesture(canvas, under.session, under.later, point)
        elif under.zone == "middle":
            self.gesture = MoveGesture(canvas, under.session, point)
            canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            view.select(under.session)
            self.gesture = ResizeGesture(canvas, under.session, point, under.zone)
        self.scroller.begin(pressed.position)

    def _follow(self) -> None:
        """Move the gesture to where the pointer was seen last."""
        position, modifiers = self._pointer
        if isinstance(self.gesture, MoveGesture) and not self._canvas.contains(position):
            outside = self._canvas.viewport().mapToGlobal(position).toPoint()
            self.gesture.leave(self._outside_words(outside))
            self._carry(outside)
        elif self.gesture is not None:
            self._carry(None)
            self.gesture.move(self._canvas.to_day(position), modifiers)

    def _reset(self) -> None:
        """Forget the gesture and the pressed button."""
        self.gesture = self._pressed = None
        self._carry(None)
        self.scroller.stop()
        self._canvas.viewport().unsetCursor()

    def _carry(self, outside: QPoint | None) -> None:
        """Report sessions dragged outside the board, and once when they no longer are."""
        if outside is not None or self._carries:
            self._carries = outside is not None
            self.carried.emit(outside)

    def _outside_words(self, position: QPoint) -> str:
        """Return what would happen to a session released at a global position outside the board."""
        t, day = self._context.t, self._day_at(position) if self._day_at is not None else None
        if day is not None:
            found = self._context.workspace.plan.day_by_id[day]
            return t("Drop to move to {day}", day=found.title or date_short(found.date, t))
        if self._tray_at(position):
            return t("Drop to move to “Unscheduled”")
        return t("Drop to leave it where it was") if self._day_at is not None else ""

    def _scrolling_pointer(self) -> QPointF | None:
        """Return the position by which to scroll; None while panning, and once sessions were dragged off the board."""
        gesture, position = self.gesture, self._pointer[0]
        if gesture is None or isinstance(gesture, PanGesture):
            return None
        moves = isinstance(gesture, MoveGesture | DropGesture)
        return None if moves and not self._canvas.contains(position) else position

    def _hover(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Show by cursor and hint what could be done at a point of the day."""
        scene = self._canvas.scene
        under = Grip() if scene is None else grip(scene, point, shift=bool(modifiers & _SHIFT))
        self._canvas.viewport().setCursor(CURSORS[under.zone])
        self.hovering = True
        self._context.view.say(hint(under, self._context.t))
        self.hovering = False

    def _on_header(self, room: str, adds: bool) -> None:  # Qt's signal
        self.selection.select_room(room, adds=adds)
        self._canvas.setFocus()
