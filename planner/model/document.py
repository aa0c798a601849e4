"""What a file holds: the plan, which undo swaps, and the ledger, which it does not."""

from planner.model.base import Frozen
from planner.model.ledger import Ledger
from planner.model.plan import Plan


class Document(Frozen):
    """A plan and what was given out of it."""

    plan: Plan
    ledger: Ledger = Ledger()
