"""A template gives a believable event for the answers of the start page, with new ids."""

import re
from collections.abc import Callable
from datetime import date
from itertools import count, pairwise
from typing import Literal

import pytest

from planner.checks import Problem, Severity, problems
from planner.examples import (
    TEMPLATES,
    osnabrueck,
    template,
)
from planner.importers.rooms import parse_rooms
from planner.model import Capacity, Ledger, Plan, Room, Seating
from planner.model.agenda import slots
from planner.model.room import Available

NEUTRAL = ("one-day", "two-day")


def found(plan: Plan, *severities: Severity) -> list[Problem]:
    return [problem for problem in problems(plan) if problem.severity in severities]


def counted() -> Callable[[], str]:
    counter = count(1)
    return lambda: f"n{next(counter)}"


class TestTemplates:
    @pytest.mark.parametrize("name", TEMPLATES)
    @pytest.mark.parametrize("language", ["de", "en"])
    def test_has_no_errors_and_nothing_given_out(self, name: str, language: Literal["de", "en"]) -> None:
        document = template(name, plan_id="new", language=language)
        assert found(document.plan, Severity.ERROR) == []
        assert document.plan.id == "new"
        assert document.ledger == Ledger()

    @pytest.mark.parametrize("name", NEUTRAL)
    @pytest.mark.parametrize("people", [1, 7, 12, 60, 61, 333, 2000])
    def test_its_own_rooms_hold_any_number_of_people(self, name: str, people: int) -> None:
        plan = template(name, plan_id="new", people=people).plan
        assert found(plan, Severity.ERROR) == []
        assert plan.settings.expected == plan.settings.cap == people

    @pytest.mark.parametrize("name", NEUTRAL)
    @pytest.mark.parametrize(
        "table",
        [
            "Saal; 80 Reihen; 60 Tische\nA; 20 Stuhlkreis\nB; 20 Stuhlkreis\nC; 24 U-Form\nFoyer; 80 Stehtische",
            "Saal; 80 Reihen\nRaum A; 20 Stuhlkreis",
            "Saal; 80 Reihen",
            "Werkstatt; 60 Tische\nSaal; 60 parlamentarisch",
            "Foyer; 90 Stehtische\nHalle; 90 Bankett",
        ],
    )
    def test_rooms_that_hold_everyone_give_no_error(self, name: str, table: str) -> None:
        rooms = parse_rooms(table).rooms
        plan = template(name, plan_id="new", people=60, rooms=rooms).plan
        assert found(plan, Severity.ERROR) == []
        assert plan.rooms == rooms

    def test_forums_are_in_the_given_rooms_side_by_side(self) -> None:
        rooms = parse_rooms("Saal; 80\nA; 30 Stuhlkreis\nB; 30 Stuhlkreis\nFoyer; 80 Stehtische", counted()).rooms
        plan = template("one-day", plan_id="new", rooms=rooms).plan
        (slot,) = [slot for slot in slots(plan, plan.days[0].id) if slot.round]
        assert [session.places[0].room for session in slot.sessions] == ["n2", "n3"]
        standing = {session.kind for session in plan.sessions for place in session.places if place.room == "n4"}
        assert standing == {"arrival", "break", "meal"}

    def test_a_foyer_whose_places_nobody_knows_takes_no_forum(self) -> None:
        rooms = parse_rooms("Saal; 80\nA; 30 Stuhlkreis\nB; 30 Stuhlkreis\nFoyer", counted()).rooms
        plan = template("one-day", plan_id="new", rooms=rooms).plan
        (slot,) = [slot for slot in slots(plan, plan.days[0].id) if slot.round]
        assert [session.places[0].room for session in slot.sessions] == ["n2", "n3"]

    def test_halves_of_a_hall_are_not_used_beside_it(self) -> None:
        places = (Capacity(seating=Seating.ROWS, places=40),)
        rooms = (
            Room(id="hall", name="Saal", capacities=(Capacity(seating=Seating.ROWS, places=90),), parts=("a", "b")),
            Room(id="a", name="Saal West", capacities=places),
            Room(id="b", name="Saal Ost", capacities=places, available=(Available(day="d", start=0, minutes=9),)),
        )
        plan = template("two-day", plan_id="new", rooms=rooms).plan
        assert found(plan, Severity.ERROR) == []

    @pytest.mark.parametrize("name", NEUTRAL)
    def test_is_a_whole_believable_day(self, name: str) -> None:
        plan = template(name, plan_id="new").plan
        kinds = {session.kind for session in plan.sessions}
        assert kinds >= {"arrival", "welcome", "talk", "panel", "break", "meal", "forum", "workshop", "closing"}
        for day in plan.days:
            blocks = slots(plan, day.id)
            assert all(one.end == two.start for one, two in pairwise(blocks))
            assert (blocks[0].start, blocks[-1].end) == (day.start, day.end)
        assert any(contribution.label == "N. N." for session in plan.sessions for contribution in session.contributions)

    def test_two_days_offer_the_same_topics_twice(self) -> None:
        plan = template("two-day", plan_id="new").plan
        topics = [{session.series for session in plan.sessions_in(round_.id)} for round_ in plan.rounds]
        assert len(topics) == 2
        assert topics[0] == topics[1] == {topic.id for topic in plan.series}

    def test_takes_title_date_and_language(self) -> None:
        plan = template("two-day", plan_id="new", title="Forum Wasser", first=date(2031, 5, 6), language="en").plan
        assert plan.title == "Forum Wasser"
        assert [day.date for day in plan.days] == [date(2031, 5, 6), date(2031, 5, 7)]
        assert plan.print.language == "en"
        assert "Coffee break" in {session.title for session in plan.sessions}
        assert not any(re.search("[äöüß]", session.title) for session in plan.sessions)

    def test_empty_is_one_day_without_sessions(self) -> None:
        plan = template("empty", plan_id="new", title="Leer").plan
        assert (len(plan.days), plan.sessions, plan.rooms) == (1, (), ())

    @pytest.mark.parametrize("name", TEMPLATES)
    def test_ids_are_new_each_time_and_chosen_by_tests(self, name: str) -> None:
        assert not _ids(template(name, plan_id="a").plan) & _ids(template(name, plan_id="b").plan)
        assert template(name, plan_id="a", ids=counted()) == template(name, plan_id="a", ids=counted())

    def test_the_example_can_have_another_title_and_date(self) -> None:
        plan = template("osnabrueck", plan_id="new", title="Anders", first=date(2031, 5, 6)).plan
        assert (plan.title, plan.days[0].date) == ("Anders", date(2031, 5, 6))
        assert len(plan.sessions) == len(osnabrueck().plan.sessions)

    def test_an_unknown_name_is_refused(self) -> None:
        with pytest.raises(KeyError):
            template("three-day", plan_id="new")


def _ids(plan: Plan) -> set[str]:
    nouns = (plan.days, plan.rooms, plan.people, plan.series, plan.rounds, plan.sessions)
    contributions = {contribution.id for session in plan.sessions for contribution in session.everyone()}
    return {entry.id for noun in nouns for entry in noun} | contributions


def test_no_answer_is_late_in_an_example_that_was_moved_to_another_year() -> None:
    first = date(2031, 3, 3)
    old, new = osnabrueck().plan, template("osnabrueck", plan_id="new", first=first).plan
    moved = first - old.days[0].date
    for before, after in zip(old.sessions, new.sessions, strict=True):
        for one, two in zip(before.everyone(), after.everyone(), strict=True):
            assert two.answer_by == (one.answer_by and one.answer_by + moved)
            assert two.asked_on == (one.asked_on and one.asked_on + moved)
    assert new.print.as_of == date(2031, 3, 3) - (old.days[0].date - date(2017, 5, 12))
    assert found(new, Severity.ERROR, Severity.WARNING) == []
