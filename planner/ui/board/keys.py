"""The keys that only the board knows: walking between sessions, zooming, Escape and F2; all others are commands."""

from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.ui.board.canvas import Canvas
from planner.ui.board.gestures.select import ClickSelection
from planner.ui.board.layout.day_layout import Rect

_ARROWS: Final = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_ZOOM: Final = {
    Qt.Key.Key_Plus: 1.15,
    Qt.Key.Key_Equal: 1.15,
    Qt.Key.Key_Minus: 1 / 1.15,
    Qt.Key.Key_0: None,
}
_NONE, _CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class KeyTarget(Protocol):
    """What keys need of the board's interaction."""

    @property
    def busy(self) -> bool:
        """Return whether a gesture is running."""
        ...

    @property
    def selection(self) -> ClickSelection:
        """Return what extends the selection."""
        ...

    def cancel(self) -> bool:
        """End a gesture without a change; return whether one was running."""
        ...

    def rename(self) -> bool:
        """Edit the focused session's title; return whether there is one."""
        ...


class BoardKeys:
    """Handles the keys pressed while the board has the focus."""

    def __init__(self, canvas: Canvas, target: KeyTarget) -> None:
        self._canvas, self._target = canvas, target
        self._last = ""
        """The session that had the focus last."""

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; return whether it means anything on the board."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & (_CTRL | _SHIFT | _ALT)
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if modifiers & _CTRL and key in _ZOOM:
            self._canvas.zoom(_ZOOM[key])
            return True
        if key in _ARROWS and modifiers in {_NONE, _SHIFT}:
            return self._target.busy or self._step(*_ARROWS[key], extends=modifiers == _SHIFT)
        if key == Qt.Key.Key_F2 and not modifiers:
            return self._target.rename()
        return False

    def enter(self) -> None:
        """Unless a session has the focus, select the one that had it last, else the first in reading order."""
        canvas = self._canvas
        if not canvas.focus and canvas.order:
            canvas.context.view.select(self._last if self._last in canvas.order else canvas.order[0])

    def remember(self) -> None:
        """Remember which session has the focus, for the time when none is selected."""
        self._last = self._canvas.focus or self._last

    def walk(self, step: int) -> bool:
        """Select the session so many steps further in reading order; return whether there is one."""
        scene = self._canvas.scene
        if scene is None or not scene.order:
            return False
        selected = self._canvas.focus
        place = scene.order.index(selected) + step if selected else (0 if step > 0 else len(scene.order) - 1)
        if not 0 <= place < len(scene.order):
            return False
        self._canvas.context.view.select(scene.order[place])
        return True

    def _escape(self) -> bool:
        if not self._target.cancel():
            self._canvas.context.view.select()
        return True

    def _step(self, right: int, down: int, *, extends: bool) -> bool:
        """Select the nearest session in a direction, or extend the selection to it."""
        scene, selected = self._canvas.scene, self._canvas.focus
        if scene is None or not selected:
            return self.walk(1 if right + down > 0 else -1)
        boxes = scene.layout.box_of
        here = boxes[selected]
        ahead = {session: box for session, box in boxes.items() if _lies(here, box, right, down)}
        if ahead:
            nearest = min(ahead, key=lambda session: _distance(here, ahead[session], down))
            if extends:
                self._target.selection.extend_to(nearest)
            else:
                self._canvas.context.view.select(nearest)
        elif right and not extends:
            self.walk(right)
        return True


def _lies(here: Rect, there: Rect, right: int, down: int) -> bool:
    """Return whether a box lies in a direction: below or above, or to the side and overlapping in time."""
    if down:
        return (there.y - here.y) * down > 0.5
    beside = there.y < here.bottom and here.y < there.bottom
    return beside and (there.x - here.x) * right > 0.5


def _distance(here: Rect, there: Rect, down: int) -> tuple[float, float]:
    """Return the distance of a box: along the direction first, then across it."""
    across = abs(there.x - here.x)
    along = abs(there.y - here.y)
    return (along, across) if down else (across, along)
