"""Rounds, seats and series."""

import pytest

from planner.model import Acceptance, Everyone, Person, Round, Seat, Series
from planner.model.edits import (
    add_round,
    add_series,
    change_round,
    change_series,
    remove_round,
    remove_series,
    seat,
    unseat,
)
from tests.model.small import at, forum, plan_of


def test_a_new_seat_replaces_the_one_that_a_person_had() -> None:
    plan = seat(plan_of(forum("f1", 1400), forum("f2", 1400)), "round", (Seat(person="ann", session="f1"),))
    plan = seat(plan, "round", (Seat(person="ben", session="f1"), Seat(person="ann", session="f2", pinned=True)))
    assert [(taken.person, taken.session, taken.pinned) for taken in plan.rounds[0].seats] == [
        ("ben", "f1", False),
        ("ann", "f2", True),
    ]
    assert unseat(plan, "round", frozenset({"ann"})).rounds[0].seats == (Seat(person="ben", session="f1"),)
    assert unseat(plan, "round", frozenset({"nobody"})) is plan


def test_nobody_sits_twice_or_in_a_session_of_another_round() -> None:
    plan = plan_of(forum("f1", 1400), at("a", 900))
    with pytest.raises(ValueError, match="twice"):
        seat(plan, "round", (Seat(person="ann", session="f1"), Seat(person="ann", session="f1", pinned=True)))
    with pytest.raises(ValueError, match="'a'"):
        seat(plan, "round", (Seat(person="ann", session="a"),))


def test_a_removed_round_leaves_its_sessions_to_everyone() -> None:
    plan = plan_of(
        forum("f1", 1400),
        at("a", 900),
        rounds=(Round(id="round", seats=(Seat(person="ann", session="f1"),)),),
        acceptances=(Acceptance(code="x", subjects=("round",)),),
    )
    left = remove_round(plan, "round")
    assert (left.rounds, left.acceptances, left.sessions[0].attendance) == ((), (), Everyone())
    assert left.sessions[1] is plan.sessions[1]


def test_a_round_is_added_and_changed() -> None:
    plan = change_round(add_round(plan_of(), Round(id="second")), "second", title="Afternoon")
    assert [round_.title for round_ in plan.rounds] == ["Forums", "Afternoon"]


def test_a_removed_series_is_wished_for_no_more() -> None:
    plan = add_series(add_series(plan_of(), Series(id="s1", title="One")), Series(id="s2", title="Two"))
    people = (Person(id="ann", name="Ann", wishes=("s2", "s1")), Person(id="ben", name="Ben"))
    plan = plan.changed(people=people, sessions=(forum("f1", 1400, series="s1"), forum("f2", 1400, series="s2")))
    left = remove_series(change_series(plan, "s2", "Second"), "s1")
    assert left.series == (Series(id="s2", title="Second"),)
    assert left.people[0].wishes == ("s2",)
    assert [session.series for session in left.sessions] == [None, "s2"]
    with pytest.raises(KeyError):
        change_series(left, "s1", "x")
