"""Commands that ask for minutes or a time: a buffer, the rest of the day, and when something must end."""

from planner.model import Session
from planner.model.agenda import on_day
from planner.model.time import LAST_START
from planner.ui.commands.apply import scheduled
from planner.ui.dialogs.asking import Asking
from planner.ui.services.command_context import Desk


def has_day(desk: Desk) -> bool:
    """Tell whether a day is shown."""
    return desk.files.has_plan and desk.context.view.day in desk.plan.day_by_id


def has_sessions(desk: Desk) -> bool:
    """Tell whether the day that is shown has sessions."""
    return has_day(desk) and bool(on_day(desk.plan, desk.context.view.day))


def insert_buffer(desk: Desk) -> None:
    """Ask for a break or a change, and put it behind or before each of the selected sessions."""
    from planner.ui.dialogs.buffer import BufferDialog

    _ask(desk, BufferDialog(desk.context, _one_a_round(scheduled(desk)), desk.window))


def shift_rest(desk: Desk) -> None:
    """Ask by how much what comes after the selected session goes later or earlier, up to the next fixed time."""
    from planner.ui.dialogs.shift_rest import ShiftRestDialog

    day = desk.context.view.day
    ends = [_end(desk, each) for each in scheduled(desk) if each.day == day]
    first = min((each.start or 0 for each in on_day(desk.plan, day)), default=desk.plan.day_by_id[day].start)
    _ask(desk, ShiftRestDialog(desk.context, min(max(ends, default=first), LAST_START - 1), desk.window))


def must_end(desk: Desk) -> None:
    """Ask for the time by which all before it must have ended, and mark it on the day."""
    from planner.ui.dialogs.must_end import MustEndDialog

    day = desk.context.view.day
    chosen = [each for each in scheduled(desk) if each.day == day]
    end = _end(desk, chosen[-1]) if chosen else desk.plan.day_by_id[day].end
    _ask(desk, MustEndDialog(desk.context, min(end, LAST_START - 1), chosen[-1] if chosen else None, desk.window))


def _ask(desk: Desk, dialog: Asking) -> None:
    """Show a dialog that says what it would do; then do it as one step and say it."""
    if dialog.exec():
        words = dialog.words()
        if desk.context.workspace.apply(dialog.edit, dialog.step_name()):
            desk.context.view.select(*(dialog.made() or desk.context.view.selection))
            desk.context.view.say(words)
    dialog.deleteLater()


def _end(desk: Desk, session: Session) -> int:
    """Return when a session ends, or the round it is in."""
    if session.round is None:
        return session.end
    return max(each.end for each in desk.plan.sessions_in(session.round) if each.day == session.day and each.scheduled)


def _one_a_round(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Return sessions, of each round only one: what is behind it is behind all."""
    return tuple({each.round or each.id: each for each in sessions}.values())
