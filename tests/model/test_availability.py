"""Hours of a day: what goes into the document comes out again as the same wall time, on days of 23 and 25 hours too."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from planner.model import Day, Plan, Room, Span
from planner.model.availability import ALL_DAY, all_day, available_on, hours_by_day

DATES = st.sampled_from((date(2027, 3, 28), date(2027, 10, 31), date(2027, 6, 21)))


def _there(on: date, spans: tuple[Span, ...]) -> list[Span]:
    plan = Plan(id="plan", days=(Day(id="d", date=on),))
    kept = available_on(plan, plan.days[0], spans)
    plan = plan.changed(rooms=(Room(id="r", name="R", available=kept),))
    return hours_by_day(plan, plan.rooms[0].available)["d"]


@given(DATES, st.integers(4 * 60, 1400), st.integers(1, 600))
def test_hours_come_out_as_they_went_in(on: date, start: int, minutes: int) -> None:
    assert _there(on, (Span(start, start + minutes),)) == [Span(start, start + minutes)]


@given(DATES)
def test_a_whole_day_reaches_into_the_night(on: date) -> None:
    (span,) = _there(on, ALL_DAY)
    assert (span.start, span.end) >= (0, 26 * 60)
    assert all_day((span,))


def test_touching_hours_are_one() -> None:
    on = date(2027, 6, 21)
    assert _there(on, (Span(600, 660), Span(480, 600), Span(720, 780))) == [Span(480, 660), Span(720, 780)]
    assert not all_day((Span(0, 1439), Span(1, 1440)))
