"""Problems of the current plan, computed once per change for all views."""

from planner.checks import Index, Problem, problems
from planner.clock import Clock
from planner.model import Plan


class ProblemCache:
    """Caches index and problems of the plan asked for last, as of today."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._plan: Plan | None = None
        self._index: Index | None = None
        self._problems: tuple[Problem, ...] = ()

    def index(self, plan: Plan) -> Index:
        """Return the index of a plan; it is rebuilt after midnight, when awaited answers become late."""
        today = self._clock.today()
        if self._index is None or self._plan is not plan or self._index.today != today:
            self._plan, self._index = plan, Index(plan, today)
            self._problems = problems(plan, self._index)
        return self._index

    def problems(self, plan: Plan) -> tuple[Problem, ...]:
        """Return the problems of a plan, worst first."""
        self.index(plan)
        return self._problems
