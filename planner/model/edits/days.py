"""Edits of days, which are kept in order of their dates."""

from typing import Any

from planner.model.edits._entries import replaced
from planner.model.edits.acceptances import pruned
from planner.model.plan import Day, Plan
from planner.model.references import removed


def add_day(plan: Plan, day: Day) -> Plan:
    """Add a day; raises ValueError for a second one of the same date."""
    return plan.changed(days=_by_date((*plan.days, day)))


def change_day(plan: Plan, day_id: str, **fields: Any) -> Plan:  # noqa: ANN401  # validated by the model
    """Change fields of a day; with another date its sessions move along."""
    days = replaced(plan.days, plan.day_by_id[day_id].changed(**fields))
    return plan.changed(days=days if days is plan.days else _by_date(days))


def remove_day(plan: Plan, day_id: str) -> Plan:
    """Remove a day; its sessions move to the tray, none is lost."""
    sessions = tuple(
        session.changed(day=None, start=None, fixed=False) if session.day == day_id else session
        for session in plan.sessions
    )
    return pruned(removed(plan.changed(sessions=sessions), "days", (day_id,)))


def _by_date(days: tuple[Day, ...]) -> tuple[Day, ...]:
    return tuple(sorted(days, key=lambda day: day.date))
