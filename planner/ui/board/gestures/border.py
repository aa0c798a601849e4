"""Dragging the border between two sessions that follow each other lengthens one and shortens the other."""

from typing import Final

from PySide6.QtCore import QPointF, Qt

from planner.model.agenda import spans_board
from planner.model.edits import move_border
from planner.text.consequence import short_name
from planner.ui.board.gestures.gesture import EditPreview, GestureBoard
from planner.ui.board.gestures.snap import snap_targets, snapped


class BorderGesture:
    """Moves the end of one session and the start of the next together; nothing else moves."""

    def __init__(self, board: GestureBoard, first: str, second: str, press: QPointF) -> None:
        scene = board.scene
        assert scene is not None
        self._board, self._scene = board, scene
        self._plan: Final = scene.content.index.plan
        self._first: Final = self._plan.session_by_id[first]
        self._second: Final = self._plan.session_by_id[second]
        self._grab = self._first.end - scene.layout.scale.minute(press.y())
        t = board.context.t
        first_name, second_name = (short_name(self._plan, session, t) for session in (self._first, self._second))
        self._preview = EditPreview(
            board, scene, t("Border between {first} and {second}", first=first_name, second=second_name)
        )

    def move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Move the border to the pointer; each of the two keeps at least a minute."""
        first, second, plan, scale = self._first, self._second, self._plan, self._scene.layout.scale
        minute = scale.minute(point.y()) + self._grab
        if modifiers & Qt.KeyboardModifier.AltModifier:
            at = round(minute)
        else:
            rooms = () if spans_board(first) or spans_board(second) else tuple(place.room for place in first.places)
            near = snap_targets(plan, first.day or "", rooms, {first.id, second.id}).without(first.end)
            at = snapped(minute, scale, near, plan.settings.grid)
        at = max((first.start or 0) + 1, min(at, second.end - 1))
        self._preview.show(at, lambda plan: move_border(plan, first.id, second.id, at), first.id, also=(second.id,))

    def finish(self) -> None:
        """Apply the new border."""
        self._preview.commit()

    def cancel(self) -> None:
        """Keep the old border."""
        self._preview.clear()
