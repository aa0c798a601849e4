"""Kills of real windows into which somebody types: what is lost is a second at most, or one word."""

import os
import random
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from planner.examples import template
from planner.model import new_id
from planner.storage import left_drafts, recoverable, save
from tests.offscreen import offscreen

if TYPE_CHECKING:
    from planner.ui.window.planner_window import PlannerWindow

ROOT: Final = Path(__file__).resolve().parents[2]
SECOND: Final = 1.0
WHERE: Final = ("note", "board", "list", "settings", "quick")
"""The fields that are typed into, one after the other."""
TEXT: Final = "The caterer needs the number of vegan dishes, and the interpreters their seats. "
_ENTRY: Final = struct.Struct("<d")


class Typing(NamedTuple):
    """How often a window was killed, how much was lost at most, and what went wrong."""

    kills: int
    longest: float
    """Seconds of typing that were lost at most."""
    letters: int
    failures: tuple[str, ...]


def typing(folder: Path, number: int, seed: int = 1) -> Typing:
    """Kill a window so often, at a chance moment each time, in each kind of field in turn."""
    chance = random.Random(seed)
    longest, letters = 0.0, 0
    failures: list[str] = []
    for turn in range(number):
        place = folder / str(turn)
        place.mkdir(parents=True)
        where = WHERE[turn % len(WHERE)]
        lost, done, wrong = _kill(place, where, chance.uniform(0.1, 2.5))
        longest, letters = max(longest, lost), letters + done
        failures += [f"kill {turn} in {where}: {wrong}"] if wrong else []
    return Typing(number, longest, letters, tuple(failures))


def _kill(folder: Path, where: str, delay: float) -> tuple[float, int, str]:
    """Return how many seconds were lost, how many letters there were, and what is wrong."""
    plan, log = folder / "meeting.plan", folder / "log"
    save(template("osnabrueck", plan_id=new_id()), plan)
    environment = {**os.environ, "PLANNER_FOLDER": str(folder / "local"), "QT_QPA_PLATFORM": offscreen()}
    command = [sys.executable, "-m", "tests.proving.typing", str(plan), where]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        if process.stdout.readline().split() != [b"ready"]:
            process.kill()
            return 0, 0, "the window did not open"
        time.sleep(delay)
        process.kill()
    if process.returncode != (1 if sys.platform == "win32" else -9):
        return 0, 0, f"it did not die, but ended with {process.returncode}"
    data = log.read_bytes()
    moments = [_ENTRY.unpack_from(data, at)[0] for at in range(0, len(data) - len(data) % _ENTRY.size, _ENTRY.size)]
    return _judge(folder / "local", moments)


def _judge(root: Path, moments: list[float]) -> tuple[float, int, str]:
    """Compare what is found with the letters that were typed, each at its moment."""
    number = len(moments)
    kept = [draft.text for left in left_drafts(root) for draft in left.drafts]
    if recoverable(root):
        return 0, number, "a draft became an edit"
    if len(kept) > 1:
        return 0, number, f"{len(kept)} drafts of one text"
    found = kept[0] if kept else ""
    typed = "".join(_letters(number + 1))  # the last letter may be there before it is written down
    if not typed.startswith(found):
        return 0, number, f"another text was kept: {found[-40:]!r}"
    lost = moments[len(found) :]
    seconds = moments[-1] - lost[0] if lost else 0.0
    some_words = typed[len(found) : number].strip().count(" ") > 0
    wrong = f"{len(lost)} letters of {seconds:.2f} s were lost" if some_words and seconds > SECOND else ""
    return seconds, number, wrong


def _letters(number: int) -> Iterator[str]:
    for place in range(number):
        yield TEXT[place % len(TEXT)]


def work(plan: Path, where: str) -> None:
    """Open a window, go into a field and type without end, writing down each letter when it is there."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit

    from planner.ui.app import application, build, complete
    from planner.ui.services.window_settings import WindowSettings

    app = application()
    memory = WindowSettings(plan.with_name("window.ini"))
    window = build(str(plan), memory)
    planner = complete(window, str(plan), memory)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    log = os.open(plan.with_name("log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    letters = _letters(290 if where == "once" else 1_000_000)

    def begin() -> None:
        field = QApplication.focusWidget()
        if where == "settings" and not (field and field.window() is QApplication.activeModalWidget()):
            QTimer.singleShot(50, begin)
            return
        if isinstance(field, QLineEdit):
            field.selectAll()
        if where != "once":
            sys.stdout.write("ready\n")
            sys.stdout.flush()
        timer.start(0 if where == "once" else 15)

    def press() -> None:
        letter, field = next(letters, ""), QApplication.focusWidget()
        if letter and field is not None:
            QTest.keyClicks(field, letter)
            os.write(log, _ENTRY.pack(time.monotonic()))
        elif not letter:
            timer.stop()
            QTimer.singleShot(1_000, say)

    def say() -> None:
        sys.stdout.write("".join(_letters(290)) + "\n")
        sys.stdout.flush()

    timer = QTimer()
    timer.timeout.connect(press)
    QTimer.singleShot(100, begin)
    _enter(planner, where)
    app.exec()


def _enter(planner: "PlannerWindow", where: str) -> None:
    """Put the keyboard into a field, everything in it selected; a dialog returns only when it is closed."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from planner.ui.list.table import ListTable
    from planner.ui.widgets.field_identity import FieldId, find_field

    plan, window = planner.context.workspace.plan, planner.window
    session = next(one.id for one in plan.sessions if one.scheduled and not one.note)
    planner.context.view.select(session)
    QApplication.processEvents()
    if where == "board":
        planner.menus["title"].trigger()
    elif where == "list":
        window.show_view("list")
        table = window.findChild(ListTable)
        assert table is not None
        table.setFocus()
        table.setCurrentIndex(table.model().index(0, 5))
        QTest.keyClick(table, Qt.Key.Key_F2)
    elif where == "quick":
        planner.menus["quick-add"].trigger()
    elif where == "settings":
        QTimer.singleShot(0, planner.menus["settings"].trigger)
    else:
        field = find_field(window, FieldId("", session, "note"))
        assert field is not None
        field.setFocus()


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2])
