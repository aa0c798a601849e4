"""All checks, as a tuple: a new one is written, listed here, and tested."""

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from planner.checks.accepted import Accepted
from planner.checks.answers import ANSWER_LATE
from planner.checks.availability import CONTRIBUTOR_AWAY, ROOM_CLOSED, SEAT_AWAY
from planner.checks.breaks import NO_BREAK, NO_REST
from planner.checks.capacity import CAP, ROOM_SMALL
from planner.checks.changeover import RESEATING, WALKING
from planner.checks.clock import CLOCK_CHANGE
from planner.checks.dramaturgy import EARLY, ONE_WAY
from planner.checks.equipment import EQUIPMENT, HEARING_LOOP, NEEDS_UNKNOWN, STEP_FREE
from planner.checks.facts.index import Index
from planner.checks.fairness import ONE_GENDER, SPEAKING_SHARE
from planner.checks.groups import CATERING, GROUP_SMALL, WAITING
from planner.checks.interpreting import INTERPRETATION, INTERPRETER_ALONE, SIGN_LANGUAGE
from planner.checks.lunch import LUNCH
from planner.checks.names import SAME_NAME
from planner.checks.open_points import ASKED, NO_TIME
from planner.checks.people import PERSON_TWICE
from planner.checks.printable_texts import CHARACTERS, LONG_TEXT
from planner.checks.problem import CLUSTERED, Check, Facts, Finding, Fix, Message, Offer, Problem, Severity
from planner.checks.roles import FORUM_ROLES
from planner.checks.rooms import NO_PLACES, NO_ROOM, ROOM_TWICE
from planner.checks.rounds import ROUND_FULL, ROUND_SHORT
from planner.checks.seating import SEATING
from planner.checks.timing import (
    AFTER_DAY,
    BEFORE_DAY,
    BESIDE_EVERYONE,
    EVERYONE_TWICE,
    FIXED_GAP,
    FIXED_OVERRUN,
)
from planner.model import Plan

CHECKS: Final[tuple[Check, ...]] = (
    EVERYONE_TWICE,
    FIXED_OVERRUN,
    ROOM_TWICE,
    PERSON_TWICE,
    CONTRIBUTOR_AWAY,
    ROOM_CLOSED,
    ROOM_SMALL,
    ROUND_SHORT,
    ROUND_FULL,
    CAP,
    BEFORE_DAY,
    AFTER_DAY,
    BESIDE_EVERYONE,
    RESEATING,
    WALKING,
    NO_BREAK,
    NO_REST,
    LUNCH,
    CLOCK_CHANGE,
    SEATING,
    CHARACTERS,
    NO_ROOM,
    SEAT_AWAY,
    EQUIPMENT,
    STEP_FREE,
    HEARING_LOOP,
    INTERPRETATION,
    SIGN_LANGUAGE,
    INTERPRETER_ALONE,
    GROUP_SMALL,
    CATERING,
    ONE_GENDER,
    ANSWER_LATE,
    NO_PLACES,
    FIXED_GAP,
    ONE_WAY,
    EARLY,
    LONG_TEXT,
    FORUM_ROLES,
    NEEDS_UNKNOWN,
    SPEAKING_SHARE,
    WAITING,
    SAME_NAME,
    ASKED,
    NO_TIME,
)

__all__ = [
    "CHECKS",
    "Check",
    "Facts",
    "Finding",
    "Fix",
    "Index",
    "Message",
    "Offer",
    "Outcome",
    "Problem",
    "Severity",
    "check_of",
    "compared",
    "offers",
    "problems",
]

_BY_CODE: Final = {check.code: check for check in CHECKS}
_ORDER: Final = {severity: place for place, severity in enumerate(Severity)}
_GROWING: Final = ("minutes", "missing", "over")
"""Facts that measure how bad a problem is."""


def check_of(problem: Problem) -> Check:
    """Return the check that found a problem."""
    return _BY_CODE[problem.code]


def problems(plan: Plan, index: Index | None = None, *, today: date | None = None) -> tuple[Problem, ...]:
    """Return all problems of a plan, worst first, then in the order of the checks; accepted ones are marked.

    Without a current date, here or in the index, nothing is late.
    """
    index = index or Index(plan, today)
    accepted = Accepted(plan)
    found: list[Problem] = []
    for check in CHECKS:
        for finding in check.find(index):
            facts = tuple(finding.facts.items())
            note = accepted.note(check.code, finding)
            found.append(Problem(check.code, check.severity, finding.subjects, facts, note is not None, note or ""))
    return tuple(sorted(found, key=lambda problem: _ORDER[problem.severity]))


def offers(
    plan: Plan, problem: Problem, index: Index | None = None, found: Iterable[Problem] | None = None
) -> tuple[Offer, ...]:
    """Return the fixes that solve a problem and neither add an error nor make one worse, each tried out.

    Of several fixes that lead to the same plan only the first is offered; those that create the fewest problems come
    first. All problems of the plan can be given if they are known.
    """
    index = index or Index(plan)
    before = _Open(problems(plan, index) if found is None else found)
    tried: list[Offer] = []
    for fix in check_of(problem).fixes(index, problem):
        try:
            changed = fix.apply(plan)
        except ValueError:  # the plan cannot hold what this fix leads to
            continue
        if any(changed == offer.plan for offer in tried):
            continue
        after = _Open(problems(changed, today=index.today))
        solved, created, worse = _outcome(before, after)
        # What is left of a cluster is not new, but falling into two parts makes one error more.
        errors = any(other.severity == Severity.ERROR for other in created) or after.errors > before.errors
        if not errors and not after.knows(problem) and not after.keeps(problem) and not worse:
            tried.append(Offer(fix, len(solved), len(created), changed))
    return tuple(sorted(tried, key=lambda offer: offer.creates))


class Outcome(NamedTuple):
    """What another plan solves, creates and makes worse; accepted problems are not counted."""

    solved: tuple[Problem, ...]
    created: tuple[Problem, ...]
    worse: tuple[Problem, ...]


def compared(before: Iterable[Problem], after: Iterable[Problem]) -> Outcome:
    """Return what changes from one plan's problems to another's, as the labels of fixes count it."""
    return _outcome(_Open(before), _Open(after))


def _outcome(before: "_Open", after: "_Open") -> Outcome:
    return Outcome(
        tuple(problem for problem in before.problems if not after.knows(problem) and not after.keeps(problem)),
        tuple(problem for problem in after.problems if not before.knows(problem) and not before.includes(problem)),
        tuple(problem for problem in after.problems if before.grew(problem)),
    )


class _Open:
    """The problems of a plan that are not accepted, to be compared with those of another."""

    def __init__(self, found: Iterable[Problem]) -> None:
        self.problems = [problem for problem in found if not problem.accepted]
        self._by_subjects = {(problem.code, problem.subjects): problem for problem in self.problems}
        self.errors = sum(problem.severity == Severity.ERROR for problem in self.problems)
        self._hints = [problem for problem in self.problems if problem.severity == Severity.HINT]
        self._clusters = [(problem.code, set(problem.subjects)) for problem in self.problems if problem.cluster]

    def knows(self, problem: Problem) -> bool:
        """Return whether a problem is among these.

        A hint that only lists fewer or more subjects than before is the same hint: a fix of one of them is no new one.
        """
        if (problem.code, problem.subjects) in self._by_subjects:
            return True
        subjects = set(problem.subjects)
        same = (set(hint.subjects) for hint in self._hints if hint.code == problem.code)
        return any(known <= subjects or subjects <= known for known in same)

    def includes(self, problem: Problem) -> bool:
        """Return whether a problem is a part of a cluster among these: what is left of a cluster is not new."""
        return problem.code in CLUSTERED and any(
            code == problem.code and subjects > set(problem.subjects) for code, subjects in self._clusters
        )

    def keeps(self, cluster: Problem) -> bool:
        """Return whether a part of a cluster is among these."""
        return cluster.cluster and any(
            problem.code == cluster.code and set(problem.subjects) < set(cluster.subjects) for problem in self.problems
        )

    def grew(self, problem: Problem) -> bool:
        """Return whether an error is worse than it was among these."""
        known = self._by_subjects.get((problem.code, problem.subjects))
        if known is None or problem.severity != Severity.ERROR:
            return False
        return any(problem.fact(name) > known.fact(name) for name in _GROWING)
