"""Commands that take sessions out of the plan or delete them; each is one step with a name."""

from collections.abc import Sequence
from typing import Final

from planner.model import Plan
from planner.model.edits import remove_session, to_tray
from planner.text import mark
from planner.ui.commands.action import Action
from planner.ui.commands.selection import has_scheduled, has_selection
from planner.ui.commands.step import named
from planner.ui.services.command_context import CommandContext
from planner.workspace import Edit


def put_away(context: CommandContext) -> None:
    """Move the selected sessions to the tray; if all are there already, delete them."""
    if not has_scheduled(context):
        delete(context)
        return
    ids = [session.id for session in context.selected() if session.scheduled]

    def edit(plan: Plan) -> Plan:
        for session in ids:
            plan = to_tray(plan, session)
        return plan

    _to_tray(context, edit, named(context, context.selected()))


def delete(context: CommandContext) -> None:
    """Delete the selected sessions; what follows stays where it is."""
    _delete(context, flow=False)


def delete_and_close(context: CommandContext) -> None:
    """Delete the selected sessions; what follows moves up."""
    _delete(context, flow=True)


def send_to_tray(context: CommandContext, sessions: Sequence[str]) -> None:
    """Move sessions to the tray."""

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            plan = to_tray(plan, session)
        return plan

    _to_tray(context, edit, named(context, [context.plan.session_by_id[session] for session in sessions]))


ACTIONS: Final = (
    Action("put-away", mark("Unsc&hedule"), put_away, "Del", enabled=has_selection, in_views=True),
    Action("delete", mark("D&elete"), delete, "Ctrl+Del", enabled=has_selection, in_views=True),
    Action(
        "delete-flow",
        mark("Delete and &move up what follows"),
        delete_and_close,
        "Shift+Del",
        enabled=has_scheduled,
        in_views=True,
    ),
)


def _to_tray(context: CommandContext, edit: Edit, what: str) -> None:
    t = context.t
    if context.workspace.apply(edit, t("Unschedule {what}", what=what)):
        context.view.say(t("{session} moved to “Unscheduled”", session=what))


def _delete(context: CommandContext, *, flow: bool) -> None:
    sessions = sorted(context.selected(), key=lambda session: session.start or 0, reverse=True)

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            plan = remove_session(to_tray(plan, session.id, flow=flow), session.id)
        return plan

    t, what, before = context.t, named(context, context.selected()), context.plan
    if not context.workspace.apply(edit, t("Delete {what}", what=what)):
        return
    words = t("{what} deleted", what=what)
    old = before.session_by_id
    moved = sum(session.start != old[session.id].start for session in context.plan.sessions)
    if moved:
        words = f"{words}, {t.count('{number} block moves along', '{number} blocks move along', moved)}"
    context.view.say(words)
