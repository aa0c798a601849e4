"""Lunch: on days that span noon there is one, long enough and at a suitable time."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from planner.checks.facts.everyones_day import path, rests, work
from planner.checks.facts.index import Index
from planner.checks.facts.overlaps import Activity
from planner.checks.fixes.insertions import insert_behind, new_session
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.model import Plan, Session, Span
from planner.model.agenda import joined
from planner.model.edits import move_session, resize_session

FAR: Final = 180
"""A meal that starts more minutes than this from the hours of lunch is breakfast or dinner."""


def _lunch(index: Index) -> Iterator[Finding]:
    settings = index.plan.settings
    for day in index.plan.days:
        busy = _busy(index, day.id)
        spans_noon = busy and busy[0].start < settings.lunch_from and busy[-1].end > settings.lunch_until
        if not spans_noon or _free_at_noon(index, busy):
            continue
        near = [session for session in index.scheduled[day.id] if _is_near_lunch(index, session)]
        wrong = {session.id: _wrong(index, index.spans[session.id]) for session in near}
        if not near:
            yield Finding((day.id,), {"day": day.id, "needed": settings.lunch_minutes, **_hours(index)})
        elif all(wrong.values()):
            meal = min(near, key=lambda session: abs(index.spans[session.id].start - settings.lunch_from))
            yield Finding((meal.id,), {"session": meal.id, **wrong[meal.id]})


def _busy(index: Index, day: str) -> list[Span]:
    """Return the times at which anything but a rest takes place, in order; those that touch or overlap are one."""
    spans = (index.spans[session.id] for session in index.scheduled[day] if not rests(index, session))
    return joined(span for span in spans if span.start != span.end)


def _free_at_noon(index: Index, busy: list[Span]) -> bool:
    """Return whether there is free time as long as a lunch, at the hours of lunch, so that people can go and eat."""
    settings = index.plan.settings
    for before, after in pairwise(busy):
        start = max(before.end, settings.lunch_from)
        if start <= settings.lunch_until and after.start - start >= settings.lunch_minutes:
            return True
    return not settings.lunch_minutes


def _is_near_lunch(index: Index, session: Session) -> bool:
    """Return whether a session is a meal that may be meant as lunch."""
    settings, start = index.plan.settings, index.spans[session.id].start
    near = settings.lunch_from - FAR <= start <= settings.lunch_until + FAR
    return near and index.plan.kind_of(session).family == "meal"


def _hours(index: Index) -> Facts:
    return {"earliest_at": index.plan.settings.lunch_from, "latest_at": index.plan.settings.lunch_until}


def _wrong(index: Index, span: Span) -> Facts:
    """Return the facts about a lunch that are wrong: its length, its start, or both; empty if none is."""
    settings = index.plan.settings
    found: Facts = {}
    if span.end - span.start < settings.lunch_minutes:
        found |= {"minutes": span.end - span.start, "needed": settings.lunch_minutes}
    if not settings.lunch_from <= span.start <= settings.lunch_until:
        found |= {"from_at": span.start, **_hours(index)}
    return found


def _lunch_sentence(facts: Facts) -> Message:
    if "session" not in facts:
        return Message("{day}: no lunch. Guideline {needed} min, starting between {earliest_at} and {latest_at}.")
    if "needed" not in facts:
        return Message("“{session}” starts at {from_at}, guideline {earliest_at} to {latest_at}.")
    if "from_at" not in facts:
        return Message("“{session}” lasts {minutes} min, guideline {needed}.")
    return Message(
        "“{session}” lasts {minutes} min, guideline {needed}, and starts at {from_at}, "
        "guideline {earliest_at} to {latest_at}."
    )


def _fix_lunch(index: Index, problem: Problem) -> Iterator[Fix]:
    settings = index.plan.settings
    if problem.subjects[0] in index.plan.day_by_id:
        noon = Span(settings.lunch_from, settings.lunch_until)
        before = [
            activity for activity in work(index, problem.subjects[0]) if noon.start <= activity.span.end <= noon.end
        ]
        new = new_session(index, before[0], "meal", settings.lunch_minutes) if before else None
        if new:
            yield from insert_behind(
                index,
                before[0],
                new,
                Message("Insert {minutes} min of lunch after “{session}”"),
                Message("Insert {minutes} min of lunch after “{session}”, leaving “{other}” only {left} min"),
            )
        return
    lunch = index.plan.session_by_id[problem.subjects[0]]
    more = settings.lunch_minutes - lunch.minutes
    if more > 0:
        yield Fix(
            Message("“{session}” {minutes} min longer, what follows later"),
            lambda plan: resize_session(plan, lunch.id, settings.lunch_minutes, flow=True),
            {"session": lunch.id, "minutes": more},
        )
    yield from _exchanged(index, lunch)


def _exchanged(index: Index, lunch: Session) -> Iterator[Fix]:
    """Offer to swap lunch with what comes right before or after it."""
    if lunch.fixed or lunch.day is None:
        return
    for first, second in pairwise(path(index, lunch.day)):
        sessions = (first.sessions[0], second.sessions[0])
        alone = not first.fixed and not second.fixed and all(session.round is None for session in sessions)
        if alone and lunch in sessions and first.span.end == second.span.start:
            yield Fix(
                Message("“{session}” before “{other}”"),
                lambda plan, first=first, second=second: _swapped(plan, first, second),
                {"session": sessions[1].id, "other": sessions[0].id},
            )


def _swapped(plan: Plan, first: Activity, second: Activity) -> Plan:
    """Return the plan with the second session before the first; together they take as much time as before."""
    start = first.span.start
    plan = move_session(plan, second.id, first.day, start)
    return move_session(plan, first.id, first.day, start + second.sessions[0].minutes)


LUNCH: Final = Check(
    code="lunch",
    severity=Severity.WARNING,
    title="Lunch missing, too short or at a bad time",
    sentence=_lunch_sentence,
    find=_lunch,
    fixes=_fix_lunch,
)
