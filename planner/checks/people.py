"""People: nobody in two places at once."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from planner.checks.facts.index import Index, contributors
from planner.checks.facts.overlaps import crowded, pairs
from planner.checks.facts.shared_time import time_facts
from planner.checks.fixes.moves import session_later
from planner.checks.problem import Check, Finding, Fix, Message, Problem, Severity
from planner.model import Seat, Session, Span, Status
from planner.model.agenda import is_barrier
from planner.model.edits import change_contribution, seat, unseat


def _person_twice(index: Index) -> Iterator[Finding]:
    """Find people who contribute or are seated in two sessions at once.

    Where both sessions take everybody, the overlap is reported for everybody instead.
    """
    for person, sessions in index.by_person.items():
        for first, second in _at_once(index, sessions):
            if is_barrier(first) and is_barrier(second) and (first.round is None or first.round != second.round):
                continue
            both = Span(index.spans[second.id].start, min(index.spans[first.id].end, index.spans[second.id].end))
            facts = time_facts(both, person=person, session=first.id, other=second.id)
            yield Finding((person, first.id, second.id), facts)


def _at_once(index: Index, sessions: list[Session]) -> Iterator[tuple[Session, Session]]:
    if len(sessions) > 1:
        for _, day in groupby(sessions, attrgetter("day")):
            here = list(day)
            if len(here) > 1 and crowded([index.spans[session.id] for session in here]):
                yield from pairs(here, lambda session: index.spans[session.id])


def _fix_person_twice(index: Index, problem: Problem) -> Iterator[Fix]:
    person = problem.subjects[0]
    first, second = (index.plan.session_by_id[session_id] for session_id in problem.subjects[1:])
    for session, other in ((first, second), (second, first)):
        yield from _other_seat(index, person, session, other)
    yield from session_later(index, second, index.spans[first.id].end)
    for session in (second, first):
        yield from somebody_else(person, session)


def _other_seat(index: Index, person: str, session: Session, other: Session) -> Iterator[Fix]:
    """Offer a seat where the person contributes, or none, in place of the one they cannot take."""
    if session.round is None or person in contributors(session):
        return
    round_ = index.plan.round_by_id[session.round]
    if not any(seat.person == person and seat.session == session.id for seat in round_.seats):
        return
    if other.round == session.round:
        yield Fix(
            Message("Seat {person} in “{other}”"),
            lambda plan: seat(plan, round_.id, (Seat(person=person, session=other.id),)),
            {"person": person, "other": other.id},
        )
    else:
        yield Fix(
            Message("Remove {person} from “{session}”"),
            lambda plan: unseat(plan, round_.id, frozenset({person})),
            {"person": person, "session": session.id},
        )


def somebody_else(person: str, session: Session) -> Iterator[Fix]:
    """Offer to open a person's part in a session for somebody else; not where they have several."""
    ids = [contribution.id for contribution in session.everyone() if contribution.person == person]
    if len(ids) == 1:
        yield Fix(
            Message("Find somebody else for “{session}”"),
            lambda plan: change_contribution(plan, ids[0], person=None, label="", status=Status.OPEN),
            {"session": session.id},
        )


PERSON_TWICE: Final = Check(
    code="person-twice",
    severity=Severity.ERROR,
    title="Person in two places at once",
    sentence=Message("{person} is in “{session}” and “{other}” at once from {from_at} to {until_at} ({minutes} min)."),
    find=_person_twice,
    fixes=_fix_person_twice,
)
