"""Planner: from session blocks to a checked day, a calendar file and a handout."""

__version__ = "0.1.0"
