"""When a session takes place, as it is typed: start, end, length and day, with one rule for what passes midnight."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.fields.field import EditRequest, FieldEdit, Refusal, edit_all, edit_lead, edit_sessions
from planner.model import Plan, Session
from planner.model.edits import end_session, fix_time, move_session, resize_session, resize_sessions, shift, to_tray
from planner.model.time import DAY, start_before, wall_end
from planner.text import clock, date_brief, date_short, duration, mark, parse_clock, parse_duration
from planner.text.language import Language
from planner.text.midnight import typed_end, typed_start
from planner.text.times import parse_shift


class Shift(NamedTuple):
    """An input such as "+15": by how many minutes a value changes."""

    minutes: int


def read_start(request: EditRequest, given: object) -> int | Shift | Refusal | None:
    """Return the time typed, by how much it changes, or None for the tray."""
    text = str(given).strip()
    return _read_time(text, request.t) if text else None


def read_end(request: EditRequest, given: object) -> int | Shift | Refusal:
    """Return the time typed, or by how much it changes."""
    if not request.lead.scheduled:
        return Refusal(request.t("Without a start there is no end: enter a start first."))
    return _read_time(str(given).strip(), request.t)


def read_length(request: EditRequest, given: object) -> int | Shift | Refusal:
    """Return the minutes typed, or by how much they change."""
    text = str(given).strip()
    by = parse_shift(text)
    minutes = parse_duration(text) if by is None else None
    if by is not None:
        return Shift(by)
    if minutes is None:
        return Refusal(request.t("“{text}” is not a length. Write it like 45 or 1:30.", text=text[:60]))
    return minutes


def is_scheduled(session: Session) -> bool:
    """Return whether a session has a time, so that it can end and be fixed."""
    return session.scheduled


def read_flag(_request: EditRequest, given: object) -> bool:
    """Return whether something was ticked."""
    return bool(given)


def start_edit(request: EditRequest, value: int | Shift | None) -> FieldEdit | Refusal:
    """Move to a time, or all by some minutes; None moves all to the tray."""
    if value is None:
        return edit_all(request, to_tray, mark("Unschedule {session}"))
    if isinstance(value, Shift):
        return _later(request, value.minutes)
    lead = request.lead
    return _move(request, lead.day or request.day, typed_start(value, lead.start))


def end_edit(request: EditRequest, value: int | Shift) -> FieldEdit | Refusal:
    """Change the length by a new end; an end before the start moves the session, so that it ends then."""
    if isinstance(value, Shift):
        return length_edit(request, value)
    lead = request.lead
    start, end = lead.start or 0, typed_end(value, lead.start or 0)
    return _no_end(request, end) or edit_lead(
        request,
        lambda plan, session_id: end_session(plan, session_id, end, flow=request.flow),
        mark("Resize {session}") if end >= start else mark("Move {session}"),
    )


def _no_end(request: EditRequest, end: int) -> Refusal | None:
    """Return why the session cannot end at a wall minute of its day; None if it can."""
    t, plan, lead = request.t, request.plan, request.lead
    start, date = lead.start or 0, plan.day_by_id[lead.day or ""].date
    if end == start:
        return _too_short(request, (lead,), 0)
    if end - start > DAY:
        return Refusal(t("A session lasts at most 24 hours."))
    if end < start and start_before(plan.zone, date, end, lead.minutes) < 0:
        return Refusal(t("To end at {time} it would have to begin on the day before.", time=clock(end)))
    return None


def length_edit(request: EditRequest, value: int | Shift) -> FieldEdit | Refusal:
    """Set the length of all sessions, or change it by some minutes; 0 is allowed with a fixed time, as a latest end."""
    by = value.minutes if isinstance(value, Shift) else 0
    if not isinstance(value, Shift):
        return _too_short(request, request.sessions, value) or FieldEdit(
            lambda plan: resize_sessions(plan, request.ids, value, flow=request.flow),
            mark("Resize {session}"),
            request.ids,
        )
    if any(session.minutes + by < (not session.fixed) for session in request.sessions):
        return Refusal(request.t("A session lasts at least one minute."))
    ids = _in_order(request.sessions)
    return edit_sessions(
        ids,
        lambda plan, session_id: resize_session(
            plan, session_id, plan.session_by_id[session_id].minutes + by, flow=request.flow
        ),
        mark("Resize {session}"),
    )


def day_edit(request: EditRequest, chosen: str) -> FieldEdit | Refusal:
    """Move to another day at the same time; from the tray, to the day's start. An empty id means the tray."""
    if not chosen:
        return edit_all(request, to_tray, mark("Unschedule {session}"))

    def move(plan: Plan, session_id: str) -> Plan:
        start = plan.session_by_id[session_id].start
        return move_session(plan, session_id, chosen, plan.day_by_id[chosen].start if start is None else start)

    return edit_all(request, move, mark("Move {session}"))


def fixed_edit(request: EditRequest, fixed: bool) -> FieldEdit | Refusal:
    """Fix the time of all sessions that have one, or release it."""
    with_time = tuple(session.id for session in request.sessions if session.scheduled)
    if not with_time:
        return Refusal(request.t("Without a time it cannot be fixed."))
    words = mark("Fix the time of {session}") if fixed else mark("Unfix the time of {session}")
    return edit_sessions(with_time, lambda plan, session_id: fix_time(plan, session_id, fixed=fixed), words)


# What is shown


def start_words(_plan: Plan, session: Session, _t: Language) -> str:
    """Return the start; empty in the tray."""
    return "" if session.start is None else clock(session.start)


def end_words(plan: Plan, session: Session, _t: Language) -> str:
    """Return what the clocks show at the end; empty in the tray."""
    if session.start is None or session.day is None:
        return ""
    return clock(wall_end(plan.zone, plan.day_by_id[session.day].date, session.start, session.minutes))


def length_words(_plan: Plan, session: Session, _t: Language) -> str:
    """Return the length, such as "45 min"."""
    return duration(session.minutes)


def day_words(plan: Plan, session: Session, t: Language) -> str:
    """Return weekday and date in full, or that the session is unscheduled."""
    if not session.scheduled:
        return t("Unscheduled")
    return date_short(plan.day_by_id[session.day or ""].date, t)


def day_brief(plan: Plan, session: Session, t: Language) -> str:
    """Return weekday and date, abbreviated; "no time" in the tray."""
    return date_brief(plan.day_by_id[session.day or ""].date, t) if session.scheduled else t("no time")


def day_choices(plan: Plan, _sessions: tuple[Session, ...], t: Language) -> list[tuple[object, str]]:
    """Return the days, and the tray first."""
    return [("", t("Unscheduled")), *((day.id, date_short(day.date, t)) for day in plan.days)]


def fixed_words(_plan: Plan, session: Session, t: Language) -> str:
    """Return whether the time is fixed."""
    return t("yes") if session.fixed else t("no")


def fixed_brief(_plan: Plan, session: Session, t: Language) -> str:
    """Return the word for a fixed time; empty where it flows."""
    return t("fixed") if session.fixed else ""


# Small steps


def _read_time(text: str, t: Language) -> int | Shift | Refusal:
    by = parse_shift(text)
    if by is not None:
        return Shift(by)
    minute = parse_clock(text)
    if minute is None:
        return Refusal(t("“{text}” is not a time. Write it like 9:30.", text=text[:60]))
    return minute


def _later(request: EditRequest, minutes: int) -> FieldEdit | Refusal:
    lead = request.lead
    if lead.start is None:
        return Refusal(request.t("Without a start it cannot be moved: enter a time."))
    timed = tuple(session.id for session in request.sessions if session.scheduled)
    if len(timed) > 1:
        return FieldEdit(lambda plan: shift(plan, list(timed), minutes), mark("Move {session}"), timed)
    return _move(request, lead.day or "", lead.start + minutes)


def _move(request: EditRequest, day: str, minute: int) -> FieldEdit | Refusal:
    if not day:
        return Refusal(request.t("The plan has no day yet."))
    return edit_lead(
        request,
        lambda plan, session_id: move_session(plan, session_id, day, minute, flow=request.flow),
        mark("Move {session}"),
    )


def _too_short(request: EditRequest, sessions: Iterable[Session], minutes: int) -> Refusal | None:
    """Return the refusal of a length that a session cannot have; 0 marks a fixed time as a latest end."""
    if minutes > 0 or (minutes == 0 and all(session.fixed for session in sessions)):
        return None
    return Refusal(request.t("A session lasts at least one minute."))


def _in_order(sessions: Iterable[Session]) -> tuple[str, ...]:
    """Return ids from the first session to the last, so that each moves what follows it once."""
    ordered = sorted(sessions, key=lambda session: (session.day or "", session.start or 0))
    return tuple(session.id for session in ordered)
