"""Plans whose sessions all take place at one time, in one room, for everyone or with one person; and one to compare."""

from datetime import date
from typing import Final, Literal

from planner.model import (
    Capacity,
    Contribution,
    Day,
    Everyone,
    Number,
    Person,
    Place,
    Plan,
    Room,
    Seating,
    Session,
    Settings,
    Status,
)

Shared = Literal["nothing", "room", "everyone", "person"]
SHARED: Final[tuple[Shared, ...]] = ("room", "everyone", "person")
ROOMS: Final = 40
MINUTES: Final = 15


def at_once(number: int, shared: Shared) -> Plan:
    """Return a plan of so many sessions at one time; sharing nothing, they follow each other in rooms of their own."""
    apart = shared == "nothing"
    sessions = tuple(
        Session(
            id=f"s{n}",
            kind="talk",
            title=f"Talk {n + 1}",
            day="d0",
            start=540 + (n // ROOMS * (MINUTES + 5) if apart else 0),
            minutes=MINUTES,
            places=(Place(room=f"r{0 if shared == 'room' else n % ROOMS}", seating=Seating.ROWS),),
            attendance=Everyone() if shared == "everyone" else Number(number=10),
            contributions=(
                Contribution(id=f"c{n}", person=f"p{0 if shared == 'person' else n}", status=Status.CONFIRMED),
            ),
        )
        for n in range(number)
    )
    capacities = (Capacity(seating=Seating.ROWS, places=50),)
    return Plan(
        id="at-once",
        title="Everything at once",
        days=(Day(id="d0", date=date(2027, 3, 1), start=540, end=1320),),
        rooms=tuple(Room(id=f"r{n}", name=f"Room {n + 1}", capacities=capacities) for n in range(ROOMS)),
        people=tuple(Person(id=f"p{n}", name=f"Person {n + 1}") for n in range(number)),
        sessions=sessions,
        settings=Settings(expected=40, cap=60),
    )
