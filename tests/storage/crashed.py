"""Journals as crashed windows leave them."""

import os
from pathlib import Path

from planner.model import Document, Plan
from planner.storage import Journal, Recovery, Revision, recoverable


def document(title: str, plan_id: str = "event") -> Document:
    return Document(plan=Plan(id=plan_id, title=title))


def crash(journal: Journal) -> None:
    """Let go of the lock as the end of a process does, and leave all files."""
    lock: object = vars(journal)["_lock"]
    os.close(vars(lock)["_descriptor"])
    vars(journal)["_lock"] = None


def left(root: Path, *states: tuple[int, str], path: Path | None = None, base: str = "") -> Journal:
    journal = Journal(root)
    for number, title in states:
        assert journal.keep(document(title), Revision(number, path, base))
    crash(journal)
    return journal


def only(root: Path) -> Recovery:
    (recovery,) = recoverable(root)
    return recovery


def files(root: Path) -> list[Path]:
    return [entry for entry in root.rglob("*") if entry.is_file()]
