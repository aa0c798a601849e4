"""Names: two entries with the same name are one person twice, or two people who will be confused."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.problem import Check, Finding, Message, Severity
from planner.model import Registration


def _same_name(index: Index) -> Iterator[Finding]:
    """Find names that occur more than once, ignoring case and spaces; people who cancelled are left out."""
    found: dict[str, list[str]] = {}
    for person in index.plan.people:
        if person.name and person.registration != Registration.CANCELLED:
            found.setdefault(plain(person.name), []).append(person.id)
    for people in found.values():
        if len(people) > 1:
            yield Finding(tuple(people), {"person": people[0], "times": len(people)})


def plain(name: str) -> str:
    """Return a name as it is compared: normalised (NFC), case-folded, with single spaces."""
    folded = " ".join(name.casefold().split())
    return folded if folded.isascii() else unicodedata.normalize("NFC", folded)


SAME_NAME: Final = Check(
    code="same-name",
    severity=Severity.HINT,
    title="The same name twice",
    sentence=Message("{person} is listed {times} times."),
    find=_same_name,
)
