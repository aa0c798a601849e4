"""A typed time changes a session in one way, wherever it was typed: also across midnight and clock changes."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.fields.field import EditRequest, Field, Refusal
from planner.fields.session import DAY, END, FIXED, LENGTH, START
from planner.fields.step import proposed_step
from planner.model import Plan
from planner.model.time import LAST_START
from planner.text import language
from tests.model.small import MONDAY, at, plan_of
from tests.profiles import tries

EN = language("en")


def request(plan: Plan, *ids: str, flow: bool = False) -> EditRequest:
    return EditRequest(plan, ids or ("s",), EN, "mon", flow)


def said(plan: Plan, field: Field[Any], text: object, *ids: str, flow: bool = False) -> Plan | str:
    step = proposed_step(field, request(plan, *ids, flow=flow), text)
    return step.sentence if isinstance(step, Refusal) else step.plan


def span(found: Plan | str) -> str:
    """Return start and length of the session, as "11:35+60", or what refuses the input."""
    if isinstance(found, str):
        return found
    session = found.session_by_id["s"]
    return "tray" if session.start is None else f"{session.start // 60}:{session.start % 60:02}+{session.minutes}"


@pytest.mark.parametrize(
    ("start", "minutes", "typed", "right"),
    [
        (1135, 60, "13:00", "11:35+85"),
        (1135, 60, "11:00", "10:00+60"),
        (1135, 60, "11:35", "A session lasts at least one minute."),
        (30, 60, "0:15", "To end at 00:15 it would have to begin on the day before."),
        (1100, 60, "1:00", "0:00+60"),
        (1800, 60, "1:00", "18:00+420"),
        (2300, 60, "0:30", "23:00+90"),
        (2330, 30, "6:00", "23:30+390"),
        (2430, 60, "2:00", "24:30+90"),
        (2430, 60, "23:00", "22:00+60"),
        (3100, 60, "8:30", "31:00+90"),
        (900, 60, "+15", "9:00+75"),
        (900, 60, "-60", "A session lasts at least one minute."),
        (900, 60, "soon", "“soon” is not a time. Write it like 9:30."),
        (None, 60, "9:30", "Without a start there is no end: enter a start first."),
    ],
)
def test_an_end_resizes_and_one_before_the_start_moves(start: int | None, minutes: int, typed: str, right: str) -> None:
    assert span(said(plan_of(at("s", start, minutes)), END, typed)) == right


@pytest.mark.parametrize(
    ("start", "typed", "right"),
    [
        (1135, "9:30", "9:30+60"),
        (1135, "1:00", "1:00+60"),
        (2330, "0:30", "24:30+60"),
        (2430, "23:00", "23:00+60"),
        (2430, "1:15", "25:15+60"),
        (2430, "9:00", "9:00+60"),
        (3100, "7:15", "31:15+60"),
        (3100, "23:00", "23:00+60"),
        (900, "+15", "9:15+60"),
        (900, "-1:00", "8:00+60"),
        (900, "", "tray"),
        (None, "9:30", "9:30+60"),
        (None, "+15", "Without a start it cannot be moved: enter a time."),
        (900, "noon", "“noon” is not a time. Write it like 9:30."),
    ],
)
def test_a_start_moves_to_the_night_that_has_begun_or_the_evening_before(
    start: int | None, typed: str, right: str
) -> None:
    assert span(said(plan_of(at("s", start)), START, typed)) == right


@given(start=st.integers(0, LAST_START - 1), minutes=st.integers(1, 1440), typed=st.integers(0, 1439))
@settings(max_examples=tries(300), deadline=None)
def test_an_end_that_is_taken_is_the_one_that_clocks_show(start: int, minutes: int, typed: int) -> None:
    plan = plan_of(at("s", 0, minutes).changed(start=start))
    after = said(plan, END, f"{typed // 60}:{typed % 60:02}")
    if not isinstance(after, str):
        session = after.session_by_id["s"]
        assert session.end % 1440 == typed
        assert session.minutes == minutes or session.start == start


def test_where_clocks_change_the_end_is_what_they_show() -> None:
    plan = plan_of(at("s", 130, 30), days=(MONDAY.changed(date=date(2027, 3, 28)),))
    assert span(said(plan, END, "3:30")) == "1:30+60"
    assert span(said(plan_of(at("s", 400, 60), days=plan.days), END, "3:30")) == "1:30+60"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("45", "9:00+45"),
        ("1:30", "9:00+90"),
        ("1,5 h", "9:00+90"),
        ("+15", "9:00+75"),
        ("-15", "9:00+45"),
        ("0", "A session lasts at least one minute."),
        ("-60", "A session lasts at least one minute."),
        ("long", "“long” is not a length. Write it like 45 or 1:30."),
    ],
)
def test_a_length_is_set_or_changed(typed: str, right: str) -> None:
    assert span(said(plan_of(at("s", 900)), LENGTH, typed)) == right


def test_a_deadline_has_a_fixed_time_and_no_length() -> None:
    plan = plan_of(at("s", 900, fixed=True))
    assert span(said(plan, LENGTH, "0")) == span(said(plan, END, "9:00")) == "9:00+0"
    assert said(plan_of(at("s", 900, fixed=True), at("b", 1000)), LENGTH, "0", "s", "b") == (
        "A session lasts at least one minute."
    )


def test_a_length_for_several_moves_what_follows_once_for_each_whatever_was_clicked_first() -> None:
    plan = plan_of(at("s", 900), at("b", 1000), at("c", 1100))
    for typed in ("90", "+30"):
        after = said(plan, LENGTH, typed, "b", "s", flow=True)
        assert isinstance(after, Plan)
        assert [session.start for session in after.sessions] == [540, 630, 720]


def test_minutes_later_move_all_that_have_a_time_and_a_time_only_the_one_it_was_typed_at() -> None:
    plan = plan_of(at("s", 900), at("b", 1000), at("c", None))
    later, moved = said(plan, START, "+15", "s", "b", "c"), said(plan, START, "8", "s", "b", "c")
    assert isinstance(later, Plan)
    assert isinstance(moved, Plan)
    assert [session.start for session in later.sessions] == [555, 615, None]
    assert [session.start for session in moved.sessions] == [480, 600, None]


def test_a_day_is_chosen_and_from_the_tray_it_begins_with_it() -> None:
    plan = plan_of(at("s", None), at("b", 1000))
    after = said(plan, DAY, "tue", "s", "b")
    assert isinstance(after, Plan)
    assert [(session.day, session.start) for session in after.sessions] == [("tue", 540), ("tue", 600)]
    assert span(said(after, DAY, "")) == "tray"
    assert DAY.choices is not None
    assert [value for value, _ in DAY.choices(plan, plan.sessions, EN)] == ["", "mon", "tue"]


def test_only_what_has_a_time_is_fixed() -> None:
    plan = plan_of(at("s", None), at("b", 1000))
    assert said(plan, FIXED, True) == "Without a time it cannot be fixed."
    after = said(plan, FIXED, True, "s", "b")
    assert isinstance(after, Plan)
    assert [session.fixed for session in after.sessions] == [False, True]
