"""Dragging blocks moves their sessions in time and between rooms: one, or all that are selected."""

from typing import Final

from PySide6.QtCore import QPointF, Qt

from planner.model import Place, Plan, Session
from planner.model.agenda import on_day, spans_board
from planner.model.edits import followers, move_session, move_sessions, set_places
from planner.model.edits.times import put_before
from planner.text.consequence import short_name
from planner.ui.board.gestures.gesture import EditPreview, GestureBoard
from planner.ui.board.gestures.resize import places_in
from planner.ui.board.gestures.snap import REACH, snap_targets, snapped
from planner.ui.board.layout.columns import NO_ROOM

Modifiers = Qt.KeyboardModifier


class MoveGesture:
    """Moves a session, or all that are selected, in time; sessions with one room also move between columns."""

    def __init__(self, board: GestureBoard, session_id: str, press: QPointF) -> None:
        scene = board.scene
        assert scene is not None
        self._board, self._scene, self._id, self._press = board, scene, session_id, press
        context = board.context
        plan = scene.content.index.plan
        self._plan: Final = plan
        self._session: Final = plan.session_by_id[session_id]
        selected = tuple(candidate for candidate in context.view.selection if candidate in scene.content.words)
        self.together: Final = selected if session_id in selected and len(selected) > 1 else (session_id,)
        self._rooms: Final = tuple(column.room for column in scene.layout.columns)
        self._between_rooms: Final = all(
            len(session.places) <= 1 and not spans_board(session)
            for session in (plan.session_by_id[moved] for moved in self.together)
        )
        t = context.t
        title = short_name(plan, self._session, t)
        many = t.count("Move {number} block", "Move {number} blocks", len(self.together))
        self._preview = EditPreview(
            board, scene, t("Move {session}", session=title) if len(self.together) == 1 else many
        )

    def move(self, point: QPointF, modifiers: Modifiers) -> None:
        """Move what is dragged to the pointer."""
        if len(self.together) > 1:
            self._move_all(point, modifiers)
            return
        flow = self._board.context.view.flow != bool(modifiers & Modifiers.ControlModifier)
        session, day = self._session, self._session.day or ""
        places = self._places(point, modifiers)
        start = self._start(point, modifiers, places, flow=flow)
        other = passed(self._plan, session, start) if flow and places is None else None
        if other is not None:
            self._preview.show(
                other, lambda plan: put_before(plan, session.id, other), session.id, self._hint(modifiers)
            )
            return
        self._preview.show(
            (start, places, flow),
            lambda plan: move_session(plan, session.id, day, start, places=places, flow=flow),
            session.id,
            self._hint(modifiers),
        )

    def leave(self, words: str) -> None:
        """Remove the ghost while the pointer is outside the board, and show what a release there would do."""
        self._preview.hide(words)

    def finish(self) -> None:
        """Apply the move."""
        self._preview.commit()

    def cancel(self) -> None:
        """Keep the old time and room."""
        self._preview.clear()

    def _move_all(self, point: QPointF, modifiers: Modifiers) -> None:
        """Move all selected sessions by the same minutes, and by the same number of columns if each has one room."""
        places = self._places_of_all(point)
        own = places.get(self._id)
        flow = not places and self._board.context.view.flow != bool(modifiers & Modifiers.ControlModifier)
        minutes = self._start(point, modifiers, own, flow=flow) - (self._session.start or 0)
        ids = list(self.together)

        def edit(plan: Plan) -> Plan:
            plan = move_sessions(plan, ids, minutes, flow=flow)
            for session_id, new_places in places.items():
                plan = set_places(plan, session_id, new_places)
            return plan

        also = tuple(other for other in ids if other != self._id)
        self._preview.show((minutes, flow, tuple(places.items())), edit, self._id, also=also)

    def _start(self, point: QPointF, modifiers: Modifiers, places: tuple[Place, ...] | None, *, flow: bool) -> int:
        """Return the new start; a drag sideways into another room keeps the time."""
        scale, plan, session = self._scene.layout.scale, self._plan, self._session
        minute = (session.start or 0) + scale.minute(point.y()) - scale.minute(self._press.y())
        if modifiers & Modifiers.AltModifier:
            return max(0, round(minute))
        if places is not None and abs(point.y() - self._press.y()) <= REACH:
            return session.start or 0
        behind = (follower.id for moved in self.together for follower in followers(plan, moved)) if flow else ()
        moving = {*self.together, *behind}
        rooms = () if spans_board(session) else tuple(place.room for place in places or ())
        near = (
            snap_targets(plan, session.day or "", rooms, moving).also_from(session.minutes).without(session.start or 0)
        )
        return snapped(minute, scale, near, plan.settings.grid)

    def _places(self, point: QPointF, modifiers: Modifiers) -> tuple[Place, ...] | None:
        """Return the places in the room under the pointer; None keeps the old ones, as for plenaries without Shift."""
        session = self._session
        keeps = spans_board(session) and not modifiers & Modifiers.ShiftModifier
        column = self._scene.layout.column_at(point.x())
        if keeps or column is None or len(session.places) > 1:
            return None
        if column.room in {place.room for place in session.places} or (not column.room and not session.places):
            return None
        return places_in(self._plan, session, column.room)

    def _places_of_all(self, point: QPointF) -> dict[str, tuple[Place, ...]]:
        """Return the new places by session id, as many columns away as the pointer moved; empty keeps all rooms.

        No session leaves the board: the first one at the edge stops all of them.
        """
        begun, reached = (self._scene.layout.column_at(position.x()) for position in (self._press, point))
        if not self._between_rooms or begun is None or reached is None or begun == reached:
            return {}
        sessions = [self._plan.session_by_id[moved] for moved in self.together]
        here = [self._rooms.index(session.places[0].room if session.places else NO_ROOM) for session in sessions]
        step = self._rooms.index(reached.room) - self._rooms.index(begun.room)
        step = max(-min(here), min(step, len(self._rooms) - 1 - max(here)))
        if not step:
            return {}
        return {
            session.id: places_in(self._plan, session, self._rooms[place + step])
            for session, place in zip(sessions, here, strict=True)
        }

    def _hint(self, modifiers: Modifiers) -> str:
        t = self._board.context.t
        if spans_board(self._session) and not modifiers & Modifiers.ShiftModifier:
            return t("Shift: change the room too")
        return ""


def passed(plan: Plan, session: Session, start: int) -> str | None:
    """Return the id of the earlier session before which a session for everyone goes; None if it passes none.

    It passes a session when it is dropped on the first half of that session, or earlier; but never one with a fixed
    time, nor one that overlaps it already.
    """
    if session.fixed or session.start is None or not spans_board(session):
        return None
    found = None
    for other in reversed(on_day(plan, session.day or "")):
        if other.id == session.id or other.start is None or other.start >= session.start:
            continue
        if other.fixed or other.end > session.start or start > other.start + other.minutes // 2:
            break
        if start + session.minutes > other.start:
            found = other.id
    return found
