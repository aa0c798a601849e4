"""What commands share: apply an edit as one step, and say what follows from it."""

from collections.abc import Sequence

from planner.model import Plan, Session
from planner.text.consequence import consequence, short_name
from planner.ui.services.command_context import CommandContext
from planner.workspace import Edit


def step(context: CommandContext, edit: Edit, name: str, ids: Sequence[str], merge: str = "") -> bool:
    """Apply an edit as one step and say what became of some sessions; return whether anything changed.

    For steps that merge, the effect of all of them since the first is described.
    """
    workspace = context.workspace
    before = workspace.plan
    if not workspace.apply(edit, name, merge):
        return False
    before = workspace.begun(merge) if merge else before
    tell(context, before, ids)
    return True


def tell(context: CommandContext, before: Plan, ids: Sequence[str]) -> None:
    """Say in the status bar what became of some sessions compared with an earlier plan."""
    plan = context.plan
    shown = [session for session in ids if plan.session_by_id[session].scheduled]
    lead, *also = shown or [""]
    also = [session for session in also if plan.session_by_id[session].day == plan.session_by_id[lead].day]
    context.view.say(consequence(before, plan, lead, context.t, tuple(also)) if lead else "")


def named(context: CommandContext, sessions: Sequence[Session]) -> str:
    """Return a session's short name, or how many sessions there are."""
    t = context.t
    if len(sessions) == 1:
        return short_name(context.plan, sessions[0], t)
    return t.count("{number} session", "{number} sessions", len(sessions))


def scheduled(context: CommandContext) -> tuple[Session, ...]:
    """Return the selected sessions that have a time, by start."""
    order = [day.id for day in context.plan.days]
    found = (session for session in context.selected() if session.day is not None and session.scheduled)
    return tuple(sorted(found, key=lambda session: (order.index(session.day or ""), session.start or 0)))


def burst(what: str, ids: Sequence[str]) -> str:
    """Return the name under which steps that repeat one thing with the same sessions become one step."""
    return " ".join((what, *ids))
