"""Rounds: enough places for all together, and no session with too many people.

Too few places in all are reported once, for the round. A session is reported only while others of its round have places
left, because only then are the people spread badly.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal

from planner.checks.capacity import TOO_FEW_PLACES, larger, people_facts, place_facts
from planner.checks.facts.index import Index, contributors
from planner.checks.fixes.moves import other_rooms, other_seatings
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.model import Plan, Round, Seat, Session
from planner.model.edits import change_round, change_session, seat

MOST_FIXES: Final = 3
MOST_NUMBERS: Final = 12
"""Summands written out before an ellipsis, so that the sentence stays on its two lines."""


def at_once(index: Index, sessions: Iterable[Session]) -> list[tuple[Session, ...]]:
    """Return the sessions of a round in groups: those in one room, or a room and its part, at the same time."""
    found: list[tuple[Session, ...]] = []
    for session in sessions:
        # A session may connect groups found before, so all that it meets become one.
        near = [group for group in found if any(_same_room(index, session, other) for other in group)]
        found = [group for group in found if group not in near]
        found.append((*(other for group in near for other in group), session))
    return found


def limit_at_once(index: Index, group: tuple[Session, ...]) -> int | None:
    """Return how many people fit into simultaneous sessions, counting each room once; None if that is unknown."""
    limits = [index.limit(session) for session in group]
    total = sum(limit for limit in limits if limit is not None)
    if None in limits:
        return None
    if len(group) == 1:
        return total
    seats: dict[str, int] = {}
    for place in (place for session in group for place in session.places):
        known = index.plan.room_by_id[place.room].places(place.seating)
        if known is None:
            return total
        seats[place.room] = max(known, seats.get(place.room, 0))
    parts = {part for room in seats for part in _parts(index.plan, room)}
    places = sum(number for room, number in seats.items() if room not in parts)
    return min(total, max(0, places - sum(index.stage(session) for session in group)))


def _same_room(index: Index, one: Session, two: Session) -> bool:
    meanwhile = one.day == two.day and index.spans[one.id].overlaps(index.spans[two.id]) if one.scheduled else True
    busy = {room for place in one.places for room in index.occupied[place.room]}
    return meanwhile and any(place.room in busy for place in two.places)


def _parts(plan: Plan, room: str) -> Iterator[str]:
    """Yield all parts of a room, with their own parts."""
    for part in plan.room_by_id[room].parts:
        yield part
        yield from _parts(plan, part)


def _round_short(index: Index) -> Iterator[Finding]:
    for round_ in index.plan.rounds:
        sessions = index.rounds[round_.id]
        limits = [limit_at_once(index, group) for group in at_once(index, sessions)]
        known = [limit for limit in limits if limit is not None]
        total = sum(known)
        people = sum(index.shares[session.id] for session in sessions)
        if sessions and len(known) == len(limits) and people > total:
            facts: Facts = {"round": round_.id, "people": people, "places": total, "missing": people - total}
            yield Finding((round_.id,), facts | {"sum": _sum(known)})


def _sum(numbers: list[int]) -> str:
    return " + ".join([*map(str, numbers[:MOST_NUMBERS]), *(["…"] if len(numbers) > MOST_NUMBERS else [])])


def _fix_round_short(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer, for one session after the other, what gives it all the places that the round lacks."""
    missing = problem.fact("missing")
    found: list[list[Fix]] = []
    sessions = index.rounds[problem.subjects[0]]
    shared = {session.id for group in at_once(index, sessions) if len(group) > 1 for session in group}
    for session in sessions:
        more = missing + index.stage(session)
        need = (index.limit(session) or 0) + more
        elsewhere = more if session.id in shared else need
        fixes = [*other_seatings(index, session, need), *other_rooms(index, session, elsewhere)]
        found.append([_in_session(session, fix) for fix in fixes] + list(_raise_maximum(index, session, need)))
    yield from [fixes[0] for fixes in found if fixes][:MOST_FIXES]


def _in_session(session: Session, fix: Fix) -> Fix:
    """Return the fix with its session named, as several sessions are offered side by side."""
    if "session" in fix.facts:
        return fix
    return Fix(Message("“{session}”: seating {seating}, {places}"), fix.apply, {**fix.facts, "session": session.id})


ROUND_SHORT: Final = Check(
    code="round-short",
    severity=Severity.ERROR,
    title="Round with too few places",
    sentence=Message(
        "{round}: {people}, {places} ({sum}). {missing} places short.",
        one="{round}: {people}, {places} ({sum}). {missing} place short.",
        count="missing",
    ),
    find=_round_short,
    fixes=_fix_round_short,
)


def _round_full(index: Index) -> Iterator[Finding]:
    for round_ in index.plan.rounds:
        sessions = index.rounds[round_.id]
        left = {session.id: _left(index, session) for session in sessions}
        if any(number > 0 for number in left.values()):
            for session in sessions:
                if left[session.id] < 0:
                    yield Finding((session.id,), _full_facts(index, session, -left[session.id]))


def _left(index: Index, session: Session) -> int:
    """Return the places left in a session, negative if there are too few; if nothing limits it, as many as people."""
    limit = index.limit(session)
    return index.participants if limit is None else limit - index.shares[session.id]


def _full_facts(index: Index, session: Session, missing: int) -> Facts:
    facts: Facts = {"session": session.id, **people_facts(index, session)}
    places = index.places(session)
    if places is not None and index.need(session) - places == missing:
        return facts | place_facts(session) | {"places": places, "missing": missing}
    return facts | {"most": index.limit(session) or 0, "missing": missing}


def _full_sentence(facts: Facts) -> Message:
    if "most" in facts:
        return Message("{session}: {people}, at most {most}. {missing} too many.")
    return TOO_FEW_PLACES(facts)


def _fix_round_full(index: Index, problem: Problem) -> Iterator[Fix]:
    session = index.plan.session_by_id[problem.subjects[0]]
    missing = problem.fact("missing")
    round_ = index.plan.round_by_id[session.round or ""]
    people = movable(index, round_, session)
    if len(people) >= missing:
        yield from _other_seats(index, round_, session, people[-missing:])
    if "most" in dict(problem.facts):
        yield from _raise_maximum(index, session, index.need(session))
    else:
        yield from larger(index, session, index.need(session), missing)


def movable(index: Index, round_: Round, session: Session) -> list[str]:
    """Return who may be moved to another session: neither pinned seats nor people who contribute at that time."""
    span = index.spans.get(session.id)
    seated = [seat.person for seat in round_.seats if seat.session == session.id and not seat.pinned]

    def busy(person: str) -> bool:
        return span is not None and any(
            person in contributors(other) and other.day == session.day and index.spans[other.id].overlaps(span)
            for other in index.by_person[person]
        )

    return [person for person in seated if not busy(person)]


def _other_seats(index: Index, round_: Round, session: Session, people: list[str]) -> Iterator[Fix]:
    """Offer other seats for these people: all in one session, or spread over those with places left."""
    left = {other.id: _left(index, other) for other in index.rounds[round_.id] if other.id != session.id}
    roomy = sorted(
        (session_id for session_id in left if left[session_id] > 0), key=lambda session_id: -left[session_id]
    )
    for target in [session_id for session_id in roomy if left[session_id] >= len(people)][:MOST_FIXES]:
        yield reseat(
            Message("Move {moved} to “{other}”"),
            round_,
            ((person, target) for person in people),
            {"moved": len(people), "other": target},
        )
    if roomy and left[roomy[0]] < len(people) <= sum(left[session_id] for session_id in roomy):
        free = [session_id for session_id in roomy for _ in range(left[session_id])]
        yield reseat(
            Message("Move {moved} to the other sessions of “{round}”"),
            round_,
            zip(people, free, strict=False),
            {"moved": len(people), "round": round_.id},
        )


def reseat(message: Message, round_: Round, targets: Iterable[tuple[str, str]], facts: Facts) -> Fix:
    """Return the fix that gives people other seats in a round, each in the session named with them."""
    seats = tuple(Seat(person=person, session=session) for person, session in targets)
    return Fix(message, lambda plan: seat(plan, round_.id, seats), facts)


def _raise_maximum(index: Index, session: Session, need: int) -> Iterator[Fix]:
    """Offer to admit more people where only a maximum, not the room, keeps them out."""
    places = index.places(session)
    if places is not None and places >= need:
        most = need - index.stage(session)
        yield Fix(
            Message("Admit {people} to “{session}”"),
            lambda plan: with_limit(plan, session, "max_size", most, max),
            {"session": session.id, "people": most},
        )


def with_limit(
    plan: Plan,
    session: Session,
    name: Literal["min_size", "max_size"],
    people: int,
    choose: Callable[[int, int], int],
) -> Plan:
    """Return the plan with a limit of a session and of its round, each where it is set, lowered or raised."""
    own = getattr(session, name)
    if own is not None:
        plan = change_session(plan, session.id, **{name: choose(own, people)})
    round_ = plan.round_by_id.get(session.round or "")
    common = getattr(round_, name, None)
    if round_ is not None and common is not None:
        plan = change_round(plan, round_.id, **{name: choose(common, people)})
    return plan


ROUND_FULL: Final = Check(
    code="round-full",
    severity=Severity.ERROR,
    title="Session in a round too full",
    sentence=_full_sentence,
    find=_round_full,
    fixes=_fix_round_full,
)
