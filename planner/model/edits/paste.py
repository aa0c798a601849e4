"""The edit that pastes sessions of another plan, or of the same one, with all that they refer to."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from planner.model.agenda import is_barrier
from planner.model.base import Frozen
from planner.model.edits.times import with_room_for
from planner.model.kind import Kind
from planner.model.person import Person
from planner.model.plan import Day, Plan, ids_of
from planner.model.references import held, redirected, renamed
from planner.model.room import Room
from planner.model.round import Round, Series
from planner.model.session import Everyone, Number, Place, Session
from planner.model.time import DAY, LAST_START


class PasteTarget(NamedTuple):
    """Where the pasted sessions of one day go: to which day (None is the tray), and how many minutes later."""

    day: str | None
    later: int = 0


F = TypeVar("F", bound=Frozen)
E = TypeVar("E", Kind, Room, Person, Series, Day)


def pasted_ids(pasted: Plan) -> int:
    """Return how many new ids are needed at most to paste a plan's sessions."""
    return sum(1 for _ in ids_of(pasted))


def paste_sessions(
    plan: Plan, pasted: Plan, landings: Mapping[str, PasteTarget], ids: tuple[str, ...], *, flow: bool = False
) -> Plan:
    """Add the sessions of a plan to this one, under new ids; a day without a landing is added as it is.

    Kinds, rooms, people, rounds and series are matched by id, then by name, and otherwise added. A round whose sessions
    are at another time is another round. With flow what follows on a day makes room.
    """
    guests = _Guests(plan, pasted, landings, iter(ids))
    sessions = tuple(guests.session(session) for session in pasted.sessions)
    if not sessions:
        return plan
    added = {name: tuple(guests.mapped(entry) for entry in entries) for name, entries in guests.added.items()}
    plan = plan.changed(**{name: (*getattr(plan, name), *entries) for name, entries in added.items()})
    if flow:
        for day in dict.fromkeys(session.day for session in sessions if session.scheduled):
            plan = with_room_for(
                plan, _combined([session for session in sessions if session.day == day and session.scheduled])
            )
    return plan.changed(sessions=(*plan.sessions, *sessions))


class _Guests:
    """Maps what is pasted to entries of the plan, and collects the entries that have to be added."""

    def __init__(self, plan: Plan, pasted: Plan, landings: Mapping[str, PasteTarget], ids: Iterator[str]) -> None:
        self._ids = ids
        self._taken = set(ids_of(plan))
        self.added: dict[str, list[Frozen]] = {}
        self._known = {
            **self._adopt("kinds", plan.kinds, pasted.kinds, lambda kind: kind.name),
            **self._adopt("rooms", plan.rooms, pasted.rooms, lambda room: room.name),
            **self._adopt("people", plan.people, pasted.people, lambda person: person.name),
            **self._adopt("series", plan.series, pasted.series, lambda series: series.title),
        }
        """The ids that the entries of the pasted plan have in this one."""
        self._landings = dict(landings)
        coming = tuple(day for day in pasted.days if day.id not in landings)
        days = self._adopt("days", plan.days, coming, _date, by_id=False)
        self._landings |= {theirs: PasteTarget(mine) for theirs, mine in days.items()}
        self._known |= {round_.id: self._round(plan, pasted, round_) for round_ in pasted.rounds}
        self._known |= {old: next(self._ids) for session in pasted.sessions for old in held(session).ids}

    def session(self, theirs: Session) -> Session:
        """Return a pasted session with its references mapped to this plan."""
        day, start = self._when(theirs)
        places = {self._known[place.room]: place for place in theirs.places}
        bare = theirs.changed(day=None, start=None, places=tuple(places.values()))
        return self.mapped(bare).changed(
            day=day, start=start, fixed=theirs.fixed and start is not None and start == theirs.start
        )

    def mapped(self, theirs: F) -> F:
        """Return a pasted value under its id in this plan, with all that it refers to; days in the tray are dropped."""
        lost = dict.fromkeys(day for day, landing in self._landings.items() if landing.day is None)
        days = {day: landing.day for day, landing in self._landings.items() if landing.day is not None}
        return renamed(theirs.changed(**redirected(theirs, "days", lost)), {**self._known, **days})

    def _when(self, session: Session) -> tuple[str | None, int | None]:
        landing = self._landings[session.day] if session.day is not None else PasteTarget(None)
        if session.start is None or landing.day is None:
            return None, None
        return landing.day, max(0, min(session.start + landing.later, LAST_START - 1))

    def _adopt(
        self, field: str, mine: tuple[E, ...], theirs: tuple[E, ...], name: Callable[[E], str], *, by_id: bool = True
    ) -> dict[str, str]:
        """Return the entry of the plan for each of theirs; a new one is added, under its own id if that is free."""
        known = {entry.id for entry in mine} if by_id else set[str]()
        names: dict[str, str] = {}
        for entry in mine:
            names.setdefault(name(entry).casefold(), entry.id)
        names.pop("", None)
        found: dict[str, str] = {}
        for entry in theirs:
            same = entry.id if entry.id in known else names.get(name(entry).casefold())
            found[entry.id] = same if same is not None else self._add(field, entry)
            if name(entry):
                names.setdefault(name(entry).casefold(), found[entry.id])
        return found

    def _add(self, field: str, entry: Kind | Room | Person | Series | Day | Round) -> str:
        new = entry.id if entry.id not in self._taken else next(self._ids)
        self._taken.add(new)
        self.added.setdefault(field, []).append(entry)
        return new

    def _round(self, plan: Plan, pasted: Plan, theirs: Round) -> str:
        """Return the round of this id or title, unless it takes place at another time; otherwise theirs is added."""
        times = {self._when(session) for session in pasted.sessions_in(theirs.id)} - {(None, None)}
        same_id = [round_ for round_ in plan.rounds if round_.id == theirs.id]
        title = theirs.title.casefold()
        for candidate in (*same_id, *(round_ for round_ in plan.rounds if title and round_.title.casefold() == title)):
            there = {(member.day, member.start) for member in plan.sessions_in(candidate.id) if member.scheduled}
            if not times or not there or times & there:
                return candidate.id
        return self._add("rounds", theirs.changed(seats=()))


def _date(day: Day) -> str:
    return day.date.isoformat()


def _combined(sessions: list[Session]) -> Session:
    """Return one session with the time and the rooms of several of one day, to make room for all of them at once."""
    start, end = min(session.start or 0 for session in sessions), max(session.end for session in sessions)
    rooms = dict.fromkeys(place.room for session in sessions for place in session.places)
    return sessions[0].changed(
        start=start,
        minutes=min(end - start, DAY),
        places=tuple(Place(room=room) for room in rooms),
        attendance=Everyone() if any(is_barrier(session) for session in sessions) else Number(number=0),
    )
