"""Projections that all views share: what stands first, what is side by side, who is where."""

from hypothesis import given
from hypothesis import strategies as st

from planner.model import Contribution, Item, Round, Seat, Span
from planner.model.agenda import is_barrier, lanes, of_person, on_day, slots, tray
from tests.model.small import SOME, at, forum, plan_of


def test_a_day_stands_by_start_then_in_the_plans_order() -> None:
    plan = plan_of(at("c", 1000), at("b", 900), at("a", 900), at("t", None), at("x", 900, day="tue"))
    assert [session.id for session in on_day(plan, "mon")] == ["b", "a", "c"]
    assert [session.id for session in tray(plan)] == ["t"]


def test_barriers_are_sessions_for_everyone_and_of_rounds() -> None:
    assert [is_barrier(session) for session in (at("a", 900), forum("f", 900), at("b", 900, who=SOME))] == [
        True,
        True,
        False,
    ]


def test_slots_keep_rounds_together_and_put_what_overlaps_side_by_side() -> None:
    plan = plan_of(
        at("lunch", 1200),
        forum("f2", 1405, 60),
        forum("f1", 1400, 70),
        at("first", 900, 30, "foyer", who=SOME),
        at("half", 915, 60, "half-1", who=SOME),
        at("third", 1000, 30, "hall", who=SOME),
        at("later", 1030, 30, "hall", who=SOME),
        at("nowhere", 1030, 30, who=SOME),
    )
    found = slots(plan, "mon")
    assert [(slot.start, slot.end, [session.id for session in slot.sessions]) for slot in found] == [
        (540, 630, ["third", "half", "first"]),
        (630, 660, ["later", "nowhere"]),
        (720, 780, ["lunch"]),
        (840, 910, ["f2", "f1"]),
    ]
    assert [slot.round.id if slot.round else None for slot in found] == [None, None, None, "round"]
    assert slots(plan, "tue") == ()


def test_a_person_is_where_they_contribute_or_sit_the_tray_last() -> None:
    ann = Contribution(id="c", person="ann")
    plan = plan_of(
        at("tray", None, contributions=(ann.changed(id="c1"),)),
        at("tuesday", 800, day="tue", contributions=(ann.changed(id="c2"),)),
        at("monday", 1500, items=(Item(id="i", title="", contributions=(ann.changed(id="c3"),)),)),
        forum("f", 1400),
        at("other", 900, contributions=(Contribution(id="c4", person="ben"),)),
        rounds=(Round(id="round", seats=(Seat(person="ann", session="f"),)),),
    )
    assert [session.id for session in of_person(plan, "ann")] == ["f", "monday", "tuesday", "tray"]


def test_lanes_are_as_few_as_can_be() -> None:
    spans = [Span(0, 240), Span(0, 30), Span(30, 60), Span(45, 90), Span(240, 250)]
    assert lanes(spans) == (0, 1, 1, 2, 0)


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(1, 60)), max_size=20))
def test_no_two_spans_of_a_lane_overlap(drawn: list[tuple[int, int]]) -> None:
    spans = sorted(Span(start, start + minutes) for start, minutes in drawn)
    found = list(zip(spans, lanes(spans), strict=True))
    for place, (span, lane) in enumerate(found):
        assert not any(span.overlaps(other) for other, beside in found[:place] if beside == lane)
    most = max((sum(other.start <= span.start < other.end for other in spans) for span in spans), default=0)
    assert len({lane for _, lane in found}) == most
