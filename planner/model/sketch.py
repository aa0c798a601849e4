"""What somebody has said of a session to come, before it is known where and when it is put."""

from typing import Annotated

from pydantic import Field

from planner.model.base import Frozen, Id, Line, Name
from planner.model.kind import Kind
from planner.model.session import Place, Status
from planner.model.time import Minutes, Start

MAX_COPIES = 20


class Guest(Frozen):
    """A person, or a printed label, and how sure it is."""

    person: Id | None = None
    label: Name = ""
    status: Status = Status.CONFIRMED


class Sketch(Frozen):
    """A session as it was typed; copies are side by side where their kind is one of rounds, else in a row."""

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
        """Tell whether it shares people out."""
        return self.kind.in_rounds and self.number is None
