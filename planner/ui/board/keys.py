"""What keys do on the board: walk from session to session, move and resize the selected one, zoom."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.model import Plan, Session
from planner.model.edits import move_session, resize_session
from planner.text import session_name
from planner.ui.board.consequence import consequence
from planner.ui.board.gestures import Edit, places_in
from planner.ui.board.layout import Box

if TYPE_CHECKING:
    from planner.ui.board.surface import Surface

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
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Keys:
    """The keyboard's way to all that the mouse can do."""

    def __init__(self, surface: "Surface") -> None:
        self._surface = surface
        self._last = ""
        """The session that had the focus last."""
        self._burst: tuple[str, Plan, Plan] | None = None
        """The merge key of the last steps by keys, the plan before the first of them and after the last one."""

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; tells whether it said anything here."""
        key = Qt.Key(event.key())
        held = event.modifiers() & (_CTRL | _SHIFT | _ALT)
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if held & _CTRL and key in _ZOOM:
            self._surface.zoom(_ZOOM[key])
            return True
        if key in _ARROWS:
            return self._arrow(*_ARROWS[key], held)
        if key == Qt.Key.Key_F2 and not held:
            return self._surface.rename()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held and self._surface.focus:
            self._surface.edit_requested.emit(self._surface.focus)
            return True
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

    def _arrow(self, right: int, down: int, held: Qt.KeyboardModifier) -> bool:
        if self._surface.busy:
            return True
        if not held:
            return self._step(right, down)
        plan = self._surface.context.workspace.plan
        session = plan.session_by_id.get(self._surface.focus)
        grid = plan.settings.grid
        if session is None:
            return False
        if held == _ALT and right:
            self._next_room(session, right)
        elif held in (_ALT, _CTRL | _SHIFT):
            self._shift(session, down * (grid if held == _ALT else 1))
        elif held == _SHIFT | _ALT:
            self._resize(session, down * grid)
        else:
            return False
        return True

    def _shift(self, session: Session, minutes: int) -> None:
        flow, day = self._surface.context.view.flow, session.day or ""
        start = max(0, (session.start or 0) + minutes)
        self._apply(session, lambda plan: move_session(plan, session.id, day, start, flow=flow), "move")

    def _resize(self, session: Session, minutes: int) -> None:
        flow = self._surface.context.view.flow
        length = max(1, session.minutes + minutes)
        self._apply(session, lambda plan: resize_session(plan, session.id, length, flow=flow), "resize")

    def _next_room(self, session: Session, step: int) -> None:
        rooms = [room.id for room in self._surface.context.workspace.plan.rooms]
        if not rooms or len(session.places) > 1:
            return
        here = rooms.index(session.places[0].room) if session.places else (-1 if step > 0 else len(rooms))
        if 0 <= here + step < len(rooms):
            room = rooms[here + step]
            self._apply(
                session,
                lambda plan: move_session(
                    plan, session.id, session.day or "", session.start or 0, places=places_in(plan, session, room)
                ),
                "move",
            )

    def _apply(self, session: Session, edit: Edit, what: str) -> None:
        """Apply an edit; bursts of the same keys become one step."""
        context = self._surface.context
        t, before = context.t, context.workspace.plan
        title = session_name(before, session, t)
        name = t("Move {session}", session=title) if what == "move" else t("Length of {session}", session=title)
        key = f"{what} {session.id}"
        if context.workspace.apply(edit, name, merge=key):
            after = context.workspace.plan
            if self._burst is not None and self._burst[0] == key and self._burst[2] is before:
                before = self._burst[1]
            self._burst = (key, before, after)
            context.view.say(consequence(before, after, session.id, t))

    def _step(self, right: int, down: int) -> bool:
        """Select the nearest session in a direction."""
        scene, selected = self._surface.scene, self._surface.focus
        if scene is None or not selected:
            return self.walk(1 if right + down > 0 else -1)
        boxes = scene.layout.box_of
        here = boxes[selected]
        ahead = {each: box for each, box in boxes.items() if _lies(here, box, right, down)}
        if ahead:
            nearest = min(ahead, key=lambda each: _distance(here, ahead[each], down))
            self._surface.context.view.select(nearest)
        elif right:
            self.walk(right)
        return True


def _lies(here: Box, there: Box, right: int, down: int) -> bool:
    """Tell whether a box lies in a direction: below or above, or beside at the same time."""
    if down:
        return (there.y - here.y) * down > 0.5
    beside = there.y < here.bottom and here.y < there.bottom
    return beside and (there.x - here.x) * right > 0.5


def _distance(here: Box, there: Box, down: int) -> tuple[float, float]:
    """Return how far a box lies: in the direction first, then to the side."""
    across = abs(there.x - here.x)
    along = abs(there.y - here.y)
    return (along, across) if down else (across, along)
