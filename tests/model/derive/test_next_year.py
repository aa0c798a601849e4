"""A plan of the next year: valid, the same in its durations and relations, and nobody of the old one in it."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.examples import examples, osnabrueck_two_days
from planner.model import (
    Contact,
    Contribution,
    Day,
    Document,
    Person,
    Plan,
    Registration,
    Role,
    Session,
    Status,
)
from planner.model.derive.new_ids import reidentified
from planner.model.derive.next_year import NextYearChoices, next_date, next_title, next_year, still_named
from planner.model.edits.contributions import map_contributions
from tests.model.small import MONDAY, at, plan_of
from tests.profiles import tries
from tests.strategies import plans

_few = settings(
    max_examples=tries(40),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
OLD, NAME = "0ld-id-", "Canary7c1f"
LATER = date(2036, 3, 4)
KEPT = st.builds(NextYearChoices, *(st.booleans() for _ in NextYearChoices._fields))


def counted(prefix: str) -> Callable[[], str]:
    counter = count(1)
    return lambda: f"{prefix}{next(counter)}"


def made(plan: Plan, kept: NextYearChoices = NextYearChoices(), first: date = LATER) -> Plan:  # noqa: B008  # immutable
    return next_year(plan, "Next", first, kept, plan_id="next", ids=counted("n")).plan


def named(plan: Plan) -> Plan:
    """Return a plan in which every name is one that can be found again."""
    names = counted(NAME)
    people = tuple(
        person.changed(name=names(), email=names(), phone=names(), function=names(), organisation=names(), note=names())
        for person in plan.people
    )
    sessions = tuple(session.changed(responsible=names()) for session in plan.sessions)
    contact = Contact(name=names(), email=names(), phone=names(), text=names())
    plan = plan.changed(people=people, sessions=sessions, contact=contact, organiser_email=names(), imprint=names())
    return map_contributions(
        plan,
        lambda contribution: contribution.changed(
            label=names(), function=names(), organisation=names(), status=Status.CONFIRMED
        ),
    )


@_few
@given(plans(), KEPT)
def test_no_old_id_is_in_it_and_it_is_whole(plan: Plan, kept: NextYearChoices) -> None:
    old = reidentified(Document(plan=plan), f"{OLD}plan", counted(OLD)).plan
    document = next_year(old, "Next", LATER, kept, plan_id="next", ids=counted("n"))
    written = document.model_dump_json()
    assert OLD not in written
    assert Document.model_validate_json(written) == document
    assert not document.ledger.releases
    assert document.plan.days[0].date == LATER


@_few
@given(plans(), KEPT.map(lambda kept: kept._replace(people=False, contact=False)))
def test_nobody_is_named_in_it(plan: Plan, kept: NextYearChoices) -> None:
    old = named(plan)
    assert old.contact.name in old.model_dump_json()
    assert NAME not in made(old, kept).model_dump_json()


@_few
@given(plans())
def test_the_programme_is_the_same(plan: Plan) -> None:
    new = made(plan)
    assert [_shape(new, session) for session in new.sessions] == [_shape(plan, session) for session in plan.sessions]
    assert [day.date - new.days[0].date for day in new.days] == [day.date - plan.days[0].date for day in plan.days]
    for old_room, room in zip(plan.rooms, new.rooms, strict=True):
        assert room.capacities == old_room.capacities
        assert _at(new.rooms, room.parts) == _at(plan.rooms, old_room.parts)
    assert (new.settings, new.venue, new.kinds) == (plan.settings, plan.venue, plan.kinds)


def _shape(plan: Plan, session: Session) -> tuple[object, ...]:
    """Return what a session is, and where that it refers to stands in the plan's order."""
    return (
        (
            session.title,
            session.kind,
            session.minutes,
            session.start,
            session.fixed,
            session.items and len(session.items),
        ),
        _at(plan.days, (session.day,)),
        _at(plan.rooms, tuple(place.room for place in session.places)),
        [place.seating for place in session.places],
        _at(plan.rounds, (session.round,)),
        _at(plan.series, (session.series,)),
        [contribution.role for contribution in session.everyone() if contribution.status != Status.DECLINED],
    )


def _at(entries: tuple[object, ...], ids: tuple[str | None, ...]) -> list[int]:
    known = [getattr(entry, "id", "") for entry in entries]
    return [known.index(id_) for id_ in ids if id_ is not None]


@pytest.mark.parametrize("name", examples())
def test_the_examples_have_a_next_year(name: str) -> None:
    old = examples()[name].plan
    names = {person.name for person in old.people if len(person.name) > 5} | {old.contact.name}
    new = made(old)
    written = json.dumps(new.model_dump(mode="json"), ensure_ascii=False)
    assert [name for name in names if name and name in written] == []
    assert len(new.sessions) == len(old.sessions)


ASKED = Contribution(id="c1", person="ann", role=Role.MODERATION, asked_on=date(2027, 1, 2), answer_by=date(2027, 2, 3))
GONE = Contribution(id="c2", person="ben", status=Status.DECLINED)


def _with_people() -> Plan:
    return plan_of(
        at("a", 900, contributions=(ASKED, GONE), note="Key at the porter’s"),
        people=(
            Person(id="ann", name="Ann", registration=Registration.REGISTERED, needs=("vegan",), note="calls back"),
            Person(id="ben", name="Ben"),
        ),
    )


def test_open_places_stay_where_somebody_contributed() -> None:
    (place,) = made(_with_people()).sessions[0].contributions
    assert (place.person, place.label, place.role, place.status) == (None, "", Role.MODERATION, Status.OPEN)
    assert made(_with_people(), NextYearChoices(open_places=False)).sessions[0].contributions == ()


def test_people_who_are_kept_have_not_been_asked_yet() -> None:
    plan = made(_with_people(), NextYearChoices(people=True))
    (place,) = plan.sessions[0].contributions
    assert plan.person_by_id[place.person or ""].name == "Ann"
    assert (place.status, place.asked_on, place.answer_by) == (Status.OPEN, None, None)
    assert {person.registration for person in plan.people} == {Registration.NONE}
    assert {person.needs for person in plan.people} == {()}


@_few
@given(KEPT)
def test_the_address_of_last_years_meeting_goes(kept: NextYearChoices) -> None:
    old = plan_of(at("a", 900, link="https://meet.example.org/0ld"), at("b", 960, title="Walk"))
    assert "meet.example.org" not in made(old, kept).model_dump_json()


def test_internal_notes_go_unless_they_are_wanted() -> None:
    assert made(_with_people()).sessions[0].note == ""
    assert made(_with_people(), NextYearChoices(notes=True)).sessions[0].note == "Key at the porter’s"
    assert made(_with_people(), NextYearChoices(people=True, notes=True)).people[0].note == "calls back"


def test_rooms_alone_can_be_kept_and_the_programme_alone() -> None:
    plan = osnabrueck_two_days().plan
    rooms = made(plan, NextYearChoices(programme=False))
    assert (len(rooms.rooms), rooms.sessions, rooms.rounds) == (len(plan.rooms), (), ())
    programme = made(plan, NextYearChoices(rooms=False))
    assert (programme.rooms, len(programme.sessions)) == ((), len(plan.sessions))
    assert not any(session.places for session in programme.sessions)


def test_a_date_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="date"):
        made(plan_of(at("a", 900)), first=date(2999, 12, 31))


def test_the_date_proposed_is_the_same_weekday_and_still_to_come() -> None:
    plan = plan_of(days=(MONDAY,))
    for today in (date(2027, 1, 1), date(2027, 3, 1), date(2031, 8, 9)):
        found = next_date(plan, today)
        assert found.weekday() == MONDAY.date.weekday()
        assert found > max(today, MONDAY.date)
        assert (found - MONDAY.date) % timedelta(weeks=52) == timedelta()


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Treffen 2027", "Treffen 2028"), ("Treffen", "Treffen"), ("T2027/2027", "T2028/2028"), ("12027", "12027")],
)
def test_the_year_in_the_title_follows(title: str, expected: str) -> None:
    plan = plan_of(days=(Day(id="d", date=date(2027, 3, 1)),)).changed(title=title)
    assert next_title(plan, date(2028, 3, 1)) == expected


def test_names_that_stand_in_texts_are_told() -> None:
    people = (Person(id="ann", name="Ann „Ä“ Lee"), Person(id="ben", name="Ben Lee"), Person(id="cat", name="Cat"))
    old = plan_of(at("a", 900, title="Cat: talk by Ann „Ä“ Lee"), people=people)
    assert still_named(old, made(old)) == ("Ann „Ä“ Lee",)
    assert still_named(old, made(old, NextYearChoices(people=True))) == ()
    talks = plan_of(at("a", 900, contributions=(Contribution(id="c", person="ben"),)), people=people)
    assert still_named(talks, made(talks, NextYearChoices(people=True))) == ()
