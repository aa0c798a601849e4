"""Some sessions of a plan and all that they refer to, as a plan of its own, to be pasted elsewhere."""

from collections.abc import Collection

from planner.model.person import Person, Registration
from planner.model.plan import Day, Plan
from planner.model.room import Room
from planner.model.round import Round


def excerpt(plan: Plan, sessions: Collection[str]) -> Plan:
    """Return a plan of these sessions, with the days, kinds, rooms, people, rounds and series that they name.

    People come as those who contribute. What they need, wish and registered for belongs to their event: it stays there,
    as do seats in rounds.
    """
    wanted = frozenset(sessions)
    chosen = tuple(session for session in plan.sessions if session.id in wanted)
    kinds = {session.kind for session in chosen}
    days = {session.day for session in chosen}
    rooms = {place.room for session in chosen for place in session.places}
    people = {contribution.person for session in chosen for contribution in session.everyone()}
    rounds = {session.round for session in chosen}
    series = {session.series for session in chosen}
    return Plan(
        id=plan.id,
        title=plan.title,
        zone=plan.zone,
        days=tuple(_day(day) for day in plan.days if day.id in days),
        kinds=tuple(kind for kind in plan.kinds if kind.id in kinds),
        rooms=tuple(_room(room) for room in plan.rooms if room.id in rooms),
        people=tuple(_person(person) for person in plan.people if person.id in people),
        rounds=tuple(_round(round_) for round_ in plan.rounds if round_.id in rounds),
        series=tuple(topic for topic in plan.series if topic.id in series),
        sessions=chosen,
        print=plan.print,
    )


def _day(day: Day) -> Day:
    return day.changed(contributions=())


def _room(room: Room) -> Room:
    return room.changed(parts=(), available=())


def _person(person: Person) -> Person:
    return person.changed(
        group="", registration=Registration.NONE, listed=False, available=(), wishes=(), needs=(), note=""
    )


def _round(round_: Round) -> Round:
    return round_.changed(seats=())
