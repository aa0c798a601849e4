"""The example plans: files in resources/examples are their source, and the program itself can change them."""

import json
from functools import cache

from planner.model.document import Document
from planner.resources import resource


@cache
def _example(name: str) -> Document:
    """Read a shipped plan; it is always of the newest format, for `run.py generate` migrates it."""
    raw = json.loads(resource("examples", f"{name}.plan").read_bytes())
    return Document.model_validate_json(json.dumps({"plan": raw["plan"], "ledger": raw["ledger"]}))


def osnabrueck() -> Document:
    """Return the day in Osnabrück: a clean plan that shows what a plan can hold."""
    return _example("osnabrueck")


def osnabrueck_two_days() -> Document:
    """Return the event from lunch to lunch: the same topics in two rounds, and an evening between them."""
    return _example("osnabrueck-two-days")


def osnabrueck_with_problems() -> Document:
    """Return the day in Osnabrück as it might look two weeks earlier: each check finds something in it."""
    return _example("osnabrueck-with-problems")


def examples() -> dict[str, Document]:
    """Return all example plans by the names of their files."""
    return {
        "osnabrueck": osnabrueck(),
        "osnabrueck-two-days": osnabrueck_two_days(),
        "osnabrueck-with-problems": osnabrueck_with_problems(),
    }
