from planner.checks import problems
from planner.model import Registration, Round
from tests.checks.tiny import (
    QUIET,
    codes,
    forum,
    group,
    offered,
    only,
    people,
    plan,
    pressed,
    room,
    seated,
    sentences,
    with_person,
)

ROOMS = (room("ash", circle=20), room("elm", circle=16), room("oak", circle=14))
THREE = (
    forum("one", "10:00", "ash circle"),
    forum("two", "10:00", "elm circle"),
    forum("three", "10:00", "oak circle"),
)


def test_a_round_with_too_few_places_is_told_once_with_the_sum() -> None:
    tried = plan(*THREE, rooms=ROOMS, rounds=(Round(id="round", title="Round"),))

    problem = only(tried, "round-short")

    assert problem.subjects == ("round",)
    assert dict(problem.facts) == {
        "round": "round",
        "people": 60,
        "places": 50,
        "missing": 10,
        "sum": "20 + 16 + 14",
    }
    assert sentences(tried, problem) == (
        "Round: 60 Personen, 50 Plätze (20 + 16 + 14). 10 fehlen.",
        "Round: 60 people, 50 places (20 + 16 + 14). 10 places short.",
    )


def test_a_round_with_just_enough_places_is_not() -> None:
    settings = QUIET.changed(expected=50)
    assert codes(plan(*THREE, rooms=ROOMS, rounds=(Round(id="round"),), settings=settings)) == []


def test_a_room_that_two_sessions_share_counts_once() -> None:
    rooms = (room("hall", "north", rows=30), room("north", circle=20), room("oak", circle=14))
    sessions = (
        forum("one", "10:00", "hall rows"),
        forum("two", "10:00", "hall rows"),
        forum("three", "10:00", "north circle"),
        forum("four", "10:00", "oak circle"),
    )
    tried = plan(*sessions, rooms=rooms, rounds=(Round(id="round", title="Round"),))
    (problem,) = (found for found in problems(tried) if found.code == "round-short")
    facts = dict(problem.facts)
    assert (facts["places"], facts["missing"], facts["sum"]) == (44, 16, "30 + 14")


def test_a_room_counts_again_for_those_who_use_it_afterwards() -> None:
    sessions = (forum("one", "10:00", "ash circle"), forum("two", "11:30", "ash circle"))
    tried = plan(*sessions, rooms=ROOMS, rounds=(Round(id="round"),), settings=QUIET.changed(expected=40))
    assert "round-short" not in codes(tried)


def test_one_place_is_one_place() -> None:
    settings = QUIET.changed(expected=51)
    tried = plan(*THREE, rooms=ROOMS, rounds=(Round(id="round", title="Round"),), settings=settings)

    assert sentences(tried, only(tried, "round-short")) == (
        "Round: 51 Personen, 50 Plätze (20 + 16 + 14). 1 fehlt.",
        "Round: 51 people, 50 places (20 + 16 + 14). 1 place short.",
    )


def test_a_larger_free_room_mends_a_round() -> None:
    rooms = (*ROOMS, room("hall", circle=26))
    tried = plan(*THREE, rooms=rooms, rounds=(Round(id="round"),))
    problem = only(tried, "round-short")

    labels = offered(tried, problem)

    assert labels == [
        "“Two” to Hall, Circle of chairs (26 places) (solves 1, creates 0)",
        "“Three” to Hall, Circle of chairs (26 places) (solves 1, creates 0)",
    ]
    assert codes(pressed(tried, problem, labels[0])) == []


def test_unknown_places_keep_a_round_from_being_called_short() -> None:
    tried = plan(*THREE[:2], forum("three", "10:00", "yew"), rooms=(*ROOMS, room("yew")), rounds=(Round(id="round"),))

    assert codes(tried) == ["no-places"]


def _seated(one: range, two: range, three: range) -> Round:
    return seated("round", ("one", one), ("two", two), ("three", three))


LIST = people(50, registration=Registration.REGISTERED)
FULL = _seated(range(1, 19), range(19, 35), range(35, 51))
"""18 of 20, 16 of 16, 16 of 14."""


def test_a_session_too_full_is_told_while_others_have_places() -> None:
    tried = plan(*THREE, rooms=ROOMS, rounds=(FULL,), people=LIST)

    problem = only(tried, "round-full")

    assert problem.subjects == ("three",)
    assert dict(problem.facts) == {
        "session": "three",
        "people": 16,
        "room": "oak",
        "seating": "circle",
        "places": 14,
        "missing": 2,
    }
    assert sentences(tried, problem) == (
        "Three: 16 Personen, Oak im Stuhlkreis 14 Plätze. 2 fehlen.",
        "Three: 16 people, Oak in a circle of chairs 14 places. 2 places short.",
    )


def test_a_session_just_full_is_not() -> None:
    full = _seated(range(1, 21), range(21, 37), range(37, 51))

    assert codes(plan(*THREE, rooms=ROOMS, rounds=(full,), people=LIST)) == []


def test_people_are_reseated_where_places_are_left() -> None:
    tried = plan(*THREE, rooms=ROOMS, rounds=(FULL,), people=LIST)
    problem = only(tried, "round-full")

    labels = offered(tried, problem)
    mended = pressed(tried, problem, labels[0])

    assert labels == ["Move 2 people to “One” (solves 1, creates 0)"]
    moved = [seat.person for seat in mended.rounds[0].seats if seat.session == "one"][-2:]
    assert moved == ["p49", "p50"]
    assert codes(mended) == []


def test_the_pinned_and_those_who_contribute_stay() -> None:
    pinned = FULL.changed(
        seats=tuple(seat.changed(pinned=seat.session == "three" and seat.person != "p40") for seat in FULL.seats)
    )
    host = THREE[2].changed(contributions=(with_person("c1", "p50"),))
    tried = plan(*THREE, rooms=ROOMS, rounds=(pinned,), people=LIST)
    assert offered(tried, only(tried, "round-full")) == []

    tried = plan(*THREE[:2], host, rooms=ROOMS, rounds=(FULL,), people=LIST)
    mended = pressed(tried, only(tried, "round-full"), "Move 2 people to “One” (solves 1, creates 0)")
    moved = [seat.person for seat in mended.rounds[0].seats if seat.session == "one"][-2:]
    assert moved == ["p48", "p49"]


def test_people_spread_over_several_sessions_where_none_takes_all() -> None:
    spread = _seated(range(1, 20), range(20, 35), range(35, 51))  # 19 of 20, 15 of 16, 16 of 14
    tried = plan(*THREE, rooms=ROOMS, rounds=(spread,), people=LIST)
    problem = only(tried, "round-full")

    labels = offered(tried, problem)

    assert labels == ["Move 2 people to the other sessions of “Round” (solves 1, creates 0)"]
    assert codes(pressed(tried, problem, labels[0])) == []


def test_too_few_in_sum_is_not_told_again_for_each_session() -> None:
    crowded = _seated(range(1, 21), range(21, 37), range(37, 61))
    listed = people(60, registration=Registration.REGISTERED)

    assert codes(plan(*THREE, rooms=ROOMS, rounds=(crowded,), people=listed)) == ["round-short"]


def test_too_few_in_sum_and_badly_spread_are_two_things() -> None:
    listed = people(51, registration=Registration.REGISTERED)
    badly = _seated(range(1, 11), range(11, 27), range(27, 52))  # 10 of 20, 16 of 16, 25 of 14

    assert codes(plan(*THREE, rooms=ROOMS, rounds=(badly,), people=listed)) == ["round-short", "round-full"]


def test_a_maximum_below_the_places_is_named_and_can_be_raised() -> None:
    three = forum("three", "10:00", "oak circle", max_size=10)
    seats = _seated(range(1, 21), range(21, 35), range(35, 47))
    listed = people(46, registration=Registration.REGISTERED)
    tried = plan(*THREE[:2], three, rooms=ROOMS, rounds=(seats,), people=listed)
    problem = only(tried, "round-full")

    assert dict(problem.facts) == {"session": "three", "people": 12, "most": 10, "missing": 2}
    assert sentences(tried, problem) == (
        "Three: 12 Personen, höchstens 10. 2 zu viel.",
        "Three: 12 people, at most 10. 2 too many.",
    )
    assert offered(tried, problem) == [
        "Move 2 people to “Two” (solves 1, creates 0)",
        "Admit 12 people to “Three” (solves 1, creates 0)",
    ]


def test_the_maximum_of_the_round_can_be_raised_too() -> None:
    tried = plan(*THREE, rooms=ROOMS, rounds=(Round(id="round", max_size=10),), settings=QUIET.changed(expected=34))
    problem = only(tried, "round-short")

    assert dict(problem.facts)["sum"] == "10 + 10 + 10"
    assert offered(tried, problem) == ["Admit 14 people to “One” (solves 1, creates 0)"]


def test_a_stage_that_counts_takes_places_of_its_session() -> None:
    hosted = THREE[2].changed(contributions=(with_person("c1", label="Host"),))
    settings = QUIET.changed(expected=50, stage_counts=True)
    tried = plan(*THREE[:2], hosted, rooms=ROOMS, rounds=(Round(id="round"),), settings=settings)

    assert dict(only(tried, "round-short").facts)["sum"] == "20 + 16 + 13"


def test_a_group_beside_a_round_is_no_part_of_it() -> None:
    tried = plan(
        *THREE,
        group("walk", "10:00", 60, ""),
        rooms=ROOMS,
        rounds=(Round(id="round"),),
        settings=QUIET.changed(expected=50),
    )

    assert [problem.code for problem in problems(tried)] == ["beside-everyone", "no-room"]


def test_a_stage_that_counts_needs_a_place_in_the_other_room_too() -> None:
    hosted = THREE[2].changed(contributions=(with_person("c1", label="Host"),))
    rooms = (*ROOMS, room("yew", circle=24), room("fir", circle=25))
    settings = QUIET.changed(stage_counts=True)
    tried = plan(*THREE[:2], hosted, rooms=rooms, rounds=(Round(id="round"),), settings=settings)
    problem = only(tried, "round-short")
    assert problem.fact("missing") == 11

    assert offered(tried, problem) == ["“Three” to Fir, Circle of chairs (25 places) (solves 1, creates 0)"]


def test_whoever_is_on_stage_is_not_among_those_let_in() -> None:
    hosted = THREE[2].changed(contributions=(with_person("c1", label="Host"),), max_size=10)
    listed = people(42, registration=Registration.REGISTERED)
    seats = _seated(range(1, 15), range(15, 31), range(31, 43))
    settings = QUIET.changed(stage_counts=True)
    tried = plan(*THREE[:2], hosted, rooms=ROOMS, rounds=(seats,), people=listed, settings=settings)

    assert "Admit 12 people to “Three” (solves 1, creates 0)" in offered(tried, only(tried, "round-full"))


def test_who_is_on_stage_takes_a_place_of_the_room_that_two_sessions_share() -> None:
    hosted = (
        forum(key, "10:00", "ash circle", contributions=(with_person(f"c{key}", label="Host"),)) for key in ("a", "b")
    )
    settings = QUIET.changed(expected=19, stage_counts=True)
    tried = plan(*hosted, rooms=ROOMS, rounds=(Round(id="round"),), settings=settings)

    (problem,) = (found for found in problems(tried) if found.code == "round-short")
    assert (problem.fact("places"), problem.fact("missing")) == (18, 1)
