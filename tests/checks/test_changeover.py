from planner.checks import problems
from planner.model import Place, Plan, Round, Seating, Session
from planner.model.agenda import is_barrier
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
    sentences,
    session,
    with_person,
)

RESEATING = QUIET.changed(reseating_minutes=20, expected=40)
WALKING = QUIET.changed(walking_minutes=5)
EASY = RESEATING.changed(expected=20)
BIG = (room("hall", rows=80, standing=80), room("ash", rows=70, circle=40), room("elm", circle=40))


def rebuilt(*sessions: Session) -> Plan:
    return plan(*sessions, settings=RESEATING)


def test_ten_minutes_to_change_the_seating_are_too_few() -> None:
    tried = rebuilt(session("one", "10:00"), session("two", "11:10", place="hall groups"))

    problem = only(tried, "reseating")

    assert problem.subjects == ("one", "two")
    assert dict(problem.facts) == {
        "session": "one",
        "other": "two",
        "room": "hall",
        "seating": "groups",
        "minutes": 10,
        "needed": 20,
    }
    assert sentences(tried, problem) == (
        "Hall: 10 min Umbauzeit von „One“ zu „Two“ (Gruppentische), nötig sind 20.",
        "Hall: 10 min to change the seating from “One” to “Two” (Group tables), 20 are needed.",
    )


def test_twenty_are_enough_and_the_same_seating_needs_none() -> None:
    assert codes(rebuilt(session("one", "10:00"), session("two", "11:20", place="hall groups"))) == []
    assert codes(rebuilt(session("one", "10:00"), session("two", "11:00"))) == []


def test_what_goes_on_elsewhere_leaves_the_room_empty() -> None:
    lunch = session("lunch", "11:00", 30, "elm rows", kind="meal")

    assert (
        codes(plan(session("one", "10:00"), lunch, session("two", "11:30", place="hall groups"), settings=EASY)) == []
    )


def test_who_drinks_coffee_in_the_room_is_in_the_way() -> None:
    def with_coffee(start: str, minutes: int) -> list[str]:
        coffee = session("coffee", start, minutes, "hall", kind="break")
        return codes(rebuilt(session("one", "10:00"), coffee, session("two", "11:30", place="hall groups")))

    assert with_coffee("11:00", 10) == []
    assert with_coffee("11:05", 15) == ["reseating"]
    assert with_coffee("11:05", 10) == []


def test_a_hall_is_rebuilt_with_its_parts_and_its_parts_apart() -> None:
    assert codes(rebuilt(group("one", "10:00"), group("two", "11:00", place="north groups"))) == []
    hall_first = rebuilt(session("one", "10:00"), group("two", "11:00", place="north groups"))
    assert codes(hall_first) == ["reseating"]
    assert dict(only(hall_first, "reseating").facts)["room"] == "north"
    assert codes(rebuilt(group("one", "10:00", place="north groups"), session("two", "11:00"))) == ["reseating"]
    parts = (group("one", "10:00", place="north groups"), group("two", "11:00", place="south rows"))
    assert codes(rebuilt(*parts)) == []


def test_a_room_among_several_is_rebuilt_too() -> None:
    both = (Place(room="elm", seating=Seating.CIRCLE), Place(room="oak", seating=Seating.CIRCLE))
    tried = rebuilt(group("one", "10:00", places=both), group("two", "11:00", place="elm rows"))

    assert dict(only(tried, "reseating").facts)["room"] == "elm"


def test_an_overlap_is_told_as_such_only() -> None:
    assert codes(rebuilt(group("one", "10:00"), group("two", "10:50", place="elm rows"))) == ["room-twice"]


def test_the_same_seating_another_room_or_more_time_mend_it() -> None:
    tried = rebuilt(session("one", "10:00"), session("two", "11:10", place="hall groups"), session("three", "12:10"))
    problem = problems(tried)[0]

    assert offered(tried, problem) == [
        "“Two” to Hall, Rows (80 places) (solves 2, creates 0)",
        "“One” to Hall, Group tables (48 places) (solves 1, creates 0)",
        "“Two” to North, Rows (40 places) (solves 2, creates 0)",
        "“Two” and what follows to 11:20 (solves 1, creates 0)",
    ]


# Walking


def test_no_time_to_walk_is_told() -> None:
    tried = plan(session("one", "10:00"), session("two", "11:02", place="ash rows"), rooms=BIG, settings=WALKING)

    problem = only(tried, "walking")

    assert problem.subjects == ("one", "two", "mon")
    assert dict(problem.facts) == {"session": "one", "other": "two", "minutes": 2, "needed": 5}
    assert sentences(tried, problem) == (
        "2 min für den Weg von „One“ zu „Two“, nötig sind 5.",
        "2 min to walk from “One” to “Two”, 5 are needed.",
    )
    assert offered(tried, problem) == [
        "“Two” to Hall, Rows (80 places) (solves 1, creates 0)",
        "“One” to Ash, Rows (70 places) (solves 1, creates 0)",
        "Shorten “One” by 3 min (solves 1, creates 0)",
        "“Two” to 11:05 (solves 1, creates 0)",
    ]


def test_five_minutes_are_enough_and_so_is_a_break() -> None:
    coffee = session("coffee", "11:00", 5, "", kind="change")
    for start, between in (("11:05", ()), ("11:05", (coffee,))):
        two = session("two", start, place="ash rows")
        assert codes(plan(session("one", "10:00"), *between, two, rooms=BIG, settings=WALKING)) == []


def test_nobody_walks_within_a_room_or_a_hall() -> None:
    few = WALKING.changed(expected=20)
    assert codes(plan(session("one", "10:00"), session("two", "11:00"), settings=few)) == []
    assert codes(plan(session("one", "10:00"), session("two", "11:00", place="north rows"), settings=few)) == []
    assert codes(plan(session("one", "10:00", place="north rows"), session("two", "11:00"), settings=few)) == []


def test_nobody_walks_from_a_round_of_one_session_to_a_part_of_its_hall() -> None:
    round_ = (Round(id="round", title="Round"),)
    few = WALKING.changed(expected=20)
    back = session("back", "11:00", place="north rows")
    assert codes(plan(forum("one", "10:00", "hall rows"), back, rounds=round_, settings=few)) == []
    again = (Round(id="round", title="Round"), Round(id="other", title="Other"))
    next_round = forum("two", "11:00", "north rows", round_="other")
    assert codes(plan(forum("one", "10:00", "hall rows"), next_round, rounds=again, settings=few)) == []


def test_to_a_round_and_between_rounds_people_walk() -> None:
    rounds = (Round(id="round", title="Round"), Round(id="other", title="Other"))
    one = (forum("one", "10:00", "ash circle"), forum("two", "10:00", "elm circle"))
    two = tuple(
        member.changed(id=f"{member.id}-b", start=member.end, attendance={"who": "round", "round": "other"})
        for member in one
    )
    opening = session("opening", "9:00")

    assert all(is_barrier(member) for member in (*one, *two))
    tried = plan(opening, *one, *two, rooms=BIG, rounds=rounds, settings=WALKING)
    assert codes(tried) == ["walking", "walking"]
    labels = offered(tried, problems(tried)[1])
    assert labels == ["Shorten “Round” by 5 min (solves 1, creates 0)", "“Other” to 11:05 (solves 1, creates 0)"]
    mended = pressed(tried, problems(tried)[1], labels[1])
    assert {member.start for member in mended.sessions_in("other")} == {11 * 60 + 5}


def test_a_round_in_one_room_keeps_its_people_there() -> None:
    rounds = (Round(id="round", title="Round"), Round(id="other", title="Other"))
    one, two = forum("one", "10:00", "ash rows"), forum("two", "11:00", "ash rows", round_="other")

    assert codes(plan(one, two, rooms=BIG, rounds=rounds, settings=WALKING)) == []


def test_where_nobody_knows_the_room_nobody_is_sent_on_the_way() -> None:
    call = session("call", "11:00", 30, "", link="https://example.org")

    assert (
        codes(plan(session("one", "10:00"), call, session("two", "11:30", place="hall rows"), settings=WALKING)) == []
    )


def test_people_between_groups_are_told_together() -> None:
    first, second = (tuple(with_person(f"{key}{n}", f"p{n}") for n in (1, 2)) for key in ("a", "b"))
    tried = plan(
        group("one", "10:00", contributions=first),
        group("two", "11:00", place="oak circle", contributions=second),
        people=people(2),
        settings=WALKING,
    )

    problem = only(tried, "walking")

    assert problem.subjects == ("one", "two", "p1", "p2")
    assert dict(problem.facts) == {"session": "one", "other": "two", "minutes": 0, "needed": 5, "people": 2}
    assert sentences(tried, problem) == (
        "2 Personen haben 0 min für den Weg von „One“ zu „Two“, nötig sind 5: Person 1, Person 2.",
        "2 people have 0 min to walk from “One” to “Two”, 5 are needed: Person 1, Person 2.",
    )
    assert offered(tried, problem) == [
        "“Two” to Elm, Circle of chairs (20 places) (solves 1, creates 0)",
        "“One” to Oak, Circle of chairs (14 places) (solves 1, creates 0)",
        "Shorten “One” by 5 min (solves 1, creates 0)",
        "“Two” to 11:05 (solves 1, creates 0)",
    ]


def test_one_person_between_groups_is_one() -> None:
    tried = plan(
        group("one", "10:00", contributions=(with_person("a1", "p1"),)),
        group("two", "11:00", place="oak circle", contributions=(with_person("b1", "p1"),)),
        people=people(1),
        settings=WALKING,
    )

    assert sentences(tried, only(tried, "walking")) == (
        "1 Person hat 0 min für den Weg von „One“ zu „Two“, nötig sind 5: Person 1.",
        "One person has 0 min to walk from “One” to “Two”, 5 are needed: Person 1.",
    )
