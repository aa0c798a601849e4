"""What the palette holds: single blocks of each kind, and patterns of several dropped at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from planner.model import KINDS, Kind, Plan, Round, Session, Share, new_id
from planner.model.edits import add_round, insert_session, set_kind
from planner.model.session import Place
from planner.model.time import LAST_START
from planner.text import Language, mark

KIND_MIME: Final = "application/x-planner-kind"
PATTERN_MIME: Final = "application/x-planner-pattern"
SESSION_MIME: Final = "application/x-planner-session"


@dataclass(frozen=True)
class Pattern:
    """Several sessions in a row or side by side; `sessions` gives them with starts counted from 0."""

    id: str
    title: str
    minutes: int
    insert: Callable[[Plan, str, int, Language], Plan]


def block(kind: Kind, session_id: str, *, day: str | None, start: int | None, room: str | None, plan: Plan) -> Session:
    """Return a new session of a kind, in a room if one is given and the kind needs it."""
    seating = kind.seating
    if room is not None and plan.room_by_id[room].places(seating) is None:
        capacities = plan.room_by_id[room].capacities
        seating = capacities[0].seating if capacities else seating
    places = (Place(room=room, seating=seating),) if room is not None else ()
    start = None if start is None else min(start, LAST_START - 1)
    return Session(id=session_id, kind=kind.id, day=day, start=start, minutes=kind.minutes, places=places)


def main_room(plan: Plan) -> str | None:
    """Return the room with the most places: where everyone meets unless told otherwise."""
    rooms = [
        (max((each.places for each in room.capacities), default=0), -place) for place, room in enumerate(plan.rooms)
    ]
    return plan.rooms[-max(rooms)[1]].id if rooms else None


def add_kind(plan: Plan, kind_id: str, session_id: str, day: str, start: int, *, flow: bool) -> Plan:
    """Add a block of a kind at a time; for everyone it stands in the largest room."""
    kind = plan.kind_by_id[kind_id]
    room = main_room(plan) if kind.needs_room else None
    return insert_session(plan, block(kind, session_id, day=day, start=start, room=room, plan=plan), flow=flow)


def _row(*blocks: tuple[str, str, int]) -> Callable[[Plan, str, int, Language], Plan]:
    """Return what adds blocks one behind the other: kind, title, minutes."""

    def insert(plan: Plan, day: str, start: int, t: Language) -> Plan:
        for kind, title, minutes in blocks:
            plan = _with_kind(plan, kind)
            room = main_room(plan) if plan.kind_by_id[kind].needs_room else None
            session = block(plan.kind_by_id[kind], new_id(), day=day, start=start, room=room, plan=plan)
            plan = insert_session(plan, session.changed(title=t(title), minutes=minutes), flow=True)
            start += minutes
        return plan

    return insert


def _parallel(count: int, minutes: int, title: str) -> Callable[[Plan, str, int, Language], Plan]:
    """Return what adds time to split up, a round of forums side by side, and the way back."""

    def insert(plan: Plan, day: str, start: int, t: Language) -> Plan:
        plan = _row(("change", mark("Splitting up and changing rooms"), 10))(plan, day, start, t)
        round_ = Round(id=new_id(), title=t("Parallel forums"))
        plan = add_round(plan, round_)
        plan, rooms = _with_kind(plan, "forum"), _free_rooms(plan)
        for number in range(1, count + 1):
            session = block(
                plan.kind_by_id["forum"], new_id(), day=day, start=start + 10, room=next(rooms, None), plan=plan
            ).changed(title=t(title, number=number), minutes=minutes, attendance=Share(round=round_.id))
            plan = insert_session(plan, session, flow=number == 1)
        return _row(("break", mark("Coffee and return to the plenary"), 20))(plan, day, start + 10 + minutes, t)

    return insert


def _with_kind(plan: Plan, kind_id: str) -> Plan:
    """Return the plan with a kind that a pattern needs, which somebody may have removed."""
    return plan if kind_id in plan.kind_by_id else set_kind(plan, next(each for each in KINDS if each.id == kind_id))


def _free_rooms(plan: Plan) -> Iterator[str]:
    """Give the rooms but the largest one, in the order of the columns."""
    largest = main_room(plan)
    return (room.id for room in plan.rooms if room.id != largest)


PATTERNS: Final = (
    Pattern(
        "talk-and-discussion",
        mark("Input + discussion"),
        45,
        _row(("talk", mark("Input talk"), 30), ("plenary", mark("Discussion"), 15)),
    ),
    Pattern("four-forums", mark("4 forums with return"), 100, _parallel(4, 70, mark("Forum {number}"))),
    Pattern("lunch", mark("Lunch for all"), 60, _row(("meal", mark("Lunch break"), 60))),
)


def add_pattern(plan: Plan, pattern_id: str, day: str, start: int, t: Language) -> Plan:
    """Add all sessions of a pattern at a time; what follows makes room."""
    pattern = next(each for each in PATTERNS if each.id == pattern_id)
    return pattern.insert(plan, day, start, t)


def next_start(plan: Plan, day: str, after: str = "") -> int:
    """Return where a block goes that nobody dropped: behind the selected session or its round, else the day's last."""
    selected = plan.session_by_id.get(after)
    there = [session for session in plan.sessions if session.day == day and session.scheduled]
    if selected is not None and selected in there:
        there = [session for session in there if session is selected or session.round in {selected.round} - {None}]
    ends = [session.end for session in there]
    return min(max(ends, default=plan.day_by_id[day].start), LAST_START - 1)
