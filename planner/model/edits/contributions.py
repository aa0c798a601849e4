"""Edits of contributions: to a session, to one of its items, or to a whole day (its moderation)."""

from collections.abc import Callable, Collection
from typing import Any

from planner.model.base import Frozen
from planner.model.edits._entries import reordered
from planner.model.edits.acceptances import pruned
from planner.model.plan import Day, Plan
from planner.model.references import changed_entries
from planner.model.session import Contribution, Item, Session

Contributions = tuple[Contribution, ...]


def add_contribution(plan: Plan, owner: str, contribution: Contribution) -> Plan:
    """Add a contribution to a session, an item or a day, after all others."""
    return _at_owner(plan, owner, lambda contributions: (*contributions, contribution))


def change_contribution(plan: Plan, contribution_id: str, **fields: Any) -> Plan:  # noqa: ANN401  # validated
    """Change fields of a contribution, wherever it stands."""
    known = False

    def changed(contribution: Contribution) -> Contribution:
        nonlocal known
        known = True
        return contribution.changed(**fields)

    plan = map_contributions(plan, changed, (contribution_id,))
    if not known:
        raise KeyError(contribution_id)
    return plan


def remove_contribution(plan: Plan, contribution_id: str) -> Plan:
    """Remove a contribution, wherever it stands."""
    return pruned(map_contributions(plan, lambda _: None, (contribution_id,)))


def order_contribution(plan: Plan, owner: str, contribution_id: str, position: int) -> Plan:
    """Move a contribution in the order of its session, item or day."""
    return _at_owner(plan, owner, lambda contributions: reordered(contributions, contribution_id, position))


def map_contributions(
    plan: Plan, change: Callable[[Contribution], Contribution | None], ids: Collection[str] | None = None
) -> Plan:
    """Apply a function to all contributions, or to those of these ids; where it returns None they are removed."""
    return changed_entries(plan, lambda entry: change(entry) if isinstance(entry, Contribution) else entry, ids)


def _at_owner(plan: Plan, owner: str, change: Callable[[Contributions], Contributions]) -> Plan:
    known = False

    def changed(entry: Frozen) -> Frozen:
        nonlocal known
        if not isinstance(entry, Session | Item | Day):
            raise KeyError(owner)
        known = True
        return entry.changed(contributions=change(entry.contributions))

    plan = changed_entries(plan, changed, (owner,))
    if not known:
        raise KeyError(owner)
    return plan
