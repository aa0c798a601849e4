"""Where everything on the board is, in pixels: columns, blocks, strips of rounds and the time axis. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from planner.checks import Index
from planner.model import Plan, Span
from planner.ui.board.layout.columns import PlacedSession, place, rooms_shown, rooms_used
from planner.ui.board.layout.scale import LeastHeight, QuietSpans, Scale, make_scale

LOWEST: Final = 22.0
GAP: Final = 2.0
"""Between two blocks that follow each other."""
SIDE: Final = 3.0
"""From a block to the edge of its column."""
TOP: Final = 20.0
BOTTOM: Final = 26.0
NARROW: Final = 64.0
"""Width of a room that nobody uses that day."""
COLUMN: Final = 84.0
"""Least width of a room that is used, as long as all fit."""
ROOMY: Final = 140.0
"""Its width where they do not, and the day is scrolled to the side anyway."""
SHORT: Final = 45
"""Minutes under which a session side by side with others may have one line only, where most of them are longer."""
LONG: Final = 30
"""Minutes from which on a break gives space first."""
EASY: Final = 1.5
"""Pixels a minute under which it does."""
LEAST: Final = 0.8
MOST: Final = 12.0


class Rect(NamedTuple):
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom


class RoomColumn(NamedTuple):
    """A room's column; room is empty for sessions without one."""

    room: str
    x: float
    width: float
    used: bool


class SessionBlock(NamedTuple):
    """A drawn session."""

    session: str
    box: Rect
    spanning: bool
    echo: bool


class RoundStrip(NamedTuple):
    """The line over a round's sessions."""

    round: str
    box: Rect


class Metrics(NamedTuple):
    """Heights that depend on the font."""

    lowest: float = LOWEST
    strip: float = 22.0
    parallel: float = 22.0
    """Of sessions side by side: their kind, two lines of their title, and one of people or badges."""


@dataclass(frozen=True)
class DayLayout:
    """One day, laid out. Later blocks are drawn above earlier ones."""

    columns: tuple[RoomColumn, ...]
    blocks: tuple[SessionBlock, ...]
    strips: tuple[RoundStrip, ...]
    scale: Scale
    width: float
    height: float

    @cached_property
    def box_of(self) -> dict[str, Rect]:
        """The box of each session, the first one if it is drawn more than once."""
        found: dict[str, Rect] = {}
        for block in self.blocks:
            if not block.echo:
                found[block.session] = block.box
        return found

    def at(self, x: float, y: float) -> SessionBlock | None:
        """Return the topmost block at a point."""
        return next((each for each in reversed(self.blocks) if each.box.holds(x, y)), None)

    def column_at(self, x: float) -> RoomColumn | None:
        """Return the column at a horizontal position."""
        return next((each for each in self.columns if each.x <= x < each.x + each.width), None)

    def column_of(self, room: str) -> RoomColumn | None:
        """Return a room's column."""
        return next((each for each in self.columns if each.room == room), None)


class DayContent:
    """What is to be laid out of a plan's day; everything that does not depend on the size."""

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
        self.first: Final = min([self.day.start, *(each.span.start for each in self.placed)])
        self.last: Final = max([self.day.end, *(each.span.end for each in self.placed)])

    def scale(self, density: float) -> Scale:
        """Return the time axis at so many pixels a minute."""
        ease = min(1.0, max(0.5, density / EASY))
        return make_scale(self.first, self.last, self._needs, density, TOP, calm=QuietSpans(self.calm, ease))

    def fitting(self, height: float) -> float:
        """Return the pixels a minute at which the day just fits into a height, within readable limits."""
        low, high = LEAST, MOST
        if self._height(low) >= height:
            return low
        for _ in range(14):
            middle = (low + high) / 2
            low, high = (middle, high) if self._height(middle) <= height else (low, middle)
        return low

    def lay_out(self, width: float, density: float) -> DayLayout:
        """Return everything's place for a width and so many pixels a minute."""
        scale = self.scale(density)
        columns = _columns(self.rooms, self.used, width, ROOMY)
        strips = tuple(self._strip(round_, members, columns, scale) for round_, members in self.rounds.items())
        by_round = {each.session: strip for strip in strips for each in self.under[strip.round]}
        blocks = tuple(self._block(each, columns, scale, by_round.get(each.session)) for each in self.placed)
        right = columns[-1].x + columns[-1].width
        return DayLayout(columns, blocks, strips, scale, right, scale.starts[-1] + BOTTOM)

    @cached_property
    def _short(self) -> float:
        """Return the minutes under which a session has one line only: half of those side by side at most."""
        beside = sorted(each.span.end - each.span.start for each in self.placed if not each.spanning)
        return min(SHORT, beside[len(beside) // 2]) if beside else SHORT

    def _height(self, density: float) -> float:
        return self.scale(density).starts[-1] + BOTTOM

    @cached_property
    def _needs(self) -> list[LeastHeight]:
        strip = self.metrics.strip
        needs = [LeastHeight(each.span.start, max(each.span), self._lowest(each)) for each in self.placed]
        for round_, blocks in self.under.items():
            first = min(each.span.start for each in self.rounds[round_])
            needs += [LeastHeight(first, max(each.span), self._lowest(each) + strip) for each in blocks]
        return needs

    def _lowest(self, placed: PlacedSession) -> float:
        minutes, round_ = placed.span.end - placed.span.start, self.plan.session_by_id[placed.session].round
        tall = not placed.spanning and minutes >= (self._short if round_ is None else SHORT / 2)
        return max(self.metrics.lowest, self.metrics.parallel if tall else 0.0) + GAP

    def _strip(
        self, round_: str, members: list[PlacedSession], columns: Sequence[RoomColumn], scale: Scale
    ) -> RoundStrip:
        left = columns[min(each.first for each in members)]
        right = columns[max(each.last for each in members)]
        first = min(each.span.start for each in members)
        point = any(max(each.span) == first for each in members)
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
        start, end = placed.span.start, max(placed.span)
        y = scale.y_end(start) if start == end else scale.y(start)
        bottom = scale.y(end) if start == end else scale.y_end(end)
        if strip is not None:
            y = max(y, strip.box.bottom)
        box = Rect(x, y, width, max(bottom - GAP - y, self.metrics.lowest))
        return SessionBlock(placed.session, box, placed.spanning, placed.echo)


def _calm(plan: Plan, placed: Sequence[PlacedSession]) -> tuple[Span, ...]:
    """Return the long breaks in which nothing else happens."""
    rests = [each for each in placed if plan.kind_of(plan.session_by_id[each.session]).rests]
    others = [each.span for each in placed if each not in rests]
    return tuple(
        each.span
        for each in rests
        if each.span.end - each.span.start >= LONG and not any(each.span.overlaps(other) for other in others)
    )


def _rounds(plan: Plan, placed: Sequence[PlacedSession]) -> dict[str, list[PlacedSession]]:
    found: dict[str, list[PlacedSession]] = {}
    for each in placed:
        round_ = plan.session_by_id[each.session].round
        if round_ is not None:
            found.setdefault(round_, []).append(each)
    return found


def _under(members: Sequence[PlacedSession], placed: Sequence[PlacedSession]) -> list[PlacedSession]:
    """Return what makes room for a round's strip: its sessions, and others that begin with it between their columns."""
    start = min(each.span.start for each in members)
    first, last = min(each.first for each in members), max(each.last for each in members)
    ids = {each.session for each in members}
    return [
        each
        for each in placed
        if each.session in ids
        or (start == each.span.start < each.span.end and each.first <= last and each.last >= first)
    ]


def _columns(
    rooms: Sequence[str], used: tuple[set[str], set[str]], width: float, roomy: float
) -> tuple[RoomColumn, ...]:
    """Share the width out: rooms with sessions side by side get most, unused ones become narrow."""
    beside, whole = used
    weights = [1.0 if room in beside or not beside else 0.85 if room in whole else 0.0 for room in rooms]
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
