"""Find and replace: what str.replace would do, in just the texts it is for, and nothing else of the plan."""

from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.examples import template
from planner.fields.searched_texts import TEXTS
from planner.model import Contribution, Item, Person, Plan, Room, Round
from planner.model.base import MAX_TITLE, clean_line, clean_text
from planner.model.edits import replace_words
from planner.model.find_replace import ReplaceRefusal, Search, SearchHit, by_field, refusal, text_after
from planner.model.find_replace import hits as hits_in
from tests.model.small import at, plan_of
from tests.profiles import tries
from tests.strategies import plans
from tests.texts import texts

_few = settings(
    max_examples=tries(60),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
short = st.sampled_from(("a", "e", "Forum", "aa", " ", ".", "N.")) | st.text(max_size=3)


def hits(plan: Plan, search: Search) -> tuple[SearchHit, ...]:
    return hits_in(plan, search, TEXTS)


def titles(plan: Plan) -> list[str]:
    return [session.title for session in plan.sessions]


def all_replaced(plan: Plan, search: Search, replacement: str) -> Plan:
    return replace_words(plan, hits(plan, search), replacement)


@_few
@given(st.text("aAbB .", max_size=30), st.text("aAb.", min_size=1, max_size=3), texts)
def test_a_text_becomes_what_str_replace_makes_of_it(text: str, words: str, replacement: str) -> None:
    plan = plan_of(at("s", 900, title=text, description=text))
    before = plan.session_by_id["s"]
    after = all_replaced(plan, Search(words, case=True), replacement).session_by_id["s"]
    expected = str(clean_line(before.title.replace(words, replacement)))
    assert after.title == (expected if len(expected) <= MAX_TITLE else before.title)
    assert after.description == str(clean_text(before.description.replace(words, replacement)))


@_few
@given(plans(5), short, texts, st.booleans(), st.booleans())
def test_only_the_texts_with_hits_change(plan: Plan, words: str, replacement: str, case: bool, whole: bool) -> None:
    found = hits(plan, Search(words, case=case, whole=whole, rooms=True, people=True))
    after = replace_words(plan, found, replacement)
    expected: dict[str, Any] = plan.model_dump()
    for field, group in by_field(found).items():
        text = text_after(group, replacement)
        if refusal(field, text) is None:
            _put(expected, field.part, field.name, text)
    assert after.model_dump() == expected
    assert Plan.model_validate_json(after.model_dump_json()) == after


def _put(value: object, part: str, name: str, text: str) -> None:
    """Put a text into the thing with an id, wherever in a dumped plan it stands."""
    if isinstance(value, dict):
        entry = cast("dict[str, object]", value)
        if entry.get("id") == part and name in entry:
            entry[name] = text
        for member in entry.values():
            _put(member, part, name, text)
    elif isinstance(value, list | tuple):
        for member in cast("tuple[object, ...]", value):
            _put(member, part, name, text)


@_few
@given(plans(5), short)
def test_each_hit_is_what_was_looked_for(plan: Plan, words: str) -> None:
    for hit in hits(plan, Search(words, case=True, rooms=True, people=True)):
        assert hit.field.text[hit.start : hit.end] == clean_text(words)


@_few
@given(plans(5), short)
def test_what_is_replaced_by_itself_is_the_same_plan(plan: Plan, words: str) -> None:
    words = str(clean_text(words))
    assert all_replaced(plan, Search(words, case=True, rooms=True, people=True), words) is plan


def test_case_and_whole_words() -> None:
    plan = plan_of(at("a", 900, title="Rat, Rathaus und rat; Stadtrat"))
    assert len(hits(plan, Search("rat"))) == 4
    assert len(hits(plan, Search("Rat", case=True))) == 2
    assert titles(all_replaced(plan, Search("Rat", whole=True), "Gremium")) == [
        "Gremium, Rathaus und Gremium; Stadtrat"
    ]
    assert titles(all_replaced(plan, Search("Rat", case=True, whole=True), "Gremium")) == [
        "Gremium, Rathaus und rat; Stadtrat"
    ]


@pytest.mark.parametrize("words", [".", "a+", "(", "\\", "[x]", "^", "$"])
def test_signs_mean_themselves(words: str) -> None:
    plan = plan_of(at("a", 900, title=f"one {words} two"))
    assert titles(all_replaced(plan, Search(words), r"\1 \g<0>")) == [r"one \1 \g<0> two"]


def test_nothing_is_looked_for() -> None:
    plan = template("osnabrueck", plan_id="x").plan
    assert hits(plan, Search("")) == hits(plan, Search("\x00")) == ()


def plan_with_all() -> Plan:
    label = Contribution(id="label", label="old label", organisation="old", function="old")
    moderator = Contribution(id="moderator", label="old moderator")
    item = Item(id="item", title="old item", contributions=(Contribution(id="in-item", label="old guest"),))
    session = at(
        "s",
        900,
        title="old",
        subtitle="old",
        question="old",
        description="old",
        note="old",
        material="old",
        responsible="old",
    ).changed(items=(item,), contributions=(label,))
    plan = plan_of(
        session,
        title="old",
        rooms=(Room(id="room", name="old room"),),
        people=(Person(id="person", name="old person"),),
        rounds=(Round(id="round", title="old", question="old"),),
    )
    return plan.changed(days=(plan.days[0].changed(contributions=(moderator,)), *plan.days[1:]))


def test_all_texts_are_searched_and_names_by_a_switch() -> None:
    plan = plan_with_all()
    where = {(hit.field.part, hit.field.name) for hit in hits(plan, Search("old"))}
    assert where == {
        *(("s", name) for name in ("title", "subtitle", "question", "description", "note", "material", "responsible")),
        *(("item", "title"), ("in-item", "label"), ("moderator", "label"), ("plan", "title")),
        *(("label", "label"), ("label", "function"), ("label", "organisation")),
        *(("round", "title"), ("round", "question")),
    }
    for switch, part in (({"rooms": True}, "room"), ({"people": True}, "person")):
        more = {(hit.field.part, hit.field.name) for hit in hits(plan, Search("old", **switch))}
        assert more - where == {(part, "name")}
    after = all_replaced(plan, Search("old", rooms=True, people=True), "new")
    assert "old" not in after.model_dump_json()


def test_a_hit_that_is_left_out_stays() -> None:
    plan = plan_of(at("a", 900, title="x x x"), at("b", 1000, title="x"))
    found = hits(plan, Search("x"))
    assert titles(replace_words(plan, (found[1], found[3]), "yy")) == ["x yy x", "yy"]


def test_what_would_be_too_long_or_without_a_name_is_refused_and_stays() -> None:
    plan = plan_with_all()
    for words, part in (("old room", "room"), ("old person", "person"), ("old item", "item"), ("old label", "label")):
        (hit,) = hits(plan, Search(words, rooms=True, people=True))
        assert hit.field.part == part
        assert refusal(hit.field, text_after([hit], " ")) is ReplaceRefusal.EMPTY
        assert replace_words(plan, (hit,), "") is plan
        assert refusal(hit.field, text_after([hit], "x" * 301)) is ReplaceRefusal.LONG
        assert replace_words(plan, (hit,), "x" * 301) is plan
    title = next(hit for hit in hits(plan, Search("old")) if hit.field.name == "title" and hit.field.part == "s")
    assert replace_words(plan, (title,), "").session_by_id["s"].title == ""
