"""Gives blocks that clash in a column lanes side by side, in one pass by start. No Qt."""

from bisect import bisect_left
from collections.abc import Iterable
from heapq import heappop, heappush

from planner.model import Span


class _Stretch:
    """Columns that the same blocks use: the lanes that are taken there now, and until when."""

    def __init__(self) -> None:
        self.taken = 0
        """A bit for each lane; whole sets of lanes are then compared at once."""
        self._ends: list[tuple[int, int]] = []
        self._last: tuple[int, int] = (-1, -1)
        self._lines, self._minute = 0, -1
        self._line = -1

    def reach(self, minute: int) -> None:
        """Free the lanes of what is over at a minute."""
        while self._ends and self._ends[0][0] <= minute:
            self.taken &= ~(1 << heappop(self._ends)[1])
        if self._minute != minute:
            self._lines, self._minute, self._line = 0, minute, -1

    def blocked(self, *, line: bool) -> int:
        """Return the lanes that a block from now on cannot have; a line also not those of lines at its minute."""
        return self.taken | self._lines if line else self.taken

    def neighbours(self, *, line: bool) -> Iterable[int]:
        """Return blocks through which all that clashes with a block from now on is connected."""
        if self._last[0] > self._minute:
            yield self._last[1]
        if line and self._line >= 0:
            yield self._line

    def add(self, block: int, lane: int, end: int) -> None:
        """Put a block into a lane until a minute."""
        if end <= self._minute:
            self._lines |= 1 << lane
            self._line = block
        else:
            self.taken |= 1 << lane
            heappush(self._ends, (end, lane))
            self._last = max(self._last, (end, block))


class Lanes:
    """The lanes of a day. Blocks are numbered, and come in order of start, lines before others of their minute."""

    def __init__(self, edges: Iterable[int]) -> None:
        self._edges = sorted(edges)
        """The columns at which any block begins, and those after any last one: between two of them nothing differs."""
        self._stretches = [_Stretch() for _ in self._edges]
        self._above: list[int] = []

    def take(self, block: int, first: int, last: int, span: Span) -> int:
        """Return the first lane that is free in the columns from first to last, and take it."""
        line = max(span) == span.start
        here = self._stretches[bisect_left(self._edges, first) : bisect_left(self._edges, last + 1)]
        self._above.append(block)
        blocked = 0
        for stretch in here:
            stretch.reach(span.start)
            blocked |= stretch.blocked(line=line)
            for other in stretch.neighbours(line=line):
                self._above[self._top(other)] = self._top(block)
        lane = (~blocked & (blocked + 1)).bit_length() - 1  # the lowest bit that is not set
        for stretch in here:
            stretch.add(block, lane, max(span))
        return lane

    def groups(self, count: int) -> Iterable[list[int]]:
        """Return the blocks, given how many there are, in groups that clash directly or through others."""
        found: dict[int, list[int]] = {}
        for block in range(count):
            found.setdefault(self._top(block), []).append(block)
        return found.values()

    def _top(self, block: int) -> int:
        above = self._above
        while above[block] != block:
            above[block] = block = above[above[block]]
        return block
