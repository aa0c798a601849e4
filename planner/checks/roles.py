"""Roles: each forum has moderation, minutes and time-keeping, as far as the settings require them."""

from collections.abc import Iterator
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.problem import Check, Facts, Finding, Message, Severity
from planner.model import Role, Session, Status

FACTS: Final = {
    Role.MODERATION: "no_moderation",
    Role.MINUTES: "no_minutes",
    Role.TIMEKEEPING: "no_timekeeping",
}
"""The facts that count the sessions of a round in which nobody has a role."""


def _forum_roles(index: Index) -> Iterator[Finding]:
    """Find the roles that nobody has, once a round; an open place (N. N.) is left to the check of what is open."""
    settings = index.plan.settings
    asked = {
        Role.MODERATION: settings.forum_moderation,
        Role.MINUTES: settings.forum_minutes,
        Role.TIMEKEEPING: settings.forum_timekeeping,
    }
    roles = frozenset(role for role in asked if asked[role])
    for round_ in index.plan.rounds if roles else ():
        forums = [session for session in index.rounds[round_.id] if index.plan.kind_of(session).in_rounds]
        missing = {session.id: roles - _roles(session) for session in forums}
        numbers = {fact: sum(role in lacking for lacking in missing.values()) for role, fact in FACTS.items()}
        if any(numbers.values()):
            facts: Facts = {"round": round_.id, "forums": len(forums)}
            facts |= {fact: number for fact, number in numbers.items() if number}
            yield Finding((round_.id, *(session for session, lacking in missing.items() if lacking)), facts)


def _roles(session: Session) -> set[Role]:
    return {contribution.role for contribution in session.everyone() if contribution.status != Status.DECLINED}


FORUM_ROLES: Final = Check(
    code="forum-roles",
    severity=Severity.HINT,
    title="Moderation, minutes or time-keeping of a forum",
    sentence=Message("{round}, {forums} forums: {lacking}.", one="{round}, {forums} forum: {lacking}.", count="forums"),
    find=_forum_roles,
)
