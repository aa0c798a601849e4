"""What a file holds: the plan, which undo replaces, and the ledger, which it leaves alone."""

from typing import Self

from planner.model.base import Frozen
from planner.model.ledger import Ledger
from planner.model.plan import Plan


class Document(Frozen):
    """A plan, and what was released of it."""

    plan: Plan
    ledger: Ledger = Ledger()

    def with_plan(self, plan: Plan) -> Self:
        """Return this document with another plan, which is not validated again."""
        return self.model_construct(plan=plan, ledger=self.ledger)
