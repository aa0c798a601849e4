"""What an answer typed or chosen in a cell does to the plan: an edit and its name, or a sentence why not. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from planner.model import Audience, Everyone, Number, Place, Plan, Seating, Session, Share, Status
from planner.model.edits import (
    change_contribution,
    change_session,
    fix_time,
    move_session,
    resize_session,
    set_places,
    shift,
    to_tray,
)
from planner.model.time import DAY, minutes_until
from planner.text import Language, mark, parse_clock, parse_duration, seating_name, session_name
from planner.text.times import parse_people, parse_shift
from planner.text.too_long import too_long
from planner.ui.board.gestures.resize import places_in


@dataclass(frozen=True)
class EditRequest:
    """Of which sessions something is asked; the first is the one whose cell was answered."""

    plan: Plan
    ids: tuple[str, ...]
    t: Language
    day: str
    """The day that is looked at: where a session from the tray goes."""
    flow: bool

    @property
    def lead(self) -> Session:
        """The session whose cell was answered."""
        return self.plan.session_by_id[self.ids[0]]


@dataclass(frozen=True)
class CellChange:
    """An edit, the words that name it, and whom it was for."""

    apply: Callable[[Plan], Plan]
    words: str
    ids: tuple[str, ...]


Answer: TypeAlias = Callable[[EditRequest, object], CellChange | str]


def start(asked: EditRequest, answer: object) -> CellChange | str:
    """Move to a time, or by "+15"; nothing typed takes the time away."""
    text, t, lead = str(answer).strip(), asked.t, asked.lead
    if not text:
        return each(asked, to_tray, mark("Take {session} off the day"))
    minutes = parse_shift(text)
    if minutes is not None:
        return _later(asked, minutes)
    minute, day = parse_clock(text), lead.day or asked.day
    if minute is None:
        return t("“{text}” is no time. Write it like 9:30.", text=text[:60])
    if not day:
        return t("The plan has no day yet.")
    minute += DAY if (lead.start or 0) >= DAY else 0
    return _one(asked, lambda plan, one: move_session(plan, one, day, minute, flow=asked.flow), mark("Move {session}"))


def end(asked: EditRequest, answer: object) -> CellChange | str:
    """Change the length by typing the end, or "+15"."""
    text, t, lead = str(answer).strip(), asked.t, asked.lead
    if lead.start is None or lead.day is None:
        return t("What has no start has no end: type a start first.")
    minutes = parse_shift(text)
    if minutes is not None:
        return length(asked, text)
    minute = parse_clock(text)
    if minute is None:
        return t("“{text}” is no time. Write it like 9:30.", text=text[:60])
    minutes = minutes_until(asked.plan.zone, asked.plan.day_by_id[lead.day].date, lead.start, minute)
    if not minutes:
        return t("A session lasts at least one minute.")
    return _one(asked, lambda plan, one: resize_session(plan, one, minutes, flow=asked.flow), mark("Resize {session}"))


def length(asked: EditRequest, answer: object) -> CellChange | str:
    """Give all the same length, or "+15" to each; with a fixed time it may be 0: what is before must end by then."""
    text, t = str(answer).strip(), asked.t
    by = parse_shift(text)
    minutes = parse_duration(text) if by is None else None
    if by is None and minutes is None:
        return t("“{text}” is no length. Write it like 45 or 1:30.", text=text[:60])

    def resize(plan: Plan, one: str) -> Plan:
        new = (by or 0) + plan.session_by_id[one].minutes if minutes is None else minutes
        return resize_session(plan, one, new, flow=asked.flow)

    sessions = [asked.plan.session_by_id[one] for one in asked.ids]
    if any((session.minutes + by if by is not None else minutes or 0) < (not session.fixed) for session in sessions):
        return t("A session lasts at least one minute.")
    return each(asked, resize, mark("Resize {session}"))


def day(asked: EditRequest, answer: object) -> CellChange | str:
    """Move to another day at the same time; from the tray, to the day's start. No day is the tray."""
    chosen = str(answer)
    if not chosen:
        return each(asked, to_tray, mark("Take {session} off the day"))

    def move(plan: Plan, one: str) -> Plan:
        start = plan.session_by_id[one].start
        return move_session(plan, one, chosen, plan.day_by_id[chosen].start if start is None else start)

    return each(asked, move, mark("Move {session}"))


def fixed(asked: EditRequest, answer: object) -> CellChange | str:
    """Fix the time of all, or let all flow."""
    with_time = tuple(one for one in asked.ids if asked.plan.session_by_id[one].scheduled)
    if not with_time:
        return asked.t("What has no time cannot be fixed.")
    words = mark("Fix the time of {session}") if answer else mark("Let {session} flow")
    return _all(with_time, lambda plan, one: fix_time(plan, one, fixed=bool(answer)), words)


def kind(asked: EditRequest, answer: object) -> CellChange | str:
    """Make all of one kind."""
    return each(asked, lambda plan, one: change_session(plan, one, kind=answer), mark("Change {session}"))


def rooms(asked: EditRequest, answer: object) -> CellChange | str:
    """Put all into a room, into none, or into several."""
    chosen = answer if isinstance(answer, tuple) else (answer,) if answer else ()
    words = mark("Change the room of {session}")
    return each(asked, lambda plan, one: set_places(plan, one, _places(plan, one, chosen)), words)


def seating(asked: EditRequest, answer: object) -> CellChange | str:
    """Set the chairs of all in one way, in each of their rooms."""
    if not asked.lead.places:
        return asked.t("Without a room there is no seating: choose a room first.")
    way = Seating(str(answer))

    def seat(plan: Plan, one: str) -> Plan:
        places = plan.session_by_id[one].places
        return set_places(plan, one, tuple(place.changed(seating=way) for place in places))

    return each(asked, seat, mark("Change the seating of {session}"))


def attendance(asked: EditRequest, answer: object) -> CellChange | str:
    """Let everyone attend, a number, or the people of a round."""
    text, t, rounds = str(answer).strip(), asked.t, asked.plan.rounds
    words = mark("Change who attends {session}")
    if (people := parse_people(text)) is not None:
        number = Number(number=people)
        return each(asked, lambda plan, one: change_session(plan, one, attendance=number), words)
    if not text or text.casefold() in {t("Everyone").casefold(), "everyone"}:
        return each(asked, lambda plan, one: change_session(plan, one, attendance=Everyone()), words)
    names = {round_.id: (round_.title or t("Round")).casefold() for round_ in rounds}
    found = [one for one, name in names.items() if name == text.casefold()]
    found = found or [one for one, name in names.items() if name.startswith(text.casefold())]
    if len(found) != 1:
        known = ", ".join(attendance_words(asked.plan, t))
        return t("“{text}” says nobody who could attend. Write a number, or: {words}.", text=text[:60], words=known)
    share = Share(round=found[0])
    return each(asked, lambda plan, one: change_session(plan, one, attendance=share), words)


def status(asked: EditRequest, answer: object) -> CellChange | str:
    """Note the same status for all who contribute."""
    with_people = tuple(one for one in asked.ids if asked.plan.session_by_id[one].everyone())
    if not with_people:
        return asked.t("Nobody contributes there yet.")

    def note(plan: Plan, one: str) -> Plan:
        for contribution in plan.session_by_id[one].everyone():
            plan = change_contribution(plan, contribution.id, status=Status(str(answer)))
        return plan

    return _all(with_people, note, mark("Change who contributes to {session}"))


def audience(asked: EditRequest, answer: object) -> CellChange | str:
    """Say who may see all of them."""
    level = Audience(str(answer))
    return each(asked, lambda plan, one: change_session(plan, one, audience=level), mark("Change {session}"))


def field(name: str, *, many: bool = False) -> Answer:
    """Return what typing into a field of text does: in one session, or in all of them."""

    def write(asked: EditRequest, answer: object) -> CellChange | str:
        if sentence := too_long(Session, name, asked.t, str(answer)):
            return sentence
        ids = asked.ids if many else asked.ids[:1]
        return _all(ids, lambda plan, one: change_session(plan, one, **{name: str(answer)}), mark("Change {session}"))

    return write


# What can be chosen


def attendance_words(plan: Plan, t: Language) -> list[str]:
    """Return what can be typed for who attends, besides numbers."""
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
    """Return how one session is called, or how many there are."""
    if len(ids) == 1:
        return session_name(plan, plan.session_by_id[ids[0]], t)
    return t.count("{number} session", "{number} sessions", len(ids))


def draft(plan: Plan, one: str) -> Session:
    """Return what the row for a new session begins with: a talk, or the first kind there is, in the tray."""
    kind = plan.kind_by_id.get("talk", plan.kinds[0])
    return Session(id=one, kind=kind.id, minutes=kind.minutes)


# Small steps


def each(asked: EditRequest, edit: Callable[[Plan, str], Plan], words: str) -> CellChange:
    """Return an edit of all sessions that are meant."""
    return _all(asked.ids, edit, words)


def _one(asked: EditRequest, edit: Callable[[Plan, str], Plan], words: str) -> CellChange:
    return _all(asked.ids[:1], edit, words)


def _all(ids: tuple[str, ...], edit: Callable[[Plan, str], Plan], words: str) -> CellChange:
    def apply(plan: Plan) -> Plan:
        for one in ids:
            plan = edit(plan, one)
        return plan

    return CellChange(apply, words, ids)


def _later(asked: EditRequest, minutes: int) -> CellChange | str:
    starts = {one: session.start for one in asked.ids if (session := asked.plan.session_by_id[one]).start is not None}
    if asked.lead.start is None:
        return asked.t("What has no start yet cannot become later: type a time.")
    if len(starts) > 1:
        return CellChange(lambda plan: shift(plan, list(starts), minutes), mark("Move {session}"), tuple(starts))
    day, begin = asked.lead.day or "", asked.lead.start + minutes
    return _one(asked, lambda plan, one: move_session(plan, one, day, begin, flow=asked.flow), mark("Move {session}"))


def _places(plan: Plan, one: str, chosen: tuple[object, ...]) -> tuple[Place, ...]:
    """Return places in rooms: as they were where the session is there already."""
    session = plan.session_by_id[one]
    kept = {place.room: place for place in session.places}
    return tuple(kept.get(str(room)) or places_in(plan, session, str(room))[0] for room in chosen)
