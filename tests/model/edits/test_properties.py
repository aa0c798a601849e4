"""What holds for all edits: the plan stays valid, the old one untouched, and what is left alone is shared."""

from collections.abc import Callable, Iterator
from typing import Any, Final, Protocol, cast

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from planner.examples import examples
from planner.model import Plan, edits
from planner.model.base import Frozen
from planner.model.plan import ids_of
from tests.model.edits.arguments import ARGUMENTS, QUERIES, Call, Pick
from tests.profiles import tries
from tests.strategies import plans

NAMES: Final = sorted(ARGUMENTS)
TAKE_OTHERS_ALONG: Final = {"remove_day", "move_border", "swap_order"}
"""Edits that move the rest of a round, too, or take its day away."""
SAMPLES: Final = tuple(document.plan for document in examples().values())
_few = settings(
    max_examples=tries(8),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def test_every_edit_has_arguments() -> None:
    assert set(edits.__all__) - QUERIES == set(ARGUMENTS)


@pytest.mark.parametrize("name", NAMES)
@_few
@given(st.data())
def test_an_edit_keeps_what_it_promises(name: str, data: st.DataObject) -> None:
    plan = data.draw(st.sampled_from(SAMPLES) | plans(5), label="plan")
    call = ARGUMENTS[name](Pick(data, plan))
    before = plan.model_dump_json()
    after = _applied(name, plan, call)
    note(f"{name} {call}")
    assert plan.model_dump_json() == before
    assert Plan.model_validate_json(after.model_dump_json()) == after
    assert _applied(name, plan, call) == after
    assert (after is plan) == (after == plan)
    _check_shared(plan, after)
    _check_acceptances(plan, after)
    _check_fixed(name, plan, after, repr(call))


def _applied(name: str, plan: Plan, call: Call) -> Plan:
    edit = cast("Callable[..., Plan]", getattr(edits, name))
    return edit(plan, *call.args, **call.fields)


def _check_shared(before: Plan, after: Plan) -> None:
    for name in Plan.model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            assert old is new, name
    known = dict(_parts(before))
    for key, new in _parts(after):
        if known.get(key) == new:
            assert known[key] is new, key


def _parts(plan: Plan) -> Iterator[tuple[str, Frozen]]:
    """Give all that has an id, wherever it stands, by kind and id."""
    for name in Plan.model_fields:
        value: Any = getattr(plan, name)
        if isinstance(value, tuple):
            yield from _in(cast("tuple[Any, ...]", value))


def _in(entries: tuple[Any, ...]) -> Iterator[tuple[str, Frozen]]:
    for entry in entries:
        if isinstance(entry, Frozen) and "id" in type(entry).model_fields:
            yield f"{type(entry).__name__} {cast('_HasId', entry).id}", entry
            for name in ("items", "contributions"):
                yield from _in(getattr(entry, name, ()))


def _check_acceptances(before: Plan, after: Plan) -> None:
    lost = set(ids_of(before)) - set(ids_of(after))
    for acceptance in after.acceptances:
        assert lost.isdisjoint(acceptance.subjects)


def _check_fixed(name: str, before: Plan, after: Plan, call: str) -> None:
    """Look for a fixed time that an edit moved although nobody named the session."""
    for old in before.sessions if name not in TAKE_OTHERS_ALONG else ():
        new = after.session_by_id.get(old.id)
        if new is not None and old.fixed and old.scheduled and f"'{old.id}'" not in call:
            assert (new.day, new.start, new.fixed) == (old.day, old.start, True)
