from datetime import date

from planner.model import Day, Plan, Session
from tests.checks.tiny import at, group, offered, only, plan, sentences
from tests.checks.tiny import codes as all_codes

FORWARD, BACK = date(2027, 3, 28), date(2027, 10, 31)


def night(on: date, *sessions: Session) -> Plan:
    return plan(*sessions, days=(Day(id="mon", date=on, start=0, end=at("12:00")),))


def codes(on: date, start: str, minutes: int) -> list[str]:
    return all_codes(night(on, group("one", start, minutes)))


def test_a_start_that_does_not_exist_is_told() -> None:
    tried = night(FORWARD, group("one", "2:30"))

    problem = only(tried, "clock-change")

    assert problem.subjects == ("one",)
    assert dict(problem.facts) == {"session": "one", "from_at": at("2:30"), "change": "gap", "start": 1}
    assert sentences(tried, problem) == (
        "„One“ beginnt um 02:30; diese Zeit gibt es nicht, die Uhren werden vorgestellt.",
        "“One” starts at 02:30, which does not exist: the clocks go forward.",
    )
    assert offered(tried, problem) == ["“One” to 03:00 (solves 1, creates 0)"]


def test_a_start_or_an_end_that_comes_twice_is_told() -> None:
    tried = night(BACK, group("one", "2:30", 15))
    assert sentences(tried, only(tried, "clock-change")) == (
        "„One“ beginnt um 02:30; diese Zeit gibt es zweimal, die Uhren werden zurückgestellt.",
        "“One” starts at 02:30, which occurs twice: the clocks go back.",
    )
    tried = night(BACK, group("one", "1:30", 45))
    assert sentences(tried, only(tried, "clock-change")) == (
        "„One“ endet um 02:15; diese Zeit gibt es zweimal, die Uhren werden zurückgestellt.",
        "“One” ends at 02:15, which occurs twice: the clocks go back.",
    )


def test_the_hours_around_it_are_not() -> None:
    assert codes(FORWARD, "1:00", 60) == []
    assert codes(FORWARD, "3:00", 60) == []
    assert codes(BACK, "1:00", 59) == []
    assert codes(BACK, "3:00", 60) == []
    assert codes(BACK, "1:30", 180) == []


def test_the_night_after_a_day_belongs_to_it() -> None:
    assert codes(date(2027, 10, 30), "26:15", 15) == ["after-day", "clock-change"]


def test_on_other_days_there_is_no_such_hour() -> None:
    assert codes(date(2027, 6, 1), "2:30", 60) == []
