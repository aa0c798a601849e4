"""Edits of people; contributions of one who is removed become open places."""

from typing import Any

from planner.model.edits._entries import replaced
from planner.model.edits.acceptances import pruned
from planner.model.edits.contributions import map_contributions
from planner.model.person import Person
from planner.model.plan import Plan
from planner.model.references import references_to, removed
from planner.model.session import Contribution, Status


def add_person(plan: Plan, person: Person) -> Plan:
    """Add a person after all others."""
    return plan.changed(people=(*plan.people, person))


def change_person(plan: Plan, person_id: str, **fields: Any) -> Plan:  # noqa: ANN401  # validated by the model
    """Change fields of a person."""
    return plan.changed(people=replaced(plan.people, plan.person_by_id[person_id].changed(**fields)))


def remove_person(plan: Plan, person_id: str) -> Plan:
    """Remove a person, their seats, and their name from contributions, which stay as open places.

    To remove a person for good, the plan's past must be forgotten, too: see Workspace.forget_person.
    """

    def opened(contribution: Contribution) -> Contribution:
        return Contribution(
            id=contribution.id, role=contribution.role, audience=contribution.audience, status=Status.OPEN
        )

    named = (reference.part for reference in references_to(plan, "people", person_id))
    theirs = {part.id for part in named if isinstance(part, Contribution)}
    return pruned(removed(map_contributions(plan, opened, theirs), "people", (person_id,)))
