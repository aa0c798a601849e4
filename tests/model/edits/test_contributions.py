"""Contributions and items: to whom they go, and in which order they stay."""

from collections.abc import Callable

import pytest

from planner.model import Contribution, Item, Plan, Status
from planner.model.edits import (
    add_contribution,
    add_item,
    change_contribution,
    change_item,
    order_contribution,
    order_item,
    remove_contribution,
    remove_item,
)
from tests.model.small import at, plan_of

ITEMS = (Item(id="i1", title="Town"), Item(id="i2", title="Host"))
OWNERS: dict[str, Callable[[Plan], tuple[Contribution, ...]]] = {
    "a": lambda plan: plan.sessions[0].contributions,
    "i2": lambda plan: plan.sessions[0].items[1].contributions,
    "mon": lambda plan: plan.days[0].contributions,
}


@pytest.mark.parametrize("owner", OWNERS)
def test_who_contributes_is_added_ordered_changed_and_removed(owner: str) -> None:
    plan = plan_of(at("a", 900, items=ITEMS), at("b", 1000))
    for name in ("c1", "c2", "c3"):
        plan = add_contribution(plan, owner, Contribution(id=name))
    plan = order_contribution(plan, owner, "c3", 0)
    plan = change_contribution(plan, "c1", person="ann", status=Status.CONFIRMED)
    assert [(entry.id, entry.person) for entry in OWNERS[owner](plan)] == [("c3", None), ("c1", "ann"), ("c2", None)]
    left = remove_contribution(plan, "c1")
    assert [entry.id for entry in OWNERS[owner](left)] == ["c3", "c2"]
    assert left.sessions[1] is plan.sessions[1]


def test_an_unknown_contribution_or_owner_is_a_key_error() -> None:
    plan = plan_of(at("a", 900))
    with pytest.raises(KeyError):
        change_contribution(plan, "c9", label="x")
    with pytest.raises(KeyError):
        add_contribution(plan, "nobody", Contribution(id="c1"))
    with pytest.raises(KeyError):
        order_contribution(plan, "a", "c9", 0)
    assert remove_contribution(plan, "c9") is plan


def test_an_id_of_something_else_is_no_contribution_and_no_owner() -> None:
    plan = plan_of(at("a", 900))
    with pytest.raises(KeyError):
        change_contribution(plan, "a", label="x")
    with pytest.raises(KeyError):
        add_contribution(plan, "hall", Contribution(id="c1"))
    assert remove_contribution(plan, "a") is plan


def test_items_keep_the_order_they_are_given() -> None:
    plan = add_item(plan_of(at("a", 900, items=ITEMS)), "a", Item(id="i3", title="A first name"))
    assert [item.id for item in plan.sessions[0].items] == ["i1", "i2", "i3"]
    plan = change_item(order_item(plan, "a", "i3", 1), "a", "i3", minutes=5)
    assert [(item.id, item.minutes) for item in plan.sessions[0].items] == [("i1", None), ("i3", 5), ("i2", None)]
    assert [item.id for item in remove_item(plan, "a", "i1").sessions[0].items] == ["i3", "i2"]
    with pytest.raises(KeyError):
        change_item(plan, "a", "i9", title="x")
