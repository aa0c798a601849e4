"""Some sessions of a plan and all that they refer to, as a plan of its own, to be pasted elsewhere."""

from collections.abc import Collection
from typing import Any, get_args

from planner.model.base import Frozen
from planner.model.marks import ListName, MarkedField, fields_of
from planner.model.plan import Plan
from planner.model.references import held, linked, redirected


def excerpt(plan: Plan, sessions: Collection[str]) -> Plan:
    """Return a plan of these sessions, with the days, kinds, rooms, people, rounds and series that they name.

    People come as those who contribute. What they need, wish and registered for belongs to their event: it stays there,
    as do seats in rounds.
    """
    wanted = frozenset(sessions)
    left = dict.fromkeys(session.id for session in plan.sessions if session.id not in wanted)
    chosen = tuple(
        session.changed(**redirected(session, "sessions", left)) for session in plan.sessions if session.id in wanted
    )
    named = {needed for session in chosen for needed in held(session).needed}
    others = [name for name in get_args(ListName) if name != "sessions"]
    lists: dict[str, Any] = {
        name: tuple(_alone(entry) for entry in getattr(plan, name) if (name, entry.id) in named) for name in others
    }
    return Plan(id=plan.id, title=plan.title, zone=plan.zone, print=plan.print, sessions=chosen, **lists)


def _alone(entry: Frozen) -> Frozen:
    """Return an entry without what belongs to its event, and without all that leads on to other entries."""
    return entry.changed(**{field.name: field.default for field in fields_of(type(entry)) if _stays(field)})


def _stays(field: MarkedField) -> bool:
    return field.local or field.to is not None or any(linked(part) for part in field.parts)
