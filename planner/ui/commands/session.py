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
from planner.ui.services.command_context import Desk
from planner.workspace import Edit


def quick_add(desk: Desk) -> None:
    """Put the cursor into the line in which sessions are typed."""
    if desk.window.view not in {"board", "list"}:
        desk.window.show_view("board")
    desk.window.quick_requested.emit()


def has_selection(desk: Desk) -> bool:
    """Tell whether any session is selected."""
    return bool(desk.selected())


def has_one(desk: Desk) -> bool:
    """Tell whether exactly one session is selected."""
    return len(desk.selected()) == 1


def has_scheduled(desk: Desk) -> bool:
    """Tell whether a selected session has a time."""
    return any(session.scheduled for session in desk.selected())


def can_split(desk: Desk) -> bool:
    """Tell whether one session is selected that is long enough to become two."""
    return has_one(desk) and 0 < _half(desk, desk.selected()[0]) < desk.selected()[0].minutes


def is_fixed(desk: Desk) -> bool:
    """Tell whether the start of all selected sessions is fixed."""
    scheduled = [session for session in desk.selected() if session.scheduled]
    return bool(scheduled) and all(session.fixed for session in scheduled)


def toggle_fixed(desk: Desk) -> None:
    """Fix the start of the selected sessions, or let them flow again."""
    t, fixed = desk.context.t, not is_fixed(desk)
    ids = [session.id for session in desk.selected() if session.scheduled]
    label = t("Fix the time of {what}", what=_what(desk)) if fixed else t("Free the time of {what}", what=_what(desk))

    def edit(plan: Plan) -> Plan:
        for each in ids:
            plan = fix_time(plan, each, fixed=fixed)
        return plan

    if desk.context.workspace.apply(edit, label):
        what = _what(desk)
        words = t("{what}: time is fixed", what=what) if fixed else t("{what}: time is free", what=what)
        desk.context.view.say(words)


def duplicate(desk: Desk) -> None:
    """Copy the selected sessions and select the copies."""
    ids = {session.id: _ids(session) for session in desk.selected()}

    def edit(plan: Plan) -> Plan:
        for each, new in ids.items():
            plan = duplicate_session(plan, each, new)
        return plan

    before, copies = desk.plan, [new[0] for new in ids.values()]
    if desk.context.workspace.apply(edit, desk.context.t("Duplicate {what}", what=_what(desk))):
        desk.context.view.select(*copies)
        tell(desk, before, copies)


def split(desk: Desk) -> None:
    """Make two halves of the selected session, on the grid."""
    (session,) = desk.selected()
    ids, minutes, t = _ids(session), _half(desk, session), desk.context.t
    what = _what(desk)
    if desk.context.workspace.apply(
        lambda plan: split_session(plan, session.id, minutes, ids), t("Split {what}", what=what)
    ):
        rest = session.minutes - minutes
        desk.context.view.say(t("{what} split: {minutes} min and {rest} min", what=what, minutes=minutes, rest=rest))


def put_away(desk: Desk) -> None:
    """Put the selected sessions into the tray; what lies there already is deleted."""
    if not has_scheduled(desk):
        delete(desk)
        return
    ids = [session.id for session in desk.selected() if session.scheduled]

    def edit(plan: Plan) -> Plan:
        for each in ids:
            plan = to_tray(plan, each)
        return plan

    _to_tray(desk, edit, _what(desk))


def delete(desk: Desk) -> None:
    """Delete the selected sessions; what follows stays where it is."""
    _delete(desk, flow=False)


def delete_and_close(desk: Desk) -> None:
    """Delete the selected sessions; what follows moves up."""
    _delete(desk, flow=True)


def to_next_day(desk: Desk) -> None:
    """Move the selected sessions to the next day, at the same time and in the same rooms."""
    _to_day(desk, 1)


def to_previous_day(desk: Desk) -> None:
    """Move the selected sessions to the day before."""
    _to_day(desk, -1)


def can_move_next(desk: Desk) -> bool:
    """Tell whether there is a day behind that of each selected session."""
    return _other_days(desk, 1) is not None


def can_move_previous(desk: Desk) -> bool:
    """Tell whether there is a day before that of each selected session."""
    return _other_days(desk, -1) is not None


def put_on_day(desk: Desk, sessions: Sequence[str], day: str) -> None:
    """Move sessions to a day, at their times and in their rooms; those without a time go to the day's start."""

    def edit(plan: Plan) -> Plan:
        for each in sessions:
            start = plan.session_by_id[each].start
            plan = move_session(plan, each, day, plan.day_by_id[day].start if start is None else start)
        return plan

    name, before = desk.context.t("Move {what} to another day", what=_named(desk, sessions)), desk.plan
    if desk.context.workspace.apply(edit, name):
        desk.context.view.show_day(day)
        tell(desk, before, sessions)


def send_to_tray(desk: Desk, sessions: Sequence[str]) -> None:
    """Take the times of sessions away."""

    def edit(plan: Plan) -> Plan:
        for each in sessions:
            plan = to_tray(plan, each)
        return plan

    _to_tray(desk, edit, _named(desk, sessions))


def _to_tray(desk: Desk, edit: Edit, what: str) -> None:
    t = desk.context.t
    if desk.context.workspace.apply(edit, t("Take {what} out of the plan", what=what)):
        desk.context.view.say(t("{session} to “Not yet scheduled”", session=what))


def _delete(desk: Desk, *, flow: bool) -> None:
    sessions = sorted(desk.selected(), key=lambda session: session.start or 0, reverse=True)

    def edit(plan: Plan) -> Plan:
        for each in sessions:
            plan = remove_session(to_tray(plan, each.id, flow=flow), each.id)
        return plan

    t, what, before = desk.context.t, _what(desk), desk.plan
    if not desk.context.workspace.apply(edit, t("Delete {what}", what=what)):
        return
    words = t("{what} deleted", what=what)
    old = before.session_by_id
    moved = sum(each.start != old[each.id].start for each in desk.plan.sessions)
    if moved:
        words = f"{words}, {t.count('{number} block moves along', '{number} blocks move along', moved)}"
    desk.context.view.say(words)


def _to_day(desk: Desk, step: int) -> None:
    days = _other_days(desk, step)
    if days is None:
        return

    def edit(plan: Plan) -> Plan:
        for session_id, day in days.items():
            plan = move_session(plan, session_id, day, plan.session_by_id[session_id].start or 0)
        return plan

    name, before = desk.context.t("Move {what} to another day", what=_what(desk)), desk.plan
    if desk.context.workspace.apply(edit, name):
        desk.context.view.show_day(next(iter(days.values())))
        tell(desk, before, list(days))


def _other_days(desk: Desk, step: int) -> dict[str, str] | None:
    order = [day.id for day in desk.plan.days]
    found: dict[str, str] = {}
    for session in desk.selected():
        if not session.scheduled or session.day is None:
            continue
        place = order.index(session.day) + step
        if not 0 <= place < len(order):
            return None
        found[session.id] = order[place]
    return found or None


def _ids(session: Session) -> tuple[str, ...]:
    return tuple(new_id() for _ in range(needed_ids(session)))


def _half(desk: Desk, session: Session) -> int:
    return snap(session.minutes // 2, desk.plan.settings.grid)


def _what(desk: Desk) -> str:
    return _named(desk, [session.id for session in desk.selected()])


def _named(desk: Desk, sessions: Sequence[str]) -> str:
    return named(desk, [desk.plan.session_by_id[each] for each in sessions])
