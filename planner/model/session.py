"""Sessions: the blocks on the board, and who contributes what to them."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, ValidationInfo, field_validator

from planner.model.base import Frozen, Id, Line, Name, Text
from planner.model.room import Seating
from planner.model.time import Minutes, Start


class Audience(StrEnum):
    """Who may see something; each level sees all levels before it."""

    PUBLIC = "public"
    ATTENDEES = "attendees"
    TEAM = "team"
    INTERNAL = "internal"


class Place(Frozen):
    """A room in a seating; a session's places add up."""

    room: Id
    seating: Seating | None = None


class Everyone(Frozen):
    """All people of the event attend."""

    who: Literal["everyone"] = "everyone"


class Share(Frozen):
    """The people of the event share themselves out over the sessions of a round."""

    who: Literal["round"] = "round"
    round: Id


class Number(Frozen):
    """A known number of people attends."""

    who: Literal["number"] = "number"
    number: Annotated[int, Field(ge=0, le=100_000)]


Attendance: TypeAlias = Annotated[Everyone | Share | Number, Field(discriminator="who")]


class Role(StrEnum):
    """What a person does in a session."""

    MODERATION = "moderation"
    SPEAKER = "speaker"
    PANEL = "panel"
    WELCOME = "welcome"
    HOST = "host"
    MINUTES = "minutes"
    TIMEKEEPING = "timekeeping"
    INTERPRETER = "interpreter"
    TECHNOLOGY = "technology"
    OTHER = "other"


ON_STAGE = frozenset({Role.MODERATION, Role.SPEAKER, Role.PANEL, Role.WELCOME, Role.HOST})


class Status(StrEnum):
    """How sure a contribution is; "open" is somebody not found yet (N. N.)."""

    OPEN = "open"
    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class Contribution(Frozen):
    """A person, or a printed label such as "N. N.", in a session or item.

    Label, function and organisation replace what the person's own entry says, on paper.
    """

    id: Id
    person: Id | None = None
    label: Name = ""
    function: Line = ""
    organisation: Line = ""
    role: Role = Role.SPEAKER
    status: Status = Status.ASKED
    asked_on: date | None = None
    answer_by: date | None = None
    print_status: bool = True
    audience: Audience = Audience.PUBLIC


class Item(Frozen):
    """A named part of a session; the order of items is protocol and never sorted."""

    id: Id
    title: Line
    minutes: Minutes | None = None
    contributions: tuple[Contribution, ...] = ()


class Session(Frozen):
    """One block of the programme. Without a start it lies in the tray."""

    id: Id
    kind: Id
    title: Line = ""
    subtitle: Line = ""
    question: Line = ""
    description: Text = ""
    language: Line = ""
    day: Id | None = None
    start: Start | None = None
    minutes: Minutes = 30
    fixed: bool = False
    places: tuple[Place, ...] = ()
    attendance: Attendance = Everyone()
    min_size: Annotated[int, Field(ge=0, le=100_000)] | None = None
    max_size: Annotated[int, Field(ge=0, le=100_000)] | None = None
    series: Id | None = None
    items: tuple[Item, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    audience: Audience = Audience.PUBLIC
    link: Line = ""
    responsible: Line = ""
    technology: Line = ""
    material: Line = ""
    needs: tuple[Line, ...] = ()
    note: Text = ""

    # Field validators: pydantic runs those of a model again, whenever a session is put into another plan.

    @field_validator("start")
    @classmethod
    def _on_a_day(cls, start: int | None, info: ValidationInfo) -> int | None:
        if start is not None and info.data.get("day") is None:
            message = "a session with a start has no day"
            raise ValueError(message)
        return start

    @field_validator("places")
    @classmethod
    def _each_room_once(cls, places: tuple[Place, ...]) -> tuple[Place, ...]:
        if len({place.room for place in places}) != len(places):
            message = "a session names a room twice"
            raise ValueError(message)
        return places

    @property
    def scheduled(self) -> bool:
        """Tell whether the session has a time; all others lie in the tray."""
        return self.start is not None

    @property
    def end(self) -> int:
        """Return start plus length, in wall minutes of a day without a clock change; the tray ends at 0."""
        return 0 if self.start is None else self.start + self.minutes

    @property
    def round(self) -> str | None:
        """Return the id of the round whose people this session shares."""
        return self.attendance.round if self.attendance.who == "round" else None

    def everyone(self) -> tuple[Contribution, ...]:
        """Return the contributions of the session and of its items, in printed order."""
        return self.contributions + tuple(contribution for item in self.items for contribution in item.contributions)
