"""Kills of a process that edits and journals without end: what is lost is a second at most, or one command."""

import os
import random
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import Final, NamedTuple

from planner.storage import recoverable

ROOT: Final = Path(__file__).resolve().parents[2]
SECOND: Final = 1.0
EVERY: Final = 0.4
"""Seconds after which the window keeps what has changed."""
_ENTRY: Final = struct.Struct("<qd")


class Kills(NamedTuple):
    """How often it was killed, how much was lost at most, how often something was kept, and what went wrong."""

    kills: int
    longest: float
    """Seconds of work that were lost at most."""
    commands: int
    failures: tuple[str, ...]


def kills(folder: Path, number: int, seed: int = 1) -> Kills:
    """Kill so often, at a chance moment each time."""
    chance = random.Random(seed)
    longest, commands = 0.0, 0
    failures: list[str] = []
    for turn in range(number):
        place = folder / str(turn)
        place.mkdir(parents=True)
        lost, done, wrong = _kill(place, chance.uniform(0.02, 3 * EVERY))
        longest, commands = max(longest, lost), commands + done
        failures += [f"kill {turn}: {wrong}"] if wrong else []
    return Kills(number, longest, commands, tuple(failures))


def _kill(folder: Path, delay: float) -> tuple[float, int, str]:
    """Return how many seconds were lost, how many commands there were, and what is wrong."""
    log = folder / "log"
    with subprocess.Popen(
        [sys.executable, "-m", "tests.proving.kills", folder], cwd=ROOT, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().split() == [b"ready"]
        time.sleep(delay)
        process.kill()
    if process.returncode != (1 if sys.platform == "win32" else -9):
        return 0, 0, f"it did not die, but ended with {process.returncode}"
    data = log.read_bytes()
    done = [_ENTRY.unpack_from(data, at) for at in range(0, len(data) - len(data) % _ENTRY.size, _ENTRY.size)]
    if not done:
        return 0, 0, ""
    found = recoverable(folder)
    if len(found) > 1:
        return 0, len(done), f"{len(found)} journals"
    kept = 0
    if found:
        document = found[0].document
        if document is None or document.plan.title != document.plan.subtitle or not found[0].intact:
            return 0, len(done), "what was kept is not whole"
        kept = int(document.plan.title)
    lost = [moment for number, moment in done if number > kept]
    seconds = done[-1][1] - lost[0] if lost else 0.0
    wrong = f"{len(lost)} commands of {seconds:.2f} s were lost" if len(lost) > 1 and seconds > SECOND else ""
    return seconds, len(done), wrong


def work(folder: Path) -> None:
    """Edit and journal as a window does, and write down each command when it is done."""
    from planner.model import Document
    from planner.storage import Journal, Revision
    from tests.big import big_plan

    document = Document(plan=big_plan(200))
    journal = Journal(folder)
    log = os.open(folder / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    last = 0.0
    for number in range(1, 1_000_000):
        document = document.changed(plan=document.plan.changed(title=str(number), subtitle=str(number)))
        os.write(log, _ENTRY.pack(number, time.monotonic()))
        if time.monotonic() - last >= EVERY:
            last = time.monotonic()
            journal.keep(document, Revision(number))
        time.sleep(0.002)


if __name__ == "__main__":
    work(Path(sys.argv[1]))
