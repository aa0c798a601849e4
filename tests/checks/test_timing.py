import pytest

from planner.checks import offers, problems
from planner.model import Round, Settings
from tests.checks.tiny import DAY, at, codes, forum, group, offered, only, plan, pressed, room, sentences, session

ROOMS = (room("hall", rows=80, standing=80), room("ash", circle=40), room("elm", circle=40))


def test_two_things_for_everyone_at_once_are_told_whatever_their_rooms() -> None:
    tried = plan(
        session("one", "10:00"), session("two", "10:50", place="elm circle"), rooms=(ROOMS[0], room("elm", circle=80))
    )

    problem = only(tried, "everyone-twice")

    assert problem.subjects == ("one", "two")
    assert dict(problem.facts) == {
        "session": "one",
        "other": "two",
        "from_at": at("10:50"),
        "until_at": at("11:00"),
        "minutes": 10,
    }
    assert sentences(tried, problem) == (
        "„One“ und „Two“ sind beide für alle, laufen aber 10 min gleichzeitig (10:50 bis 11:00).",
        "“One” and “Two” both need everyone, but share 10 min (10:50 to 11:00).",
    )


def test_in_one_room_they_are_told_once() -> None:
    assert codes(plan(session("one", "10:00"), session("two", "10:50"))) == ["everyone-twice"]


def test_one_thing_after_the_other_for_everyone() -> None:
    assert codes(plan(session("one", "10:00"), session("two", "11:00"))) == []


def test_an_overlap_of_everyone_is_mended_by_minutes_or_by_what_follows() -> None:
    tried = plan(session("one", "10:00"), session("two", "10:50"), session("three", "11:50"))
    problem = only(tried, "everyone-twice")

    labels = offered(tried, problem)

    assert labels == [
        "Shorten “One” by 10 min (solves 1, creates 0)",
        "“Two” and what follows to 11:00 (solves 1, creates 0)",
    ]
    mended = pressed(tried, problem, labels[1])
    assert mended.session_by_id["three"].start == at("12:00")


def test_of_two_that_start_together_the_one_that_is_not_fixed_is_moved() -> None:
    tried = plan(session("one", "10:00"), session("two", "10:00", fixed=True))

    assert offered(tried, only(tried, "everyone-twice")) == ["“One” to 11:00 (solves 1, creates 0)"]


def test_a_session_for_everyone_over_a_round_is_told_once() -> None:
    tried = plan(
        session("opening", "9:30"),
        forum("one", "10:20", "ash circle"),
        forum("two", "10:25", "elm circle"),
        rooms=ROOMS,
        rounds=(Round(id="round", title="Round"),),
    )

    problem = only(tried, "everyone-twice")

    assert problem.subjects == ("opening", "round")
    assert dict(problem.facts)["minutes"] == 10


def test_a_round_is_shortened_as_one() -> None:
    tried = plan(
        forum("one", "10:00", "ash circle", 60),
        forum("two", "10:00", "elm circle", 55),
        session("opening", "10:50", fixed=True),
        rooms=ROOMS,
        rounds=(Round(id="round", title="Round"),),
    )
    problem = only(tried, "fixed-overrun")

    mended = pressed(tried, problem, "Shorten “Round” by 10 min (solves 1, creates 0)")

    assert [mended.session_by_id[key].end for key in ("one", "two")] == [at("10:50"), at("10:50")]


def test_two_rounds_at_once_need_everybody_twice() -> None:
    tried = plan(
        forum("one", "10:00", "ash circle"),
        forum("two", "10:00", "elm circle", round_="other"),
        rooms=(room("ash", circle=60), room("elm", circle=60)),
        rounds=(Round(id="round", title="Round"), Round(id="other", title="Other")),
    )

    assert only(tried, "everyone-twice").subjects == ("other", "round")


def test_something_smaller_beside_everyone_is_a_warning() -> None:
    tried = plan(session("one", "10:00"), group("press", "10:30", 30, people=3))

    problem = only(tried, "beside-everyone")

    assert problem.subjects == ("press", "one")
    assert dict(problem.facts) == {
        "session": "press",
        "other": "one",
        "from_at": at("10:30"),
        "until_at": at("11:00"),
        "minutes": 30,
        "people": 3,
    }
    assert sentences(tried, problem) == (
        "„Press“ (3 Personen) läuft von 10:30 bis 11:00 neben „One“, das für alle ist.",
        "“Press” (3 people) runs from 10:30 to 11:00 in parallel with “One”, which is for everyone.",
    )
    assert offered(tried, problem) == ["“Press” to 11:00 (solves 1, creates 0)"]


def test_something_smaller_within_a_break_is_meant() -> None:
    lunch = session("lunch", "12:00", 60, "hall", kind="meal")
    assert codes(plan(lunch, group("press", "12:30", 30))) == []
    assert codes(plan(lunch, group("press", "12:40", 30))) == ["beside-everyone"]


def test_in_the_room_of_everyone_it_is_told_as_the_room() -> None:
    assert codes(plan(session("one", "10:00"), group("press", "10:30", 30, "hall rows"))) == ["room-twice"]


def test_what_runs_into_a_fixed_time_is_too_long() -> None:
    tried = plan(session("podium", "11:00", 70), session("lunch", "12:00", 60, "hall", kind="meal", fixed=True))

    problem = only(tried, "fixed-overrun")

    assert problem.subjects == ("podium", "lunch")
    assert dict(problem.facts) == {
        "session": "podium",
        "other": "lunch",
        "from_at": at("12:00"),
        "until_at": at("12:10"),
        "minutes": 10,
    }
    assert sentences(tried, problem) == (
        "„Podium“ ist 10 min zu lang: „Lunch“ beginnt fest um 12:00.",
        "“Podium” is 10 min too long: “Lunch” is fixed at 12:00.",
    )
    assert offered(tried, problem) == [
        "Shorten “Podium” by 10 min (solves 1, creates 0)",
        "“Podium” to 10:50 (solves 1, creates 0)",
        "“Lunch” to 12:10 (solves 1, creates 0)",
    ]


def test_what_is_too_long_may_begin_as_early_as_midnight() -> None:
    night = session("night", "0:10", 60)
    tried = plan(night, session("end", "1:00", fixed=True), days=(DAY.changed(start=0),))

    assert "“Night” to 00:00 (solves 1, creates 0)" in offered(tried, only(tried, "fixed-overrun"))


def test_up_to_a_fixed_time_is_not_too_long() -> None:
    assert codes(plan(session("podium", "11:00"), session("lunch", "12:00", 60, "hall", kind="meal", fixed=True))) == []


def test_a_fixed_time_on_another_track_is_not_in_the_way() -> None:
    assert codes(plan(group("one", "10:00"), group("two", "10:30", place="oak circle", fixed=True))) == []
    assert codes(plan(group("one", "10:00"), group("two", "10:30", fixed=True))) == ["fixed-overrun"]


def test_a_smaller_session_that_runs_into_a_fixed_lunch_is_too_long() -> None:
    lunch = session("lunch", "12:00", 60, "hall", kind="meal", fixed=True)

    assert codes(plan(group("one", "11:30"), lunch)) == ["fixed-overrun"]


def test_empty_minutes_before_a_fixed_time_are_a_hint() -> None:
    tried = plan(session("podium", "11:00", 45), session("lunch", "12:00", 60, "hall", kind="meal", fixed=True))

    problem = only(tried, "fixed-gap")

    assert problem.subjects == ("podium", "lunch")
    assert dict(problem.facts) == {
        "session": "podium",
        "other": "lunch",
        "from_at": at("11:45"),
        "until_at": at("12:00"),
        "minutes": 15,
    }
    assert sentences(tried, problem) == (
        "15 min leer: „Podium“ endet um 11:45, „Lunch“ beginnt fest um 12:00.",
        "15 min empty: “Podium” ends at 11:45, “Lunch” is fixed at 12:00.",
    )
    assert offered(tried, problem) == [
        "“Podium” 15 min longer (solves 1, creates 0)",
        "“Lunch” to 11:45 (solves 1, creates 0)",
    ]


@pytest.mark.parametrize(("minutes", "found"), [(55, []), (54, ["fixed-gap"])])
def test_the_minutes_to_walk_are_no_gap(minutes: int, found: list[str]) -> None:
    lunch = session("lunch", "12:00", 60, "hall", kind="meal", fixed=True)

    assert codes(plan(session("podium", "11:00", minutes), lunch, settings=Settings(walking_minutes=5))) == found


def test_nothing_before_a_fixed_time_is_no_gap() -> None:
    assert codes(plan(session("lunch", "12:00", 60, "hall", kind="meal", fixed=True))) == []


def test_a_gap_is_counted_on_the_track() -> None:
    other_room = group("two", "11:00", place="oak circle", fixed=True)
    assert codes(plan(group("one", "10:00", 30), other_room)) == []
    assert codes(plan(session("one", "10:00", 30), other_room)) == ["fixed-gap"]
    assert codes(plan(group("one", "10:00", 30), group("two", "11:00", fixed=True))) == ["fixed-gap"]
    long = group("long", "9:00", 120, "oak circle")
    assert codes(plan(long, group("one", "10:00", 30), session("two", "11:00", fixed=True))) == []


def test_before_the_day_starts() -> None:
    tried = plan(session("early", "8:45", 30))

    problem = only(tried, "before-day")

    assert problem.subjects == ("early", "mon")
    assert dict(problem.facts) == {
        "session": "early",
        "day": "mon",
        "from_at": at("8:45"),
        "until_at": at("9:00"),
        "minutes": 15,
    }
    assert sentences(tried, problem) == (
        "„Early“ beginnt um 08:45, der Tag um 09:00: 15 min zu früh.",
        "“Early” starts at 08:45, the day at 09:00: 15 min too early.",
    )
    assert offered(tried, problem) == [
        "“Early” to 09:00 (solves 1, creates 0)",
        "Start the day at 08:45 (solves 1, creates 0)",
    ]


def test_after_the_day_ends() -> None:
    tried = plan(session("late", "16:30", 45))

    problem = only(tried, "after-day")

    assert problem.subjects == ("late", "mon")
    assert dict(problem.facts) == {
        "session": "late",
        "day": "mon",
        "from_at": at("17:00"),
        "until_at": at("17:15"),
        "minutes": 15,
    }
    assert sentences(tried, problem) == (
        "„Late“ endet um 17:15, der Tag um 17:00: 15 min zu lang.",
        "“Late” ends at 17:15, the day at 17:00: 15 min too long.",
    )
    labels = offered(tried, problem)
    assert labels == ["Shorten “Late” by 15 min (solves 1, creates 0)", "End the day at 17:15 (solves 1, creates 0)"]
    assert [codes(offer.plan) for offer in offers(tried, problem)] == [[], []]


def test_the_whole_day_is_not_outside() -> None:
    assert codes(plan(session("all", "9:00", 480))) == []


def test_a_round_outside_the_day_is_told_once() -> None:
    tried = plan(
        forum("one", "16:30", "ash circle"),
        forum("two", "16:30", "elm circle"),
        rooms=ROOMS,
        rounds=(Round(id="round", title="Round"),),
    )

    assert only(tried, "after-day").subjects == ("round", "mon")


def test_a_session_of_a_round_at_another_time_stands_alone() -> None:
    tried = plan(
        forum("one", "10:00", "ash circle"),
        session("opening", "11:00"),
        forum("two", "12:00", "elm circle"),
        rooms=ROOMS,
        rounds=(Round(id="round", title="Round"),),
    )

    assert problems(tried) == ()


def test_of_two_that_end_together_before_a_gap_the_first_is_told() -> None:
    walks = (group("walk", "10:00", 60, ""), group("tour", "10:30", 30, ""))
    tried = plan(*walks, session("lunch", "11:30", 60, kind="meal", fixed=True))

    (problem,) = (found for found in problems(tried) if found.code == "fixed-gap")

    assert problem.subjects == ("walk", "lunch")
