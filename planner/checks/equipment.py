"""Equipment: rooms have what their sessions and the people in them need."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.facts.needs import Demand, any_of, by_people, offers_need, room_has
from planner.checks.fixes.moves import other_rooms
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.model import Room, Session
from planner.model.needs import Need, need_of

_LONGEST: Final = 200
"""Characters of a list of equipment in a fact: an acceptance stores facts as lines of at most 300."""
_OF_ROOMS: Final = (Need.STEP_FREE, Need.HEARING_LOOP)


# Equipment, in free words


def _equipment(index: Index) -> Iterator[Finding]:
    """Find sessions in rooms whose list of features lacks what they need; a room without a list counts as unknown."""
    for session in _in_rooms(index):
        missing = [words for words in _wanted(session) if _room_lists(index, session, words) is False]
        if missing:
            facts: Facts = {"session": session.id, "room": session.places[0].room, "needs": _joined(missing)}
            yield Finding((session.id,), facts)


def _in_rooms(index: Index) -> Iterator[Session]:
    return (session for session in chain.from_iterable(index.scheduled.values()) if session.places)


def _wanted(session: Session) -> list[str]:
    return [words for words in session.needs if words and need_of(words) is None] if session.needs else []


def _room_lists(index: Index, session: Session, words: str) -> bool | None:
    return any_of(_lists(index.plan.room_by_id[place.room], words) for place in session.places)


def _lists(room: Room, words: str) -> bool | None:
    """Return whether a room's features name something, ignoring case and within longer words; None without a list."""
    known, asked = _plain(room.features), words.casefold()
    return any(asked in feature for feature in known) if known else None


@lru_cache(maxsize=1024)
def _plain(features: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(feature.casefold() for feature in features if feature)


def _joined(words: list[str]) -> str:
    """Return words, each once, as one text of limited length."""
    whole = ", ".join(dict.fromkeys(words))
    return whole if len(whole) <= _LONGEST else whole[:_LONGEST].rstrip(" ,") + "…"


def _fix_equipment(index: Index, problem: Problem) -> Iterator[Fix]:
    session = index.plan.session_by_id[problem.subjects[0]]
    wanted = _wanted(session)
    yield from other_rooms(
        index, session, index.need(session), lambda room: all(_lists(room, words) for words in wanted)
    )


EQUIPMENT: Final = Check(
    code="equipment",
    severity=Severity.WARNING,
    title="Equipment missing",
    sentence=Message("“{session}” needs {needs}, but {room} does not have it."),
    find=_equipment,
    fixes=_fix_equipment,
)


# Step-free access and hearing loops


def _lacking(need: Need) -> Callable[[Index], Iterator[Finding]]:
    """Return the function that finds rooms known to lack something, each once, with the sessions that need it."""

    def find(index: Index) -> Iterator[Finding]:
        demand = Demand(index, need)
        found: dict[str, list[Session]] = {}
        for session in _asking(index, need, demand):
            if offers_need(index, session, need) is False:
                found.setdefault(session.places[0].room, []).append(session)
        for room, sessions in found.items():
            facts: Facts = {"room": room, "people": demand.people(sessions), "sessions": len(sessions)}
            yield Finding((room, *(session.id for session in sessions)), facts)

    return find


def _asking(index: Index, need: Need, demand: Demand) -> Iterator[Session]:
    """Yield the sessions in rooms where a need matters: a hearing loop only where people listen."""
    for session in _in_rooms(index) if demand else ():
        listens = need == Need.STEP_FREE or not index.plan.kind_of(session).rests
        if listens and demand.asks(session):
            yield session


def _fix_lacking(need: Need) -> Callable[[Index, Problem], Iterator[Fix]]:
    def fixes(index: Index, problem: Problem) -> Iterator[Fix]:
        if len(problem.subjects) == 2:  # the room and the session
            session = index.plan.session_by_id[problem.subjects[1]]
            yield from other_rooms(index, session, index.need(session), lambda room: bool(room_has(room, need)))

    return fixes


STEP_FREE: Final = Check(
    code="no-step-free",
    severity=Severity.WARNING,
    title="No step-free access",
    sentence=by_people(
        Message("{room} has no step-free access, which is needed there: {subjects}."),
        Message(
            "{people} need step-free access, {room} has none: {subjects}.",
            one="{people} needs step-free access, {room} has none: {subjects}.",
            count="people",
        ),
    ),
    find=_lacking(Need.STEP_FREE),
    fixes=_fix_lacking(Need.STEP_FREE),
)
HEARING_LOOP: Final = Check(
    code="no-hearing-loop",
    severity=Severity.WARNING,
    title="No hearing loop",
    sentence=by_people(
        Message("{room} has no hearing loop, which is needed there: {subjects}."),
        Message(
            "{people} need a hearing loop, {room} has none: {subjects}.",
            one="{people} needs a hearing loop, {room} has none: {subjects}.",
            count="people",
        ),
    ),
    find=_lacking(Need.HEARING_LOOP),
    fixes=_fix_lacking(Need.HEARING_LOOP),
)


# What nobody has entered


def _unknown(index: Index) -> Iterator[Finding]:
    """Find the rooms for which it was not entered whether they have what is needed there: one problem for all."""
    rooms: dict[str, None] = {}
    words: dict[str, None] = {}
    for need in _OF_ROOMS:
        for session in _asking(index, need, Demand(index, need)):
            if offers_need(index, session, need) is None:
                rooms |= dict.fromkeys(
                    place.room for place in session.places if room_has(index.plan.room_by_id[place.room], need) is None
                )
                words[need] = None
    for session in _in_rooms(index):
        for wish in _wanted(session):
            if _room_lists(index, session, wish) is None:
                rooms |= dict.fromkeys(
                    place.room for place in session.places if not any(index.plan.room_by_id[place.room].features)
                )
                words[wish] = None
    if rooms:
        yield Finding(tuple(rooms), {"rooms": len(rooms), "needs": _joined(list(words))})


NEEDS_UNKNOWN: Final = Check(
    code="needs-unknown",
    severity=Severity.HINT,
    title="Equipment of a room unknown",
    sentence=Message("It has not been entered whether these have what is needed there ({needs}): {subjects}."),
    find=_unknown,
)
