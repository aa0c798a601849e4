"""The same words for a time or a length mean the same in every place that takes them."""

from collections.abc import Callable
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.fields.field import EditRequest, Refusal
from planner.fields.session import END, LENGTH, START
from planner.fields.step import proposed_step
from planner.importers import PROGRAMME, Doubt
from planner.importers.quick_add import parse_quick
from planner.model import Plan, Session
from planner.model.kind import KINDS
from planner.text import clock
from planner.text.hours import parse_spans
from planner.ui.dialogs.must_end import MustEndDialog
from planner.ui.dialogs.shift_rest import ShiftRestDialog
from planner.ui.inspector.inspector import Inspector
from planner.ui.widgets.clock_field import ClockField
from planner.ui.widgets.fields import LineField
from tests.model.small import at
from tests.ui.harness import SIZE_HINTS, Harness, named

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)
PLAN: Final = Plan(id="plan", kinds=KINDS)
Typed = Callable[[str], Session]


class Places:
    """Every place where a session's times are typed, each on a plan of its own."""

    def __init__(self, qtbot: QtBot, *, start: int = 540, minutes: int = 60, fixed: bool = False) -> None:
        self._qtbot, self._given = qtbot, {"start": start, "minutes": minutes, "fixed": fixed}

    def _harness(self, *more: str) -> Harness:
        harness = Harness(*(at(one, 900).changed(**self._given) for one in ("a", *more)))
        harness.view.set_flow(flow=False)
        harness.view.select("a", *more)
        return harness

    def in_list(self, name: str, text: str) -> Session:
        """Type into a cell of the list."""
        plan = self._harness().plan
        field = {"Start": START, "End": END, "Length": LENGTH}[name]
        step = proposed_step(field, EditRequest(plan, ("a",), Harness().context.t, "mon", flow=False), text)
        return (plan if isinstance(step, Refusal) else step.plan).session_by_id["a"]

    def in_inspector(self, name: str, text: str, *more: str) -> Session:
        """Type into a field of the inspector, also with several sessions selected."""
        harness = self._harness(*more)
        made = Inspector(harness.context)
        self._qtbot.addWidget(made)
        harness.put(made, made.show_state, width=300, height=1400)
        field = named(made, LineField, name)
        field.setFocus()
        field.selectAll()
        field.insert(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        return harness.plan.session_by_id["a"]

    def in_dialogs(self, text: str) -> set[int]:
        """Type into the dialogs that ask for a time."""
        context = self._harness().context
        context.view.show_day("mon")
        found: set[int] = set()
        for dialog, name in ((MustEndDialog(context, 540, None), "time"), (ShiftRestDialog(context, 540), "start")):
            self._qtbot.addWidget(dialog)
            field = getattr(dialog, name)
            assert isinstance(field, ClockField)
            field.lineEdit().setText(text)
            field.interpretText()
            found.add(field.minute())
        return found


def imported(text: str, head: str = "Zeit") -> tuple[str, int | None, int | None, tuple[Doubt, ...], str]:
    """Return title, start, end, doubts and note of a row with a cell of times, or with one of lengths from 9:00 on."""
    times = "Zeit\tTitel\n" if head == "Zeit" else f"Zeit\t{head}\tTitel\n"
    cell = f'"{text}"' if head == "Zeit" else f"9:00\t{text}"
    row = PROGRAMME.read(f"{times}{cell}\tFilm", PLAN).rows[0]
    return row.title, row.start, row.end, row.doubts, row.note


def typed_line(text: str) -> tuple[str, int | None, int, int]:
    """Return title, start, length and the number of hints of a typed line."""
    quick = parse_quick(f"Film {text}", PLAN)
    assert quick.sketch is not None
    return quick.sketch.title, quick.sketch.start, quick.sketch.minutes, len(quick.hints)


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("9:30", 570),
        ("9.30 Uhr", 570),
        ("0930 Uhr", 570),
        ("12 Uhr 30", 750),
        ("11 Uhr 15", 675),
        ("12h30", 750),
        ("23h30", 1410),
        ("19 h", 1140),
        ("2pm", 840),
        ("12:15 am", 15),
        ("9⁰⁰ Uhr", 540),
        ("10³⁰", 630),
        ("24:00", 1440),
        ("24:30", 1470),
        ("24:30 Uhr", 1470),
    ],
)
def test_a_time_is_the_same_everywhere(qtbot: QtBot, typed: str, minute: int) -> None:
    places = Places(qtbot)
    assert places.in_list("Start", typed).start == minute
    assert places.in_inspector("Start", typed).start == minute
    assert places.in_dialogs(typed) == {minute}
    assert imported(typed)[:2] == ("Film", minute)
    assert typed_line(typed)[:2] == ("Film", minute)
    if minute < 1440:
        assert parse_spans(f"ab {typed}") == ((minute, 1440),)


@pytest.mark.parametrize(
    ("typed", "minutes", "quick"),
    [
        ("45", 45, False),
        ("45.0", 45, False),
        ("1:30", 90, False),
        ("00:30:00", 30, True),
        ("45 min", 45, True),
        ("30´", 30, True),
        ("30′", 30, True),
        ("30'", 30, True),
        ("1½h", 90, True),
        ("1,5 Std.", 90, True),
        ("1h 30", 90, True),
        ("1h30", 90, True),
        ("1:30h", 90, True),
        ("1 Std 30", 90, True),
        ("2 h 15 min", 135, True),
    ],
)
def test_a_length_is_the_same_everywhere(qtbot: QtBot, typed: str, minutes: int, quick: bool) -> None:
    places = Places(qtbot)
    assert places.in_list("Length", typed).minutes == minutes
    assert places.in_inspector("Length", typed).minutes == minutes
    assert places.in_inspector("Length", typed, "b").minutes == minutes
    assert imported(typed, "Dauer")[:3] == ("Film", 540, 540 + minutes)
    if quick:  # a bare number may belong to the title there
        assert typed_line(typed) == ("Film", None, minutes, 0)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("9:30–10:15", 570, 615),
        ("9:30 bis 10:15 Uhr", 570, 615),
        ("9:30\n10:15", 570, 615),
        ("16:00 → 16:30", 960, 990),
        ("16:00 -> 16:30", 960, 990),
        ("9:30 / 10:00", 570, 600),
        ("10³⁰ – 11¹⁵ Uhr", 630, 675),
        ("9 Uhr 30 – 10 Uhr 15", 570, 615),
        ("23:00–1:00", 1380, 1500),
        ("22:00–24:30", 1320, 1470),
    ],
)
def test_a_range_is_the_same_everywhere(typed: str, start: int, end: int) -> None:
    assert imported(typed)[:4] == ("Film", start, end, ())
    if "\n" not in typed:  # which separates hours from each other, and ends a line
        assert typed_line(typed) == ("Film", start, end - start, 0)
        assert parse_spans(typed) == ((start, end),)


@pytest.mark.parametrize(
    ("typed", "rest"),
    [("9:30*", "*"), ("9:30 MESZ", "MESZ"), ("9:30 (CEST)", "(CEST)"), ("9:30 c.t.", "c.t.")],
)
def test_what_is_not_understood_is_a_doubt_and_no_title(qtbot: QtBot, typed: str, rest: str) -> None:
    title, start, _, doubts, note = imported(typed)
    assert (title, start, doubts, note) == ("Film", 570, (Doubt.ASIDE,), rest)
    assert typed_line(typed) == ("Film", 570, 20, 1)
    places = Places(qtbot)
    assert places.in_list("Start", typed).start == places.in_inspector("Start", typed).start == 540
    assert parse_spans(f"ab {typed}") is None


@pytest.mark.parametrize(
    "typed", ["16:30–open end", "16:30 – Ende offen", "ab 16:30 Uhr (open end)", "16:30 bis offen"]
)
def test_an_open_end_is_the_usual_length_with_a_doubt(typed: str) -> None:
    assert imported(typed)[:4] == ("Film", 990, 1010, (Doubt.ABOUT,))
    assert typed_line(typed) == ("Film", 990, 20, 1)
    assert parse_spans(typed) == ((990, 1440),)


@pytest.mark.parametrize(
    ("name", "typed", "start", "minutes"),
    [
        ("Start", "+15", 555, 60),
        ("Start", "-5", 535, 60),
        ("End", "+15", 540, 75),
        ("End", "-5", 540, 55),
        ("Length", "+15", 540, 75),
        ("Length", "−5", 540, 55),
        ("Length", "0", 540, 0),
        ("End", "9:00", 540, 0),
    ],
)
def test_shifts_and_deadlines_are_the_same_everywhere(
    qtbot: QtBot, name: str, typed: str, start: int, minutes: int
) -> None:
    places = Places(qtbot, fixed=True)
    found = [places.in_list(name, typed), places.in_inspector(name, typed)]
    found += [places.in_inspector(name, typed, "b")] if name == "Length" else []
    assert {(session.start, session.minutes) for session in found} == {(start, minutes)}


@pytest.mark.parametrize(
    ("start", "name", "typed", "span"),
    [
        (11 * 60 + 35, "End", "11:00", (10 * 60, 11 * 60)),
        (11 * 60 + 35, "End", "0:30", (11 * 60 + 35, 12 * 60 + 35)),  # it would begin on the day before
        (23 * 60, "End", "1:30", (23 * 60, 25 * 60 + 30)),
        (24 * 60 + 30, "End", "23:30", (22 * 60 + 30, 23 * 60 + 30)),
        (24 * 60 + 30, "Start", "23:00", (23 * 60, 24 * 60)),
        (23 * 60 + 30, "Start", "0:30", (24 * 60 + 30, 25 * 60 + 30)),
        (24 * 60 + 30, "Start", "1:00", (25 * 60, 26 * 60)),
        (10 * 60, "Start", "0:30", (30, 90)),
    ],
)
def test_the_right_side_of_midnight_is_the_same_everywhere(
    qtbot: QtBot, start: int, name: str, typed: str, span: tuple[int, int]
) -> None:
    places = Places(qtbot, start=start)
    found = [places.in_list(name, typed), places.in_inspector(name, typed)]
    assert {(session.start, session.end) for session in found} == {span}


@pytest.mark.parametrize(("start", "minutes"), [(8 * 60, 1200), (0, 1440), (43 * 60, 60), (23 * 60, 90)])
def test_what_is_shown_can_be_typed_again(qtbot: QtBot, start: int, minutes: int) -> None:
    places = Places(qtbot, start=start, minutes=minutes)
    for name, minute in (("Start", start), ("End", start + minutes)):
        for typed in (clock(minute), f"{clock(minute)} Uhr"):
            found = [places.in_list(name, typed), places.in_inspector(name, typed)]
            assert {(session.start, session.minutes) for session in found} == {(start, minutes)}
