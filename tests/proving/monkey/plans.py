"""The plans that the monkey plays with, and files that are none."""

from pathlib import Path
from typing import Final

from planner.examples import examples, template
from planner.model import Document, Plan
from planner.storage import dump
from tests.big import big_plan

MARKUP: Final = "<b>fett</b> & <img src=/etc/hostname> &amp; <i>A</i>"
NAMES: Final = ("osnabrueck", "two-days", "with-problems", "empty", "large", "markup")
NOT_PLANS: Final = {
    "torn.plan": b'{"format": "planner", "version": 1, "plan": {',
    "text.plan": b"Tagung am Montag",
    "nothing.plan": b"",
}


def document_of(name: str, plan_id: str) -> Document:
    """Return one of the plans, as fresh as on the first day."""
    match name:
        case "osnabrueck":
            return template("osnabrueck", plan_id=plan_id)
        case "two-days":
            return _renamed(examples()["osnabrueck-two-days"], plan_id, "Q&A: 100 % {plan}")
        case "with-problems":
            return _renamed(examples()["osnabrueck-with-problems"], plan_id, "")
        case "empty":
            return Document(plan=Plan(id=plan_id))
        case "large":
            return Document(plan=big_plan(200).changed(id=plan_id))
        case _:
            return _with_markup(template("osnabrueck", plan_id=plan_id))


def write_fresh(folder: Path, name: str, plan_id: str) -> Path:
    """Write a plan into its file."""
    path = folder / f"{name}.plan"
    path.write_bytes(dump(document_of(name, plan_id)))
    return path


def _renamed(document: Document, plan_id: str, title: str) -> Document:
    return Document(plan=document.plan.changed(id=plan_id, title=title))


def _with_markup(document: Document) -> Document:
    """Put markup into each text that a person may type."""
    plan = document.plan
    return document.with_plan(
        plan.changed(
            title=MARKUP,
            kinds=tuple(kind.changed(name=f"{MARKUP} {kind.id}") for kind in plan.kinds),
            rooms=tuple(room.changed(name=f"{MARKUP} {room.id}") for room in plan.rooms),
            people=tuple(person.changed(name=f"{MARKUP} {person.id}") for person in plan.people),
            days=tuple(day.changed(title=MARKUP) for day in plan.days),
            rounds=tuple(round_.changed(title=MARKUP) for round_ in plan.rounds),
            sessions=tuple(session.changed(title=MARKUP, note=MARKUP, subtitle=MARKUP) for session in plan.sessions),
        )
    )
