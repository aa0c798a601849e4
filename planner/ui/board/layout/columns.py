"""Decides which columns and which lane in them each session of a day takes, so that no two blocks overlap. No Qt."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from planner.model import Plan, Session, Span
from planner.model.agenda import on_day, spans_board

NO_ROOM: Final = ""
"""The room of the column for sessions that have a time but no room."""


@dataclass(frozen=True)
class PlacedSession:
    """A session over the columns from first to last (both included), in one of so many lanes side by side."""

    session: str
    first: int
    last: int
    span: Span
    spanning: bool = False
    lane: int = 0
    lanes: int = 1
    echo: bool = False
    """Whether the same session is already drawn in another column."""


def rooms_shown(plan: Plan, day: str) -> tuple[str, ...]:
    """Return the rooms that have a column: all of the plan, and NO_ROOM if a session of the day has no room."""
    rooms = tuple(room.id for room in plan.rooms)
    without_room = any(not spans_board(session) and not session.places for session in on_day(plan, day))
    return (*rooms, NO_ROOM) if without_room or not rooms else rooms


def rooms_used(plan: Plan, day: str) -> tuple[set[str], set[str]]:
    """Return the rooms used by parallel sessions on a day, and those used only by sessions for everyone."""
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
    column_of = {room: column for column, room in enumerate(rooms)}
    sessions = on_day(plan, day)
    # Parallel sessions stay in their rooms' columns; sessions for everyone then get what is free beside them.
    parallel = _parallel([session for session in sessions if not spans_board(session)], column_of, spans)
    spanning = _spanning([session for session in sessions if spans_board(session)], parallel, column_of, spans)
    return tuple(_in_lanes([*spanning, *parallel]))


def clash(first: Span, second: Span) -> bool:
    """Return whether two blocks cannot share a lane; a block without length, such as a deadline, is drawn as a line.

    Two lines clash at the same minute, a line and a block where the line lies inside the block.
    """
    if first.start == first.end or second.start == second.end:
        early, late = (first, second) if first.start <= second.start else (second, first)
        return first == second or early.start < late.start < early.end
    return first.overlaps(second)


def _parallel(sessions: list[Session], column_of: Mapping[str, int], spans: Mapping[str, Span]) -> list[PlacedSession]:
    """Give a session in several rooms one block per run of neighbouring free columns."""
    found: list[PlacedSession] = []
    taken = [({column_of[room] for room in _rooms(session)}, session) for session in sessions]
    for columns, session in taken:
        span = spans[session.id]
        blocked = _used_meanwhile(session, taken, spans) if len(columns) > 1 else set[int]()
        runs = _runs(sorted(columns), blocked)
        found += [PlacedSession(session.id, first, last, span, echo=run > 0) for run, (first, last) in enumerate(runs)]
    return found


def _used_meanwhile(session: Session, taken: list[tuple[set[int], Session]], spans: Mapping[str, Span]) -> set[int]:
    """Return the columns that other parallel sessions use at the same time."""
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
    """Join neighbouring columns (ascending) into runs of first and last; a blocked one stays alone, for lanes."""
    runs: list[tuple[int, int]] = []
    for column in columns:
        joins = runs and runs[-1][1] == column - 1 and not {column, column - 1} & blocked
        if joins:
            runs[-1] = (runs[-1][0], column)
        else:
            runs.append((column, column))
    return runs


def _spanning(
    sessions: list[Session], parallel: list[PlacedSession], column_of: Mapping[str, int], spans: Mapping[str, Span]
) -> list[PlacedSession]:
    """Place sessions for everyone over all columns, or over a run that no parallel session uses at the same time.

    Those that clash with each other take the same columns, and share them in lanes.
    """
    found: list[PlacedSession] = []
    for group in _groups(sessions, lambda session: spans[session.id]):
        busy = {
            column
            for placed in parallel
            for session in group
            if clash(placed.span, spans[session.id])
            for column in range(placed.first, placed.last + 1)
        }
        rooms = (place.room for session in group for place in session.places)
        home = next((column_of[room] for room in rooms if room in column_of), 0)
        first, last = _free(len(column_of), busy, home)
        found += [PlacedSession(session.id, first, last, spans[session.id], spanning=True) for session in group]
    return found


def _groups(sessions: Iterable[Session], span_of: Callable[[Session], Span]) -> Iterator[list[Session]]:
    """Yield sessions that overlap or clash, directly or through others, as one group; takes them by start."""
    group: list[Session] = []
    end = -1
    for session in sessions:
        span = span_of(session)
        if group and span.start >= end and not any(clash(span_of(member), span) for member in group):
            yield group
            group, end = [], -1
        group.append(session)
        end = max(end, span.end)
    if group:
        yield group


def _free(count: int, busy: set[int], home: int) -> tuple[int, int]:
    """Return the run of free columns with the home column in it, else the longest; the home column if none is free."""
    runs = _runs([column for column in range(count) if column not in busy], set())
    if not runs:
        return home, home
    return max(runs, key=lambda run: (run[0] <= home <= run[1], run[1] - run[0], -run[0]))


def _in_lanes(blocks: list[PlacedSession]) -> Iterator[PlacedSession]:
    """Divide columns into lanes among blocks that clash there, directly or through others.

    Blocks that form such a group have the same number of lanes, so that their edges line up. As the
    blocks are in order of start, the comparison of one with later ones stops at the first that begins after its end.
    """
    ordered = sorted(blocks, key=lambda block: (block.span, block.first))
    neighbours: list[list[int]] = [[] for _ in ordered]
    for early, block in enumerate(ordered):
        for late in range(early + 1, len(ordered)):
            other = ordered[late]
            if other.span.start > block.span.end:
                break
            if clash(block.span, other.span) and _share(block, other):
                neighbours[early].append(late)
                neighbours[late].append(early)
    done: set[int] = set()
    for start in range(len(ordered)):
        if start not in done:
            group = _connected(start, neighbours)
            done |= group
            yield from _lanes([ordered[index] for index in sorted(group)])


def _connected(start: int, neighbours: Sequence[Sequence[int]]) -> set[int]:
    """Return all that can be reached from start, start included."""
    found, open_ = {start}, [start]
    while open_:
        new = [neighbour for neighbour in neighbours[open_.pop()] if neighbour not in found]
        found.update(new)
        open_ += new
    return found


def _lanes(blocks: list[PlacedSession]) -> list[PlacedSession]:
    """Give each block of a group (by start) the first lane that is free in its columns: as few lanes as possible."""
    lanes: list[list[PlacedSession]] = []
    taken: list[int] = []
    for block in blocks:
        free = (
            number
            for number, lane in enumerate(lanes)
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
    """Cut a block into its columns: a lane is a fraction of one column, and the columns differ in width.

    A block for everyone is cut down to its first column instead of being repeated.
    """
    for column in range(block.first, block.last + 1):
        if column == block.first or not block.spanning:
            yield replace(block, first=column, last=column, echo=block.echo or column > block.first)


def _share(block: PlacedSession, other: PlacedSession) -> bool:
    """Return whether two blocks have a column in common."""
    return block.first <= other.last and other.first <= block.last
