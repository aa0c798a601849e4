"""Dragging the upper or the lower edge of a block changes the session's start or length."""

from typing import Final, Literal

from PySide6.QtCore import QPointF

from planner.model import Place, Plan, Session
from planner.model.agenda import spans_board
from planner.model.edits import followers, resize_from_start, resize_session
from planner.text.consequence import short_name
from planner.ui.board.gestures.gesture import Edit, EditPreview, GestureBoard, Modifiers
from planner.ui.board.gestures.snap import SnapTargets, snap_targets, snapped
from planner.ui.board.layout.columns import NO_ROOM


class ResizeGesture:
    """Moves the end of a session, or its start while the end stays."""

    def __init__(self, board: GestureBoard, session_id: str, press: QPointF, edge: Literal["top", "bottom"]) -> None:
        scene = board.scene
        assert scene is not None
        self._board, self._scene, self._edge = board, scene, edge
        plan, t = scene.content.index.plan, board.context.t
        self._session: Final = plan.session_by_id[session_id]
        scale = scene.layout.scale
        start = self._session.start or 0
        self._grab = (start if edge == "top" else self._session.end) - scale.minute(press.y())
        self._preview = EditPreview(board, scene, t("Length of {session}", session=short_name(plan, self._session, t)))

    def move(self, point: QPointF, modifiers: Modifiers) -> None:
        """Move the edge to the pointer."""
        session, plan = self._session, self._scene.content.index.plan
        flow = self._board.context.view.flow != bool(modifiers & Modifiers.ControlModifier)
        minute = self._scene.layout.scale.minute(point.y()) + self._grab
        if modifiers & Modifiers.AltModifier:
            at = round(minute)
        else:
            flowing = flow and self._edge == "bottom"
            moving = {session.id, *((follower.id for follower in followers(plan, session.id)) if flowing else ())}
            at = snapped(minute, self._scene.layout.scale, self._snap_targets(moving), plan.settings.grid)
        start = session.start or 0
        if self._edge == "top":
            at = min(at, session.end - 1)
            self._preview.show(at, lambda plan: resize_from_start(plan, session.id, at), session.id)
        else:
            minutes = max(1, at - start)
            edit: Edit = lambda plan: resize_session(plan, session.id, minutes, flow=flow)  # noqa: E731
            self._preview.show((minutes, flow), edit, session.id)

    def finish(self) -> None:
        """Apply the new length."""
        self._preview.commit()

    def cancel(self) -> None:
        """Keep the old length."""
        self._preview.clear()

    def _snap_targets(self, moving: set[str]) -> SnapTargets:
        session, plan = self._session, self._scene.content.index.plan
        rooms = () if spans_board(session) else tuple(place.room for place in session.places)
        own = session.start if self._edge == "top" else session.end
        return snap_targets(plan, session.day or "", rooms, moving).without(own or 0)


def places_in(plan: Plan, session: Session, room: str) -> tuple[Place, ...]:
    """Return a session's place in a room: with the same seating if the room has it, else with the room's first."""
    if room == NO_ROOM:
        return ()
    wanted = session.places[0].seating if session.places else plan.kind_of(session).seating
    capacities = plan.room_by_id[room].capacities
    known = {capacity.seating for capacity in capacities}
    seating = wanted if wanted in known or not capacities else capacities[0].seating
    return (Place(room=room, seating=seating),)
