"""The one clock, and that nobody else asks what time it is."""

import ast
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from planner.clock import Clock, machine_time

PACKAGE = Path(__file__).parents[1] / "planner"
ASKED = {"now", "today", "utcnow", "currentDate", "currentDateTime", "currentTime", "time", "localtime"}
"""Methods that tell the present time, in the standard library and in Qt."""
OWNERS = {"datetime", "date", "time", "QDate", "QDateTime", "QTime"}


def asking(source: str) -> Iterator[str]:
    """Yield the calls that ask the machine for the time."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name)) if (
                owner in OWNERS and name in ASKED
            ):
                yield f"{owner}.{name}"
            case _:
                pass


def test_a_clock_tells_what_it_reads_in_utc_and_here() -> None:
    moment = datetime(2027, 6, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
    clock = Clock(lambda: moment)
    assert clock.now() == clock.here() == moment
    assert clock.now().tzinfo is UTC
    assert clock.today() == moment.astimezone().date()


def test_a_clock_can_be_set_while_others_hold_it() -> None:
    clock = Clock()
    clock.read = lambda: datetime(2017, 6, 19, 12, tzinfo=UTC)
    assert clock.today() == date(2017, 6, 19)


def test_without_a_reading_it_is_the_machines_time() -> None:
    before = machine_time()
    assert before <= Clock().now() <= machine_time()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("datetime.now(UTC)", ["datetime.now"]),
        ("datetime.datetime.now()", ["datetime.now"]),
        ("QDate.currentDate()", ["QDate.currentDate"]),
        ("clock.now(); self.clock.today()", []),
    ],
)
def test_asking_is_found(source: str, found: list[str]) -> None:
    assert list(asking(source)) == found


def test_nobody_asks_the_machine_but_the_clock() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}: {call}"
        for path in PACKAGE.rglob("*.py")
        for call in asking(path.read_text(encoding="utf-8"))
    }
    assert found == {"clock.py: datetime.now"}
