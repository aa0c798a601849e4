from hypothesis import given
from hypothesis import strategies as st

from planner.checks.facts.overlaps import crowded, pairs
from planner.model import Span

spans = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12), st.booleans()), max_size=12).map(
    lambda drawn: [(Span(start, start + length), chief, n) for n, (start, length, chief) in enumerate(sorted(drawn))]
)


@given(spans)
def test_every_pair_with_a_chief_is_found_once(things: list[tuple[Span, bool, int]]) -> None:
    found = [(one[2], two[2]) for one, two in pairs(things, lambda thing: thing[0], lambda thing: thing[1])]

    expected = [
        (one[2], two[2])
        for two in things
        for one in things[: things.index(two)]
        if (one[1] or two[1]) and one[0].start < one[0].end and one[0].end > two[0].start
    ]
    assert sorted(found) == sorted(expected)


@given(spans)
def test_a_crowd_is_where_a_pair_is(things: list[tuple[Span, bool, int]]) -> None:
    real = [thing for thing in things if thing[0].end > thing[0].start]

    assert crowded(span for span, _, _ in real) == any(pairs(real, lambda thing: thing[0]))


def test_a_long_one_is_kept_open_over_many_short_ones() -> None:
    things = [Span(0, 100), Span(10, 20), Span(30, 40), Span(50, 60)]

    assert list(pairs(things, lambda span: span)) == [(things[0], thing) for thing in things[1:]]
