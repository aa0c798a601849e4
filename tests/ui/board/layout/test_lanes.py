from hypothesis import given
from hypothesis import strategies as st

from planner.model import Span
from planner.ui.board.layout.columns import clash
from planner.ui.board.layout.lanes import Lanes

Block = tuple[Span, int, int]
"""A span, and the first and the last column."""


def block(drawn: tuple[int, int, int, int]) -> Block:
    start, length, first, width = drawn
    return Span(start, start + length), first, first + width


BLOCKS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 8), st.integers(0, 3), st.integers(0, 2)).map(block), max_size=14
).map(sorted)


def meet(one: Block, other: Block) -> bool:
    """Whether two blocks cannot share a lane: they clash, and have a column in common."""
    return clash(one[0], other[0]) and one[1] <= other[2] and other[1] <= one[2]


def laid(blocks: list[Block]) -> tuple[list[int], list[list[int]]]:
    lanes = Lanes({column for _, first, last in blocks for column in (first, last + 1)})
    taken = [lanes.take(number, first, last, span) for number, (span, first, last) in enumerate(blocks)]
    return taken, list(lanes.groups(len(blocks)))


@given(BLOCKS)
def test_each_block_takes_the_first_lane_that_is_free(blocks: list[Block]) -> None:
    taken, _ = laid(blocks)

    for number, one in enumerate(blocks):
        busy = {taken[before] for before in range(number) if meet(blocks[before], one)}
        assert taken[number] == min(lane for lane in range(len(blocks) + 1) if lane not in busy)


@given(BLOCKS)
def test_the_groups_are_what_clashes_directly_or_through_others(blocks: list[Block]) -> None:
    _, groups = laid(blocks)

    assert sorted(number for group in groups for number in group) == list(range(len(blocks)))
    of_block = {number: place for place, group in enumerate(groups) for number in group}
    for group in groups:
        reached, open_ = {group[0]}, [group[0]]
        while open_:
            one = blocks[open_.pop()]
            more = [number for number in group if number not in reached and meet(one, blocks[number])]
            reached.update(more)
            open_ += more
        assert reached == set(group)
    for one in range(len(blocks)):
        for other in range(one):
            assert of_block[one] == of_block[other] or not meet(blocks[one], blocks[other])
