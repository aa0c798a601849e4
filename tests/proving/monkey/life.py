"""Step after step in a running program, each checked once everything has come to rest; ends at the first fault."""

import faulthandler
import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from traceback import format_exc
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from planner.ui.services.background import Background
from tests.proving.monkey.dialogs import Dialogs
from tests.proving.monkey.hand import Hand
from tests.proving.monkey.poke import close_popups
from tests.proving.monkey.rest import EVERY, Rest, grown, growth
from tests.proving.monkey.steps import choose_step
from tests.proving.monkey.truth import Truth
from tests.proving.monkey.world import World

WHOLE: Final = 10
"""At every tenth step the file is looked at, too."""
LONGEST: Final = 150
"""Seconds a step may take before it counts as a freeze."""
TURNS: Final = 6
"""Turns of the event loop in which what a step has put off is done."""


@dataclass
class Result:
    """What came of it."""

    steps: int = 0
    fault: str = ""
    at: int = 0
    """The step after which it was seen."""
    log: list[str] = field(default_factory=list[str])
    times: list[float] = field(default_factory=list[float])
    """Milliseconds of each step until everything was at rest."""
    rests: list[Rest] = field(default_factory=list[Rest])

    @property
    def median(self) -> float:
        return statistics.median(self.times) if self.times else 0.0


class Life:
    """One window's life under a hand of chance."""

    def __init__(self, folder: Path, seed: int, only: Callable[[int], bool], goes_on: Callable[[int], bool]) -> None:
        self._seed, self._only, self._goes_on = seed, only, goes_on
        self._hand = Hand()
        self.result: Final = Result()
        self._world = World(folder, self._hand)
        self._log = (folder / "steps.log").open("w", encoding="utf-8")
        self._dialogs = Dialogs(self._hand, lambda words: self._note(f"    {words}"))
        self._turns = self._live()

    def run(self) -> Result:
        """Live until it is over."""
        QTimer.singleShot(0, self._on)
        self._world.app.exec()
        self._world.close()
        faulthandler.cancel_dump_traceback_later()
        return self.result

    def _on(self) -> None:
        """Go on by one turn of the program's own loop: only there is gone what was to be deleted later."""
        try:
            next(self._turns)
        except StopIteration:
            self._world.app.exit()  # quit would close the window, which asks
        except Exception:  # noqa: BLE001  # whatever it is, it is what was looked for
            self.result.fault = self.result.fault or format_exc()
            self._world.app.exit()  # quit would close the window, which asks
        else:
            QTimer.singleShot(0, self._on)

    def _live(self) -> Iterator[None]:
        yield from self._settle()
        number = 0
        while self._goes_on(number) and not self.result.fault:
            if self._only(number):
                faulthandler.dump_traceback_later(LONGEST, exit=True)
                yield from self._step(number)
            number += 1
            if number % EVERY == 0 and not self.result.fault:
                yield from self._rest()
        self.result.steps = number

    def _step(self, number: int) -> Iterator[None]:
        self._world.reseed(self._seed, number)
        self._world.ensure_open()
        self.result.at = number
        began = time.perf_counter()
        self._dialogs.begin()
        step = choose_step(self._world)
        self._note(f"{number} {step.name}")
        self._note(f"    {step.run(self._world)}")
        close_popups(self._hand)
        self._world.window.activateWindow()  # a menu in a menu leaves the keyboard to no window, offscreen
        yield from self._settle()
        yield from self._settle()  # what the background has found may have put something off
        self._dialogs.end()
        self.result.times.append((time.perf_counter() - began) * 1000)
        if self._world.planner.window.isVisible():
            self._check(whole=number % WHOLE == 0)

    def _settle(self) -> Iterator[None]:
        """Wait until nothing is put off any more and no thread is at work."""
        for _ in range(TURNS):
            yield
        until = time.monotonic() + LONGEST
        while QApplication.activeModalWidget() is not None or self._works():
            if time.monotonic() > until:
                message = "work in the background does not end"
                raise AssertionError(message)
            time.sleep(0.001)
            yield
            yield

    def _works(self) -> bool:
        return any(background.running for background in self._world.planner.findChildren(Background))

    def _check(self, *, whole: bool) -> None:
        found = [*self._world.complaints, *self._dialogs.stuck]
        found += [line for line in self._world.planner.safety.log.report().splitlines() if " error " in line]
        found += Truth(self._world).faults(whole=whole)
        self.result.fault = "\n".join(found)

    def _rest(self) -> Iterator[None]:
        """Bring the window back to where it began, and see what it takes."""
        for _ in self._world.rest():
            yield from self._settle()
        gc.collect()
        yield from self._settle()
        self.result.rests.append(Rest.of(QApplication.allWidgets()))
        self._note(f"at rest: {self.result.rests[-1]}")
        self.result.fault = "\n".join(grown(self.result.rests))

    def _note(self, words: str) -> None:
        self.result.log.append(words)
        self._log.write(f"{words}\n")
        self._log.flush()


def say(result: Result, seed: int) -> None:
    """Print the outcome."""
    out = sys.stdout.write
    if result.fault:
        out("\n".join(result.log[-40:]) + f"\n\n{result.fault}\n\n")
    told = [f"{result.steps} steps", f"{result.median:.1f} ms each", *map(str, result.rests[-1:])]
    told += [f"{growth(result.rests):+.1f} MB in a thousand steps"] if growth(result.rests) else []
    out(f"seed {seed}: {', '.join(told)}: ")
    out(f"fault at step {result.at}\n" if result.fault else "no fault\n")
