"""Capacity: enough places in the chosen seating, and no more people than the event takes."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.fixes.moves import one_more_room, other_rooms, other_seatings
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity, by_fact
from planner.model import Number, Session
from planner.model.edits import change_session, change_settings

MOST_CAP: Final = 100_000
"""The largest number that the setting accepts."""


def people_facts(index: Index, session: Session) -> Facts:
    """Return how many people need a place in a session; stage and staff listed apart where the settings count them."""
    facts: Facts = {"people": index.need(session)}
    stage, staff = index.stage(session), index.staff(session)
    if stage or staff:
        facts |= {"attending": index.attending(session), "stage": stage, "staff": staff}
    return facts


def place_facts(session: Session) -> Facts:
    """Return where a session is: its first room and seating, and in how many rooms if it has several."""
    facts: Facts = {"room": session.places[0].room, "seating": str(session.places[0].seating or "")}
    return facts | ({"rooms": len(session.places)} if len(session.places) > 1 else {})


def _room_small(index: Index) -> Iterator[Finding]:
    """Find sessions with too few places; those of a round are left to the checks of rounds."""
    for session in chain.from_iterable(index.scheduled.values()):
        places = index.places(session)
        if session.round is None and places is not None and index.need(session) > places:
            facts: Facts = {"session": session.id, **people_facts(index, session), **place_facts(session)}
            yield Finding((session.id,), facts | {"places": places, "missing": index.need(session) - places})


TOO_FEW_PLACES: Final = by_fact(
    "rooms",
    Message(
        "{session}: {people}, {rooms} together {places}. {missing} places short.",
        one="{session}: {people}, {rooms} together {places}. {missing} place short.",
        count="missing",
    ),
    Message(
        "{session}: {people}, {room} {seated} {places}. {missing} places short.",
        one="{session}: {people}, {room} {seated} {places}. {missing} place short.",
        count="missing",
    ),
)
"""The sentence for a session with too few places, in several rooms or in one."""


def _fix_room_small(index: Index, problem: Problem) -> Iterator[Fix]:
    session = index.plan.session_by_id[problem.subjects[0]]
    yield from larger(index, session, index.need(session), problem.fact("missing"))


def larger(index: Index, session: Session, need: int, missing: int) -> Iterator[Fix]:
    """Offer more places for a session: another seating, another room; one more room only where none alone is enough."""
    found = [*other_seatings(index, session, need), *other_rooms(index, session, need)]
    yield from found or one_more_room(index, session, missing)


ROOM_SMALL: Final = Check(
    code="room-small",
    severity=Severity.ERROR,
    title="Room too small in this seating",
    sentence=TOO_FEW_PLACES,
    find=_room_small,
    fixes=_fix_room_small,
)


def _cap(index: Index) -> Iterator[Finding]:
    """Report the event, or a session with a number of its own, above the limit; people waiting are not counted."""
    settings = index.plan.settings
    staff = settings.staff if settings.staff_counts else 0
    people = index.participants + staff
    if people > settings.cap:
        facts: Facts = {"people": people, "most": settings.cap, "over": people - settings.cap}
        counted: Facts = {"attending": index.participants, "stage": 0, "staff": staff} if staff else {}
        yield Finding((index.plan.id,), facts | counted)
    for session in index.plan.sessions:
        if session.attendance.who == "number" and session.attendance.number > settings.cap:
            number = session.attendance.number
            facts = {"session": session.id, "people": number, "most": settings.cap, "over": number - settings.cap}
            yield Finding((session.id,), facts)


def _fix_cap(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer to plan for fewer people where they are only expected, not registered, and to raise the limit."""
    cap = index.plan.settings.cap
    subject = problem.subjects[0]
    if subject in index.plan.session_by_id:
        yield Fix(
            Message("Plan “{session}” for {people}"),
            lambda plan: change_session(plan, subject, attendance=Number(number=cap)),
            {"session": subject, "people": cap},
        )
    elif not index.registered:
        expected = index.participants - problem.fact("over")
        yield Fix(
            Message("Expect {people}"), lambda plan: change_settings(plan, expected=expected), {"people": expected}
        )
    people = problem.fact("people")
    if people <= MOST_CAP:
        yield Fix(
            Message("Raise the limit to {people}"), lambda plan: change_settings(plan, cap=people), {"people": people}
        )


CAP: Final = Check(
    code="cap",
    severity=Severity.ERROR,
    title="More people than the event allows",
    sentence=by_fact(
        "session",
        Message("{session}: {people}, but the event is limited to {most}. {over} too many."),
        Message("{people} for an event limited to {most}. {over} too many."),
    ),
    find=_cap,
    fixes=_fix_cap,
)
