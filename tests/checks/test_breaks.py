from planner.model import Plan, Round, Session, Status
from planner.model.edits import change_contribution
from planner.text import clock_range
from tests.checks.tiny import (
    QUIET,
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
    sentences,
    session,
    with_person,
)

LIMITS = QUIET.changed(longest_without_break=90)
ROOMS = (room("hall", rows=80, standing=80), room("ash", circle=40), room("elm", circle=40))


def times(of: Plan) -> list[str]:
    sessions = sorted(of.sessions, key=lambda entry: entry.start or 0)
    return [clock_range(entry.start or 0, entry.end) for entry in sessions]


def rest(key: str, start: str, minutes: int, kind: str = "break", place: str = "") -> Session:
    return session(key, start, minutes, place, kind=kind)


def test_more_than_ninety_minutes_on_end_are_told() -> None:
    tried = plan(session("one", "10:00", 50), session("two", "10:50", 45), settings=LIMITS)

    problem = only(tried, "no-break")

    assert problem.subjects == ("one", "two", "mon")
    assert dict(problem.facts) == {"from_at": at("10:00"), "until_at": at("11:35"), "minutes": 95, "most": 90}
    assert sentences(tried, problem) == (
        "95 min ohne Pause (10:00–11:35), Richtwert 90.",
        "95 min without a break (10:00 to 11:35), guideline 90.",
    )


def test_ninety_minutes_on_end_are_not() -> None:
    assert codes(plan(session("one", "10:00", 50), session("two", "10:50", 40), settings=LIMITS)) == []


def test_breaks_meals_and_arrival_are_rests() -> None:
    for kind in ("break", "meal", "arrival", "change"):
        sessions = (
            session("one", "10:00", 80),
            rest("rest", "11:20", 10, kind, "hall rows"),
            session("two", "11:30", 80),
        )
        assert codes(plan(*sessions, settings=LIMITS)) == []


def test_empty_time_is_a_rest_too_but_a_few_minutes_are_none() -> None:
    assert codes(plan(session("one", "10:00", 80), session("two", "11:30", 80), settings=LIMITS)) == []
    tried = plan(session("one", "10:00", 80), rest("rest", "11:20", 5), session("two", "11:25", 80), settings=LIMITS)
    assert dict(only(tried, "no-break").facts)["minutes"] == 165


def test_a_break_that_is_eaten_up_is_no_rest() -> None:
    tried = plan(session("one", "10:00", 55), rest("rest", "10:40", 20), session("two", "11:00", 60), settings=LIMITS)

    assert codes(tried) == ["everyone-twice", "no-break"]


def test_a_round_goes_on_like_a_session_and_groups_do_not() -> None:
    both = (forum("one", "11:00", "ash circle"), forum("two", "11:00", "elm circle"))
    rounds = (Round(id="round", title="Round"),)

    tried = plan(session("opening", "10:00"), *both, rooms=ROOMS, rounds=rounds, settings=LIMITS)
    assert only(tried, "no-break").subjects == ("opening", "round", "mon")

    tried = plan(session("opening", "10:00"), group("one", "11:00"), settings=LIMITS)
    assert codes(tried) == []


def test_a_day_is_named_where_there_are_several() -> None:
    days = (plan().days[0], plan().days[0].changed(id="tue", date=plan().days[0].date.replace(day=2)))
    tried = plan(session("one", "10:00", 95), days=days, settings=LIMITS)

    assert sentences(tried, only(tried, "no-break")) == (
        "Montag, 1. März: 95 min ohne Pause (10:00–11:35), Richtwert 90.",
        "Monday, 1 March: 95 min without a break (10:00 to 11:35), guideline 90.",
    )


def test_a_break_is_offered_in_the_middle_with_what_follows_or_at_somebodys_cost() -> None:
    tried = plan(
        session("one", "10:00", 50),
        session("two", "10:50", 50),
        rest("coffee", "11:40", 20, place="elm"),
        session("three", "12:00", 60),
        settings=LIMITS,
    )
    problem = only(tried, "no-break")

    labels = offered(tried, problem)

    assert labels == [
        "Insert a break of 20 min after “One” (solves 1, creates 0)",
        "Insert a break of 20 min after “One”, leaving “Three” only 40 min (solves 1, creates 0)",
        "End “One” 20 min earlier for a break (solves 1, creates 0)",
    ]
    later, shorter, earlier = (pressed(tried, problem, label) for label in labels)
    assert times(later) == ["10:00–10:50", "10:50–11:10", "11:10–12:00", "12:00–12:20", "12:20–13:20"]
    assert times(shorter) == ["10:00–10:50", "10:50–11:10", "11:10–12:00", "12:00–12:20", "12:20–13:00"]
    assert times(earlier) == ["10:00–10:30", "10:30–10:50", "10:50–11:40", "11:40–12:00", "12:00–13:00"]
    (new,) = {entry.id for entry in later.sessions} - {entry.id for entry in tried.sessions}
    assert (later.session_by_id[new].kind, later.session_by_id[new].places[0].room) == ("break", "elm")


def test_nothing_is_offered_where_one_session_is_too_long_or_the_next_is_fixed() -> None:
    tried = plan(session("one", "10:00", 120), settings=LIMITS)
    assert offered(tried, only(tried, "no-break")) == []

    tried = plan(session("one", "10:00", 50), session("two", "10:50", 50, fixed=True), settings=LIMITS)
    assert offered(tried, only(tried, "no-break")) == ["End “One” 20 min earlier for a break (solves 1, creates 0)"]


def moderated(press: str) -> Plan:
    """Two sessions with a break between them, and somebody who also talks to the press."""
    return plan(
        session("one", "10:40", 50, contributions=(with_person("c1", "p1"),)),
        rest("coffee", "11:30", 20),
        group("press", press, 20, contributions=(with_person("c2", "p1"),)),
        session("two", "11:50", 60, contributions=(with_person("c3", "p1"),)),
        people=people(1),
        settings=LIMITS,
    )


def test_who_works_through_the_break_is_told() -> None:
    tried = moderated("11:30")

    problem = only(tried, "no-rest")

    assert problem.subjects == ("p1", "one", "press", "two")
    assert dict(problem.facts) == {
        "person": "p1",
        "from_at": at("10:40"),
        "until_at": at("12:50"),
        "minutes": 130,
        "most": 90,
    }
    assert sentences(tried, problem) == (
        "Person 1 ist 130 min am Stück im Einsatz (10:40–12:50), Richtwert 90.",
        "Person 1 is needed for 130 min on end (10:40 to 12:50), guideline 90.",
    )
    assert offered(tried, problem) == [
        "Find somebody else for “One” (solves 1, creates 1)",
        "Find somebody else for “Press” (solves 1, creates 1)",
        "Find somebody else for “Two” (solves 1, creates 1)",
    ]


def test_who_has_the_break_is_not() -> None:
    assert codes(moderated("13:30")) == []
    assert codes(change_contribution(moderated("11:30"), "c2", status=Status.DECLINED)) == []


def test_gaps_too_short_to_rest_count_as_work() -> None:
    def talks(gap: int) -> Plan:
        return plan(
            group("one", "10:00", 44, contributions=(with_person("c1", "p1"),)),
            group("two", f"10:{44 + gap}", 44, "oak circle", contributions=(with_person("c2", "p1"),)),
            people=people(1),
            settings=LIMITS,
        )

    assert dict(only(talks(9), "no-rest").facts)["minutes"] == 97
    assert codes(talks(2)) == []
    assert codes(talks(10)) == []


def test_what_is_told_of_everybody_is_not_told_of_the_moderator_again() -> None:
    moderator = (with_person("c1", "p1"),)

    assert codes(plan(session("one", "10:00", 100, contributions=moderator), people=people(1), settings=LIMITS)) == [
        "no-break"
    ]


def test_who_only_has_a_seat_may_sit_as_long_as_the_group_does() -> None:
    tried = plan(group("one", "10:00", 100), group("two", "11:40", 60), settings=LIMITS)

    assert codes(tried) == []
