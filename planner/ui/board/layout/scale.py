"""Converts minutes to pixels and back on an axis that stretches where a block would be too low. No Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple


class LeastHeight(NamedTuple):
    """Minutes that must be at least so many pixels high; with start equal to end, the axis jumps at that minute."""

    start: int
    end: int
    pixels: float


class QuietSpans(NamedTuple):
    """Spans of minutes that get only a share (0 to 1) of the usual pixels per minute."""

    spans: Sequence[tuple[int, int]] = ()
    share: float = 1.0

    def of(self, start: int, end: int) -> float:
        """Return the share of the pixels that the minutes between two neighbouring points get."""
        return self.share if any(first <= start and end <= last for first, last in self.spans) else 1.0


NOWHERE: Final = QuietSpans()


@dataclass(frozen=True)
class Scale:
    """Points of the axis in order of time: per minute one height for what ends then, and one for what starts then.

    The two differ where the axis jumps; between two points it is linear.
    """

    minutes: tuple[int, ...]
    ends: tuple[float, ...]
    starts: tuple[float, ...]
    density: float
    """Pixels per minute where nothing stretches."""

    def y(self, minute: float) -> float:
        """Return the y coordinate of what starts at a minute."""
        after = bisect_right(self.minutes, minute)
        known = after and self.minutes[after - 1] == minute
        return self.starts[after - 1] if known else self._between(after, minute)

    def y_end(self, minute: float) -> float:
        """Return the y coordinate of what ends at a minute."""
        at = bisect_left(self.minutes, minute)
        known = at < len(self.minutes) and self.minutes[at] == minute
        return self.ends[at] if known else self._between(at, minute)

    def minute(self, y: float) -> float:
        """Return the minute at a y coordinate; before and after the axis it continues unstretched."""
        if y <= self.ends[0]:
            return self.minutes[0] + (y - self.ends[0]) / self.density
        if y >= self.starts[-1]:
            return self.minutes[-1] + (y - self.starts[-1]) / self.density
        at = bisect_right(self.starts, y)
        before, after = self.starts[at - 1], self.ends[at]
        if y >= after:
            return self.minutes[at]
        return self.minutes[at - 1] + (y - before) / (after - before) * (self.minutes[at] - self.minutes[at - 1])

    def _between(self, at: int, minute: float) -> float:
        if at == 0:
            return self.ends[0] + (minute - self.minutes[0]) * self.density
        if at == len(self.minutes):
            return self.starts[-1] + (minute - self.minutes[-1]) * self.density
        share = (minute - self.minutes[at - 1]) / (self.minutes[at] - self.minutes[at - 1])
        return self.starts[at - 1] + share * (self.ends[at] - self.starts[at - 1])


def make_scale(
    first: int, last: int, needs: Iterable[LeastHeight], density: float, top: float = 0.0, *, calm: QuietSpans = NOWHERE
) -> Scale:
    """Return the shortest axis from the first to the last minute on which each need has its pixels.

    Going forward in time, each point lies at the usual distance from the one before, or further down if a need that
    ends there asks for it. Points only ever move down, so a need that is met stays met.
    """
    by_end: dict[int, list[LeastHeight]] = {}
    jumps: dict[int, float] = {}
    points = {first, last}.union(*calm.spans)
    for need in needs:
        points |= {need.start, need.end}
        if need.end > need.start:
            by_end.setdefault(need.end, []).append(need)
        else:
            jumps[need.start] = max(jumps.get(need.start, 0.0), need.pixels)
    minutes = sorted(points)
    ends: list[float] = []
    starts: dict[int, float] = {}
    for position, minute in enumerate(minutes):
        y, before = top, minutes[position - 1]
        if position:
            y = starts[before] + (minute - before) * density * calm.of(before, minute)
        y = max([y, *(starts[need.start] + need.pixels for need in by_end.get(minute, ()))])
        ends.append(y)
        starts[minute] = y + jumps.get(minute, 0.0)
    return Scale(tuple(minutes), tuple(ends), tuple(starts[minute] for minute in minutes), density)
