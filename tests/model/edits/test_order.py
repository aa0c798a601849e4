"""The border between two sessions that follow each other, and who follows whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.examples import examples
from planner.model import Plan, Session
from planner.model.edits import move_border, neighbour_after, neighbour_before, next_on_track, swap_order
from tests.model.small import SOME, at, forum, plan_of
from tests.strategies import plans


def spans(plan: Plan) -> dict[str, tuple[int, int]]:
    return {session.id: (session.start or 0, session.end) for session in plan.sessions}


def after(plan: Plan, session: str) -> str | None:
    found = neighbour_after(plan, session)
    return found.id if found else None


def test_a_border_rolls_and_nothing_else_moves() -> None:
    plan = plan_of(at("a", 900), at("b", 1000), at("c", 1100))
    assert spans(move_border(plan, "a", "b", 615)) == {"a": (540, 615), "b": (615, 660), "c": (660, 720)}
    assert spans(move_border(plan, "a", "b", 570)) == {"a": (540, 570), "b": (570, 660), "c": (660, 720)}


def test_both_sides_keep_a_minute() -> None:
    plan = plan_of(at("a", 900), at("b", 1000))
    assert spans(move_border(plan, "a", "b", 2000)) == {"a": (540, 659), "b": (659, 660)}
    assert spans(move_border(plan, "a", "b", 0)) == {"a": (540, 541), "b": (541, 660)}


def test_a_round_rolls_at_its_end_and_at_its_start() -> None:
    plan = plan_of(at("a", 900), forum("one", 1000, 60), forum("two", 1000, 30), at("z", 1100))
    longer = spans(move_border(plan, "one", "z", 675))
    assert (longer["one"], longer["two"], longer["z"]) == ((600, 675), (600, 630), (675, 720))
    shorter = spans(move_border(plan, "one", "z", 620))
    assert (shorter["one"], shorter["two"], shorter["z"]) == ((600, 620), (600, 620), (620, 720))
    later = spans(move_border(plan, "a", "two", 610))
    assert (later["a"], later["one"], later["two"]) == ((540, 610), (610, 660), (610, 630))


def test_what_does_not_follow_has_no_border() -> None:
    plan = plan_of(at("a", 900, 30), at("b", 1000), at("c", 930, 30, day="tue"), at("d", None))
    for second in ("a", "b", "c", "d"):
        assert move_border(plan, "a", second, 580) is plan


@pytest.mark.parametrize(
    ("second", "follows"),
    [
        (at("b", 1000), True),
        (at("b", 1000, 60, "half-1", who=SOME), True),
        (at("b", 1000, 60, "foyer", who=SOME), False),
        (at("b", 1001), False),
        (at("b", 1000, 0), False),
        (at("b", 1000, day="tue"), False),
        (forum("b", 1000), True),
    ],
)
def test_who_follows_whom(second: Session, follows: bool) -> None:
    plan = plan_of(at("a", 900, 60, "hall", who=SOME), second)
    assert after(plan, "a") == ("b" if follows else None)
    before = neighbour_before(plan, "b")
    assert (before.id if before else None) == ("a" if follows else None)


def test_the_same_room_comes_before_what_is_for_all() -> None:
    plan = plan_of(at("a", 900, 60, "foyer"), at("b", 1000), at("c", 1000, 60, "foyer"))
    assert after(plan, "a") == "c"


@given(st.data())
def test_rolling_keeps_the_outer_edges_and_all_that_is_not_at_the_border(data: st.DataObject) -> None:
    plan = data.draw(st.sampled_from([example.plan for example in examples().values()]) | plans(8))
    pairs = [(session, other) for session in plan.sessions if (other := neighbour_after(plan, session.id))]
    if not pairs:
        return
    first, second = data.draw(st.sampled_from(pairs))
    rolled = move_border(plan, first.id, second.id, data.draw(st.integers(-100, 3000)))
    one, two = rolled.session_by_id[first.id], rolled.session_by_id[second.id]
    assert (one.start, one.end, two.end) == (first.start, two.start, second.end)
    assert one.minutes
    assert two.minutes
    for session in plan.sessions:
        new = rolled.session_by_id[session.id]
        in_rounds = session.round is not None and session.round in {first.round, second.round}
        assert new is session or session.id in {first.id, second.id} or in_rounds
        assert new.minutes >= min(1, session.minutes)


def test_neighbours_change_their_order_and_keep_rooms_lengths_and_the_gap() -> None:
    plan = plan_of(at("a", 900, 30, "hall"), at("b", 940, 60, "foyer"), at("c", 1040, 20))
    swapped = swap_order(plan, "b", "a")
    assert spans(swapped) == {"b": (540, 600), "a": (610, 640), "c": (640, 660)}
    assert [session.places[0].room for session in swapped.sessions[:2]] == ["hall", "foyer"]
    assert swap_order(swapped, "a", "b") == plan


def test_a_round_changes_its_order_as_a_whole() -> None:
    plan = plan_of(at("a", 900, 30), forum("one", 930, 60), forum("two", 930, 45))
    assert spans(swap_order(plan, "a", "two")) == {"a": (600, 630), "one": (540, 600), "two": (540, 585)}


def test_the_next_on_a_track_may_be_far_away_but_is_no_mark() -> None:
    mark = at("mark", 1100, 0, fixed=True)
    plan = plan_of(at("a", 900, 30, "hall", who=SOME), at("b", 1000, 60, "foyer", who=SOME), mark, at("c", 1300))
    found = next_on_track(plan, "a")
    assert found is not None
    assert found.id == "c"
    back = next_on_track(plan, "c", back=True)
    assert back is not None
    assert back.id == "b"
    assert next_on_track(plan, "a", back=True) is None


def test_sessions_of_different_days_and_in_the_tray_have_no_order_to_swap() -> None:
    plan = plan_of(at("a", 900), at("b", 1000, day="tue"), at("c", None))
    assert swap_order(plan, "a", "b") is plan
    assert swap_order(plan, "a", "c") is plan
    assert swap_order(plan, "c", "a") is plan
