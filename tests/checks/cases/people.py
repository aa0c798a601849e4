"""When fixes of seats, numbers of people and texts are offered, and when not."""
# ruff: noqa: ANN401  # fields are checked by the model

from typing import Any, Final

from planner.model import Plan, Registration, Session
from tests.checks.cases.case import FORUMS, HERS, HERS_TOO, ROUND, THREE, Case, twice
from tests.checks.tiny import QUIET, forum, group, people, plan, room, seated, with_person


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


def beside_a_seat(other: Session, *own: str) -> Plan:
    """A forum in which somebody has a seat, and something else at the same time; maybe contributing to the forum."""
    one = THREE[0].changed(contributions=tuple(with_person(key, "p1") for key in own))
    return twice(one, other, rounds=(seated("round", ("one", range(1, 2))),), rooms=(*FORUMS, room("fir", circle=30)))


PEOPLE_CASES: Final = (
    Case(
        "Remove {person} from “{session}”",
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
        "Hold “{session}” with {people}",
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
        "Order food for {people}",
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
        "Move {moved} to “{other}”",
        "round-full",
        "their seats are pinned",
        full_round(range(1, 19), range(19, 35), range(35, 51)),
        full_round(range(1, 19), range(19, 35), range(35, 51), pinned=True),
    ),
    Case(
        "Move {moved} to “{other}”",
        "round-full",
        "no other one has places for all of them",
        full_round(range(1, 19), range(19, 35), range(35, 51)),
        full_round(range(1, 20), range(20, 36), range(36, 52)),
    ),
    Case(
        "Move {moved} to the other sessions of “{round}”",
        "round-full",
        "one session takes them all",
        full_round(range(1, 20), range(20, 35), range(35, 51)),
        full_round(range(1, 19), range(19, 35), range(35, 51)),
    ),
    Case(
        "Admit {people} to “{session}”",
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
