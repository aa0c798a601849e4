import pytest

from planner.model import Session
from planner.text import clock_range
from tests.checks.tiny import QUIET, at, codes, offered, only, plan, pressed, sentences, session

TALK = QUIET.changed(longest_one_way=45)
ARRIVAL = QUIET.changed(arrival_minutes=15)


def talk(key: str, start: str, minutes: int, kind: str = "talk") -> Session:
    return session(key, start, minutes, kind=kind)


def test_talk_in_a_row_is_told_with_its_minutes() -> None:
    tried = plan(
        talk("welcome-1", "10:00", 20, "welcome"), talk("one", "10:20", 30), talk("two", "10:50", 25), settings=TALK
    )

    problem = only(tried, "one-way")

    assert problem.subjects == ("welcome-1", "one", "two", "mon")
    assert dict(problem.facts) == {"from_at": at("10:00"), "until_at": at("11:15"), "minutes": 75, "most": 45}
    assert sentences(tried, problem) == (
        "75 min Vortrag am Stück (10:00–11:15), Richtwert 45.",
        "75 min of talking in a row (10:00 to 11:15), guideline 45.",
    )
    assert offered(tried, problem) == ["Use the last 10 min of “One” for discussion (solves 1, creates 0)"]
    mended = pressed(tried, problem, offered(tried, problem)[0])
    assert [(entry.title, clock_range(entry.start or 0, entry.end)) for entry in mended.sessions] == [
        ("Welcome-1", "10:00–10:20"),
        ("One", "10:20–10:40"),
        ("Two", "10:50–11:15"),
        ("Diskussion", "10:40–10:50"),
    ]
    assert mended.sessions[-1].places == tried.sessions[1].places


def test_forty_five_minutes_are_not() -> None:
    assert codes(plan(talk("one", "10:00", 20), talk("two", "10:20", 25), settings=TALK)) == []


@pytest.mark.parametrize("kind", ["plenary", "panel", "workshop", "closing"])
def test_what_is_no_talk_ends_it(kind: str) -> None:
    assert (
        codes(plan(talk("one", "10:00", 40), talk("x", "10:40", 5, kind), talk("two", "10:45", 40), settings=TALK))
        == []
    )


def test_a_break_ends_it_and_a_short_one_does_not() -> None:
    def with_break(minutes: int) -> list[str]:
        coffee = session("coffee", "10:30", minutes, "", kind="break")
        return codes(plan(talk("one", "10:00", 30), coffee, talk("two", f"10:{30 + minutes}", 30), settings=TALK))

    assert with_break(10) == []
    assert with_break(5) == ["one-way"]


def test_a_discussion_goes_between_two_talks_or_ends_one() -> None:
    tried = plan(
        talk("one", "10:00", 40), talk("two", "10:40", 40), session("three", "11:20", 60, kind="panel"), settings=TALK
    )
    problem = only(tried, "one-way")

    labels = offered(tried, problem)

    assert labels == [
        "Use the last 10 min of “One” for discussion (solves 1, creates 0)",
        "Insert 10 min of discussion after “One” (solves 1, creates 0)",
        "Insert 10 min of discussion after “One”, leaving “Three” only 50 min (solves 1, creates 0)",
    ]
    mended = pressed(tried, problem, labels[2])
    assert [(mended.session_by_id[key].start, mended.session_by_id[key].minutes) for key in ("two", "three")] == [
        (at("10:50"), 40),
        (at("11:30"), 50),
    ]


def test_a_single_long_talk_ends_in_discussion() -> None:
    tried = plan(talk("one", "10:00", 60), settings=TALK)

    assert offered(tried, only(tried, "one-way")) == [
        "Use the last 15 min of “One” for discussion (solves 1, creates 0)",
    ]


def test_a_talk_of_two_hours_is_only_told() -> None:
    tried = plan(talk("one", "10:00", 120), settings=TALK)

    assert offered(tried, only(tried, "one-way")) == []


# Arrival


def arrival(minutes: int = 30) -> Session:
    return session("arrival-1", "9:00", minutes, kind="arrival")


def test_a_talk_right_after_arrival_is_told() -> None:
    tried = plan(arrival(), talk("one", "9:30", 30), talk("two", "10:00", 30), settings=ARRIVAL)

    problem = only(tried, "early")

    assert problem.subjects == ("one", "mon")
    assert dict(problem.facts) == {
        "session": "one",
        "from_at": at("9:30"),
        "minutes": 0,
        "needed": 15,
        "arrival": 1,
    }
    assert sentences(tried, problem) == (
        "„One“ kommt gleich nach der Ankunft, Richtwert 15 min: wer später kommt, verpasst etwas.",
        "“One” comes right after arrival, guideline 15 min: some people will miss it.",
    )
    assert offered(tried, problem) == ["“One” and what follows to 09:45 (solves 1, creates 0)"]


def test_a_panel_ten_minutes_after_arrival_is_told() -> None:
    tried = plan(arrival(), talk("hello", "9:30", 10, "welcome"), talk("one", "9:40", 30, "panel"), settings=ARRIVAL)

    assert sentences(tried, only(tried, "early")) == (
        "„One“ kommt 10 min nach der Ankunft, Richtwert 15: wer später kommt, verpasst etwas.",
        "“One” comes 10 min after arrival, guideline 15: some people will miss it.",
    )


def test_a_quarter_of_an_hour_is_enough_and_a_welcome_is_nothing_important() -> None:
    assert codes(plan(arrival(), talk("hello", "9:30", 15, "welcome"), talk("one", "9:45", 30), settings=ARRIVAL)) == []


def test_without_arrival_the_day_starts_at_its_start() -> None:
    tried = plan(talk("one", "9:00", 30), settings=ARRIVAL)
    assert sentences(tried, only(tried, "early")) == (
        "„One“ kommt gleich zu Beginn des Tages, Richtwert 15 min: wer später kommt, verpasst etwas.",
        "“One” comes right at the start of the day, guideline 15 min: some people will miss it.",
    )
    tried = plan(talk("one", "9:10", 30), settings=ARRIVAL)
    assert sentences(tried, only(tried, "early")) == (
        "„One“ kommt 10 min nach Beginn des Tages, Richtwert 15: wer später kommt, verpasst etwas.",
        "“One” comes 10 min after the day’s start, guideline 15: some people will miss it.",
    )
    assert codes(plan(talk("one", "9:15", 30), settings=ARRIVAL)) == []
