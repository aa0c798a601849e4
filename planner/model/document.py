"""What a file holds: the plan, which undo swaps, and the ledger, which it does not."""

from typing import Self

from planner.model.base import Frozen
from planner.model.ledger import Ledger
from planner.model.plan import Plan


class Document(Frozen):
    """A plan and what was given out of it."""

    plan: Plan
    ledger: Ledger = Ledger()

    def with_plan(self, plan: Plan) -> Self:
        """Return this document with another plan, which was validated when it was made and is not a second time."""
        return self.model_construct(plan=plan, ledger=self.ledger)
