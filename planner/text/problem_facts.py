"""Facts of problems that take more than a name or number to say: dates, needs, and missing roles in forums."""

from datetime import date
from typing import Final

from planner.checks.problem import Facts
from planner.checks.roles import FACTS
from planner.model import Plan, Role
from planner.model.needs import Need
from planner.text.language import Language, mark

MONTHS: Final = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)
"""Written out here because importing Babel takes longer than running all checks."""
NEEDS: Final = {
    Need.STEP_FREE: mark("step-free access"),
    Need.HEARING_LOOP: mark("hearing loop"),
    Need.INTERPRETATION: mark("interpretation"),
    Need.SIGN_LANGUAGE: mark("sign language"),
}


def event_date(plan: Plan, iso: str, t: Language) -> str:
    """Return a date as "2 May", with its year unless the event is in that year."""
    day = date.fromisoformat(iso)
    month = t(MONTHS[day.month - 1])
    said = t("{day} {month}", day=day.day, month=month)
    return said if any(other.date.year == day.year for other in plan.days) else f"{said} {day.year}"


def needs_in_words(needs: str, t: Language) -> str:
    """Return a list of needs in the reader's language, with equipment as it was typed."""
    known = {str(need): t(words) for need, words in NEEDS.items()}
    return ", ".join(known.get(word, word) for word in needs.split(", "))


def lacking(facts: Facts, t: Language) -> str:
    """Return which roles are missing in how many forums: "1 without moderation, 4 without time-keeping"."""
    parts: list[str] = []
    for role, fact in FACTS.items():
        if fact in facts:
            number = facts[fact]
            match role:
                case Role.MODERATION:
                    parts.append(t("{number} without moderation", number=number))
                case Role.MINUTES:
                    parts.append(t("{number} without minutes", number=number))
                case _:
                    parts.append(t("{number} without time-keeping", number=number))
    return ", ".join(parts)


def listed(plan: Plan, subjects: list[str]) -> list[str]:
    """Return the subjects that a sentence lists: if contributions are among them only these, not their owners."""
    others = (plan.session_by_id, plan.room_by_id, plan.person_by_id, plan.round_by_id, plan.day_by_id, {plan.id})
    return [subject for subject in subjects if not any(subject in other for other in others)] or subjects
