"""Interpreting: somebody interprets where it is needed, and nobody interprets alone for too long."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.facts.needs import Demand, by_people
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity, by_fact
from planner.model import Contribution, Role, Session, Status, new_id
from planner.model.edits import add_contribution
from planner.model.needs import Need, need_of

_OF_PEOPLE: Final = (Need.INTERPRETATION, Need.SIGN_LANGUAGE)


def interpreters(index: Index, session: Session) -> tuple[Contribution, ...]:
    """Return who interprets a session: its own interpreters, and those of its day."""
    own = tuple(
        contribution for contribution in index.cast.get(session.id, ()) if contribution.role == Role.INTERPRETER
    )
    return own + _of_day(index, session.day or "")


def _of_day(index: Index, day: str) -> tuple[Contribution, ...]:
    """Return who interprets all day."""
    contributions = index.plan.day_by_id[day].contributions
    return tuple(
        contribution
        for contribution in contributions
        if contribution.role == Role.INTERPRETER and contribution.status != Status.DECLINED
    )


def _speech(index: Index, contribution: Contribution) -> Need | None:
    """Return whether somebody interprets speech or sign language, as written about them; None if nothing is written."""
    need = need_of(_profession(index, contribution))
    return need if need in _OF_PEOPLE else None


def _profession(index: Index, contribution: Contribution) -> str:
    """Return the text about somebody that says what they interpret, else their function."""
    person = index.plan.person_by_id.get(contribution.person or "")
    words = (contribution.label, contribution.function, person.function if person else "")
    return next((text for text in words if need_of(text) in _OF_PEOPLE), contribution.function)


# Nobody interprets


def _lacking(need: Need) -> Callable[[Index], Iterator[Finding]]:
    def find(index: Index) -> Iterator[Finding]:
        demand = Demand(index, need)
        if not demand:
            return
        missing = [
            session
            for session in chain.from_iterable(index.scheduled.values())
            if not index.plan.kind_of(session).rests and demand.asks(session) and not _served(index, session, need)
        ]
        if missing:
            facts: Facts = {"people": demand.people(missing), "sessions": len(missing)}
            yield Finding(tuple(session.id for session in missing), facts)

    return find


def _served(index: Index, session: Session, need: Need) -> bool:
    return any(_speech(index, contribution) in {need, None} for contribution in interpreters(index, session))


INTERPRETATION: Final = Check(
    code="no-interpretation",
    severity=Severity.WARNING,
    title="No interpretation",
    sentence=by_people(
        Message("Interpretation is needed, but nobody interprets: {subjects}."),
        Message(
            "{people} need interpretation, but nobody interprets: {subjects}.",
            one="{people} needs interpretation, but nobody interprets: {subjects}.",
            count="people",
        ),
    ),
    find=_lacking(Need.INTERPRETATION),
)
SIGN_LANGUAGE: Final = Check(
    code="no-sign-language",
    severity=Severity.WARNING,
    title="No sign language",
    sentence=by_people(
        Message("Sign language is needed, but nobody interprets: {subjects}."),
        Message(
            "{people} need sign language, but nobody interprets: {subjects}.",
            one="{people} needs sign language, but nobody interprets: {subjects}.",
            count="people",
        ),
    ),
    find=_lacking(Need.SIGN_LANGUAGE),
)


# One interpreter alone


def _alone(index: Index) -> Iterator[Finding]:
    """Find sessions longer than one interpreter can work; for the only interpreter of a day once, with all sessions."""
    most = index.plan.settings.interpreter_minutes
    for day, sessions in index.scheduled.items():
        whole_day = _of_day(index, day)
        found: list[Session] = []
        for session in sessions:
            own = any(contribution.role == Role.INTERPRETER for contribution in index.cast.get(session.id, ()))
            works = not index.plan.kind_of(session).rests and session.minutes > most and (own or whole_day)
            if works and _is_alone(index, session):
                if own:
                    facts: Facts = {"session": session.id, "minutes": session.minutes, "most": most}
                    yield Finding((session.id,), facts)
                else:
                    found.append(session)
        if found:
            facts = {"day": day, "minutes": max(session.minutes for session in found), "most": most}
            yield Finding((day, *(session.id for session in found)), facts)


def _is_alone(index: Index, session: Session) -> bool:
    """Return whether exactly one person interprets speech, or exactly one interprets sign language."""
    speech = [_speech(index, contribution) for contribution in interpreters(index, session)]
    signing = speech.count(Need.SIGN_LANGUAGE)
    return 1 in {signing, len(speech) - signing}


def _fix_alone(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer an open place for a second interpreter beside the one who is alone."""
    owner = problem.subjects[0]
    session = index.plan.session_by_id.get(owner)
    here = interpreters(index, session) if session else _of_day(index, owner)
    signing = [contribution for contribution in here if _speech(index, contribution) == Need.SIGN_LANGUAGE]
    others = [contribution for contribution in here if contribution not in signing]
    for beside in (signing, others):
        if len(beside) == 1:
            second = Contribution(
                id=new_id(),
                function=_profession(index, beside[0]),
                role=Role.INTERPRETER,
                status=Status.OPEN,
                audience=beside[0].audience,
            )
            yield Fix(
                Message("A second interpreter (N. N.)"),
                lambda plan, second=second: add_contribution(plan, owner, second),
            )


INTERPRETER_ALONE: Final = Check(
    code="interpreter-alone",
    severity=Severity.WARNING,
    title="Interpreter alone for too long",
    sentence=by_fact(
        "session",
        Message("“{session}”: one person interprets alone for {minutes} min, guideline {most}."),
        Message("On {day} one person interprets alone, up to {minutes} min, guideline {most}: {subjects}."),
    ),
    find=_alone,
    fixes=_fix_alone,
)
