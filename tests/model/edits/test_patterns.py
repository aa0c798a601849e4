"""Patterns: what follows makes room for all of it, rooms are shared out, and what becomes one knows no people."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from planner.examples import examples
from planner.model import Audience, Capacity, Contribution, Item, Kind, Place, Plan, Room, Round, Seating, Series
from planner.model.edits import add_series, change_session, insert_pattern, pattern_ids, pattern_of, remove_kind
from planner.model.pattern import Pattern, PatternPlace, PatternRound, PatternSession
from planner.text import language
from planner.text.patterns import built_in_patterns
from tests.model.small import ROOMS, SOME, at, forum, plan_of, starts

ENGLISH = {pattern.id: pattern for pattern in built_in_patterns(language("en"))}


def put(plan: Plan, pattern: Pattern, start: int = 600, *, flow: bool = True) -> Plan:
    ids = tuple(f"new{number}" for number in range(pattern_ids(pattern)))
    return insert_pattern(plan, pattern, "mon", start, ids, flow=flow)


def new_of(plan: Plan) -> list[tuple[str, int, int, str]]:
    return [
        (session.title, session.start or 0, session.minutes, session.places[0].room if session.places else "")
        for session in plan.sessions
        if session.id.startswith("new")
    ]


def circle(room: str, places: int) -> Room:
    return Room(id=room, name=room, capacities=(Capacity(seating=Seating.CIRCLE, places=places),))


HALL = Room(id="hall", name="Hall", capacities=(Capacity(seating=Seating.ROWS, places=80),))
FOYER = Room(id="foyer", name="Foyer", capacities=(Capacity(seating=Seating.STANDING, places=200),))


def test_what_follows_makes_room_for_the_whole_pattern_up_to_a_fixed_time() -> None:
    plan = plan_of(at("a", 900), at("b", 1000), at("c", 1100), at("lunch", 1400, fixed=True), at("late", 1600))
    after = starts(put(plan, ENGLISH["panel"]))
    assert (after["a"], after["b"], after["c"]) == (900, 1120, 1220)
    assert (after["lunch"], after["late"]) == (1400, 1600)


def test_a_gap_that_is_long_enough_moves_nothing_and_without_flow_nothing_moves() -> None:
    plan = plan_of(at("a", 900), at("b", 1400))
    assert starts(put(plan, ENGLISH["panel"]))["b"] == 1400
    tight = plan_of(at("a", 900), at("b", 1000))
    assert starts(put(tight, ENGLISH["panel"], flow=False))["b"] == 1000


def test_a_panel_is_opened_held_and_asked() -> None:
    plan = put(plan_of(rooms=(FOYER, HALL)), ENGLISH["panel"])
    assert new_of(plan) == [
        ("Introduction to the panel", 600, 10, "hall"),
        ("Panel discussion", 610, 50, "hall"),
        ("Questions from the floor", 660, 20, "hall"),
    ]


def test_forums_stand_side_by_side_in_the_rooms_that_sit_in_circles_first() -> None:
    rooms = (HALL, FOYER, circle("red", 10), Room(id="bare", name="Bare"), circle("blue", 20))
    plan = put(plan_of(rooms=rooms), ENGLISH["four-forums"])
    forums = [entry for entry in new_of(plan) if entry[0].startswith("Forum")]
    assert [(entry[1], entry[3]) for entry in forums] == [(610, "red"), (610, "blue"), (610, "bare"), (610, "hall")]
    (round_,) = (added for added in plan.rounds if added.id.startswith("new"))
    assert len(plan.sessions_in(round_.id)) == 4
    assert new_of(plan)[-1][1] == 680


def test_forums_without_a_room_left_are_there_all_the_same() -> None:
    plan = put(plan_of(rooms=(HALL,)), ENGLISH["four-forums"])
    assert [entry[3] for entry in new_of(plan) if entry[0].startswith("Forum")] == ["hall", "", "", ""]
    assert len(new_of(put(plan_of(rooms=()), ENGLISH["four-forums"]))) == 6


def test_a_world_cafe_offers_the_same_topics_in_each_round_at_the_tables_of_the_hall() -> None:
    tables = tuple(Room(id=f"t{number}", name=f"Table {number}") for number in range(1, 5))
    hall = HALL.changed(parts=tuple(table.id for table in tables))
    plan = put(plan_of(rooms=(circle("red", 10), hall, *tables)), ENGLISH["world-cafe"])
    rounds = [round_ for round_ in plan.rounds if round_.id.startswith("new")]
    assert [len(plan.sessions_in(round_.id)) for round_ in rounds] == [4, 4, 4]
    for round_ in rounds:
        members = plan.sessions_in(round_.id)
        assert [session.series for session in members] == [series.id for series in plan.series]
        assert [session.places[0].room for session in members] == ["t1", "t2", "t3", "t4"]
    assert [plan.sessions_in(round_.id)[0].start for round_ in rounds] == [600, 625, 650]
    assert new_of(plan)[-1] == ("Harvest: what the tables found", 670, 20, "hall")


def test_a_kind_that_the_plan_lacks_comes_along_and_one_of_the_same_name_serves() -> None:
    plan = put(remove_kind(plan_of(), "meal", "break"), ENGLISH["lunch"])
    assert plan.session_by_id[new_id(plan)].kind == "meal"
    own = Kind(id="walk", name="Walk")
    pattern = Pattern(id="x", title="Walks", pieces=(PatternSession(kind=own),))
    assert put(plan_of(kinds=(Kind(id="other", name="Walk"), *plan_of().kinds)), pattern).sessions[-1].kind == "other"
    taken = put(plan_of(at("walk", 900)), pattern)
    assert taken.kind_by_id[taken.sessions[-1].kind].name == "Walk"
    assert taken.sessions[-1].kind != "walk"


def new_id(plan: Plan) -> str:
    return next(session.id for session in plan.sessions if session.id.startswith("new"))


def test_a_selection_becomes_a_pattern_without_people_and_notes() -> None:
    secret = Contribution(id="c", person="ann", label="Ann")
    item = Item(id="i", title="Greeting", minutes=5, contributions=(secret.changed(id="c2"),))
    plan = plan_of(
        at("b", 1000, 30, "foyer", title="Staff", audience=Audience.TEAM, note="secret", responsible="Ann"),
        at("a", 930, 30, "hall", "foyer", title="Opening", items=(item,), contributions=(secret,), fixed=True),
        at("no", 1400),
        at("tray", None),
    )
    pattern = pattern_of(plan, ("b", "a", "tray"), "own", "Start")
    assert [(piece.title, piece.start, piece.minutes) for piece in pattern.pieces] == [
        ("Opening", 0, 30),
        ("Staff", 30, 30),
    ]
    assert pattern.pieces[0].rooms == (PatternPlace(room="Hall"), PatternPlace(room="Foyer"))
    assert [(part.title, part.minutes) for part in pattern.pieces[0].items] == [("Greeting", 5)]
    assert pattern.pieces[1].audience == Audience.TEAM
    assert pattern.minutes == 60
    for word in ("Ann", "secret", "ann"):
        assert word not in pattern.model_dump_json()


def test_rounds_topics_and_numbers_come_back_in_another_plan() -> None:
    plan = add_series(plan_of(forum("f1", 1000, 60, "half-1"), forum("f2", 1000), at("n", 1100, who=SOME)), TOPIC)
    plan = change_session(plan, "f1", series="topic", max_size=12)
    pattern = pattern_of(plan, ("f1", "f2", "n"), "own", "Forums")
    other = put(plan_of(rooms=(Room(id="x", name="HALF 1"),), rounds=()), pattern)
    (round_,) = other.rounds
    one, two = other.sessions_in(round_.id)
    assert round_.title == "Forums"
    assert (one.places, two.places) == ((Place(room="x"),), ())
    assert one.max_size == 12
    assert [topic.title for topic in other.series] == ["Costs"]
    assert one.series == other.series[0].id
    assert other.sessions[-1].attendance == SOME


TOPIC = Series(id="topic", title="Costs")


def test_a_pattern_that_cannot_be_is_refused() -> None:
    kind = plan_of().kinds[0]
    with pytest.raises(ValidationError):
        Pattern(id="x", title="x", pieces=(PatternSession(kind=kind, round=1),), rounds=(PatternRound(),))
    with pytest.raises(ValidationError):
        Pattern(id="x", title="x", pieces=())
    with pytest.raises(ValueError, match="needs"):
        insert_pattern(plan_of(), ENGLISH["lunch"], "mon", 600, ())


@given(st.sampled_from([example.plan for example in examples().values()]), st.data())
def test_a_selection_taken_and_put_into_its_own_plan_is_the_same_once_more(plan: Plan, data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(plan.days)).id
    there = [session.id for session in plan.sessions if session.scheduled and session.day == day]
    chosen = data.draw(st.lists(st.sampled_from(there), unique=True, min_size=1, max_size=6))
    pattern = pattern_of(plan, chosen, "own", "Mine")
    assert Pattern.model_validate_json(pattern.model_dump_json()) == pattern
    numbers = count()
    ids = tuple(f"new{next(numbers)}" for _ in range(pattern_ids(pattern)))
    begin = min(plan.session_by_id[name].start or 0 for name in chosen)
    after = insert_pattern(plan, pattern, day, begin, ids)
    again = pattern_of(after, [session.id for session in after.sessions if session.id in ids], "own", "Mine")
    assert again == pattern


def test_the_half_and_its_hall_are_never_given_out_together() -> None:
    assert all(room.parts == () for room in ROOMS if room.id != "hall")
    plan = put(plan_of(rounds=(Round(id="round"),)), ENGLISH["four-forums"])
    assert [entry[3] for entry in new_of(plan) if entry[0].startswith("Forum")] == ["half-1", "half-2", "foyer", ""]


def test_of_the_rooms_that_a_pattern_names_those_that_the_plan_has_are_taken() -> None:
    pattern = pattern_of(plan_of(at("a", 900, 60, "hall", "foyer")), ("a",), "own", "Own")
    after = put(plan_of(rooms=ROOMS[3:]), pattern)
    assert after.sessions[-1].places == (Place(room="foyer"),)
