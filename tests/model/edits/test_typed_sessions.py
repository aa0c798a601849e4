"""What is sketched becomes sessions: where all meet unless said, in the round that is on, side by side or in a row."""

import pytest

from planner.model import KINDS, Capacity, Contribution, Number, Place, Plan, Role, Room, Seating, Session, Status
from planner.model.edits import insert_sketch, remove_kind, sketch_ids
from planner.model.typed_session import Guest, Sketch
from tests.model.small import at, forum, plan_of, starts

KIND = {kind.id: kind for kind in KINDS}
ROOMS = (
    Room(id="foyer", name="Foyer", capacities=(Capacity(seating=Seating.STANDING, places=200),)),
    Room(id="hall", name="Hall", capacities=(Capacity(seating=Seating.ROWS, places=80),)),
    Room(id="blue", name="Blue", capacities=(Capacity(seating=Seating.CIRCLE, places=20),)),
    Room(id="red", name="Red", capacities=(Capacity(seating=Seating.CIRCLE, places=10),)),
)


def put(plan: Plan, sketch: Sketch, *, flow: bool = True) -> tuple[Plan, list[Session]]:
    ids = tuple(f"new{number}" for number in range(sketch_ids(sketch)))
    after = insert_sketch(plan, sketch, "mon", 600, ids, flow=flow, round_title="Round 2")
    return after, [session for session in after.sessions if session.id in ids]


def test_without_a_start_and_a_room_it_goes_where_it_is_put_and_where_all_meet() -> None:
    plan = plan_of(at("a", 900), at("b", 1000), rooms=ROOMS)
    after, (new,) = put(plan, Sketch(kind=KIND["welcome"], title="Hello", minutes=15))
    assert (new.title, new.start, new.places) == ("Hello", 600, (Place(room="hall", seating=Seating.ROWS),))
    assert starts(after)["b"] == 1015


def test_a_start_that_was_said_holds_and_a_break_needs_no_room() -> None:
    _, (new,) = put(plan_of(rooms=ROOMS), Sketch(kind=KIND["break"], start=700, fixed=True))
    assert (new.start, new.fixed, new.places) == (700, True, ())


def test_a_room_without_a_seating_gets_its_usual_one_and_a_said_one_stays() -> None:
    places = (Place(room="blue"), Place(room="red", seating=Seating.BLOCK))
    _, (new,) = put(plan_of(rooms=ROOMS), Sketch(kind=KIND["talk"], places=places, number=12))
    assert [place.seating for place in new.places] == [Seating.CIRCLE, Seating.BLOCK]
    assert new.attendance == Number(number=12)


def test_people_get_the_role_of_the_kind_and_their_status() -> None:
    guests = (Guest(person="ann", status=Status.ASKED), Guest(label="N. N.", status=Status.OPEN))
    _, (new,) = put(plan_of(), Sketch(kind=KIND["panel"], guests=guests))
    assert [
        (contribution.person, contribution.label, contribution.role, contribution.status)
        for contribution in new.contributions
    ] == [
        ("ann", "", Role.PANEL, Status.ASKED),
        (None, "N. N.", Role.PANEL, Status.OPEN),
    ]
    _, (hello,) = put(plan_of(), Sketch(kind=KIND["welcome"], guests=guests))
    assert {contribution.role for contribution in hello.contributions} == {Role.WELCOME}


def test_a_forum_joins_the_round_of_the_time_it_names_in_a_free_room_and_pushes_nothing() -> None:
    plan = plan_of(forum("f1", 1000, 60, "blue"), at("b", 1100), rooms=ROOMS)
    after, (new,) = put(plan, Sketch(kind=KIND["forum"], title="Politics", start=600, minutes=60))
    assert new.round == "round"
    assert [place.room for place in new.places] == ["red"]
    assert starts(after)["b"] == 1100
    assert starts(after)["f1"] == 1000


def test_several_forums_are_side_by_side_each_in_its_room_with_its_person() -> None:
    guests = (Guest(person="ann"), Guest(person="ben"), Guest(label="N. N."))
    sketch = Sketch(kind=KIND["forum"], title="Forum", copies=3, places=(Place(room="red"),), guests=guests)
    after, new = put(plan_of(at("b", 1000), rooms=ROOMS), sketch)
    assert [session.title for session in new] == ["Forum 1", "Forum 2", "Forum 3"]
    assert [[place.room for place in session.places] for session in new] == [["red"], ["blue"], ["hall"]]
    assert [[contribution.person or contribution.label for contribution in one.contributions] for one in new] == [
        ["ann"],
        ["ben"],
        ["N. N."],
    ]
    assert {session.start for session in new} == {600}
    assert after.round_by_id[new[0].round or ""].title == "Round 2"
    assert starts(after)["b"] == 1030


def test_several_others_follow_each_other() -> None:
    _, new = put(plan_of(), Sketch(kind=KIND["talk"], title="Talk", minutes=20, copies=3))
    assert [(session.title, session.start) for session in new] == [("Talk", 600), ("Talk", 620), ("Talk", 640)]


def test_a_kind_that_was_removed_comes_back() -> None:
    after, (new,) = put(remove_kind(plan_of(), "meal", "break"), Sketch(kind=KIND["meal"]))
    assert after.kind_of(new).family == "meal"


def test_too_few_ids_are_refused() -> None:
    with pytest.raises(ValueError, match="needs"):
        insert_sketch(plan_of(), Sketch(kind=KIND["talk"]), "mon", 600, ("x",))


def test_no_contribution_is_made_up() -> None:
    _, (new,) = put(plan_of(at("a", 900, contributions=(Contribution(id="c", label="X"),))), Sketch(kind=KIND["talk"]))
    assert new.contributions == ()


def test_a_forum_right_after_a_round_begins_another_in_the_room_that_is_free_again() -> None:
    plan = plan_of(forum("f1", 900, 60, "blue"), rooms=ROOMS)
    after, (new,) = put(plan, Sketch(kind=KIND["forum"], start=600, minutes=60))
    assert after.round_by_id[new.round or ""].title == "Round 2"
    assert [place.room for place in new.places] == ["blue"]


def test_what_is_for_some_makes_room_on_its_own_track_only() -> None:
    some = Number(number=5)
    plan = plan_of(at("a", 1000, 30, "red", who=some), at("b", 1000, 30, "blue", who=some), rooms=ROOMS)
    after, _ = put(plan, Sketch(kind=KIND["talk"], places=(Place(room="red"),), number=12, minutes=20))
    assert starts(after) == {"a": 1020, "b": 1000, "new0": 1000}
