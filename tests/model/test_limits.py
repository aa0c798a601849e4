"""Limits are what the model itself holds texts to, for every field of the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from planner.model import Day, Person, Plan, Room, Session
from planner.model.base import MAX_TEXT, MAX_TITLE, Frozen
from planner.model.limits import limit_of, over_limit
from planner.model.session import Contribution, Item
from planner.model.venue import Contact, Logo, Note, Venue
from tests.texts import AWKWARD

MODELS = (Contact, Contribution, Day, Item, Logo, Note, Person, Plan, Room, Session, Venue)
TEXTS = [(model, name) for model in MODELS for name in model.model_fields if limit_of(model, name) is not None]


def accepts(model: type[Frozen], name: str, text: str) -> bool:
    """Ask the model itself, by its field alone."""
    field = model.model_fields[name]
    value = (text,) if str(field.annotation).startswith("tuple") else text
    adapter: TypeAdapter[object] = TypeAdapter(model.__annotations__[name])
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(("model", "name"), TEXTS)
def test_the_limit_is_the_models(model: type[Frozen], name: str) -> None:
    most = limit_of(model, name) or 0
    assert most in {MAX_TITLE, MAX_TEXT}
    for text, over in (("x" * most, 0), ("x" * (most + 7), 7), ("x" * most + "\n \n", 0), ("é" * (most + 1), 1)):
        if limit_of(model, name) == MAX_TITLE or "\n" not in text:
            assert over_limit(model, name, text) == over
            assert accepts(model, name, text) is (over == 0)


@given(st.sampled_from(AWKWARD), st.integers(0, 320), st.sampled_from([("title", Session), ("name", Person)]))
def test_what_is_counted_is_what_the_model_keeps(text: str, times: int, where: tuple[str, type[Frozen]]) -> None:
    name, model = where
    typed = text * (times // len(text))
    assert accepts(model, name, typed) is (over_limit(model, name, typed) == 0)


def test_what_is_no_text_has_no_limit() -> None:
    for name in ("start", "kind", "places", "items", "audience", "nothing of this name"):
        assert limit_of(Session, name) is None
        assert over_limit(Session, name, "x" * 999) == 0


def test_the_longest_of_several_counts() -> None:
    assert over_limit(Session, "needs", "a", "x" * 303, "x" * 301) == 3
    assert over_limit(Session, "needs") == 0
