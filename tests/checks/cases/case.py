"""Two plans with the same problem, one in which a fix is offered and one in which it is not; and what they share."""
# ruff: noqa: ANN401  # fields are checked by the model

from typing import Any, Final, NamedTuple

from planner.model import Plan, Registration, Round, Session
from tests.checks.tiny import QUIET, forum, people, plan, room, session, with_person


class Case(NamedTuple):
    """A fix, the code of the problem, why the fix is not offered in the second plan, and both plans."""

    fix: str
    code: str
    reason: str
    yes: Plan
    no: Plan


FORUMS: Final = (room("ash", circle=20), room("elm", circle=16), room("oak", circle=14))
THREE: Final = (
    forum("one", "10:00", "ash circle"),
    forum("two", "10:00", "elm circle"),
    forum("three", "10:00", "oak circle"),
)
ROUND: Final = Round(id="round", title="Round")
WALKING: Final = QUIET.changed(walking_minutes=5)
HERS: Final = (with_person("c1", "p1"),)
HERS_TOO: Final = (with_person("c2", "p1"),)


def talk(key: str, start: str, minutes: int, kind: str = "talk", **fields: Any) -> Session:
    return session(key, start, minutes, kind=kind, **fields)


def twice(one: Session, two: Session, **fields: Any) -> Plan:
    """Two sessions at once in which the same person is needed."""
    return plan(one, two, people=people(1, registration=Registration.REGISTERED), **fields)


def walk(*others: Session, place: str = "ash rows", **fields: Any) -> Plan:
    rooms = (room("hall", rows=80, standing=80), room("ash", rows=70, standing=70), room("elm", circle=40))
    return plan(
        session("one", "10:00", 60),
        session("two", "11:02", 60, place, **fields),
        *others,
        rooms=rooms,
        settings=WALKING,
    )
