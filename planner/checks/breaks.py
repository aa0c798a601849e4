"""Breaks: neither the audience nor anybody on stage goes on for too long without one."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, groupby, pairwise
from operator import attrgetter
from typing import Final

from planner.checks.facts.everyones_day import (
    SHORTEST_REST,
    Stretch,
    rests,
    split_at_rests,
    stretch_finding,
    stretch_of,
    stretches,
    work,
)
from planner.checks.facts.index import Index, contributors
from planner.checks.fixes.insertions import insert_at_end, insert_behind, new_session
from planner.checks.people import somebody_else
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity, by_fact
from planner.model import Session, Span

BREAK_MINUTES: Final = 20
"""The length of a break that is inserted: time for a coffee."""


def _too_long(index: Index, day: str) -> Iterator[Stretch]:
    most = index.plan.settings.longest_without_break
    return (stretch for stretch in stretches(work(index, day)) if stretch.minutes > most)


def _no_break(index: Index) -> Iterator[Finding]:
    """Find stretches of sessions for everyone, and rounds, in which nobody can rest."""
    for day in index.plan.days:
        for stretch in _too_long(index, day.id):
            yield stretch_finding(index, stretch, index.plan.settings.longest_without_break)


def _fix_no_break(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer a break between two sessions, or at the end of the first of them, that leaves no part too long."""
    (start, end), activities = stretch_of(index, problem)
    # Where a break splits the stretch most evenly, the longer of the two parts is shortest.
    parts = [(max(before.span.end - start, end - after.span.start), before) for before, after in pairwise(activities)]
    longest, before = min(parts, key=lambda part: part[0], default=(end - start, activities[0]))
    new = new_session(index, before, "break", BREAK_MINUTES)
    if new and longest <= problem.fact("most"):
        yield from insert_behind(
            index,
            before,
            new,
            Message("Insert a break of {minutes} min after “{session}”"),
            Message("Insert a break of {minutes} min after “{session}”, leaving “{other}” only {left} min"),
        )
        yield from insert_at_end(before, new, Message("End “{session}” {minutes} min earlier for a break"))


NO_BREAK: Final = Check(
    code="no-break",
    severity=Severity.WARNING,
    title="Too long without a break",
    sentence=by_fact(
        "day",
        Message("{day}: {minutes} min without a break ({from_at} to {until_at}), guideline {most}."),
        Message("{minutes} min without a break ({from_at} to {until_at}), guideline {most}."),
    ),
    find=_no_break,
    fixes=_fix_no_break,
)


def _no_rest(index: Index) -> Iterator[Finding]:
    """Find people who contribute for too long without a break, unless everybody goes on that long."""
    most = index.plan.settings.longest_without_break
    everyone_has_none = {day.id: [stretch.span for stretch in _too_long(index, day.id)] for day in index.plan.days}
    for person, sessions in _given(index).items():
        # The quick question first: even with the longest gaps that are no rest, few have so much to do.
        lengths = sum(index.spans[session.id].end - index.spans[session.id].start for session in sessions)
        if lengths + (SHORTEST_REST - 1) * (len(sessions) - 1) <= most:
            continue
        for day, span, found in _without_break(index, sessions):
            start, end = span
            if end - start > most and not any(
                known.start <= start and end <= known.end for known in everyone_has_none[day]
            ):
                facts: Facts = {"person": person, "from_at": start, "until_at": end, "minutes": end - start}
                yield Finding((person, *(session.id for session in found)), facts | {"most": most})


def _given(index: Index) -> dict[str, list[Session]]:
    """Return the sessions to which each person contributes and nobody rests, in order of day and start."""
    found: dict[str, list[Session]] = defaultdict(list)
    for session in chain.from_iterable(index.scheduled.values()):
        if (session.contributions or session.items) and not rests(index, session):
            for person in contributors(session):
                found[person].append(session)
    return found


def _without_break(index: Index, sessions: list[Session]) -> Iterator[tuple[str, Span, tuple[Session, ...]]]:
    """Yield somebody's sessions in groups without time to rest between them, with their day and whole span."""
    for day, here in groupby(sessions, attrgetter("day")):
        for span, found in split_at_rests(here, lambda session: index.spans[session.id]):
            yield day, span, found


def _fix_no_rest(index: Index, problem: Problem) -> Iterator[Fix]:
    for session in problem.subjects[1:]:
        yield from somebody_else(problem.subjects[0], index.plan.session_by_id[session])


NO_REST: Final = Check(
    code="no-rest",
    severity=Severity.WARNING,
    title="Person without a break",
    sentence=Message("{person} is needed for {minutes} min on end ({from_at} to {until_at}), guideline {most}."),
    find=_no_rest,
    fixes=_fix_no_rest,
)
