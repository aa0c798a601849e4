"""Days stand by date; what was on a removed one goes to the tray."""

from datetime import date

import pytest

from planner.model import Acceptance, Available, Contribution, Day, Person, Room
from planner.model.edits import add_day, change_day, remove_day
from tests.model.small import MONDAY, PEOPLE, TUESDAY, at, plan_of


def test_days_stand_in_order_of_their_dates() -> None:
    plan = add_day(plan_of(), Day(id="sun", date=date(2027, 2, 28)))
    assert [day.id for day in plan.days] == ["sun", "mon", "tue"]
    plan = change_day(plan, "mon", date=date(2027, 3, 5))
    assert [day.id for day in plan.days] == ["sun", "tue", "mon"]


def test_sessions_go_along_to_another_date() -> None:
    plan = change_day(plan_of(at("a", 900)), "mon", date=date(2028, 3, 5))
    assert (plan.sessions[0].day, plan.sessions[0].start) == ("mon", 540)


def test_two_days_cannot_have_the_same_date() -> None:
    with pytest.raises(ValueError, match="same date"):
        add_day(plan_of(), Day(id="x", date=MONDAY.date))
    with pytest.raises(ValueError, match="same date"):
        change_day(plan_of(), "mon", date=TUESDAY.date)


def test_a_removed_day_takes_nothing_with_it_but_what_is_its_own() -> None:
    there = (Available(day="mon", start=540, minutes=60), Available(day="tue", start=540, minutes=60))
    plan = plan_of(
        at("a", 900, fixed=True),
        at("b", 900, day="tue", fixed=True),
        at("c", None, day="mon"),
        days=(MONDAY.changed(contributions=(Contribution(id="c1", person="ann"),)), TUESDAY),
        rooms=(Room(id="foyer", name="Foyer", available=there),),
        people=(PEOPLE[0], Person(id="ben", name="Ben", available=there)),
        acceptances=(Acceptance(code="x", subjects=("a", "mon")), Acceptance(code="x", subjects=("a",))),
    )
    left = remove_day(plan, "mon")
    assert [(session.id, session.day, session.start, session.fixed) for session in left.sessions] == [
        ("a", None, None, False),
        ("b", "tue", 540, True),
        ("c", None, None, False),
    ]
    assert left.rooms[0].available == left.people[1].available == there[1:]
    assert [acceptance.subjects for acceptance in left.acceptances] == [("a",)]
    assert left.people[0] is plan.people[0]
    assert left.sessions[1] is plan.sessions[1]
