"""The plan: one immutable value that holds the whole event as it is planned now."""

from collections import Counter
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


class _UsedIds:
    """The ids that the sessions and days of a plan have and refer to.

    Collected in one walk, because it runs at each edit; the sets make checking the references cheap.
    """

    def __init__(self, plan: Plan) -> None:
        self.ids: list[str] = []
        self.kinds: set[str] = set()
        self.days: set[str | None] = set()
        self.rooms: set[str] = set()
        self.series: set[str | None] = set()
        self.people: set[str | None] = set()
        self.shares: set[tuple[str, str]] = set()
        for session in plan.sessions:
            self._add(session)
        for day in plan.days:
            for contribution in day.contributions:
                self.ids.append(contribution.id)
                self.people.add(contribution.person)

    def _add(self, session: Session) -> None:
        self.ids.append(session.id)
        self.kinds.add(session.kind)
        self.days.add(session.day)
        self.series.add(session.series)
        for place in session.places:
            self.rooms.add(place.room)
        if isinstance(session.attendance, Share):
            self.shares.add((session.id, session.attendance.round))
        for contribution in session.contributions:
            self.ids.append(contribution.id)
            self.people.add(contribution.person)
        for item in session.items:
            self.ids.append(item.id)
            for contribution in item.contributions:
                self.ids.append(contribution.id)
                self.people.add(contribution.person)


def _check_integrity(plan: Plan) -> None:
    """Raise ValueError for an id used twice, a reference to nothing, an impossible seat or a room in itself."""
    used = _UsedIds(plan)
    _check_ids(plan, used)
    _check_references(plan, used)
    for round_ in plan.rounds:
        for seat in round_.seats:
            if seat.person not in plan.person_by_id or (seat.session, round_.id) not in used.shares:
                message = f"round {round_.id!r} seats {seat.person!r} in {seat.session!r}, which is not possible"
                raise ValueError(message)
    _check_parts(plan)


def ids_of(plan: Plan) -> Iterator[str]:
    """Return the ids of all entries of a plan, without the id of the plan itself."""
    return _ids(plan, _UsedIds(plan))


def _ids(plan: Plan, used: _UsedIds) -> Iterator[str]:
    nouns = (plan.days, plan.kinds, plan.rooms, plan.people, plan.series, plan.rounds, plan.logos)
    return chain((entry.id for entry in chain.from_iterable(nouns)), used.ids)


def _check_ids(plan: Plan, used: _UsedIds) -> None:
    ids = list(_ids(plan, used))
    if len(set(ids)) != len(ids):
        twice = next(id_ for id_, times in Counter(ids).items() if times > 1)
        message = f"the id {twice!r} is used twice"
        raise ValueError(message)


def _check_references(plan: Plan, used: _UsedIds) -> None:
    series = {topic.id for topic in plan.series}
    references: tuple[tuple[Iterable[str | None], Container[str]], ...] = (
        (used.kinds, plan.kind_by_id),
        (used.days, plan.day_by_id),
        (used.rooms, plan.room_by_id),
        ({round_ for _, round_ in used.shares}, plan.round_by_id),
        (used.series, series),
        (used.people, plan.person_by_id),
        ({part for room in plan.rooms for part in room.parts}, plan.room_by_id),
        ({span.day for who in (*plan.rooms, *plan.people) for span in who.available}, plan.day_by_id),
        ({wish for person in plan.people for wish in person.wishes}, series),
    )
    for targets, known in references:
        for target in targets:
            if target is not None and target not in known:
                message = f"something refers to {target!r}, which does not exist"
                raise ValueError(message)


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
