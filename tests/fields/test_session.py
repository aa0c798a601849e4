"""What is typed about a session becomes one edit with one name, or one sentence; what is shown can be typed again."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.fields.choices import AUDIENCES
from planner.fields.field import MIXED, EditRequest, Field, FieldEdit, Input, Refusal
from planner.fields.places import places_of
from planner.fields.registry import FIELDS
from planner.fields.search import searched_text
from planner.fields.session import ATTENDANCE, AUDIENCE, KIND, NEEDS, NUMBER, ROOM, SEATING, STATUS, TITLE
from planner.fields.step import proposed_step, sessions_named
from planner.fields.texts import words_of
from planner.model import (
    Audience,
    Capacity,
    Contribution,
    Document,
    Everyone,
    Number,
    Person,
    Place,
    Plan,
    Room,
    Seating,
    Session,
    Share,
    Status,
)
from planner.model.limits import limit_of
from planner.model.programme import programme, sees
from planner.text import language
from planner.text.field_names import FIELD_LABELS
from tests.model.small import at, plan_of
from tests.profiles import tries
from tests.strategies import plans
from tests.texts import texts

EN, DE = language("en"), language("de")
HALL = Room(id="hall", name="Hall", capacities=(Capacity(seating=Seating.ROWS, places=80),))
BLUE = Room(id="blue", name="Blue", capacities=(Capacity(seating=Seating.CIRCLE, places=20),))
RED = Room(id="red", name="Red")
PLAN = plan_of(at("a", 900, 60, title="One"), at("b", 1000, title="Two"), rooms=(HALL, BLUE, RED))


def said(field: Field[Any], given_: object, *ids: str, plan: Plan = PLAN) -> Plan | str:
    step = proposed_step(field, EditRequest(plan, ids or ("a",), EN, "mon", flow=False), given_)
    return step.sentence if isinstance(step, Refusal) else step.plan


def changed(field: Field[Any], given_: object, *ids: str, plan: Plan = PLAN) -> Session:
    after = said(field, given_, *ids, plan=plan)
    assert isinstance(after, Plan)
    return after.sessions[0]


def test_each_field_is_declared_once_and_completely() -> None:
    assert len({field.id for field in FIELDS}) == len(FIELDS)
    assert len({field.label for field in FIELDS}) == len(FIELDS)
    for field in FIELDS:
        assert (field.choices is not None) == (field.input is Input.CHOICE), field.id
        assert (field.current is not None) == (field.input in {Input.CHOICE, Input.TICK}), field.id
        assert not field.attribute or limit_of(Session, field.attribute), field.id
        assert field.label in FIELD_LABELS.values() or field is NUMBER


def test_all_texts_of_a_session_can_be_typed() -> None:
    held = {name for name in Session.model_fields if limit_of(Session, name)}
    assert held == {field.attribute for field in FIELDS if field.attribute}


@pytest.mark.parametrize("viewer", list(Audience))
def test_no_programme_shows_a_text_to_whom_its_field_is_not_for(viewer: Audience) -> None:
    texts_ = {field.attribute: field for field in FIELDS if field.attribute and field is not NEEDS}
    marked: dict[str, Any] = {name: f"canary-{name}" for name in texts_}
    shown = repr(programme(Document(plan=plan_of(at("a", 900, **marked, needs=("canary-needs",)))), viewer))
    assert {name for name, text in marked.items() if text in shown} == {
        name for name, field in texts_.items() if sees(viewer, field.audience)
    }
    assert sees(viewer, NEEDS.audience) or "canary-needs" not in shown


@pytest.mark.parametrize("t", [EN, DE], ids=["en", "de"])
@settings(
    max_examples=tries(25),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(plan=plans(4))
def test_what_is_shown_or_chosen_can_be_entered_again_and_changes_nothing(t: Any, plan: Plan) -> None:  # noqa: ANN401
    for session in plan.sessions:
        for field in FIELDS:
            given_ = field.show(plan, session, t) if field.current is None else field.current(session)
            if given_ is MIXED:
                continue
            if field.choices is not None and given_ is not None:
                assert given_ in [value for value, _ in field.choices(plan, (session,), t)], field.id
            if field.id in {"start", "end", "number", "attendance"} or given_ is None:
                continue  # a clock does not say past which midnight, and two rounds may have one title
            if field is ROOM and any(place.seating is None for place in session.places):
                continue  # it gets one
            edit = field.answer(EditRequest(plan, (session.id,), t, "", flow=True), given_)
            assert isinstance(edit, Refusal) or edit.apply(plan).session_by_id[session.id] == session, field.id


@settings(max_examples=tries(100), deadline=None)
@given(text=texts, field=st.sampled_from([field for field in FIELDS if field.input is not Input.CHOICE]))
def test_no_text_breaks_anything(text: str, field: Field[Any]) -> None:
    found = field.answer(EditRequest(PLAN, ("a", "b"), EN, "mon", flow=True), text)
    assert isinstance(found, Refusal) or isinstance(found.apply(PLAN), Plan)


def test_a_step_is_named_by_its_session_or_by_the_field_and_a_number() -> None:
    def name(field: Field[Any], given_: object, *ids: str, words: str = "") -> str:
        step = proposed_step(field, EditRequest(PLAN, ids, EN, "mon", flow=False), given_, words)
        assert not isinstance(step, Refusal)
        return step.name

    assert name(KIND, "panel", "a") == "Change One"
    assert name(KIND, "panel", "a", "b") == "Change “Kind” of 2 sessions"
    assert name(TITLE, "Three", "a", "b") == "Change One"
    assert name(TITLE, "Three", "a", words="Add {session}") == "Add Three"
    assert sessions_named(PLAN, ("a", "b"), EN) == "2 sessions"


def test_what_the_plan_cannot_hold_is_refused() -> None:
    def burst(_plan: Plan) -> Plan:
        raise ValueError

    full = Field(
        "x", "X", Input.LINE, TITLE.show, TITLE.read, lambda _, __: FieldEdit(burst, "", ("a",)), TITLE.section
    )
    assert said(full, "x") == "The plan cannot hold that."


def test_a_text_that_is_too_long_is_refused_and_one_for_many_goes_to_all() -> None:
    assert "too many" in str(said(TITLE, "x" * 301))
    language_field = next(field for field in FIELDS if field.id == "language")
    after = said(language_field, "de", "a", "b")
    assert isinstance(after, Plan)
    assert [session.language for session in after.sessions] == ["de", "de"]


def test_needs_are_words_between_commas_and_keep_commas_of_their_own() -> None:
    assert words_of(" Projector ,step-free,, Projector") == ("Projector", "step-free")
    assert changed(NEEDS, "a, b").needs == ("a", "b")
    own = plan_of(at("a", 900, needs=("table, round", "water")))
    assert changed(NEEDS, "table, round, water", plan=own).needs == ("table, round", "water")
    assert "too many" in str(said(NEEDS, "x" * 301))


def test_another_room_takes_over_the_seating_that_it_has() -> None:
    one = changed(ROOM, "hall")
    assert one.places == (Place(room="hall", seating=Seating.ROWS),)
    plan = PLAN.changed(sessions=(one.changed(places=(Place(room="hall", seating=Seating.BANQUET),)),))
    assert changed(ROOM, "blue", plan=plan).places == (Place(room="blue", seating=Seating.CIRCLE),)
    assert changed(ROOM, "red", plan=plan).places == (Place(room="red", seating=Seating.BANQUET),)
    both = changed(ROOM, ("hall", "blue"), plan=plan)
    assert [place.seating for place in both.places] == [Seating.BANQUET, Seating.CIRCLE]
    assert changed(ROOM, "", plan=plan).places == ()
    assert places_of(plan, "a", ("hall",)) == plan.sessions[0].places


def test_a_seating_goes_for_all_rooms_or_one_for_each() -> None:
    both = PLAN.changed(sessions=(changed(ROOM, "hall blue"),))
    assert [place.seating for place in changed(SEATING, "banquet", plan=both).places] == ["banquet", "banquet"]
    each = changed(SEATING, (Seating.ROWS, Seating.BANQUET), plan=both)
    assert [place.seating for place in each.places] == ["rows", "banquet"]
    assert said(SEATING, "rows") == "Without a room there is no seating: choose a room first."
    assert SEATING.choices is not None
    assert SEATING.choices(PLAN, both.sessions, EN)[0][1] == "Rows · 80"


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("25", Number(number=25)),
        ("", Everyone()),
        ("everyone", Everyone()),
        ("for", Share(round="round")),
        (Share(round="round"), Share(round="round")),
    ],
)
def test_who_attends_is_typed_or_chosen(typed: object, who: object) -> None:
    assert changed(ATTENDANCE, typed).attendance == who


def test_a_number_is_refused_with_one_sentence_wherever_it_is_typed() -> None:
    sizes = [field for field in FIELDS if field.id in {"min_size", "max_size"}]
    for field in (NUMBER, *sizes):
        assert said(field, "many") == "“many” is not a number of people. Write it like 40."
    assert [changed(field, "").min_size for field in sizes] == [None, None]
    assert changed(sizes[1], " 14 ").max_size == 14
    assert changed(NUMBER, "12").attendance == Number(number=12)
    assert "Everyone, Forums" in str(said(ATTENDANCE, "many"))


def test_status_and_audience_go_for_all() -> None:
    ann = Contribution(id="c", person="ann")
    plan = plan_of(at("a", 900, contributions=(ann,)), at("b", 1000), people=(Person(id="ann", name="Ann"),))
    assert changed(STATUS, "declined", "a", "b", plan=plan).contributions[0].status is Status.DECLINED
    assert said(STATUS, "declined") == "Nobody contributes yet."
    assert changed(AUDIENCE, "team").audience is Audience.TEAM
    assert AUDIENCE.show(PLAN, PLAN.sessions[0], EN) == AUDIENCES[Audience.PUBLIC]


def test_the_filter_searches_what_is_shown() -> None:
    found = searched_text(PLAN, PLAN.sessions[0], EN)
    assert "one" in found
    assert "everyone" in found
    assert "monday" in found
