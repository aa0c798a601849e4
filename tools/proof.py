"""Tries to lose a plan in every known way, and prints a table of the attempts: `python run.py proof`."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planner.importers.paste_limits import MAX_SECONDS
from planner.storage import Recovery
from tests.importers.floods import MEGABYTES, SLACK, read_all
from tests.monkey import start, told
from tests.profiles import TIMES
from tests.proving import damage
from tests.proving.faults import faults, lacking
from tests.proving.full_disk import full_disk, small_disk
from tests.proving.kills import EVERY, kills
from tests.proving.onto import onto
from tests.proving.takers import taken_by_all
from tests.proving.thinned import two_years
from tests.proving.typing import WHERE, typing

ROOT: Final = Path(__file__).resolve().parent.parent
FORMATS: Final = ROOT / "tests" / "formats"


class Row(NamedTuple):
    """One line of the table: what was tried, how often, with which result and failures."""

    what: str
    times: int
    result: str
    failures: tuple[str, ...] = ()
    skipped: str = ""


def fault_rows(folder: Path) -> Iterator[Row]:
    """Inject each fault at each system call."""
    if reason := lacking():
        yield Row("faults at system calls", 0, "", skipped=reason)
        return
    found = faults(folder)
    for action in ("save", "save with backups", "journal", "forget"):
        for fault in dict.fromkeys(name for _, name, _ in found.counts):
            sizes = [found.counts[action, fault, size] for size in ("small", "medium", "large")]
            wrong = tuple(
                failure
                for failure in found.failures
                if failure.startswith(f"{action}, ") and f", {fault} at" in failure
            )
            result = f"{' + '.join(map(str, sizes))} at three sizes; each seen to happen; old or new, and told truly"
            yield Row(f"{action}: {fault}", sum(sizes), result, wrong)
    yield Row("kinds of calls met", len(found.calls), " ".join(sorted(found.calls)))


def disk_rows(folder: Path) -> Iterator[Row]:
    """Save to a disk that is full or nearly full."""
    with small_disk(folder) as disk:
        if disk is None:
            yield Row("full disk", 0, "", skipped="only root may mount a small disk")
            return
        found = full_disk(disk)
    result = f"{found.refused} refused and byte for byte as before, {found.tried - found.refused} saved"
    yield Row("full disk, 0 to 69 pages free", found.tried, result, found.failures)


def kill_rows(folder: Path) -> Iterator[Row]:
    """Kill a process that edits and journals."""
    found = kills(folder, 200)
    result = f"{found.commands} commands; {found.longest:.2f} s lost at most, journal every {EVERY} s"
    yield Row("kills while editing", found.kills, result, found.failures)


def typing_rows(folder: Path) -> Iterator[Row]:
    """Kill windows while text is being typed."""
    found = typing(folder, 20)
    result = f"{found.letters} letters in {', '.join(WHERE)}; {found.longest:.2f} s lost at most"
    yield Row("kills while typing in a window", found.kills, result, found.failures)


def damage_rows(_: Path) -> Iterator[Row]:
    """Damage files."""
    tries: tuple[tuple[str, Callable[[], damage.Read]], ...] = (
        (f"every prefix of a file of {len(damage.SMALL)} bytes", damage.prefixes),
        ("every bit of it flipped, and every byte", damage.flips),
        ("prefixes of the sample file", lambda: damage.prefixes(damage.SAMPLE.read_bytes(), 3)),
        ("flipped bits of the sample file", lambda: damage.flips(damage.SAMPLE.read_bytes(), 5)),
        ("fuzzed documents", lambda: damage.fuzzed_by_all(100_000)),
    )
    for what, run in tries:
        found = run()
        errors = found.tried - found.ended["read"]
        named = ", ".join(f"{name} {number}" for name, number in found.ended.most_common(4) if name != "read")
        yield Row(what, found.tried, f"{errors} named errors ({named} …), {found.ended['read']} valid", found.failures)


def journal_rows(_: Path) -> Iterator[Row]:
    """Read journals of every version that was released."""
    for journal in sorted(FORMATS.glob("version-*.journal")):
        recovery = Recovery.of(journal)
        opens = recovery is not None and recovery.intact and recovery.document is not None
        yield Row(f"journal of {journal.stem}", 1, "opens", () if opens else (f"{journal.name} does not open",))


def onto_rows(folder: Path) -> Iterator[Row]:
    """Save and export onto other files."""
    found = onto(folder / "onto")
    result = "refused in one sentence, and every file byte for byte as before"
    yield Row("save as, export, new onto other files", found.tried, result, found.failures)


def backup_rows(_: Path) -> Iterator[Row]:
    """Save as in two years of work, and thin out the backups."""
    found = two_years()
    result = f"{found.most} kept at most; at {found.checks} days every earlier state had one as near as promised"
    yield Row("saves in two years, thinned", found.saves, result, found.failures)


def monkey_rows(_: Path) -> Iterator[Row]:
    """Run random steps in windows, two processes at a time."""
    seeds, seconds = range(101, 105), 600
    calls = [["--seed", str(seed), "--seconds", str(seconds)] for seed in seeds]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(start, calls))
    steps, milliseconds = zip(*(told(done.stdout) for done in found), strict=True)
    result = f"{len(seeds)} × {seconds // 60} minutes, {max(milliseconds):.0f} ms a step; views are what the plan is"
    failures = tuple(done.stdout + done.stderr for done in found if done.returncode)
    yield Row("steps of a monkey at the window", sum(steps), result, failures)


def hostile_rows(_: Path) -> Iterator[Row]:
    """Run everything that takes a plan on plans at the limits of the model."""
    found = taken_by_all(150)
    result = f"{found.calls} times released, exported, compared, merged, deleted, checked or mended"
    yield Row("hostile but valid plans", found.plans, result, found.failures)


def flood_rows(_: Path) -> Iterator[Row]:
    """Read texts that once froze the program, and similar ones, at the largest size that is not refused unread."""
    if sys.platform == "win32":
        yield Row("floods of HTML and text", 0, "", skipped="Windows tells no peak of memory")
        return
    found = read_all()
    slowest = max(found.readings, key=lambda reading: reading.seconds)
    slow = tuple(
        f"{reading.what}: {reading.seconds:.1f} s"
        for reading in found.readings
        if reading.seconds > MAX_SECONDS + SLACK
    )
    large = (f"the process grew by {found.megabytes} MB",) if found.megabytes > MEGABYTES else ()
    refused = sum(bool(reading.refusal) for reading in found.readings)
    result = f"{refused} refused, all others read; {slowest.seconds:.1f} s at most, {found.megabytes} MB in all"
    yield Row("floods of HTML and text", len(found.readings), result, (*slow, *large))


def property_rows(_: Path) -> Iterator[Row]:
    """Run the tests of properties with the long profile of hypothesis."""
    options = ["addopts=--import-mode=importlib -p no:cacheprovider", "faulthandler_timeout=0"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "auto", "-m", "hypothesis", *(f"-o{option}" for option in options)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HYPOTHESIS_PROFILE": "long"},
        capture_output=True,
        text=True,
        check=False,
    )
    failures = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    if done.returncode and not failures:
        failures = [done.stdout[-500:] + done.stderr[-500:]]
    passed = sum(map(int, re.findall(r"(\d+) passed", done.stdout)))
    yield Row("properties, the long profile", passed, f"hold for {TIMES} × as many examples", tuple(failures))


PROOFS: Final[tuple[Callable[[Path], Iterator[Row]], ...]] = (
    fault_rows,
    disk_rows,
    kill_rows,
    typing_rows,
    damage_rows,
    journal_rows,
    backup_rows,
    onto_rows,
    hostile_rows,
    flood_rows,
    property_rows,
    monkey_rows,
)


def main() -> int:
    """Run all proofs and print the table; return 1 if anything was lost or misreported."""
    rows: list[Row] = []
    for proof in PROOFS:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as name:
            found = list(proof(Path(name)))
        rows += found
        sys.stdout.write("".join(f"{_line(row)}\n" for row in found))
        sys.stdout.write(f"{'':45}{time.monotonic() - began:.0f} s\n")
        sys.stdout.flush()
    failures = [failure for row in rows for failure in row.failures]
    sys.stdout.write("".join(f"FAILED  {failure}\n" for failure in failures[:50]))
    empty = [row.what for row in rows if not row.times and not row.skipped]
    sys.stdout.write("".join(f"FAILED  {what}: nothing was tried\n" for what in empty))
    total = sum(row.times for row in rows)
    sys.stdout.write(f"{total} attempts, {len(failures)} failures, {sum(bool(row.skipped) for row in rows)} skipped\n")
    return 1 if failures or empty else 0


def _line(row: Row) -> str:
    mark = "skip" if row.skipped else "FAIL" if row.failures else "ok"
    return f"{mark:5}{row.what:40.40} {row.times:>7}  {row.skipped or row.result}"


if __name__ == "__main__":
    sys.exit(main())
