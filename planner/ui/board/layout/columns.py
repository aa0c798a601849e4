"""Which columns and which lane of them a session takes: spanning, side by side, or overlapping. No Qt."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from planner.model import Plan, Session, Span
from planner.model.agenda import on_day, spans_board

NO_ROOM: Final = ""
"""The column of sessions that have a time but no room."""


@dataclass(frozen=True)
class PlacedSession:
    """A session over the columns from first to last, in one of so many lanes."""

    session: str
    first: int
    last: int
    span: Span
    spanning: bool = False
    lane: int = 0
    lanes: int = 1
    echo: bool = False
    """Whether this repeats a session that is drawn in another column already."""


def rooms_shown(plan: Plan, day: str) -> tuple[str, ...]:
    """Return the rooms that have a column: all of the plan, and one for sessions without a room if there are any."""
    rooms = tuple(room.id for room in plan.rooms)
    homeless = any(not spans_board(each) and not each.places for each in on_day(plan, day))
    return (*rooms, NO_ROOM) if homeless or not rooms else rooms


def rooms_used(plan: Plan, day: str) -> tuple[set[str], set[str]]:
    """Return the rooms with sessions side by side on a day, and those that only sessions for everyone use."""
    beside: set[str] = set()
    whole: set[str] = set()
    for session in on_day(plan, day):
        rooms = {place.room for place in session.places}
        if spans_board(session):
            whole |= rooms
        else:
            beside |= rooms or {NO_ROOM}
    return beside, whole - beside


def place(plan: Plan, day: str, rooms: Sequence[str], spans: Mapping[str, Span]) -> tuple[PlacedSession, ...]:
    """Return where each session of a day is drawn; no two share a lane of a column at the same time."""
    number = {room: place for place, room in enumerate(rooms)}
    sessions = on_day(plan, day)
    beside = _beside([each for each in sessions if not spans_board(each)], number, spans)
    wide = _wide([each for each in sessions if spans_board(each)], beside, number, spans, len(rooms))
    return tuple(_in_lanes([*wide, *beside]))


def clash(one: Span, two: Span) -> bool:
    """Tell whether two blocks cannot be drawn in the same lane; a block without length still needs its line."""
    if one.start == one.end or two.start == two.end:
        early, late = (one, two) if one.start <= two.start else (two, one)
        return one == two or early.start < late.start < early.end
    return one.overlaps(two)


def _beside(sessions: list[Session], number: Mapping[str, int], spans: Mapping[str, Span]) -> list[PlacedSession]:
    """Give sessions of several rooms one block a row of free neighbours, else one a room."""
    found: list[PlacedSession] = []
    taken = [({number[room] for room in _rooms(each)}, each) for each in sessions]
    for columns, session in taken:
        span = spans[session.id]
        blocked = _taken_meanwhile(session, taken, spans) if len(columns) > 1 else set[int]()
        runs = _runs(sorted(columns), blocked)
        found += [
            PlacedSession(session.id, first, last, span, echo=place > 0) for place, (first, last) in enumerate(runs)
        ]
    return found


def _taken_meanwhile(session: Session, taken: list[tuple[set[int], Session]], spans: Mapping[str, Span]) -> set[int]:
    span = spans[session.id]
    return {
        column
        for columns, other in taken
        if other is not session and clash(span, spans[other.id])
        for column in columns
    }


def _rooms(session: Session) -> tuple[str, ...]:
    return tuple(place.room for place in session.places) or (NO_ROOM,)


def _runs(columns: list[int], blocked: set[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for column in columns:
        joins = runs and runs[-1][1] == column - 1 and not {column, column - 1} & blocked
        if joins:
            runs[-1] = (runs[-1][0], column)
        else:
            runs.append((column, column))
    return runs


def _wide(
    sessions: list[Session],
    beside: list[PlacedSession],
    number: Mapping[str, int],
    spans: Mapping[str, Span],
    count: int,
) -> list[PlacedSession]:
    """Let sessions for everyone span all columns, or those that are free of sessions at the same time."""
    found: list[PlacedSession] = []
    for group in _groups(sessions, lambda each: spans[each.id]):
        busy = {
            column
            for each in beside
            for session in group
            if clash(each.span, spans[session.id])
            for column in range(each.first, each.last + 1)
        }
        home = next((number[place.room] for session in group for place in session.places if place.room in number), 0)
        first, last = _free(count, busy, home)
        found += [PlacedSession(each.id, first, last, spans[each.id], spanning=True) for each in group]
    return found


def _groups(sessions: Iterable[Session], span_of: Callable[[Session], Span]) -> Iterator[list[Session]]:
    group: list[Session] = []
    end = -1
    for session in sessions:
        span = span_of(session)
        if group and span.start >= end and not any(clash(span_of(each), span) for each in group):
            yield group
            group, end = [], -1
        group.append(session)
        end = max(end, span.end)
    if group:
        yield group


def _free(count: int, busy: set[int], home: int) -> tuple[int, int]:
    """Return the longest run of free columns, one with the home column first; the home column if none is free."""
    runs = _runs([column for column in range(count) if column not in busy], set())
    if not runs:
        return home, home
    return max(runs, key=lambda run: (run[0] <= home <= run[1], run[1] - run[0], -run[0]))


def _in_lanes(blocks: list[PlacedSession]) -> Iterator[PlacedSession]:
    """Share a column among blocks that clash, and those that clash with these."""
    order = sorted(range(len(blocks)), key=lambda each: (blocks[each].span, blocks[each].first))
    rank = {each: place_ for place_, each in enumerate(order)}
    done: set[int] = set()
    neighbours: dict[int, list[int]] = {each: [] for each in order}
    for place_, one in enumerate(order):
        for two in order[place_ + 1 :]:
            if blocks[two].span.start > blocks[one].span.end:
                break
            if clash(blocks[one].span, blocks[two].span) and _share(blocks[one], blocks[two]):
                neighbours[one].append(two)
                neighbours[two].append(one)
    for start in order:
        if start in done:
            continue
        together = _connected(start, neighbours)
        done |= together
        yield from _lanes([blocks[each] for each in sorted(together, key=rank.__getitem__)])


def _connected(start: int, neighbours: Mapping[int, list[int]]) -> set[int]:
    found, open_ = {start}, [start]
    while open_:
        new = [each for each in neighbours[open_.pop()] if each not in found]
        found.update(new)
        open_ += new
    return found


def _lanes(blocks: list[PlacedSession]) -> list[PlacedSession]:
    lanes: list[list[PlacedSession]] = []
    taken: list[int] = []
    for block in blocks:
        free = (
            place
            for place, lane in enumerate(lanes)
            if not any(clash(block.span, other.span) and _share(block, other) for other in lane)
        )
        lane = next(free, len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(block)
        taken.append(lane)
    found = [replace(block, lane=lane, lanes=len(lanes)) for block, lane in zip(blocks, taken, strict=True)]
    alike = len(lanes) == 1 or len({(block.first, block.last) for block in blocks}) == 1
    return found if alike else [part for block in found for part in _by_column(block)]


def _by_column(block: PlacedSession) -> Iterator[PlacedSession]:
    """Give a block column by column: a lane is as wide as a part of one column, not of several."""
    for column in range(block.first, block.last + 1):
        if column == block.first or not block.spanning:
            yield replace(block, first=column, last=column, echo=block.echo or column > block.first)


def _share(one: PlacedSession, two: PlacedSession) -> bool:
    return one.first <= two.last and two.first <= one.last
