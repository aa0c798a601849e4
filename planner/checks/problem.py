"""What a check finds, and the fixes it offers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from planner.checks.facts.index import Index
from planner.model import Plan

Facts = dict[str, int | str]
CLUSTERED: Final = frozenset({"everyone-twice", "fixed-overrun", "room-twice", "person-twice", "beside-everyone"})
"""Codes of problems about things that overlap: two of them, or a cluster, whose number is the fact `sessions`."""


class Severity(StrEnum):
    """How bad a problem is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True)
class Message:
    """An English sentence with named placeholders; `one` is its form where the fact named by `count` is 1.

    Facts are filled in by their names: `session`, `other`, `room`, `person`, `round` and `day` are ids and become
    names; `seating` becomes its word, and `seated` the same within a sentence ("in rows"); `people`, `places`,
    `sessions` and `rooms` become "16 people"; names ending in `_at` are wall minutes and become clock times, those in
    `_on` are dates; `needs` are words of needs.py or what somebody typed; `lacking` says what the facts of roles.py
    count; `subjects` lists the subjects that no fact names. All others stay as they are.
    """

    many: str
    one: str = ""
    count: str = ""


@dataclass(frozen=True)
class Fix:
    """A named edit that should fix a problem. It is offered only if it adds no error (see offers)."""

    message: Message
    apply: Callable[[Plan], Plan]
    facts: Facts = field(default_factory=dict[str, "int | str"])
    steps: "tuple[Fix, ...]" = ()
    """What it consists of, if it does several things: then all these say what it does, not the message alone."""


@dataclass(frozen=True)
class Offer:
    """A fix with the plan it leads to, and how many problems it solves and creates there."""

    fix: Fix
    solves: int
    creates: int
    plan: Plan


@dataclass(frozen=True)
class Problem:
    """A finding of a check; subjects are ids, facts are numbers and ids. Equal findings compare equal."""

    code: str
    severity: Severity
    subjects: tuple[str, ...]
    facts: tuple[tuple[str, int | str], ...] = ()
    accepted: bool = False
    note: str = ""

    @property
    def cluster(self) -> bool:
        """Whether it is about more than two things that overlap."""
        return self.code in CLUSTERED and any(name == "sessions" for name, _ in self.facts)

    def fact(self, name: str) -> int:
        """Return a numeric fact; 0 if there is none of that name."""
        return next((value for key, value in self.facts if key == name and isinstance(value, int)), 0)


@dataclass(frozen=True)
class Finding:
    """What a check reports: the ids of what it is about, and the numbers."""

    subjects: tuple[str, ...]
    facts: Facts = field(default_factory=dict[str, "int | str"])
    pairs: "Callable[[], Iterator[Finding]] | None" = None
    """Of a cluster, what is reported of each two of it where they are alone; None for what is no cluster."""


def by_fact(name: str, stated: Message, otherwise: Message) -> Callable[[Facts], Message]:
    """Return a sentence that depends on whether the facts hold one of this name."""
    return lambda facts: stated if name in facts else otherwise


def nothing(_index: Index, _problem: Problem) -> Iterable[Fix]:
    """Offer no fix."""
    return ()


@dataclass(frozen=True)
class Check:
    """A rule: how bad breaking it is, the sentence that says so, what finds it and what fixes it."""

    code: str
    severity: Severity
    title: str
    sentence: Message | Callable[[Facts], Message]
    """What it says; a function where the facts decide between several sentences."""
    find: Callable[[Index], Iterable[Finding]]
    fixes: Callable[[Index, Problem], Iterable[Fix]] = nothing

    def said(self, problem: Problem) -> Message:
        """Return the sentence for a problem."""
        return self.sentence if isinstance(self.sentence, Message) else self.sentence(dict(problem.facts))
