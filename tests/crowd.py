"""Crowded days for the board: many rooms, each with sessions from morning to evening between what everyone attends."""

from datetime import date, timedelta
from typing import Final

from planner.model import KINDS, Capacity, Day, Number, Place, Plan, Room, Seating, Session

FIRST: Final = 9 * 60 + 30
LUNCH: Final = 12 * 60 + 30
KIND: Final = ("talk", "panel", "workshop", "talk", "forum")


def crowd(number: int, rooms: int, days: int) -> Plan:
    """Return a plan of so many sessions in so many rooms, spread over so many days."""
    share = -(-number // days)
    made = tuple(session for day in range(days) for session in _day(day, rooms, min(share, number - day * share)))
    return Plan(
        id="crowd",
        title="Crowded meeting",
        days=tuple(Day(id=f"d{n}", date=date(2027, 3, 1) + timedelta(n), start=540, end=1200) for n in range(days)),
        kinds=KINDS,
        rooms=tuple(_room(n) for n in range(rooms)),
        sessions=made,
    )


def _room(number: int) -> Room:
    places = 12 + number % 5 * 4
    capacities = (Capacity(seating=Seating.CIRCLE, places=places), Capacity(seating=Seating.ROWS, places=places * 2))
    return Room(id=f"r{number}", name=f"Raum {number + 1}", capacities=capacities)


def _day(day: int, rooms: int, number: int) -> list[Session]:
    place = (Place(room="r0", seating=Seating.ROWS),)
    found = [
        Session(id=f"s{day}a", kind="welcome", title="Begrüßung", day=f"d{day}", start=540, minutes=25, places=place),
        Session(id=f"s{day}b", kind="meal", title="Mittag", day=f"d{day}", start=LUNCH, minutes=60, fixed=True),
    ]
    rows = -(-(number - len(found)) // rooms)
    minutes = max(10, min(60, (1200 - FIRST - 90) // rows // 5 * 5))
    for at in range(number - len(found)):
        row, room = divmod(at, rooms)
        start = FIRST + row * minutes
        start += 65 if start + minutes > LUNCH else 0
        found.append(
            Session(
                id=f"s{day}n{at}",
                kind=KIND[(row + room) % len(KIND)],
                title=f"Thema {row + 1}.{room + 1}: Wege in der Kommune",
                day=f"d{day}",
                start=start,
                minutes=minutes - 5,
                places=(Place(room=f"r{room}", seating=Seating.ROWS if room % 7 else Seating.CIRCLE),),
                attendance=Number(number=20 if at % 50 else 90),
            )
        )
    return found
