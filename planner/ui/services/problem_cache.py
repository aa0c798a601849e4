"""Problems of the current plan, computed once per change for all views."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from planner.checks import Index, Problem, problems
from planner.clock import Clock
from planner.model import Plan

KEPT: Final = 4
"""Plans whose problems are kept: the current one, those of the last steps, which undo and redo show again."""


@dataclass(frozen=True)
class _Checked:
    plan: Plan
    """Held here, so that no other plan can get its identity."""
    index: Index
    problems: tuple[Problem, ...]


class ProblemCache:
    """Caches index and problems of the plans asked for last, as of today."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._known: OrderedDict[int, _Checked] = OrderedDict()

    def index(self, plan: Plan) -> Index:
        """Return the index of a plan; it is rebuilt after midnight, when awaited answers become late."""
        return self._checked(plan).index

    def problems(self, plan: Plan) -> tuple[Problem, ...]:
        """Return the problems of a plan, worst first."""
        return self._checked(plan).problems

    def _checked(self, plan: Plan) -> _Checked:
        today = self._clock.today()
        known = self._known.get(id(plan))
        if known is None or known.index.today != today:
            index = Index(plan, today)
            known = self._known[id(plan)] = _Checked(plan, index, problems(plan, index))
        self._known.move_to_end(id(plan))
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        return known
