"""Selects sessions with the mouse: by click, by a rubber band, from one to another, or all of a room; and pans."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, Qt

from planner.model import Plan
from planner.model.agenda import on_day, spans_board
from planner.ui.board.gestures.gesture import GestureBoard
from planner.ui.board.layout.columns import NO_ROOM
from planner.ui.board.layout.day_layout import DayLayout, Rect
from planner.ui.board.layout.scene import Scene

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ADDING: Final = _CTRL | _SHIFT


class BandGesture:
    """Selects what a rectangle touches; with Ctrl or Shift in addition to what was selected."""

    def __init__(self, board: GestureBoard, press: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        scene = board.scene
        assert scene is not None
        self._board, self._press = board, press
        self._layout: Final = scene.layout
        self._order: Final = {session: place for place, session in enumerate(scene.order)}
        self._kept: Final = board.context.view.selection if modifiers & ADDING else ()

    def move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Draw the rectangle up to the pointer, and select what it touches."""
        del modifiers
        box = box_between(self._press, point)
        self._board.show_band(box)
        found = sorted(touched(self._layout, box), key=lambda session: self._order[session])
        self._board.context.view.select(*united(self._kept, found))

    def finish(self) -> None:
        """Remove the rectangle and keep the selection."""
        self._board.show_band(None)

    def cancel(self) -> None:
        """Remove the rectangle; the board itself restores the selection."""
        self._board.show_band(None)


class PanGesture:
    """Scrolls the day with the mouse."""

    def __init__(self, board: GestureBoard, press: QPointF) -> None:
        self._board, self._press = board, press

    def move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Keep the same point of the day under the pointer."""
        del modifiers
        self._board.scroll_by(self._press - point)

    def finish(self) -> None:
        """Keep the scroll offset."""

    def cancel(self) -> None:
        """Do nothing: the board itself scrolls back."""


class ClickSelection:
    """Selects by clicks and keys: one session, one more with Ctrl, a range with Shift, or a room by its header."""

    def __init__(self, board: GestureBoard) -> None:
        self._board = board
        self._anchor = ""
        """The session at which a range begins."""

    def press(self, session: str, modifiers: Qt.KeyboardModifier) -> None:
        """Select a session as soon as it is pressed, so that a drag moves it; a range waits for the click."""
        view = self._board.context.view
        if session and session not in view.selection and not modifiers & _SHIFT:
            view.select(*(view.selection if modifiers & _CTRL else ()), session)

    def click(self, session: str, modifiers: Qt.KeyboardModifier, before: tuple[str, ...]) -> None:
        """Select what was clicked, nothing on the ground; before is what was selected before the press."""
        view = self._board.context.view
        if not session:
            if not modifiers & ADDING:
                view.select()
            return
        if modifiers & _SHIFT:
            self.extend_to(session, before if modifiers & _CTRL else ())
            return
        if not modifiers & _CTRL:
            view.select(session)
        elif session in before:
            view.select(*(other for other in view.selection if other != session))
        self._anchor = session

    def extend_to(self, session: str, kept: tuple[str, ...] = ()) -> None:
        """Select from the anchor to a session, in addition to what is kept."""
        scene, view = self._board.scene, self._board.context.view
        if scene is None:
            return
        shown = [selected for selected in view.selection if selected in scene.layout.box_of]
        if self._anchor not in shown:
            self._anchor = shown[-1] if shown else session
        view.select(*united(kept, between(scene, self._anchor, session)))

    def select_room(self, room: str, *, adds: bool) -> None:
        """Select what is in a room on the day shown; with adds, in addition to the selection."""
        view = self._board.context.view
        found = in_room(self._board.context.workspace.plan, view.day, room)
        view.select(*united(view.selection if adds else (), found))


def box_between(corner: QPointF, opposite: QPointF) -> Rect:
    """Return the rectangle between two corners."""
    left, top = min(corner.x(), opposite.x()), min(corner.y(), opposite.y())
    return Rect(left, top, abs(corner.x() - opposite.x()), abs(corner.y() - opposite.y()))


def touched(layout: DayLayout, band: Rect) -> set[str]:
    """Return the ids of the sessions with a block, echoes included, that a rectangle touches."""
    return {
        block.session
        for block in layout.blocks
        if block.box.x < band.right
        and band.x < block.box.right
        and block.box.y < band.bottom
        and band.y < block.box.bottom
    }


def between(scene: Scene, first: str, last: str) -> tuple[str, ...]:
    """Return the ids from one session to another in reading order, the latter moved to the end to get the focus.

    If both are in the same room and not for everyone, only sessions of that room are returned.
    """
    plan, order = scene.content.index.plan, scene.order
    start, end = sorted(order.index(session) for session in (first, last))
    ids: Iterable[str] = order[start : end + 1]
    rooms = _own_rooms(plan, first) & _own_rooms(plan, last)
    if rooms:
        ids = (session for session in ids if rooms & _own_rooms(plan, session))
    return united(ids, (last,))


def united(ids: Iterable[str], added: Iterable[str]) -> tuple[str, ...]:
    """Return ids and added ones without repetition, the added ones at the end."""
    last = tuple(added)
    return (*(session for session in ids if session not in set(last)), *last)


def in_room(plan: Plan, day: str, room: str) -> tuple[str, ...]:
    """Return the ids of a day's sessions in a room, by start; with an empty room, those that have no room."""
    sessions = on_day(plan, day)
    if room:
        return tuple(session.id for session in sessions if room in {place.room for place in session.places})
    return tuple(session.id for session in sessions if not session.places and not spans_board(session))


def _own_rooms(plan: Plan, session_id: str) -> set[str]:
    session = plan.session_by_id[session_id]
    return set() if spans_board(session) else {place.room for place in session.places} or {NO_ROOM}
