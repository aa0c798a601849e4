from datetime import date

from planner.checks import problems
from planner.model import Day, Item, Registration, Round, Status
from tests.checks.tiny import (
    at,
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
    session,
    with_person,
)

ROOMS = (room("ash", circle=40), room("elm", circle=40), room("oak", circle=40))
ONE, TWO = forum("one", "10:00", "ash circle"), forum("two", "10:00", "elm circle")


def test_a_person_in_two_sessions_at_once_is_told_with_the_minutes() -> None:
    tried = plan(
        group("one", "10:00", contributions=(with_person("c1", "p1"),)),
        group("two", "10:45", place="oak circle", contributions=(with_person("c2", "p1"),)),
        people=people(1),
    )

    problem = only(tried, "person-twice")

    assert problem.subjects == ("p1", "one", "two")
    assert dict(problem.facts) == {
        "person": "p1",
        "session": "one",
        "other": "two",
        "from_at": at("10:45"),
        "until_at": at("11:00"),
        "minutes": 15,
    }
    assert sentences(tried, problem) == (
        "Person 1 ist von 10:45 bis 11:00 zugleich in „One“ und „Two“ (15 min).",
        "Person 1 is in “One” and “Two” at once from 10:45 to 11:00 (15 min).",
    )
    labels = offered(tried, problem)
    assert labels == [
        "“Two” to 11:00 (solves 1, creates 0)",
        "Find somebody else for “Two” (solves 1, creates 1)",
        "Find somebody else for “One” (solves 1, creates 1)",
    ]
    assert codes(pressed(tried, problem, labels[0])) == []
    assert codes(pressed(tried, problem, labels[1])) == ["asked"]


def test_one_after_the_other_is_possible() -> None:
    tried = plan(
        group("one", "10:00", contributions=(with_person("c1", "p1"),)),
        group("two", "11:00", place="oak circle", contributions=(with_person("c2", "p1"),)),
        people=people(1),
    )
    assert codes(tried) == []


def test_who_declined_is_not_there() -> None:
    declined = with_person("c2", "p1", status=Status.DECLINED)
    tried = plan(
        group("one", "10:00", contributions=(with_person("c1", "p1"),)),
        group("two", "10:45", place="oak circle", contributions=(declined,)),
        people=people(1),
    )
    assert codes(tried) == []


def test_who_contributes_to_one_session_of_a_round_is_not_seated_in_another() -> None:
    one = ONE.changed(contributions=(with_person("c1", "p1"),))
    rounds = (seated("round", ("two", range(1, 3))),)
    tried = plan(one, TWO, rooms=ROOMS, rounds=rounds, people=people(2, registration=Registration.REGISTERED))
    problem = only(tried, "person-twice")

    labels = offered(tried, problem)
    mended = pressed(tried, problem, "Seat Person 1 in “One” (solves 1, creates 0)")

    assert labels == [
        "Seat Person 1 in “One” (solves 1, creates 0)",
        "Find somebody else for “One” (solves 1, creates 1)",
    ]
    assert {seat.person: seat.session for seat in mended.rounds[0].seats} == {"p1": "one", "p2": "two"}


def test_who_contributes_where_they_are_seated_is_there_once() -> None:
    one = ONE.changed(contributions=(with_person("c1", "p1"),))
    tried = plan(one, TWO, rooms=ROOMS, rounds=(seated("round", ("one", range(1, 2))),), people=people(1))

    assert codes(tried) == []


def test_a_seat_beside_a_talk_is_given_up() -> None:
    talk = group("walk", "10:30", place="oak circle", contributions=(with_person("c1", "p1"),))
    rounds = (seated("round", ("one", range(1, 2))),)
    tried = plan(ONE, TWO, talk, rooms=ROOMS, rounds=rounds, people=people(1))
    assert codes(tried) == ["person-twice", "beside-everyone"]

    labels = offered(tried, problems(tried)[0])

    assert labels == [
        "Remove Person 1 from “One” (solves 1, creates 0)",
        "“Walk” to 11:00 (solves 2, creates 0)",
        "Find somebody else for “Walk” (solves 1, creates 1)",
    ]


def test_moderating_two_things_for_everyone_is_told_by_their_overlap() -> None:
    tried = plan(
        session("one", "10:00", contributions=(with_person("c1", "p1"),)),
        session("two", "10:45", place="south rows", contributions=(with_person("c2", "p1"),), max_size=60),
        people=people(1),
    )

    assert codes(tried) == ["everyone-twice", "room-small"]


def test_a_part_of_an_item_is_a_part_of_its_session() -> None:
    item = Item(id="i1", title="Greeting", contributions=(with_person("c1", "p1"),))
    tried = plan(
        group("one", "10:00", items=(item,)),
        group("two", "10:45", place="oak circle", contributions=(with_person("c2", "p1"),)),
        people=people(1),
    )

    assert codes(tried) == ["person-twice"]


def test_the_same_hours_on_two_days_do_not_meet() -> None:
    days = (*plan().days, Day(id="tue", date=date(2027, 3, 2)))
    tried = plan(
        group("one", "10:00", contributions=(with_person("c1", "p1"),)),
        group("two", "10:00", contributions=(with_person("c2", "p1"),), day="tue"),
        people=people(1),
        days=days,
    )

    assert codes(tried) == []


def test_a_round_without_seats_puts_nobody_in_two_places() -> None:
    assert codes(plan(ONE, TWO, rooms=ROOMS, rounds=(Round(id="round"),))) == []
