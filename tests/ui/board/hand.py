"""A board with a small day: a welcome, a panel, a fixed lunch, a round of two forums, and something in the tray."""

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.model import (
    KINDS,
    Capacity,
    Day,
    Number,
    Place,
    Plan,
    Room,
    Round,
    Seating,
    Session,
    Share,
)
from planner.ui.board.board import Board
from planner.ui.board.layout.day_layout import Rect
from planner.ui.services.context import WidgetContext

NONE: Final = Qt.KeyboardModifier.NoModifier


def small_plan() -> Plan:
    hall, circle = (Place(room="hall", seating=Seating.ROWS),), Seating.CIRCLE
    return Plan(
        id="p",
        days=(Day(id="d", date=date(2017, 6, 19), start=9 * 60, end=17 * 60),),
        kinds=KINDS,
        rooms=(
            Room(id="hall", name="Großer Saal", capacities=(Capacity(seating=Seating.ROWS, places=80),)),
            Room(id="hase", name="Raum Hase", capacities=(Capacity(seating=circle, places=40),)),
            Room(id="dom", name="Raum Dom", capacities=(Capacity(seating=circle, places=14),)),
            Room(id="attic", name="Dachboden", capacities=(Capacity(seating=Seating.BLOCK, places=12),)),
        ),
        rounds=(Round(id="r", title="Forenrunde 1"),),
        sessions=(
            Session(id="hello", kind="welcome", title="Begrüßung", day="d", start=600, minutes=60, places=hall),
            Session(id="podium", kind="panel", title="Podium", day="d", start=660, minutes=60, places=hall),
            Session(id="lunch", kind="meal", title="Mittag", day="d", start=750, minutes=60, fixed=True),
            Session(
                id="one", kind="forum", title="Forum 1: Politik", day="d", start=840, minutes=60,
                places=(Place(room="hase", seating=circle),), attendance=Share(round="r"),
            ),
            Session(
                id="two", kind="forum", title="Forum 2: Verwaltung", day="d", start=840, minutes=60,
                places=(Place(room="dom", seating=circle),), attendance=Share(round="r"),
            ),
            Session(id="end", kind="plenary", title="Ergebnisse", day="d", start=920, minutes=30, places=hall),
            Session(id="film", kind="talk", title="Film", minutes=20),
        ),
    )  # fmt: skip


class Hand:
    """A board, and the mouse and keys of a person who uses it."""

    def __init__(self, board: Board, context: WidgetContext) -> None:
        self.board, self.context = board, context
        self.canvas, self.interaction = board.canvas, board.interaction
        self.said: list[str] = []
        context.view.hint_changed.connect(self.said.append)

    @property
    def plan(self) -> Plan:
        return self.context.workspace.plan

    def box(self, session: str) -> Rect:
        scene = self.canvas.scene
        assert scene is not None
        return scene.layout.box_of[session]

    def pixels(self, minutes: float, at: int | None = None) -> int:
        """Return how many pixels so many minutes take; from a time on, as the axis may be stretched there."""
        scene = self.canvas.scene
        assert scene is not None
        scale = scene.layout.scale
        return round(minutes * scale.density if at is None else scale.y(at + round(minutes)) - scale.y(at))

    def middle(self, session: str) -> QPoint:
        box = self.box(session)
        offset = self.canvas.offset().toPoint()
        return QPoint(round(box.x + min(box.width / 2, 40)), round(box.y + box.height / 2)) - offset

    def press(self, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.canvas.viewport(), Qt.MouseButton.LeftButton, held, at)

    def move(
        self, to: QPoint, held: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = Qt.MouseButton.LeftButton
    ) -> None:
        """Move with a button held; QTest.mouseMove takes neither buttons nor modifiers."""
        viewport = self.canvas.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(to), QPointF(viewport.mapToGlobal(to)), Qt.MouseButton.NoButton, button, held
        )
        QApplication.sendEvent(viewport, event)

    def release(self, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.canvas.viewport(), Qt.MouseButton.LeftButton, held, at)

    def drag(self, at: QPoint, by: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        self.press(at, held)
        self.move(at + by / 2, held)
        self.move(at + by, held)
        self.release(at + by, held)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.canvas, key, held)


def at_once(plan: Plan, session: str, start: int, minutes: int, room: str) -> Plan:
    """Add a session of ten people in a room."""
    new = Session(
        id=session, kind="workshop", title=session, day="d", start=start, minutes=minutes,
        places=(Place(room=room),), attendance=Number(number=10),
    )  # fmt: skip
    return plan.changed(sessions=(*plan.sessions, new))
