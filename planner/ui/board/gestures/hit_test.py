"""Finds what lies under the pointer: a block, one of its edges, the border between two, or the ground."""

from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QPointF, Qt

from planner.model.edits import neighbour_after
from planner.text import Language
from planner.ui.board.layout.day_layout import GAP, DayLayout, SessionBlock
from planner.ui.board.layout.scene import Scene

EDGE: Final = 5.0
"""Pixels from the edge of a block within which a drag resizes it."""
BORDER: Final = 1.0
"""Pixels into each of two blocks within which a drag moves the border between them."""
Zone = Literal["", "top", "middle", "bottom", "border"]
CURSORS: Final = {
    "": Qt.CursorShape.ArrowCursor,
    "middle": Qt.CursorShape.OpenHandCursor,
    "top": Qt.CursorShape.SizeVerCursor,
    "bottom": Qt.CursorShape.SizeVerCursor,
    "border": Qt.CursorShape.SplitVCursor,
}


class Grip(NamedTuple):
    """What is under the pointer; on a border, block is the earlier block and later the id of the later session."""

    block: SessionBlock | None = None
    zone: Zone = ""
    later: str = ""

    @property
    def session(self) -> str:
        """Return the session's id; empty on the ground."""
        return "" if self.block is None else self.block.session


def grip(scene: Scene, point: QPointF, *, shift: bool = False) -> Grip:
    """Return what lies at a point of the day; with Shift, a lower edge is the border to the session that follows."""
    border = _border(scene, point)
    if border is not None:
        return border
    block = scene.layout.at(point.x(), point.y())
    if block is None:
        return Grip()
    edge = min(EDGE, block.box.height / 4)
    if point.y() < block.box.y + edge:
        return Grip(block, "top")
    if point.y() < block.box.bottom - edge:
        return Grip(block, "middle")
    later = neighbour_after(scene.content.index.plan, block.session) if shift else None
    return Grip(block, "bottom") if later is None else Grip(block, "border", later.id)


def hint(under: Grip, t: Language) -> str:
    """Return what a drag would do there, for the status line; empty on the ground."""
    block, zone, _ = under
    if block is None:
        return ""
    if zone == "border":
        return t("Drag: move the border; one becomes longer, the other shorter")
    if zone == "top":
        return t("Drag: change the start")
    if zone == "bottom":
        return t("Drag: change the end · Ctrl: toggle moving what follows · Shift: move the border with the next one")
    if block.spanning:
        return t("Drag: move · Shift: change the room too · Ctrl: toggle moving what follows · Alt: no snapping")
    return t("Drag: move in time and between rooms · Ctrl: toggle moving what follows · Alt: no snapping")


def _border(scene: Scene, point: QPointF) -> Grip | None:
    """Return the border at a point: between two blocks directly below each other whose sessions follow each other."""
    layout: DayLayout = scene.layout
    reach = GAP + BORDER
    above, below = (layout.at(point.x(), point.y() + distance) for distance in (-reach, reach))
    if above is None or below is None or above.session == below.session:
        return None
    if not above.box.bottom - BORDER <= point.y() < below.box.y + BORDER:
        return None
    later = neighbour_after(scene.content.index.plan, above.session)
    sessions = scene.content.index.plan.session_by_id
    if later is None or sessions[below.session].start != later.start:
        return None
    return Grip(above, "border", later.id if sessions[below.session].round is None else below.session)
