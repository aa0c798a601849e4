from planner.model import Available, Place, Room, Seating
from tests.checks.tiny import ROOMS, at, codes, group, offered, only, plan, pressed, room, sentences, session


def test_a_room_used_twice_is_told_with_the_minutes_shared() -> None:
    tried = plan(group("one", "10:00"), group("two", "10:45"))

    problem = only(tried, "room-twice")

    assert problem.subjects == ("one", "two")
    assert dict(problem.facts) == {
        "session": "one",
        "other": "two",
        "room": "elm",
        "from_at": at("10:45"),
        "until_at": at("11:00"),
        "minutes": 15,
    }
    assert sentences(tried, problem) == (
        "„One“ und „Two“ sind von 10:45 bis 11:00 beide in Elm (15 min).",
        "“One” and “Two” are both in Elm from 10:45 to 11:00 (15 min).",
    )


def test_one_after_the_other_share_a_room() -> None:
    assert codes(plan(group("one", "10:00"), group("two", "11:00"))) == []


def test_a_room_used_twice_is_mended_by_another_room_or_a_later_time() -> None:
    tried = plan(group("one", "10:00"), group("two", "10:45"))
    problem = only(tried, "room-twice")

    assert offered(tried, problem) == [
        "“Two” to Oak, Circle of chairs (14 places) (solves 1, creates 0)",
        "“One” to Oak, Circle of chairs (14 places) (solves 1, creates 0)",
        "“Two” to 11:00 (solves 1, creates 0)",
    ]
    assert codes(pressed(tried, problem, "“Two” to 11:00 (solves 1, creates 0)")) == []


def test_no_room_is_offered_that_is_too_small_taken_or_closed() -> None:
    closed = Room(
        id="ash",
        name="Ash",
        capacities=ROOMS[3].capacities,
        available=(Available(day="mon", start=at("14:00"), minutes=60),),
    )
    tried = plan(
        group("one", "10:00", people=16),
        group("two", "10:45", people=16),
        group("three", "10:00", 120, "north groups", people=16),
        group("four", "10:00", 120, "south groups", people=16),
        rooms=(*ROOMS, closed),
    )

    assert offered(tried, only(tried, "room-twice")) == ["“Two” to 11:00 (solves 1, creates 0)"]


def test_a_whole_is_in_use_with_its_parts() -> None:
    tried = plan(group("one", "10:00", place="hall rows"), group("two", "10:30", place="north rows"))

    problem = only(tried, "room-twice")

    assert dict(problem.facts)["room"] == "north"


def test_parts_of_a_part_are_in_use_with_the_whole() -> None:
    rooms = (*ROOMS[:1], ROOMS[1].changed(parts=("table",)), *ROOMS[2:], Room(id="table", name="Table"))
    tried = plan(group("one", "10:00", place="hall rows"), group("two", "10:30", place="table"), rooms=rooms)

    assert codes(tried) == ["room-twice", "no-places"]


def test_each_room_of_a_session_in_two_is_in_use() -> None:
    both = (Place(room="elm", seating=Seating.CIRCLE), Place(room="oak", seating=Seating.CIRCLE))
    tried = plan(group("one", "10:00", places=both), group("two", "10:30", place="oak circle"))

    assert only(tried, "room-twice").fact("minutes") == 30


def test_two_parts_do_not_collide() -> None:
    assert codes(plan(group("one", "10:00", place="north rows"), group("two", "10:30", place="south rows"))) == []


def test_a_long_session_is_found_over_several_short_ones() -> None:
    tried = plan(
        group("long", "10:00", 180), group("one", "10:10", 20), group("two", "11:00", 20), group("three", "12:30", 20)
    )

    problem = only(tried, "room-twice")
    assert problem.subjects == ("long", "one", "two", "three")
    assert dict(problem.facts) == {
        "sessions": 4,
        "room": "elm",
        "from_at": at("10:10"),
        "until_at": at("12:50"),
        "minutes": 60,
    }
    german, english = sentences(tried, problem)
    assert german == (
        "4 Programmpunkte überschneiden sich in Elm zwischen 10:10 und 12:50 (insgesamt 60 min): Long, One, Two, Three."
    )
    assert english == "4 sessions overlap in Elm between 10:10 and 12:50 (60 min in all): Long, One, Two, Three."


def test_a_session_without_a_room_is_told_if_its_kind_needs_one() -> None:
    tried = plan(group("one", "10:00", place=""))

    problem = only(tried, "no-room")

    assert problem.subjects == ("one",)
    assert dict(problem.facts) == {"session": "one", "from_at": at("10:00")}
    assert sentences(tried, problem) == (
        "„One“ um 10:00 hat noch keinen Raum.",
        "“One” at 10:00 has no room yet.",
    )
    assert offered(tried, problem) == [
        "“One” to North, Group tables (24 places) (solves 1, creates 0)",
        "“One” to South, Group tables (24 places) (solves 1, creates 0)",
    ]


def test_breaks_and_sessions_on_the_net_need_no_room() -> None:
    tried = plan(
        session("coffee", "10:00", 20, "", kind="break"), group("call", "11:00", place="", link="https://example.org")
    )

    assert codes(tried) == []


def test_unknown_places_are_told_once_for_a_seating() -> None:
    tried = plan(
        group("one", "10:00", place="ash rows"), group("two", "11:00", place="ash rows"), rooms=(*ROOMS, room("ash"))
    )

    problem = only(tried, "no-places")

    assert problem.subjects == ("ash", "one", "two")
    assert dict(problem.facts) == {"room": "ash", "seating": "rows", "sessions": 2}
    assert sentences(tried, problem) == (
        "Für Ash in Reihen sind keine Plätze eingetragen: One, Two.",
        "The number of places in Ash in rows has not been entered: One, Two.",
    )


def test_known_places_are_not_told() -> None:
    assert codes(plan(group("one", "10:00", place="elm rows"))) == []


def test_no_seating_is_told_and_mended_by_one_that_fits() -> None:
    tried = plan(group("one", "10:00", place="elm"))

    problem = only(tried, "no-places")

    assert sentences(tried, problem) == (
        "In Elm ist keine Bestuhlung gewählt: One.",
        "No seating is chosen in Elm: One.",
    )
    assert offered(tried, problem) == [
        "Seating Circle of chairs: 20 places (solves 1, creates 0)",
        "Seating Rows: 30 places (solves 1, creates 0)",
    ]


def test_a_break_stands_where_it_likes() -> None:
    assert codes(plan(session("coffee", "10:00", 20, "elm", kind="break"))) == []
