"""One table of typed times and lengths for every place that takes them: the same words, the same step or sentence."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.fields.registry import FIELDS
from planner.model import Plan
from planner.ui.inspector.inspector import Inspector
from planner.ui.widgets.fields import LineField
from tests.model.small import at
from tests.ui.harness import SIZE_HINTS, Harness, named, retype
from tests.ui.sheet import MENUS, Sheet

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS, MENUS)
NO_TIME = "“{}” is not a time. Write it like 9:30."
NO_LENGTH = "“{}” is not a length. Write it like 45 or 1:30."
SHORT = "A session lasts at least one minute."
TABLE = [
    # The session's start and length, where and what is typed, and what becomes of it: start and length, or a sentence.
    (1135, 60, "end", "11:00", "10:00 60"),
    (1135, 60, "end", "13", "11:35 85"),
    (1135, 60, "end", "11.35 Uhr", SHORT),
    (1135, 60, "end", "+15", "11:35 75"),
    (1135, 60, "end", "-60", SHORT),
    (1135, 60, "end", "soon", NO_TIME.format("soon")),
    (30, 60, "end", "0:20", "To end at 00:20 it would have to begin on the day before."),
    (2300, 60, "end", "0:30", "23:00 90"),
    (1800, 60, "end", "1:00", "18:00 420"),
    (2430, 60, "end", "23:00", "22:00 60"),
    (2430, 60, "start", "23:00", "23:00 60"),
    (2330, 30, "start", "0:30", "24:30 30"),
    (1135, 60, "start", "0930", "9:30 60"),
    (1135, 60, "start", "9h30", "9:30 60"),
    (1135, 60, "start", "+15", "11:50 60"),
    (1135, 60, "start", "-5", "11:30 60"),
    (1135, 60, "start", "", "tray 60"),
    (1135, 60, "start", "25:00", NO_TIME.format("25:00")),
    (None, 60, "start", "9:30", "9:30 60"),
    (None, 60, "start", "+15", "Without a start it cannot be moved: enter a time."),
    (1135, 60, "length", "45", "11:35 45"),
    (1135, 60, "length", "1 h 30", "11:35 90"),
    (1135, 60, "length", "1,5 h", "11:35 90"),
    (1135, 60, "length", "+15", "11:35 75"),
    (1135, 60, "length", "-15", "11:35 45"),
    (1135, 60, "length", "0", SHORT),
    (1135, 60, "length", "long", NO_LENGTH.format("long")),
    (1135, 60, "length", "1500", NO_LENGTH.format("1500")),
    (None, 60, "length", "20", "tray 20"),
]


def in_list(harness: Harness, qtbot: QtBot, field: str, typed: str) -> str:
    sheet = Sheet(harness, qtbot)
    harness.view.say("")
    sheet.type("s", field, typed)
    return harness.view.hint


def in_inspector(harness: Harness, qtbot: QtBot, field: str, typed: str) -> str:
    return _inspected(harness, qtbot, field, typed, "s")


def over_several(harness: Harness, qtbot: QtBot, field: str, typed: str) -> str:
    return _inspected(harness, qtbot, field, typed, "s", "other")


def _inspected(harness: Harness, qtbot: QtBot, field: str, typed: str, *chosen: str) -> str:
    inspector = Inspector(harness.context)
    qtbot.addWidget(inspector)
    harness.put(inspector, inspector.show_state, height=1400)
    harness.view.select(*chosen)
    label = next(known.label for known in FIELDS if known.id == field)
    retype(named(inspector, LineField, label), typed, Qt.Key.Key_Return)
    return harness.view.hint


def outcome(plan: Plan) -> str:
    session = plan.session_by_id["s"]
    start = "tray" if session.start is None else f"{session.start // 60}:{session.start % 60:02}"
    return f"{start} {session.minutes}"


Place = Callable[[Harness, QtBot, str, str], str]
MANY = {field.id for field in FIELDS if field.many}
ROWS = [
    pytest.param(place, *row, id=f"{row[2]} {row[3]!r} at {row[0]} {place.__name__}")
    for row in TABLE
    for place in ((in_list, in_inspector, over_several) if row[2] in MANY else (in_list, in_inspector))
]


@pytest.mark.parametrize(("place", "start", "minutes", "field", "typed", "right"), ROWS)
def test_the_same_words_do_the_same_everywhere(  # noqa: PLR0917  # a row of the table
    place: Place, start: int | None, minutes: int, field: str, typed: str, right: str, qtbot: QtBot
) -> None:
    harness = Harness(at("s", start, minutes, title="One"), at("other", 1600, minutes, day="tue", title="Other"))
    harness.view.set_flow(flow=False)
    before = harness.plan
    hint = place(harness, qtbot, field, typed)
    if right[-1] == ".":
        assert (hint, harness.plan is before) == (right, True)
    else:
        assert outcome(harness.plan) == right
        assert len(harness.steps) == 1
