"""Edits of what belongs to the whole plan: titles, limits, print, venue, contact, notes, logos, kinds."""

from typing import Any

from planner.model.edits._entries import replaced, without
from planner.model.edits.acceptances import pruned
from planner.model.kind import Kind
from planner.model.plan import Plan
from planner.model.references import redirected
from planner.model.venue import Logo, Note


def change_plan(plan: Plan, **fields: Any) -> Plan:  # noqa: ANN401  # validated by the model
    """Change fields of the plan itself, such as title, organiser or time zone."""
    return plan.changed(**fields)


def change_settings(plan: Plan, **fields: Any) -> Plan:  # noqa: ANN401  # validated by the model
    """Change the limits of the checks, and the numbers of people."""
    return plan.changed(settings=plan.settings.changed(**fields))


def change_print(plan: Plan, **fields: Any) -> Plan:  # noqa: ANN401  # validated by the model
    """Change how papers look."""
    return plan.changed(print=plan.print.changed(**fields))


def change_venue(plan: Plan, **fields: Any) -> Plan:  # noqa: ANN401  # validated by the model
    """Change the venue: its address, access and travel."""
    return plan.changed(venue=plan.venue.changed(**fields))


def change_contact(plan: Plan, **fields: Any) -> Plan:  # noqa: ANN401  # validated by the model
    """Change the contact for guests."""
    return plan.changed(contact=plan.contact.changed(**fields))


def set_notes(plan: Plan, notes: tuple[Note, ...]) -> Plan:
    """Replace the paragraphs below the programme."""
    return plan.changed(notes=notes)


def set_logo(plan: Plan, logo: Logo) -> Plan:
    """Add a logo after the others, or replace the one with its id."""
    known = any(other.id == logo.id for other in plan.logos)
    return plan.changed(logos=replaced(plan.logos, logo) if known else (*plan.logos, logo))


def remove_logo(plan: Plan, logo_id: str) -> Plan:
    """Remove a logo."""
    return pruned(plan.changed(logos=without(plan.logos, logo_id)))


def set_kind(plan: Plan, kind: Kind) -> Plan:
    """Add a kind of session, or replace the one with its id."""
    known = kind.id in plan.kind_by_id
    return plan.changed(kinds=replaced(plan.kinds, kind) if known else (*plan.kinds, kind))


def remove_kind(plan: Plan, kind_id: str, instead: str) -> Plan:
    """Remove a kind; its sessions get another one instead."""
    fields = redirected(plan, "kinds", {kind_id: instead})
    return pruned(plan.changed(**{**fields, "kinds": without(plan.kinds, kind_id)}))
