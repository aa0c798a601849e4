"""Runs in a process that has the shim preloaded: saves again and again, each time with a fault at another call.

Every attempt is a fork of its own. What comes out is checked here: the file holds the old or the new document, whole,
and what the save said is true. Prints one line of JSON for each attempt.
"""

import ctypes
import errno
import json
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from planner.model import Document, Person, Plan
from planner.model.edits import remove_person
from planner.resources import resource
from planner.storage import (
    BackupReason,
    Backups,
    Journal,
    Recovery,
    Revision,
    SavedUnconfirmed,
    SaveFailed,
    digest,
    dump,
    parse,
    read,
    recoverable,
    save_guarded,
    write,
)
from tests.big import big_plan

NOW: Final = datetime(2027, 6, 1, 12, tzinfo=UTC)
COUNT, KILL, FAIL, FAIL_ON, SHORT = range(5)
FAULTS: Final[dict[str, tuple[int, int]]] = {
    "kill": (KILL, 0),
    "EIO": (FAIL, errno.EIO),
    "ENOSPC": (FAIL, errno.ENOSPC),
    "EACCES": (FAIL, errno.EACCES),
    "EIO from there on": (FAIL_ON, errno.EIO),
    "short write": (SHORT, 0),
}
EXAMPLE: Final = resource("examples", "osnabrueck.plan")
ACTIONS: Final = ("save", "save with backups", "journal", "forget")
FORGOTTEN: Final = Person(id="injected", name="Erika Eingespritzt")
SLOW_SHARE: Final = 0.05
"""Of the attempts at a large size where each reads several whole plans."""
NEW, OLD, UNTYPED = 0, 11, 99
"""What a save says, as an exit status: the new document is in place, the old one is, or an error nobody foresaw."""


class Case:
    """One document in its old and new state, in a folder of its own, and one way to write it."""

    def __init__(self, folder: Path, size: str, action: str) -> None:
        self.folder, self.size, self.action = folder, size, action
        self.old = document_of(size)
        self.new = self.old.changed(plan=self.old.plan.changed(title="New", subtitle="New"))
        self.before, self.after = dump(self.old), dump(self.new)
        self.path = folder / "event.plan"
        self.root = folder / "local"

    def prepare(self) -> None:
        """Put the old state there, and nothing else."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        write(self.path, self.before)
        if self.action == "save with backups":
            Backups(self.root).keep(b"an older one", self.old.plan.id, BackupReason.SAVED, NOW.replace(year=2026))
        if self.action == "journal":
            journal = self.journal = Journal(self.root)
            journal.keep(self.old, Revision(1, self.path, "another"))
        if self.action == "forget":
            for number, document in enumerate((self.old, self.new)):
                plan = document.plan.changed(people=(*document.plan.people, FORGOTTEN))
                data, hour = dump(document.with_plan(plan)), NOW.replace(hour=number)
                Backups(self.root).keep(data, plan.id, BackupReason.SAVED, hour)

    def act(self) -> None:
        """Write the new state."""
        if self.action == "journal":
            self.journal.keep(self.new, Revision(2, self.path, "another"))
        elif self.action == "forget":
            Backups(self.root).rewrite(self.old.plan.id, forget)
        else:
            backups = Backups(self.root) if self.action == "save with backups" else None
            save_guarded(self.new, self.path, digest(self.before), backups=backups, now=NOW)

    def held(self) -> bytes:
        """Return the bytes that are there now."""
        if self.action != "journal":
            return self.path.read_bytes()
        (journal,) = (self.root / "journal").rglob("*.journal")
        recovery = Recovery.of(journal)
        return b"" if recovery is None or not recovery.intact else recovery.data


def forget(document: Document) -> Document:
    """Take the person out of a document, if they are in it."""
    known = FORGOTTEN.id in document.plan.person_by_id
    return document.with_plan(remove_person(document.plan, FORGOTTEN.id)) if known else document


@cache
def document_of(size: str) -> Document:
    """Return a document of a size."""
    if size == "small":
        return Document(plan=Plan(id="small", title="Old"))
    return read(EXAMPLE).document if size == "medium" else Document(plan=big_plan(1_105))


class Shim:
    """The preloaded library."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(os.environ["LD_PRELOAD"])
        self._library.proof_disarm.restype = ctypes.c_long

    def arm(self, at: int, fault: tuple[int, int], marker: Path) -> None:
        """From now on count calls, and let the one of this number fail."""
        mode, number = fault
        self._library.proof_arm(ctypes.c_long(at), mode, number, os.fsencode(marker))

    def disarm(self) -> int:
        """Return how many calls there were."""
        return int(self._library.proof_disarm())


def attempt(case: Case, shim: Shim, at: int, fault: tuple[int, int]) -> tuple[int, str, int]:
    """Save in a fork with a fault; return its wait status, what was injected, and how many calls there were."""
    case.prepare()
    marker, count = case.folder / "injected", case.folder / "count"
    child = os.fork()
    if child == 0:
        status = UNTYPED
        try:
            shim.arm(at, fault, marker)
            status = _said(case.act)
        finally:
            calls = shim.disarm()
            count.write_text(str(calls))
            os._exit(status)
    _, status = os.waitpid(child, 0)
    injected = marker.read_text() if marker.is_file() else ""
    return status, injected, int(count.read_text()) if count.is_file() else 0


def _said(act: Callable[[], None]) -> int:
    try:
        act()
    except SavedUnconfirmed:
        return NEW
    except SaveFailed:
        return OLD
    except BaseException as error:  # noqa: BLE001  # reported as what nobody foresaw
        sys.stderr.write(f"{error!r}\n")
        return UNTYPED
    return NEW


def wrong(case: Case, status: int, fault: tuple[int, int], injected: str) -> str:
    """Return what is wrong with what came out, nothing if all is well."""
    held = case.held()
    if held not in {case.before, case.after}:
        return "neither old nor new"
    parse(held)
    if fault[0] == KILL:
        return "" if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL else "it did not die"
    code = os.waitstatus_to_exitcode(status)
    if code not in {NEW, OLD}:
        return f"an error that is not named: status {code} after {injected}"
    if (code == NEW) != (held == case.after):
        return f"it said {'saved' if code == NEW else 'not saved'}, which is not true"
    if case.action == "journal" and len(recoverable(case.root)) > 1:
        return "more than one journal"
    return ""


def _wrongly_forgotten(case: Case, status: int, fault: tuple[int, int], injected: str) -> str:
    """Return what is wrong with backups after a person was to be deleted from them; another attempt must finish it."""
    if fault[0] == KILL:
        if not (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL):
            return "it did not die"
    elif (code := os.waitstatus_to_exitcode(status)) not in {NEW, OLD}:
        return f"an error that is not named: status {code} after {injected}"
    elif code == NEW and _hold_person(case):
        return "it said that all are changed, which is not true"
    case.act()
    if _hold_person(case):
        return "the next attempt does not finish it"
    titles = {backup.read().document.plan.title for backup in Backups(case.root).list(case.old.plan.id)}
    return "" if titles == {case.old.plan.title, case.new.plan.title} else "a backup is gone"


def _hold_person(case: Case) -> bool:
    return any(FORGOTTEN.name.encode() in path.read_bytes() for path in case.root.rglob("*") if path.is_file())


def attempts(case: Case, shim: Shim, chance: random.Random, share: float) -> Iterator[dict[str, Any]]:
    """Try each fault at each call, or a share of them."""
    status, _, calls = attempt(case, shim, 0, (COUNT, 0))
    judge = _wrongly_forgotten if case.action == "forget" else wrong
    assert (status, judge(case, status, (COUNT, 0), "")) == (0, ""), "without a fault it must work"
    for name, fault in FAULTS.items():
        for at in range(1, calls + 1):
            if chance.random() >= share:
                continue
            status, injected, _ = attempt(case, shim, at, fault)
            happened = bool(injected) and injected.split()[1] == str(at)
            if fault[0] == SHORT and not happened:
                continue  # this call is no write
            told = judge(case, status, fault, injected) if happened else "nothing was injected"
            yield {"size": case.size, "action": case.action, "fault": name, "at": injected, "wrong": told}


def main() -> None:
    """Take folder, size, share and seed from the command line."""
    folder, size, share, seed = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
    shim, chance = Shim(), random.Random(seed)
    for action in ACTIONS:
        case = Case(folder / size, size, action)
        case.prepare()
        case.act()  # imports what is imported late
        part = SLOW_SHARE if (action, size) == ("forget", "large") else 1
        for line in attempts(case, shim, chance, share * part):
            sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
