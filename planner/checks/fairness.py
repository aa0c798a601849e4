"""Fairness: panels are mixed and speaking time is shared between genders, as far as genders were entered."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.open_points import NOBODY
from planner.checks.problem import Check, Facts, Finding, Message, Severity
from planner.model import ON_STAGE, Contribution, Role, Session, Status

FEWEST: Final = 3
"""With fewer people on stage, a share of speaking time says nothing, or reveals somebody's gender."""
_COMPARED: Final = frozenset({"female", "male"})
"""The genders whose majority is reported."""


def _gender(index: Index, contribution: Contribution) -> str:
    """Return the gender that was entered for somebody; empty for a label and for an open place."""
    person = index.plan.person_by_id.get(contribution.person or "")
    return person.gender if person else ""


# Panels


def _one_gender_panel(index: Index) -> Iterator[Finding]:
    if not index.plan.settings.one_gender_panel:
        return
    for session in chain.from_iterable(index.scheduled.values()):
        if index.plan.kind_of(session).family == "panel":
            panel = _panel(index, session)
            genders = {_gender(index, contribution) for contribution in panel}
            if len(panel) > 1 and len(genders) == 1 and genders <= _COMPARED:
                yield Finding((session.id,), {"session": session.id, "gender": genders.pop(), "number": len(panel)})


def _panel(index: Index, session: Session) -> list[Contribution]:
    """Return who sits on a panel, each once, without open places and moderators: they do not make a panel mixed."""
    found: dict[str, Contribution] = {}
    for contribution in index.cast.get(session.id, ()):
        named = contribution.person is not None or contribution.label.replace(" ", "").lower() not in NOBODY
        if contribution.role in ON_STAGE and contribution.role != Role.MODERATION and named:
            found.setdefault(contribution.person or contribution.id, contribution)
    return list(found.values())


def _panel_sentence(facts: Facts) -> Message:
    if facts["gender"] == "female":
        return Message("“{session}”: all {number} on the panel are women.")
    return Message("“{session}”: all {number} on the panel are men.")


ONE_GENDER: Final = Check(
    code="one-gender-panel",
    severity=Severity.WARNING,
    title="Single-gender panel",
    sentence=_panel_sentence,
    find=_one_gender_panel,
)


# Speaking time


def _speaking_share(index: Index) -> Iterator[Finding]:
    """Find a gender that speaks most of the time; none where the gender is unknown for more than a third on stage."""
    if not any(person.gender for person in index.plan.people):
        return
    minutes: Counter[str] = Counter()
    people: dict[str, str] = {}
    known = unknown = 0
    for session in chain.from_iterable(index.scheduled.values()):
        if session.id in index.cast and not index.plan.kind_of(session).rests:
            for contribution, share in _shares(session):
                gender = _gender(index, contribution)
                known, unknown = known + bool(gender), unknown + (not gender)
                if gender:
                    minutes[gender] += share
                    people[contribution.person or contribution.id] = gender
    total = sum(minutes.values())
    # With the gender of more than a third unknown, the share would be a guess.
    if total and known >= 2 * unknown and len(people) >= FEWEST:
        gender, most = minutes.most_common(1)[0]
        percent = -(-most * 100 // total)  # rounded up, so that what exceeds the limit never reads as equal to it
        limit = index.plan.settings.largest_speaking_share
        if gender in _COMPARED and most * 100 > limit * total:
            facts: Facts = {"gender": gender, "percent": percent, "limit": limit, "minutes": most // _PARTS}
            yield Finding((index.plan.id,), facts | {"total": total // _PARTS})


_PARTS: Final = 5040
"""Parts of a minute in which speaking time is counted: divisible by 1 to 10, so that shares stay whole numbers."""


def _shares(session: Session) -> Iterator[tuple[Contribution, int]]:
    """Yield who speaks for how long, in parts of a minute: an item's time is its own people's, the rest is shared."""
    rest = session.minutes
    sharing = list(session.contributions)
    for item in session.items:
        if item.minutes is None:
            sharing += item.contributions
        else:
            rest -= item.minutes
            yield from _evenly(item.contributions, item.minutes)
    yield from _evenly(sharing, max(rest, 0))


def _evenly(contributions: Iterable[Contribution], minutes: int) -> Iterator[tuple[Contribution, int]]:
    on_stage = [
        contribution
        for contribution in contributions
        if contribution.role in ON_STAGE and contribution.status != Status.DECLINED
    ]
    for contribution in on_stage:
        yield contribution, minutes * _PARTS // len(on_stage)


def _share_sentence(facts: Facts) -> Message:
    if facts["gender"] == "female":
        return Message(
            "Women have {percent}% of the speaking time ({minutes} of {total} min), guideline at most {limit}%."
        )
    return Message("Men have {percent}% of the speaking time ({minutes} of {total} min), guideline at most {limit}%.")


SPEAKING_SHARE: Final = Check(
    code="speaking-share",
    severity=Severity.HINT,
    title="Speaking time shared unevenly",
    sentence=_share_sentence,
    find=_speaking_share,
)
