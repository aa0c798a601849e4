"""Example plans and templates: for tests, pictures, README, "Open example" and "New from template"."""

from planner.model.samples.identify import reidentified
from planner.model.samples.one_day import osnabrueck
from planner.model.samples.templates import TEMPLATES, template

__all__ = ["TEMPLATES", "osnabrueck", "reidentified", "template"]
