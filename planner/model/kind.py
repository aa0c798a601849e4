"""Kinds of sessions: what a session is, how it looks, and what it usually needs."""

from typing import Annotated, Final, Literal

from pydantic import Field

from planner.model.base import Frozen, Id, Line
from planner.model.marks import Public
from planner.model.room import Seating
from planner.model.time import Minutes

Family = Literal["arrival", "plenary", "talk", "panel", "work", "break", "meal", "closing", "other"]


class Kind(Frozen):
    """A kind of session; without a name of its own it has the built-in name of its id, in the reader's language."""

    id: Id
    name: Public[Line] = ""
    short: Public[Line] = ""
    family: Public[Family] = "other"
    colour: Public[Annotated[str, Field(pattern=r"^#[0-9A-F]{6}$")]] = "#5B6673"
    symbol: Public[Line] = "block"
    minutes: Public[Minutes] = 30
    seating: Public[Seating | None] = None
    needs_room: Public[bool] = True
    in_rounds: Public[bool] = False
    printed: Public[bool] = True

    @property
    def rests(self) -> bool:
        """Return whether people rest in such sessions, which are drawn less prominently on the board and in print."""
        return self.family in {"arrival", "break", "meal"}


_REST: Final = "#8A8578"
_PLENARY: Final = "#1F4E79"

KINDS: Final = (
    Kind(
        id="arrival", family="arrival", colour=_REST, symbol="door", minutes=30, seating=Seating.STANDING, printed=False
    ),
    Kind(
        id="welcome", family="plenary", colour=_PLENARY, symbol="hand", minutes=15, seating=Seating.ROWS, printed=False
    ),
    Kind(id="talk", family="talk", colour="#0F766E", symbol="speech", minutes=30, seating=Seating.ROWS),
    Kind(id="panel", family="panel", colour="#6D3FA0", symbol="people", minutes=60, seating=Seating.ROWS),
    Kind(id="workshop", family="work", colour="#A85A00", symbol="tools", minutes=90, seating=Seating.GROUPS),
    Kind(
        id="forum", family="work", colour="#3F7D20", symbol="circle", minutes=70, seating=Seating.CIRCLE, in_rounds=True
    ),
    Kind(
        id="plenary", family="plenary", colour=_PLENARY, symbol="rows", minutes=20, seating=Seating.ROWS, printed=False
    ),
    Kind(id="break", family="break", colour=_REST, symbol="cup", minutes=20, needs_room=False, printed=False),
    Kind(id="meal", family="meal", colour=_REST, symbol="plate", minutes=60, needs_room=False, printed=False),
    Kind(id="change", family="break", colour=_REST, symbol="arrows", minutes=10, needs_room=False, printed=False),
    Kind(
        id="closing", family="closing", colour=_PLENARY, symbol="flag", minutes=15, seating=Seating.ROWS, printed=False
    ),
)
"""The kinds of a new plan; "change" is time to walk to other rooms."""
