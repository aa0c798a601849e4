"""Commands that move the selected sessions in time, to other rooms and days; repeated calls are one undo step."""

from collections.abc import Sequence
from typing import Final

from planner.model import Plan, Session
from planner.model.edits import move_session, move_sessions, set_places
from planner.text import mark
from planner.ui.board.gestures.resize import places_in
from planner.ui.commands.action import Action
from planner.ui.commands.selection import has_scheduled
from planner.ui.commands.step import burst, named, scheduled, step, tell
from planner.ui.services.command_context import CommandContext

# Time


def earlier(context: CommandContext) -> None:
    """Move the selected sessions one grid step earlier."""
    _move(context, -context.plan.settings.grid)


def later(context: CommandContext) -> None:
    """Move the selected sessions one grid step later."""
    _move(context, context.plan.settings.grid)


def minute_earlier(context: CommandContext) -> None:
    """Move the selected sessions one minute earlier."""
    _move(context, -1)


def minute_later(context: CommandContext) -> None:
    """Move the selected sessions one minute later."""
    _move(context, 1)


def _move(context: CommandContext, minutes: int) -> None:
    sessions, flow = scheduled(context), context.view.flow
    if not sessions:
        return
    ids = [session.id for session in sessions]
    first = sessions[0]

    def edit(plan: Plan) -> Plan:
        if len(ids) > 1:
            return move_sessions(plan, ids, minutes, flow=flow)
        return move_session(plan, first.id, first.day or "", max(0, (first.start or 0) + minutes), flow=flow)

    step(context, edit, context.t("Move {session}", session=named(context, sessions)), ids, burst("move", ids))


# Rooms


def room_left(context: CommandContext) -> None:
    """Move the selected sessions to the room on the left of theirs."""
    _to_room(context, -1)


def room_right(context: CommandContext) -> None:
    """Move the selected sessions to the room on the right of theirs."""
    _to_room(context, 1)


def to_room(context: CommandContext, room: str) -> None:
    """Move the selected sessions to a room, at their times; those that are there already stay."""
    ids = [session.id for session in context.selected()]

    def edit(plan: Plan) -> Plan:
        for session_id in ids:
            session = plan.session_by_id[session_id]
            if [place.room for place in session.places] != [room]:
                plan = set_places(plan, session_id, places_in(plan, session, room))
        return plan

    if ids:
        step(context, edit, context.t("Move {session}", session=named(context, context.selected())), ids)


def _to_room(context: CommandContext, by: int) -> None:
    sessions, t = scheduled(context), context.t
    rooms = {session.id: _room_beside(context.plan, session, by) for session in sessions}
    if not sessions or not all(rooms.values()):
        context.view.say(t("No room further left") if by < 0 else t("No room further right"))
        return

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            plan = set_places(plan, session.id, places_in(plan, session, rooms[session.id] or ""))
        return plan

    ids = [session.id for session in sessions]
    step(context, edit, t("Move {session}", session=named(context, sessions)), ids, burst("move", ids))


def _room_beside(plan: Plan, session: Session, by: int) -> str | None:
    """Return the room next to that of a session; None at the edge, and for a session with several rooms."""
    rooms = [room.id for room in plan.rooms]
    if len(session.places) > 1:
        return None
    here = rooms.index(session.places[0].room) if session.places else (-1 if by > 0 else len(rooms))
    return rooms[here + by] if 0 <= here + by < len(rooms) else None


# Days


def to_next_day(context: CommandContext) -> None:
    """Move the selected sessions to the next day, at the same time and in the same rooms."""
    _to_day(context, 1)


def to_previous_day(context: CommandContext) -> None:
    """Move the selected sessions to the previous day, at the same time and in the same rooms."""
    _to_day(context, -1)


def can_move_next(context: CommandContext) -> bool:
    """Return whether a day follows that of every selected session."""
    return _other_days(context, 1) is not None


def can_move_previous(context: CommandContext) -> bool:
    """Return whether a day precedes that of every selected session."""
    return _other_days(context, -1) is not None


def put_on_day(context: CommandContext, sessions: Sequence[str], day: str) -> None:
    """Move sessions to a day, at their times and in their rooms; those without a time start with the day."""

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            start = plan.session_by_id[session].start
            plan = move_session(plan, session, day, plan.day_by_id[day].start if start is None else start)
        return plan

    name, before = (
        context.t(
            "Move {what} to another day",
            what=named(context, [context.plan.session_by_id[session] for session in sessions]),
        ),
        context.plan,
    )
    if context.workspace.apply(edit, name):
        context.view.show_day(day)
        tell(context, before, sessions)


def _to_day(context: CommandContext, step: int) -> None:
    days = _other_days(context, step)
    if days is None:
        return

    def edit(plan: Plan) -> Plan:
        for session_id, day in days.items():
            plan = move_session(plan, session_id, day, plan.session_by_id[session_id].start or 0)
        return plan

    name, before = context.t("Move {what} to another day", what=named(context, context.selected())), context.plan
    if context.workspace.apply(edit, name):
        context.view.show_day(next(iter(days.values())))
        tell(context, before, list(days))


def _other_days(context: CommandContext, step: int) -> dict[str, str] | None:
    found: dict[str, str] = {}
    sessions = context.selected()
    order = [day.id for day in context.plan.days] if sessions else []
    for session in sessions:
        if not session.scheduled or session.day is None:
            continue
        place = order.index(session.day) + step
        if not 0 <= place < len(order):
            return None
        found[session.id] = order[place]
    return found or None


ACTIONS: Final = (
    *(
        Action(action_id, label, run, shortcut, enabled=has_scheduled, in_views=True)
        for action_id, label, run, shortcut in (
            ("move-earlier", mark("&Earlier by a grid step"), earlier, "Alt+Up"),
            ("move-later", mark("&Later by a grid step"), later, "Alt+Down"),
            ("minute-earlier", mark("Earlier by &one minute"), minute_earlier, "Ctrl+Shift+Up"),
            ("minute-later", mark("Later by one &minute"), minute_later, "Ctrl+Shift+Down"),
            ("room-left", mark("To the room on the le&ft"), room_left, "Alt+Left"),
            ("room-right", mark("To the room on the &right"), room_right, "Alt+Right"),
        )
    ),
    Action("to-next-day", mark("To the &next day"), to_next_day, enabled=can_move_next),
    Action("to-previous-day", mark("To the &previous day"), to_previous_day, enabled=can_move_previous),
)
