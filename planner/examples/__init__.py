"""Example plans and templates: for tests, pictures, README, "Open example" and "New from template"."""

from planner.examples.plans import examples, osnabrueck, osnabrueck_two_days, osnabrueck_with_problems
from planner.examples.templates import TEMPLATES, template

__all__ = [
    "TEMPLATES",
    "examples",
    "osnabrueck",
    "osnabrueck_two_days",
    "osnabrueck_with_problems",
    "template",
]
