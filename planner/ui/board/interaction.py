"""The board under the hand: turns mouse, keys and drops into gestures."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from planner.ui.board.access.events import Spots
from planner.ui.board.gestures.border import BorderGesture
from planner.ui.board.gestures.hit_test import CURSORS, Grip, grip, hint
from planner.ui.board.gestures.move import MoveGesture
from planner.ui.board.gestures.resize import ResizeGesture
from planner.ui.board.gestures.select import BandGesture, PanGesture, between, in_room, united
from planner.ui.board.holding import Holder, Press
from planner.ui.board.keys import BoardKeys
from planner.ui.board.renaming import TitleEditor
from planner.ui.services.context import WidgetContext

THRESHOLD: Final = 4
"""Pixels the mouse may tremble in a click."""
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class Surface(Holder):
    """A canvas that can be worked on."""

    edit_requested = Signal(str)
    dropped_outside = Signal(list, QPoint)
    menu_requested = Signal(QPoint)
    _editor: TitleEditor | None = None

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._anchor = ""
        """The session from which Shift selects."""
        self._space = False
        """Whether the space bar is down: the hand pushes the day about."""
        self.keys = BoardKeys(self)
        self.spots = Spots(self)
        self.hovers = False
        """Whether what is said now is said to the pointer only."""
        self._header.clicked.connect(self._on_header)
        context.view.day_changed.connect(self.finish)  # while the block still is there

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is pressed; a drag may begin here."""
        if self.pressed is not None or self.busy or self.scene is None or event.button() not in (_LEFT, _MIDDLE):
            return
        view, held, at = self.context.view, event.modifiers(), event.position()
        pans = event.button() == _MIDDLE or self._space
        under = Grip() if pans else grip(self.scene, self.to_day(at), shift=bool(held & _SHIFT))
        before = view.selection
        self.pressed = Press(under, self.to_day(at), at, held, event.button(), before, self.offset())
        if pans:
            self.gesture = PanGesture(self, self.to_day(at))
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif under.session and under.session not in before and not held & _SHIFT:
            view.select(*(before if held & _CTRL else ()), under.session)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin or go on with a gesture; without one, tell what the hand could do here."""
        self.last = (event.position(), event.modifiers())
        pressed = self.pressed
        if pressed is not None and not event.buttons() & pressed.button:
            self.cancel()  # the button went up where nobody told
            pressed = self.pressed = None
        if pressed is None:
            self._hover(self.to_day(event.position()), event.modifiers())
            return
        if self.gesture is None:
            far = event.position() - pressed.position
            if max(abs(far.x()), abs(far.y())) < THRESHOLD:
                return
            self._begin(pressed)
        self.follow()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture where it is; let go outside the board, sessions go where the window wants them."""
        gesture, pressed = self.gesture, self.pressed
        if pressed is None or event.button() != pressed.button:
            return
        self.let_go()
        if gesture is None:
            self._clicked(pressed.grip.session, pressed)
        elif isinstance(gesture, MoveGesture) and self.is_outside(event.position()):
            gesture.cancel()
            self.dropped_outside.emit(list(gesture.together), event.globalPosition().toPoint())
        else:
            gesture.finish()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the title be edited where it stands."""
        under = Grip() if self.scene is None else grip(self.scene, self.to_day(event.position()))
        if under.session and event.button() == _LEFT:
            self.context.view.select(under.session)
            self.rename()

    def leaveEvent(self, event: QEvent) -> None:
        """Say nothing any more."""
        if self.gesture is None:
            self.context.view.say("")
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select what is under the mouse, or nothing, and ask for a menu there; by key, at what is selected."""
        if self.busy or self.scene is None:
            return
        view = self.context.view
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.ask_menu()
            return
        session = grip(self.scene, self.to_day(event.pos())).session
        if session not in view.selection:
            view.select(*(session,) if session else ())
        self.menu_requested.emit(event.globalPos())

    def ask_menu(self) -> None:
        """Ask for a menu at what is selected."""
        if self.scene is not None and self.focus:
            box = self.on_screen(self.scene.layout.box_of[self.focus])
            self.menu_requested.emit(box.topLeft() + QPoint(min(box.width(), box.height()), box.height()) / 2)

    # The title

    def rename(self) -> bool:
        """Let the title of the session that has the focus be edited; tells whether there is one here."""
        session = self.focus
        if not session:
            return False
        self.cancel(restore=False)  # else another session would have the focus
        self.finish()
        box = None if self.scene is None else self.scene.layout.box_of.get(session)
        if box is None:
            return False
        self.reveal(box)
        self._editor = editor = TitleEditor(self, session)
        editor.ended.connect(self._on_renamed)
        editor.place()
        editor.show()
        editor.setFocus()
        return True

    def finish(self) -> None:
        """Take over what was typed into a title."""
        if self._editor is not None:
            self._editor.finish()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Let a title that is edited stay on its block."""
        super().scrollContentsBy(dx, dy)
        self._place_editor()

    def _after_layout(self) -> None:
        super()._after_layout()
        self._place_editor()

    def _place_editor(self) -> None:
        if self._editor is not None and not self._editor.place():
            self._editor.lose()

    def _on_renamed(self) -> None:
        self._editor = None

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, move and resize by keys; Escape ends a gesture, and with the space bar the hand pushes the day."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._space = True
            if not self.held:
                self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let the hand take sessions again."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            if not self.held:
                self.viewport().unsetCursor()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring strong; who comes by Tab is where they were before. Tab again leaves: arrows walk."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.keys.enter()
        self.spots.enter()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Know no more of the space bar."""
        self._space = False
        super().focusOutEvent(event)

    # Steps

    def _begin(self, pressed: Press) -> None:
        """Take what was pressed into the hand."""
        under, point = pressed.grip, pressed.point
        if under.session and under.session not in self.context.view.selection:
            self.context.view.select(under.session)
        if under.zone == "":
            self.gesture = BandGesture(self, point, pressed.held)
        elif under.zone == "border":
            self.gesture = BorderGesture(self, under.session, under.later, point)
        elif under.zone == "middle":
            self.gesture = MoveGesture(self, under.session, point)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.context.view.select(under.session)
            self.gesture = ResizeGesture(self, under.session, point, under.zone)
        self.scroller.begin(pressed.position)

    def _clicked(self, session: str, pressed: Press) -> None:
        view, held = self.context.view, pressed.held
        if not session:
            if not held & (_CTRL | _SHIFT):
                view.select()
            return
        if held & _SHIFT:
            self.select_to(session, pressed.selection if held & _CTRL else ())
            return
        if not held & _CTRL:
            view.select(session)
        elif session in pressed.selection:
            view.select(*(each for each in view.selection if each != session))
        self._anchor = session

    def select_to(self, session: str, kept: tuple[str, ...] = ()) -> None:
        """Select from the session that was selected first to another."""
        scene, view = self.scene, self.context.view
        if scene is None:
            return
        shown = [each for each in view.selection if each in scene.layout.box_of]
        if self._anchor not in shown:
            self._anchor = shown[-1] if shown else session
        view.select(*united(kept, between(scene, self._anchor, session)))

    def _on_header(self, room: str, adds: bool) -> None:  # Qt's signal
        """Select what is in a room that day."""
        view = self.context.view
        found = in_room(self.context.workspace.plan, view.day, room)
        view.select(*united(view.selection if adds else (), found))
        self.setFocus()

    def _hover(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        under = Grip() if self.scene is None else grip(self.scene, point, shift=bool(modifiers & _SHIFT))
        self.viewport().setCursor(CURSORS[under.zone])
        self.hovers = True
        self.context.view.say(hint(under, self.context.t))
        self.hovers = False
