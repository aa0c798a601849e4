"""Patterns: several sessions inserted into a plan at once. They exist outside plans and contain no people."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from planner.model.audience import Audience
from planner.model.base import Frozen, Id, Line, Name
from planner.model.kind import Kind
from planner.model.room import Seating
from planner.model.time import DAY, Minutes

MAX_PATTERN_SESSIONS = 200

RoomChoice = Literal["hall", "beside", "tables", "named"]
"""In the main room, in a room of its own, at a table in the main room, or in rooms given by name."""
Size = Annotated[int, Field(ge=0, le=100_000)] | None


class PatternPlace(Frozen, defer_build=True):
    """A room and its seating; the room by its name, as ids differ from plan to plan."""

    room: Name
    seating: Seating | None = None


class PatternItem(Frozen, defer_build=True):
    """An item of a session in a pattern."""

    title: Line
    minutes: Minutes | None = None


class PatternSession(Frozen, defer_build=True):
    """One session of a pattern; its start is relative to that of the pattern."""

    kind: Kind
    title: Line = ""
    subtitle: Line = ""
    question: Line = ""
    start: Annotated[int, Field(ge=0, le=2 * DAY)] = 0
    minutes: Minutes = 30
    place: RoomChoice = "named"
    seating: Seating | None = None
    rooms: tuple[PatternPlace, ...] = ()
    round: Annotated[int, Field(ge=0)] | None = None
    series: Annotated[int, Field(ge=0)] | None = None
    number: Size = None
    min_size: Size = None
    max_size: Size = None
    items: Annotated[tuple[PatternItem, ...], Field(max_length=MAX_PATTERN_SESSIONS)] = ()
    audience: Audience = Audience.PUBLIC


class PatternRound(Frozen, defer_build=True):
    """A round of a pattern."""

    title: Line = ""
    question: Line = ""
    min_size: Size = None
    max_size: Size = None


class Pattern(Frozen, defer_build=True):
    """Sessions in a row or side by side; they refer to rounds and series by their position in the pattern."""

    id: Id
    title: Line
    pieces: Annotated[tuple[PatternSession, ...], Field(min_length=1, max_length=MAX_PATTERN_SESSIONS)]
    rounds: Annotated[tuple[PatternRound, ...], Field(max_length=MAX_PATTERN_SESSIONS)] = ()
    series: Annotated[tuple[Line, ...], Field(max_length=MAX_PATTERN_SESSIONS)] = ()

    @model_validator(mode="after")
    def _refers_to_what_is_there(self) -> Self:
        rounds = (piece.round for piece in self.pieces if piece.round is not None)
        series = (piece.series for piece in self.pieces if piece.series is not None)
        if max(rounds, default=-1) >= len(self.rounds) or max(series, default=-1) >= len(self.series):
            message = f"pattern {self.title!r} names a round or series that it does not have"
            raise ValueError(message)
        return self

    @property
    def minutes(self) -> int:
        """Return the minutes from its first start to its last end."""
        return max(piece.start + piece.minutes for piece in self.pieces)
