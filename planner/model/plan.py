"""The plan: one immutable value that holds the whole event as it is planned now."""

from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from planner.model.base import Frozen, Id, Line, Text
from planner.model.kind import KINDS, Kind
from planner.model.person import Person
from planner.model.room import Room
from planner.model.round import Round, Series
from planner.model.session import Contribution, Session
from planner.model.settings import PrintSettings, Settings
from planner.model.time import Date, Start, Zone
from planner.model.venue import Contact, Logo, Note, Venue

MAX_SESSIONS: Final = 5_000
MAX_PEOPLE: Final = 10_000
MAX_LEVELS: Final = 8
"""Of a hall, its parts, their parts and so on."""


class Day(Frozen):
    """One day of the event; its date is a field, so that a plan can be moved to another year."""

    id: Id
    date: Date
    title: Line = ""
    start: Start = 9 * 60
    end: Start = 17 * 60
    end_label: Line = ""
    contributions: tuple[Contribution, ...] = ()

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.end <= self.start:
            message = f"day {self.id!r} ends before it starts"
            raise ValueError(message)
        return self


class Acceptance(Frozen):
    """A problem that is meant so; it lapses when the facts are no longer these."""

    code: Line
    subjects: tuple[Id, ...]
    facts: tuple[tuple[Line, Annotated[int, Field(ge=-(10**15), le=10**15)] | Line], ...] = ()
    note: Line = ""


class Plan(Frozen):
    """An event. All ids are unique over the whole plan, and every reference leads somewhere."""

    id: Id
    title: Line = ""
    subtitle: Line = ""
    question: Line = ""
    introduction: Text = ""
    organiser: Line = ""
    organiser_email: Line = ""
    imprint: Text = ""
    zone: Zone = "Europe/Berlin"
    days: tuple[Day, ...] = ()
    kinds: tuple[Kind, ...] = KINDS
    rooms: tuple[Room, ...] = ()
    people: Annotated[tuple[Person, ...], Field(max_length=MAX_PEOPLE)] = ()
    series: tuple[Series, ...] = ()
    rounds: tuple[Round, ...] = ()
    sessions: Annotated[tuple[Session, ...], Field(max_length=MAX_SESSIONS)] = ()
    venue: Venue = Venue()
    contact: Contact = Contact()
    notes: tuple[Note, ...] = ()
    logos: tuple[Logo, ...] = ()
    settings: Settings = Settings()
    print: PrintSettings = PrintSettings()
    acceptances: tuple[Acceptance, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        _check_ids(self)
        _check_references(self)
        _check_parts(self)
        if len({day.date for day in self.days}) != len(self.days):
            message = "two days have the same date"
            raise ValueError(message)
        return self

    @cached_property
    def session_by_id(self) -> dict[str, Session]:
        """All sessions by id."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def room_by_id(self) -> dict[str, Room]:
        """All rooms by id."""
        return {room.id: room for room in self.rooms}

    @cached_property
    def person_by_id(self) -> dict[str, Person]:
        """All people by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def kind_by_id(self) -> dict[str, Kind]:
        """All kinds by id."""
        return {kind.id: kind for kind in self.kinds}

    @cached_property
    def day_by_id(self) -> dict[str, Day]:
        """All days by id."""
        return {day.id: day for day in self.days}

    @cached_property
    def round_by_id(self) -> dict[str, Round]:
        """All rounds by id."""
        return {each.id: each for each in self.rounds}

    def kind_of(self, session: Session) -> Kind:
        """Return the kind of a session."""
        return self.kind_by_id[session.kind]

    def sessions_in(self, round_id: str) -> tuple[Session, ...]:
        """Return the sessions of a round, in the plan's order."""
        return tuple(session for session in self.sessions if session.round == round_id)


def _check_ids(plan: Plan) -> None:
    ids = list(ids_of(plan))
    if len(set(ids)) != len(ids):
        seen: set[str] = set()
        twice = next(each for each in ids if each in seen or seen.add(each))
        message = f"the id {twice!r} is used twice"
        raise ValueError(message)


def ids_of(plan: Plan) -> Iterator[str]:
    """Give the ids of all that a plan holds, not its own."""
    nouns = (plan.days, plan.kinds, plan.rooms, plan.people, plan.series, plan.rounds, plan.sessions, plan.logos)
    yield from (each.id for each in chain.from_iterable(nouns))
    yield from (each.id for each in chain.from_iterable(_contributions(plan)))
    yield from (item.id for session in plan.sessions for item in session.items)


def _check_references(plan: Plan) -> None:
    """Refuse an id that leads nowhere; by sets, as this runs at each edit."""
    sessions = plan.sessions
    contributions = chain.from_iterable(_contributions(plan))
    series = {each.id for each in plan.series}
    used: tuple[tuple[Iterable[str | None], Container[str]], ...] = (
        ({session.kind for session in sessions}, plan.kind_by_id),
        ({session.day for session in sessions}, plan.day_by_id),
        ({place.room for session in sessions for place in session.places}, plan.room_by_id),
        ({session.round for session in sessions if session.attendance.who == "round"}, plan.round_by_id),
        ({session.series for session in sessions}, series),
        ({each.person for each in contributions}, plan.person_by_id),
        ({part for room in plan.rooms for part in room.parts}, plan.room_by_id),
        ({span.day for who in (*plan.rooms, *plan.people) for span in who.available}, plan.day_by_id),
        ({wish for person in plan.people for wish in person.wishes}, series),
    )
    for targets, known in used:
        for target in targets:
            if target is not None and target not in known:
                message = f"something refers to {target!r}, which does not exist"
                raise ValueError(message)
    if any(each.seats for each in plan.rounds):
        _check_seats(plan)


def _contributions(plan: Plan) -> Iterator[tuple[Contribution, ...]]:
    """Give all groups of contributions, those of days included; this runs at each edit, so it skips what is empty."""
    for session in plan.sessions:
        if session.contributions:
            yield session.contributions
        for item in session.items:
            yield item.contributions
    for day in plan.days:
        yield day.contributions


def _check_seats(plan: Plan) -> None:
    members = {(session.id, session.round) for session in plan.sessions if session.attendance.who == "round"}
    for each in plan.rounds:
        for seat in each.seats:
            if seat.person not in plan.person_by_id or (seat.session, each.id) not in members:
                message = f"round {each.id!r} seats {seat.person!r} in {seat.session!r}, which is not possible"
                raise ValueError(message)


def _check_parts(plan: Plan) -> None:
    """Refuse a room that is, through its parts, a part of itself, and parts of parts without end."""
    depths: dict[str, int] = {}
    for room in plan.rooms:
        if room.parts:
            _depth(plan, room.id, (), depths)


def _depth(plan: Plan, room: str, above: tuple[str, ...], depths: dict[str, int]) -> int:
    """Return over how many levels a room is divided."""
    if room in above:
        message = f"room {room!r} is a part of itself"
        raise ValueError(message)
    if room not in depths:
        parts = plan.room_by_id[room].parts if len(above) <= MAX_LEVELS else ()
        depths[room] = 1 + max((_depth(plan, part, (*above, room), depths) for part in parts), default=0)
    if len(above) + depths[room] > MAX_LEVELS:
        message = f"room {room!r} is divided over more than {MAX_LEVELS} levels"
        raise ValueError(message)
    return depths[room]
