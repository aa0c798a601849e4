"""Plans as large as wanted: days of parallel tracks between sessions for everyone, one round a day, few mistakes."""

from datetime import date, timedelta
from typing import Final

from planner.model import (
    Capacity,
    Contribution,
    Day,
    Number,
    Person,
    Place,
    Plan,
    Registration,
    Role,
    Room,
    Round,
    Seat,
    Seating,
    Session,
    Settings,
    Share,
    Status,
)

SLOTS: Final = (10 * 60, 10 * 60 + 45, 11 * 60 + 30, 14 * 60 + 45, 15 * 60 + 30, 16 * 60 + 15)
"""Starts of the parallel sessions of a day, each 40 minutes."""


def big_plan(number: int) -> Plan:
    """Return a plan of so many sessions; days and rooms grow alike, so that neither stays small."""
    days = max(1, round(number**0.5 / 8))
    rooms = max(2, -(-number // (days * (len(SLOTS) + 1))))
    registered = 10 * rooms
    made = tuple(session for day in range(days) for session in _day(day, rooms))[:number]
    members = {session.id for session in made}
    return Plan(
        id="big",
        title="Large meeting",
        days=tuple(Day(id=f"d{n}", date=date(2027, 3, 1) + timedelta(n), start=540, end=1080) for n in range(days)),
        rooms=(_hall(registered, rooms), *(_room(n) for n in range(rooms))),
        people=tuple(_person(n, n < registered) for n in range(registered + rooms)),
        rounds=tuple(
            Round(
                id=f"g{day}",
                title=f"Round {day + 1}",
                seats=tuple(
                    Seat(person=f"p{n}", session=f"s{day}r{n % rooms}")
                    for n in range(registered)
                    if f"s{day}r{n % rooms}" in members
                ),
            )
            for day in range(days)
        ),
        sessions=made,
        settings=Settings(
            cap=registered,
            expected=registered,
            reseating_minutes=5,
            longest_without_break=150,
            longest_one_way=60,
        ),
    )


def _hall(people: int, parts: int) -> Room:
    """The hall for everyone; its first rooms are its parts."""
    capacities = (Capacity(seating=Seating.ROWS, places=people + 20), Capacity(seating=Seating.STANDING, places=people))
    return Room(id="hall", name="Hall", capacities=capacities, parts=tuple(f"r{n}" for n in range(min(2, parts))))


def _room(number: int) -> Room:
    places = 12 + number % 5 * 4
    capacities = (Capacity(seating=Seating.CIRCLE, places=places), Capacity(seating=Seating.ROWS, places=places * 2))
    return Room(id=f"r{number}", name=f"Room {number + 1}", capacities=capacities)


def _person(number: int, registered: bool) -> Person:
    state = Registration.REGISTERED if registered else Registration.NONE
    return Person(id=f"p{number}", name=f"Person {number + 1}", registration=state)


def _day(day: int, rooms: int) -> list[Session]:
    """One day: welcome, parallel sessions, lunch, a round, parallel sessions, closing."""

    def everyone(key: str, kind: str, start: int, minutes: int, seating: Seating, *, fixed: bool = False) -> Session:
        place = Place(room="hall", seating=seating)
        return Session(
            id=f"s{day}{key}",
            kind=kind,
            title=f"{kind.capitalize()} {day + 1}",
            day=f"d{day}",
            start=start,
            minutes=minutes,
            fixed=fixed,
            places=(place,),
        )

    found = [
        everyone("welcome", "welcome", 540, 55, Seating.ROWS, fixed=True),
        everyone("lunch", "meal", 735, 60, Seating.STANDING, fixed=True),
        everyone("closing", "closing", 1020, 30, Seating.ROWS),
    ]
    found += [_forum(day, room) for room in range(rooms)]
    found += [_talk(day, slot, room, rooms) for slot in range(len(SLOTS)) for room in range(rooms)]
    return found


def _forum(day: int, room: int) -> Session:
    return Session(
        id=f"s{day}r{room}",
        kind="forum",
        title=f"Forum {room + 1}",
        day=f"d{day}",
        start=800,
        minutes=70,
        places=(Place(room=f"r{room}", seating=Seating.CIRCLE),),
        attendance=Share(round=f"g{day}"),
    )


def _talk(day: int, slot: int, room: int, rooms: int) -> Session:
    """One talk; every hundredth is planned for more people than its room holds."""
    key = f"{day}t{slot}x{room}"
    speaker = 10 * rooms + room
    guest = (day * 7 + slot * rooms + room) % (10 * rooms)
    too_many = (slot * rooms + room) % 100 == 99
    return Session(
        id=f"s{key}",
        kind="talk",
        title=f"Talk {slot + 1}.{room + 1}",
        day=f"d{day}",
        start=SLOTS[slot],
        minutes=40,
        places=(Place(room=f"r{room}", seating=Seating.ROWS),),
        attendance=Number(number=60 if too_many else 20),
        contributions=(
            Contribution(id=f"c{key}a", person=f"p{speaker}", role=Role.MODERATION, status=Status.CONFIRMED),
            Contribution(id=f"c{key}b", person=f"p{guest}", status=Status.CONFIRMED),
        ),
    )
