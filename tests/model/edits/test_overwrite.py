"""What a session covers gives way, and nothing is deleted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.examples import examples
from planner.model import Session
from planner.model.edits import overwrite
from tests.model.small import SOME, at, plan_of
from tests.strategies import plans


@pytest.mark.parametrize(
    ("other", "left"),
    [
        (at("b", 830, 60), (510, 540)),
        (at("b", 859, 30), (539, 540)),
        (at("b", 930, 60), (600, 630)),
        (at("b", 900, 30), None),
        (at("b", 910, 20), None),
        (at("b", 800, 150), (480, 540)),
        (at("b", 850, 150), (600, 680)),
        (at("b", 1000, 30), (600, 630)),
        (at("b", 910, 20, fixed=True), (550, 570)),
        (at("b", 930, 60, fixed=True), (570, 630)),
        (at("b", 830, 60, fixed=True), (510, 540)),
        (at("b", 910, 0), (550, 550)),
        (at("b", 910, 20, "foyer", who=SOME), (550, 570)),
        (at("b", 910, 20, "half-1", who=SOME), None),
    ],
)
def test_what_is_covered_is_shortened_or_goes_to_the_tray(other: Session, left: tuple[int, int] | None) -> None:
    after = overwrite(plan_of(at("a", 900, 60, "hall"), other), "a")
    found = after.session_by_id["b"]
    assert (None if found.start is None else (found.start, found.end)) == left
    assert after.session_by_id["a"] == at("a", 900, 60, "hall")


@given(st.data())
def test_nobody_covers_anything_for_long(data: st.DataObject) -> None:
    plan = data.draw(st.sampled_from([example.plan for example in examples().values()]) | plans(8))
    if not plan.sessions:
        return
    session = data.draw(st.sampled_from(plan.sessions))
    after = overwrite(plan, session.id)
    assert [block.id for block in after.sessions] == [block.id for block in plan.sessions]
    assert after.session_by_id[session.id] is session
    for old, new in zip(plan.sessions, after.sessions, strict=True):
        assert new.minutes <= old.minutes
        assert new.minutes or not old.minutes
        assert new.start == old.start or not old.fixed
    assert overwrite(after, session.id) is after
