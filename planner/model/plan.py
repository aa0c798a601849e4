"""The plan: one immutable value that holds the whole event as it is planned now."""

from functools import cached_property
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from planner.model.base import Frozen, Id, Line, Text
from planner.model.kind import KINDS, Kind
from planner.model.person import Person
from planner.model.plan_integrity import check_integrity
from planner.model.room import Room
from planner.model.round import Round, Series
from planner.model.session import Contribution, Session
from planner.model.settings import PrintSettings, Settings
from planner.model.time import Date, Start, Zone
from planner.model.venue import Contact, Logo, Note, Venue

MAX_SESSIONS: Final = 5_000
MAX_PEOPLE: Final = 10_000


class Day(Frozen):
    """One day of the event; its date is only a field, so that a plan can be moved to another year."""

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
    """A problem accepted as it is; the acceptance lapses when the facts are no longer these."""

    code: Line
    subjects: tuple[Id, ...]
    facts: tuple[tuple[Line, Annotated[int, Field(ge=-(10**15), le=10**15)] | Line], ...] = ()
    note: Line = ""


class Plan(Frozen):
    """An event. All ids are unique within the plan, and every reference leads to an entry."""

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
        check_integrity(self)
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
