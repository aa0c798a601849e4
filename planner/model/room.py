"""Rooms: where sessions take place, and how many people each holds in which seating."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from planner.model.base import Frozen, Id, Line, Name, Text
from planner.model.marks import DayId, Public, RoomId
from planner.model.time import Minutes, Start


class Seating(StrEnum):
    """How chairs and tables are arranged."""

    ROWS = "rows"
    CLASSROOM = "classroom"
    U_SHAPE = "u-shape"
    CIRCLE = "circle"
    GROUPS = "groups"
    BANQUET = "banquet"
    BLOCK = "block"
    STANDING = "standing"


class Capacity(Frozen):
    """The places of a room in one seating."""

    seating: Seating
    places: Annotated[int, Field(ge=0, le=100_000)]


class Available(Frozen):
    """A time in which a room or a person is available."""

    day: DayId
    start: Start
    minutes: Minutes


class Room(Frozen):
    """A room, or a part of one: a half of a divisible hall, a table, a zone."""

    id: Id
    name: Public[Name]
    capacities: tuple[Capacity, ...] = ()
    parts: tuple[RoomId, ...] = ()
    features: tuple[Line, ...] = ()
    step_free: bool | None = None
    hearing_loop: bool | None = None
    available: tuple[Available, ...] = ()
    directions: Line = ""
    note: Text = ""

    @model_validator(mode="after")
    def _one_capacity_a_seating(self) -> Self:
        if len({capacity.seating for capacity in self.capacities}) != len(self.capacities):
            message = f"room {self.id!r} gives its places twice for one seating"
            raise ValueError(message)
        return self

    def places(self, seating: Seating | None) -> int | None:
        """Return the places in a seating, or None if they were not entered."""
        return next((capacity.places for capacity in self.capacities if capacity.seating == seating), None)
