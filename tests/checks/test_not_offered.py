"""For each kind of fix two plans with the same problem: one in which it is offered, and one in which it is not.

One table, and therefore longer than other files.
"""
# ruff: noqa: ANN401  # fields are checked by the model

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from planner import checks
from planner.checks import Index, offers, problems
from planner.model import Available, Place, Plan, Registration, Role, Round, Seating, Session, Status
from tests.checks.tiny import (
    DAY,
    QUIET,
    ROOMS,
    at,
    forum,
    group,
    people,
    plan,
    room,
    seated,
    session,
    with_person,
)


class Case(NamedTuple):
    """A fix, the code of the problem, why the fix is not offered in the second plan, and both plans."""

    fix: str
    code: str
    reason: str
    yes: Plan
    no: Plan


FORUMS: Final = (room("ash", circle=20), room("elm", circle=16), room("oak", circle=14))
THREE: Final = (
    forum("one", "10:00", "ash circle"),
    forum("two", "10:00", "elm circle"),
    forum("three", "10:00", "oak circle"),
)
ROUND: Final = Round(id="round", title="Round")
BREAKS: Final = QUIET.changed(longest_without_break=90)
TALKS: Final = QUIET.changed(longest_one_way=45)
ARRIVAL: Final = QUIET.changed(arrival_minutes=15)
LUNCH: Final = QUIET.changed(lunch_minutes=60)
WALKING: Final = QUIET.changed(walking_minutes=5)
RESEATING: Final = QUIET.changed(reseating_minutes=20, expected=40)
ELM_AND_OAK: Final = (Place(room="elm", seating=Seating.CIRCLE), Place(room="oak", seating=Seating.CIRCLE))
ELM_AND_NORTH: Final = (Place(room="elm", seating=Seating.ROWS), Place(room="north", seating=Seating.ROWS))
HERS: Final = (with_person("c1", "p1"),)
HERS_TOO: Final = (with_person("c2", "p1"),)


def working(*minutes: int, fixed: bool = False) -> Plan:
    """Sessions in a row from 10:00, of which the second may be fixed, and after a break another."""
    sessions: list[Session] = []
    start = at("10:00")
    for number, length in enumerate(minutes):
        here = session(f"s{number}", "10:00", length, fixed=fixed and number == 1)
        sessions.append(here.changed(start=start))
        start += length + 20 * (number == 1)
    return plan(*sessions, settings=BREAKS)


def talk(key: str, start: str, minutes: int, kind: str = "talk", **fields: Any) -> Session:
    return session(key, start, minutes, kind=kind, **fields)


def talks(*sessions: Session) -> Plan:
    return plan(*sessions, settings=TALKS)


def meal(start: str, minutes: int = 60, **fields: Any) -> Session:
    return session("lunch", start, minutes, "", kind="meal", **fields)


def noon(*sessions: Session) -> Plan:
    """A day that spans noon, with what is given between its sessions."""
    return plan(session("first", "9:00"), *sessions, session("last", "15:00"), settings=LUNCH)


def full_round(*numbers: range, pinned: bool = False, **three: Any) -> Plan:
    """Three forums with 20, 16 and 14 places, and the people in each."""
    round_ = seated("round", *zip(("one", "two", "three"), numbers, strict=True))
    if pinned:
        round_ = round_.changed(seats=tuple(seat.changed(pinned=True) for seat in round_.seats))
    listed = people(max(max(taken) for taken in numbers), registration=Registration.REGISTERED)
    return plan(*THREE[:2], THREE[2].changed(**three), rooms=FORUMS, rounds=(round_,), people=listed)


def small_group(one: range, two: range) -> Plan:
    rounds = (seated("round", ("one", one), ("two", two), min_size=6),)
    listed = people(max(two), registration=Registration.REGISTERED)
    members = (forum("one", "10:00", "elm circle"), forum("two", "10:00", "oak circle"))
    return plan(*members, people=listed, rounds=rounds)


def waiting(*sessions: Session) -> Plan:
    """14 people for 14 places in Oak, and one more who waits."""
    listed = people(15, registration=Registration.REGISTERED)
    listed = (*listed[:14], listed[14].changed(registration=Registration.WAITING))
    return plan(*sessions, people=listed, rounds=(ROUND,), settings=QUIET.changed(cap=20))


def twice(one: Session, two: Session, **fields: Any) -> Plan:
    """Two sessions at once in which the same person is needed."""
    return plan(one, two, people=people(1, registration=Registration.REGISTERED), **fields)


def beside_a_seat(other: Session, *own: str) -> Plan:
    """A forum in which somebody has a seat, and something else at the same time; maybe contributing to the forum."""
    one = THREE[0].changed(contributions=tuple(with_person(key, "p1") for key in own))
    return twice(one, other, rounds=(seated("round", ("one", range(1, 2))),), rooms=(*FORUMS, room("fir", circle=30)))


def with_features(*features: str) -> Plan:
    rooms = (room("elm", circle=20).changed(features=("Flipchart",)), room("oak", circle=14).changed(features=features))
    return plan(group("one", "10:00", needs=("Beamer",)), rooms=rooms)


def walk(*others: Session, place: str = "ash rows", **fields: Any) -> Plan:
    rooms = (room("hall", rows=80, standing=80), room("ash", rows=70, standing=70), room("elm", circle=40))
    return plan(
        session("one", "10:00", 60),
        session("two", "11:02", 60, place, **fields),
        *others,
        rooms=rooms,
        settings=WALKING,
    )


def podium(fixed: str = "12:00", minutes: int = 70) -> Plan:
    return plan(session("podium", "11:00", minutes), session("end", fixed, fixed=True))


def away(*hours: tuple[str, str]) -> Plan:
    available = tuple(Available(day="mon", start=at(start), minutes=at(end) - at(start)) for start, end in hours)
    return plan(group("one", "10:00", contributions=HERS), people=people(1, available=available))


ARRIVING: Final = (session("in", "9:00", 30, kind="arrival"),)
CASES: Final = (
    Case(
        "Take {person} out of “{session}”",
        "person-twice",
        "they contribute there",
        beside_a_seat(group("walk", "10:30", place="fir circle", contributions=HERS_TOO)),
        beside_a_seat(group("walk", "10:30", place="fir circle", contributions=HERS_TOO), "c1"),
    ),
    Case(
        "Seat {person} in “{other}”",
        "person-twice",
        "the other session is in no round",
        beside_a_seat(THREE[1].changed(contributions=HERS_TOO)),
        beside_a_seat(group("walk", "10:30", place="fir circle", contributions=HERS_TOO)),
    ),
    Case(
        "Find somebody else for “{session}”",
        "person-twice",
        "they have two parts in each session",
        twice(
            group("one", "10:00", contributions=HERS), group("two", "10:30", 60, "oak circle", contributions=HERS_TOO)
        ),
        twice(
            group("one", "10:00", contributions=(*HERS, with_person("c3", "p1"))),
            group("two", "10:30", 60, "oak circle", contributions=(*HERS_TOO, with_person("c4", "p1"))),
        ),
    ),
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
        "Insert a break of {minutes} min after “{session}”, “{other}” only {left} min",
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
        "Plan “{session}” for {people}",
        "cap",
        "the event itself is too large",
        plan(group("one", "10:00", place="hall rows", people=61)),
        plan(settings=QUIET.changed(expected=61)),
    ),
    Case(
        "Raise the limit to {people}",
        "cap",
        "the setting holds no such number",
        plan(settings=QUIET.changed(expected=1, staff=99_999, staff_counts=True)),
        plan(settings=QUIET.changed(expected=2, staff=99_999, staff_counts=True)),
    ),
    Case(
        "Expect {people}",
        "cap",
        "these people are registered",
        plan(settings=QUIET.changed(expected=61)),
        plan(people=people(61, registration=Registration.REGISTERED)),
    ),
    Case(
        "Expect {people}",
        "cap",
        "the staff alone are too many",
        plan(settings=QUIET.changed(expected=1, staff=60, staff_counts=True)),
        plan(settings=QUIET.changed(expected=1, staff=61, staff_counts=True)),
    ),
    Case(
        "The last {minutes} min of “{session}” for discussion",
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
        "Insert {minutes} min of discussion after “{session}”, “{other}” only {left} min",
        "one-way",
        "no session after it can spare the time",
        talks(talk("one", "10:00", 40), talk("two", "10:40", 35), talk("three", "11:15", 40, "panel")),
        talks(talk("one", "10:00", 40), talk("two", "10:40", 35), talk("three", "11:15", 39, "panel")),
    ),
    Case(
        "Let “{session}” take place with {people}",
        "group-small",
        "nobody is in it",
        plan(group("one", "10:00", people=1, min_size=8)),
        plan(group("one", "10:00", people=0, min_size=8)),
    ),
    Case(
        "Move {moved} from “{other}” to “{session}”",
        "group-small",
        "the other one would become too small",
        small_group(range(1, 9), range(9, 13)),
        small_group(range(1, 8), range(8, 12)),
    ),
    Case(
        "Order for {people}",
        "catering",
        "the setting holds no such number",
        plan(settings=QUIET.changed(expected=1, staff=99_999, catering=65)),
        plan(settings=QUIET.changed(expected=2, staff=99_999, catering=65)),
    ),
    Case(
        "Register {moved} from the waiting list",
        "waiting",
        "a forum would become too full",
        waiting(),
        waiting(forum("two", "10:00", "oak circle")),
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
        "Insert {minutes} min of lunch after “{session}”, “{other}” only {left} min",
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
    Case(
        "Add {room}, {seating}: {places} in all",
        "room-small",
        "another room alone is enough",
        plan(session("one", "10:00", place="north rows"), rooms=ROOMS[1:4]),
        plan(session("one", "10:00", place="north rows")),
    ),
    Case(
        "Seating {seating}: {places}",
        "room-small",
        "too few find a place in it, too",
        plan(group("one", "10:00", place="hall groups", people=80), settings=QUIET.changed(cap=90)),
        plan(group("one", "10:00", place="hall groups", people=81), settings=QUIET.changed(cap=90)),
    ),
    Case(
        "Seating {seating}: {places}",
        "no-places",
        "several sessions are in that room",
        plan(group("one", "10:00", place="elm")),
        plan(group("one", "10:00", place="elm"), group("two", "11:00", place="elm")),
    ),
    Case(
        "“{session}” to {room}, {seating} ({places})",
        "room-small",
        "the other room is taken",
        plan(group("one", "10:00", place="oak circle", people=15), rooms=ROOMS[3:]),
        plan(group("one", "10:00", place="oak circle", people=15), group("two", "10:59"), rooms=ROOMS[3:]),
    ),
    Case(
        "“{session}” to {room}, {seating} ({places})",
        "room-small",
        "people would have to stand",
        plan(
            session("one", "10:00", 20, "oak circle", kind="break"),
            rooms=(room("oak", circle=14), room("bar", standing=60)),
        ),
        plan(session("one", "10:00", 20, "oak circle"), rooms=(room("oak", circle=14), room("bar", standing=60))),
    ),
    Case(
        "“{session}” to {room}, {seating} ({places})",
        "equipment",
        "nobody knows whether the other room has it",
        with_features("Beamer"),
        with_features(),
    ),
    Case(
        "“{session}” to {room}, {seating} ({places})",
        "reseating",
        "each is in several rooms",
        plan(
            session("one", "10:00"),
            session("two", "11:10", place="hall groups"),
            rooms=(room("hall", rows=80, groups=48),),
            settings=RESEATING,
        ),
        plan(
            group("one", "10:00", people=30, places=ELM_AND_OAK),
            group("two", "11:10", people=30, places=ELM_AND_NORTH),
            rooms=(room("north", rows=40), *ROOMS[3:]),
            settings=RESEATING,
        ),
    ),
    Case(
        "“{session}” to {room}, {seating} ({places})",
        "walking",
        "each room is in use by others meanwhile",
        walk(),
        walk(group("x", "10:55", 10, "ash rows"), group("y", "11:30", 10, "hall rows")),
    ),
    Case(
        "“{session}”: seating {seating}, {places}",
        "round-short",
        "the seating has one place too few",
        plan(
            *(forum("one", "10:00", "elm circle"), forum("two", "10:00", "oak circle")),
            rounds=(ROUND,),
            settings=QUIET.changed(expected=44),
        ),
        plan(
            *(forum("one", "10:00", "elm circle"), forum("two", "10:00", "oak circle")),
            rounds=(ROUND,),
            settings=QUIET.changed(expected=45),
        ),
    ),
    Case(
        "Move {moved} to “{other}”",
        "round-full",
        "their seats are pinned",
        full_round(range(1, 19), range(19, 35), range(35, 51)),
        full_round(range(1, 19), range(19, 35), range(35, 51), pinned=True),
    ),
    Case(
        "Move {moved} to the other sessions of “{round}”",
        "round-full",
        "one session takes them all",
        full_round(range(1, 20), range(20, 35), range(35, 51)),
        full_round(range(1, 19), range(19, 35), range(35, 51)),
    ),
    Case(
        "Let {people} into “{session}”",
        "round-full",
        "the room has too few places",
        full_round(range(1, 15), range(15, 31), range(31, 45), max_size=10),
        full_round(range(1, 15), range(15, 31), range(31, 46), max_size=10),
    ),
    Case(
        "Make “{words}” the subtitle of “{session}”",
        "long-text",
        "it has a subtitle already",
        plan(group("one", "10:00", title=f"{'A' * 70}: {'B' * 70}")),
        plan(group("one", "10:00", title=f"{'A' * 70}: {'B' * 70}", subtitle="C")),
    ),
)


def kinds(tried: Plan, code: str) -> set[str]:
    """The fixes that are offered for the problems of a code."""
    index = Index(tried)
    found = [problem for problem in problems(tried, index) if problem.code == code]
    assert found
    return {offer.fix.message.many for problem in found for offer in offers(tried, problem, index)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.fix}: {case.reason}")
def test_a_fix_is_offered_only_where_it_helps(case: Case) -> None:
    assert case.fix in kinds(case.yes, case.code)
    assert case.fix not in kinds(case.no, case.code)


ALWAYS: Final = {
    "Start the day at {to_at}": "a day can always begin earlier",
    "A second interpreter (N. N.)": "whoever is alone can always be joined; see below for who is not",
    "Asked again: answer by {by_on}": "it needs a current date; see below",
}


def test_each_kind_of_fix_has_a_plan_in_which_it_is_not_offered() -> None:
    kinds_of_fixes: set[str] = set()
    for file in Path(*checks.__path__).rglob("*.py"):
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef) and not function.name.endswith("sentence"):
                kinds_of_fixes |= set(messages(function))

    assert kinds_of_fixes == {case.fix for case in CASES} | set(ALWAYS)


def messages(function: ast.FunctionDef) -> Iterator[str]:
    """The messages that a function makes: outside the sentences of checks, they are the labels of fixes."""
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Message":
            label = call.args[0]
            assert isinstance(label, ast.Constant)
            yield str(label.value)


def test_a_pair_of_interpreters_needs_no_third_where_another_is_alone() -> None:
    interpreters = tuple(
        with_person(f"c{number}", label=label, role=Role.INTERPRETER)
        for number, label in enumerate(("Dolmetscherin", "Dolmetscher", "Gebärdensprache"))
    )
    tried = plan(group("one", "10:00", 90, contributions=interpreters))
    (problem,) = problems(tried)

    (offer,) = offers(tried, problem)

    assert offer.plan.session_by_id["one"].contributions[-1].function == "Gebärdensprache"


def test_nobody_is_asked_again_without_a_current_date() -> None:
    asked = with_person("c1", label="A", status=Status.ASKED, answer_by=DAY.date - timedelta(20))
    tried = plan(group("one", "10:00", contributions=(asked,)))
    (problem,) = (found for found in problems(tried, today=DAY.date) if found.code == "answer-late")

    assert len(offers(tried, problem, Index(tried, DAY.date))) == 1
    assert offers(tried, problem) == ()
