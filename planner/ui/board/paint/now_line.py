"""The line of the current time over the board, shown on the day itself and moved by a timer."""

from collections.abc import Callable
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLineF, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen

from planner.clock import Clock
from planner.model import Day, Plan
from planner.model.time import DAY
from planner.ui.board.layout.day_layout import DayLayout
from planner.ui.board.paint.ink import Ink

EVERY: Final = 20_000
"""Milliseconds between two looks at the clock: the line is at most a third of a minute late."""
DOT: Final = 3.5


def minute_of(plan: Plan, day: Day, now: datetime) -> int | None:
    """Return the wall minute of a day at a moment, in the plan's zone; None if the day is not under way.

    A day that ends after midnight is under way until its end.
    """
    there = now.astimezone(ZoneInfo(plan.zone))
    minute = (there.date() - day.date).days * DAY + there.hour * 60 + there.minute
    return minute if 0 <= minute < DAY or DAY <= minute <= day.end else None


class NowLine(QObject):
    """Keeps the current minute of the day shown, and calls changed when it is another one."""

    def __init__(self, clock: Clock, changed: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self.minute: int | None = None
        self._changed = changed
        self._seen: tuple[Plan, Day] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)

    def watch(self, plan: Plan | None, day: Day | None) -> None:
        """Follow the time of another day; None follows none."""
        self._seen = (plan, day) if plan is not None and day is not None else None
        if self._seen is None:
            self._timer.stop()
        else:
            self._timer.start()
        self.look()

    def look(self) -> None:
        """Read the clock and update the minute."""
        minute = None if self._seen is None else minute_of(*self._seen, self._clock.now())
        if minute != self.minute:
            self.minute = minute
            self._changed()


def draw_now(painter: QPainter, layout: DayLayout, minute: int, ink: Ink) -> None:
    """Draw the line of the current time, unless it lies outside the hours shown."""
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
