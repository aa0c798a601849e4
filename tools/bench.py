"""The figures of README: each is a ratio, or a time beside a limit, taken side by side in one run."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from math import log
from pathlib import Path
from types import FrameType
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planner.checks import Index, problems
from planner.exporters import EXPORTERS
from planner.importers import NotImported, html_rows
from planner.model import Document, Plan
from planner.model.edits import move_session, resize_session, resize_sessions
from planner.resources import resource
from planner.storage import dump, parse, read, save
from planner.ui.board.layout.day_layout import DayContent, Metrics
from tests.at_once import SHARED, at_once
from tests.big import big_plan
from tests.importers.floods import HTML
from tests.monkey import start, told

Trace = Callable[[FrameType, str, object], "Trace"]
EXAMPLE: Final = str(resource("examples", "osnabrueck.plan"))
LEAN: Final = ("PySide6", "reportlab", "icalendar")
LONG: Final = 2_000
"""Sessions whose handout has 53 pages."""


@dataclass(frozen=True)
class Figure:
    """One measured value beside its limit."""

    what: str
    value: float
    limit: float | None
    unit: str

    @property
    def held(self) -> bool:
        """Whether the value is within its limit."""
        return self.limit is None or self.value <= self.limit


def best(run: Callable[[], object], times: int = 7) -> float:
    """Return the least of several times in ms: that with the least disturbance."""
    found: list[float] = []
    for _ in range(times):
        began = time.perf_counter()
        run()
        found.append((time.perf_counter() - began) * 1000)
    return min(found)


def side_by_side(first: list[str], second: list[str], times: int = 7) -> tuple[float, float]:
    """Return the least times in ms of two programs, run in turn so that noise meets both."""
    results: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for command, found in zip((first, second), results, strict=True):
            began = time.perf_counter()
            subprocess.run([sys.executable, *command], check=True, capture_output=True, env=_environment())
            found.append((time.perf_counter() - began) * 1000)
    return min(results[0]), min(results[1])


def _environment() -> dict[str, str]:
    # With its bytecode, which an installed program has, wherever this runs.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"), "PYTHONPATH": "."}


def start_up() -> list[Figure]:
    """Measure how soon a command answers and the window is painted."""
    importing, checking = side_by_side(["-c", "import planner.model"], ["-m", "planner", "check", EXAMPLE])
    code = (
        "import sys, planner.cli; planner.cli.main(['check', sys.argv[1]]);"
        f"print('HEAVY', sum(name in sys.modules for name in {LEAN!r}))"
    )
    told = _told(["-c", code, EXAMPLE])
    probe = str(Path(__file__).with_name("paint_probe.py"))
    bare, day = side_by_side([probe, "bare"], [probe, "day", EXAMPLE])
    return [
        Figure("planner check, Osnabrück day / import planner.model", checking / importing, 1.3, "×"),
        Figure("of Qt, reportlab, icalendar imported by it", float(told.split()[-1]), 0, ""),
        Figure("first paint of the window with the day / of a bare PySide6 window", day / bare, 2.5, "×"),
        Figure("first paint of the day", day, None, "ms"),
        Figure("first paint of a bare window", bare, None, "ms"),
    ]


def papers() -> list[Figure]:
    """Measure how soon the first page of a long handout is seen after the papers are opened."""
    probe = str(Path(__file__).with_name("paint_probe.py"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.plan")
        save(Document(plan=big_plan(LONG)), path)
        shown = min(float(_told([probe, "papers", str(path)])) for _ in range(3))
    return [Figure("first page of papers of 53 pages, after they are opened", 1000 * shown, 500, "ms")]


def _told(command: list[str]) -> str:
    """Return what a program prints."""
    done = subprocess.run([sys.executable, *command], check=True, capture_output=True, text=True, env=_environment())
    return done.stdout


def at_1105() -> list[Figure]:
    """Measure edits, checks and files of a large plan."""
    plan = big_plan(1105)
    session = next(session for session in plan.sessions if session.scheduled)
    data = dump(Document(plan=plan))
    moved = best(lambda: _move(plan, session.id))
    resized = best(lambda: resize_session(plan, session.id, session.minutes + 5, flow=True))
    ids = [session.id for session in plan.sessions]
    alike = best(lambda: resize_sessions(plan, ids, 45, flow=True), 3)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "big.plan")
        path.write_bytes(data)
        loading = best(lambda: read(path))
        saving = best(lambda: save(Document(plan=plan), path))
    return [
        Figure("one edit at 1,105 sessions (move)", moved, 5, "ms"),
        Figure("one edit at 1,105 sessions (resize, flows)", resized, 5, "ms"),
        Figure("all of 1,105 sessions set to one length, flowing", alike, 500, "ms"),
        Figure("all checks at 1,105 sessions", best(lambda: problems(plan)), 50, "ms"),
        Figure("load at 1,105 sessions", loading, 300, "ms"),
        Figure("save at 1,105 sessions", saving, None, "ms"),
    ]


def _move(plan: Plan, session: str) -> Plan:
    found = plan.session_by_id[session]
    return move_session(plan, session, found.day or "", (found.start or 0) + 5)


def board() -> list[Figure]:
    """Measure the board in a process of its own: CPU time, since the machine may do other things meanwhile."""
    program = str(Path(__file__).with_name("frames.py"))
    environment = _environment() | {"QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run([sys.executable, program], check=True, capture_output=True, text=True, env=environment).stdout
    times = {line.split()[0]: [float(value) for value in line.split()[1:]] for line in told.splitlines()}
    return [
        Figure("a frame of a drag at 200 blocks, 95 of 100", times["200"][0], 8, "ms"),
        Figure("a frame of a drag at 1,105 sessions, 95 of 100", times["1105"][0], 16, "ms"),
        Figure("a step with all checks at 1,105 sessions, painted", times["1105"][1], 30, "ms"),
        Figure("undo at 1,105 sessions, painted", times["1105"][2], 30, "ms"),
        *(
            Figure(
                f"a step at 1,000 sessions at one time ({shared}) / apart",
                times[shared][1] / times["nothing"][1],
                2.5,
                "×",
            )
            for shared in SHARED
        ),
    ]


def overlapping() -> list[Figure]:
    """Compare 1,000 sessions at one time with 1,000 that do not overlap."""
    apart, big = at_once(1000, "nothing"), {shared: at_once(1000, shared) for shared in SHARED}
    found: list[Figure] = []
    for shared, plan in big.items():
        checked = best(lambda plan=plan: problems(plan)) / best(lambda: problems(apart))
        placed = best(lambda plan=plan: _laid_out(plan)) / best(lambda: _laid_out(apart))
        found.append(Figure(f"all checks, 1,000 at one time ({shared}) / apart", checked, 2.5, "×"))
        found.append(Figure(f"layout of a day, 1,000 at one time ({shared}) / apart", placed, 2.5, "×"))
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{name}.plan") for name in ("room", "apart")]
        for path, plan in zip(paths, (big["room"], apart), strict=True):
            path.write_bytes(dump(Document(plan=plan)))
        commands = [["-c", f"import planner.cli as c; c.main(['check', {str(path)!r}])"] for path in paths]
        at_one_time, beside = side_by_side(commands[0], commands[1], 5)
    return [*found, Figure("planner check, 1,000 in one room / apart", at_one_time / beside, 2.5, "×")]


def _laid_out(plan: Plan) -> DayContent:
    return DayContent(Index(plan), plan.days[0].id, Metrics())


def growth() -> list[Figure]:
    """Compare 500 with 5,000 sessions: steps of the interpreter, which no cache and no neighbour disturb, and time."""
    small, large = big_plan(500), big_plan(5000)
    texts = (dump(Document(plan=small)), dump(Document(plan=large)))
    allowed = 5000 * log(5000) / (500 * log(500))
    runs: list[tuple[str, Callable[[Plan], object]]] = [
        ("one edit", lambda plan: _move(plan, plan.sessions[0].id)),
        ("all checks", problems),
        ("load", lambda plan: parse(texts[plan is large])),
    ]
    found: list[Figure] = []
    for name, run in runs:
        counted = steps(run, large) / steps(run, small)
        pairs = [(best(lambda run=run: run(large), 1), best(lambda run=run: run(small), 5)) for _ in range(15)]
        timed = min(pair[0] for pair in pairs) / min(pair[1] for pair in pairs)
        found.append(Figure(f"{name}, 5,000 / 500 sessions in n·log n, steps", counted / allowed, 1, "×"))
        found.append(Figure(f"{name}, 5,000 / 500 sessions in n·log n, time", timed / allowed, None, "×"))
    return found


def steps(run: Callable[[Plan], object], plan: Plan) -> int:
    """Count the bytecodes that a run takes."""
    count = 0

    def trace(frame: FrameType, event: str, _arg: object) -> "Trace":
        nonlocal count
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        count += event == "opcode"
        return trace

    run(plan)
    sys.settrace(trace)
    try:
        run(plan)
    finally:
        sys.settrace(None)
    return count


def exports() -> list[Figure]:
    """Measure the calendar file and the handout."""
    document = read(Path(EXAMPLE)).document
    found: list[Figure] = []
    for name in ("ics", "pdf"):
        exporter = next(exporter for exporter in EXPORTERS if exporter.name == name)
        exporter.export(document)
        found.append(
            Figure(
                f"{name} of the Osnabrück day", best(lambda exporter=exporter: exporter.export(document)), None, "ms"
            )
        )
    return found


def monkey() -> list[Figure]:
    """Measure a random step in the window, from its first event until every view is up to date."""
    _, milliseconds = told(start(["--seed", "1", "--steps", "150", "--seconds", "300"]).stdout)
    return [Figure("a step of the monkey, checked, median", milliseconds, 250, "ms")]


def pasted() -> list[Figure]:
    """Measure reading HTML that makes parsers slow; it must be read or refused within two seconds."""
    found: list[Figure] = []
    for what in ("60 KB of <a", "open quote of 120 KB", "wide spans", "breaks"):
        html = HTML[what]()

        def run(html: str = html) -> None:
            with suppress(NotImported):
                html_rows(html)

        found.append(Figure(f"pasted HTML: {what}", best(run, 3), 2_000, "ms"))
    return found


def main() -> int:
    """Print the table; return 1 if a limit is exceeded."""
    figures = [
        *start_up(),
        *papers(),
        *at_1105(),
        *overlapping(),
        *board(),
        *growth(),
        *exports(),
        *pasted(),
        *monkey(),
    ]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a redirected stream may lack it
    sys.stdout.write(f"{'figure':62} {'value':>10} {'limit':>10}\n")
    for figure in figures:
        limit = "" if figure.limit is None else f"{figure.limit:g} {figure.unit}"
        mark = "" if figure.held else "  NOT HELD"
        sys.stdout.write(f"{figure.what:62} {figure.value:>7.2f} {figure.unit:2} {limit:>10}{mark}\n")
    return 0 if all(figure.held for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
