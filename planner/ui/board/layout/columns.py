"""Decides which columns and which lane in them each session of a day takes, so that no two blocks overlap. No Qt."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Final

from planner.model import Plan, Session, Span
from planner.model.agenda import on_day, spans_board
from planner.ui.board.layout.lanes import Lanes

NO_ROOM: Final = ""
"""The room of the column for sessions that have a time but no room."""
_NEVER: Final = Span(10**6, 10**6)
"""A minute after the end of every day."""


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
    blocked = _shared_columns(taken, spans) if any(len(columns) > 1 for columns, _ in taken) else {}
    for columns, session in taken:
        runs = _runs(sorted(columns), blocked.get(session.id, set()))
        span = spans[session.id]
        found += [PlacedSession(session.id, first, last, span, echo=run > 0) for run, (first, last) in enumerate(runs)]
    return found


def _shared_columns(taken: list[tuple[set[int], Session]], spans: Mapping[str, Span]) -> dict[str, set[int]]:
    """Return, for each session, those of its columns that other parallel sessions use at the same time."""
    by_column: dict[int, list[tuple[Span, str]]] = defaultdict(list)
    for columns, session in taken:
        for column in columns:
            by_column[column].append((spans[session.id], session.id))
    found: dict[str, set[int]] = defaultdict(set)
    for column, uses in by_column.items():
        # In order of start and end, what ends last before a block is what it clashes with, if it clashes with any.
        longest: tuple[Span, str] | None = None
        for (span, session), (following, other) in pairwise([*sorted(uses), (_NEVER, "")]):
            if clash(span, following):
                found[session].add(column)
                found[other].add(column)
            if longest and clash(longest[0], span):
                found[session].add(column)
            if longest is None or longest[0].end < span.end:
                longest = span, session
    return found


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
    use = _ColumnUse(parallel)
    for group in _groups(sessions, lambda session: spans[session.id]):
        # What clashes with each other covers one stretch without a gap, so that its ends are enough to ask for.
        stretch = Span(spans[group[0].id].start, max(max(spans[session.id]) for session in group))
        rooms = (place.room for session in group for place in session.places)
        home = next((column_of[room] for room in rooms if room in column_of), 0)
        first, last = _free(len(column_of), use.during(stretch), home)
        found += [PlacedSession(session.id, first, last, spans[session.id], spanning=True) for session in group]
    return found


class _ColumnUse:
    """Which columns parallel sessions use at a time."""

    def __init__(self, parallel: Iterable[PlacedSession]) -> None:
        uses: dict[int, list[Span]] = defaultdict(list)
        for placed in parallel:
            for column in range(placed.first, placed.last + 1):
                uses[column].append(placed.span)
        self._starts = {column: sorted(span.start for span in spans) for column, spans in uses.items()}
        self._latest = {
            column: list(accumulate((max(span) for span in sorted(spans)), max)) for column, spans in uses.items()
        }
        self._lines = {
            column: {span.start for span in spans if span.start == span.end} for column, spans in uses.items()
        }

    def during(self, span: Span) -> set[int]:
        """Return the columns of the sessions that clash with a block."""
        return {column for column in self._starts if self._clashes(column, span)}

    def _clashes(self, column: int, span: Span) -> bool:
        before = bisect_left(self._starts[column], span.end)
        if before and self._latest[column][before - 1] > span.start:
            return True
        return span.start == span.end and span.start in self._lines[column]


def _groups(sessions: Iterable[Session], span_of: Callable[[Session], Span]) -> Iterator[list[Session]]:
    """Yield sessions that overlap or clash, directly or through others, as one group; takes them by start."""
    group: list[Session] = []
    end = -1
    for session in sessions:
        span = span_of(session)
        # What begins when all are over can only clash as a line at the minute of another, which then came last.
        if group and span.start >= end and not clash(span_of(group[-1]), span):
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

    Blocks that form such a group have the same number of lanes, so that their edges line up. In order of start each
    takes the first lane that is free in its columns: as few lanes as possible.
    """
    ordered = sorted(blocks, key=lambda block: (block.span, block.first))
    lanes = Lanes({column for block in blocks for column in (block.first, block.last + 1)})
    taken = [lanes.take(number, block.first, block.last, block.span) for number, block in enumerate(ordered)]
    for group in lanes.groups(len(ordered)):
        count = max(taken[number] for number in group) + 1
        if count == 1:
            yield from (ordered[number] for number in group)
            continue
        found = [replace(ordered[number], lane=taken[number], lanes=count) for number in group]
        alike = len({(block.first, block.last) for block in found}) == 1
        yield from found if alike else (part for block in found for part in _by_column(block))


def _by_column(block: PlacedSession) -> Iterator[PlacedSession]:
    """Cut a block into its columns: a lane is a fraction of one column, and the columns differ in width.

    A block for everyone is cut down to its first column instead of being repeated.
    """
    for column in range(block.first, block.last + 1):
        if column == block.first or not block.spanning:
            yield replace(block, first=column, last=column, echo=block.echo or column > block.first)
