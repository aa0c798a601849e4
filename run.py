"""Set the planner up and start it: `python3 run.py demo`, on Windows `py run.py demo`.

demo      write the Osnabrück plan, its check report, ICS and PDF into demo/; open the window if there is a screen
test      run all tests
check     what CI runs: format, lint, types, imports, all tests, and the wheel in an empty environment
proof     try for most of an hour to lose a plan or to break the window
bench, generate, pictures, wheel: the figures, derived files, the pictures of README, the wheel alone
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
PYTHON = ROOT / (".venv/Scripts/python.exe" if os.name == "nt" else ".venv/bin/python")
STAMP = ROOT / ".venv/installed.txt"
CONTRACTS = "-c 'from importlinter.cli import lint_imports_command as lint; lint()' --no-logo"
STEPS = {  # the arguments of each Python that a command starts
    "demo": ["-m planner demo demo"],
    "test": ["-m pytest -n auto"],
    "check": ["-m ruff format --check", "-m ruff check", "-m pyright", CONTRACTS, "-m pytest -n auto tests/ui"],
    **{name: [f"tools/{name}.py"] for name in ("bench", "generate", "pictures", "proof", "wheel")},
}
STEPS["check"] += ["-m pytest -n auto --ignore tests/ui --cov --cov-report=", *STEPS["wheel"]]  # see pyproject.toml
# What PySide6 expects of a Linux system: its libraries' NEEDED entries, less those that come with the ones named here.
QT = ["libEGL.so.1", "libGL.so.1", "libdbus-1.so.3", "libfontconfig.so.1", "libglib-2.0.so.0", "libxkbcommon.so.0"]
X11 = ["libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxcb-shape.so.0", "libxkbcommon-x11.so.0"]
WAYLAND = ["libwayland-cursor.so.0", "libwayland-egl.so.1"]
APT = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", "--no-install-recommends"]


def main() -> int:
    """Run the command that the arguments name and return the exit status."""
    if sys.version_info[:2] < (3, 11):  # noqa: UP036  any Python may start this file
        sys.exit("The planner needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=STEPS)
    command: str = parser.parse_args().command
    screen = [*(X11 if os.environ.get("DISPLAY") else ()), *(WAYLAND if os.environ.get("WAYLAND_DISPLAY") else ())]
    if sys.platform == "linux" and missing_packages(QT + screen):
        install_packages(missing_packages(QT + X11 + WAYLAND))  # at once for every kind of screen
    provide_venv("" if command == "demo" else "[dev]")
    os.environ.update({} if command == "demo" else {"QT_QPA_PLATFORM": "offscreen"})
    passed = [run(str(PYTHON), *shlex.split(step)) for step in STEPS[command]]
    if command == "demo" and all(passed) and (screen or sys.platform != "linux"):
        passed.append(run(str(PYTHON), "-m", "planner", "demo/osnabrueck.plan"))
    return 0 if all(passed) else 1


def run(*command: str) -> bool:
    """Run a program in the project's folder, say if it failed, and tell whether it succeeded."""
    passed = subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    if not passed:
        print("Failed:", shlex.join(command), file=sys.stderr, flush=True)
    return passed


def missing_packages(libraries: list[str]) -> list[str]:
    """Name the Debian packages that these libraries and .venv need and that are not there."""
    venv = [] if importlib.util.find_spec("ensurepip") else ["python{}.{}-venv".format(*sys.version_info)]
    return venv + [package(library) for library in libraries if not loads(library)]


def package(library: str) -> str:
    """Name the Debian package of a shared library by the rule of Debian Policy 8.1; only glib departs from it."""
    name, version = library.lower().replace("glib-2.0", "glib2.0").split(".so.")
    return name + "-" * name[-1].isdigit() + version


def loads(library: str) -> bool:
    """Tell whether the system has a shared library."""
    try:
        return bool(ctypes.CDLL(library))
    except OSError:
        return False


def install_packages(packages: list[str]) -> None:
    """Install Debian packages, or say what to do and stop."""
    if not Path("/usr/bin/apt-get").exists():
        sys.exit(f"Parts of the system are missing. Install what Debian calls {' '.join(packages)}, then try again.")
    if os.geteuid() or not (run("apt-get", "update") and run(*APT, *packages)):
        sys.exit(f"System packages are missing. As root, run:\n\napt-get update && {shlex.join([*APT, *packages])}")


def provide_venv(extra: str) -> None:
    """Make .venv and install what is pinned, unless exactly that was done before."""
    if works(PYTHON) and STAMP.exists() and STAMP.read_text() in {state(ROOT, extra), state(ROOT, "[dev]")}:
        return
    print("Installing into .venv: a minute or a few, only this once.", flush=True)
    STAMP.unlink(missing_ok=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--constraint", "constraints.txt"]
    made = works(PYTHON) or run(sys.executable, "-m", "venv", "--clear", str(ROOT / ".venv"))
    if not made or not run(*pip, "--editable", f".{extra}"):
        sys.exit("Installing failed for the reason above. Run the same again to go on from here.")
    STAMP.write_text(state(ROOT, extra))


def works(python: Path) -> bool:
    """Tell whether a Python starts, has pip and is of the version that runs this file."""
    ask = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    return python.exists() and subprocess.run([python, "-c", ask], capture_output=True, check=False).returncode == 0


def state(root: Path, extra: str) -> str:
    """Hash all that decides what is installed."""
    lists = [(root / name).read_text("utf-8") for name in ("pyproject.toml", "constraints.txt")]
    return hashlib.sha256(repr([*lists, extra, str(root), sys.version_info[:2]]).encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
