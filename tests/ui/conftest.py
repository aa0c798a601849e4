"""A whole window for tests, in which nobody has to click boxes away."""

import gc
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import getAllValidWrappers

from planner.examples import template
from planner.exporters import Exporter, Options
from planner.model import new_id
from planner.model.merge.diff import Change, Difference
from planner.storage import LeftDrafts, Recovery, save
from planner.text import Language
from planner.ui.app import build, complete
from planner.ui.safety.folder import VARIABLE
from planner.ui.services.prompts import Choice
from planner.ui.services.window_settings import WindowSettings
from planner.ui.window.planner_window import PlannerWindow


@dataclass
class Asked:
    """Stands for the person: answers what is asked, and keeps what was said."""

    unsaved_answer: Choice = Choice.DISCARD
    conflict_answer: Choice = Choice.CANCEL
    gives_up_answer: bool = True
    path: Path | None = None
    restores: bool = False
    choose: Callable[[tuple[Difference, ...]], tuple[Change, ...] | None] = lambda _: None
    chosen: Callable[[Options], Options | None] = lambda options: options
    offered: Options | None = None
    differences: tuple[Difference, ...] = ()
    found: tuple[Recovery, ...] = ()
    left: tuple[LeftDrafts, ...] = ()
    told: list[str] = field(default_factory=list[str])
    prompts: list[str] = field(default_factory=list[str])

    def __call__(self, _parent: QWidget, _t: Language) -> "Asked":
        return self

    def unsaved(self, name: str) -> Choice:
        self.prompts.append(name)
        return self.unsaved_answer

    def gives_up(self, texts: tuple[str, ...]) -> bool:
        self.prompts.extend(texts)
        return self.gives_up_answer

    def changed_elsewhere(self, path: Path, *, readable: bool = True) -> Choice:
        self.prompts.append(path.name if readable else f"{path.name}?")
        return self.conflict_answer

    def take_over(self, differences: tuple[Difference, ...], *, known: bool) -> tuple[Change, ...] | None:
        self.prompts.append("known" if known else "unknown")
        self.differences = differences
        return self.choose(differences)

    def recover(self, found: tuple[Recovery, ...], left: tuple[LeftDrafts, ...]) -> Recovery | LeftDrafts | None:
        self.found, self.left = found, left
        return next(iter((*found, *left)), None) if self.restores else None

    def damaged(self, sentence: str, backup: datetime) -> bool:
        self.told.append(sentence)
        self.prompts.append(f"{backup:%Y}")
        return self.restores

    def open_path(self, _title: str = "") -> Path | None:
        return self.path

    def save_path(self, suggested: Path, _title: str, _words: str) -> Path | None:
        self.prompts.append(suggested.name)
        return self.path

    def export_options(self, _exporter: Exporter, options: Options) -> Options | None:
        self.offered = options
        return self.chosen(options)

    def tell(self, sentence: str, **_: str) -> None:
        self.told.append(sentence)


Make = Callable[..., PlannerWindow]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where journal, backups and log lie: never at home."""
    path = tmp_path / "local"
    monkeypatch.setenv(VARIABLE, str(path))
    return path


@pytest.fixture(autouse=True)
def no_leaks(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves windows, running timers or threads behind."""
    qapp.clipboard().clear()
    before = leakable(qapp)
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    until = QDeadlineTimer(2_000)
    while leakable(qapp) - before and not until.hasExpired():  # a cycle may hold it, or a last turn be on its way
        gc.collect()
        qapp.processEvents()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert leakable(qapp) - before == set(), "left behind by this test"


def leakable(qapp: QApplication) -> set[object]:
    """Return what may not outlive the test that made it: windows, running timers and threads."""
    found: set[object] = set(threading.enumerate())
    for wrapper in getAllValidWrappers():
        match wrapper:
            case QWidget() if wrapper.parent() is None:
                found.add(wrapper)
            case QTimer() if wrapper.isActive():
                found.add(wrapper)
            case QThread() if wrapper.isRunning() and wrapper is not qapp.thread():
                found.add(wrapper)
            case _:
                pass
    return found


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    found = Asked()
    monkeypatch.setattr("planner.ui.window.planner_window.Prompts", found)
    return found


@pytest.fixture
def window_settings(tmp_path: Path) -> WindowSettings:
    return WindowSettings(tmp_path / "window.ini")


@pytest.fixture
def make(qtbot: QtBot, asked: Asked, window_settings: WindowSettings) -> Iterator[Make]:
    """Make a window in a language, with the plan of a file or none."""
    made: list[PlannerWindow] = []

    def start(path: Path | None = None, language: str = "en") -> PlannerWindow:
        window_settings.keep_word("language", language)
        name = None if path is None else str(path)
        window = build(name, window_settings)
        planner = complete(window, name, window_settings)
        made.append(planner)
        window.show()
        qtbot.waitExposed(window)
        return planner

    yield start
    asked.unsaved_answer, asked.gives_up_answer = Choice.DISCARD, True
    for planner_window in made:
        planner_window.window.close()
        planner_window.window.deleteLater()


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "meeting.plan"
    save(template("osnabrueck", plan_id=new_id()), path)
    return path


@pytest.fixture
def planner(make: Make, plan_file: Path) -> PlannerWindow:
    """A window with the Osnabrück day, in English."""
    return make(plan_file)


@pytest.fixture
def empty(make: Make) -> PlannerWindow:
    """A window with the start page."""
    return make()
