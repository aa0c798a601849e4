"""Many rooms at once: exchanged in a circle, or replaced by a list."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.model import Capacity, Place, Plan, Room, Seating
from planner.model.edits import reassign_rooms, set_rooms
from tests.model.small import SOME, at, plan_of
from tests.profiles import tries
from tests.strategies import plans

_few = settings(
    max_examples=tries(30),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
ROWS = Capacity(seating=Seating.ROWS, places=40)
CIRCLE = Capacity(seating=Seating.CIRCLE, places=20)
ROOMS = (
    Room(id="x", name="X", capacities=(ROWS, CIRCLE)),
    Room(id="y", name="Y", capacities=(CIRCLE,)),
    Room(id="z", name="Z"),
)


def where(plan: Plan) -> dict[str, list[str]]:
    return {session.id: [place.room for place in session.places] for session in plan.sessions}


def test_rooms_are_exchanged_in_a_circle_at_the_same_time() -> None:
    plan = plan_of(at("a", 900, 60, "x"), at("b", 900, 60, "y"), at("c", 900, 60, "z"), rooms=ROOMS)
    assert where(reassign_rooms(plan, {"x": "y", "y": "z", "z": "x"})) == {"a": ["y"], "b": ["z"], "c": ["x"]}


def test_only_one_day_if_it_is_named() -> None:
    plan = plan_of(at("a", 900, 60, "x"), at("b", 900, 60, "x", day="tue"), at("c", None, 60, "x"), rooms=ROOMS)
    assert where(reassign_rooms(plan, {"x": "y"}, "tue")) == {"a": ["x"], "b": ["y"], "c": ["x"]}
    assert where(reassign_rooms(plan, {"x": "y"})) == {"a": ["y"], "b": ["y"], "c": ["y"]}


@pytest.mark.parametrize(
    ("seating", "room", "expected"),
    [
        (Seating.CIRCLE, "y", Seating.CIRCLE),
        (Seating.ROWS, "y", Seating.CIRCLE),
        (Seating.ROWS, "z", Seating.ROWS),
        (None, "y", None),
    ],
)
def test_the_seating_stays_where_the_new_room_has_it(
    seating: Seating | None, room: str, expected: Seating | None
) -> None:
    plan = plan_of(at("a", 900).changed(places=(Place(room="x", seating=seating),)), rooms=ROOMS)
    assert reassign_rooms(plan, {"x": room}).sessions[0].places == (Place(room=room, seating=expected),)


def test_two_rooms_that_become_one_are_one_place() -> None:
    plan = plan_of(at("a", 900, 60, "x", "y"), rooms=ROOMS)
    assert where(reassign_rooms(plan, {"x": "y"})) == {"a": ["y"]}
    assert where(reassign_rooms(plan, {"x": "y", "y": "x"})) == {"a": ["y", "x"]}


def test_an_unknown_room_is_refused() -> None:
    with pytest.raises(KeyError):
        reassign_rooms(plan_of(at("a", 900, 60, "x"), rooms=ROOMS), {"x": "none"})


@_few
@given(plans(), st.data())
def test_an_exchange_and_back_is_nothing(plan: Plan, data: st.DataObject) -> None:
    """Without places for a seating, nothing but the rooms changes, and the other way round leads back."""
    plan = plan.changed(rooms=tuple(room.changed(capacities=()) for room in plan.rooms))
    ids = [room.id for room in plan.rooms]
    there = dict(zip(ids, data.draw(st.permutations(ids)), strict=True))
    back = {new: old for old, new in there.items()}
    assert reassign_rooms(reassign_rooms(plan, there), back) == plan


def test_a_list_of_rooms_replaces_the_old_one() -> None:
    plan = plan_of(at("a", 900, 60, "hall", who=SOME), at("b", 900, 60, "foyer", who=SOME))
    hall = plan.room_by_id["hall"].changed(parts=("new",))
    after = set_rooms(plan, (Room(id="new", name="New"), hall, plan.room_by_id["half-1"]))
    assert [room.id for room in after.rooms] == ["new", "hall", "half-1"]
    assert where(after) == {"a": ["hall"], "b": []}
    assert set_rooms(plan, plan.rooms) is plan
    with pytest.raises(ValueError, match="part of itself"):
        set_rooms(plan, (hall.changed(parts=("hall",)),))


def test_a_room_that_stays_as_it_is_keeps_even_a_seating_that_it_lacks() -> None:
    plan = plan_of(at("a", 900).changed(places=(Place(room="y", seating=Seating.ROWS),)), rooms=ROOMS)
    assert reassign_rooms(plan, {"y": "y"}) is plan
