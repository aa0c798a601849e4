"""Example plans and templates: for tests, pictures, README, "Open example" and "New from template"."""

from planner.model.document import Document
from planner.model.samples.one_day import osnabrueck
from planner.model.samples.templates import TEMPLATES, template
from planner.model.samples.two_days import osnabrueck_two_days
from planner.model.samples.with_problems import osnabrueck_with_problems

__all__ = [
    "TEMPLATES",
    "examples",
    "osnabrueck",
    "osnabrueck_two_days",
    "osnabrueck_with_problems",
    "template",
]


def examples() -> dict[str, Document]:
    """Return all example plans by the names of their files."""
    return {
        "osnabrueck": osnabrueck(),
        "osnabrueck-two-days": osnabrueck_two_days(),
        "osnabrueck-with-problems": osnabrueck_with_problems(),
    }
