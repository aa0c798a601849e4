"""The command line in a process of its own, where streams, signals and imports matter; and the way into the window."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from planner import __version__
from planner.cli import entry, main
from planner.cli.outcome import FAILED, INTERRUPTED, OK, PIPE_CLOSED
from planner.storage import read
from tools.catalogue import ROOT

EXAMPLE = ROOT / "resources" / "examples" / "osnabrueck.plan"
TROUBLED = ROOT / "resources" / "examples" / "osnabrueck-with-problems.plan"
HEAVY = {"PySide6", "shiboken6", "reportlab", "icalendar", "babel", "openpyxl", "pypdfium2"}
IMPORTED = """
import sys
from planner.cli import main
status = main(sys.argv[1:])
print(status, *sorted({name.partition(".")[0] for name in sys.modules}), sep="\\n")
"""


def _planner(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    known = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    command = [sys.executable, "-m", "planner", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env={**known, **environment})


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (["check", str(EXAMPLE)], set[str]()),
        (["check", str(TROUBLED), "--json"], {"babel"}),  # for a day without a title, which is named by its date
        (["formats"], set[str]()),
    ],
)
def test_what_only_answers_imports_nothing_heavy(arguments: list[str], needed: set[str]) -> None:
    command = [sys.executable, "-c", IMPORTED, *arguments]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, text=True, encoding="utf-8")
    imported = set(done.stdout.splitlines())
    assert {"planner", "pydantic"} <= imported
    assert HEAVY & imported <= needed


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "C"}, {"LANG": "de_DE"}]
)
def test_umlauts_are_printed_whatever_the_system_speaks(environment: dict[str, str]) -> None:
    title = read(EXAMPLE).document.plan.sessions[1].title
    assert title == "Begrüßung"
    done = _planner("check", TROUBLED, "--json", PLANNER_LANGUAGE="de", **environment)
    assert (done.returncode, done.stderr) == (1, b"")
    found = json.loads(done.stdout.decode("utf-8"))
    assert any("ü" in problem["text"] for problem in found["problems"])


def test_an_encoding_that_was_asked_for_is_kept_and_stops_at_nothing() -> None:
    done = _planner("check", TROUBLED, PLANNER_LANGUAGE="de", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.isascii()
    assert b"?" in done.stdout


def test_the_language_is_the_users() -> None:
    german, english = (_planner("check", TROUBLED, PLANNER_LANGUAGE=code).stdout for code in ("de", "en"))
    assert german.startswith(b"Fehler: ")
    assert english.startswith(b"Error: ")


@pytest.mark.skipif(os.name == "nt", reason="Windows reports a closed pipe otherwise")
def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "planner", "check", str(TROUBLED)]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False, cwd=ROOT)
    os.close(writer)
    assert (done.returncode, done.stderr) == (PIPE_CLOSED, b"")


def test_ctrl_c_ends_it_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(_arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(entry, "_run", stopped)
    assert main(["formats"]) == INTERRUPTED
    assert capsys.readouterr() == ("", "")


def test_a_mistake_of_the_program_is_told_with_its_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_arguments: list[str]) -> int:
        raise RuntimeError

    monkeypatch.setattr(entry, "_run", broken)
    assert main(["formats"]) == FAILED
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert f"RuntimeError, {Path(__file__).name}:" in err


def test_without_streams_as_in_a_window_program_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["check", "no such file"]) == FAILED
    assert main(["formats"]) == OK


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert (ended.value.code, capsys.readouterr().out) == (0, f"planner {__version__}\n")


@pytest.mark.parametrize("arguments", [["chek", "a.plan"], ["check"], ["export", "a.plan"], ["new", "a.plan"]])
def test_what_is_no_command_is_explained(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == FAILED
    assert capsys.readouterr().err.startswith("usage: planner")


@pytest.mark.parametrize(
    ("arguments", "opened"), [([], None), ([str(EXAMPLE)], str(EXAMPLE)), (["open", str(EXAMPLE)], str(EXAMPLE))]
)
def test_without_a_command_the_window_opens(
    arguments: list[str], opened: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []

    def run(path: str | None) -> int:
        asked.append(path)
        return 7

    window = ModuleType("planner.ui.app")
    window.__dict__["run"] = run
    monkeypatch.setitem(sys.modules, "planner.ui.app", window)
    assert main(arguments) == 7
    assert asked == [opened]


def test_a_file_that_is_called_like_no_command_has_to_exist(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "tagung.plan")]) == FAILED
    assert "tagung.plan" in capsys.readouterr().err
