"""What the mouse does to sessions that are on the board: each gesture previews, says what follows, and is one step."""

from collections.abc import Callable
from typing import Final, Literal, Protocol

from PySide6.QtCore import QPointF, Qt

from planner.model import Place, Plan, Session
from planner.model.agenda import spans_board
from planner.model.edits import followers, resize_from_start, resize_session
from planner.text.consequence import consequence, short_name
from planner.ui.board.gestures.preview import preview
from planner.ui.board.gestures.shades import PreviewBlocks
from planner.ui.board.gestures.snap import SnapTargets, snap_targets, snapped
from planner.ui.board.layout.columns import NO_ROOM
from planner.ui.board.layout.day_layout import Rect
from planner.ui.board.layout.scene import Scene
from planner.ui.board.paint.ghost import Ghost
from planner.ui.services.context import WidgetContext

Modifiers = Qt.KeyboardModifier
Edit = Callable[[Plan], Plan]


class Gesture(Protocol):
    """Something the hand does, from the first move to letting go."""

    def move(self, point: QPointF, modifiers: Modifiers) -> None:
        """Follow the hand to a point of the day."""

    def finish(self) -> None:
        """Do it, as one step."""

    def cancel(self) -> None:
        """Leave everything as it was."""


class GestureBoard(Protocol):
    """What a gesture needs of the board."""

    @property
    def context(self) -> WidgetContext:
        """The window's shared things."""
        ...

    @property
    def scene(self) -> Scene | None:
        """What is shown."""
        ...

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Show what is about to happen."""

    def show_band(self, band: Rect | None) -> None:
        """Show a rubber band."""

    def scroll_by(self, far: QPointF) -> None:
        """Scroll the day by so many pixels."""


class EditPreview:
    """An edit that is tried out under the hand, and applied when the hand lets go."""

    def __init__(self, stage: GestureBoard, scene: Scene, name: str) -> None:
        self._stage, self._scene, self._name = stage, scene, name
        self._plan: Final = scene.content.index.plan
        self._last: object = None
        self._after: Plan | None = None
        self._shades: PreviewBlocks | None = None

    def show(self, key: object, edit: Edit, lead: str, extra: str = "", also: tuple[str, ...] = ()) -> None:
        """Preview an edit of a session, and of others in the hand; the same key means that nothing is new."""
        if key == self._last:
            return
        self._last = key
        context = self._stage.context
        self._after = edit(self._plan)
        shades = self._against(self._after, lead, also)
        self._stage.show_ghost(preview(self._scene, self._after, lead, shades, context.t))
        words = consequence(self._plan, self._after, lead, context.t, also)
        context.view.say(f"{words} · {extra}" if extra else words)

    def _against(self, after: Plan, lead: str, also: tuple[str, ...]) -> PreviewBlocks:
        """Return what stands against what is in the hand, found once."""
        if self._shades is None:
            first, *others = (
                self._plan.session_by_id.get(session_id) or after.session_by_id[session_id]
                for session_id in (lead, *also)
            )
            self._shades = PreviewBlocks(self._scene, first, others, self._stage.context.t)
        return self._shades

    def hide(self, words: str) -> None:
        """Show nothing and say something else, until there is something to show again."""
        self._last = self._after = None
        self._stage.show_ghost(None)
        self._stage.context.view.say(words)

    def commit(self) -> bool:
        """Apply what was previewed last."""
        after, workspace = self._after, self._stage.context.workspace
        self.clear()
        if after is None or workspace.plan is not self._plan:
            return False
        return workspace.apply(lambda _plan: after, self._name)

    def clear(self) -> None:
        """Show and say nothing any more."""
        self._after = None
        self._stage.show_ghost(None)
        self._stage.context.view.say("")


class ResizeGesture:
    """Moves the end of a session, or its start with the end kept."""

    def __init__(self, stage: GestureBoard, session_id: str, press: QPointF, edge: Literal["top", "bottom"]) -> None:
        scene = stage.scene
        assert scene is not None
        self._stage, self._scene, self._edge = stage, scene, edge
        plan, t = scene.content.index.plan, stage.context.t
        self._session: Final = plan.session_by_id[session_id]
        scale = scene.layout.scale
        start = self._session.start or 0
        self._grab = (start if edge == "top" else self._session.end) - scale.minute(press.y())
        self._preview = EditPreview(stage, scene, t("Length of {session}", session=short_name(plan, self._session, t)))

    def move(self, point: QPointF, modifiers: Modifiers) -> None:
        """Follow the hand with the edge."""
        session, plan = self._session, self._scene.content.index.plan
        flow = self._stage.context.view.flow != bool(modifiers & Modifiers.ControlModifier)
        minute = self._scene.layout.scale.minute(point.y()) + self._grab
        if modifiers & Modifiers.AltModifier:
            at = round(minute)
        else:
            flowing = flow and self._edge == "bottom"
            moving = {session.id, *((follower.id for follower in followers(plan, session.id)) if flowing else ())}
            at = snapped(minute, self._scene.layout.scale, self._magnets(moving), plan.settings.grid)
        start = session.start or 0
        if self._edge == "top":
            at = min(at, session.end - 1)
            self._preview.show(at, lambda plan: resize_from_start(plan, session.id, at), session.id)
        else:
            minutes = max(1, at - start)
            edit: Edit = lambda plan: resize_session(plan, session.id, minutes, flow=flow)  # noqa: E731
            self._preview.show((minutes, flow), edit, session.id)

    def finish(self) -> None:
        """Give it this length."""
        self._preview.commit()

    def cancel(self) -> None:
        """Leave its length as it was."""
        self._preview.clear()

    def _magnets(self, moving: set[str]) -> SnapTargets:
        session, plan = self._session, self._scene.content.index.plan
        rooms = () if spans_board(session) else tuple(place.room for place in session.places)
        own = session.start if self._edge == "top" else session.end
        return snap_targets(plan, session.day or "", rooms, moving).without(own or 0)


def places_in(plan: Plan, session: Session, room: str) -> tuple[Place, ...]:
    """Return a session's place in another room: in the same seating if the room has it, else in its first one."""
    if room == NO_ROOM:
        return ()
    wanted = session.places[0].seating if session.places else plan.kind_of(session).seating
    capacities = plan.room_by_id[room].capacities
    known = {capacity.seating for capacity in capacities}
    seating = wanted if wanted in known or not capacities else capacities[0].seating
    return (Place(room=room, seating=seating),)
