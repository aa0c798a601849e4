"""What an audience may see of a plan: only what is marked for it, and whom that names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.model import Audience, Contribution, Plan
from planner.model.redaction import seen_by
from tests.model.small import at, plan_of
from tests.model.toys import Interpreter, ToyRoom, ToySession, toy_plan
from tests.profiles import tries
from tests.strategies import plans


def test_a_field_without_a_mark_is_internal_and_a_special_one_for_nobody() -> None:
    found = [seen_by(toy_plan(), audience).sessions[0] for audience in Audience]
    texts = [(session.sponsor, session.allergies) for session in found if isinstance(session, ToySession)]
    assert texts == [("", ""), ("", ""), ("", ""), ("Acme", "")]


def test_people_are_seen_where_something_that_is_seen_names_them() -> None:
    plan = seen_by(toy_plan(), Audience.PUBLIC)
    session = plan.sessions[0]
    assert isinstance(session, ToySession)
    assert session.interpreters == (Interpreter(person="ben"), Interpreter(person="cem"))
    assert [person.id for person in plan.people] == ["ann", "ben", "cem"]
    room = seen_by(plan_of(rooms=(ToyRoom(id="r", name="R", key="ann"),)), Audience.PUBLIC)
    assert room.people == ()
    assert room.rooms == (ToyRoom(id="r", name="R"),)


def test_what_names_a_hidden_session_leads_nowhere() -> None:
    plan = toy_plan()
    hidden = plan.sessions[1].changed(audience=Audience.TEAM)
    seen = seen_by(plan.changed(sessions=(plan.sessions[0], hidden)), Audience.ATTENDEES)
    (session,) = seen.sessions
    assert isinstance(session, ToySession)
    assert session.after == ()


@pytest.mark.parametrize("audience", Audience)
def test_a_contribution_for_the_team_is_for_the_team(audience: Audience) -> None:
    plan = plan_of(at("a", 900, contributions=(Contribution(id="c", person="ann", audience=Audience.TEAM),)))
    seen = seen_by(plan, audience)
    there = audience in {Audience.TEAM, Audience.INTERNAL}
    assert bool(seen.sessions[0].contributions) is there
    assert bool(seen.people) is there


@settings(deadline=None, max_examples=tries(30))
@given(plans(), st.sampled_from(Audience))
def test_what_is_seen_is_a_plan_and_seeing_it_again_hides_nothing_more(plan: Plan, audience: Audience) -> None:
    seen = seen_by(plan, audience)
    assert Plan.model_validate(seen.model_dump()) == seen
    assert seen_by(seen, audience) == seen
    assert not any(person.needs for person in seen.people)
    if audience != Audience.INTERNAL:
        assert not any(session.note for session in seen.sessions)
