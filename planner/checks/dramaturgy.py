"""Dramaturgy: not too many talks in a row, and nothing important while people are still arriving."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from planner.checks.facts.everyones_day import Stretch, path, stretch_finding, stretch_of, stretches, work
from planner.checks.facts.index import Index
from planner.checks.facts.overlaps import Activity
from planner.checks.fixes.insertions import insert_at_end, insert_behind, new_session
from planner.checks.fixes.moves import move, move_with_followers
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity, by_fact

DISCUSSION_MINUTES: Final = 10
"""The shortest discussion that is inserted; below that hardly two questions are asked."""


def _is_one_way(index: Index, activity: Activity) -> bool:
    kinds = [index.plan.kind_of(session) for session in activity.sessions]
    return all(kind.family == "talk" or kind.id == "welcome" for kind in kinds)


def _one_way(index: Index) -> Iterator[Finding]:
    """Find stretches of talks and welcomes; a discussion, panel, workshop or rest ends a stretch."""
    most = index.plan.settings.longest_one_way
    for day in index.plan.days:
        for one_way, activities in groupby(work(index, day.id), lambda activity: _is_one_way(index, activity)):
            for stretch in stretches(activities) if one_way else ():
                if stretch.minutes > most:
                    yield stretch_finding(index, stretch, most)


def _fix_one_way(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer the end of a talk for discussion, or a discussion between two, so that neither part is too long."""
    stretch, most = stretch_of(index, problem), problem.fact("most")
    cuts = sorted(_cuts(index, stretch, most), key=lambda cut: (cut[0], -cut[1].sessions[0].minutes))
    for minutes, activity in cuts[:1]:
        new = new_session(index, activity, "plenary", minutes)
        if new:
            yield from insert_at_end(activity, new, Message("Use the last {minutes} min of “{session}” for discussion"))
    for before, after in pairwise(stretch.activities):
        if before.span.end - stretch.span.start <= most and stretch.span.end - after.span.start <= most:
            new = new_session(index, before, "plenary", DISCUSSION_MINUTES)
            if new:
                yield from insert_behind(
                    index,
                    before,
                    new,
                    Message("Insert {minutes} min of discussion after “{session}”"),
                    Message("Insert {minutes} min of discussion after “{session}”, leaving “{other}” only {left} min"),
                )
            break


def _cuts(index: Index, stretch: Stretch, most: int) -> Iterator[tuple[int, Activity]]:
    """Yield the talks whose end, given to discussion, would be enough, with the minutes; at most half of a talk."""
    grid = index.plan.settings.grid
    for activity in stretch.activities:
        session = activity.sessions[0]
        # What exceeds the guideline up to the end of this talk, rounded up to the grid.
        over = -(-(activity.span.end - stretch.span.start - most) // grid) * grid
        minutes = max(DISCUSSION_MINUTES, over)
        talk = session.round is None and index.plan.kind_of(session).family == "talk"
        if talk and stretch.span.end - activity.span.end <= most and 2 * minutes <= session.minutes:
            yield minutes, activity


ONE_WAY: Final = Check(
    code="one-way",
    severity=Severity.HINT,
    title="Too much talking in a row",
    sentence=by_fact(
        "day",
        Message("{day}: {minutes} min of talking in a row ({from_at} to {until_at}), guideline {most}."),
        Message("{minutes} min of talking in a row ({from_at} to {until_at}), guideline {most}."),
    ),
    find=_one_way,
    fixes=_fix_one_way,
)


def _early(index: Index) -> Iterator[Finding]:
    """Find a talk or panel so soon after arrival, or the start of a day without one, that some people miss it."""
    needed = index.plan.settings.arrival_minutes
    for day in index.plan.days:
        activities = path(index, day.id)
        arrived = next((activity.span.end for activity in activities if _is_arrival(index, activity)), None)
        since = day.start if arrived is None else arrived
        first = next(
            (activity for activity in activities if activity.span.start >= since and _is_important(index, activity)),
            None,
        )
        if first and first.span.start - since < needed:
            facts: Facts = {"session": first.id, "from_at": since, "minutes": first.span.start - since}
            yield Finding((first.id, day.id), facts | {"needed": needed, "arrival": int(arrived is not None)})


def _is_arrival(index: Index, activity: Activity) -> bool:
    return index.plan.kind_of(activity.sessions[0]).family == "arrival"


def _is_important(index: Index, activity: Activity) -> bool:
    return any(index.plan.kind_of(session).family in {"talk", "panel"} for session in activity.sessions)


def _early_sentence(facts: Facts) -> Message:
    if facts["arrival"] and not facts["minutes"]:
        return Message("“{session}” comes right after arrival, guideline {needed} min: some people will miss it.")
    if facts["arrival"]:
        return Message("“{session}” comes {minutes} min after arrival, guideline {needed}: some people will miss it.")
    if not facts["minutes"]:
        return Message(
            "“{session}” comes right at the start of the day, guideline {needed} min: some people will miss it."
        )
    return Message(
        "“{session}” comes {minutes} min after the day’s start, guideline {needed}: some people will miss it."
    )


def _fix_early(index: Index, problem: Problem) -> Iterator[Fix]:
    start = problem.fact("from_at") + problem.fact("needed")
    activity = next(
        candidate for candidate in index.activities[problem.subjects[1]] if candidate.id == problem.subjects[0]
    )
    if not activity.fixed:
        yield move(index, activity, start)
        yield from move_with_followers(activity, start)


EARLY: Final = Check(
    code="early",
    severity=Severity.HINT,
    title="Important session right after arrival",
    sentence=_early_sentence,
    find=_early,
    fixes=_fix_early,
)
