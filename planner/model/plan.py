"""The plan: one immutable value that holds the whole event as it is planned now."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from planner.model.base import Frozen, Id, Line, Text
from planner.model.kind import KINDS, Kind
from planner.model.marks import KEY, LOOSE_ID, Public
from planner.model.person import Person
from planner.model.references import held_inside
from planner.model.room import Room
from planner.model.round import Round, Series
from planner.model.session import Contribution, Session, Share
from planner.model.settings import PrintSettings, Settings
from planner.model.time import Date, Start, Zone
from planner.model.venue import Contact, Logo, Note, Venue

MAX_SESSIONS: Final = 5_000
MAX_PEOPLE: Final = 10_000
MAX_LEVELS: Final = 8
"""Of parts of rooms: a hall is divided into halves, and these into tables; a limit keeps the recursion shallow."""


class Day(Frozen):
    """One day of the event; its date is only a field, so that a plan can be moved to another year."""

    id: Id
    date: Public[Date]
    title: Public[Line] = ""
    start: Public[Start] = 9 * 60
    end: Public[Start] = 17 * 60
    end_label: Public[Line] = ""
    contributions: Public[tuple[Contribution, ...]] = ()

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.end <= self.start:
            message = f"day {self.id!r} ends before it starts"
            raise ValueError(message)
        return self


class Acceptance(Frozen):
    """A problem accepted as it is; the acceptance lapses when the facts are no longer these."""

    code: Annotated[Line, KEY]
    subjects: Annotated[tuple[Id, ...], KEY, LOOSE_ID]
    facts: Annotated[tuple[tuple[Line, Annotated[int, Field(ge=-(10**15), le=10**15)] | Line], ...], LOOSE_ID] = ()
    note: Line = ""


class Plan(Frozen):
    """An event. All ids are unique within the plan, and every reference leads to an entry."""

    id: Id
    title: Public[Line] = ""
    subtitle: Public[Line] = ""
    question: Public[Line] = ""
    introduction: Public[Text] = ""
    organiser: Public[Line] = ""
    organiser_email: Public[Line] = ""
    imprint: Public[Text] = ""
    zone: Public[Zone] = "Europe/Berlin"
    days: Public[tuple[Day, ...]] = ()
    kinds: Public[tuple[Kind, ...]] = KINDS
    rooms: Public[tuple[Room, ...]] = ()
    people: Public[Annotated[tuple[Person, ...], Field(max_length=MAX_PEOPLE)]] = ()
    series: Public[tuple[Series, ...]] = ()
    rounds: Public[tuple[Round, ...]] = ()
    sessions: Public[Annotated[tuple[Session, ...], Field(max_length=MAX_SESSIONS)]] = ()
    venue: Public[Venue] = Venue()
    contact: Public[Contact] = Contact()
    notes: Public[tuple[Note, ...]] = ()
    logos: Public[tuple[Logo, ...]] = ()
    settings: Settings = Settings()
    print: Public[PrintSettings] = PrintSettings()
    acceptances: tuple[Acceptance, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        _check_integrity(self)
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
        return {round_.id: round_ for round_ in self.rounds}

    def kind_of(self, session: Session) -> Kind:
        """Return the kind of a session."""
        return self.kind_by_id[session.kind]

    def sessions_in(self, round_id: str) -> tuple[Session, ...]:
        """Return the sessions of a round, in the plan's order."""
        return tuple(session for session in self.sessions if session.round == round_id)


def _check_integrity(plan: Plan) -> None:
    """Raise ValueError for an id used twice, a reference to nothing, an impossible seat or a room in itself."""
    ids, needed = held_inside(plan)
    if len(set(ids)) != len(ids):
        twice = next(id_ for id_, times in Counter(ids).items() if times > 1)
        message = f"the id {twice!r} is used twice"
        raise ValueError(message)
    known = {to: {entry.id for entry in getattr(plan, to)} for to in {to for to, _ in needed}}
    for to, target in needed:
        if target not in known[to]:
            message = f"something refers to {target!r}, which does not exist"
            raise ValueError(message)
    _check_seats(plan)
    _check_parts(plan)


def _check_seats(plan: Plan) -> None:
    """Raise ValueError for a seat in a session that is not one of its round."""
    members: dict[str, set[str]] = {}
    for session in plan.sessions:
        if isinstance(session.attendance, Share):
            members.setdefault(session.attendance.round, set()).add(session.id)
    for round_ in plan.rounds:
        taken = {seat.session for seat in round_.seats}
        if not taken <= members.get(round_.id, set()):
            message = f"round {round_.id!r} has seats in a session that does not belong to it"
            raise ValueError(message)


def ids_of(plan: Plan) -> Iterator[str]:
    """Return the ids of all entries of a plan, without the id of the plan itself."""
    return iter(held_inside(plan)[0])


def _check_parts(plan: Plan) -> None:
    """Raise ValueError for a room that is, through its parts, a part of itself, and for too many levels of parts.

    The depth of each room is computed once and remembered, so shared parts cost nothing.
    """
    depths: dict[str, int] = {}
    for room in plan.rooms:
        if room.parts:
            _depth(plan, room.id, (), depths)


def _depth(plan: Plan, room: str, above: tuple[str, ...], depths: dict[str, int]) -> int:
    """Return into how many levels a room is divided, itself included; raises ValueError for a cycle or too many.

    `above` holds the rooms on the way down to this one: if it is among them, the parts form a cycle.
    """
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
