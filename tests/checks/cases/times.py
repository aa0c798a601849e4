"""When fixes that move, shorten or lengthen sessions are offered, and when not."""

from typing import Final

from planner.model import Available, Plan
from tests.checks.cases.case import FORUMS, HERS, HERS_TOO, ROUND, THREE, Case, talk, twice, walk
from tests.checks.tiny import QUIET, ROOMS, at, group, people, plan, session

ARRIVAL: Final = QUIET.changed(arrival_minutes=15)
ARRIVING: Final = (session("in", "9:00", 30, kind="arrival"),)


def podium(fixed: str = "12:00", minutes: int = 70) -> Plan:
    return plan(session("podium", "11:00", minutes), session("end", fixed, fixed=True))


def away(*hours: tuple[str, str]) -> Plan:
    available = tuple(Available(day="mon", start=at(start), minutes=at(end) - at(start)) for start, end in hours)
    return plan(group("one", "10:00", contributions=HERS), people=people(1, available=available))


TIME_CASES: Final = (
    Case(
        "“{session}” to {to_at}",
        "person-twice",
        "the later one is fixed",
        twice(
            group("one", "10:00", contributions=HERS), group("two", "10:30", 60, "oak circle", contributions=HERS_TOO)
        ),
        twice(
            group("one", "10:00", contributions=HERS),
            group("two", "10:30", 60, "oak circle", contributions=HERS_TOO, fixed=True),
        ),
    ),
    Case(
        "“{session}” to {to_at}",
        "contributor-away",
        "their hours are too short",
        away(("14:00", "15:00")),
        away(("14:00", "14:59")),
    ),
    Case(
        "“{session}” to {to_at}",
        "beside-everyone",
        "the smaller one is fixed",
        plan(session("one", "10:00"), group("two", "10:30", 30)),
        plan(session("one", "10:00"), group("two", "10:00", 30, fixed=True)),
    ),
    Case(
        "“{session}” to {to_at}",
        "walking",
        "the later one is fixed",
        walk(),
        walk(fixed=True),
    ),
    Case(
        "“{session}” and what follows to {to_at}",
        "everyone-twice",
        "it is a round",
        plan(session("one", "10:00"), session("two", "10:50"), session("three", "11:50")),
        plan(
            session("zero", "9:30"),
            *(member.changed(start=at("10:20")) for member in THREE),
            rounds=(ROUND,),
            rooms=ROOMS + FORUMS[:1],
        ),
    ),
    Case(
        "“{session}” and what follows to {to_at}",
        "early",
        "it is fixed",
        plan(*ARRIVING, talk("one", "9:30", 30), talk("two", "10:00", 30), settings=ARRIVAL),
        plan(*ARRIVING, talk("one", "9:30", 30, fixed=True), talk("two", "10:00", 30), settings=ARRIVAL),
    ),
    Case(
        "Shorten “{session}” by {minutes} min",
        "everyone-twice",
        "less than five minutes would be left",
        plan(session("one", "10:00"), session("two", "10:05")),
        plan(session("one", "10:00"), session("two", "10:04")),
    ),
    Case(
        "“{session}” {minutes} min longer",
        "fixed-gap",
        "it is a round of several sessions",
        podium(minutes=45),
        plan(
            *THREE, session("end", "11:15", place="hall rows", fixed=True), rounds=(ROUND,), rooms=(*ROOMS, FORUMS[0])
        ),
    ),
    Case(
        "End the day at {to_at}",
        "after-day",
        "a day ends before midnight of the next",
        plan(session("one", "46:00", 119)),
        plan(session("one", "46:00", 120)),
    ),
)
