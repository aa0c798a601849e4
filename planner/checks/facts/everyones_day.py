"""The activities that everybody goes through on a day, and the stretches of them without a rest."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple, TypeVar

from planner.checks.facts.index import Index
from planner.checks.facts.overlaps import Activity
from planner.checks.problem import Facts, Finding, Problem
from planner.model import Session, Span

T = TypeVar("T")

SHORTEST_REST: Final = 10
"""Minutes: a shorter break or gap is taken up by getting out of the room and back."""


class Stretch(NamedTuple):
    """Activities of a day that follow each other without a rest, and the time from first start to last end."""

    span: Span
    activities: tuple[Activity, ...]

    @property
    def minutes(self) -> int:
        """Its length."""
        return self.span.end - self.span.start


def rests(index: Index, session: Session) -> bool:
    """Return whether people rest in a session: breaks, meals, arrival."""
    return index.plan.kind_of(session).rests


def path(index: Index, day: str) -> list[Activity]:
    """Return the activities of a day that take everybody, sessions and rounds, in order of start."""
    return index.barriers[day]


def work(index: Index, day: str) -> list[Activity]:
    """Return the activities of a day that take everybody and let nobody rest, in order of start."""
    return [
        activity for activity in path(index, day) if not all(rests(index, session) for session in activity.sessions)
    ]


def split_at_rests(things: Iterable[T], span: Callable[[T], Span]) -> Iterator[tuple[Span, tuple[T, ...]]]:
    """Yield things, given by start, in groups between which there is time to rest, each group with its whole span."""
    group: list[T] = []
    start, end = 0, 0
    for thing in things:
        here = span(thing)
        if group and here.start - end >= SHORTEST_REST:
            yield Span(start, end), tuple(group)
            group = []
        start, end = (start, max(end, here.end)) if group else here
        group.append(thing)
    if group:
        yield Span(start, end), tuple(group)


def stretches(activities: Iterable[Activity]) -> Iterator[Stretch]:
    """Yield the stretches of activities between which nobody can rest."""
    return (Stretch(span, found) for span, found in split_at_rests(activities, lambda activity: activity.span))


def stretch_finding(index: Index, stretch: Stretch, most: int) -> Finding:
    """Return the finding for a stretch; the day is a fact only where the event has several, to be named then."""
    start, end = stretch.span
    day = stretch.activities[0].day
    facts: Facts = {"day": day} if len(index.plan.days) > 1 else {}
    facts |= {"from_at": start, "until_at": end, "minutes": end - start, "most": most}
    return Finding((*(activity.id for activity in stretch.activities), day), facts)


def stretch_of(index: Index, problem: Problem) -> Stretch:
    """Return the stretch that a problem is about."""
    *ids, day = problem.subjects
    activities = {activity.id: activity for activity in index.activities[day]}
    return Stretch(
        Span(problem.fact("from_at"), problem.fact("until_at")), tuple(activities[session_id] for session_id in ids)
    )
