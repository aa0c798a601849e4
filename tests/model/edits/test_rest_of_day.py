"""A buffer between two sessions, and the rest of a day that is shifted."""

from hypothesis import given
from hypothesis import strategies as st

from planner.examples import examples
from planner.model.edits import flowing_from, insert_buffer, shift_rest
from tests.model.small import SOME, at, forum, plan_of, starts
from tests.strategies import plans


def test_a_buffer_behind_a_session_pushes_what_follows_and_no_more_than_needed() -> None:
    plan = insert_buffer(plan_of(at("a", 900), at("b", 1005), at("c", 1105)), "a", "x", 15, kind="break")
    assert starts(plan) == {"a": 900, "b": 1015, "c": 1115, "x": 1000}
    assert plan.session_by_id["x"].kind == "break"


def test_a_buffer_before_a_session_takes_the_gap_there_first() -> None:
    plan = insert_buffer(plan_of(at("a", 900), at("b", 1005)), "b", "x", 15, kind="change", before=True)
    assert starts(plan) == {"a": 900, "b": 1015, "x": 1000}
    roomy = insert_buffer(plan_of(at("a", 900), at("b", 1100)), "b", "x", 15, kind="change", before=True)
    assert starts(roomy) == {"a": 900, "b": 1100, "x": 1045}


def test_a_buffer_moves_no_fixed_time_and_without_flow_nothing() -> None:
    plan = plan_of(at("a", 900), at("b", 1000), at("c", 1100, fixed=True))
    assert starts(insert_buffer(plan, "a", "x", 15, kind="break"))["c"] == 1100
    assert starts(insert_buffer(plan, "c", "x", 15, kind="break", before=True)) == {**starts(plan), "x": 1045}
    for before in (True, False):
        still = insert_buffer(plan, "b", "x", 15, kind="break", before=before, flow=False)
        assert {**starts(still), "x": None} == {**starts(plan), "x": None}


def test_a_buffer_at_a_round_stands_behind_or_before_all_of_it() -> None:
    plan = plan_of(forum("one", 900, 60), forum("two", 900, 30), at("z", 1000))
    assert starts(insert_buffer(plan, "two", "x", 10, kind="break")) == {"one": 900, "two": 900, "z": 1010, "x": 1000}
    before = starts(insert_buffer(plan, "two", "x", 10, kind="break", before=True))
    assert before == {"one": 900, "two": 900, "z": 1000, "x": 850}


def test_a_buffer_of_one_room_leaves_the_other_rooms_alone() -> None:
    plan = plan_of(
        *(at(name, 900 + 100 * n, 60, r, who=SOME) for r in ("hall", "foyer") for n in (0, 1) for name in [f"{r}{n}"])
    )
    put = insert_buffer(plan, "hall0", "x", 15, kind="change")
    assert starts(put) == {"hall0": 900, "hall1": 1015, "foyer0": 900, "foyer1": 1000, "x": 1000}
    assert put.session_by_id["x"].attendance == SOME


def test_the_rest_of_the_day_goes_later_but_not_the_break_that_was_just_inserted() -> None:
    plan = plan_of(at("a", 900), at("b", 1000), at("c", 1100))
    put = insert_buffer(plan, "a", "x", 15, kind="break")
    later = shift_rest(put, "mon", put.session_by_id["x"].end, 20)
    assert starts(later) == {"a": 900, "x": 1000, "b": 1035, "c": 1135}


def test_the_rest_of_the_day_stops_at_a_fixed_time() -> None:
    plan = plan_of(at("a", 900), at("b", 1000), at("lunch", 1200, fixed=True), at("c", 1300), at("d", 1000, day="tue"))
    assert starts(shift_rest(plan, "mon", 600, 90)) == {"a": 900, "b": 1130, "lunch": 1200, "c": 1300, "d": 1000}
    assert shift_rest(plan, "mon", 700, 15) is plan


def test_the_rest_of_the_day_comes_earlier_only_into_empty_time() -> None:
    plan = plan_of(at("a", 900), at("b", 1010), at("c", 1130))
    assert starts(shift_rest(plan, "mon", 601, -30)) == {"a": 900, "b": 1000, "c": 1120}


@given(st.data())
def test_shifting_the_rest_moves_all_of_it_alike_and_nothing_else(data: st.DataObject) -> None:
    plan = data.draw(st.sampled_from([example.plan for example in examples().values()]) | plans(8))
    day = data.draw(st.sampled_from(plan.days)).id
    minute = data.draw(st.integers(0, 2000))
    moving = {session.id for session in flowing_from(plan, day, minute)}
    shifted = shift_rest(plan, day, minute, data.draw(st.integers(-300, 300)))
    moved = {
        (new.start or 0) - (old.start or 0)
        for old, new in zip(plan.sessions, shifted.sessions, strict=True)
        if old.id in moving
    }
    assert len(moved) <= 1
    for old, new in zip(plan.sessions, shifted.sessions, strict=True):
        assert old.id in moving or new is old
        assert not (old.id in moving and old.fixed)
        assert (new.minutes, new.day, new.places) == (old.minutes, old.day, old.places)
