"""What keys do on the board by themselves: walk from session to session, zoom, let go. All else is an action."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.ui.board.layout.day_layout import Rect

if TYPE_CHECKING:
    from planner.ui.board.interaction import Surface

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


class BoardKeys:
    """The keyboard's way through the board."""

    def __init__(self, surface: "Surface") -> None:
        self._surface = surface
        self._last = ""
        """The session that had the focus last."""

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; tells whether it said anything here."""
        key = Qt.Key(event.key())
        held = event.modifiers() & (_CTRL | _SHIFT | _ALT)
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if held & _CTRL and key in _ZOOM:
            self._surface.zoom(_ZOOM[key])
            return True
        if key in _ARROWS and held in {_NONE, _SHIFT}:
            return self._surface.busy or self._step(*_ARROWS[key], extends=held == _SHIFT)
        if key == Qt.Key.Key_F2 and not held:
            return self._surface.rename()
        return False

    def enter(self) -> None:
        """Select what was selected last, or the first session, unless something is."""
        surface = self._surface
        if not surface.focus and surface.order:
            surface.context.view.select(self._last if self._last in surface.order else surface.order[0])

    def remember(self) -> None:
        """Remember which session has the focus, for when none is selected."""
        self._last = self._surface.focus or self._last

    def walk(self, step: int) -> bool:
        """Select the next session in reading order; tells whether there is one."""
        scene = self._surface.scene
        if scene is None or not scene.order:
            return False
        selected = self._surface.focus
        place = scene.order.index(selected) + step if selected else (0 if step > 0 else len(scene.order) - 1)
        if not 0 <= place < len(scene.order):
            return False
        self._surface.context.view.select(scene.order[place])
        return True

    def _escape(self) -> bool:
        if not self._surface.cancel():
            self._surface.context.view.select()
        return True

    def _step(self, right: int, down: int, *, extends: bool) -> bool:
        """Select the nearest session in a direction, or all from the first selected on to there."""
        scene, selected = self._surface.scene, self._surface.focus
        if scene is None or not selected:
            return self.walk(1 if right + down > 0 else -1)
        boxes = scene.layout.box_of
        here = boxes[selected]
        ahead = {each: box for each, box in boxes.items() if _lies(here, box, right, down)}
        if ahead:
            nearest = min(ahead, key=lambda each: _distance(here, ahead[each], down))
            if extends:
                self._surface.select_to(nearest)
            else:
                self._surface.context.view.select(nearest)
        elif right and not extends:
            self.walk(right)
        return True


def _lies(here: Rect, there: Rect, right: int, down: int) -> bool:
    """Tell whether a box lies in a direction: below or above, or beside at the same time."""
    if down:
        return (there.y - here.y) * down > 0.5
    beside = there.y < here.bottom and here.y < there.bottom
    return beside and (there.x - here.x) * right > 0.5


def _distance(here: Rect, there: Rect, down: int) -> tuple[float, float]:
    """Return how far a box lies: in the direction first, then to the side."""
    across = abs(there.x - here.x)
    along = abs(there.y - here.y)
    return (along, across) if down else (across, along)
