"""Clock changes: no session starts or ends at a time that does not exist, or comes twice."""

from collections.abc import Iterator
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.fixes.moves import activity_of, move
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.model.time import LAST_START, changes_offset, clock_change


def _clock_change(index: Index) -> Iterator[Finding]:
    zone = index.plan.zone
    for day in index.plan.days:
        for session in index.scheduled[day.id] if changes_offset(zone, day.date) else ():
            for minute in index.spans[session.id]:
                change = clock_change(zone, day.date, minute)
                if change:
                    start = int(minute == index.spans[session.id].start)
                    facts: Facts = {"session": session.id, "from_at": minute, "change": change, "start": start}
                    yield Finding((session.id,), facts)
                    break


def _sentence(facts: Facts) -> Message:
    if facts["change"] == "gap":
        return Message("“{session}” starts at {from_at}, which does not exist: the clocks go forward.")
    if facts["start"]:
        return Message("“{session}” starts at {from_at}, which occurs twice: the clocks go back.")
    return Message("“{session}” ends at {from_at}, which occurs twice: the clocks go back.")


def _fixes(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer the first start that exists once, later within a day."""
    activity = activity_of(index, problem.subjects[0], 0)
    date = index.plan.day_by_id[activity.day].date
    later = range(problem.fact("from_at"), min(problem.fact("from_at") + 24 * 60, LAST_START))
    start = next((minute for minute in later if not clock_change(index.plan.zone, date, minute)), None)
    if start is not None and not activity.fixed and activity.sessions[0].round is None:
        yield move(index, activity, start)


CLOCK_CHANGE: Final = Check(
    code="clock-change",
    severity=Severity.WARNING,
    title="In the hour when the clocks change",
    sentence=_sentence,
    find=_clock_change,
    fixes=_fixes,
)
