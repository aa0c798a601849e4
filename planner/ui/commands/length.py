"""Commands that make the selected sessions longer or shorter; repeated calls are one undo step."""

from collections.abc import Sequence
from typing import Final

from planner.model import Plan, Session
from planner.model.edits import move_border, neighbour_after, resize_from_start, resize_session
from planner.text import mark
from planner.ui.commands.action import Action
from planner.ui.commands.selection import has_scheduled
from planner.ui.commands.step import burst, named, scheduled, step
from planner.ui.services.command_context import CommandContext
from planner.workspace import Edit


def shorter(context: CommandContext) -> None:
    """End the selected sessions one grid step earlier."""
    _resize(context, -context.plan.settings.grid)


def longer(context: CommandContext) -> None:
    """End the selected sessions one grid step later."""
    _resize(context, context.plan.settings.grid)


def start_earlier(context: CommandContext) -> None:
    """Start the selected sessions one grid step earlier, with the same end."""
    _start(context, -context.plan.settings.grid)


def start_later(context: CommandContext) -> None:
    """Start the selected sessions one grid step later, with the same end."""
    _start(context, context.plan.settings.grid)


def border_earlier(context: CommandContext) -> None:
    """Move the border between the selected session and what directly follows one grid step earlier."""
    _border(context, -context.plan.settings.grid)


def border_later(context: CommandContext) -> None:
    """Move the border between the selected session and what directly follows one grid step later."""
    _border(context, context.plan.settings.grid)


ACTIONS: Final = tuple(
    Action(action_id, label, run, shortcut, enabled=has_scheduled, in_views=True)
    for action_id, label, run, shortcut in (
        ("shorter", mark("&Shorter: end earlier"), shorter, "Alt+Shift+Up"),
        ("longer", mark("&Longer: end later"), longer, "Alt+Shift+Down"),
        ("start-earlier", mark("Longer: start &earlier"), start_earlier, "Alt+Shift+Left"),
        ("start-later", mark("Shorter: start l&ater"), start_later, "Alt+Shift+Right"),
        ("border-earlier", mark("&Border with the next one earlier"), border_earlier, "Alt+Shift+PgUp"),
        ("border-later", mark("Border with the &next one later"), border_later, "Alt+Shift+PgDown"),
    )
)


def _resize(context: CommandContext, minutes: int) -> None:
    sessions, flow = scheduled(context), context.view.flow

    def edit(plan: Plan) -> Plan:
        for session in reversed(sessions):  # the last one first: the others push it along
            plan = resize_session(plan, session.id, max(min(1, session.minutes), session.minutes + minutes), flow=flow)
        return plan

    _lengthen(context, sessions, edit, "length")


def _start(context: CommandContext, minutes: int) -> None:
    sessions = scheduled(context)

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            start = min((session.start or 0) + minutes, session.end - min(1, session.minutes))
            plan = resize_from_start(plan, session.id, start)
        return plan

    _lengthen(context, sessions, edit, "start")


def _border(context: CommandContext, minutes: int) -> None:
    sessions = [session for session in scheduled(context) if neighbour_after(context.plan, session.id)]
    if not sessions:
        context.view.say(context.t("Nothing follows directly"))
        return

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            border, other = plan.session_by_id[session.id].end, neighbour_after(plan, session.id)
            if other is not None:
                plan = move_border(plan, session.id, other.id, border + minutes)
        return plan

    _lengthen(context, sessions, edit, "border")


def _lengthen(context: CommandContext, sessions: Sequence[Session], edit: Edit, what: str) -> None:
    ids = [session.id for session in sessions]
    if ids:
        t = context.t
        many = t.count("Length of {number} session", "Length of {number} sessions", len(ids))
        name = many if len(ids) > 1 else t("Length of {session}", session=named(context, sessions))
        step(context, edit, name, ids, burst(what, ids))
