"""Commands on the selected sessions: each is one step with a name."""

from collections.abc import Sequence

from planner.model import Plan, Session, new_id
from planner.model.edits import (
    duplicate_session,
    fix_time,
    move_session,
    needed_ids,
    remove_session,
    split_session,
    to_tray,
)
from planner.model.time import snap
from planner.ui.commands.apply import named, tell
from planner.ui.services.command_context import CommandContext
from planner.workspace import Edit


def quick_add(context: CommandContext) -> None:
    """Put the cursor into the line in which sessions are typed."""
    if context.window.view not in {"board", "list"}:
        context.window.show_view("board")
    context.window.quick_requested.emit()


def has_selection(context: CommandContext) -> bool:
    """Tell whether any session is selected."""
    return bool(context.selected())


def has_one(context: CommandContext) -> bool:
    """Tell whether exactly one session is selected."""
    return len(context.selected()) == 1


def has_scheduled(context: CommandContext) -> bool:
    """Tell whether a selected session has a time."""
    return any(session.scheduled for session in context.selected())


def can_split(context: CommandContext) -> bool:
    """Tell whether one session is selected that is long enough to become two."""
    return has_one(context) and 0 < _half(context, context.selected()[0]) < context.selected()[0].minutes


def is_fixed(context: CommandContext) -> bool:
    """Tell whether the start of all selected sessions is fixed."""
    scheduled = [session for session in context.selected() if session.scheduled]
    return bool(scheduled) and all(session.fixed for session in scheduled)


def toggle_fixed(context: CommandContext) -> None:
    """Fix the start of the selected sessions, or let them flow again."""
    t, fixed = context.t, not is_fixed(context)
    ids = [session.id for session in context.selected() if session.scheduled]
    label = (
        t("Fix the time of {what}", what=_what(context)) if fixed else t("Free the time of {what}", what=_what(context))
    )

    def edit(plan: Plan) -> Plan:
        for each in ids:
            plan = fix_time(plan, each, fixed=fixed)
        return plan

    if context.workspace.apply(edit, label):
        what = _what(context)
        words = t("{what}: time is fixed", what=what) if fixed else t("{what}: time is free", what=what)
        context.view.say(words)


def duplicate(context: CommandContext) -> None:
    """Copy the selected sessions and select the copies."""
    ids = {session.id: _ids(session) for session in context.selected()}

    def edit(plan: Plan) -> Plan:
        for each, new in ids.items():
            plan = duplicate_session(plan, each, new)
        return plan

    before, copies = context.plan, [new[0] for new in ids.values()]
    if context.workspace.apply(edit, context.t("Duplicate {what}", what=_what(context))):
        context.view.select(*copies)
        tell(context, before, copies)


def split(context: CommandContext) -> None:
    """Make two halves of the selected session, on the grid."""
    (session,) = context.selected()
    ids, minutes, t = _ids(session), _half(context, session), context.t
    what = _what(context)
    if context.workspace.apply(
        lambda plan: split_session(plan, session.id, minutes, ids), t("Split {what}", what=what)
    ):
        rest = session.minutes - minutes
        context.view.say(t("{what} split: {minutes} min and {rest} min", what=what, minutes=minutes, rest=rest))


def put_away(context: CommandContext) -> None:
    """Put the selected sessions into the tray; what lies there already is deleted."""
    if not has_scheduled(context):
        delete(context)
        return
    ids = [session.id for session in context.selected() if session.scheduled]

    def edit(plan: Plan) -> Plan:
        for each in ids:
            plan = to_tray(plan, each)
        return plan

    _to_tray(context, edit, _what(context))


def delete(context: CommandContext) -> None:
    """Delete the selected sessions; what follows stays where it is."""
    _delete(context, flow=False)


def delete_and_close(context: CommandContext) -> None:
    """Delete the selected sessions; what follows moves up."""
    _delete(context, flow=True)


def to_next_day(context: CommandContext) -> None:
    """Move the selected sessions to the next day, at the same time and in the same rooms."""
    _to_day(context, 1)


def to_previous_day(context: CommandContext) -> None:
    """Move the selected sessions to the day before."""
    _to_day(context, -1)


def can_move_next(context: CommandContext) -> bool:
    """Tell whether there is a day behind that of each selected session."""
    return _other_days(context, 1) is not None


def can_move_previous(context: CommandContext) -> bool:
    """Tell whether there is a day before that of each selected session."""
    return _other_days(context, -1) is not None


def put_on_day(context: CommandContext, sessions: Sequence[str], day: str) -> None:
    """Move sessions to a day, at their times and in their rooms; those without a time go to the day's start."""

    def edit(plan: Plan) -> Plan:
        for each in sessions:
            start = plan.session_by_id[each].start
            plan = move_session(plan, each, day, plan.day_by_id[day].start if start is None else start)
        return plan

    name, before = context.t("Move {what} to another day", what=_named(context, sessions)), context.plan
    if context.workspace.apply(edit, name):
        context.view.show_day(day)
        tell(context, before, sessions)


def send_to_tray(context: CommandContext, sessions: Sequence[str]) -> None:
    """Take the times of sessions away."""

    def edit(plan: Plan) -> Plan:
        for each in sessions:
            plan = to_tray(plan, each)
        return plan

    _to_tray(context, edit, _named(context, sessions))


def _to_tray(context: CommandContext, edit: Edit, what: str) -> None:
    t = context.t
    if context.workspace.apply(edit, t("Take {what} out of the plan", what=what)):
        context.view.say(t("{session} to “Not yet scheduled”", session=what))


def _delete(context: CommandContext, *, flow: bool) -> None:
    sessions = sorted(context.selected(), key=lambda session: session.start or 0, reverse=True)

    def edit(plan: Plan) -> Plan:
        for each in sessions:
            plan = remove_session(to_tray(plan, each.id, flow=flow), each.id)
        return plan

    t, what, before = context.t, _what(context), context.plan
    if not context.workspace.apply(edit, t("Delete {what}", what=what)):
        return
    words = t("{what} deleted", what=what)
    old = before.session_by_id
    moved = sum(each.start != old[each.id].start for each in context.plan.sessions)
    if moved:
        words = f"{words}, {t.count('{number} block moves along', '{number} blocks move along', moved)}"
    context.view.say(words)


def _to_day(context: CommandContext, step: int) -> None:
    days = _other_days(context, step)
    if days is None:
        return

    def edit(plan: Plan) -> Plan:
        for session_id, day in days.items():
            plan = move_session(plan, session_id, day, plan.session_by_id[session_id].start or 0)
        return plan

    name, before = context.t("Move {what} to another day", what=_what(context)), context.plan
    if context.workspace.apply(edit, name):
        context.view.show_day(next(iter(days.values())))
        tell(context, before, list(days))


def _other_days(context: CommandContext, step: int) -> dict[str, str] | None:
    order = [day.id for day in context.plan.days]
    found: dict[str, str] = {}
    for session in context.selected():
        if not session.scheduled or session.day is None:
            continue
        place = order.index(session.day) + step
        if not 0 <= place < len(order):
            return None
        found[session.id] = order[place]
    return found or None


def _ids(session: Session) -> tuple[str, ...]:
    return tuple(new_id() for _ in range(needed_ids(session)))


def _half(context: CommandContext, session: Session) -> int:
    return snap(session.minutes // 2, context.plan.settings.grid)


def _what(context: CommandContext) -> str:
    return _named(context, [session.id for session in context.selected()])


def _named(context: CommandContext, sessions: Sequence[str]) -> str:
    return named(context, [context.plan.session_by_id[each] for each in sessions])
