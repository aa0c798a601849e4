"""Problems and their fixes as sentences, with names and numbers filled in."""

from collections.abc import Iterable
from typing import Final

from planner.checks import Fix, Message, Offer, Problem, Severity, check_of
from planner.model import Plan, Seating
from planner.text.language import Language, mark
from planner.text.names import seating_name, subject_name
from planner.text.times import clock

SEVERITIES: Final = {
    Severity.ERROR: mark("Error"),
    Severity.WARNING: mark("Warning"),
    Severity.HINT: mark("Hint"),
}
_NAMED: Final = {"session", "other", "room", "person", "round", "day"}


def severity_name(severity: Severity, t: Language) -> str:
    """Return the word for a severity."""
    return t(SEVERITIES[severity])


def problem_sentence(plan: Plan, problem: Problem, t: Language) -> str:
    """Return what a check found, as one sentence with its numbers."""
    return _sentence(plan, check_of(problem).sentence, problem.facts, t)


def fix_sentence(plan: Plan, fix: Fix, t: Language) -> str:
    """Return what a fix does, as the label of a button."""
    return _sentence(plan, fix.message, fix.facts.items(), t)


def offer_sentence(plan: Plan, offer: Offer, t: Language) -> str:
    """Return what a fix does, solves and creates."""
    result = t("solves {solves}, creates {creates}", solves=offer.solves, creates=offer.creates)
    return f"{fix_sentence(plan, offer.fix, t)} ({result})"


def _sentence(plan: Plan, message: Message, facts: Iterable[tuple[str, int | str]], t: Language) -> str:
    values = {name: _value(plan, name, value, t) for name, value in facts}
    number = dict(facts).get(message.count)
    if message.one and isinstance(number, int):
        return t.count(message.one, message.many, number, **values)
    return t(message.many, **values)


def _value(plan: Plan, name: str, value: int | str, t: Language) -> object:
    if name in _NAMED:
        return subject_name(plan, str(value), t)
    if name == "seating":
        return seating_name(Seating(value), t) if value else t("no seating")
    if name.endswith("_at") and isinstance(value, int):
        return clock(value)
    return value
