"""Sessions, the blocks on the board, and the contributions to them."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, ValidationInfo, field_validator

from planner.model.audience import Audience
from planner.model.base import Frozen, Id, Line, Name, Text
from planner.model.marks import DayId, KindId, PersonId, Public, RoomId, RoundId, SeriesId, Team
from planner.model.room import Seating
from planner.model.time import Minutes, Start


class Place(Frozen):
    """A room in a seating; the capacities of a session's places add up."""

    room: Public[RoomId]
    seating: Team[Seating | None] = None


class Everyone(Frozen):
    """All people of the event attend."""

    who: Public[Literal["everyone"]] = "everyone"


class Share(Frozen):
    """The people of the event are divided over the sessions of a round."""

    who: Public[Literal["round"]] = "round"
    round: Public[RoundId]


class Number(Frozen):
    """A known number of people attends."""

    who: Public[Literal["number"]] = "number"
    number: Public[Annotated[int, Field(ge=0, le=100_000)]]


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
    """How certain a contribution is; "open" means that nobody was found yet (N. N.)."""

    OPEN = "open"
    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class Contribution(Frozen):
    """A person, or a printed label such as "N. N.", in a session or item.

    In print, label, function and organisation take precedence over those of the person.
    """

    id: Id
    person: Public[PersonId | None] = None
    label: Public[Name] = ""
    function: Public[Line] = ""
    organisation: Public[Line] = ""
    role: Public[Role] = Role.SPEAKER
    status: Public[Status] = Status.ASKED
    asked_on: date | None = None
    answer_by: date | None = None
    print_status: Public[bool] = True
    audience: Public[Audience] = Audience.PUBLIC


class Item(Frozen):
    """A named part of a session; the order of items is protocol and never sorted."""

    id: Id
    title: Public[Line]
    minutes: Public[Minutes | None] = None
    contributions: Public[tuple[Contribution, ...]] = ()


class Session(Frozen):
    """One block of the programme; without a start it is in the tray."""

    id: Id
    kind: Public[KindId]
    title: Public[Line] = ""
    subtitle: Public[Line] = ""
    question: Public[Line] = ""
    description: Public[Text] = ""
    language: Public[Line] = ""
    day: Public[DayId | None] = None
    start: Public[Start | None] = None
    minutes: Public[Minutes] = 30
    fixed: bool = False
    places: Public[tuple[Place, ...]] = ()
    attendance: Public[Attendance] = Everyone()
    min_size: Annotated[int, Field(ge=0, le=100_000)] | None = None
    max_size: Annotated[int, Field(ge=0, le=100_000)] | None = None
    series: Public[SeriesId | None] = None
    items: Public[tuple[Item, ...]] = ()
    contributions: Public[tuple[Contribution, ...]] = ()
    audience: Public[Audience] = Audience.PUBLIC
    link: Public[Line] = ""
    responsible: Team[Line] = ""
    technology: Team[Line] = ""
    material: Team[Line] = ""
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
        """Return whether the session has a time; otherwise it is in the tray."""
        return self.start is not None

    @property
    def end(self) -> int:
        """Return start plus length, ignoring clock changes; 0 in the tray."""
        return 0 if self.start is None else self.start + self.minutes

    @property
    def round(self) -> str | None:
        """Return the id of the round that this session belongs to, if any."""
        return self.attendance.round if self.attendance.who == "round" else None

    def everyone(self) -> tuple[Contribution, ...]:
        """Return the contributions of the session and of its items, in printed order."""
        return self.contributions + tuple(contribution for item in self.items for contribution in item.contributions)
