"""Edits of acceptances: problems silenced with a note."""

from planner.model.plan import Acceptance, Plan, ids_of


def accept(plan: Plan, acceptance: Acceptance) -> Plan:
    """Accept a problem; an earlier acceptance of the same problem is replaced."""
    return plan.changed(acceptances=(*_others(plan, acceptance.code, acceptance.subjects), acceptance))


def unaccept(plan: Plan, code: str, subjects: tuple[str, ...]) -> Plan:
    """Withdraw the acceptance of a problem, so that it is reported again, and of its parts.

    Of several things that overlap, each pair may have been accepted before they became one problem.
    """
    whole = set(subjects)
    kept = (
        acceptance
        for acceptance in plan.acceptances
        if acceptance.code != code or not whole.issuperset(acceptance.subjects)
    )
    return plan.changed(acceptances=tuple(kept))


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
