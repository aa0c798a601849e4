"""Edits of contributions: to a session, to one of its items, or to a whole day (its moderation)."""

from collections.abc import Callable
from typing import Any

from planner.model.edits._entries import found, mapped, reordered, replaced, without
from planner.model.edits.acceptances import pruned
from planner.model.plan import Day, Plan
from planner.model.session import Contribution, Session

Contributions = tuple[Contribution, ...]


def add_contribution(plan: Plan, owner: str, contribution: Contribution) -> Plan:
    """Add a contribution to a session, an item or a day, after all others."""
    return _at_owner(plan, owner, lambda contributions: (*contributions, contribution))


def change_contribution(plan: Plan, contribution_id: str, **fields: Any) -> Plan:  # noqa: ANN401  # validated
    """Change fields of a contribution, wherever it stands."""
    owners = (*plan.days, *plan.sessions)
    if all(contribution.id != contribution_id for owner in owners for contribution in _of(owner)):
        raise KeyError(contribution_id)

    def changed(contribution: Contribution) -> Contribution:
        return contribution.changed(**fields) if contribution.id == contribution_id else contribution

    return map_contributions(plan, changed)


def remove_contribution(plan: Plan, contribution_id: str) -> Plan:
    """Remove a contribution, wherever it stands."""
    return pruned(map_contribution_lists(plan, lambda contributions: without(contributions, contribution_id)))


def order_contribution(plan: Plan, owner: str, contribution_id: str, position: int) -> Plan:
    """Move a contribution in the order of its session, item or day."""
    return _at_owner(plan, owner, lambda contributions: reordered(contributions, contribution_id, position))


def map_contributions(plan: Plan, change: Callable[[Contribution], Contribution]) -> Plan:
    """Apply a function to all contributions; what it returns unchanged stays shared."""
    return map_contribution_lists(plan, lambda contributions: mapped(contributions, change))


def _at_owner(plan: Plan, owner: str, change: Callable[[Contributions], Contributions]) -> Plan:
    for session in plan.sessions:
        if session.id == owner:
            new = session.changed(contributions=change(session.contributions))
            return plan.changed(sessions=replaced(plan.sessions, new))
        if any(item.id == owner for item in session.items):
            item = found(session.items, owner)
            items = replaced(session.items, item.changed(contributions=change(item.contributions)))
            return plan.changed(sessions=replaced(plan.sessions, session.changed(items=items)))
    day = plan.day_by_id[owner]
    return plan.changed(days=replaced(plan.days, day.changed(contributions=change(day.contributions))))


def _of(owner: Day | Session) -> Contributions:
    return owner.contributions if isinstance(owner, Day) else owner.everyone()


def map_contribution_lists(plan: Plan, change: Callable[[Contributions], Contributions]) -> Plan:
    """Apply a function to the contributions of each session, item and day; what it returns unchanged stays shared."""
    return plan.changed(
        sessions=mapped(plan.sessions, lambda session: _in_session(session, change)),
        days=mapped(plan.days, lambda day: day.changed(contributions=change(day.contributions))),
    )


def _in_session(session: Session, change: Callable[[Contributions], Contributions]) -> Session:
    if not session.contributions and not session.items:
        return session
    items = mapped(session.items, lambda item: item.changed(contributions=change(item.contributions)))
    return session.changed(contributions=change(session.contributions), items=items)
