"""Distributes blocks over pages: no row is broken unless it is longer than a page, and days are kept whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.exporters.typeset.blocks import Block, split


@dataclass(frozen=True)
class PagePart:
    """A block with the gap above it, which is dropped at the top of a page."""

    block: Block
    gap: float = 0
    bookmark: str = ""
    keep: bool = False
    """Whether it stays on the page of the part after it."""


@dataclass(frozen=True)
class PageGroup:
    """Parts that belong together; a group to be kept whole begins a new page rather than being broken."""

    parts: tuple[PagePart, ...]
    whole: bool = False
    is_day: bool = False


class Pagination:
    """The pages so far: parts with their distance from the top, in points; the first page may have less room."""

    def __init__(self, first: float, later: float) -> None:
        self._first = first
        self._later = later
        self._used = 0.0
        self._broken_days = 0
        self.pages: list[list[tuple[float, PagePart]]] = [[]]

    @property
    def score(self) -> tuple[int, int]:
        """Return what should be small: the number of days broken by a page end, then that of pages."""
        return self._broken_days, len(self.pages)

    @property
    def _room(self) -> float:
        return self._first if len(self.pages) == 1 else self._later

    def add(self, group: PageGroup) -> None:
        """Add a group of parts."""
        parts = [part for part in group.parts if part.block.height]
        height = _height(parts)
        if group.whole and parts and not self._fits(parts[0].gap + height) and height <= self._later:
            self._turn()
        pages = set[int]()
        for number, part in enumerate(parts):
            # A heading moves to the next page with the row below it.
            together = parts[number : number + 2] if part.keep else parts[number : number + 1]
            needed = part.gap + _height(together)
            # What is longer than a page is cut anyway, so it begins here unless three quarters of the page are full.
            if not self._fits(needed) and (needed <= self._later or self._used > self._room * 0.75):
                self._turn()
            self._place(part)
            pages.add(len(self.pages))
        self._broken_days += group.is_day and len(pages) > 1

    def _fits(self, height: float) -> bool:
        return not self.pages[-1] or self._used + height <= self._room

    def _place(self, part: PagePart) -> None:
        """Place a part below the last one; one that is longer than the page is cut."""
        y = self._used + part.gap if self.pages[-1] else 0.0
        block, bookmark = part.block, part.bookmark
        while y + block.height > self._room + 0.1:
            above, below = split(block, self._room - y)
            self.pages[-1].append((y, PagePart(above, bookmark=bookmark)))
            self._turn()
            y, block, bookmark = 0.0, below, ""
        self.pages[-1].append((y, PagePart(block, bookmark=bookmark)))
        self._used = y + block.height

    def _turn(self) -> None:
        self.pages.append([])
        self._used = 0


def _height(parts: Sequence[PagePart]) -> float:
    return sum(part.block.height for part in parts) + sum(part.gap for part in parts[1:])
