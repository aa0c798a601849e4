"""A part of a plan as a plan of its own: some sessions, and what they cannot be without, to be pasted elsewhere."""

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
    chosen = tuple(each for each in plan.sessions if each.id in wanted)
    kinds = {each.kind for each in chosen}
    days = {each.day for each in chosen}
    rooms = {place.room for each in chosen for place in each.places}
    people = {contribution.person for each in chosen for contribution in each.everyone()}
    rounds = {each.round for each in chosen}
    series = {each.series for each in chosen}
    return Plan(
        id=plan.id,
        title=plan.title,
        zone=plan.zone,
        days=tuple(_day(each) for each in plan.days if each.id in days),
        kinds=tuple(each for each in plan.kinds if each.id in kinds),
        rooms=tuple(_room(each) for each in plan.rooms if each.id in rooms),
        people=tuple(_person(each) for each in plan.people if each.id in people),
        rounds=tuple(_round(each) for each in plan.rounds if each.id in rounds),
        series=tuple(each for each in plan.series if each.id in series),
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
