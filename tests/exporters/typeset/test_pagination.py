from planner.exporters.typeset.blocks import Block, Rectangle, split, stacked
from planner.exporters.typeset.pagination import PageGroup, PagePart, Pagination


def block(height: float) -> Block:
    return Block(height, (Rectangle(0, 0, 10, height, fill="#000000"),))


def laid_out(*groups: PageGroup, first: float = 100, later: float = 90) -> list[list[tuple[float, float]]]:
    pages = Pagination(first, later)
    for group in groups:
        pages.add(group)
    return [[(y, part.block.height) for y, part in page] for page in pages.pages]


def test_parts_follow_each_other_with_their_gaps_until_the_page_is_full() -> None:
    parts = tuple(PagePart(block(30), gap=5) for _ in range(4))
    assert laid_out(PageGroup(parts)) == [[(0, 30), (35, 30), (70, 30)], [(0, 30)]]


def test_a_heading_stays_with_what_follows() -> None:
    before, heading, row = PagePart(block(60)), PagePart(block(20), keep=True), PagePart(block(30))
    assert laid_out(PageGroup((before, heading, row))) == [[(0, 60)], [(0, 20), (20, 30)]]
    loose = PagePart(block(20))
    assert laid_out(PageGroup((before, loose, row))) == [[(0, 60), (60, 20)], [(0, 30)]]


def test_a_group_that_is_to_stay_whole_begins_a_page() -> None:
    rows = (PagePart(block(30)), PagePart(block(30)))
    assert laid_out(PageGroup((PagePart(block(50)),)), PageGroup(rows, whole=True)) == [[(0, 50)], [(0, 30), (30, 30)]]
    assert laid_out(PageGroup((PagePart(block(50)),)), PageGroup(rows)) == [[(0, 50), (50, 30)], [(0, 30)]]


def test_a_group_longer_than_a_page_begins_where_it_is() -> None:
    rows = tuple(PagePart(block(30)) for _ in range(4))
    assert laid_out(PageGroup((PagePart(block(30)),)), PageGroup(rows, whole=True))[0] == [(0, 30), (30, 30), (60, 30)]


def test_what_is_longer_than_a_page_is_cut_and_nothing_of_it_is_lost() -> None:
    pages = laid_out(PageGroup((PagePart(block(250)),)))
    assert pages == [[(0, 100)], [(0, 90)], [(0, 60)]]


def test_broken_days_are_counted() -> None:
    pages = Pagination(100, 100)
    pages.add(PageGroup((PagePart(block(60)),), is_day=True))
    pages.add(PageGroup((PagePart(block(30)), PagePart(block(30))), is_day=True))
    assert pages.score == (1, 2)


def test_a_cut_between_rows_is_better_than_the_last_one_possible() -> None:
    above, below = split(stacked([block(60), block(60)]), 100)
    assert (above.height, below.height) == (60, 60)
