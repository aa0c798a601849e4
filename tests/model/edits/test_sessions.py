"""What sessions are: add, remove, change, copy, split, order."""

import pytest

from planner.model import Acceptance, Contribution, Item, Number, Place, Round, Seat, Session
from planner.model.edits import (
    add_session,
    change_session,
    duplicate_session,
    join_round,
    needed_ids,
    order_session,
    remove_session,
    set_places,
    split_session,
    with_ids,
)
from tests.model.small import at, forum, plan_of, starts

SEATED = Round(id="round", seats=(Seat(person="ann", session="f1"), Seat(person="ben", session="f2")))


def full(*, fixed: bool = False) -> Session:
    """A session with contributions of its own and in items."""
    return at(
        "a",
        900,
        60,
        "hall",
        contributions=(Contribution(id="c1", person="ann"),),
        items=(
            Item(id="i1", title="Town", contributions=(Contribution(id="c2", label="N. N."),)),
            Item(id="i2", title=""),
        ),
        fixed=fixed,
    )


def test_a_session_is_added_last_or_at_a_place_of_the_order() -> None:
    plan = add_session(plan_of(at("a", 900), at("b", 1000)), at("c", None))
    assert [session.id for session in plan.sessions] == ["a", "b", "c"]
    assert [session.id for session in add_session(plan, at("d", None), 1).sessions] == ["a", "d", "b", "c"]
    assert [session.id for session in add_session(plan, at("d", None), -1).sessions] == ["d", "a", "b", "c"]


def test_an_id_that_is_known_cannot_be_added_again() -> None:
    with pytest.raises(ValueError, match="twice"):
        add_session(plan_of(at("a", 900)), at("a", 900))


def test_a_removed_session_takes_its_seats_and_acceptances_along() -> None:
    plan = plan_of(
        forum("f1", 1400),
        forum("f2", 1400),
        rounds=(SEATED,),
        acceptances=(Acceptance(code="x", subjects=("f1",)), Acceptance(code="x", subjects=("f2",))),
    )
    plan = remove_session(plan, "f1")
    assert [seat.person for seat in plan.rounds[0].seats] == ["ben"]
    assert [acceptance.subjects for acceptance in plan.acceptances] == [("f2",)]


def test_removing_what_is_not_there_changes_nothing() -> None:
    plan = plan_of(at("a", 900))
    assert remove_session(plan, "b") is plan


def test_a_session_that_leaves_its_round_leaves_its_seats() -> None:
    plan = plan_of(forum("f1", 1400), forum("f2", 1400), rounds=(SEATED, Round(id="other")))
    for changed in (
        join_round(plan, "f1", None),
        join_round(plan, "f1", "other"),
        change_session(plan, "f1", attendance=Number(number=4)),
    ):
        assert [seat.person for seat in changed.rounds[0].seats] == ["ben"]
    assert join_round(plan, "f1", "round") is plan
    assert change_session(plan, "f1", title="New").rounds is plan.rounds


def test_a_session_cannot_join_a_round_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        join_round(plan_of(at("a", 900)), "a", "nowhere")


def test_an_unknown_session_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        change_session(plan_of(), "a", title="x")


def test_an_id_is_never_changed() -> None:
    with pytest.raises(KeyError):
        change_session(plan_of(at("a", 900)), "a", id="b")


def test_rooms_are_set_each_in_its_seating() -> None:
    places = (Place(room="half-1"), Place(room="foyer"))
    assert set_places(plan_of(at("a", 900)), "a", places).sessions[0].places == places


def test_the_order_of_the_plan_changes_and_no_time_does() -> None:
    plan = order_session(plan_of(at("a", 900), at("b", 1000), at("c", 1100)), "c", 0)
    assert [session.id for session in plan.sessions] == ["c", "a", "b"]
    assert starts(plan) == {"a": 900, "b": 1000, "c": 1100}


def test_a_copy_stands_behind_with_ids_of_its_own_in_every_part() -> None:
    plan = duplicate_session(plan_of(full(fixed=True), at("z", 1000)), "a", ("n1", "n2", "n3", "n4", "n5"))
    first, copy, _ = plan.sessions
    assert (copy.id, copy.start, copy.fixed, first.fixed) == ("n1", 600, False, True)
    assert [contribution.id for contribution in copy.everyone()] == ["n5", "n3"]
    assert [item.id for item in copy.items] == ["n2", "n4"]
    assert [contribution.person for contribution in copy.everyone()] == ["ann", None]


def test_a_copy_from_the_tray_lies_in_the_tray() -> None:
    plan = duplicate_session(plan_of(at("a", None)), "a", ("n1",))
    assert starts(plan) == {"a": None, "n1": None}


def test_a_copy_in_a_round_stands_beside_and_needs_a_room_of_its_own() -> None:
    plan = plan_of(forum("f1", 1400, 60, "foyer"), forum("f2", 1400), rounds=(SEATED,))
    plan = duplicate_session(plan, "f1", ("n1",))
    copy = plan.session_by_id["n1"]
    assert (copy.start, copy.round, copy.places) == (14 * 60, "round", ())
    assert plan.rounds[0] == SEATED


def test_a_copy_needs_as_many_ids_as_it_has_parts() -> None:
    assert needed_ids(full()) == 5
    with pytest.raises(ValueError, match="needs 5 ids"):
        duplicate_session(plan_of(full()), "a", ("n1", "n2"))
    assert with_ids(at("a", 900), ("n1",)).id == "n1"


def test_a_split_session_ends_where_its_second_half_starts() -> None:
    plan = split_session(plan_of(full(fixed=True), at("z", 1000)), "a", 25, ("n1", "n2", "n3", "n4", "n5"))
    first, second, _ = plan.sessions
    assert (first.start, first.minutes, first.fixed) == (540, 25, True)
    assert (second.id, second.start, second.minutes, second.fixed) == ("n1", 565, 35, False)
    assert second.places == first.places
    assert [contribution.id for contribution in second.everyone()] == ["n5", "n3"]


@pytest.mark.parametrize("minutes", [-1, 0, 60, 61])
def test_no_half_is_without_length(minutes: int) -> None:
    with pytest.raises(ValueError, match="cannot split"):
        split_session(plan_of(at("a", 900)), "a", minutes, ("n1",))
