"""Groups of things that share time, directly or through others, found without comparing each with each."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from planner.model import Span

Meets = Callable[[Hashable, Hashable], bool]
"""Whether things of two classes may not share time."""


class Appearance(NamedTuple):
    """When something takes place, and the class that decides, with the other's, whether two may not share time."""

    span: Span
    fixed: bool
    key: Hashable
    tolerant: bool = False
    """Whether it tolerates what lies within it, as a break does a meeting."""


class Groups(NamedTuple):
    """The places, in the sequence swept, of what is connected: by sharing time, and by running into a fixed time."""

    sharing: list[list[int]]
    overrunning: list[list[int]]


class Connections:
    """Things by number, connected pair by pair (union-find)."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def connect(self, one: int, other: int) -> None:
        """Put both, and all that they are connected with, into one group."""
        self._above[self._top(one)] = self._top(other)

    def groups(self) -> list[list[int]]:
        """Return the groups of two and more, each in ascending order."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._above)):
            found.setdefault(self._top(number), []).append(number)
        return [group for group in found.values() if len(group) > 1]

    def _top(self, number: int) -> int:
        above = self._above
        while above[number] != number:
            above[number] = number = above[above[number]]
        return number


class _Ongoing:
    """What has begun and not ended yet, by class.

    Once something new has met all of a class, they are one group, and only the one that ends last can still meet
    anything that the others do not: it alone is kept. So each thing is looked at once, however many share its time.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._by_key: dict[tuple[Hashable, bool], list[tuple[int, int]]] = {}

    def add(self, number: int, thing: Appearance) -> None:
        """Keep something until it ends; what takes no time is over at once."""
        if thing.span.start < thing.span.end:
            heappush(self._by_key.setdefault((thing.key, thing.tolerant), []), (thing.span.end, number))

    def meet(self, number: int, thing: Appearance, meets: Meets, *, anyhow: bool = False) -> None:
        """Connect something that begins with what is still going on, unless that tolerates it; anyhow, even then."""
        start, end = thing.span
        for key in [*self._by_key]:
            if meets(key[0], thing.key):
                entries = self._by_key[key]
                while entries and entries[0][0] <= start:
                    heappop(entries)
                self._connect_all(number, entries, end if key[1] and not anyhow else None)
                if not entries:
                    del self._by_key[key]

    def _connect_all(self, number: int, entries: list[tuple[int, int]], before: int | None) -> None:
        """Connect with all entries (a heap by end), or those that end before a minute, and keep the last of them."""
        last: tuple[int, int] | None = None
        while entries and (before is None or entries[0][0] < before):
            last = heappop(entries)
            self._connections.connect(last[1], number)
        if last:
            heappush(entries, last)


def swept(things: Sequence[Appearance], meets: Meets, *, points: bool = False) -> Groups:
    """Return the groups of things, given by start, of which each shares time with another whose class it meets.

    Where the later of two starts at a fixed time, and later, the earlier runs into it: that connects another group.
    What takes no time shares none, unless points in time count, too. `meets` must answer alike in either order.
    """
    sharing, overrunning = Connections(len(things)), Connections(len(things))
    earlier, before_fixed = _Ongoing(sharing), _Ongoing(overrunning)
    for batch in _by_start(things):
        # What starts at the same minute shares time, fixed or not. Breaks come first, as they tolerate what begins with
        # them; what takes no time comes last, as it meets what does.
        together = _Ongoing(sharing)
        for number in sorted(batch, key=lambda number: _rank(things[number])) if len(batch) > 1 else batch:
            thing = things[number]
            if thing.fixed:
                before_fixed.meet(number, thing, meets, anyhow=True)
            if points or thing.span.start < thing.span.end:
                if not thing.fixed:
                    earlier.meet(number, thing, meets)
                together.meet(number, thing, meets)
                together.add(number, thing)
        for number in batch:
            earlier.add(number, things[number])
            before_fixed.add(number, things[number])
    return Groups(sharing.groups(), overrunning.groups())


def _rank(thing: Appearance) -> tuple[bool, bool]:
    return not thing.tolerant, thing.span.start >= thing.span.end


def _by_start(things: Sequence[Appearance]) -> Iterator[list[int]]:
    batch: list[int] = []
    for number, thing in enumerate(things):
        if batch and things[batch[0]].span.start != thing.span.start:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch
