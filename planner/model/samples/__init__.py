"""Example plans and templates: for tests, pictures, README, "Open example" and "New from template"."""

from planner.model.samples.one_day import osnabrueck

__all__ = ["osnabrueck"]
