"""The example plans; their source are the files in resources/examples, which can be edited with the program itself."""

import json
from functools import cache

from planner.model.document import Document
from planner.resources import resource


@cache
def _example(name: str) -> Document:
    """Read a shipped plan, which is always in the newest format, as `run.py generate` migrates it."""
    raw = json.loads(resource("examples", f"{name}.plan").read_bytes())
    return Document.model_validate_json(json.dumps({"plan": raw["plan"], "ledger": raw["ledger"]}))


def osnabrueck() -> Document:
    """Return the day in Osnabrück: a plan without errors that shows what a plan can hold."""
    return _example("osnabrueck")


def osnabrueck_two_days() -> Document:
    """Return the event from one lunch to the next: the same topics in two rounds, with an evening in between."""
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
