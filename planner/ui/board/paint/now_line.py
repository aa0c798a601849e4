"""Where the day stands now: a line over the board on the day itself, moved on by the clock."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLineF, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen

from planner.model import Day, Plan
from planner.model.time import DAY
from planner.ui.board.layout.day_layout import DayLayout
from planner.ui.board.paint.ink import Ink

EVERY: Final = 20_000
"""Milliseconds between two looks at the clock."""
DOT: Final = 3.5


def minute_of(plan: Plan, day: Day, now: datetime) -> int | None:
    """Return the wall minute of a day of the plan at a moment, None if the day is not on; it may end after midnight."""
    there = now.astimezone(ZoneInfo(plan.zone))
    minute = (there.date() - day.date).days * DAY + there.hour * 60 + there.minute
    return minute if 0 <= minute < DAY or DAY <= minute <= day.end else None


class NowLine(QObject):
    """Keeps the minute of the day that is seen, and tells when it is another one."""

    def __init__(self, changed: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.minute: int | None = None
        self._changed = changed
        self._seen: tuple[Plan, Day] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)

    def watch(self, plan: Plan | None, day: Day | None) -> None:
        """Tell the time of another day, or none."""
        self._seen = (plan, day) if plan is not None and day is not None else None
        if self._seen is None:
            self._timer.stop()
        else:
            self._timer.start()
        self.look()

    def look(self) -> None:
        """Look at the clock."""
        minute = None if self._seen is None else minute_of(*self._seen, self.clock())
        if minute != self.minute:
            self.minute = minute
            self._changed()


def draw_now(painter: QPainter, layout: DayLayout, minute: int, ink: Ink) -> None:
    """Draw the line, with a dot where it begins; nothing if it lies outside the day that is shown."""
    if not layout.scale.minutes[0] <= minute <= layout.scale.minutes[-1]:
        return
    draw_mark(painter, ink, layout.scale.y(minute), 0, layout.width)


def draw_mark(painter: QPainter, ink: Ink, y: float, left: float, right: float) -> None:
    """Draw a line with a dot at its left end."""
    colour = ink.colour("error")
    painter.setPen(QPen(colour, 1.4))
    painter.drawLine(QLineF(left, y, right, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(left + DOT, y), DOT, DOT)
