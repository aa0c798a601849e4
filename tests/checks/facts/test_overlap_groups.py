from collections.abc import Hashable

from hypothesis import given
from hypothesis import strategies as st

from planner.checks.facts.overlap_groups import Appearance, swept
from planner.model import Span


def appearance(drawn: tuple[int, int, bool, int]) -> Appearance:
    start, length, fixed, key = drawn
    return Appearance(Span(start, start + length), fixed, key, tolerant=key == 3)


APPEARANCES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 12), st.booleans(), st.integers(0, 4)).map(appearance), max_size=14
).map(lambda things: sorted(things, key=lambda thing: thing.span.start))


def meets(one: Hashable, other: Hashable) -> bool:
    """Two of the same class, except of class 0; the tolerant class 3 meets classes 1 and 4."""
    return {one, other} in ({1}, {2}, {4}, {3, 1}, {3, 4})


def shares(one: Appearance, other: Appearance) -> bool:
    """Whether two share time for good; a tolerant one shares none with what lies within it."""
    lasting = one.span.start < one.span.end and other.span.start < other.span.end
    if not (lasting and one.span.overlaps(other.span) and meets(one.key, other.key)):
        return False
    whole, small = (one, other) if one.tolerant else (other, one)
    return not (whole.tolerant and whole.span.start <= small.span.start and small.span.end <= whole.span.end)


def components(things: list[Appearance], *, overrunning: bool) -> set[frozenset[int]]:
    """The connected components of two and more, by comparing each with each until nothing more is added."""
    groups = [{number} for number in range(len(things))]
    for late, other in enumerate(things):
        for early, one in enumerate(things[:late]):
            runs_into = other.fixed and one.span.start < other.span.start < one.span.end and meets(one.key, other.key)
            late_start = other.fixed and one.span.start < other.span.start
            if runs_into if overrunning else shares(one, other) and not late_start:
                mine, theirs = (next(group for group in groups if number in group) for number in (early, late))
                if mine is not theirs:
                    groups.remove(theirs)
                    mine |= theirs
    return {frozenset(group) for group in groups if len(group) > 1}


@given(APPEARANCES)
def test_the_groups_are_the_components_of_what_shares_time(things: list[Appearance]) -> None:
    found = swept(things, meets)

    assert {frozenset(group) for group in found.sharing} == components(things, overrunning=False)
    assert {frozenset(group) for group in found.overrunning} == components(things, overrunning=True)
    assert all(group == sorted(group) for group in (*found.sharing, *found.overrunning))


def test_a_point_in_time_counts_where_it_is_asked_for() -> None:
    things = [Appearance(Span(0, 10), fixed=False, key=1), Appearance(Span(5, 5), fixed=False, key=1)]

    assert swept(things, meets).sharing == []
    assert swept(things, meets, points=True).sharing == [[0, 1]]
