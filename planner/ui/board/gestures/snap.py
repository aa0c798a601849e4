"""Snaps a dragged time to a neighbour's edge, else to a fixed time, else to the grid. No Qt."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from planner.model import Plan
from planner.model.agenda import on_day, spans_board
from planner.model.time import snap
from planner.ui.board.layout.scale import Scale

REACH: Final = 8.0
"""Pixels within which a time snaps to a target."""


class SnapTargets(NamedTuple):
    """The minutes to which a drag snaps: first edges of neighbours, then fixed times."""

    edges: frozenset[int] = frozenset()
    fixed: frozenset[int] = frozenset()

    def without(self, *minutes: int) -> "SnapTargets":
        """Return the targets without some minutes, such as the one where a drag began, so that it can leave."""
        return SnapTargets(self.edges - set(minutes), self.fixed - set(minutes))

    def also_from(self, length: int) -> "SnapTargets":
        """Return the targets for the start of a block of a length whose end is to snap, too."""
        return SnapTargets(
            self.edges | {minute - length for minute in self.edges},
            self.fixed | {minute - length for minute in self.fixed},
        )


def snap_targets(plan: Plan, day: str, rooms: Iterable[str], moving: Iterable[str]) -> SnapTargets:
    """Return the targets in some rooms (none means all of them), without the sessions that are moving."""
    wanted, ids = set(rooms), set(moving)
    edges: set[int] = set()
    fixed = {plan.day_by_id[day].start, plan.day_by_id[day].end}
    for session in on_day(plan, day):
        if session.id in ids or session.start is None:
            continue
        near = not wanted or spans_board(session) or any(place.room in wanted for place in session.places)
        if near:
            edges |= {session.start, session.end}
        if session.fixed:
            fixed.add(session.start)
    return SnapTargets(frozenset(edges), frozenset(fixed))


def snapped(minute: float, scale: Scale, near: SnapTargets, grid: int) -> int:
    """Return the minute to which a dragged one snaps; targets within REACH come before the grid, in minutes."""
    y = scale.y(minute)
    for group in near:
        nearest = min(group, key=lambda target: (abs(scale.y(target) - y), target), default=None)
        if nearest is not None and abs(scale.y(nearest) - y) <= REACH:
            return max(0, nearest)
    return max(0, snap(round(minute), grid))
