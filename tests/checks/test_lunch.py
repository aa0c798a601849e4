import pytest

from planner.checks import problems
from planner.model import Plan, Session
from tests.checks.tiny import DAY, QUIET, at, codes, group, offered, only, plan, pressed, sentences, session

LIMITS = QUIET.changed(lunch_minutes=60)


def lunch(start: str, minutes: int = 60, **fields: object) -> Session:
    return session("lunch", start, minutes, "", kind="meal", **fields)


def day(*sessions: Session) -> Plan:
    """A day that spans noon, with what is given between its sessions."""
    first, last = session("first", "9:00", 60), session("last", "15:00", 60)
    return plan(first, *sessions, last, settings=LIMITS)


def test_a_day_that_goes_on_over_noon_has_no_lunch() -> None:
    tried = day(session("talks", "10:00", 300))

    problem = only(tried, "lunch")

    assert problem.subjects == ("mon",)
    assert dict(problem.facts) == {"day": "mon", "needed": 60, "earliest_at": at("12:00"), "latest_at": at("13:30")}
    assert sentences(tried, problem) == (
        "Montag, 1. März: keine Mittagspause. Richtwert 60 min, Beginn zwischen 12:00 und 13:30.",
        "Monday, 1 March: no lunch. Guideline 60 min, starting between 12:00 and 13:30.",
    )


@pytest.mark.parametrize("start", ["12:00", "12:35", "13:30"])
def test_an_hour_that_starts_at_noon_is_a_lunch(start: str) -> None:
    before, after = at(start) - at("10:00"), at("15:00") - at(start) - 60
    later = f"{(at(start) + 60) // 60}:{at(start) % 60:02}"

    assert codes(day(session("one", "10:00", before), lunch(start), session("two", later, after))) == []


def test_free_time_at_noon_is_a_lunch_too() -> None:
    assert codes(day(session("one", "10:00", 150), session("two", "13:30", 90))) == []
    assert codes(day(session("one", "10:00", 150), group("press", "12:30", 10), session("two", "13:30", 90))) == [
        "lunch"
    ]


def test_a_day_that_ends_at_noon_or_starts_then_needs_none() -> None:
    assert codes(plan(session("one", "9:00", 270), settings=LIMITS)) == []
    assert codes(plan(session("one", "12:00", 300), settings=LIMITS)) == []
    assert codes(plan(session("one", "9:00", 271), settings=LIMITS)) == ["lunch"]


def test_a_short_lunch_is_told_and_made_longer() -> None:
    tried = day(session("one", "10:00", 140), lunch("12:20", 45), session("two", "13:05", 100))

    problem = only(tried, "lunch")

    assert dict(problem.facts) == {"session": "lunch", "minutes": 45, "needed": 60}
    assert sentences(tried, problem) == (
        "„Lunch“ dauert 45 min, Richtwert 60.",
        "“Lunch” lasts 45 min, guideline 60.",
    )
    assert offered(tried, problem) == ["“Lunch” 15 min longer, what follows later (solves 1, creates 0)"]
    mended = pressed(tried, problem, offered(tried, problem)[0])
    assert mended.session_by_id["two"].start == at("13:20")


def test_a_late_lunch_is_told_and_comes_before_what_was_before_it() -> None:
    tried = day(
        session("one", "10:00", 150), session("two", "12:30", 65), lunch("13:35"), session("three", "14:35", 25)
    )

    problem = only(tried, "lunch")

    assert sentences(tried, problem) == (
        "„Lunch“ beginnt um 13:35, Richtwert 12:00 bis 13:30.",
        "“Lunch” starts at 13:35, guideline 12:00 to 13:30.",
    )
    assert offered(tried, problem) == ["“Lunch” before “Two” (solves 1, creates 0)"]
    mended = pressed(tried, problem, offered(tried, problem)[0])
    assert [mended.session_by_id[key].start for key in ("lunch", "two")] == [at("12:30"), at("13:30")]


def test_an_early_lunch_changes_places_with_what_is_behind_it() -> None:
    tried = day(
        session("one", "10:00", 100), lunch("11:40"), session("two", "12:40", 30), session("three", "13:10", 110)
    )

    assert offered(tried, only(tried, "lunch")) == ["“Two” before “Lunch” (solves 1, creates 0)"]


def test_a_lunch_can_be_short_and_late() -> None:
    tried = day(session("one", "10:00", 220), lunch("13:40", 30), session("two", "14:10", 50))

    assert sentences(tried, only(tried, "lunch")) == (
        "„Lunch“ dauert 30 min, Richtwert 60, und beginnt um 13:40, Richtwert 12:00 bis 13:30.",
        "“Lunch” lasts 30 min, guideline 60, and starts at 13:40, guideline 12:00 to 13:30.",
    )


def test_dinner_is_no_lunch() -> None:
    tried = plan(
        session("one", "9:00", 600),
        session("dinner", "19:00", 60, "", kind="meal"),
        days=(DAY.changed(end=at("20:00")),),
        settings=LIMITS,
    )

    assert only(tried, "lunch").subjects == ("mon",)


def test_one_of_two_meals_is_enough() -> None:
    early = group("early", "11:30", 30, "", kind="meal")
    tried = day(
        session("one", "10:00", 90), early, session("two", "12:00", 30), lunch("12:30"), session("three", "13:30", 90)
    )

    assert [problem.code for problem in problems(tried)] == []


def test_a_missing_lunch_is_put_in_at_noon() -> None:
    tried = plan(
        session("one", "9:00", 200), session("two", "12:20", 120), session("three", "14:20", 60), settings=LIMITS
    )
    problem = only(tried, "lunch")

    labels = offered(tried, problem)

    assert labels == [
        "Insert 60 min of lunch after “One” (solves 1, creates 0)",
        "Insert 60 min of lunch after “One”, leaving “Two” only 60 min (solves 1, creates 0)",
    ]
    mended = pressed(tried, problem, labels[0])
    assert [mended.session_by_id[key].start for key in ("two", "three")] == [at("13:20"), at("15:20")]
    assert {entry.title for entry in mended.sessions} > {"Mittagspause"}
