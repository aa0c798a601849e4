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
from planner.ui.services.command_context import Desk
from planner.workspace import Edit

# Time


def earlier(desk: Desk) -> None:
    """Move the selected sessions a grid step forward."""
    _move(desk, -desk.plan.settings.grid)


def later(desk: Desk) -> None:
    """Move the selected sessions a grid step back."""
    _move(desk, desk.plan.settings.grid)


def minute_earlier(desk: Desk) -> None:
    """Move the selected sessions one minute forward."""
    _move(desk, -1)


def minute_later(desk: Desk) -> None:
    """Move the selected sessions one minute back."""
    _move(desk, 1)


def _move(desk: Desk, minutes: int) -> None:
    sessions, flow = scheduled(desk), desk.context.view.flow
    if not sessions:
        return
    ids = [each.id for each in sessions]
    first = sessions[0]

    def edit(plan: Plan) -> Plan:
        if len(ids) > 1:
            return move_sessions(plan, ids, minutes, flow=flow)
        return move_session(plan, first.id, first.day or "", max(0, (first.start or 0) + minutes), flow=flow)

    step(desk, edit, desk.context.t("Move {session}", session=named(desk, sessions)), ids, _burst("move", ids))


# Rooms


def room_left(desk: Desk) -> None:
    """Move the selected sessions to the room on the left of theirs."""
    _to_room(desk, -1)


def room_right(desk: Desk) -> None:
    """Move the selected sessions to the room on the right of theirs."""
    _to_room(desk, 1)


def _to_room(desk: Desk, by: int) -> None:
    sessions, t = scheduled(desk), desk.context.t
    rooms = {each.id: _room_beside(desk.plan, each, by) for each in sessions}
    if not sessions or not all(rooms.values()):
        desk.context.view.say(t("No room further left") if by < 0 else t("No room further right"))
        return

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            plan = set_places(plan, session.id, places_in(plan, session, rooms[session.id] or ""))
        return plan

    ids = [each.id for each in sessions]
    step(desk, edit, t("Move {session}", session=named(desk, sessions)), ids, _burst("move", ids))


def to_room(desk: Desk, room: str) -> None:
    """Put the selected sessions into a room, at their times; those that lie there already stay."""
    ids = [each.id for each in desk.selected()]

    def edit(plan: Plan) -> Plan:
        for each in ids:
            session = plan.session_by_id[each]
            if [place.room for place in session.places] != [room]:
                plan = set_places(plan, each, places_in(plan, session, room))
        return plan

    if ids:
        step(desk, edit, desk.context.t("Move {session}", session=named(desk, desk.selected())), ids)


def _room_beside(plan: Plan, session: Session, by: int) -> str | None:
    """Return the room beside that of a session; None at the edge, and for one that has several."""
    rooms = [room.id for room in plan.rooms]
    if len(session.places) > 1:
        return None
    here = rooms.index(session.places[0].room) if session.places else (-1 if by > 0 else len(rooms))
    return rooms[here + by] if 0 <= here + by < len(rooms) else None


# Length


def shorter(desk: Desk) -> None:
    """Let the selected sessions end a grid step earlier."""
    _resize(desk, -desk.plan.settings.grid)


def longer(desk: Desk) -> None:
    """Let the selected sessions end a grid step later."""
    _resize(desk, desk.plan.settings.grid)


def start_earlier(desk: Desk) -> None:
    """Let the selected sessions start a grid step earlier and end as before."""
    _start(desk, -desk.plan.settings.grid)


def start_later(desk: Desk) -> None:
    """Let the selected sessions start a grid step later and end as before."""
    _start(desk, desk.plan.settings.grid)


def border_earlier(desk: Desk) -> None:
    """Let the selected session end earlier, and what follows right behind it start as much earlier."""
    _border(desk, -desk.plan.settings.grid)


def border_later(desk: Desk) -> None:
    """Let the selected session end later, and what follows right behind it start as much later."""
    _border(desk, desk.plan.settings.grid)


def _resize(desk: Desk, minutes: int) -> None:
    sessions, flow = scheduled(desk), desk.context.view.flow

    def edit(plan: Plan) -> Plan:
        for session in reversed(sessions):  # the last one first: the others push it along
            plan = resize_session(plan, session.id, max(min(1, session.minutes), session.minutes + minutes), flow=flow)
        return plan

    _lengthen(desk, sessions, edit, "length")


def _start(desk: Desk, minutes: int) -> None:
    sessions = scheduled(desk)

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            start = min((session.start or 0) + minutes, session.end - min(1, session.minutes))
            plan = resize_from_start(plan, session.id, start)
        return plan

    _lengthen(desk, sessions, edit, "start")


def _border(desk: Desk, minutes: int) -> None:
    sessions = [each for each in scheduled(desk) if neighbour_after(desk.plan, each.id)]
    if not sessions:
        desk.context.view.say(desk.context.t("Nothing follows right behind"))
        return

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            border, other = plan.session_by_id[session.id].end, neighbour_after(plan, session.id)
            if other is not None:
                plan = move_border(plan, session.id, other.id, border + minutes)
        return plan

    _lengthen(desk, sessions, edit, "border")


def _lengthen(desk: Desk, sessions: Sequence[Session], edit: Edit, what: str) -> None:
    ids = [each.id for each in sessions]
    if ids:
        t = desk.context.t
        many = t.count("Length of {number} session", "Length of {number} sessions", len(ids))
        name = many if len(ids) > 1 else t("Length of {session}", session=named(desk, sessions))
        step(desk, edit, name, ids, _burst(what, ids))


def _burst(what: str, ids: list[str]) -> str:
    return " ".join((what, *ids))


# From one block to the next


def next_block(desk: Desk) -> None:
    """Select the block that comes next on the day."""
    _walk(desk, 1)


def previous_block(desk: Desk) -> None:
    """Select the block that comes before on the day."""
    _walk(desk, -1)


def _walk(desk: Desk, by: int) -> None:
    view = desk.context.view
    order = [each.id for each in on_day(desk.plan, view.day)]
    chosen = [each for each in view.selection if each in order]
    place = order.index(chosen[-1]) + by if chosen else (0 if by > 0 else len(order) - 1)
    if 0 <= place < len(order):
        view.select(order[place])
