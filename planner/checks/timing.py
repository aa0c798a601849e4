"""Times: nobody is needed in two sessions at once, fixed times hold, and the day is long enough."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.facts.overlaps import Activity, Overlap
from planner.checks.facts.shared_time import cluster_finding, overlap_finding, time_facts
from planner.checks.fixes.clusters import all_in_time, all_later, one_after_the_other
from planner.checks.fixes.moves import activity_of, lengthen, move, move_later, next_free, shorten
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity, by_fact
from planner.model import Day, Number, Span
from planner.model.edits import change_day
from planner.model.time import LAST_START


def _both(index: Index, problem: Problem) -> tuple[Activity, Activity]:
    near = problem.fact("from_at")
    first, second = str(dict(problem.facts)["session"]), str(dict(problem.facts)["other"])
    return activity_of(index, first, near), activity_of(index, second, near)


def _all(index: Index, problem: Problem) -> list[Activity]:
    """Return the activities of a cluster, by start."""
    near = problem.fact("from_at")
    found = (activity_of(index, activity_id, near) for activity_id in problem.subjects)
    return sorted(found, key=lambda activity: (activity.span.start, activity.id))


# Activities that need everybody


def _everyone_twice(index: Index) -> Iterator[Finding]:
    return map(cluster_finding, index.overlaps["everyone"])


def _fix_overlap(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer to shorten the first, and to move whichever of the two is not fixed after the other.

    More than two are put one after the other.
    """
    if problem.cluster:
        yield from one_after_the_other(index, _all(index, problem))
        return
    first, second = _both(index, problem)
    if first.span.start < second.span.start:
        yield from shorten(first, second.span.start)
    if not second.fixed:
        yield from move_later(index, second, first.span.end)
    elif not first.fixed:
        yield from move_later(index, first, second.span.end)


EVERYONE_TWICE: Final = Check(
    code="everyone-twice",
    severity=Severity.ERROR,
    title="Everyone in two places at once",
    sentence=by_fact(
        "sessions",
        Message(
            "{sessions} that all need everyone overlap between {from_at} and {until_at} ({minutes} min in all): "
            "{subjects}."
        ),
        Message("“{session}” and “{other}” both need everyone, but share {minutes} min ({from_at} to {until_at})."),
    ),
    find=_everyone_twice,
    fixes=_fix_overlap,
)


def _beside_everyone(index: Index) -> Iterator[Finding]:
    return (cluster_finding(cluster, _beside_finding) for cluster in index.overlaps["beside"])


def _beside_finding(overlap: Overlap) -> Finding:
    activities = (overlap.first, overlap.second)
    small, whole = activities if overlap.second.barrier else reversed(activities)
    attendance = small.sessions[0].attendance
    people = attendance.number if isinstance(attendance, Number) else 0
    facts = time_facts(overlap.span, session=small.id, other=whole.id)
    return Finding((small.id, whole.id), facts | {"people": people})


def _fix_beside(index: Index, problem: Problem) -> Iterator[Fix]:
    if problem.cluster:
        yield from all_later(index, [small for small in _all(index, problem) if not small.barrier], problem)
        return
    small, whole = _both(index, problem)
    if not small.fixed:
        yield from move_later(index, small, whole.span.end)


BESIDE_EVERYONE: Final = Check(
    code="beside-everyone",
    severity=Severity.WARNING,
    title="Parallel to a session for everyone",
    sentence=by_fact(
        "sessions",
        Message("{sessions}, for everyone and for some, run in parallel between {from_at} and {until_at}: {subjects}."),
        Message(
            "“{session}” ({people}) runs from {from_at} to {until_at} in parallel with “{other}”, "
            "which is for everyone."
        ),
    ),
    find=_beside_everyone,
    fixes=_fix_beside,
)


# Fixed times


def _fixed_overrun(index: Index) -> Iterator[Finding]:
    return (cluster_finding(cluster, _overrun_finding) for cluster in index.overlaps["overrun"])


def _overrun_finding(overlap: Overlap) -> Finding:
    start, end = overlap.second.span
    finding = overlap_finding(overlap)
    return Finding(finding.subjects, finding.facts | {"mark": 1}) if start == end else finding


def _fix_overrun(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer to end in time, to start earlier, or to move the fixed time; of more than two, that all end in time."""
    if problem.cluster:
        yield from all_in_time(_all(index, problem))
        return
    first, second = _both(index, problem)
    yield from shorten(first, second.span.start)
    earlier = second.span.start - (first.span.end - first.span.start)
    if not first.fixed and earlier >= 0:
        yield move(index, first, earlier)
    yield from move_later(index, second, first.span.end)


def _overrun_sentence(facts: Facts) -> Message:
    if "sessions" in facts:
        return Message(
            "{sessions} overlap at fixed times between {from_at} and {until_at} ({minutes} min in all): {subjects}."
        )
    if "mark" in facts:
        return Message("“{session}” must end by {from_at} (“{other}”): {minutes} min too long.")
    return Message("“{session}” is {minutes} min too long: “{other}” is fixed at {from_at}.")


FIXED_OVERRUN: Final = Check(
    code="fixed-overrun",
    severity=Severity.ERROR,
    title="Overlap at a fixed time",
    sentence=_overrun_sentence,
    find=_fixed_overrun,
    fixes=_fix_overrun,
)


def _fixed_gap(index: Index) -> Iterator[Finding]:
    """Find empty minutes before a fixed start on its track; no more than people need to walk are no gap.

    A fixed time without length is a deadline: ending before it leaves no gap.
    """
    for activities in index.activities.values():
        lasting = [activity for activity in activities if activity.span.start < activity.span.end]
        last = max((place for place, activity in enumerate(lasting, 1) if activity.fixed), default=0)
        for before, activity in _before_fixed(index, lasting[:last]):
            gap = Span(before.span.end, activity.span.start)
            if gap.end - gap.start > index.plan.settings.walking_minutes:
                yield Finding((before.id, activity.id), time_facts(gap, session=before.id, other=activity.id))


def _before_fixed(index: Index, activities: Iterable[Activity]) -> Iterator[tuple[Activity, Activity]]:
    """Yield what ends last before each fixed start: on any track, or on its own tracks.

    One pass by start: for each track the activity with the latest end so far is remembered. A track is a room; what
    is for everyone, or in no room, stands on all of them.
    """
    last: dict[str, Activity] = {}
    for activity in activities:
        rooms = index.rooms_of_all(activity.sessions)
        if activity.fixed:
            known = (
                last.values() if activity.barrier else (last[room] for room in (*rooms, _ALL_TRACKS) if room in last)
            )
            before = max(known, key=lambda earlier: (earlier.span.end, earlier.span.start, earlier.id), default=None)
            if before:
                yield before, activity
        for track in (*rooms, *([_ALL_TRACKS] if activity.barrier or not rooms else [])):
            if track not in last or last[track].span.end < activity.span.end:
                last[track] = activity


_ALL_TRACKS: Final = ""
"""Stands for all tracks among the ids of rooms, of which none is empty."""


def _fix_gap(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer to fill the gap, or to close it by moving the fixed time."""
    before, activity = _both(index, problem)
    yield from lengthen(before, activity.span.start)
    yield move(index, activity, before.span.end)


FIXED_GAP: Final = Check(
    code="fixed-gap",
    severity=Severity.HINT,
    title="Gap before a fixed time",
    sentence=Message("{minutes} min empty: “{session}” ends at {from_at}, “{other}” is fixed at {until_at}."),
    find=_fixed_gap,
    fixes=_fix_gap,
)


# The day


def _outside(index: Index, outside: Callable[[Activity, Day], Span]) -> Iterator[Finding]:
    """Find the activities of which a part lies outside their day, given what that part would be."""
    for day in index.plan.days:
        for activity in index.activities[day.id]:
            part = outside(activity, day)
            if part.start < part.end:
                yield Finding((activity.id, day.id), time_facts(part, session=activity.id, day=day.id))


def _before_day(index: Index) -> Iterator[Finding]:
    return _outside(index, lambda activity, day: Span(activity.span.start, day.start))


def _fix_before_day(index: Index, problem: Problem) -> Iterator[Fix]:
    activity = activity_of(index, problem.subjects[0], problem.fact("from_at"))
    day, start = problem.subjects[1], problem.fact("from_at")
    yield from (move(index, activity, free) for free in next_free(index, activity, problem.fact("until_at")))
    yield Fix(
        Message("Start the day at {to_at}"),
        lambda plan: change_day(plan, day, start=start),
        {"day": day, "to_at": start},
    )


BEFORE_DAY: Final = Check(
    code="before-day",
    severity=Severity.ERROR,
    title="Before the day starts",
    sentence=Message("“{session}” starts at {from_at}, the day at {until_at}: {minutes} min too early."),
    find=_before_day,
    fixes=_fix_before_day,
)


def _after_day(index: Index) -> Iterator[Finding]:
    return _outside(index, lambda activity, day: Span(day.end, activity.span.end))


def _fix_after_day(index: Index, problem: Problem) -> Iterator[Fix]:
    day, end = problem.subjects[1], problem.fact("until_at")
    activity = activity_of(index, problem.subjects[0], end)
    if activity.span.start < problem.fact("from_at"):
        yield from shorten(activity, problem.fact("from_at"))
    if end < LAST_START:  # the latest end that a day can have
        yield Fix(
            Message("End the day at {to_at}"), lambda plan: change_day(plan, day, end=end), {"day": day, "to_at": end}
        )


AFTER_DAY: Final = Check(
    code="after-day",
    severity=Severity.ERROR,
    title="After the day ends",
    sentence=Message("“{session}” ends at {until_at}, the day at {from_at}: {minutes} min too long."),
    find=_after_day,
    fixes=_fix_after_day,
)
