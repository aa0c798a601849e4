"""Commands that ask for minutes or a time: a buffer, the rest of the day, and when something must end."""

from planner.model import Session
from planner.model.agenda import on_day
from planner.model.time import LAST_START
from planner.ui.commands.apply import scheduled
from planner.ui.dialogs.preview_dialog import PreviewDialog
from planner.ui.services.command_context import CommandContext


def has_day(context: CommandContext) -> bool:
    """Tell whether a day is shown."""
    return context.files.has_plan and context.view.day in context.plan.day_by_id


def has_sessions(context: CommandContext) -> bool:
    """Tell whether the day that is shown has sessions."""
    return has_day(context) and bool(on_day(context.plan, context.view.day))


def insert_buffer(context: CommandContext) -> None:
    """Ask for a break or a change, and put it behind or before each of the selected sessions."""
    from planner.ui.dialogs.buffer import BufferDialog

    _ask(context, BufferDialog(context, _one_a_round(scheduled(context)), context.window))


def shift_rest(context: CommandContext) -> None:
    """Ask by how much what comes after the selected session goes later or earlier, up to the next fixed time."""
    from planner.ui.dialogs.shift_rest import ShiftRestDialog

    day = context.view.day
    ends = [_end(context, each) for each in scheduled(context) if each.day == day]
    first = min((each.start or 0 for each in on_day(context.plan, day)), default=context.plan.day_by_id[day].start)
    _ask(context, ShiftRestDialog(context, min(max(ends, default=first), LAST_START - 1), context.window))


def must_end(context: CommandContext) -> None:
    """Ask for the time by which all before it must have ended, and mark it on the day."""
    from planner.ui.dialogs.must_end import MustEndDialog

    day = context.view.day
    chosen = [each for each in scheduled(context) if each.day == day]
    end = _end(context, chosen[-1]) if chosen else context.plan.day_by_id[day].end
    _ask(context, MustEndDialog(context, min(end, LAST_START - 1), chosen[-1] if chosen else None, context.window))


def _ask(context: CommandContext, dialog: PreviewDialog) -> None:
    """Show a dialog that says what it would do; then do it as one step and say it."""
    if dialog.exec():
        words = dialog.words()
        if context.workspace.apply(dialog.edit, dialog.step_name()):
            context.view.select(*(dialog.new_ids() or context.view.selection))
            context.view.say(words)
    dialog.deleteLater()


def _end(context: CommandContext, session: Session) -> int:
    """Return when a session ends, or the round it is in."""
    if session.round is None:
        return session.end
    return max(
        each.end for each in context.plan.sessions_in(session.round) if each.day == session.day and each.scheduled
    )


def _one_a_round(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Return sessions, of each round only one: what is behind it is behind all."""
    return tuple({each.round or each.id: each for each in sessions}.values())
