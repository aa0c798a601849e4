"""How far what follows flows: up to the next fixed time, on its own track, past barriers, behind rounds."""

from planner.model import Place
from planner.model.edits import followers, move_session, move_sessions, resize_session, schedule_sessions, to_tray
from tests.model.small import SOME, at, forum, plan_of, starts


def test_the_panel_grows_15_minutes_before_a_fixed_lunch_and_only_what_is_before_lunch_moves() -> None:
    plan = plan_of(
        at("hello", 1000, 30),
        at("podium", 1030, 60),
        at("input", 1130, 30),
        at("lunch", 1200, 60, fixed=True),
        at("work", 1300, 90),
    )
    grown = resize_session(plan, "podium", 75, flow=True)
    assert starts(grown) == {"hello": 1000, "podium": 1030, "input": 1145, "lunch": 1200, "work": 1300}
    assert grown.session_by_id["input"].end == 12 * 60 + 15  # 15 min too long: shown, not solved


def test_without_flow_only_the_session_itself_changes() -> None:
    plan = plan_of(at("a", 900), at("b", 1000))
    assert starts(resize_session(plan, "a", 90)) == starts(plan)
    assert starts(move_session(plan, "a", "mon", 545)) == {"a": 905, "b": 1000}


def test_what_follows_comes_closer_when_a_session_gets_shorter_or_earlier() -> None:
    plan = plan_of(at("a", 900), at("b", 1000), at("c", 1130))
    assert starts(resize_session(plan, "a", 40, flow=True)) == {"a": 900, "b": 940, "c": 1110}
    assert starts(move_session(plan, "a", "mon", 525, flow=True)) == {"a": 845, "b": 945, "c": 1115}


def test_the_gap_closes_when_a_session_goes_to_the_tray() -> None:
    plan = plan_of(at("a", 900), at("b", 1000), at("c", 1100, fixed=True), at("d", 1200))
    assert starts(to_tray(plan, "a", flow=True)) == {"a": None, "b": 900, "c": 1100, "d": 1200}


def test_a_session_of_one_room_moves_its_own_track_up_to_the_next_barrier() -> None:
    plan = plan_of(
        at("a", 900, 30, "half-1", who=SOME),
        at("next", 930, 30, "half-1", who=SOME),
        at("beside", 930, 30, "half-2", who=SOME),
        at("lunch", 1200),
        at("later", 1300, 30, "half-1", who=SOME),
    )
    grown = resize_session(plan, "a", 40, flow=True)
    assert starts(grown) == {"a": 900, "next": 940, "beside": 930, "lunch": 1200, "later": 1300}


def test_a_whole_hall_follows_what_is_in_its_half_and_the_other_half_does_not() -> None:
    plan = plan_of(
        at("a", 900, 30, "half-1", who=SOME),
        at("whole", 1000, 30, "hall", who=SOME),
        at("other", 1000, 30, "half-2", who=SOME),
    )
    assert [session.id for session in followers(plan, "a")] == ["whole"]
    assert [session.id for session in followers(plan_of(*plan.sessions, at("b", 800, 30, "hall", who=SOME)), "b")] == [
        "a",
        "whole",
        "other",
    ]


def test_a_barrier_moves_all_tracks() -> None:
    plan = plan_of(at("all", 900), at("a", 1000, 30, "half-1", who=SOME), at("b", 1030, 30, "half-2", who=SOME))
    assert starts(resize_session(plan, "all", 70, flow=True)) == {"all": 900, "a": 1010, "b": 1040}


def test_what_starts_together_with_a_fixed_time_stays_whichever_stands_first_in_the_plan() -> None:
    lunch, film = at("lunch", 1200, fixed=True), at("film", 1200, 30, "foyer", who=SOME)
    for order in ((lunch, film), (film, lunch)):
        plan = plan_of(at("a", 900), at("b", 1000), *order)
        assert [session.id for session in followers(plan, "a")] == ["b"]


def test_a_round_in_which_one_session_is_fixed_stays_together() -> None:
    plan = plan_of(at("a", 900), forum("f1", 1000), forum("f2", 1000, fixed=True), at("b", 1100))
    assert followers(plan, "a") == ()


def test_what_is_still_under_way_at_the_end_does_not_move() -> None:
    plan = plan_of(at("a", 900), at("overlapping", 930), at("b", 1000))
    assert [session.id for session in followers(plan, "a")] == ["b"]


def test_another_day_and_the_tray_do_not_move() -> None:
    plan = plan_of(at("a", 900), at("tomorrow", 1000, day="tue"), at("waiting", None))
    assert followers(plan, "a") == ()
    assert followers(plan, "waiting") == ()


def test_behind_a_round_things_move_only_when_its_longest_session_does() -> None:
    plan = plan_of(forum("f1", 1400, 70), forum("f2", 1400, 60), at("return", 1510))
    assert starts(resize_session(plan, "f2", 70, flow=True))["return"] == 1510
    assert starts(resize_session(plan, "f2", 75, flow=True))["return"] == 1515
    assert starts(resize_session(plan, "f1", 50, flow=True))["return"] == 1500
    assert starts(move_session(plan, "f2", "mon", 845, flow=True)) == {"f1": 1400, "f2": 1405, "return": 1510}
    assert starts(move_session(plan, "f2", "mon", 855, flow=True))["return"] == 1515


def test_a_forum_that_goes_to_the_tray_closes_only_what_the_round_gets_shorter() -> None:
    plan = plan_of(forum("f1", 1400, 70), forum("f2", 1400, 60), at("return", 1510))
    assert starts(to_tray(plan, "f2", flow=True)) == {"f1": 1400, "f2": None, "return": 1510}
    assert starts(to_tray(plan, "f1", flow=True)) == {"f1": None, "f2": 1400, "return": 1500}
    alone = to_tray(to_tray(plan, "f2"), "f1", flow=True)
    assert starts(alone)["return"] == 1400


def test_put_elsewhere_a_session_pushes_nothing() -> None:
    plan = plan_of(at("a", 900, 30, "half-1", who=SOME), at("b", 930, 30, "half-1", who=SOME))
    assert starts(move_session(plan, "a", "mon", 550, places=(Place(room="foyer"),), flow=True))["b"] == 930
    assert starts(move_session(plan, "a", "tue", 550, flow=True))["b"] == 930


def test_a_new_room_of_a_session_for_everyone_does_not_stop_the_flow() -> None:
    plan = plan_of(at("a", 900, 60, "hall"), at("b", 1000, 60, "hall"))
    assert starts(move_session(plan, "a", "mon", 550, places=(Place(room="foyer"),), flow=True))["b"] == 1010


def test_what_flows_past_midnight_stops_where_a_day_ends_for_good() -> None:
    plan = plan_of(at("a", 2200), at("b", 2330, 30))
    assert starts(resize_session(plan, "a", 120, flow=True))["b"] == 2430
    late = plan_of(at("a", 900), at("b", 900).changed(start=2870))
    assert resize_session(late, "a", 600, flow=True).session_by_id["b"].start == 2879


def test_what_follows_never_passes_what_was_before_it() -> None:
    plan = plan_of(at("a", 1000, 60), at("beside", 930, 85, "half-1", who=SOME), at("c", 1100, 30, "half-1"))
    assert starts(resize_session(plan, "a", 10, flow=True))["c"] == 1055
    moved = move_session(plan, "a", "mon", 480, flow=True)
    assert starts(moved) == {"a": 800, "beside": 930, "c": 1055}
    overlapping = plan_of(at("a", 1000, 60), at("beside", 930, 120, "half-1", who=SOME), at("c", 1100, 30, "half-1"))
    assert starts(move_session(overlapping, "a", "mon", 360, flow=True))["c"] == 930


def test_what_follows_several_moves_with_them_up_to_the_next_fixed_time() -> None:
    plan = plan_of(at("a", 900), at("b", 1000), at("c", 1100), at("lunch", 1230, fixed=True), at("d", 1400))
    expected = {"a": 915, "b": 1015, "c": 1115, "lunch": 1230, "d": 1400}
    assert starts(move_sessions(plan, ["a", "b"], 15, flow=True)) == expected
    assert starts(move_sessions(plan, ["a", "b"], 15)) == expected | {"c": 1100}
    assert starts(move_sessions(plan, ["a", "d"], 15, flow=True)) == expected | {"d": 1415}


def test_what_follows_several_comes_forward_no_further_than_what_stays() -> None:
    plan = plan_of(at("x", 800), at("a", 900), at("b", 1000), at("c", 1100))
    assert starts(move_sessions(plan, ["a", "b"], -30, flow=True)) == {"x": 800, "a": 830, "b": 930, "c": 1030}
    plan = plan_of(at("x", 900, 30, "foyer", who=SOME), at("a", 900, 60, "hall", who=SOME), at("b", 1000, 30, "hall"))
    plan = plan.changed(sessions=(*plan.sessions, at("c", 1030)))
    assert starts(move_sessions(plan, ["a", "b"], -60, flow=True)) == {"x": 900, "a": 800, "b": 900, "c": 930}


def test_behind_a_part_of_a_round_it_moves_as_the_round_s_end() -> None:
    plan = plan_of(forum("a", 900), forum("b", 900), at("c", 1000))
    assert starts(move_sessions(plan, ["a"], 15, flow=True))["c"] == 1015
    assert starts(move_sessions(plan, ["a"], -15, flow=True))["c"] == 1000
    assert starts(move_sessions(plan, ["a", "b"], -15, flow=True)) == {"a": 845, "b": 845, "c": 945}
    plan = plan_of(forum("short", 900, 30), forum("long", 900, 60), at("c", 1000))
    assert starts(move_sessions(plan, ["short"], 15, flow=True)) == {"short": 915, "long": 900, "c": 1000}


def test_what_is_too_long_already_pushes_nothing_over_the_fixed_time_it_runs_into() -> None:
    plan = plan_of(at("podium", 1130, 80), at("lunch", 1235, 60, fixed=True), at("after", 1335, 20))
    longer = resize_session(plan, "podium", 90, flow=True)
    assert starts(longer) == starts(plan)
    assert resize_session(longer, "podium", 80, flow=True) == plan
    beside_it = at("side", 1030, 30, "foyer", who=SOME, fixed=True)
    plan = plan_of(at("talks", 1000, 120), beside_it, at("next", 1200, 30))
    assert starts(resize_session(plan, "talks", 130, flow=True)) == {"talks": 1000, "side": 1030, "next": 1210}


def test_what_is_chosen_before_a_round_and_in_it_leaves_no_gap_behind_the_round() -> None:
    plan = plan_of(at("walk", 900, 30), forum("a", 930), forum("b", 930), at("return", 1030))
    expected = {"walk": 845, "a": 915, "b": 915, "return": 1015}
    assert starts(move_sessions(plan, ["walk", "a"], -15, flow=True)) == expected
    assert starts(move_sessions(plan, ["walk"], -15, flow=True)) == expected


def test_what_is_scheduled_together_comes_one_behind_the_other_and_a_round_side_by_side() -> None:
    plan = plan_of(at("x", 900, 30), at("a", None, 20), at("b", None, 10))
    away = [forum("f", 900, 60), forum("g", 900, 40)]
    plan = plan.changed(sessions=(*plan.sessions, *(session.changed(day=None, start=None) for session in away)))
    expected = {"a": 900, "f": 920, "g": 920, "b": 1020}
    ids = ["a", "f", "g", "b"]
    assert starts(schedule_sessions(plan, ids, "mon", 540)) == expected | {"x": 900}
    assert starts(schedule_sessions(plan, ids, "mon", 540, flow=True)) == expected | {"x": 1030}


def test_what_follows_comes_forward_to_what_began_at_midnight() -> None:
    late_show = at("show", 0, 60, "foyer", who=SOME)
    plan = plan_of(at("a", 0, 30, "hall", who=SOME), late_show, at("b", 30, 30, "hall", "foyer", who=SOME))
    assert starts(to_tray(plan, "a", flow=True)) == {"a": None, "show": 0, "b": 0}


def test_what_follows_moves_with_what_leaves_midnight_and_with_what_comes_to_it() -> None:
    assert starts(move_sessions(plan_of(at("a", 0, 30), at("b", 30)), ["a"], 15, flow=True)) == {"a": 15, "b": 45}
    assert starts(move_sessions(plan_of(at("a", 15, 30), at("b", 45)), ["a"], -15, flow=True)) == {"a": 0, "b": 30}
