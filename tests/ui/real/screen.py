"""A screen of its own with the real program on it, a hand that moves the real pointer, and an eye on the tree."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Final, NamedTuple, TypeVar

import run
from planner.model import Plan
from planner.storage import read

PYTHON: Final = "/usr/bin/python3"
"""The system's own, which has the bindings of AT-SPI."""
BINDINGS: Final = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
PICTURE: Final = """
import sys
from PySide6.QtGui import QGuiApplication
QGuiApplication(sys.argv).primaryScreen().grabWindow(0).save(sys.argv[1])
"""
PROGRAMS: Final = ("Xvfb", "xdotool", "dbus-daemon")
SIZE: Final = (1440, 900)
PATIENCE: Final = 30.0
"""Seconds; a busy machine is slow, and nothing waits longer than it must."""
R = TypeVar("R")


def missing() -> str:
    """Return what this system lacks for a real screen, empty if nothing."""
    if sys.platform != "linux":
        return "only Linux has Xvfb and AT-SPI"
    lacks = [name for name in PROGRAMS if shutil.which(name) is None]
    lacks += [name for name in run.X11 if not run.loads(name)]
    if (
        not Path(PYTHON).exists()
        or subprocess.run([PYTHON, "-c", BINDINGS], capture_output=True, check=False).returncode
    ):
        lacks.append("AT-SPI for the system's Python")
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        lacks.append("at-spi2-core")
    return ", ".join(lacks)


def until(condition: Callable[[], R | None], what: str, patience: float = PATIENCE) -> R:
    """Wait for what another program does: return the first answer that is true."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.03)
    message = f"after {patience:g} s still not: {what}"
    raise AssertionError(message)


class Seen(NamedTuple):
    """Something on the screen, as a screen reader is told of it."""

    name: str
    description: str
    states: list[str]
    box: list[int]
    actions: list[str]
    place: int
    parent: str

    def at(self, across: float = 0.5, down: float = 0.5) -> tuple[int, int]:
        """Return a point in it, by shares of its width and height."""
        x, y, width, height = self.box
        return round(x + width * across), round(y + height * down)


class Screen:
    """An empty screen with a bus, and who reads it."""

    def __init__(self, folder: Path, size: tuple[int, int] = SIZE) -> None:
        self._running: list[subprocess.Popen[str]] = []
        self.folder = folder
        home = {name: str(folder / name) for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        for path in home.values():
            Path(path).mkdir(mode=0o700)
        self.environment = {**os.environ, **home, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        server = self.start(
            "Xvfb", "-displayfd", "1", "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp", "-noreset"
        )
        self.environment["DISPLAY"] = f":{_line(server)}"
        bus = self.start("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = _line(bus)
        self._eye = self.start(PYTHON, str(Path(__file__).with_name("reader.py")))

    def start(self, *command: str, **variables: str) -> subprocess.Popen[str]:
        """Start a program on this screen; what it says goes into a file of the folder."""
        with (self.folder / f"{len(self._running)}.log").open("w") as log:
            started = subprocess.Popen(
                command,
                env={**self.environment, **variables},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self._running.append(started)
        return started

    def ask(self, ask: str, **question: object) -> Any:  # noqa: ANN401  # as JSON has it
        """Return what the reader of the screen answers."""
        assert self._eye.stdin is not None
        self._eye.stdin.write(json.dumps({"ask": ask, **question}) + "\n")
        self._eye.stdin.flush()
        return json.loads(_line(self._eye))

    def hand(self, *words: object) -> None:
        """Let the real pointer and keys do something, in xdotool's words."""
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, capture_output=True)

    def picture(self, path: Path) -> None:
        """Keep what is on the screen."""
        subprocess.run([sys.executable, "-c", PICTURE, str(path)], env=self.environment, check=False)

    def end(self) -> None:
        """End all that was started here, the screen last."""
        for process in reversed(self._running):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()


class Planner:
    """The program with a plan, on a screen."""

    def __init__(self, screen: Screen, path: Path, code: str = "de", **variables: str) -> None:
        self.screen, self.path = screen, path
        folder = str(path.parent / "local")
        self.process = screen.start(
            sys.executable, "-m", "planner", str(path), PLANNER_LANGUAGE=code, PLANNER_FOLDER=folder, **variables
        )
        until(lambda: self.find("list item"), "the board with its sessions")
        window = until(self._window, "the window on the screen")
        screen.hand("windowfocus", "--sync", window)
        until(lambda: "active" in self.see("", "frame").states, "the window active")

    def _window(self) -> str:
        command = ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "Tagungsplaner"]
        done = subprocess.run(command, env=self.screen.environment, check=False, capture_output=True, text=True)
        return done.stdout.strip().partition("\n")[0]

    def find(self, role: str, name: str = "") -> list[Seen]:
        """Return what is shown and has this role and a name that begins so."""
        assert self.process.poll() is None, f"the program ended with {self.process.returncode}"
        return [Seen(**node) for node in self.screen.ask("find", role=role, name=name)]

    def see(self, name: str, role: str = "list item") -> Seen:
        """Return the first such thing as soon as it is there."""
        return until(lambda: self.find(role, name), f"{role} {name!r}")[0]

    def act(self, name: str, action: str) -> None:
        """Do an action of a session on the board, as a screen reader would."""
        assert self.screen.ask("act", role="list item", name=name, action=action)

    def says(self, words: str) -> None:
        """Wait until the status line says something that begins so."""
        self.see(words, "label")

    def hushes(self, words: str) -> None:
        """Wait until nothing is said any more that begins so: where a reader listens, keys come late."""
        until(lambda: not self.find("label", words), f"nothing said that begins with {words!r}")

    def key(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self.screen.hand("key", *keys)

    def press(self, at: tuple[int, int], *steps: tuple[int, int]) -> None:
        """Press the button and go on with it held, step by step."""
        moves: list[object] = []
        for step in steps:
            moves += ["mousemove", *step]
        self.screen.hand("mousemove", *at, "mousedown", 1, *moves)

    def release(self) -> None:
        """Let the button go."""
        self.screen.hand("mouseup", 1)

    def saved(self, condition: Callable[[Plan], bool], what: str) -> Plan:
        """Save by key, and return the plan in the file as soon as it is so."""
        self.key("ctrl+s")

        def look() -> Plan | None:
            plan = read(self.path).document.plan
            return plan if condition(plan) else None

        return until(look, what)

    def quit(self) -> int:
        """Leave by key, and return how the program ended."""
        self.key("ctrl+q")
        return self.process.wait(PATIENCE)


def _line(process: "subprocess.Popen[str]") -> str:
    pipe: IO[str] | None = process.stdout
    assert pipe is not None
    line = pipe.readline().strip()
    assert line, f"{re.sub(r'.*/', '', str(process.args))} said nothing"
    return line
