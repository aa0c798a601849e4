"""Numbers of people: groups large enough to work in, food for all, and nobody waiting while places are free."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.checks.rounds import movable, reseat, with_limit
from planner.model import Plan, Registration, Session
from planner.model.edits import change_person, change_settings

# Groups


def _group_small(index: Index) -> Iterator[Finding]:
    for session in chain.from_iterable(index.scheduled.values()):
        least = _least(index, session)
        people = index.attending(session) if least else 0
        if people < least:
            facts: Facts = {"session": session.id, "people": people, "least": least, "missing": least - people}
            yield Finding((session.id,), facts)


def _least(index: Index, session: Session) -> int:
    """Return the smallest number of people for a session, by its own minimum and that of its round."""
    round_ = index.plan.round_by_id[session.round] if session.round is not None else None
    return max(session.min_size or 0, (round_.min_size or 0) if round_ else 0)


def _fix_group_small(index: Index, problem: Problem) -> Iterator[Fix]:
    session = index.plan.session_by_id[problem.subjects[0]]
    yield from _fill(index, session, problem.fact("missing"))
    people = problem.fact("people")
    if people:
        yield Fix(
            Message("Hold “{session}” with {people}"),
            lambda plan: with_limit(plan, session, "min_size", people, min),
            {"session": session.id, "people": people},
        )


def _fill(index: Index, session: Session, missing: int) -> Iterator[Fix]:
    """Offer to fill a session with people of the largest other one of its round that can spare them."""
    if session.round is None:
        return
    round_ = index.plan.round_by_id[session.round]
    others = [other for other in index.rounds[round_.id] if other.id != session.id]
    for other in sorted(others, key=lambda other: (-index.attending(other), other.id)):
        people = movable(index, round_, other)[-missing:]
        if len(people) == missing and index.attending(other) - missing >= _least(index, other):
            yield reseat(
                Message("Move {moved} from “{other}” to “{session}”"),
                round_,
                ((person, session.id) for person in people),
                {"moved": missing, "other": other.id, "session": session.id},
            )
            return


GROUP_SMALL: Final = Check(
    code="group-small",
    severity=Severity.WARNING,
    title="Group below its minimum",
    sentence=Message(
        "{session}: {people}, at least {least} needed. {missing} people short.",
        one="{session}: {people}, at least {least} needed. {missing} person short.",
        count="missing",
    ),
    find=_group_small,
    fixes=_fix_group_small,
)


# Food


def _catering(index: Index) -> Iterator[Finding]:
    """Report food for fewer people than come: participants, staff, and others who contribute."""
    ordered = index.plan.settings.catering
    if ordered is None:
        return
    guests, staff = len(_guests(index)), index.plan.settings.staff
    people = index.participants + guests + staff
    if people > ordered:
        facts: Facts = {"people": people, "ordered": ordered, "missing": people - ordered}
        if guests or staff:
            facts |= {"attending": index.participants, "guests": guests, "staff": staff}
        yield Finding((index.plan.id,), facts)


def _guests(index: Index) -> set[str]:
    """Return the people who contribute without being registered or staff."""
    contributing = {contribution.person for cast in index.cast.values() for contribution in cast if contribution.person}
    people = index.plan.person_by_id
    return {
        person
        for person in contributing
        if not people[person].staff and people[person].registration != Registration.REGISTERED
    }


def _fix_catering(_index: Index, problem: Problem) -> Iterator[Fix]:
    people = problem.fact("people")
    yield Fix(
        Message("Order food for {people}"), lambda plan: change_settings(plan, catering=people), {"people": people}
    )


CATERING: Final = Check(
    code="catering",
    severity=Severity.WARNING,
    title="Food for too few",
    sentence=Message(
        "{people}, but food is ordered for {ordered}. {missing} meals short.",
        one="{people}, but food is ordered for {ordered}. {missing} meal short.",
        count="missing",
    ),
    find=_catering,
    fixes=_fix_catering,
)


# The waiting list


def _waiting(index: Index) -> Iterator[Finding]:
    """Report places that are free under the limit while people wait for one."""
    settings = index.plan.settings
    waiting = len(_on_list(index))
    free = settings.cap - index.registered - (settings.staff if settings.staff_counts else 0)
    if waiting and free > 0:
        yield Finding((index.plan.id,), {"people": waiting, "places": free, "most": settings.cap})


def _on_list(index: Index) -> list[str]:
    return [person.id for person in index.plan.people if person.registration == Registration.WAITING]


def _fix_waiting(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer to register as many people as there are places, in the order of the list."""
    people = _on_list(index)[: problem.fact("places")]

    def admitted(plan: Plan) -> Plan:
        for person in people:
            plan = change_person(plan, person, registration=Registration.REGISTERED)
        return plan

    yield Fix(Message("Register {moved} from the waiting list"), admitted, {"moved": len(people)})


WAITING: Final = Check(
    code="waiting",
    severity=Severity.HINT,
    title="Waiting list despite free places",
    sentence=Message("{people} on the waiting list, {places} free (at most {most})."),
    find=_waiting,
    fixes=_fix_waiting,
)
