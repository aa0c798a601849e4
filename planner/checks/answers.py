"""Answers: whoever was asked and has not answered by the agreed date has to be asked again."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.open_points import contributions, state_of
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.model import Plan, Status
from planner.model.edits import change_contribution

MORE_DAYS: Final = 7
"""How long somebody who was reminded has to answer: a week."""


def _answer_late(index: Index) -> Iterator[Finding]:
    """Find answers that are late today, as one problem; none once the event is over."""
    today = index.today
    if today is None or (index.plan.days and max(day.date for day in index.plan.days) < today):
        return
    owners: dict[str, None] = {}
    late: dict[str, date] = {}
    for owner, contribution in contributions(index):
        if (
            contribution.answer_by is not None
            and contribution.answer_by < today
            and state_of(contribution) == Status.ASKED
        ):
            owners[owner] = None
            late[contribution.id] = contribution.answer_by
    if late:
        first, last = min(late.values()), max(late.values())
        facts: Facts = {"answers": len(late), "by_on": first.isoformat()}
        yield Finding((*owners, *late), facts | ({"last_on": last.isoformat()} if last != first else {}))


def _sentence(facts: Facts) -> Message:
    if "last_on" in facts:
        return Message("{answers} answers were due from {by_on} to {last_on}: {subjects}. Ask again today.")
    return Message(
        "{answers} answers were due by {by_on}: {subjects}. Ask again today.",
        one="{answers} answer was due by {by_on}: {subjects}. Ask again today.",
        count="answers",
    )


def _fixes(index: Index, problem: Problem) -> Iterator[Fix]:
    """Offer a new date for all of them, to be chosen when they were asked again."""
    if index.today is None:
        return
    day = index.today + timedelta(MORE_DAYS)
    late = [contribution.id for _, contribution in contributions(index) if contribution.id in problem.subjects]

    def reminded(plan: Plan) -> Plan:
        for contribution_id in late:
            plan = change_contribution(plan, contribution_id, answer_by=day)
        return plan

    yield Fix(Message("Asked again: answer by {by_on}"), reminded, {"by_on": day.isoformat()})


ANSWER_LATE: Final = Check(
    code="answer-late",
    severity=Severity.WARNING,
    title="Overdue answers",
    sentence=_sentence,
    find=_answer_late,
    fixes=_fixes,
)
