"""What is still open: sessions without a time, people who have not confirmed, and places not filled yet."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.problem import Check, Facts, Finding, Message, Severity
from planner.model import Contribution, Status

NOBODY: Final = frozenset({"", "n.n.", "nn"})
"""Labels, without their spaces, that mean that nobody was found yet."""


def _no_time(index: Index) -> Iterator[Finding]:
    tray = [session.id for session in index.plan.sessions if not session.scheduled]
    if tray:
        yield Finding(tuple(tray), {"sessions": len(tray)})


NO_TIME: Final = Check(
    code="no-time",
    severity=Severity.HINT,
    title="Unscheduled",
    sentence=Message("{sessions} without a time: {subjects}."),
    find=_no_time,
)


def _asked(index: Index) -> Iterator[Finding]:
    """Count the asked and the open contributions of the whole plan: one problem that names its sessions and days."""
    numbers = {Status.ASKED: 0, Status.OPEN: 0}
    subjects: dict[str, None] = {}
    for owner, contribution in contributions(index):
        state = state_of(contribution)
        if state in numbers:
            numbers[state] += 1
            subjects[owner] = None
    if subjects:
        yield Finding(tuple(subjects), {"asked": numbers[Status.ASKED], "open": numbers[Status.OPEN]})


def contributions(index: Index) -> Iterator[tuple[str, Contribution]]:
    """Yield the contributions to days and sessions, with their owners, in the order of the event; the tray is last."""
    for day in index.plan.days:
        yield from ((day.id, contribution) for contribution in day.contributions)
    waiting = (session for session in index.plan.sessions if not session.scheduled)
    for session in chain(*index.scheduled.values(), waiting):
        for contribution in session.contributions:
            yield session.id, contribution
        for item in session.items:
            yield from ((session.id, contribution) for contribution in item.contributions)


def state_of(contribution: Contribution) -> Status:
    """Return the status of a contribution; one that names nobody is open whatever it says, unless it was declined."""
    nameless = contribution.person is None and contribution.label.replace(" ", "").lower() in NOBODY
    return Status.OPEN if nameless and contribution.status != Status.DECLINED else contribution.status


def _asked_sentence(facts: Facts) -> Message:
    if not facts["open"]:
        return Message("{asked} asked, not confirmed yet: {subjects}.")
    if not facts["asked"]:
        return Message("{open} open (N. N.): {subjects}.")
    return Message("{asked} asked, {open} open (N. N.): {subjects}.")


ASKED: Final = Check(
    code="asked",
    severity=Severity.HINT,
    title="Not confirmed yet",
    sentence=_asked_sentence,
    find=_asked,
)
