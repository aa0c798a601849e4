"""The words on a block of the board: kind, times, title, people, place and badges."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from planner.checks import Index, Problem, Severity, check_of
from planner.model import Audience, Contribution, Plan, Role, Seating, Session, Status
from planner.text import (
    Language,
    clock,
    clock_range,
    contribution_function,
    contribution_name,
    kind_short,
    mark,
    role_name,
    room_name,
    seating_name,
    session_name,
)
from planner.text.names import NAMELESS
from planner.text.problems import SHOWN_WITH_NAMES

Sign = Literal["lock", "error", "warning", "hint", "more"]
_SIGN: Final[dict[Severity, Sign]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "hint",
}
_NUMBER: Final = re.compile(r"( [\dIVX]+)\s*[:–-]\s*(.+)")
_PLAIN_ROLES: Final = {Role.SPEAKER, Role.PANEL, Role.WELCOME}


@dataclass(frozen=True)
class Badge:
    """A symbol with words that say the same, so that colour or shape alone carries no meaning."""

    sign: Sign
    text: str
    brief: str = ""
    """A shorter form of the words for narrow blocks."""


@dataclass(frozen=True)
class BlockWords:
    """The words of one block, from the most to the least important."""

    kind: str
    time: str
    start: str
    title: str
    who: str
    where: str
    count: str
    badges: tuple[Badge, ...]
    colour: str
    rests: bool
    error: bool
    sentence: str
    """All of it, for a screen reader and the tooltip."""


def block_words(index: Index, session: Session, problems: tuple[Problem, ...], t: Language) -> BlockWords:
    """Return what the block of a scheduled session says; problems are those of this session."""
    plan, span = index.plan, index.spans[session.id]
    kind = plan.kind_of(session)
    badges = _badges(session, problems, t)
    number, title = numbered(kind_short(kind, t), session_name(plan, session, t))
    words = {
        "kind": number,
        "time": clock_range(span.start, span.end) if session.minutes else _moment(session, t),
        "title": title,
        "who": who(plan, session, t),
        "where": where(plan, session, t, seating=not kind.rests),
        "count": _count(index, session),
    }
    sentence = ", ".join([*(word for word in words.values() if word), *(badge.text for badge in badges)])
    return BlockWords(
        **words,
        start=clock(span.start),
        badges=badges,
        colour=kind.colour,
        rests=kind.rests,
        error=any(badge.sign == "error" for badge in badges),
        sentence=sentence,
    )


def _moment(session: Session, t: Language) -> str:
    """Return the time of a session without length; a fixed one is a deadline for what comes before it."""
    time = clock(session.start or 0)
    return t("by {time}", time=time) if session.fixed else time


def numbered(kind: str, title: str) -> tuple[str, str]:
    """Return "Forum 3" and "Politik" for a forum "Forum 3: Politik", so that no word is repeated."""
    found = _NUMBER.fullmatch(title.removeprefix(kind)) if title.startswith(kind) else None
    return (kind + found[1], found[2]) if found else (kind, title)


def where(plan: Plan, session: Session, t: Language, *, seating: bool = True) -> str:
    """Return rooms and seatings, as "Großer Saal · Reihen"."""
    rooms = " + ".join(room_name(plan, place.room, t) for place in session.places)
    seatings = dict.fromkeys(seating_name(place.seating, t) for place in session.places) if seating else {}
    return " · ".join(part for part in (rooms, ", ".join(filter(None, seatings))) if part)


def who(plan: Plan, session: Session, t: Language) -> str:
    """Return the people of a session as on a programme, those who moderate last."""
    people = [contribution for contribution in session.everyone() if contribution.status != Status.DECLINED]
    on_stage = [
        contribution
        for contribution in people
        if contribution.role in _PLAIN_ROLES and contribution.audience != Audience.INTERNAL
    ]
    with_function = len(on_stage) <= 2  # beside more names, functions would fill the block
    names = list(dict.fromkeys(_name(plan, contribution, t, with_function=with_function) for contribution in on_stage))
    separator = " · " if with_function else ", "
    parts = [separator.join(names)] if names else []
    if names and session.round is not None:
        parts = [f"{role_name(Role.SPEAKER, t)}: {parts[0]}"]
    for role in (Role.MODERATION, Role.HOST):
        leading = dict.fromkeys(
            _name(plan, contribution, t, with_function=False) for contribution in people if contribution.role == role
        )
        if leading:
            parts.append(f"{role_name(role, t)}: {', '.join(leading)}")
    return " · ".join(parts) or session.subtitle


def _name(plan: Plan, contribution: Contribution, t: Language, *, with_function: bool) -> str:
    name = contribution_name(plan, contribution)
    function = contribution_function(plan, contribution) if with_function else ""
    asked = f" ({t('asked')})" if contribution.status == Status.ASKED and name != NAMELESS else ""
    return f"{name}, {function}{asked}" if function else name + asked


def _count(index: Index, session: Session) -> str:
    if session.round is None:
        return ""
    places = index.limit(session)
    return f"{index.attending(session)} / {'?' if places is None else places}"


def _badges(session: Session, problems: tuple[Problem, ...], t: Language) -> tuple[Badge, ...]:
    found = [Badge("lock", t("Time fixed"))] if session.fixed else []
    found += [
        Badge(_SIGN[problem.severity], short(problem, session.id, t), _brief(problem, t))
        for problem in problems
        if problem.code not in SHOWN_WITH_NAMES
    ]
    if any(contribution.status == Status.OPEN for contribution in session.everyone()):
        found.append(Badge("hint", t("N. N. open")))
    order = ("error", "warning", "lock", "hint")
    return tuple(sorted(dict.fromkeys(found), key=lambda badge: order.index(badge.sign)))


_SHORT: Final = {
    "everyone-twice": mark("{minutes} min at the same time"),
    "fixed-overrun": mark("{minutes} min too long"),
    "before-day": mark("{minutes} min before the start"),
    "after-day": mark("{minutes} min after the end"),
    "fixed-gap": mark("{minutes} min gap"),
    "one-way": mark("{minutes} min in a row"),
    "person-twice": mark("Person listed twice"),
    "contributor-away": mark("Person absent"),
    "room-closed": mark("Room closed"),
    "beside-everyone": mark("Parallel to “everyone”"),
    "reseating": mark("Changeover too short"),
    "walking": mark("Too little time to walk"),
}
"""Badges of problems whose title would be too long."""
_BRIEF: Final = {"person-twice": mark("twice"), "contributor-away": mark("absent"), "room-twice": mark("in use")}
"""Shorter still, for narrow columns."""


def short(problem: Problem, subject: str, t: Language) -> str:
    """Return a problem of a session, or of a round, in two or three words, with its number where it has one."""
    facts = dict(problem.facts)
    missing = facts.get("missing")
    if isinstance(missing, int) and missing > 0:
        return t.count("{number} place short", "{number} places short", missing)
    if problem.code == "fixed-overrun" and facts.get("other", subject) == subject:
        words = mark("{minutes} min too late") if "mark" in facts else _SHORT["everyone-twice"]
        return t(words, minutes=facts["minutes"])
    if problem.code in _SHORT:
        return t(_SHORT[problem.code], minutes=facts.get("minutes", ""))
    return t(check_of(problem).title)


def _brief(problem: Problem, t: Language) -> str:
    """Return the shortest form of a problem: its number with a unit, or one word; empty if it has neither."""
    facts = dict(problem.facts)
    missing = facts.get("missing")
    if isinstance(missing, int) and missing > 0:
        return t.count("{number} short", "{number} short", missing)
    timed = "{minutes}" in _SHORT.get(problem.code, "")
    return t("{minutes} min", minutes=facts["minutes"]) if timed else t(_BRIEF.get(problem.code, ""))


_SHORT_SEATINGS: Final = {
    Seating.CLASSROOM: mark("classroom"),
    Seating.CIRCLE: mark("circle"),
    Seating.GROUPS: mark("tables"),
    Seating.BLOCK: mark("block"),
    Seating.STANDING: mark("standing"),
}


def capacities(plan: Plan, room: str, t: Language, *, brief: bool = False) -> tuple[str, ...]:
    """Return the places of a room in each seating, as "80 Reihen"."""
    word = seating_brief if brief else seating_name
    return tuple(f"{capacity.places} {word(capacity.seating, t)}" for capacity in plan.room_by_id[room].capacities)


def seating_brief(seating: Seating, t: Language) -> str:
    """Return a short word for a seating, for narrow columns."""
    known = _SHORT_SEATINGS.get(seating)
    return t(known) if known else seating_name(seating, t)
