"""Commands that ask for minutes or a time: a buffer, the rest of the day, and when something must end."""

from typing import Final

from planner.model import Session
from planner.model.agenda import on_day
from planner.model.time import LAST_START
from planner.text import mark
from planner.ui.commands.action import Action
from planner.ui.commands.days import has_day
from planner.ui.commands.selection import has_scheduled
from planner.ui.commands.step import scheduled
from planner.ui.dialogs.preview_dialog import PreviewDialog
from planner.ui.services.command_context import CommandContext


def has_sessions(context: CommandContext) -> bool:
    """Return whether the day that is shown has sessions."""
    return has_day(context) and bool(on_day(context.plan, context.view.day))


def insert_buffer(context: CommandContext) -> None:
    """Ask for a buffer, and insert it before or after each of the selected sessions."""
    from planner.ui.dialogs.insert_buffer import BufferDialog

    _ask(context, BufferDialog(context, _one_a_round(scheduled(context)), context.window))


def shift_rest(context: CommandContext) -> None:
    """Ask by how much to shift what follows the selected session, up to the next fixed time."""
    from planner.ui.dialogs.shift_rest import ShiftRestDialog

    day = context.view.day
    ends = [_end(context, session) for session in scheduled(context) if session.day == day]
    first = min(
        (session.start or 0 for session in on_day(context.plan, day)), default=context.plan.day_by_id[day].start
    )
    _ask(context, ShiftRestDialog(context, min(max(ends, default=first), LAST_START - 1), context.window))


def must_end(context: CommandContext) -> None:
    """Ask for the time by which everything before must have ended, and mark it on the day."""
    from planner.ui.dialogs.must_end import MustEndDialog

    day = context.view.day
    chosen = [session for session in scheduled(context) if session.day == day]
    end = _end(context, chosen[-1]) if chosen else context.plan.day_by_id[day].end
    _ask(context, MustEndDialog(context, min(end, LAST_START - 1), chosen[-1] if chosen else None, context.window))


ACTIONS: Final = (
    Action("buffer", mark("&Insert a buffer …"), insert_buffer, "B", enabled=has_scheduled, in_views=True),
    Action("must-end", mark("Must end b&y …"), must_end, enabled=has_day),
    Action(
        "shift-rest", mark("Shift the rest of the d&ay …"), shift_rest, "Shift+R", enabled=has_sessions, in_views=True
    ),
)


def _ask(context: CommandContext, dialog: PreviewDialog) -> None:
    """Show a dialog; if it is accepted, apply its edit as one step and say what happened."""
    if dialog.exec():
        words = dialog.words()
        if context.workspace.apply(dialog.edit, dialog.step_name()):
            context.view.select(*(dialog.new_ids() or context.view.selection))
            context.view.say(words)
    dialog.deleteLater()


def _end(context: CommandContext, session: Session) -> int:
    """Return the end of a session, or of the round it belongs to, in minutes of its day."""
    if session.round is None:
        return session.end
    return max(
        other.end for other in context.plan.sessions_in(session.round) if other.day == session.day and other.scheduled
    )


def _one_a_round(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Return the sessions with only one of each round: what follows one follows all of its round."""
    return tuple({session.round or session.id: session for session in sessions}.values())
