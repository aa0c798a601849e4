from planner.model import Available, Registration
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


def there(start: str, end: str, day: str = "mon") -> tuple[Available, ...]:
    return (Available(day=day, start=at(start), minutes=at(end) - at(start)),)


SPEAKING = group("speech", "10:00", contributions=(with_person("c1", "p1"),))


def test_who_contributes_before_they_come_is_told_with_both_times() -> None:
    tried = plan(SPEAKING, people=people(1, available=there("10:30", "17:00")))

    problem = only(tried, "contributor-away")

    assert problem.subjects == ("p1", "speech")
    assert dict(problem.facts) == {
        "person": "p1",
        "session": "speech",
        "from_at": at("10:00"),
        "until_at": at("11:00"),
        "there_from_at": at("10:30"),
        "there_until_at": at("17:00"),
    }
    assert sentences(tried, problem) == (
        "Person 1 wirkt von 10:00 bis 11:00 bei „Speech“ mit, ist aber nur von 10:30 bis 17:00 da.",
        "Person 1 contributes to “Speech” from 10:00 to 11:00, but is present only from 10:30 to 17:00.",
    )
    labels = offered(tried, problem)
    assert labels == [
        "“Speech” to 10:30 (solves 1, creates 0)",
        "Find somebody else for “Speech” (solves 1, creates 1)",
    ]
    assert codes(pressed(tried, problem, labels[0])) == []


def test_who_comes_just_in_time_is_there() -> None:
    assert codes(plan(SPEAKING, people=people(1, available=there("10:00", "11:00")))) == []


def test_hours_that_touch_are_one() -> None:
    hours = (*there("10:30", "12:00"), *there("09:00", "10:30"))
    assert codes(plan(SPEAKING, people=people(1, available=hours))) == []


def test_the_nearest_hours_are_told_and_none_on_another_day() -> None:
    hours = (*there("14:00", "15:00"), *there("09:00", "09:30"))
    tried = plan(SPEAKING, people=people(1, available=hours))
    assert only(tried, "contributor-away").fact("there_until_at") == at("09:30")

    days = (plan().days[0], plan().days[0].changed(id="tue", date=plan().days[0].date.replace(day=2)))
    away = plan(SPEAKING, people=people(1, available=there("09:00", "17:00", "tue")), days=days)
    assert sentences(away, only(away, "contributor-away")) == (
        "Person 1 wirkt von 10:00 bis 11:00 bei „Speech“ mit, ist an diesem Tag aber nicht da.",
        "Person 1 contributes to “Speech” from 10:00 to 11:00, but is absent that day.",
    )


def test_a_fixed_session_is_not_moved() -> None:
    tried = plan(SPEAKING.changed(fixed=True), people=people(1, available=there("10:30", "17:00")))

    assert offered(tried, only(tried, "contributor-away")) == ["Find somebody else for “Speech” (solves 1, creates 1)"]


def test_who_comes_late_to_a_session_for_everyone_just_misses_it() -> None:
    late = people(1, available=there("11:00", "17:00"), registration=Registration.REGISTERED)
    assert codes(plan(session("opening", "09:00"), people=late)) == []


def test_a_seat_of_somebody_who_left_is_free() -> None:
    members = (forum("one", "14:00", "elm circle"), forum("two", "14:00", "oak circle"))
    listed = people(2, registration=Registration.REGISTERED, available=there("09:00", "14:30"))
    listed = (listed[0], listed[1].changed(available=()))
    tried = plan(*members, people=listed, rounds=(seated("round", ("one", range(1, 3))),))

    problem = only(tried, "seat-away")

    assert problem.subjects == ("p1", "one")
    assert sentences(tried, problem) == (
        "Person 1 hat von 14:00 bis 15:00 einen Platz in „One“, ist aber nur von 09:00 bis 14:30 da.",
        "Person 1 has a seat in “One” from 14:00 to 15:00, but is present only from 09:00 to 14:30.",
    )
    mended = pressed(tried, problem, "Remove Person 1 from “One” (solves 1, creates 0)")
    assert [seat.person for seat in mended.rounds[0].seats] == ["p2"]


def test_a_room_that_closes_before_the_end() -> None:
    rooms = (room("elm", circle=20).changed(available=there("09:00", "10:45")), room("oak", circle=14))
    tried = plan(group("speech", "10:00"), rooms=rooms)

    problem = only(tried, "room-closed")

    assert problem.subjects == ("speech", "elm")
    assert sentences(tried, problem) == (
        "„Speech“ ist von 10:00 bis 11:00 in Elm, der Raum ist aber nur von 09:00 bis 10:45 verfügbar.",
        "“Speech” is in Elm from 10:00 to 11:00, but the room is available only from 09:00 to 10:45.",
    )
    labels = offered(tried, problem)
    assert labels == [
        "“Speech” to Oak, Circle of chairs (14 places) (solves 1, creates 0)",
        "“Speech” to 09:00 (solves 1, creates 0)",
    ]
    assert all(codes(pressed(tried, problem, label)) == [] for label in labels)


def test_a_room_that_closes_right_after() -> None:
    rooms = (room("elm", circle=20).changed(available=there("10:00", "11:00")),)
    assert codes(plan(group("speech", "10:00"), rooms=rooms)) == []


def test_hours_that_are_near_but_too_short_are_passed_over() -> None:
    hours = (*there("11:15", "11:45"), *there("14:00", "16:00"))
    tried = plan(SPEAKING, people=people(1, available=hours))

    assert offered(tried, only(tried, "contributor-away"))[0] == "“Speech” to 14:00 (solves 1, creates 0)"
