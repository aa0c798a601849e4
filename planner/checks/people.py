"""People: nobody in two places at once."""

from collections.abc import Hashable, Iterator
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from planner.checks.facts.index import Index, contributors
from planner.checks.facts.overlap_groups import Appearance, swept
from planner.checks.facts.overlaps import crowded, pairs
from planner.checks.facts.shared_time import cluster_facts, time_facts
from planner.checks.fixes.clusters import together
from planner.checks.fixes.moves import session_later
from planner.checks.problem import Check, Finding, Fix, Message, Problem, Severity, by_fact
from planner.model import Seat, Session, Span, Status
from planner.model.agenda import is_barrier
from planner.model.edits import change_contribution, seat, unseat


def _person_twice(index: Index) -> Iterator[Finding]:
    """Find people who contribute or are seated in two sessions at once.

    Where both sessions take everybody, the overlap is reported for everybody instead.
    """
    for person, sessions in index.by_person.items():
        for group in _at_once(index, sessions):
            if len(group) == 2:
                yield _pair(index, person, *group)
            else:
                ids = (session.id for session in group)
                facts = cluster_facts((index.spans[session.id] for session in group), len(group), person=person)
                yield Finding((person, *ids), facts, partial(_pairs, index, person, group))


def _at_once(index: Index, sessions: list[Session]) -> Iterator[list[Session]]:
    """Yield a person's sessions of a day that overlap, those that do so directly or through others as one group."""
    if len(sessions) > 1:
        for _, day in groupby(sessions, attrgetter("day")):
            here = list(day)
            if len(here) > 1 and crowded([index.spans[session.id] for session in here]):
                things = [Appearance(index.spans[session.id], fixed=False, key=_part(session)) for session in here]
                for group in swept(things, _apart, points=True).sharing:
                    yield [here[number] for number in group]


class _Part(NamedTuple):
    """The class of a session: whether it takes everybody, and its round."""

    barrier: bool
    round: str | None


def _part(session: Session) -> _Part:
    return _Part(is_barrier(session), session.round)


def _apart(one: Hashable, two: Hashable) -> bool:
    """Return whether nobody can be in two sessions at once, and this is not reported for everybody instead."""
    assert isinstance(one, _Part)
    assert isinstance(two, _Part)
    return not (one.barrier and two.barrier) or (one.round is not None and one.round == two.round)


def _pairs(index: Index, person: str, group: list[Session]) -> Iterator[Finding]:
    for first, second in pairs(group, lambda session: index.spans[session.id]):
        if _apart(_part(first), _part(second)):
            yield _pair(index, person, first, second)


def _pair(index: Index, person: str, first: Session, second: Session) -> Finding:
    both = Span(index.spans[second.id].start, min(index.spans[first.id].end, index.spans[second.id].end))
    return Finding((person, first.id, second.id), time_facts(both, person=person, session=first.id, other=second.id))


def _fix_person_twice(index: Index, problem: Problem) -> Iterator[Fix]:
    person = problem.subjects[0]
    if problem.cluster:
        rest = (index.plan.session_by_id[session_id] for session_id in problem.subjects[2:])
        yield from together([fix for session in rest for fix in somebody_else(person, session)])
        return
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
    sentence=by_fact(
        "sessions",
        Message(
            "{person} is in {sessions} that overlap between {from_at} and {until_at} ({minutes} min in all): "
            "{subjects}."
        ),
        Message("{person} is in “{session}” and “{other}” at once from {from_at} to {until_at} ({minutes} min)."),
    ),
    find=_person_twice,
    fixes=_fix_person_twice,
)
