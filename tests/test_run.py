"""run.py sets a bare machine up: these tests hold what can be seen of that without a network."""

import ast
import os
import shutil
import subprocess
import sys
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run

PINS = dict(
    line.split("==") for line in (run.ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")
)
NOWHERE = "libplanner-nowhere2.so.3"


def test_needs_only_the_standard_library_and_few_lines() -> None:
    text = Path(run.__file__).read_text("utf-8")
    imported: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
    assert imported <= sys.stdlib_module_names
    assert len(text.splitlines()) <= 120


def test_an_older_python_can_read_the_file_and_so_say_that_it_is_too_old() -> None:
    ast.parse(Path(run.__file__).read_text("utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ],
)
def test_package_of_a_library(library: str, package: str) -> None:
    assert run.package(library) == package


def test_names_only_what_is_missing() -> None:
    assert run.missing_packages([]) == []
    assert run.missing_packages([NOWHERE]) == ["libplanner-nowhere2-3"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no system packages")
def test_without_root_prints_one_line_and_stops() -> None:
    code = "import run; run.os.geteuid = lambda: 1000; run.install_packages(['libegl1', 'libgl1'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=run.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if "apt-get" in line]
    if Path("/usr/bin/apt-get").exists():
        assert len(lines) == 1
        assert lines[0].startswith("apt-get update && ")
        assert lines[0].endswith(" libegl1 libgl1")
    else:
        assert "libegl1 libgl1" in done.stderr


def test_state_changes_with_all_that_decides_what_is_installed(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(run.ROOT / name, tmp_path)
    seen = [run.state(tmp_path, ""), run.state(tmp_path, "[dev]")]
    assert seen[0] == run.state(tmp_path, "")
    for name in ("pyproject.toml", "constraints.txt"):
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write("# changed\n")
        seen.append(run.state(tmp_path, ""))
    moved = tmp_path.rename(tmp_path.with_name("moved"))
    seen.append(run.state(moved, ""))
    assert len(set(seen)) == 5


def test_knows_a_python_that_works_from_one_half_made(tmp_path: Path) -> None:
    assert run.works(Path(sys.executable))
    assert not run.works(tmp_path / "python")
    bare = tmp_path / "bare"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(bare)], check=True)
    assert not run.works(bare / run.PYTHON.relative_to(run.ROOT / ".venv"))


def test_an_unknown_command_is_refused_with_the_known_ones() -> None:
    command = [sys.executable, "run.py", "dmeo"]
    done = subprocess.run(command, cwd=run.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert all(name in done.stderr for name in run.STEPS)


def test_tests_run_with_what_is_pinned() -> None:
    installed = {name: version(name) for name in PINS if name != "colorama"}
    assert installed == {name: pin for name, pin in PINS.items() if name != "colorama"}
    assert PINS["shiboken6"] == PINS["PySide6_Essentials"]


def test_everything_that_is_needed_is_pinned() -> None:
    open_ones = [Requirement("planner[dev]")]
    seen: set[str] = set()
    while open_ones:
        need = open_ones.pop()
        if str(need) in seen:
            continue
        seen.add(str(need))
        extras = {"", *need.extras}
        children = map(Requirement, requires(need.name) or [])
        open_ones += [
            child
            for child in children
            if child.marker is None or any(child.marker.evaluate({"extra": extra}) for extra in extras)
        ]
    names = {canonicalize_name(Requirement(text).name) for text in seen} - {"planner"}
    assert len(names) > 20
    assert names <= {canonicalize_name(name) for name in PINS}
