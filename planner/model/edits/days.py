"""Edits of days, which are kept in order of their dates."""

from typing import Any, TypeVar

from planner.model.edits._entries import replaced, without
from planner.model.edits.acceptances import pruned
from planner.model.person import Person
from planner.model.plan import Day, Plan
from planner.model.room import Room

T = TypeVar("T", Room, Person)


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
    return pruned(
        plan.changed(
            days=without(plan.days, day_id),
            sessions=sessions,
            rooms=tuple(_absent(room, day_id) for room in plan.rooms),
            people=tuple(_absent(person, day_id) for person in plan.people),
        )
    )


def _absent(who: T, day_id: str) -> T:
    if all(span.day != day_id for span in who.available):
        return who
    return who.changed(available=tuple(span for span in who.available if span.day != day_id))


def _by_date(days: tuple[Day, ...]) -> tuple[Day, ...]:
    return tuple(sorted(days, key=lambda day: day.date))
