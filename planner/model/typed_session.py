"""A session as it was typed in one line, before it is known where and when it is inserted."""

from typing import Annotated

from pydantic import Field

from planner.model.base import Frozen, Line, Name
from planner.model.kind import Kind
from planner.model.marks import PersonId
from planner.model.session import Place, Status
from planner.model.time import Minutes, Start

MAX_COPIES = 20


class Guest(Frozen, defer_build=True):
    """A person or a printed label, and how certain the contribution is."""

    person: PersonId | None = None
    label: Name = ""
    status: Status = Status.CONFIRMED


class Sketch(Frozen, defer_build=True):
    """A session as it was typed; copies are side by side if their kind is held in rounds, otherwise in a row."""

    kind: Kind
    title: Line = ""
    minutes: Minutes = 30
    start: Start | None = None
    fixed: bool = False
    places: tuple[Place, ...] = ()
    guests: tuple[Guest, ...] = ()
    number: Annotated[int, Field(ge=0, le=100_000)] | None = None
    copies: Annotated[int, Field(ge=1, le=MAX_COPIES)] = 1

    @property
    def in_round(self) -> bool:
        """Return whether it becomes part of a round: its kind is held in rounds, and no number of people was given."""
        return self.kind.in_rounds and self.number is None
