"""When breaks, discussions and lunch are offered, and when not."""
# ruff: noqa: ANN401  # fields are checked by the model

from typing import Any, Final

from planner.model import Plan, Session
from tests.checks.cases.case import Case, talk
from tests.checks.tiny import QUIET, at, plan, session

BREAKS: Final = QUIET.changed(longest_without_break=90)
TALKS: Final = QUIET.changed(longest_one_way=45)
LUNCH: Final = QUIET.changed(lunch_minutes=60)


def working(*minutes: int, fixed: bool = False) -> Plan:
    """Sessions in a row from 10:00, of which the second may be fixed, and after a break another."""
    sessions: list[Session] = []
    start = at("10:00")
    for number, length in enumerate(minutes):
        here = session(f"s{number}", "10:00", length, fixed=fixed and number == 1)
        sessions.append(here.changed(start=start))
        start += length + 20 * (number == 1)
    return plan(*sessions, settings=BREAKS)


def talks(*sessions: Session) -> Plan:
    return plan(*sessions, settings=TALKS)


def meal(start: str, minutes: int = 60, **fields: Any) -> Session:
    return session("lunch", start, minutes, "", kind="meal", **fields)


def noon(*sessions: Session) -> Plan:
    """A day that spans noon, with what is given between its sessions."""
    return plan(session("first", "9:00"), *sessions, session("last", "15:00"), settings=LUNCH)


INSERTION_CASES: Final = (
    Case(
        "Insert a break of {minutes} min after “{session}”",
        "no-break",
        "what follows is fixed",
        working(50, 50),
        working(50, 50, fixed=True),
    ),
    Case(
        "Insert a break of {minutes} min after “{session}”",
        "no-break",
        "a part would still be too long",
        working(20, 90),
        working(20, 91),
    ),
    Case(
        "Insert a break of {minutes} min after “{session}”, leaving “{other}” only {left} min",
        "no-break",
        "no session after it can spare the time",
        working(50, 49, 50),
        working(50, 49, 49),
    ),
    Case(
        "End “{session}” {minutes} min earlier for a break",
        "no-break",
        "too little of the session would be left",
        working(39, 70),
        working(38, 70),
    ),
    Case(
        "Use the last {minutes} min of “{session}” for discussion",
        "one-way",
        "that would be more than half of it",
        talks(talk("one", "10:00", 90)),
        talks(talk("one", "10:00", 91)),
    ),
    Case(
        "Insert {minutes} min of discussion after “{session}”",
        "one-way",
        "a part would still be too long",
        talks(talk("one", "10:00", 40), talk("two", "10:40", 45)),
        talks(talk("one", "10:00", 40), talk("two", "10:40", 46)),
    ),
    Case(
        "Insert {minutes} min of discussion after “{session}”, leaving “{other}” only {left} min",
        "one-way",
        "no session after it can spare the time",
        talks(talk("one", "10:00", 40), talk("two", "10:40", 35), talk("three", "11:15", 40, "panel")),
        talks(talk("one", "10:00", 40), talk("two", "10:40", 35), talk("three", "11:15", 39, "panel")),
    ),
    Case(
        "“{session}” {minutes} min longer, what follows later",
        "lunch",
        "it is long enough, only late",
        noon(session("one", "10:00", 150), meal("12:30", 59), session("two", "13:29", 60)),
        noon(session("one", "10:00", 215), meal("13:35", 60)),
    ),
    Case(
        "Insert {minutes} min of lunch after “{session}”",
        "lunch",
        "nothing ends at noon",
        plan(session("one", "9:00", 180), session("two", "12:00", 120), settings=LUNCH),
        plan(session("one", "9:00", 179), session("two", "11:59", 120), settings=LUNCH),
    ),
    Case(
        "Insert {minutes} min of lunch after “{session}”, leaving “{other}” only {left} min",
        "lunch",
        "no session after it can spare the time",
        plan(session("one", "9:00", 240), session("two", "13:00", 90), settings=LUNCH),
        plan(session("one", "9:00", 240), session("two", "13:00", 89), settings=LUNCH),
    ),
    Case(
        "“{session}” before “{other}”",
        "lunch",
        "it is fixed",
        noon(session("one", "10:00", 150), session("two", "12:30", 65), meal("13:35")),
        noon(session("one", "10:00", 150), session("two", "12:30", 65), meal("13:35", fixed=True)),
    ),
)
