"""The line of the current time."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint

from planner.model import Day, Plan
from planner.ui.board.paint.now_line import minute_of
from tests.ui.board.hand import Hand

DAY = Day(id="d", date=date(2017, 6, 19), start=9 * 60, end=25 * 60)


@pytest.mark.parametrize(
    ("now", "minute"),
    [
        (datetime(2017, 6, 19, 9, 30, tzinfo=UTC), 11 * 60 + 30),
        (datetime(2017, 6, 18, 21, 59, tzinfo=UTC), None),
        (datetime(2017, 6, 18, 22, 0, tzinfo=UTC), 0),
        (datetime(2017, 6, 19, 22, 40, tzinfo=UTC), 24 * 60 + 40),
        (datetime(2017, 6, 19, 23, 10, tzinfo=UTC), None),
        (datetime(2018, 6, 19, 9, 30, tzinfo=UTC), None),
    ],
)
def test_the_minute_is_that_of_the_wall_clock_where_the_meeting_is(now: datetime, minute: int | None) -> None:
    assert minute_of(Plan(id="p", zone="Europe/Berlin", days=(DAY,)), DAY, now) == minute


def test_the_line_is_drawn_on_the_day_itself_and_moves_on(hand: Hand) -> None:
    canvas = hand.canvas

    def pixel(minute: int) -> str:
        assert canvas.scene is not None
        y = round(canvas.scene.layout.scale.y(minute) - canvas.offset().y())
        return canvas.viewport().grab().toImage().pixelColor(QPoint(4, y)).name()

    line = canvas.ink.colour("error").name()
    gap = 12 * 60 + 10  # between panel and lunch
    assert pixel(gap) != line
    hand.context.clock.read = lambda: datetime(2017, 6, 19, 10, 10, tzinfo=UTC)
    canvas.now.look()
    assert pixel(gap) == line
    hand.context.clock.read = lambda: datetime(2017, 6, 20, 10, 10, tzinfo=UTC)
    canvas.now.look()
    assert pixel(gap) != line
