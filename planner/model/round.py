"""Rounds: sessions side by side over which people are divided."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from planner.model.base import Frozen, Id, Line
from planner.model.marks import KEY, PersonId, Public, SessionId


class Series(Frozen):
    """One topic offered in several rounds."""

    id: Id
    title: Public[Line]


class Seat(Frozen):
    """One person's place in one session of a round; a pinned one is not moved by the solver."""

    person: Annotated[PersonId, KEY]
    session: SessionId
    pinned: bool = False


class Round(Frozen):
    """Sessions side by side; a session belongs to a round through its attendance, a share of it."""

    id: Id
    title: Public[Line] = ""
    question: Public[Line] = ""
    min_size: Annotated[int, Field(ge=0, le=100_000)] | None = None
    max_size: Annotated[int, Field(ge=0, le=100_000)] | None = None
    seats: tuple[Seat, ...] = ()

    @model_validator(mode="after")
    def _one_seat_a_person(self) -> Self:
        if len({seat.person for seat in self.seats}) != len(self.seats):
            message = f"round {self.id!r} seats a person twice"
            raise ValueError(message)
        return self
