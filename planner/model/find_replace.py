"""Finding words in the texts of a plan, and the texts that result from replacing them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from planner.model.base import Frozen, clean_text
from planner.model.limits import cleaned, limit_of
from planner.model.person import Person
from planner.model.plan import Day, Plan
from planner.model.room import Room
from planner.model.round import Round
from planner.model.session import Contribution, Item, Session

TextNames: TypeAlias = Mapping[type[Frozen], Sequence[str]]
"""The attributes that hold texts to be searched, by the part of the plan that has them."""


@dataclass(frozen=True)
class Search:
    """The words to look for, and whether to look in names of rooms and people, too, besides the programme."""

    words: str
    case: bool = False
    whole: bool = False
    rooms: bool = False
    people: bool = False


@dataclass(frozen=True)
class PlanField:
    """A text of the plan: the subject (plan, session, round, day, room or person) and the part of it that has it."""

    subject: str
    part: str
    model: type[Frozen]
    name: str
    text: str
    needed: bool = False
    """Whether it is a name, which must not become empty."""


@dataclass(frozen=True)
class SearchHit:
    """One place in a text where the words were found."""

    field: PlanField
    start: int
    end: int


class ReplaceRefusal(StrEnum):
    """Why a replacement cannot be made in a text."""

    LONG = "long"
    EMPTY = "empty"


def hits(plan: Plan, search: Search, names: TextNames) -> tuple[SearchHit, ...]:
    """Return all places where the words occur, in the order of the programme; as in str.replace, without overlaps."""
    words = str(clean_text(search.words))
    if not words:
        return ()
    source = re.escape(words)
    if search.whole:
        source = rf"(?<!\w){source}(?!\w)"
    pattern = re.compile(source, re.NOFLAG if search.case else re.IGNORECASE)
    return tuple(
        SearchHit(field, match.start(), match.end())
        for field in _fields(plan, search, names)
        for match in pattern.finditer(field.text)
    )


def text_after(found: Iterable[SearchHit], replacement: str) -> str:
    """Return what a text becomes when some of its hits are replaced, cleaned as the plan will hold it."""
    ordered = sorted(found, key=lambda hit: hit.start)
    field, parts, at = ordered[0].field, list[str](), 0
    for hit in ordered:
        parts += field.text[at : hit.start], replacement
        at = hit.end
    return cleaned(field.model, field.name, "".join((*parts, field.text[at:])))


def refusal(field: PlanField, text: str) -> ReplaceRefusal | None:
    """Return why a field cannot hold a text, None if it can."""
    if len(text) > (limit_of(field.model, field.name) or 0):
        return ReplaceRefusal.LONG
    return ReplaceRefusal.EMPTY if field.needed and not text.strip() else None


def by_field(found: Iterable[SearchHit]) -> dict[PlanField, list[SearchHit]]:
    """Return hits grouped by the text they occur in."""
    groups: dict[PlanField, list[SearchHit]] = {}
    for hit in found:
        groups.setdefault(hit.field, []).append(hit)
    return groups


def _fields(plan: Plan, search: Search, names: TextNames) -> Iterator[PlanField]:
    yield from _texts(plan, plan.id, names)
    days = {day.id: place for place, day in enumerate(plan.days)}
    last = len(days)
    for session in sorted(
        plan.sessions,
        key=lambda session: (days.get(session.day or "", last) if session.scheduled else last, session.start or 0),
    ):
        for part in (session, *session.items, *session.everyone()):
            yield from _texts(part, session.id, names)
    for round_ in plan.rounds:
        yield from _texts(round_, round_.id, names)
    for day in plan.days:
        for part in (day, *day.contributions):
            yield from _texts(part, day.id, names)
    for entry in (*(plan.rooms if search.rooms else ()), *(plan.people if search.people else ())):
        yield from _texts(entry, entry.id, names)


def _texts(
    part: Plan | Session | Item | Contribution | Round | Day | Room | Person, subject: str, names: TextNames
) -> Iterator[PlanField]:
    for name in names.get(type(part), ()):
        text: str = getattr(part, name)
        if text:
            yield PlanField(subject, part.id, type(part), name, text, _needed(part, name))


def _needed(part: Frozen, name: str) -> bool:
    """Return whether a text is what its part is known by, so that it must not become empty."""
    if isinstance(part, Contribution):
        return name == "label" and part.person is None
    return isinstance(part, Room | Person | Item) and name in {"name", "title"}
