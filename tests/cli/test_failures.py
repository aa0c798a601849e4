"""The command line under strange arguments: every failure is one sentence and its own code, never that of errors."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from planner.cli import main, window
from planner.cli.new import TEMPLATES
from planner.cli.outcome import ERRORS_FOUND, FAILED, OK
from planner.examples import osnabrueck
from planner.storage import save
from tools.catalogue import ROOT

TROUBLED = ROOT / "resources" / "examples" / "osnabrueck-with-problems.plan"
MOMENTS = (
    "0001-01-01",
    "0001-01-01T00:00+14:00",
    "9999-12-31T23:59-12:00",
    "1582-10-15",
    "2027-06-01T12:00",
    "2027-W23",
    "now",
    "",
    "-1",
)
DATES = ("0001-01-01", "1899-12-31", "9999-12-31", "9999-12-25", "2031-05-06", "20310506", "31.05.2031", "")
NUMBERS = ("0", "-1", "60", "1" * 30, "1" * 5000, "sixty", "")
WORDS = ("", "x", "x" * 301, "a\0b", "a\nb", "\udcff", "<b>", "%s {file}", "-")

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "event.plan"
    save(osnabrueck(), path)
    return path


def places(folder: Path) -> list[str]:
    """Return paths that no program expects, and some that every program does."""
    (folder / "folder").mkdir(exist_ok=True)
    (folder / "damaged.plan").write_bytes(b'{"format": "planner", "vers')
    (folder / "notes.txt").write_bytes(b"notes")
    found = [
        *(folder / name for name in ("event.plan", "damaged.plan", "notes.txt", "folder", "gone/x.csv", "new.csv")),
        folder / "event.plan" / "below.ics",
        folder / ("x" * 300 + ".csv"),
        folder / ("x" * 5000),
        folder / ("ä" * 126 + ".ics"),
        folder / "a\0b.csv",
        folder / "a\nb.csv",
        folder / "\udcff.csv",
    ]
    if sys.platform != "win32":
        loop = folder / "loop.csv"
        if not loop.is_symlink():
            loop.symlink_to(loop)
            os.mkfifo(folder / "pipe.csv")
        found += [loop, loop / "x.ics", folder / "pipe.csv", Path("/dev/full"), Path("/dev/null"), Path("/proc/x.csv")]
    return [*map(str, found), "", "-", "--", ".", "/"]


def run(arguments: list[str]) -> int:
    """Run a command as a process would; an exception would be its traceback."""
    try:
        return main(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1


def told_well(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is wrong with how a command ended, nothing if all is well."""
    status = run(arguments)
    _, err = capsys.readouterr()
    if status == FAILED:
        sentences = [line for line in err.splitlines() if line.startswith("planner")]
        whole = err.startswith("usage: ") or (len(sentences) == 1 == err.count("\n"))
        return "" if whole and "mistake" not in err else f"it said {err!r}"
    if status == ERRORS_FOUND and arguments[:1] == ["check"]:
        return ""
    return "" if status == OK and not err else f"it ended with {status} and said {err!r}"


def attempts(places: list[str], plan: Path, chance: random.Random) -> Iterator[list[str]]:
    """Try each argument of each command with each strange value."""
    for place in places:
        yield ["check", place]
        yield ["check", "--json", place]
        yield ["new", place, "--template", "empty", *chance.choice([[], ["--force"]])]
        yield ["demo", place]
        yield ["export", place, str(plan.with_name("a.ics"))]
        for extra in ([], ["--format", "csv"], ["--format", "ics", "--force"]):
            yield ["export", str(plan), place, *extra]
    fresh = (str(plan.with_name(f"fresh-{number}.plan")) for number in range(10_000))
    for flag, values in (("--title", WORDS), ("--date", DATES), ("--people", NUMBERS), ("--lang", WORDS)):
        for value, template in product(values, TEMPLATES):
            yield ["new", next(fresh), "--template", template, f"{flag}={value}"]
    for value, ending in product(MOMENTS, ("ics", "csv", "pdf")):
        yield ["export", str(plan), str(plan.with_name(f"a.{ending}")), f"--made={value}"]
    for value in WORDS:
        yield ["export", str(plan), str(plan.with_name("a.csv")), f"--separator={value}"]
        yield ["export", str(plan), str(plan.with_name("b.csv")), f"--format={value}"]
        yield [value]
    yield from (["formats", "x"], ["new"], ["export", str(plan)], ["--nothing"], ["demo"], ["check"])


def _no_window(*_: object) -> int:
    return OK


def test_whatever_is_given_every_failure_is_one_sentence(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)
    monkeypatch.setattr(window, "open_window", _no_window)
    before = plan.read_bytes()
    failures = [
        f"{[argument[:80] for argument in arguments]}: {wrong}"
        for arguments in attempts(places(plan.parent), plan, random.Random(1))
        if (wrong := told_well(arguments, capsys)) or (plan.read_bytes() != before and (wrong := "the plan is gone"))
    ]
    assert failures == []
    assert plan.with_name("notes.txt").read_bytes() != b"notes"  # by --force, as asked


@posix
def test_a_plan_whose_date_is_impossible_can_be_exported(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for moment in (-(10**10), 0, 4_000_000_000, 10**11):
        os.utime(plan, (moment, moment))
        for ending in ("ics", "csv", "pdf"):
            assert told_well(["export", str(plan), str(plan.with_name(f"a.{ending}"))], capsys) == ""


def test_a_folder_that_may_not_be_searched(nobodys_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, shut = nobodys_folder / "event.plan", nobodys_folder / "shut"
    save(osnabrueck(), plan)
    shut.mkdir()
    save(osnabrueck(), shut / "inside.plan")
    for rights in (0o000, 0o444, 0o200):
        shut.chmod(rights)
        inside = str(shut / "inside.plan")
        for arguments in (
            [inside],
            ["open", inside],
            ["check", inside],
            ["export", inside, str(nobodys_folder / "a.ics")],
            ["export", str(plan), str(shut / "a.ics")],
            ["new", inside, "--template", "empty"],
            ["demo", str(shut)],
            ["demo", str(shut / "below")],
        ):
            assert run(arguments) == FAILED, arguments
            out, err = capsys.readouterr()
            assert (out, err.count("\n"), err.startswith("planner: ")) == ("", 1, True), arguments


def _planner(*arguments: object, out: int | None = None, cwd: Path = ROOT) -> tuple[int, bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "planner", *map(str, arguments)],
        stdout=subprocess.DEVNULL if out is None else out,
        stderr=subprocess.PIPE,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PLANNER_LANGUAGE": "en"},
    )
    return done.returncode, done.stderr


@posix
@pytest.mark.parametrize(
    "arguments", [["formats"], ["check", TROUBLED], ["check", TROUBLED, "--json"], ["--version"], ["check", "--help"]]
)
def test_an_output_that_takes_nothing_is_a_failure_and_no_errors_found(arguments: list[object]) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        status, err = _planner(*arguments, out=full)
    finally:
        os.close(full)
    assert (status, err.count(b"\n")) == (FAILED, 1)
    assert b"No space left" in err


@posix
def test_a_closed_output_is_no_traceback() -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$0" -m planner "$@" >&-', sys.executable, "check", TROUBLED],
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stderr) == (ERRORS_FOUND, b"")


@posix
def test_a_folder_that_is_gone_under_the_feet(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = 'cd "$1" && rmdir "$1" && shift && exec "$0" -m planner "$@"'
    for arguments in (["new", "a.plan", "--template", "empty"], ["check", "a.plan"], ["demo", "x"], ["a.plan"]):
        gone.mkdir(exist_ok=True)
        done = subprocess.run(
            ["sh", "-c", command, sys.executable, gone, *arguments],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert (done.returncode, done.stderr.count(b"\n")) == (FAILED, 1), done.stderr
