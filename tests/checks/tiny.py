"""Plans of a few sessions, and what the checks say of them."""
# ruff: noqa: ANN401  # fields are checked by the model

from datetime import date
from typing import Any, Final

from planner.checks import Offer, Problem, offers, problems
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
    Round,
    Seat,
    Seating,
    Session,
    Settings,
    Share,
    Status,
)
from planner.text import language, offer_sentence, problem_sentence

QUIET: Final = Settings(
    expected=60,
    cap=60,
    reseating_minutes=0,
    walking_minutes=0,
    longest_without_break=1440,
    longest_one_way=1440,
    lunch_minutes=0,
    arrival_minutes=0,
    forum_moderation=False,
    forum_minutes=False,
    forum_timekeeping=False,
)
"""Limits that a few sessions keep, so that each test of a check is about that check alone."""
DAY: Final = Day(id="mon", date=date(2027, 3, 1), start=9 * 60, end=17 * 60)
GERMAN, ENGLISH = language("de"), language("en")


def room(key: str, *parts: str, **places: int) -> Room:
    """A room named after its id, with its places by seating."""
    capacities = tuple(Capacity(seating=Seating(name), places=number) for name, number in places.items())
    return Room(id=key, name=key.capitalize(), parts=parts, capacities=capacities)


ROOMS: Final = (
    room("hall", "north", "south", rows=80, groups=48),
    room("north", rows=40, groups=24),
    room("south", rows=40, groups=24),
    room("elm", circle=20, rows=30),
    room("oak", circle=14),
)


def at(clock: str) -> int:
    """Minutes of a clock time."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def session(key: str, start: str, minutes: int = 60, place: str = "hall rows", **fields: Any) -> Session:
    """A session for everyone, titled after its id; the place is a room and a seating."""
    words = place.split()
    seating = Seating(words[1]) if len(words) > 1 else None
    usual: dict[str, Any] = {"kind": "workshop", "title": key.capitalize(), "attendance": Everyone()}
    usual |= {"places": (Place(room=words[0], seating=seating),) if words else ()}
    usual |= {"day": "mon", "start": at(start)} if start else {}
    return Session(id=key, minutes=minutes, **usual | fields)


def group(
    key: str, start: str, minutes: int = 60, place: str = "elm circle", people: int = 10, **fields: Any
) -> Session:
    """A session for a number of people."""
    return session(key, start, minutes, place, attendance=Number(number=people), **fields)


def forum(key: str, start: str, place: str, minutes: int = 60, round_: str = "round", **fields: Any) -> Session:
    """A session of a round."""
    return session(key, start, minutes, place, kind="forum", attendance=Share(round=round_), **fields)


def with_person(key: str, person: str | None = None, **fields: Any) -> Contribution:
    """A contribution, confirmed unless said otherwise."""
    usual: dict[str, Any] = {"status": Status.CONFIRMED}
    return Contribution(id=key, person=person, **usual | fields)


def plan(*sessions: Session, **fields: Any) -> Plan:
    """A day from 9:00 to 17:00 with five rooms, 60 people expected, and limits for time that nothing breaks."""
    usual: dict[str, Any] = {"days": (DAY,), "rooms": ROOMS, "settings": QUIET}
    return Plan(id="plan", sessions=sessions, **usual | fields)


def people(number: int, **fields: Any) -> tuple[Person, ...]:
    """Some people: p1, p2, …"""
    return tuple(Person(id=f"p{n}", name=f"Person {n}", **fields) for n in range(1, number + 1))


def seated(key: str, *sessions: tuple[str, range], **fields: Any) -> Round:
    """A round with people by their numbers in its sessions."""
    seats = tuple(Seat(person=f"p{n}", session=name) for name, numbers in sessions for n in numbers)
    return Round(id=key, title=key.capitalize(), seats=seats, **fields)


def codes(of: Plan) -> list[str]:
    """The codes of all problems."""
    return [problem.code for problem in problems(of)]


def only(of: Plan, code: str) -> Problem:
    """The one problem of a plan, which is of this code."""
    found = problems(of)
    assert [problem.code for problem in found] == [code]
    return found[0]


def sentences(of: Plan, problem: Problem) -> tuple[str, str]:
    """The German and the English sentence of a problem."""
    return problem_sentence(of, problem, GERMAN), problem_sentence(of, problem, ENGLISH)


def offered(of: Plan, problem: Problem) -> list[str]:
    """What is offered to mend a problem."""
    return [offer_sentence(of, offer, ENGLISH) for offer in offers(of, problem)]


def pressed(of: Plan, problem: Problem, sentence: str) -> Plan:
    """The plan after a fix was chosen by its label."""
    by_label: dict[str, Offer] = {offer_sentence(of, offer, ENGLISH): offer for offer in offers(of, problem)}
    return by_label[sentence].plan
