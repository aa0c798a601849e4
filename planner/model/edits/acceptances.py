"""Edits of acceptances: problems silenced with a note."""

from planner.model.plan import Acceptance, Plan, ids_of


def accept(plan: Plan, acceptance: Acceptance) -> Plan:
    """Accept a problem; an earlier acceptance of the same problem is replaced."""
    return plan.changed(acceptances=(*_others(plan, acceptance.code, acceptance.subjects), acceptance))


def unaccept(plan: Plan, code: str, subjects: tuple[str, ...]) -> Plan:
    """Withdraw the acceptance of a problem, so that it is reported again."""
    return plan.changed(acceptances=_others(plan, code, subjects))


def pruned(plan: Plan) -> Plan:
    """Return the plan without the acceptances of which a subject no longer exists."""
    if not plan.acceptances:
        return plan
    known = {plan.id, *ids_of(plan)}
    kept = tuple(acceptance for acceptance in plan.acceptances if known.issuperset(acceptance.subjects))
    return plan if len(kept) == len(plan.acceptances) else plan.changed(acceptances=kept)


def _others(plan: Plan, code: str, subjects: tuple[str, ...]) -> tuple[Acceptance, ...]:
    return tuple(
        acceptance for acceptance in plan.acceptances if (acceptance.code, acceptance.subjects) != (code, subjects)
    )
