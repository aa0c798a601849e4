"""Edits of rounds, the seats in them, and series."""

from typing import Any

from planner.model.edits._entries import replaced
from planner.model.edits.acceptances import pruned
from planner.model.plan import Plan
from planner.model.references import removed
from planner.model.round import Round, Seat, Series


def add_round(plan: Plan, round_: Round) -> Plan:
    """Add a round, still without sessions; see join_round."""
    return plan.changed(rounds=(*plan.rounds, round_))


def change_round(plan: Plan, round_id: str, **fields: Any) -> Plan:  # noqa: ANN401  # validated by the model
    """Change fields of a round."""
    return plan.changed(rounds=replaced(plan.rounds, plan.round_by_id[round_id].changed(**fields)))


def remove_round(plan: Plan, round_id: str) -> Plan:
    """Remove a round and its seats; its sessions stay, and are for everyone."""
    return pruned(removed(plan, "rounds", (round_id,)))


def seat(plan: Plan, round_id: str, seats: tuple[Seat, ...]) -> Plan:
    """Assign seats in a round; a seat that a person already had is replaced."""
    people = {seat.person for seat in seats}
    kept = tuple(seat for seat in plan.round_by_id[round_id].seats if seat.person not in people)
    return change_round(plan, round_id, seats=(*kept, *seats))


def unseat(plan: Plan, round_id: str, people: frozenset[str]) -> Plan:
    """Remove people from the seats of a round."""
    seats = plan.round_by_id[round_id].seats
    return change_round(plan, round_id, seats=tuple(seat for seat in seats if seat.person not in people))


def add_series(plan: Plan, series: Series) -> Plan:
    """Add a topic that several rounds offer."""
    return plan.changed(series=(*plan.series, series))


def change_series(plan: Plan, series_id: str, title: str) -> Plan:
    """Rename a series."""
    return plan.changed(series=replaced(plan.series, Series(id=series_id, title=title)))


def remove_series(plan: Plan, series_id: str) -> Plan:
    """Remove a series and the wishes for it; its sessions stay."""
    return pruned(removed(plan, "series", (series_id,)))
