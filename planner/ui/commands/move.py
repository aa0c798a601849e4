"""Commands that move the selected sessions, and make them longer or shorter; a burst of each is one step."""

from collections.abc import Sequence

from planner.model import Plan, Session
from planner.model.agenda import on_day
from planner.model.edits import (
    move_border,
    move_session,
    move_sessions,
    neighbour_after,
    resize_from_start,
    resize_session,
    set_places,
)
from planner.ui.board.gestures.resize import places_in
from planner.ui.commands.apply import named, scheduled, step
from planner.ui.services.command_context import CommandContext
from planner.workspace import Edit

# Time


def earlier(context: CommandContext) -> None:
    """Move the selected sessions a grid step forward."""
    _move(context, -context.plan.settings.grid)


def later(context: CommandContext) -> None:
    """Move the selected sessions a grid step back."""
    _move(context, context.plan.settings.grid)


def minute_earlier(context: CommandContext) -> None:
    """Move the selected sessions one minute forward."""
    _move(context, -1)


def minute_later(context: CommandContext) -> None:
    """Move the selected sessions one minute back."""
    _move(context, 1)


def _move(context: CommandContext, minutes: int) -> None:
    sessions, flow = scheduled(context), context.view.flow
    if not sessions:
        return
    ids = [each.id for each in sessions]
    first = sessions[0]

    def edit(plan: Plan) -> Plan:
        if len(ids) > 1:
            return move_sessions(plan, ids, minutes, flow=flow)
        return move_session(plan, first.id, first.day or "", max(0, (first.start or 0) + minutes), flow=flow)

    step(context, edit, context.t("Move {session}", session=named(context, sessions)), ids, _burst("move", ids))


# Rooms


def room_left(context: CommandContext) -> None:
    """Move the selected sessions to the room on the left of theirs."""
    _to_room(context, -1)


def room_right(context: CommandContext) -> None:
    """Move the selected sessions to the room on the right of theirs."""
    _to_room(context, 1)


def _to_room(context: CommandContext, by: int) -> None:
    sessions, t = scheduled(context), context.t
    rooms = {each.id: _room_beside(context.plan, each, by) for each in sessions}
    if not sessions or not all(rooms.values()):
        context.view.say(t("No room further left") if by < 0 else t("No room further right"))
        return

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            plan = set_places(plan, session.id, places_in(plan, session, rooms[session.id] or ""))
        return plan

    ids = [each.id for each in sessions]
    step(context, edit, t("Move {session}", session=named(context, sessions)), ids, _burst("move", ids))


def to_room(context: CommandContext, room: str) -> None:
    """Put the selected sessions into a room, at their times; those that lie there already stay."""
    ids = [each.id for each in context.selected()]

    def edit(plan: Plan) -> Plan:
        for each in ids:
            session = plan.session_by_id[each]
            if [place.room for place in session.places] != [room]:
                plan = set_places(plan, each, places_in(plan, session, room))
        return plan

    if ids:
        step(context, edit, context.t("Move {session}", session=named(context, context.selected())), ids)


def _room_beside(plan: Plan, session: Session, by: int) -> str | None:
    """Return the room beside that of a session; None at the edge, and for one that has several."""
    rooms = [room.id for room in plan.rooms]
    if len(session.places) > 1:
        return None
    here = rooms.index(session.places[0].room) if session.places else (-1 if by > 0 else len(rooms))
    return rooms[here + by] if 0 <= here + by < len(rooms) else None


# Length


def shorter(context: CommandContext) -> None:
    """Let the selected sessions end a grid step earlier."""
    _resize(context, -context.plan.settings.grid)


def longer(context: CommandContext) -> None:
    """Let the selected sessions end a grid step later."""
    _resize(context, context.plan.settings.grid)


def start_earlier(context: CommandContext) -> None:
    """Let the selected sessions start a grid step earlier and end as before."""
    _start(context, -context.plan.settings.grid)


def start_later(context: CommandContext) -> None:
    """Let the selected sessions start a grid step later and end as before."""
    _start(context, context.plan.settings.grid)


def border_earlier(context: CommandContext) -> None:
    """Let the selected session end earlier, and what follows right behind it start as much earlier."""
    _border(context, -context.plan.settings.grid)


def border_later(context: CommandContext) -> None:
    """Let the selected session end later, and what follows right behind it start as much later."""
    _border(context, context.plan.settings.grid)


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
    sessions = [each for each in scheduled(context) if neighbour_after(context.plan, each.id)]
    if not sessions:
        context.view.say(context.t("Nothing follows right behind"))
        return

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            border, other = plan.session_by_id[session.id].end, neighbour_after(plan, session.id)
            if other is not None:
                plan = move_border(plan, session.id, other.id, border + minutes)
        return plan

    _lengthen(context, sessions, edit, "border")


def _lengthen(context: CommandContext, sessions: Sequence[Session], edit: Edit, what: str) -> None:
    ids = [each.id for each in sessions]
    if ids:
        t = context.t
        many = t.count("Length of {number} session", "Length of {number} sessions", len(ids))
        name = many if len(ids) > 1 else t("Length of {session}", session=named(context, sessions))
        step(context, edit, name, ids, _burst(what, ids))


def _burst(what: str, ids: list[str]) -> str:
    return " ".join((what, *ids))


# From one block to the next


def next_block(context: CommandContext) -> None:
    """Select the block that comes next on the day."""
    _walk(context, 1)


def previous_block(context: CommandContext) -> None:
    """Select the block that comes before on the day."""
    _walk(context, -1)


def _walk(context: CommandContext, by: int) -> None:
    view = context.view
    order = [each.id for each in on_day(context.plan, view.day)]
    chosen = [each for each in view.selection if each in order]
    place = order.index(chosen[-1]) + by if chosen else (0 if by > 0 else len(order) - 1)
    if 0 <= place < len(order):
        view.select(order[place])
