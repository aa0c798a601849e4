"""The same plan under new ids, for "New from last year's" and for the example used as a template."""

from collections.abc import Callable

from planner.model.document import Document
from planner.model.ledger import Ledger
from planner.model.plan import ids_of
from planner.model.references import renamed


def reidentified(document: Document, plan_id: str, ids: Callable[[], str]) -> Document:
    """Return the document with another plan id, new ids for all things but kinds, and an empty ledger.

    Subjects and facts of acceptances are renamed, too, so that accepted problems stay accepted.
    """
    plan = document.plan
    new = {old: ids() for old in ids_of(plan) if old not in plan.kind_by_id}
    return Document(plan=renamed(plan, {**new, plan.id: plan_id}), ledger=Ledger())
