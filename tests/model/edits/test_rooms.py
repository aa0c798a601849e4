"""Rooms with parts: what a removed one leaves behind, and that none is a part of itself."""

import pytest

from planner.model import Acceptance, Place, Room
from planner.model.edits import add_room, change_room, order_room, remove_room
from tests.model.small import at, plan_of


def test_a_room_is_added_last_and_can_be_moved() -> None:
    plan = add_room(plan_of(), Room(id="new", name="New", parts=("foyer",)))
    assert [room.id for room in plan.rooms] == ["hall", "half-1", "half-2", "foyer", "new"]
    assert [room.id for room in order_room(plan, "new", 1).rooms] == ["hall", "new", "half-1", "half-2", "foyer"]
    assert [room.id for room in order_room(plan, "hall", 99).rooms][-1] == "hall"


def test_a_room_cannot_become_a_part_of_itself_through_others() -> None:
    plan = plan_of()
    with pytest.raises(ValueError, match="part of itself"):
        change_room(plan, "half-1", parts=("hall",))
    with pytest.raises(ValueError, match="nowhere"):
        change_room(plan, "foyer", parts=("nowhere",))


def test_a_removed_room_leaves_the_sessions_their_other_rooms_and_the_whole_its_other_parts() -> None:
    plan = plan_of(
        at("a", 900, 60, "half-1", "foyer"),
        at("b", 900, 60, "foyer"),
        acceptances=(Acceptance(code="x", subjects=("half-1",)), Acceptance(code="x", subjects=("foyer",))),
    )
    left = remove_room(plan, "half-1")
    assert left.room_by_id["hall"].parts == ("half-2",)
    assert left.sessions[0].places == (Place(room="foyer"),)
    assert left.sessions[0].start == 540
    assert left.sessions[1] is plan.sessions[1]
    assert [acceptance.subjects for acceptance in left.acceptances] == [("foyer",)]


def test_a_removed_hall_leaves_its_halves() -> None:
    assert [room.id for room in remove_room(plan_of(), "hall").rooms] == ["half-1", "half-2", "foyer"]
