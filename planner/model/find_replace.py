"""Finding words in the texts of a plan, and the texts that result from replacing them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from planner.model.base import MAX_TEXT, MAX_TITLE, clean_line, clean_name, clean_text
from planner.model.person import Person
from planner.model.plan import Plan
from planner.model.room import Room
from planner.model.round import Round
from planner.model.session import Contribution, Item, Session

SESSION: Final = ("title", "subtitle", "question", "description", "note")
LONG: Final = frozenset({"description", "note"})
CLEANED_AS_NAME: Final = frozenset({"label", "name"})


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
    """A text of the plan: the subject (session, round, day, room or person) and the part of it that has the field."""

    subject: str
    part: str
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


def hits(plan: Plan, search: Search) -> tuple[SearchHit, ...]:
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
        for field in _fields(plan, search)
        for match in pattern.finditer(field.text)
    )


def text_after(found: Iterable[SearchHit], replacement: str) -> str:
    """Return what a text becomes when some of its hits are replaced, cleaned as the plan will hold it."""
    ordered = sorted(found, key=lambda hit: hit.start)
    field, parts, at = ordered[0].field, list[str](), 0
    for hit in ordered:
        parts += field.text[at : hit.start], replacement
        at = hit.end
    clean = clean_text if field.name in LONG else clean_name if field.name in CLEANED_AS_NAME else clean_line
    return str(clean("".join((*parts, field.text[at:]))))


def refusal(field: PlanField, text: str) -> ReplaceRefusal | None:
    """Return why a field cannot hold a text, None if it can."""
    if len(text) > (MAX_TEXT if field.name in LONG else MAX_TITLE):
        return ReplaceRefusal.LONG
    return ReplaceRefusal.EMPTY if field.needed and not text.strip() else None


def by_field(found: Iterable[SearchHit]) -> dict[PlanField, list[SearchHit]]:
    """Return hits grouped by the text they occur in."""
    groups: dict[PlanField, list[SearchHit]] = {}
    for hit in found:
        groups.setdefault(hit.field, []).append(hit)
    return groups


def _fields(plan: Plan, search: Search) -> Iterator[PlanField]:
    days = {day.id: place for place, day in enumerate(plan.days)}
    last = len(days)
    for session in sorted(
        plan.sessions,
        key=lambda session: (days.get(session.day or "", last) if session.scheduled else last, session.start or 0),
    ):
        yield from _texts(session, session.id, *SESSION)
        for item in session.items:
            yield from _texts(item, session.id, "title")
        for contribution in session.everyone():
            yield from _texts(contribution, session.id, "label")
    for round_ in plan.rounds:
        yield from _texts(round_, round_.id, "title", "question")
    for day in plan.days:
        for contribution in day.contributions:
            yield from _texts(contribution, day.id, "label")
    for entry in (*(plan.rooms if search.rooms else ()), *(plan.people if search.people else ())):
        yield from _texts(entry, entry.id, "name")


def _texts(
    part: Session | Item | Contribution | Round | Room | Person, subject: str, *names: str
) -> Iterator[PlanField]:
    needed = isinstance(part, Room | Person | Item) or (isinstance(part, Contribution) and part.person is None)
    for name in names:
        text: str = getattr(part, name)
        if text:
            yield PlanField(subject, part.id, name, text, needed)
