from planner.checks import Index, offers, problems
from planner.checks.facts.overlaps import activity_of_session
from planner.checks.fixes.clusters import MOST_STEPS, one_after_the_other, spread_over_rooms, together
from planner.model import Round
from tests.checks.tiny import (
    codes,
    forum,
    group,
    offered,
    only,
    people,
    plan,
    pressed,
    room,
    sentences,
    session,
    with_person,
)

ROOMS = tuple(room(key, circle=20) for key in ("elm", "oak", "ash", "fir"))


def test_several_sessions_in_one_room_are_spread_over_the_free_ones() -> None:
    tried = plan(*(group(key, "10:00") for key in ("one", "two", "three")), group("late", "15:00"), rooms=ROOMS)
    problem = only(tried, "room-twice")

    assert offered(tried, problem) == [
        (
            "“Three” to Oak, Circle of chairs (20 places); “Two” to Ash, Circle of chairs (20 places) "
            "(solves 1, creates 0)"
        ),
        "“Three” to 11:00; “Two” to 12:00 (solves 1, creates 0)",
    ]
    for label in offered(tried, problem):
        assert codes(pressed(tried, problem, label)) == []


def test_for_which_no_room_is_free_they_follow() -> None:
    tried = plan(*(group(f"s{n}", "10:00") for n in range(6)), rooms=ROOMS)
    problem = only(tried, "room-twice")

    label = offered(tried, problem)[0]

    assert label.endswith(" and 2 more (solves 1, creates 0)")
    mended = pressed(tried, problem, label)
    assert codes(mended) == []
    assert [mended.session_by_id[key].start for key in ("s0", "s4", "s5")] == [600, 660, 720]


def test_a_fixed_session_keeps_its_room_and_time() -> None:
    tried = plan(group("one", "10:00"), group("two", "10:00", fixed=True), group("three", "10:00"), rooms=ROOMS)

    offer = offers(tried, only(tried, "room-twice"))[0]

    assert offer.plan.session_by_id["two"] is tried.session_by_id["two"]


def test_sessions_for_everyone_are_put_one_after_the_other() -> None:
    tried = plan(*(session(f"s{n}", f"10:{n}0") for n in range(4)))
    problem = only(tried, "everyone-twice")

    german, english = sentences(tried, problem)
    assert german == (
        "4 Programmpunkte sind alle für alle, überschneiden sich aber zwischen 10:10 und 11:20 (insgesamt 70 min): "
        "S0, S1, S2, S3."
    )
    assert english == (
        "4 sessions that all need everyone overlap between 10:10 and 11:20 (70 min in all): S0, S1, S2, S3."
    )
    assert offered(tried, problem) == ["“S1” to 11:00; “S2” to 12:00; “S3” to 13:00 (solves 1, creates 0)"]
    assert codes(pressed(tried, problem, offered(tried, problem)[0])) == []


def test_nothing_is_offered_that_leaves_a_part_of_the_cluster_or_runs_out_of_the_day() -> None:
    tried = plan(*(session(f"s{n}", "10:00", 180) for n in range(4)))

    assert offered(tried, only(tried, "everyone-twice")) == []


def test_what_runs_beside_everyone_is_moved_after_it() -> None:
    tried = plan(
        session("all", "10:00"), group("one", "10:00", place="elm circle"), group("two", "10:30", place="oak circle")
    )
    problem = only(tried, "beside-everyone")

    assert problem.subjects == ("all", "one", "two")
    assert offered(tried, problem) == ["“One” to 11:00; “Two” to 11:00 (solves 1, creates 0)"]


def test_several_that_run_into_a_fixed_time_are_shortened() -> None:
    tried = plan(
        group("one", "10:00", 90, "elm circle"),
        group("two", "10:30", 60, "oak circle"),
        session("all", "11:00", fixed=True),
    )
    problem = only(tried, "fixed-overrun")

    assert sentences(tried, problem)[1] == (
        "3 sessions overlap at fixed times between 10:30 and 11:30 (60 min in all): One, Two, All."
    )
    assert offered(tried, problem) == ["Shorten “One” by 30 min; Shorten “Two” by 30 min (solves 1, creates 0)"]


def test_somebody_in_many_places_is_replaced_in_all_but_one() -> None:
    tried = plan(
        *(
            group(f"s{n}", "10:00", place=place, contributions=(with_person(f"c{n}", "p1"),))
            for n, place in enumerate(("elm circle", "oak circle", "north rows"))
        ),
        people=people(1),
    )
    problem = only(tried, "person-twice")

    assert problem.subjects == ("p1", "s0", "s1", "s2")
    assert sentences(tried, problem)[0] == (
        "Person 1 hat 3 Programmpunkte, die sich zwischen 10:00 und 11:00 überschneiden (insgesamt 60 min): S0, S1, S2."
    )
    (offer,) = offers(tried, problem)
    assert [step.facts["session"] for step in offer.fix.steps] == ["s1", "s2"]
    assert "person-twice" not in codes(offer.plan)


def test_a_cluster_too_large_to_follow_has_no_fix() -> None:
    sessions = [group(f"s{n}", "10:00") for n in range(MOST_STEPS + 2)]
    index = Index(plan(*sessions, rooms=ROOMS))
    activities = [activity_of_session(index, one) for one in sessions]

    assert list(spread_over_rooms(index, sessions)) == list(one_after_the_other(index, activities)) == []
    assert list(together([])) == []


def test_a_round_moves_as_one_and_its_sessions_not_alone() -> None:
    forums = tuple(forum(f"f{n}", "10:00", "elm circle") for n in range(3))
    tried = plan(*forums, rooms=ROOMS, rounds=(Round(id="round", title="Round"),))
    problem = next(problem for problem in problems(tried) if problem.code == "room-twice")

    assert problem.cluster
    assert all("to 1" not in label for label in offered(tried, problem))
