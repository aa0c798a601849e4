"""Views of the plan that board, print, calendar and lists share, so that they cannot differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.model.plan import Plan
from planner.model.references import references, references_to
from planner.model.round import Round
from planner.model.session import Everyone, Session
from planner.model.time import Span


@dataclass(frozen=True)
class Slot:
    """What takes place at one time of a day: one session, or several side by side. Times are wall minutes."""

    start: int
    end: int
    sessions: tuple[Session, ...]
    round: Round | None = None


def is_barrier(session: Session) -> bool:
    """Return whether a session stops all tracks, as those for everyone and those of a round do."""
    return session.attendance.who != "number"


def on_day(plan: Plan, day: str) -> tuple[Session, ...]:
    """Return the scheduled sessions of a day by start, and in the plan's order at the same start."""
    found = (session for session in plan.sessions if session.day == day and session.scheduled)
    return tuple(sorted(found, key=lambda session: session.start or 0))


def tray(plan: Plan) -> tuple[Session, ...]:
    """Return the sessions without a time, in the plan's order."""
    return tuple(session for session in plan.sessions if not session.scheduled)


def slots(plan: Plan, day: str) -> tuple[Slot, ...]:
    """Return a day as slots in order of start; a round is one slot, other sessions that overlap in time share one."""
    found: list[Slot] = []
    rounds: dict[str, list[Session]] = {}
    beside: list[Session] = []
    for session in on_day(plan, day):
        if session.round is not None:
            rounds.setdefault(session.round, []).append(session)
        elif isinstance(session.attendance, Everyone):
            found.append(_slot((session,)))
        else:
            beside.append(session)
    order = {session.id: place for place, session in enumerate(plan.sessions)}
    for key, sessions in rounds.items():
        found.append(_slot(sorted(sessions, key=lambda session: order[session.id]), plan.round_by_id[key]))
    found.extend(_slot(_by_room(plan, group)) for group in _groups(beside))
    return tuple(sorted(found, key=lambda slot: (slot.start, slot.end)))


def _slot(sessions: Sequence[Session], round_: Round | None = None) -> Slot:
    start = min(session.start or 0 for session in sessions)
    return Slot(start, max(session.end for session in sessions), tuple(sessions), round_)


def _groups(sessions: Iterable[Session]) -> list[list[Session]]:
    """Split sessions, given by start, into groups that share no time with each other."""
    found: list[list[Session]] = []
    end = -1
    for session in sessions:
        if (session.start or 0) < end:
            found[-1].append(session)
        else:
            found.append([session])
        end = max(end, session.end)
    return found


def _by_room(plan: Plan, sessions: list[Session]) -> list[Session]:
    order = {room.id: place for place, room in enumerate(plan.rooms)}
    return sorted(
        sessions, key=lambda session: min((order[place.room] for place in session.places), default=len(order))
    )


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans, given by start, with those that touch or overlap made one."""
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def lanes(spans: Sequence[Span]) -> tuple[int, ...]:
    """Return, for each span, given by start, the first lane that is free at its start.

    Taking the first free lane greedily uses as few lanes as spans overlap at once.
    """
    ends: list[int] = []
    found: list[int] = []
    for span in spans:
        free = next((lane for lane, end in enumerate(ends) if end <= span.start), len(ends))
        if free == len(ends):
            ends.append(span.end)
        else:
            ends[free] = max(span.end, span.start)
        found.append(free)
    return tuple(found)


def of_person(plan: Plan, person: str) -> tuple[Session, ...]:
    """Return the sessions that name a person or in which they have a seat, in order of day and start; tray last."""
    named: set[str] = set()
    for reference in references_to(plan, "people", person):
        named.add(reference.entry)
        named.update(other.id for other in references(reference.part) if other.to == "sessions")
    days = {day.id: place for place, day in enumerate(plan.days)}
    found = (session for session in plan.sessions if session.id in named)
    return tuple(
        sorted(found, key=lambda session: (not session.scheduled, days.get(session.day or "", 0), session.start or 0))
    )


def spans_board(session: Session) -> bool:
    """Return whether a session takes the whole width: everyone is in it."""
    return isinstance(session.attendance, Everyone)
