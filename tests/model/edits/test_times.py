"""When sessions are: moving, resizing, fixing, swapping, the tray; how far what follows flows is in test_flow."""

from datetime import date

import pytest

from planner.model import Place
from planner.model.edits import (
    end_session,
    fix_time,
    insert_session,
    move_session,
    resize_from_start,
    resize_session,
    shift,
    swap_sessions,
    to_tray,
)
from planner.model.edits.times import put_before
from tests.model.small import MONDAY, SOME, at, forum, plan_of, starts


def test_a_session_moves_to_another_day_time_and_room() -> None:
    plan = move_session(plan_of(at("a", 900, 60, "hall")), "a", "tue", 600, places=(Place(room="foyer"),))
    (session,) = plan.sessions
    assert (session.day, session.start, session.places) == ("tue", 600, (Place(room="foyer"),))


def test_a_session_goes_before_an_earlier_one_and_nothing_else_moves() -> None:
    plan = plan_of(at("a", 900, 30), at("b", 930, 60), at("c", 1030, 10), at("d", 1040, 20))
    assert put_before(plan, "c", "a").session_by_id["c"].start == at("a", 900).start
    assert starts(put_before(plan, "c", "a")) == starts(
        plan_of(at("a", 910, 30), at("b", 940, 60), at("c", 900, 10), at("d", 1040, 20))
    )


def test_a_session_from_the_tray_gets_a_time_and_keeps_its_rooms() -> None:
    plan = move_session(plan_of(at("a", None, 30, "foyer")), "a", "mon", 600, flow=True)
    assert (starts(plan), plan.sessions[0].places) == ({"a": 1000}, (Place(room="foyer"),))


@pytest.mark.parametrize(("asked", "start"), [(-5, 0), (1500, 1500), (5000, 2879)])
def test_a_start_stays_within_what_a_day_holds(asked: int, start: int) -> None:
    assert move_session(plan_of(at("a", 900)), "a", "mon", asked).sessions[0].start == start


def test_a_fixed_time_that_is_moved_is_fixed_at_its_new_place() -> None:
    moved = move_session(plan_of(at("a", 900, fixed=True)), "a", "mon", 600).sessions[0]
    assert (moved.start, moved.fixed) == (600, True)


@pytest.mark.parametrize(("asked", "minutes"), [(-5, 0), (45, 45), (5000, 1440)])
def test_a_length_stays_within_a_day(asked: int, minutes: int) -> None:
    assert resize_session(plan_of(at("a", 900)), "a", asked).sessions[0].minutes == minutes


def test_a_length_may_pass_midnight() -> None:
    session = resize_session(plan_of(at("a", 2300)), "a", 150).sessions[0]
    assert session.end == 25 * 60 + 30


@pytest.mark.parametrize(("asked", "start", "minutes"), [(510, 510, 90), (560, 560, 40), (700, 600, 0), (-9, 0, 600)])
def test_a_new_start_keeps_the_end(asked: int, start: int, minutes: int) -> None:
    session = resize_from_start(plan_of(at("a", 900)), "a", asked).sessions[0]
    assert (session.start, session.minutes) == (start, minutes)


@pytest.mark.parametrize(
    ("asked", "start", "minutes"), [(690, 600, 90), (600, 600, 0), (540, 480, 60), (60, 0, 60), (1470, 600, 870)]
)
def test_an_end_after_the_start_resizes_and_one_before_it_moves(asked: int, start: int, minutes: int) -> None:
    session = end_session(plan_of(at("a", 1000, 60)), "a", asked).sessions[0]
    assert (session.start, session.minutes) == (start, minutes)


def test_no_session_is_moved_to_the_day_before_by_its_end() -> None:
    session = end_session(plan_of(at("a", 1000, 60)), "a", 30).sessions[0]
    assert (session.start, session.minutes) == (0, 60)


def test_what_lies_in_the_tray_has_no_end() -> None:
    plan = plan_of(at("a", None))
    assert end_session(plan, "a", 600) is plan


def test_a_session_that_moves_to_an_end_keeps_its_length_though_the_clocks_change() -> None:
    sunday = plan_of(at("a", 600, 120)).changed(days=(MONDAY.changed(date=date(2026, 10, 25)),), zone="Europe/Berlin")
    session = end_session(sunday, "a", 210).sessions[0]  # 03:30, half an hour after the repeated hour
    assert (session.start, session.minutes) == (150, 120)


def test_a_start_that_would_make_it_longer_than_a_day_keeps_the_end_too() -> None:
    late = at("a", 900).changed(start=2000, minutes=100)
    session = resize_from_start(plan_of(late), "a", 300).sessions[0]
    assert (session.start, session.end) == (660, 2100)


def test_the_start_of_what_lies_in_the_tray_cannot_be_dragged() -> None:
    plan = plan_of(at("a", None))
    assert resize_from_start(plan, "a", 600) is plan


def test_a_time_is_fixed_and_let_go() -> None:
    plan = fix_time(plan_of(at("a", 900)), "a", fixed=True)
    assert plan.sessions[0].fixed
    assert not fix_time(plan, "a", fixed=False).sessions[0].fixed


def test_what_goes_to_the_tray_keeps_its_length_and_rooms_and_is_no_longer_fixed() -> None:
    session = to_tray(plan_of(at("a", 900, 45, "foyer", fixed=True)), "a").sessions[0]
    assert (session.scheduled, session.fixed, session.minutes) == (False, False, 45)
    assert session.places == (Place(room="foyer"),)


def test_what_lies_in_the_tray_stays_there() -> None:
    plan = plan_of(at("a", None), at("b", 900))
    assert to_tray(plan, "a", flow=True) is plan


def test_neighbours_change_their_order_within_the_time_they_take() -> None:
    plan = swap_sessions(plan_of(at("a", 900, 30), at("b", 930, 90), at("c", 1100)), "b", "a")
    assert starts(plan) == {"a": 1030, "b": 900, "c": 1100}


def test_sessions_apart_exchange_day_start_and_rooms() -> None:
    plan = swap_sessions(plan_of(at("a", 900, 30, "hall"), at("b", 1400, 60, "foyer", day="tue")), "a", "b")
    a, b = plan.sessions
    assert (a.day, a.start, a.places[0].room) == ("tue", 840, "foyer")
    assert (b.day, b.start, b.places[0].room) == ("mon", 540, "hall")


def test_what_is_swapped_into_the_tray_is_no_longer_fixed() -> None:
    plan = swap_sessions(plan_of(at("a", 900, fixed=True), at("b", None)), "a", "b")
    assert starts(plan) == {"a": None, "b": 900}
    assert not any(session.fixed for session in plan.sessions)


def test_a_session_swapped_with_itself_stays() -> None:
    plan = plan_of(at("a", 900))
    assert swap_sessions(plan, "a", "a") is plan


def test_neighbours_at_the_end_of_time_stay_within_it() -> None:
    early, late = at("a", 900).changed(start=2800, minutes=60), at("b", 900).changed(start=2860, minutes=600)
    assert [session.start for session in swap_sessions(plan_of(early, late), "a", "b").sessions] == [2879, 2800]


def test_several_sessions_move_together_and_keep_their_distances_at_the_edge() -> None:
    plan = plan_of(at("a", 10), at("b", 200), at("c", 900), at("d", None))
    assert starts(shift(plan, ["a", "b", "d"], -60)) == {"a": 0, "b": 150, "c": 900, "d": None}


def test_a_block_dropped_into_a_gap_moves_what_follows_only_as_far_as_needed() -> None:
    plan = plan_of(at("a", 900), at("b", 1030), at("c", 1200))
    assert starts(insert_session(plan, at("new", 1000, 60), flow=True)) == {"a": 900, "b": 1100, "c": 1230, "new": 1000}
    assert starts(insert_session(plan, at("new", 1000, 30), flow=True)) == {**starts(plan), "new": 1000}
    assert starts(insert_session(plan, at("new", 1000, 60))) == {**starts(plan), "new": 1000}


def test_a_block_dropped_onto_a_start_stands_before_what_was_there() -> None:
    assert starts(insert_session(plan_of(at("a", 900)), at("new", 900, 20), flow=True)) == {"a": 920, "new": 900}


def test_a_block_of_one_room_makes_room_on_its_own_track_only() -> None:
    plan = plan_of(at("a", 900, 60, "half-1", who=SOME), at("b", 900, 60, "half-2", who=SOME))
    plan = insert_session(plan, at("new", 900, 20, "half-1", who=SOME), flow=True)
    assert starts(plan) == {"a": 920, "b": 900, "new": 900}


def test_a_longer_forum_that_joins_a_round_pushes_by_what_it_is_longer() -> None:
    plan = plan_of(forum("f1", 1400, 60), at("end", 1500))
    assert starts(insert_session(plan, forum("f2", 1400, 70), flow=True))["end"] == 1510


def test_the_last_minute_in_which_something_can_start_is_one() -> None:
    late = at("a", 900).changed(start=2800, minutes=100)
    session = resize_from_start(plan_of(late), "a", 2890).sessions[0]
    assert (session.start, session.end) == (2879, 2900)
