from tests.checks.tiny import ROOMS, codes, group, offered, only, plan, room, sentences


def test_a_seating_that_the_house_did_not_name_is_told() -> None:
    tried = plan(group("one", "10:00", place="oak rows"))

    problem = only(tried, "seating")

    assert problem.subjects == ("oak", "one")
    assert dict(problem.facts) == {"room": "oak", "seating": "rows", "sessions": 1}
    assert sentences(tried, problem) == (
        "Oak hat Plätze in anderer Bestuhlung, aber keine in Reihen: One.",
        "Oak has places in other seatings, but none in rows: One.",
    )
    assert offered(tried, problem) == [
        "Seating Circle of chairs: 14 places (solves 1, creates 0)",
        "“One” to Elm, Rows (30 places) (solves 1, creates 0)",
        "“One” to North, Rows (40 places) (solves 1, creates 0)",
    ]


def test_a_seating_with_places_is_not() -> None:
    assert codes(plan(group("one", "10:00", place="oak circle"))) == []


def test_nothing_is_told_twice() -> None:
    assert codes(plan(group("one", "10:00", place="ash rows"), rooms=(*ROOMS, room("ash")))) == ["no-places"]
    assert codes(plan(group("one", "10:00", place="oak"))) == ["no-places"]


def test_sessions_in_the_same_seating_are_told_together() -> None:
    tried = plan(group("one", "10:00", place="oak rows"), group("two", "11:00", place="oak rows"))

    assert only(tried, "seating").subjects == ("oak", "one", "two")
    assert offered(tried, only(tried, "seating")) == []
