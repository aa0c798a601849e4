"""What happens at the same time and must not: every such pair once, under the name that explains it best."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Literal, TypeVar

from planner.model import Session, Span
from planner.model.agenda import is_barrier

if TYPE_CHECKING:
    from planner.checks.index import Index

T = TypeVar("T")
Sort = Literal["overrun", "everyone", "room", "beside"]


@dataclass(frozen=True)
class Block:
    """What stands as one thing on its day: a session, or the sessions of a round that share time."""

    id: str
    """The session's id, or the round's; what stands apart from its round has its first session's."""
    day: str
    span: Span
    sessions: tuple[Session, ...]

    @property
    def barrier(self) -> bool:
        """Tell whether it takes everybody: it stands in all tracks."""
        return is_barrier(self.sessions[0])

    @property
    def fixed(self) -> bool:
        """Tell whether it starts at a fixed time."""
        return self.sessions[0].fixed or any(session.fixed for session in self.sessions)


@dataclass(frozen=True)
class Overlap:
    """Two blocks that share time, the earlier first, and the room if they share one."""

    sort: Sort
    first: Block
    second: Block
    room: str = ""

    @property
    def span(self) -> Span:
        """The time they share; beyond what takes no time, such as "must end by", all that goes on."""
        start, end = self.second.span
        return Span(start, self.first.span.end if start == end else min(self.first.span.end, end))


def pairs(
    things: Iterable[T], span: Callable[[T], Span], chief: Callable[[T], bool] = lambda _: True
) -> Iterator[tuple[T, T]]:
    """Give each pair that shares time, the earlier first, of which at least one is a chief.

    Things are given by start. All that are still open are kept, so that a long one is found over several short
    ones; those that are no chiefs are kept apart, so that their number does not matter.
    """
    chiefs: list[tuple[int, int, T]] = []
    others: list[tuple[int, int, T]] = []
    for count, thing in enumerate(things):
        start, end = span(thing)
        for still_open in (chiefs, others):
            while still_open and still_open[0][0] <= start:
                heappop(still_open)
        leads = chief(thing)
        for _, _, other in sorted(chiefs + others if leads else chiefs, key=lambda opened: opened[1]):
            yield other, thing
        if end > start:
            heappush(chiefs if leads else others, (end, count, thing))


def crowded(spans: Iterable[Span]) -> bool:
    """Tell whether any of these spans, given by start, share time: the quick question before the full one."""
    latest = -1
    for start, end in spans:
        if start < latest:
            return True
        latest = max(latest, end)
    return False


def blocks(index: "Index") -> dict[str, list[Block]]:
    """Return the blocks of each day, by start."""
    found: dict[str, list[Block]] = {}
    for day, sessions in index.scheduled.items():
        rounds: dict[str, list[Session]] = defaultdict(list)
        here = found[day] = []
        for session in sessions:
            if session.round is None:
                here.append(Block(session.id, day, index.spans[session.id], (session,)))
            else:
                rounds[session.round].append(session)
        for round_, members in rounds.items():
            here.extend(_side_by_side(index, round_, day, members))
        here.sort(key=lambda block: (block.span.start, block.id))
    return found


def _side_by_side(index: "Index", round_: str, day: str, members: list[Session]) -> Iterator[Block]:
    """Give a block for the sessions of a round that share time, and others for those that were put elsewhere."""
    groups: list[list[Session]] = []
    latest = -1
    for session in members:
        start, end = index.spans[session.id]
        if start >= latest:
            groups.append([])
        groups[-1].append(session)
        latest = max(latest, end)
    main = max(groups, key=len)
    for group in groups:
        spans = [index.spans[session.id] for session in group]
        whole = Span(spans[0].start, max(span.end for span in spans))
        yield Block(round_ if group is main else group[0].id, day, whole, tuple(group))


def overlaps(index: "Index") -> tuple[Overlap, ...]:
    """Return every overlap that matters, once.

    The first of these names that fits is taken: what runs into a fixed time on its track; two things for everyone;
    a room used twice; something smaller beside what is for everyone. The last is meant when it lies within a break.
    """
    found = [overlap for overlap in _in_one_room(index) if _matters(overlap.sort, overlap.second)]
    block_of = {session.id: block.id for day in index.blocks.values() for block in day for session in block.sessions}
    told = {frozenset({block_of[overlap.first.id], block_of[overlap.second.id]}) for overlap in found}
    for day in index.blocks.values():
        for first, second in pairs(day, lambda block: block.span, lambda block: block.barrier):
            if frozenset({first.id, second.id}) not in told:
                sort = _sort(first, second, "everyone" if first.barrier and second.barrier else "beside")
                if _matters(sort, second) and (sort != "beside" or not _within_a_rest(index, first, second)):
                    found.append(Overlap(sort, first, second))
    order = {day.id: place for place, day in enumerate(index.plan.days)}
    return tuple(
        sorted(
            found, key=lambda overlap: (order[overlap.first.day], *overlap.span, overlap.first.id, overlap.second.id)
        )
    )


def _in_one_room(index: "Index") -> Iterator[Overlap]:
    """Give the pairs that share a room; two blocks that each take everybody collide wherever they are."""
    seen: set[tuple[str, str]] = set()
    for (day, room), sessions in index.by_room.items():
        if not crowded([index.spans[session.id] for session in sessions]):
            continue

        def here(session: Session, room: str = room) -> bool:
            return any(place.room == room for place in session.places)

        for one, two in pairs(sessions, lambda session: index.spans[session.id], here):
            both = is_barrier(one) and is_barrier(two) and (one.round is None or one.round != two.round)
            if both or (one.id, two.id) in seen:
                continue
            seen.add((one.id, two.id))
            first = Block(one.id, day, index.spans[one.id], (one,))
            second = Block(two.id, day, index.spans[two.id], (two,))
            yield Overlap(_sort(first, second, "room"), first, second, _shared_room(index, one, two))


def _shared_room(index: "Index", one: Session, two: Session) -> str:
    """Return the room that both use; of a whole and its part the part."""
    both = index.rooms_of(one) & index.rooms_of(two)
    used = [place.room for place in (*one.places, *two.places) if place.room in both]
    return min(used, key=lambda room: len(index.plan.room_by_id[room].parts))


def _sort(first: Block, second: Block, otherwise: Sort) -> Sort:
    return "overrun" if second.fixed and first.span.start < second.span.start else otherwise


def _matters(sort: Sort, second: Block) -> bool:
    """Tell whether a pair shares time: what takes none is in nobody's way, except where its time is fixed."""
    return sort == "overrun" or second.span.start < second.span.end


def _within_a_rest(index: "Index", first: Block, second: Block) -> bool:
    whole, small = (first, second) if first.barrier else (second, first)
    rests = small.sessions[0].attendance.who == "number" and index.plan.kind_of(whole.sessions[0]).rests
    return rests and whole.span.start <= small.span.start and small.span.end <= whole.span.end
