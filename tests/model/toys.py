"""A model with one more list and a few more fields, declared once: what all walks over the document must cope with."""

from typing import Annotated

from planner.model import Person, Plan, Room, Session
from planner.model.base import Frozen, Line
from planner.model.marks import LOCAL, PersonId, Public, RoomId, SessionId, Special, Team
from tests.model.small import at, plan_of


class Interpreter(Frozen):
    """Somebody who interprets a session from a room."""

    person: Public[PersonId]
    booth: Team[RoomId | None] = None


class ToySession(Session):
    """A session with a chair, interpreters and what it builds on."""

    chair: Public[PersonId | None] = None
    interpreters: Public[tuple[Interpreter, ...]] = ()
    after: Public[tuple[SessionId, ...]] = ()
    sponsor: Line = ""
    allergies: Special[Line] = ""


class ToyRoom(Room):
    """A room with somebody who has its key, this year."""

    key: PersonId | None = None
    colour: Annotated[Line, LOCAL] = ""


def toy_plan() -> Plan:
    """Return a plan in which everything refers to everything."""
    return plan_of(
        ToySession(
            id="a",
            kind="talk",
            day="mon",
            start=600,
            chair="ann",
            interpreters=(Interpreter(person="ben", booth="booth"), Interpreter(person="cem")),
            after=("b",),
            sponsor="Acme",
            allergies="nuts",
        ),
        at("b", 900),
        rooms=(ToyRoom(id="booth", name="Booth", key="cem", colour="red"),),
        people=(
            Person(id="ann", name="Ann"),
            Person(id="ben", name="Ben"),
            Person(id="cem", name="Cem"),
            Person(id="dan", name="Dan"),
        ),
    )
