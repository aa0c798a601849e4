"""What the mouse does to sessions that are on the board: each gesture previews, says what follows, and is one step."""

from collections.abc import Callable
from typing import Final, Literal, Protocol

from PySide6.QtCore import QPointF, Qt

from planner.model import Place, Plan, Session
from planner.model.agenda import on_day
from planner.model.edits import followers, move_session, resize_from_start, resize_session, shift
from planner.model.edits.times import put_before
from planner.text import session_name
from planner.ui.board.columns import NO_ROOM, spans_board
from planner.ui.board.consequence import consequence
from planner.ui.board.ghost import Ghost
from planner.ui.board.preview import preview
from planner.ui.board.scene import Scene
from planner.ui.board.snapping import Magnets, magnets, snapped
from planner.ui.context import Context

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


class Stage(Protocol):
    """What a gesture needs of the board."""

    @property
    def context(self) -> Context:
        """The window's shared things."""
        ...

    @property
    def scene(self) -> Scene | None:
        """What is shown."""
        ...

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Show what is about to happen."""


class Trial:
    """An edit that is tried out under the hand, and applied when the hand lets go."""

    def __init__(self, stage: Stage, scene: Scene, name: str) -> None:
        self._stage, self._scene, self._name = stage, scene, name
        self._plan: Final = scene.content.index.plan
        self._last: object = None
        self._after: Plan | None = None

    def show(self, key: object, edit: Edit, lead: str, extra: str = "") -> None:
        """Preview an edit; the same key means that nothing is new."""
        if key == self._last:
            return
        self._last = key
        context = self._stage.context
        self._after = edit(self._plan)
        self._stage.show_ghost(preview(self._scene, self._plan, self._after, lead, context.t))
        words = consequence(self._plan, self._after, lead, context.t)
        context.view.say(f"{words} · {extra}" if extra else words)

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


class MoveGesture:
    """Moves a session, or all that are selected, in time; one of a room changes rooms by columns."""

    def __init__(self, stage: Stage, session_id: str, press: QPointF) -> None:
        scene = stage.scene
        assert scene is not None
        self._stage, self._scene, self._id, self._press = stage, scene, session_id, press
        context = stage.context
        plan = scene.content.index.plan
        self._session: Final = plan.session_by_id[session_id]
        selected = tuple(each for each in context.view.selection if each in scene.content.faces)
        self._together: Final = selected if session_id in selected and len(selected) > 1 else (session_id,)
        t = context.t
        title = session_name(plan, self._session, t)
        many = t.count("Move {number} block", "Move {number} blocks", len(self._together))
        self._trial = Trial(stage, scene, t("Move {session}", session=title) if len(self._together) == 1 else many)

    def move(self, point: QPointF, modifiers: Modifiers) -> None:
        """Follow the hand."""
        flow = self._stage.context.view.flow != bool(modifiers & Modifiers.ControlModifier)
        start = self._start(point, modifiers, flow=flow)
        session, day = self._session, self._session.day or ""
        if len(self._together) > 1:
            delta = start - (session.start or 0)
            ids = list(self._together)
            self._trial.show(delta, lambda plan: shift(plan, ids, delta), session.id)
            return
        places = self._places(point, modifiers)
        other = passed(self._scene.content.index.plan, session, start) if flow and places is None else None
        if other is not None:
            self._trial.show(other, lambda plan: put_before(plan, session.id, other), session.id, self._hint(modifiers))
            return
        self._trial.show(
            (start, places, flow),
            lambda plan: move_session(plan, session.id, day, start, places=places, flow=flow),
            session.id,
            self._hint(modifiers),
        )

    def leave(self, words: str) -> None:
        """Show nothing while the hand is outside, and say what would become of the session there."""
        self._trial.hide(words)

    def finish(self) -> None:
        """Move it there."""
        self._trial.commit()

    def cancel(self) -> None:
        """Leave it where it was."""
        self._trial.clear()

    def _start(self, point: QPointF, modifiers: Modifiers, *, flow: bool) -> int:
        scale, plan = self._scene.layout.scale, self._scene.content.index.plan
        session = self._session
        minute = (session.start or 0) + scale.minute(point.y()) - scale.minute(self._press.y())
        if modifiers & Modifiers.AltModifier:
            return max(0, round(minute))
        moving = {*self._together, *((each.id for each in followers(plan, session.id)) if flow else ())}
        rooms = () if spans_board(session) else tuple(each.room for each in self._places(point, modifiers) or ())
        near = magnets(plan, session.day or "", rooms, moving).also_from(session.minutes).without(session.start or 0)
        return snapped(minute, scale, near, plan.settings.grid)

    def _places(self, point: QPointF, modifiers: Modifiers) -> tuple[Place, ...] | None:
        """Return the rooms under the hand; what everyone attends keeps its room unless Shift is held."""
        session = self._session
        keeps = spans_board(session) and not modifiers & Modifiers.ShiftModifier
        column = self._scene.layout.column_at(point.x())
        if keeps or column is None or len(session.places) > 1:
            return None
        if column.room in {each.room for each in session.places} or (not column.room and not session.places):
            return None
        return places_in(self._scene.content.index.plan, session, column.room)

    def _hint(self, modifiers: Modifiers) -> str:
        t = self._stage.context.t
        if spans_board(self._session) and not modifiers & Modifiers.ShiftModifier:
            return t("Shift: change the room too")
        return ""


class ResizeGesture:
    """Moves the end of a session, or its start with the end kept."""

    def __init__(self, stage: Stage, session_id: str, press: QPointF, edge: Literal["top", "bottom"]) -> None:
        scene = stage.scene
        assert scene is not None
        self._stage, self._scene, self._edge = stage, scene, edge
        plan, t = scene.content.index.plan, stage.context.t
        self._session: Final = plan.session_by_id[session_id]
        scale = scene.layout.scale
        start = self._session.start or 0
        self._grab = (start if edge == "top" else self._session.end) - scale.minute(press.y())
        self._trial = Trial(stage, scene, t("Length of {session}", session=session_name(plan, self._session, t)))

    def move(self, point: QPointF, modifiers: Modifiers) -> None:
        """Follow the hand with the edge."""
        session, plan = self._session, self._scene.content.index.plan
        flow = self._stage.context.view.flow != bool(modifiers & Modifiers.ControlModifier)
        minute = self._scene.layout.scale.minute(point.y()) + self._grab
        if modifiers & Modifiers.AltModifier:
            at = round(minute)
        else:
            flowing = flow and self._edge == "bottom"
            moving = {session.id, *((each.id for each in followers(plan, session.id)) if flowing else ())}
            at = snapped(minute, self._scene.layout.scale, self._magnets(moving), plan.settings.grid)
        start = session.start or 0
        if self._edge == "top":
            at = min(at, session.end - 1)
            self._trial.show(at, lambda plan: resize_from_start(plan, session.id, at), session.id)
        else:
            minutes = max(1, at - start)
            edit: Edit = lambda plan: resize_session(plan, session.id, minutes, flow=flow)  # noqa: E731
            self._trial.show((minutes, flow), edit, session.id)

    def finish(self) -> None:
        """Give it this length."""
        self._trial.commit()

    def cancel(self) -> None:
        """Leave its length as it was."""
        self._trial.clear()

    def _magnets(self, moving: set[str]) -> Magnets:
        session, plan = self._session, self._scene.content.index.plan
        rooms = () if spans_board(session) else tuple(each.room for each in session.places)
        own = session.start if self._edge == "top" else session.end
        return magnets(plan, session.day or "", rooms, moving).without(own or 0)


def passed(plan: Plan, session: Session, start: int) -> str | None:
    """Return before which earlier session one for everyone goes that is dropped on its first half, in front of it.

    A fixed time, and what runs into the session already, are not passed.
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


def places_in(plan: Plan, session: Session, room: str) -> tuple[Place, ...]:
    """Return a session's place in another room: in the same seating if the room has it, else in its first one."""
    if room == NO_ROOM:
        return ()
    wanted = session.places[0].seating if session.places else plan.kind_of(session).seating
    capacities = plan.room_by_id[room].capacities
    known = {each.seating for each in capacities}
    seating = wanted if wanted in known or not capacities else capacities[0].seating
    return (Place(room=room, seating=seating),)
