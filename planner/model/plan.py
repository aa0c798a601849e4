"""The plan: one immutable value that holds the whole event as it is planned now."""

from collections.abc import Iterable, Iterator
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
        for source, target, known in _references(self):
            if target not in known:
                message = f"{source!r} refers to {target!r}, which does not exist"
                raise ValueError(message)
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
    ids = list(_ids(plan))
    if len(set(ids)) != len(ids):
        seen: set[str] = set()
        twice = next(each for each in ids if each in seen or seen.add(each))
        message = f"the id {twice!r} is used twice"
        raise ValueError(message)


def _ids(plan: Plan) -> Iterator[str]:
    nouns = (plan.days, plan.kinds, plan.rooms, plan.people, plan.series, plan.rounds, plan.sessions, plan.logos)
    for each in chain.from_iterable(nouns):
        yield each.id
    for day in plan.days:
        yield from (each.id for each in day.contributions)
    for session in plan.sessions:
        if session.contributions:
            yield from (each.id for each in session.contributions)
        for item in session.items:
            yield item.id
            yield from (each.id for each in item.contributions)


def _references(plan: Plan) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Give who refers, to which id, and the ids that exist there."""
    series = {each.id for each in plan.series}
    for session in plan.sessions:
        yield from _session_references(plan, session, series)
    for contribution in chain.from_iterable(day.contributions for day in plan.days):
        if contribution.person is not None:
            yield contribution.id, contribution.person, plan.person_by_id
    for room in plan.rooms:
        yield from ((room.id, part, plan.room_by_id) for part in room.parts)
        yield from ((room.id, span.day, plan.day_by_id) for span in room.available)
    for person in plan.people:
        yield from ((person.id, wish, series) for wish in person.wishes)
        yield from ((person.id, span.day, plan.day_by_id) for span in person.available)
    members: dict[str, set[str]] = {}
    for session in plan.sessions:
        if session.round is not None:
            members.setdefault(session.round, set()).add(session.id)
    for each in plan.rounds:
        yield from ((each.id, seat.person, plan.person_by_id) for seat in each.seats)
        yield from ((each.id, seat.session, members.get(each.id, ())) for seat in each.seats)


def _session_references(plan: Plan, session: Session, series: set[str]) -> Iterator[tuple[str, str, Iterable[str]]]:
    yield session.id, session.kind, plan.kind_by_id
    if session.day is not None:
        yield session.id, session.day, plan.day_by_id
    if session.round is not None:
        yield session.id, session.round, plan.round_by_id
    if session.series is not None:
        yield session.id, session.series, series
    for place in session.places:
        yield session.id, place.room, plan.room_by_id
    if session.contributions or session.items:
        for each in session.everyone():
            if each.person is not None:
                yield each.id, each.person, plan.person_by_id


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
