"""Computes where everything on the board lies, in pixels: columns, blocks, strips of rounds, the axis. No Qt."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from planner.checks import Index
from planner.model import Plan, Span
from planner.model.agenda import joined
from planner.ui.board.layout.columns import PlacedSession, place, rooms_shown, rooms_used
from planner.ui.board.layout.scale import LeastHeight, QuietSpans, Scale, make_scale

LOWEST: Final = 22.0
"""Least height of a block: one line of text."""
GAP: Final = 2.0
"""Pixels between two blocks that follow each other."""
SIDE: Final = 3.0
"""Pixels from a block to the edge of its column, and between lanes."""
TOP: Final = 20.0
"""Pixels above the first minute: room for half of the first label of the axis."""
BOTTOM: Final = 26.0
"""Pixels below the last minute: room for the label of the day's end."""
NARROW: Final = 64.0
"""Width of the column of a room that nobody uses that day."""
COLUMN: Final = 84.0
"""Least width of a column that is used: where it would be narrower, the day scrolls sideways instead."""
ROOMY: Final = 140.0
"""Width of a used column once the day scrolls sideways: then there is no need to save width."""
SHORT: Final = 45
"""Minutes below which a parallel session may have a single line, if most parallel sessions are longer."""
LONG: Final = 30
"""Minutes from which a break is long enough to be drawn lower than its length on a crowded day."""
EASY: Final = 1.5
"""Pixels per minute below which long breaks are drawn lower."""
LEAST: Final = 0.8
"""Pixels per minute when zoomed out fully: an hour takes 48."""
MOST: Final = 12.0
"""Pixels per minute when zoomed in fully: five minutes take 60."""
_HALVINGS: Final = 14
"""Halving the range of densities so often leaves less than a pixel on a day of 24 hours."""


class Rect(NamedTuple):
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the x coordinate of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the y coordinate of the lower edge."""
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies inside; the right and the lower edge do not count."""
        return self.x <= x < self.right and self.y <= y < self.bottom


class RoomColumn(NamedTuple):
    """A room's column; room is empty for sessions without one."""

    room: str
    x: float
    width: float
    used: bool


class SessionBlock(NamedTuple):
    """A block of a session; an echo repeats one that is drawn in another column."""

    session: str
    box: Rect
    spanning: bool
    echo: bool


class RoundStrip(NamedTuple):
    """The strip above a round's sessions."""

    round: str
    box: Rect


class Obstacle(NamedTuple):
    """A part of the day in which a dragged session cannot be, and the reason in words."""

    box: Rect
    reason: str


class Metrics(NamedTuple):
    """Least heights in pixels, which depend on the font."""

    lowest: float = LOWEST
    strip: float = 22.0
    parallel: float = 22.0
    """Of parallel sessions: a line for the kind, two for the title, and one for people or badges."""


@dataclass(frozen=True)
class DayLayout:
    """One day, laid out in pixels. Later blocks are drawn above earlier ones."""

    columns: tuple[RoomColumn, ...]
    blocks: tuple[SessionBlock, ...]
    strips: tuple[RoundStrip, ...]
    scale: Scale
    width: float
    height: float

    @cached_property
    def box_of(self) -> dict[str, Rect]:
        """The box of each session by its id; the first one if it is drawn more than once."""
        found: dict[str, Rect] = {}
        for block in self.blocks:
            if not block.echo:
                found[block.session] = block.box
        return found

    def at(self, x: float, y: float) -> SessionBlock | None:
        """Return the topmost block at a point."""
        return next((block for block in reversed(self.blocks) if block.box.holds(x, y)), None)

    def column_at(self, x: float) -> RoomColumn | None:
        """Return the column at a horizontal position."""
        return next((column for column in self.columns if column.x <= x < column.x + column.width), None)

    def column_of(self, room: str) -> RoomColumn | None:
        """Return a room's column."""
        return next((column for column in self.columns if column.room == room), None)


class DayContent:
    """The part of a day's layout that does not depend on the size of the window: made once for each plan."""

    def __init__(self, index: Index, day: str, metrics: Metrics) -> None:
        plan = index.plan
        self.plan: Final = plan
        self.day: Final = plan.day_by_id[day]
        self.metrics: Final = metrics
        self.rooms: Final = rooms_shown(plan, day)
        self.used: Final = rooms_used(plan, day)
        self.placed: Final = place(plan, day, self.rooms, index.spans)
        self.rounds: Final = _rounds(plan, self.placed)
        self.under: Final = {key: _under(members, self.placed) for key, members in self.rounds.items()}
        self.calm: Final = _calm(plan, self.placed)
        self.first: Final = min([self.day.start, *(placed.span.start for placed in self.placed)])
        self._fitting: Final[dict[float, float]] = {}
        self.last: Final = max([self.day.end, *(placed.span.end for placed in self.placed)])

    def scale(self, density: float) -> Scale:
        """Return the time axis at a density, in pixels per minute."""
        # The tighter the day, the lower a long break is drawn, down to half of its minutes.
        ease = min(1.0, max(0.5, density / EASY))
        return make_scale(self.first, self.last, self._needs, density, TOP, calm=QuietSpans(self.calm, ease))

    def fitting(self, height: float) -> float:
        """Return the density at which the day just fits into a height, between LEAST and MOST."""
        if height not in self._fitting:  # asked several times whenever the window is laid out
            self._fitting[height] = self._fitted(height)
        return self._fitting[height]

    def _fitted(self, height: float) -> float:
        low, high = LEAST, MOST
        if self._height(low) >= height:
            return low
        # The height grows with the density but not in proportion, as least heights stretch the axis: so bisect.
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if self._height(middle) <= height else (low, middle)
        return low

    def lay_out(self, width: float, density: float) -> DayLayout:
        """Lay the day out for a width in pixels and a density in pixels per minute."""
        scale = self.scale(density)
        columns = _columns(self.rooms, self.used, width, ROOMY)
        strips = tuple(self._strip(round_, members, columns, scale) for round_, members in self.rounds.items())
        by_round = {placed.session: strip for strip in strips for placed in self.under[strip.round]}
        blocks = tuple(self._block(placed, columns, scale, by_round.get(placed.session)) for placed in self.placed)
        right = columns[-1].x + columns[-1].width
        return DayLayout(columns, blocks, strips, scale, right, scale.starts[-1] + BOTTOM)

    @cached_property
    def _short(self) -> float:
        """Return the minutes below which a parallel session gets a single line: SHORT, or less on a day of short ones.

        The median length keeps at least half of the parallel sessions readable in full.
        """
        lengths = sorted(placed.span.end - placed.span.start for placed in self.placed if not placed.spanning)
        return min(SHORT, lengths[len(lengths) // 2]) if lengths else SHORT

    def _height(self, density: float) -> float:
        return self.scale(density).starts[-1] + BOTTOM

    @cached_property
    def _needs(self) -> list[LeastHeight]:
        """The least height of each block, and of blocks below a round's strip counted from the strip's top."""
        strip = self.metrics.strip
        needs = [LeastHeight(placed.span.start, max(placed.span), self._lowest(placed)) for placed in self.placed]
        for round_, blocks in self.under.items():
            first = min(member.span.start for member in self.rounds[round_])
            needs += [LeastHeight(first, max(placed.span), self._lowest(placed) + strip) for placed in blocks]
        return list(dict.fromkeys(needs))  # parallel sessions need the same: of hundreds, few needs are left

    def _lowest(self, placed: PlacedSession) -> float:
        """Return the least height of a block with the gap below; sessions of a round deserve several lines earlier."""
        minutes, round_ = placed.span.end - placed.span.start, self.plan.session_by_id[placed.session].round
        tall = not placed.spanning and minutes >= (self._short if round_ is None else SHORT / 2)
        return max(self.metrics.lowest, self.metrics.parallel if tall else 0.0) + GAP

    def _strip(
        self, round_: str, members: list[PlacedSession], columns: Sequence[RoomColumn], scale: Scale
    ) -> RoundStrip:
        left = columns[min(member.first for member in members)]
        right = columns[max(member.last for member in members)]
        first = min(member.span.start for member in members)
        # A session without length makes the axis jump at its minute; the strip lies at the top of that jump.
        point = any(max(member.span) == first for member in members)
        y = scale.y_end(first) if point else scale.y(first)
        width = right.x + right.width - left.x - 2 * SIDE
        return RoundStrip(round_, Rect(left.x + SIDE, y, width, self.metrics.strip))

    def _block(
        self, placed: PlacedSession, columns: Sequence[RoomColumn], scale: Scale, strip: RoundStrip | None
    ) -> SessionBlock:
        left, right = columns[placed.first], columns[placed.last]
        whole = right.x + right.width - left.x - 2 * SIDE
        width = (whole - (placed.lanes - 1) * SIDE) / placed.lanes
        x = left.x + SIDE + placed.lane * (width + SIDE)
        # A session without length fills the jump of the axis at its minute; any other begins below a jump at its start
        # and ends above one at its end.
        start, end = placed.span.start, max(placed.span)
        y = scale.y_end(start) if start == end else scale.y(start)
        bottom = scale.y(end) if start == end else scale.y_end(end)
        if strip is not None:
            y = max(y, strip.box.bottom)
        box = Rect(x, y, width, max(bottom - GAP - y, self.metrics.lowest))
        return SessionBlock(placed.session, box, placed.spanning, placed.echo)


def _calm(plan: Plan, sessions: Sequence[PlacedSession]) -> tuple[Span, ...]:
    """Return the spans of long breaks during which no other session takes place."""
    rests = [placed for placed in sessions if plan.kind_of(plan.session_by_id[placed.session]).rests]
    if not rests:
        return ()
    among = {id(placed) for placed in rests}
    busy = joined(sorted(placed.span for placed in sessions if id(placed) not in among))
    ends = [span.end for span in busy]
    found: list[Span] = []
    for rest in rests:
        following = bisect_right(ends, rest.span.start)
        free = following == len(busy) or busy[following].start >= rest.span.end
        if rest.span.end - rest.span.start >= LONG and free:
            found.append(rest.span)
    return tuple(found)


def _rounds(plan: Plan, sessions: Sequence[PlacedSession]) -> dict[str, list[PlacedSession]]:
    """Return the placed sessions of each round, by the round's id."""
    found: dict[str, list[PlacedSession]] = {}
    for placed in sessions:
        round_ = plan.session_by_id[placed.session].round
        if round_ is not None:
            found.setdefault(round_, []).append(placed)
    return found


def _under(members: Sequence[PlacedSession], sessions: Sequence[PlacedSession]) -> list[PlacedSession]:
    """Return what moves down for a round's strip: its sessions, and others that start with it between their columns."""
    start = min(member.span.start for member in members)
    first, last = min(member.first for member in members), max(member.last for member in members)
    ids = {member.session for member in members}
    return [
        placed
        for placed in sessions
        if placed.session in ids
        or (start == placed.span.start < placed.span.end and placed.first <= last and placed.last >= first)
    ]


def _columns(
    rooms: Sequence[str], used: tuple[set[str], set[str]], width: float, roomy: float
) -> tuple[RoomColumn, ...]:
    """Share the width out: used columns by weight, unused ones get NARROW; below COLUMN the day becomes wider instead.

    Rooms used only by sessions for everyone weigh 0.85: their blocks span other columns too and need less of their own.
    """
    parallel, whole = used
    weights = [1.0 if room in parallel or not parallel else 0.85 if room in whole else 0.0 for room in rooms]
    if not any(weights):
        weights = [1.0 for _ in rooms]
    spare = width - sum(NARROW for weight in weights if not weight)
    unit = spare / sum(weights)
    unit = unit if unit >= COLUMN else roomy
    columns: list[RoomColumn] = []
    x = 0.0
    for room, weight in zip(rooms, weights, strict=True):
        share = unit * weight if weight else NARROW
        columns.append(RoomColumn(room, x, share, bool(weight)))
        x += share
    return tuple(columns)
