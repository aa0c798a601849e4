"""Texts: short enough for print, and made only of characters that a shipped font has."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.model import Contribution, Plan, Session
from planner.model.edits import change_session
from planner.resources import resource

# Length

MOST_LETTERS: Final = {"title": 120, "subtitle": 160, "question": 200, "introduction": 1200}
"""Characters that fit well on paper: a title in two lines, a subtitle or question in three, a third of a page."""
_PARTS: Final = re.compile(r": | [–—-] ")
"""What separates the title proper from what could be a subtitle."""


def _long_text(index: Index) -> Iterator[Finding]:
    """Find, for each session, round and the event, the first of its texts that is too long."""
    plan = index.plan
    for session in plan.sessions:
        yield from _too_long(session.id, (session.title, session.subtitle, session.question))
    for round_ in plan.rounds:
        yield from _too_long(round_.id, (round_.title, "", round_.question))
    for found in _too_long(plan.id, (plan.title, plan.subtitle, plan.question, plan.introduction)):
        yield Finding(found.subjects, {name: value for name, value in found.facts.items() if name != "session"})


def _too_long(owner: str, texts: tuple[str, ...]) -> Iterator[Finding]:
    for text, (field, most) in zip(texts, MOST_LETTERS.items(), strict=False):
        if len(text) > most:
            yield Finding((owner,), {"session": owner, "field": field, "letters": len(text), "most": most})
            return


def _long_text_sentence(facts: Facts) -> Message:
    if "session" in facts:
        return {
            "title": Message("The title of “{session}” has {letters} characters, guideline for print {most}."),
            "subtitle": Message("The subtitle of “{session}” has {letters} characters, guideline for print {most}."),
            "question": Message(
                "The guiding question of “{session}” has {letters} characters, guideline for print {most}."
            ),
        }[str(facts["field"])]
    return {
        "title": Message("The title of the event has {letters} characters, guideline for print {most}."),
        "subtitle": Message("The subtitle of the event has {letters} characters, guideline for print {most}."),
        "question": Message("The guiding question of the event has {letters} characters, guideline for print {most}."),
        "introduction": Message("The introduction has {letters} characters, guideline for print {most}."),
    }[str(facts["field"])]


def _fix_long_text(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer to make the second half of a title the subtitle."""
    session = index.plan.session_by_id.get(problem.subjects[0])
    if session is None or dict(problem.facts)["field"] != "title" or session.subtitle:
        return
    joints = [match for match in _PARTS.finditer(session.title) if match.start() <= MOST_LETTERS["title"]]
    if joints:
        title, subtitle = session.title[: joints[-1].start()], session.title[joints[-1].end() :]
        yield Fix(
            Message("Make “{words}” the subtitle of “{session}”"),
            lambda plan: change_session(plan, session.id, title=title, subtitle=subtitle),
            {"session": session.id, "words": subtitle},
        )


LONG_TEXT: Final = Check(
    code="long-text",
    severity=Severity.HINT,
    title="Text too long for print",
    sentence=_long_text_sentence,
    find=_long_text,
    fixes=_fix_long_text,
)

# Characters

MOST_CHARACTERS: Final = 6
"""How many characters are named before an ellipsis."""


@lru_cache(maxsize=1)
def _printable() -> tuple[list[str], list[str]]:
    """Return the first and the last characters of the ranges that a shipped font has; read when first needed."""
    ranges = [entry.split("-") for entry in resource("fonts", "coverage.txt").read_text(encoding="ascii").split()]
    return [chr(int(first, 16)) for first, _ in ranges], [chr(int(last, 16)) for _, last in ranges]


def unprintable(texts: Iterable[str]) -> set[str]:
    """Return the characters of texts that are printed as a box."""
    used = set[str]().union(*(text for text in texts if not text.isascii()))
    if not used:
        return used
    firsts, lasts = _printable()
    return {char for char in used if not (at := bisect_right(firsts, char)) or char > lasts[at - 1]}


def _characters(index: Index) -> Iterator[Finding]:
    """Find the characters in the plan that cannot be printed: one problem that names them and where they are."""
    characters: set[str] = set()
    owners: dict[str, None] = {}
    for owner, texts in _texts(index.plan):
        found = unprintable(texts)
        if found:
            characters |= found
            owners[owner] = None
    if owners:
        named = [_named(char) for char in sorted(characters)]
        more = ["…"] if len(named) > MOST_CHARACTERS else []
        facts: Facts = {"letters": len(named), "characters": ", ".join([*named[:MOST_CHARACTERS], *more])}
        yield Finding(tuple(owners), facts)


def _named(char: str) -> str:
    code = f"U+{ord(char):04X}"
    return f"{char} ({code})" if char.isprintable() and not unicodedata.category(char).startswith("M") else code


def _texts(plan: Plan) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield all text that papers may show, by what it belongs to."""
    yield plan.id, _around(plan)
    for day in plan.days:
        yield day.id, (day.title, day.end_label, *_credits(day.contributions))
    for session in plan.sessions:
        yield session.id, _of_session(session)
    for round_ in plan.rounds:
        yield round_.id, (round_.title, round_.question)
    for room in plan.rooms:
        yield room.id, (room.name,)
    for person in plan.people:
        yield person.id, (person.name, person.function, person.organisation, person.town)


def _around(plan: Plan) -> Iterator[str]:
    venue, contact = plan.venue, plan.contact
    yield from (plan.title, plan.subtitle, plan.question, plan.introduction, plan.organiser, plan.imprint)
    yield from (venue.name, venue.street, venue.postcode, venue.town, venue.access, venue.travel)
    yield from (contact.name, contact.email, contact.phone, contact.text)
    for note in plan.notes:
        yield from (note.title, note.text)
    yield from (logo.words for logo in plan.logos)
    yield from (kind.name for kind in plan.kinds)


def _of_session(session: Session) -> Iterator[str]:
    yield from (session.title, session.subtitle, session.question, session.description, session.language)
    yield from _credits(session.contributions)
    for item in session.items:
        yield item.title
        yield from _credits(item.contributions)


def _credits(contributions: tuple[Contribution, ...]) -> Iterator[str]:
    for contribution in contributions:
        yield from (contribution.label, contribution.function, contribution.organisation)


CHARACTERS: Final = Check(
    code="characters",
    severity=Severity.WARNING,
    title="Characters that cannot be printed",
    sentence=Message(
        "No font has {characters}, so boxes are printed instead: {subjects}.",
    ),
    find=_characters,
)
