"""The words in those cells of the list that are only read, as pure functions of a session."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.checks import Index, Problem, check_of
from planner.model import Plan, Session, Status
from planner.text import Language, contribution_name, problem_sentence, severity_name
from planner.text.places import free_sentence


@dataclass(frozen=True)
class ListContext:
    """What the words depend on: the plan, its index and problems, and the reader's language."""

    plan: Plan
    index: Index
    told: Mapping[str, Sequence[Problem]]
    """The problems of each session, worst first, without the accepted ones."""
    t: Language


def check(seen: ListContext, session: Session) -> str:
    """Return the titles of the problems, each once."""
    found = seen.told.get(session.id, ())
    return ", ".join(dict.fromkeys(seen.t(check_of(problem).title) for problem in found))


def check_whole(seen: ListContext, session: Session) -> str:
    """Return the problems as sentences with their severity, one a line."""
    return "\n".join(
        f"{severity_name(problem.severity, seen.t)}: {problem_sentence(seen.plan, problem, seen.t)}"
        for problem in seen.told.get(session.id, ())
    )


def people(seen: ListContext, session: Session) -> str:
    """Return the names of the contributors, separated by commas."""
    return ", ".join(contribution_name(seen.plan, contribution) for contribution in session.everyone())


def free(seen: ListContext, session: Session) -> str:
    """Return how many places are free, or missing."""
    return free_sentence(seen.index, session, seen.t)[0]


def is_open(session: Session) -> bool:
    """Return whether something is still open: the time, or whether somebody comes."""
    return not session.scheduled or any(
        contribution.status in (Status.OPEN, Status.ASKED) for contribution in session.everyone()
    )
