from planner.checks import problems
from planner.model import Registration, Role
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
    seated,
    sentences,
    session,
    with_person,
)

TWO = (forum("one", "10:00", "elm circle"), forum("two", "10:00", "oak circle"))
LIST = people(14, registration=Registration.REGISTERED)


# Groups


def test_a_group_below_its_minimum_is_filled_from_the_largest() -> None:
    rounds = (seated("round", ("one", range(1, 12)), ("two", range(12, 15)), min_size=5),)
    tried = plan(*TWO, people=LIST, rounds=rounds)

    problem = only(tried, "group-small")

    assert problem.subjects == ("two",)
    assert dict(problem.facts) == {"session": "two", "people": 3, "least": 5, "missing": 2}
    assert sentences(tried, problem) == (
        "Two: 3 Personen, mindestens 5. 2 fehlen.",
        "Two: 3 people, at least 5 needed. 2 people short.",
    )
    labels = offered(tried, problem)
    assert labels == [
        "Move 2 people from “One” to “Two” (solves 1, creates 0)",
        "Hold “Two” with 3 people (solves 1, creates 0)",
    ]
    moved, lowered = (pressed(tried, problem, label) for label in labels)
    assert codes(moved) == codes(lowered) == []
    assert sum(seat.session == "two" for seat in moved.rounds[0].seats) == 5
    assert lowered.rounds[0].min_size == 3


def test_a_group_of_just_its_minimum_is_well() -> None:
    rounds = (seated("round", ("one", range(1, 10)), ("two", range(10, 15)), min_size=5),)
    assert codes(plan(*TWO, people=LIST, rounds=rounds)) == []


def test_nobody_is_taken_from_a_group_that_would_be_too_small() -> None:
    rounds = (seated("round", ("one", range(1, 7)), ("two", range(7, 11)), min_size=6),)
    tried = plan(*TWO, people=LIST[:10], rounds=rounds)

    assert offered(tried, only(tried, "group-small")) == ["Hold “Two” with 4 people (solves 1, creates 0)"]


def test_a_session_has_a_minimum_of_its_own() -> None:
    tried = plan(group("walk", "10:00", people=7, min_size=8))

    assert sentences(tried, only(tried, "group-small")) == (
        "Walk: 7 Personen, mindestens 8. 1 fehlt.",
        "Walk: 7 people, at least 8 needed. 1 person short.",
    )
    assert codes(plan(group("walk", "10:00", people=8, min_size=8))) == []


# Food


def test_food_for_too_few_with_the_sum() -> None:
    speakers = (with_person("c1", "p1"), with_person("c2", "p2"), with_person("c3", "p3", role=Role.TECHNOLOGY))
    listed = (*people(2), people(3, staff=True)[2])
    talk = session("speech", "10:00", contributions=speakers)
    settings = QUIET.changed(staff=4, catering=65)
    tried = plan(talk, people=listed, settings=settings)

    problem = only(tried, "catering")

    assert problem.subjects == ("plan",)
    assert dict(problem.facts) == {
        "people": 66,
        "ordered": 65,
        "missing": 1,
        "attending": 60,
        "guests": 2,
        "staff": 4,
    }
    assert sentences(tried, problem) == (
        "60 + 2 Mitwirkende + 4 Team = 66 Personen, Verpflegung ist für 65 bestellt. 1 fehlt.",
        "60 + 2 contributing + 4 staff = 66 people, but food is ordered for 65. 1 meal short.",
    )
    mended = pressed(tried, problem, "Order food for 66 people (solves 1, creates 0)")
    assert mended.settings.catering == 66


def test_food_for_just_enough_or_nothing_ordered() -> None:
    assert codes(plan(settings=QUIET.changed(staff=4, catering=64))) == []
    assert codes(plan(settings=QUIET.changed(staff=4, catering=63))) == ["catering"]
    assert codes(plan(settings=QUIET.changed(staff=4))) == []


def test_people_alone_need_no_sum() -> None:
    tried = plan(settings=QUIET.changed(catering=50))

    assert sentences(tried, only(tried, "catering"))[0] == "60 Personen, Verpflegung ist für 50 bestellt. 10 fehlen."


# The waiting list


def test_people_wait_while_places_are_free() -> None:
    waiting = tuple(person.changed(registration=Registration.WAITING) for person in people(14)[11:])
    tried = plan(people=(*LIST[:11], *waiting), settings=QUIET.changed(cap=13))

    problem = only(tried, "waiting")

    assert dict(problem.facts) == {"people": 3, "places": 2, "most": 13}
    assert sentences(tried, problem) == (
        "3 Personen auf der Warteliste, 2 Plätze frei (höchstens 13).",
        "3 people on the waiting list, 2 places free (at most 13).",
    )
    mended = pressed(tried, problem, "Register 2 people from the waiting list (solves 1, creates 0)")
    assert [person.registration for person in mended.people[11:]] == [
        Registration.REGISTERED,
        Registration.REGISTERED,
        Registration.WAITING,
    ]
    assert codes(mended) == []


def test_nobody_is_let_in_where_that_would_be_an_error() -> None:
    waiting = people(15)[14].changed(registration=Registration.WAITING)
    full = (seated("round", ("one", range(1, 1))),)
    tried = plan(TWO[1], people=(*LIST, waiting), rounds=full, settings=QUIET.changed(cap=20))

    assert offered(tried, only(tried, "waiting")) == []


def test_a_full_event_lets_people_wait() -> None:
    waiting = people(15)[14].changed(registration=Registration.WAITING)
    assert codes(plan(people=(*LIST, waiting), settings=QUIET.changed(cap=14))) == []
    staffed = QUIET.changed(cap=17, staff=3, staff_counts=True)
    assert codes(plan(people=(*LIST, waiting), settings=staffed)) == []


def test_staff_alone_are_counted_apart() -> None:
    problem = only(plan(settings=QUIET.changed(staff=4, catering=60)), "catering")

    assert (problem.fact("attending"), problem.fact("staff"), problem.fact("missing")) == (60, 4, 4)


def test_what_no_plan_can_hold_is_not_offered() -> None:
    tried = plan(settings=QUIET.changed(expected=99_999, staff=99_999, catering=65))
    problem = next(found for found in problems(tried) if found.code == "catering")
    assert offered(tried, problem) == []
