"""Dropping kinds and patterns of the palette, or sessions of the tray, adds or schedules them."""

from typing import Final

from PySide6.QtCore import QMimeData, QPointF, Qt

from planner.model import Place, Plan, Round, Session, Share, new_id
from planner.model.agenda import on_day, spans_board
from planner.model.edits import add_round, insert_pattern, insert_session, pattern_ids, schedule_sessions
from planner.text import kind_name
from planner.text.consequence import short_name
from planner.ui.board.gestures.gesture import EditPreview, GestureBoard
from planner.ui.board.gestures.resize import places_in
from planner.ui.board.gestures.snap import snap_targets, snapped
from planner.ui.palette.drag import (
    BETWEEN,
    KIND_MIME,
    PATTERN_MIME,
    SESSION_MIME,
    add_kind,
    block,
    main_room,
)
from planner.ui.services.context import WidgetContext

Modifiers = Qt.KeyboardModifier
MIMES: Final = (KIND_MIME, PATTERN_MIME, SESSION_MIME)


class DropGesture:
    """Adds a kind or a pattern, or schedules sessions, at the time and in the room under the pointer."""

    def __init__(self, board: GestureBoard, mime: str, payload: str) -> None:
        scene = board.scene
        assert scene is not None
        self._board, self._scene, self._mime, self._payload = board, scene, mime, payload
        self._plan: Final = scene.content.index.plan
        self._day: Final = scene.content.day.day.id
        self._sessions: Final = tuple(payload.split(BETWEEN)) if mime == SESSION_MIME else ()
        self._new: Final = self._sessions[0] if self._sessions else new_id()
        self._round: Final = new_id()
        self._pattern: Final = (
            board.context.pattern_library.find(payload, board.context.t) if mime == PATTERN_MIME else None
        )
        self._ids: Final = tuple(new_id() for _ in range(pattern_ids(self._pattern))) if self._pattern else ()
        self._made: Plan | None = None
        self._last: tuple[int, str, bool, bool] | None = None
        self._preview = EditPreview(board, scene, self._name())

    def move(self, point: QPointF, modifiers: Modifiers) -> None:
        """Preview the drop at the pointer."""
        scale = self._scene.layout.scale
        minute = scale.minute(point.y())
        if modifiers & Modifiers.AltModifier:
            start = max(0, round(minute))
        else:
            start = snapped(minute, scale, snap_targets(self._plan, self._day, (), ()), self._plan.settings.grid)
        flow = self._board.context.view.flow != bool(modifiers & Modifiers.ControlModifier)
        column = self._scene.layout.column_at(point.x())
        room = column.room if column is not None else ""
        elsewhere = bool(modifiers & Modifiers.ShiftModifier)
        if (start, room, flow, elsewhere) == self._last:
            return
        self._last = (start, room, flow, elsewhere)
        after = self._after(start, room, flow=flow, elsewhere=elsewhere)
        lead = self._new if self._new in after.session_by_id else _first_new(self._plan, after)
        if lead:
            self._made = after
            keeps = self._mime == SESSION_MIME and not elsewhere and spans_board(after.session_by_id[lead])
            hint = self._board.context.t("Shift: change the room too") if keeps else ""
            self._preview.show(self._last, lambda _plan: after, lead, hint, also=self._sessions[1:])

    def finish(self) -> None:
        """Apply the drop, and select what was dropped."""
        made = self._made
        if made is not None and self._preview.commit():
            lead = self._new if self._new in made.session_by_id else _first_new(self._plan, made)
            self._board.context.view.select(*(self._sessions or (lead,)))

    def cancel(self) -> None:
        """Add or schedule nothing."""
        self._preview.clear()

    def _name(self) -> str:
        t, plan = self._board.context.t, self._plan
        if self._mime == KIND_MIME:
            return t("Add {what}", what=kind_name(plan.kind_by_id[self._payload], t))
        if self._pattern is not None:
            return t("Add {what}", what=self._pattern.title)
        what = short_name(plan, plan.session_by_id[self._new], t)
        if len(self._sessions) > 1:
            what = t.count("{number} session", "{number} sessions", len(self._sessions))
        return t("Schedule {what}", what=what)

    def _after(self, start: int, room: str, *, flow: bool, elsewhere: bool) -> Plan:
        plan = self._plan
        if self._pattern is not None:
            return insert_pattern(plan, self._pattern, self._day, start, self._ids, flow=flow)
        if self._mime == SESSION_MIME:
            places = {
                moved: self._places(plan.session_by_id[moved], room, elsewhere=elsewhere) for moved in self._sessions
            }
            kept = {moved: new_places for moved, new_places in places.items() if new_places is not None}
            return schedule_sessions(plan, self._sessions, self._day, start, places=kept, flow=flow)
        if plan.kind_by_id[self._payload].in_rounds and room:
            return self._into_round(start, room, flow=flow)
        return add_kind(plan, self._payload, self._new, self._day, start, flow=flow)

    def _places(self, session: Session, room: str, *, elsewhere: bool) -> tuple[Place, ...] | None:
        """Return the places in the room under the pointer; None keeps the session's own.

        A session for everyone keeps its room or goes to the main room, unless elsewhere is set by Shift. Several
        sessions of one round keep their rooms: they cannot all be in one.
        """
        plan = self._plan
        together = [other for other in self._sessions if plan.session_by_id[other].round == session.round]
        if session.round is not None and session.places and len(together) > 1:
            return None
        if spans_board(session) and not elsewhere:
            room = "" if session.places or not plan.kind_of(session).needs_room else main_room(plan) or ""
        return places_in(plan, session, room) if room else None

    def _into_round(self, start: int, room: str, *, flow: bool) -> Plan:
        """Add a session to the round that takes place at that time, else to a new round."""
        plan = self._plan
        kind = plan.kind_by_id[self._payload]
        session = block(kind, self._new, day=self._day, start=start, room=room, plan=plan)
        round_ = _round_at(plan, self._day, session)
        if round_ is None:
            title = self._board.context.t("Round")
            plan = add_round(plan, Round(id=self._round, title=f"{title} {len(plan.rounds) + 1}"))
            return insert_session(plan, session.changed(attendance=Share(round=self._round)), flow=flow)
        return insert_session(plan, session.changed(attendance=Share(round=round_)), flow=False)


def payload_of(data: QMimeData, context: WidgetContext) -> tuple[str, str] | None:
    """Return the MIME type and the payload of a drag that the plan can take; None for any other.

    The payload is the id of a kind or pattern, or ids of sessions separated by BETWEEN.
    """
    plan = context.workspace.plan
    known = {
        KIND_MIME: plan.kind_by_id.keys(),
        PATTERN_MIME: {pattern.id for pattern in context.pattern_library.all(context.t)},
        SESSION_MIME: plan.session_by_id.keys(),
    }
    for mime in MIMES:
        if data.hasFormat(mime):
            payload = bytes(data.data(mime).data()).decode("utf-8", "replace")
            return (mime, payload) if known[mime] >= set(payload.split(BETWEEN)) else None
    return None


def _round_at(plan: Plan, day: str, session: Session) -> str | None:
    """Return the id of the first round that overlaps a session."""
    for other in on_day(plan, day):
        shared = min(other.end, session.end) - max(other.start or 0, session.start or 0)
        if other.round is not None and shared > 0:
            return other.round
    return None


def _first_new(before: Plan, after: Plan) -> str:
    """Return the id of the earliest session that an edit added; empty if it added none."""
    new = [session for session in after.sessions if session.id not in before.session_by_id]
    return min(new, key=lambda session: session.start or 0).id if new else ""
