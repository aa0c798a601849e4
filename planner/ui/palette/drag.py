"""Adding a new session of a kind to a day, by drag or at a default position."""

from typing import Final

from planner.model import Plan
from planner.model.defaults import block, main_room
from planner.model.edits import insert_session
from planner.model.time import LAST_START

KIND_MIME: Final = "application/x-planner-kind"
PATTERN_MIME: Final = "application/x-planner-pattern"
SESSION_MIME: Final = "application/x-planner-session"
BETWEEN: Final = "\n"
"""Separates the ids of several dragged sessions."""


def add_kind(plan: Plan, kind_id: str, session_id: str, day: str, start: int, *, flow: bool) -> Plan:
    """Add a block of a kind at a time; for everyone it stands in the largest room."""
    kind = plan.kind_by_id[kind_id]
    room = main_room(plan) if kind.needs_room else None
    return insert_session(plan, block(kind, session_id, day=day, start=start, room=room, plan=plan), flow=flow)


def next_start(plan: Plan, day: str, after: str = "") -> int:
    """Return the start of a block without a drop position: after the selected session or its round, else last."""
    selected = plan.session_by_id.get(after)
    there = [session for session in plan.sessions if session.day == day and session.scheduled]
    if selected is not None and selected in there:
        there = [session for session in there if session is selected or session.round in {selected.round} - {None}]
    ends = [session.end for session in there]
    return min(max(ends, default=plan.day_by_id[day].start), LAST_START - 1)
