"""Problems and their fixes as sentences, with names and numbers filled in."""

from collections.abc import Iterable
from typing import Final

from planner.checks import Fix, Message, Offer, Problem, Severity, check_of
from planner.checks.problem import Facts
from planner.model import Plan, Seating
from planner.model.time import DAY
from planner.text.language import Language, mark
from planner.text.names import seating_name, subject_name
from planner.text.problem_facts import event_date, lacking, listed, needs_in_words
from planner.text.times import clock

SEVERITIES: Final = {
    Severity.ERROR: mark("Error"),
    Severity.WARNING: mark("Warning"),
    Severity.HINT: mark("Hint"),
}
SEATED: Final = {
    Seating.ROWS: mark("in rows"),
    Seating.CLASSROOM: mark("in classroom seating"),
    Seating.U_SHAPE: mark("in a U-shape"),
    Seating.CIRCLE: mark("in a circle of chairs"),
    Seating.GROUPS: mark("at group tables"),
    Seating.BANQUET: mark("at banquet tables"),
    Seating.BLOCK: mark("at a block table"),
    Seating.STANDING: mark("at standing tables"),
}
"""A seating as it follows the name of a room in a sentence."""
MOST_NAMES: Final = 4
MOST_STEPS: Final = 3
"""Steps of a fix that its button names."""
LONGEST_NAME: Final = 60
LONGEST_IN_LIST: Final = 32
SHOWN_WITH_NAMES: Final = frozenset({"asked"})
"""Codes of problems that need no words beside the people of a session, as these say who is asked or still sought."""
_NAMED: Final = frozenset({"session", "other", "room", "person", "round", "day"})


def severity_name(severity: Severity, t: Language) -> str:
    """Return the name of a severity."""
    return t(SEVERITIES[severity])


def problem_sentence(plan: Plan, problem: Problem, t: Language) -> str:
    """Return what a check found, as one sentence with its numbers."""
    named = {value for name, value in problem.facts if name in _NAMED}
    subjects = [subject for subject in problem.subjects if subject not in named]
    return _sentence(plan, check_of(problem).said(problem), dict(problem.facts), t, subjects)


def fix_sentence(plan: Plan, fix: Fix, t: Language) -> str:
    """Return what a fix does, as the label of a button; of one in many steps the first of them."""
    if fix.steps:
        steps = "; ".join(fix_sentence(plan, step, t) for step in fix.steps[:MOST_STEPS])
        return _and_more(steps, len(fix.steps) - MOST_STEPS, t)
    return _sentence(plan, fix.message, fix.facts, t)


def offer_sentence(plan: Plan, offer: Offer, t: Language) -> str:
    """Return what a fix does, solves and creates."""
    result = t("solves {solves}, creates {creates}", solves=offer.solves, creates=offer.creates)
    return f"{fix_sentence(plan, offer.fix, t)} ({result})"


def _sentence(plan: Plan, message: Message, facts: Facts, t: Language, subjects: Iterable[str] = ()) -> str:
    values = {name: _value(plan, name, value, t) for name, value in facts.items()}
    values["subjects"] = _names(plan, list(subjects), t) if "{subjects}" in message.many else ""
    if "seating" in facts:
        values["seated"] = t(SEATED[Seating(facts["seating"])]) if facts["seating"] else ""
    if any(facts.get(name) for name in ("stage", "staff", "guests")):
        values["people"] = _sum(facts, t)
    values["lacking"] = lacking(facts, t)
    number = facts.get(message.count)
    if message.one and isinstance(number, int):
        return t.count(message.one, message.many, number, **values)
    return t(message.many, **values)


def _value(plan: Plan, name: str, value: int | str, t: Language) -> object:
    if name in _NAMED:
        return _short(subject_name(plan, str(value), t))
    if name == "seating":
        return seating_name(Seating(value), t) if value else t("no seating")
    if isinstance(value, int):
        if name.endswith("until_at") and value == DAY:
            return "24:00"  # an end at 00:00 would read as one before the start
        return clock(value) if name.endswith("_at") else _counted(name, value, t)
    if name.endswith("_on"):
        return event_date(plan, value, t)
    return needs_in_words(value, t) if name == "needs" else value


def _counted(name: str, number: int, t: Language) -> object:
    """Return a number with its noun if the fact is named after one, otherwise the bare number."""
    match name:
        case "people" | "moved":
            return t.count("{number} person", "{number} people", number)
        case "places":
            return t.count("{number} place", "{number} places", number)
        case "rooms":
            return t.count("{number} room", "{number} rooms", number)
        case "sessions":
            return t.count("{number} session", "{number} sessions", number)
        case _:
            return number


def _sum(facts: Facts, t: Language) -> str:
    """Return how the people of a session add up: "60 + 5 on stage + 2 staff = 67 people"."""
    parts = [str(facts["attending"])]
    parts += [t("{stage} on stage", stage=facts["stage"])] if facts.get("stage") else []
    parts += [t("{guests} contributing", guests=facts["guests"])] if facts.get("guests") else []
    parts += [t("{staff} staff", staff=facts["staff"])] if facts.get("staff") else []
    return f"{' + '.join(parts)} = {_counted('people', int(facts['people']), t)}"


def _names(plan: Plan, subjects: list[str], t: Language) -> str:
    subjects = listed(plan, subjects)
    names = ", ".join(_short(subject_name(plan, subject, t), LONGEST_IN_LIST) for subject in subjects[:MOST_NAMES])
    return _and_more(names, len(subjects) - MOST_NAMES, t)


def _and_more(names: str, more: int, t: Language) -> str:
    return t("{names} and {more} more", names=names, more=more) if more > 0 else names


def _short(name: str, longest: int = LONGEST_NAME) -> str:
    """Return a name shortened at a word boundary, or within a word that is too long itself."""
    if len(name) <= longest:
        return name
    head, _, _ = name[:longest].rpartition(" ")
    return (head if len(head) > longest // 2 else name[: longest - 1]).rstrip(" ,;:–-") + "…"
