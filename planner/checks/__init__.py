"""All checks, as a tuple: a new one is written, listed here, and tested."""

from dataclasses import dataclass
from typing import Final

from planner.checks.index import Index
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.checks.rooms import ROOM_TWICE
from planner.model import Plan

CHECKS: Final[tuple[Check, ...]] = (ROOM_TWICE,)

__all__ = [
    "CHECKS",
    "Check",
    "Facts",
    "Finding",
    "Fix",
    "Index",
    "Message",
    "Offer",
    "Problem",
    "Severity",
    "check_of",
    "offers",
    "problems",
]

_BY_CODE: Final = {check.code: check for check in CHECKS}
_ORDER: Final = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True)
class Offer:
    """A fix that was tried out on the plan: how many problems it solves and creates."""

    fix: Fix
    solves: int
    creates: int
    plan: Plan


def check_of(problem: Problem) -> Check:
    """Return the check that found a problem."""
    return _BY_CODE[problem.code]


def problems(plan: Plan, index: Index | None = None) -> tuple[Problem, ...]:
    """Return all that is wrong with a plan, worst first, then in the order of the checks; accepted ones are marked."""
    index = index or Index(plan)
    accepted = {(each.code, each.subjects): each for each in plan.acceptances}
    found: list[Problem] = []
    for check in CHECKS:
        for finding in check.find(index):
            facts = tuple(finding.facts.items())
            acceptance = accepted.get((check.code, finding.subjects))
            meant = acceptance is not None and acceptance.facts == facts
            note = acceptance.note if acceptance and meant else ""
            found.append(Problem(check.code, check.severity, finding.subjects, facts, meant, note))
    return tuple(sorted(found, key=lambda problem: _ORDER[problem.severity]))


def offers(plan: Plan, problem: Problem) -> tuple[Offer, ...]:
    """Return the fixes of a problem that add no error, each tried out."""
    before = {_key(each) for each in problems(plan) if not each.accepted}
    found: list[Offer] = []
    for fix in check_of(problem).fixes(Index(plan), problem):
        mended = fix.apply(plan)
        after = {_key(each): each for each in problems(mended) if not each.accepted}
        new = [each for key, each in after.items() if key not in before]
        errors = sum(each.severity == Severity.ERROR for each in after.values())
        errors_before = sum(key[1] == Severity.ERROR for key in before)
        if any(each.severity == Severity.ERROR for each in new) or errors > errors_before or _key(problem) in after:
            continue
        found.append(Offer(fix, len(before) - len(after) + len(new), len(new), mended))
    return tuple(found)


def _key(problem: Problem) -> tuple[str, Severity, tuple[str, ...]]:
    return problem.code, problem.severity, problem.subjects
