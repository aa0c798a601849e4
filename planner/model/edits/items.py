"""Edits of the items of a session; their order is protocol and never sorted."""

from typing import Any

from planner.model.edits._entries import changed_session, found, reordered, replaced, without
from planner.model.edits.acceptances import pruned
from planner.model.plan import Plan
from planner.model.session import Item


def add_item(plan: Plan, session_id: str, item: Item) -> Plan:
    """Add an item after the others of a session."""
    return changed_session(plan, session_id, items=(*plan.session_by_id[session_id].items, item))


def change_item(plan: Plan, session_id: str, item_id: str, **fields: Any) -> Plan:  # noqa: ANN401  # validated
    """Change fields of an item."""
    items = plan.session_by_id[session_id].items
    return changed_session(plan, session_id, items=replaced(items, found(items, item_id).changed(**fields)))


def order_item(plan: Plan, session_id: str, item_id: str, position: int) -> Plan:
    """Move an item in the order of its session."""
    return changed_session(plan, session_id, items=reordered(plan.session_by_id[session_id].items, item_id, position))


def remove_item(plan: Plan, session_id: str, item_id: str) -> Plan:
    """Remove an item and its contributions."""
    return pruned(changed_session(plan, session_id, items=without(plan.session_by_id[session_id].items, item_id)))
