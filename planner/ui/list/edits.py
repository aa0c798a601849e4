"""Turns the value of a cell into a named edit, or a sentence that says why it is refused. Knows no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from planner.model import Audience, Everyone, Number, Place, Plan, Seating, Session, Share, Status
from planner.model.edits import (
    change_contribution,
    change_session,
    end_session,
    fix_time,
    move_session,
    resize_session,
    set_places,
    shift,
    to_tray,
)
from planner.model.time import DAY, start_before, wall_end
from planner.text import Language, clock, mark, parse_clock, parse_duration, seating_name, session_name
from planner.text.midnight import typed_end, typed_start
from planner.text.times import parse_people, parse_shift
from planner.text.too_long import too_long
from planner.ui.board.gestures.resize import places_in


@dataclass(frozen=True)
class EditRequest:
    """The sessions to edit; the first is the one whose cell was edited."""

    plan: Plan
    ids: tuple[str, ...]
    t: Language
    day: str
    """The id of the day on display, to which a session from the tray goes."""
    flow: bool

    @property
    def lead(self) -> Session:
        """The session whose cell was edited."""
        return self.plan.session_by_id[self.ids[0]]


@dataclass(frozen=True)
class CellChange:
    """An edit, its name, and the ids of the sessions that it changes."""

    apply: Callable[[Plan], Plan]
    words: str
    ids: tuple[str, ...]


CellEdit: TypeAlias = Callable[[EditRequest, object], CellChange | str]


def start(request: EditRequest, value: object) -> CellChange | str:
    """Move to a time, or by "+15"; empty text moves all to the tray."""
    text, t, lead = str(value).strip(), request.t, request.lead
    if not text:
        return _edit_all(request, to_tray, mark("Unschedule {session}"))
    minutes = parse_shift(text)
    if minutes is not None:
        return _later(request, minutes)
    minute, day = parse_clock(text), lead.day or request.day
    if minute is None:
        return t("“{text}” is not a time. Write it like 9:30.", text=text[:60])
    if not day:
        return t("The plan has no day yet.")
    begin = typed_start(minute, lead.start)
    return _edit_lead(
        request,
        lambda plan, session_id: move_session(plan, session_id, day, begin, flow=request.flow),
        mark("Move {session}"),
    )


def end(request: EditRequest, value: object) -> CellChange | str:
    """Change the length by a new end, or by "+15"; an end before the start moves the session so that it ends then."""
    text, t, lead = str(value).strip(), request.t, request.lead
    if lead.start is None or lead.day is None:
        return t("Without a start there is no end: enter a start first.")
    if parse_shift(text) is not None:
        return length(request, text)
    minute = parse_clock(text)
    if minute is None:
        return t("“{text}” is not a time. Write it like 9:30.", text=text[:60])
    now = wall_end(request.plan.zone, request.plan.day_by_id[lead.day].date, lead.start, lead.minutes)
    last = now if minute == now % DAY else typed_end(minute, lead.start)  # what is shown may be typed again
    if sentence := _no_end(request, last):
        return sentence
    return _edit_lead(
        request,
        lambda plan, session_id: end_session(plan, session_id, last, flow=request.flow),
        mark("Resize {session}") if last >= lead.start else mark("Move {session}"),
    )


def _no_end(request: EditRequest, last: int) -> str:
    """Return why the session cannot end at a wall minute; empty if it can."""
    t, plan, lead = request.t, request.plan, request.lead
    start, date = lead.start or 0, plan.day_by_id[lead.day or ""].date
    if last == start and not lead.fixed:
        return t("A session lasts at least one minute.")
    if last - start > DAY:
        return t("A session lasts at most 24 hours.")
    if last < start and start_before(plan.zone, date, last, lead.minutes) < 0:
        return t("To end at {time} it would have to begin on the day before.", time=clock(last))
    return ""


def length(request: EditRequest, value: object) -> CellChange | str:
    """Set the length of all sessions, or change it by "+15"; 0 is allowed with a fixed time, as a latest end."""
    text, t = str(value).strip(), request.t
    by = parse_shift(text)
    minutes = parse_duration(text) if by is None else None
    if by is None and minutes is None:
        return t("“{text}” is not a length. Write it like 45 or 1:30.", text=text[:60])

    def resize(plan: Plan, session_id: str) -> Plan:
        new = (by or 0) + plan.session_by_id[session_id].minutes if minutes is None else minutes
        return resize_session(plan, session_id, new, flow=request.flow)

    sessions = [request.plan.session_by_id[session_id] for session_id in request.ids]
    if any((session.minutes + by if by is not None else minutes or 0) < (not session.fixed) for session in sessions):
        return t("A session lasts at least one minute.")
    return _edit_all(request, resize, mark("Resize {session}"))


def day(request: EditRequest, value: object) -> CellChange | str:
    """Move to another day at the same time; from the tray, to the day's start. An empty id means the tray."""
    chosen = str(value)
    if not chosen:
        return _edit_all(request, to_tray, mark("Unschedule {session}"))

    def move(plan: Plan, session_id: str) -> Plan:
        start = plan.session_by_id[session_id].start
        return move_session(plan, session_id, chosen, plan.day_by_id[chosen].start if start is None else start)

    return _edit_all(request, move, mark("Move {session}"))


def fixed(request: EditRequest, value: object) -> CellChange | str:
    """Fix the time of all sessions, or release it."""
    with_time = tuple(session_id for session_id in request.ids if request.plan.session_by_id[session_id].scheduled)
    if not with_time:
        return request.t("Without a time it cannot be fixed.")
    words = mark("Fix the time of {session}") if value else mark("Unfix the time of {session}")
    return _edit_sessions(with_time, lambda plan, session_id: fix_time(plan, session_id, fixed=bool(value)), words)


def kind(request: EditRequest, value: object) -> CellChange | str:
    """Set the kind of all sessions."""
    return _edit_all(
        request, lambda plan, session_id: change_session(plan, session_id, kind=value), mark("Change {session}")
    )


def rooms(request: EditRequest, value: object) -> CellChange | str:
    """Set the rooms of all sessions: one id, a tuple of ids, or nothing."""
    chosen = value if isinstance(value, tuple) else (value,) if value else ()
    words = mark("Change the room of {session}")
    return _edit_all(
        request, lambda plan, session_id: set_places(plan, session_id, _places(plan, session_id, chosen)), words
    )


def seating(request: EditRequest, value: object) -> CellChange | str:
    """Set the seating of all sessions in all their rooms."""
    if not request.lead.places:
        return request.t("Without a room there is no seating: choose a room first.")
    way = Seating(str(value))

    def seat(plan: Plan, session_id: str) -> Plan:
        places = plan.session_by_id[session_id].places
        return set_places(plan, session_id, tuple(place.changed(seating=way) for place in places))

    return _edit_all(request, seat, mark("Change the seating of {session}"))


def attendance(request: EditRequest, value: object) -> CellChange | str:
    """Set who attends: everyone, a number, or a share of a round."""
    text, t, rounds = str(value).strip(), request.t, request.plan.rounds
    words = mark("Change who attends {session}")
    if (people := parse_people(text)) is not None:
        number = Number(number=people)
        return _edit_all(request, lambda plan, session_id: change_session(plan, session_id, attendance=number), words)
    if not text or text.casefold() in {t("Everyone").casefold(), "everyone"}:
        return _edit_all(
            request, lambda plan, session_id: change_session(plan, session_id, attendance=Everyone()), words
        )
    names = {round_.id: (round_.title or t("Round")).casefold() for round_ in rounds}
    found = [round_id for round_id, name in names.items() if name == text.casefold()]
    found = found or [round_id for round_id, name in names.items() if name.startswith(text.casefold())]
    if len(found) != 1:
        known = ", ".join(attendance_words(request.plan, t))
        return t("“{text}” does not say who attends. Write a number, or: {words}.", text=text[:60], words=known)
    share = Share(round=found[0])
    return _edit_all(request, lambda plan, session_id: change_session(plan, session_id, attendance=share), words)


def status(request: EditRequest, value: object) -> CellChange | str:
    """Set the status of all contributions."""
    with_people = tuple(session_id for session_id in request.ids if request.plan.session_by_id[session_id].everyone())
    if not with_people:
        return request.t("Nobody contributes yet.")

    def note(plan: Plan, session_id: str) -> Plan:
        for contribution in plan.session_by_id[session_id].everyone():
            plan = change_contribution(plan, contribution.id, status=Status(str(value)))
        return plan

    return _edit_sessions(with_people, note, mark("Change who contributes to {session}"))


def audience(request: EditRequest, value: object) -> CellChange | str:
    """Set the audience of all sessions."""
    level = Audience(str(value))
    return _edit_all(
        request, lambda plan, session_id: change_session(plan, session_id, audience=level), mark("Change {session}")
    )


def field(name: str, *, many: bool = False) -> CellEdit:
    """Return the edit of a text field, in the lead session or, with `many`, in all sessions."""

    def write(request: EditRequest, value: object) -> CellChange | str:
        if sentence := too_long(Session, name, request.t, str(value)):
            return sentence
        ids = request.ids if many else request.ids[:1]
        return _edit_sessions(
            ids,
            lambda plan, session_id: change_session(plan, session_id, **{name: str(value)}),
            mark("Change {session}"),
        )

    return write


# What can be chosen


def attendance_words(plan: Plan, t: Language) -> list[str]:
    """Return the words accepted for attendance, besides numbers."""
    return [t("Everyone"), *(round_.title or t("Round") for round_ in plan.rounds)]


def seatings(plan: Plan, session: Session, t: Language) -> list[tuple[object, str]]:
    """Return the seatings of a session's rooms with their places, then all others."""
    found: dict[Seating, int | None] = {}
    for place in session.places:
        for capacity in plan.room_by_id[place.room].capacities:
            found[capacity.seating] = (found.get(capacity.seating) or 0) + capacity.places
    known: list[tuple[object, str]] = [(way, f"{seating_name(way, t)} · {number}") for way, number in found.items()]
    return known + [(way, seating_name(way, t)) for way in Seating if way not in found]


def named(plan: Plan, ids: Sequence[str], t: Language) -> str:
    """Return the name of a single session, or the number of sessions."""
    if len(ids) == 1:
        return session_name(plan, plan.session_by_id[ids[0]], t)
    return t.count("{number} session", "{number} sessions", len(ids))


def draft(plan: Plan, session_id: str) -> Session:
    """Return the unscheduled session that the last row starts with: a talk, or the plan's first kind."""
    kind = plan.kind_by_id.get("talk", plan.kinds[0])
    return Session(id=session_id, kind=kind.id, minutes=kind.minutes)


# Small steps


def _edit_all(request: EditRequest, edit: Callable[[Plan, str], Plan], words: str) -> CellChange:
    """Return an edit of all sessions that are meant."""
    return _edit_sessions(request.ids, edit, words)


def _edit_lead(request: EditRequest, edit: Callable[[Plan, str], Plan], words: str) -> CellChange:
    return _edit_sessions(request.ids[:1], edit, words)


def _edit_sessions(ids: tuple[str, ...], edit: Callable[[Plan, str], Plan], words: str) -> CellChange:
    def apply(plan: Plan) -> Plan:
        for session_id in ids:
            plan = edit(plan, session_id)
        return plan

    return CellChange(apply, words, ids)


def _later(request: EditRequest, minutes: int) -> CellChange | str:
    starts = {
        session_id: session.start
        for session_id in request.ids
        if (session := request.plan.session_by_id[session_id]).start is not None
    }
    if request.lead.start is None:
        return request.t("Without a start it cannot be moved: enter a time.")
    if len(starts) > 1:
        return CellChange(lambda plan: shift(plan, list(starts), minutes), mark("Move {session}"), tuple(starts))
    day, begin = request.lead.day or "", request.lead.start + minutes
    return _edit_lead(
        request,
        lambda plan, session_id: move_session(plan, session_id, day, begin, flow=request.flow),
        mark("Move {session}"),
    )


def _places(plan: Plan, session_id: str, chosen: tuple[object, ...]) -> tuple[Place, ...]:
    """Return places in the chosen rooms; seatings of rooms that the session has already are kept."""
    session = plan.session_by_id[session_id]
    kept = {place.room: place for place in session.places}
    return tuple(kept.get(str(room)) or places_in(plan, session, str(room))[0] for room in chosen)
