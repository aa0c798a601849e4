"""No view is left behind: whatever becomes of the plan, the window shows what one made anew would show."""

import random
import sys
from collections.abc import Callable
from functools import reduce
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from planner.examples import osnabrueck_two_days, osnabrueck_with_problems
from planner.model import Document, Plan
from planner.model.edits import (
    change_day,
    change_plan,
    change_print,
    change_session,
    change_settings,
    remove_day,
    remove_person,
    remove_room,
    remove_round,
    remove_session,
    to_tray,
)
from planner.storage import read, save
from planner.ui.safety.crash import CrashReport
from planner.ui.services.background import Job
from planner.ui.services.view_state import ViewState
from planner.ui.window.planner_window import PlannerWindow
from planner.ui.window.status_bar import StatusBar
from planner.workspace import State, Workspace
from tests.model.small import at, plan_of
from tests.ui.conftest import Asked
from tests.ui.harness import SIZE_HINTS
from tests.ui.snapshot import snapshot

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


def press(planner: PlannerWindow, keys: str) -> None:
    planner.window.activateWindow()
    QApplication.processEvents()
    QTest.keySequence(QApplication.focusWidget() or planner.window, QKeySequence(keys))
    QApplication.processEvents()


def assert_fresh(planner: PlannerWindow) -> None:
    """Hold all views against others made from the same state."""
    view, was = planner.context.view, snapshot(planner)
    day, selection = view.day, view.selection
    planner.build(planner.context.theme)
    QApplication.processEvents()
    view.select(*selection)  # a new list selects where the keyboard comes to be
    view.show_day(day)
    now = snapshot(planner)
    assert ([line for line in was if line not in now], [line for line in now if line not in was]) == ([], [])


def named(title: str) -> Document:
    return Document(plan=change_plan(osnabrueck_with_problems().plan, title=title))


def test_after_going_through_the_problems_all_can_go_and_come_back(planner: PlannerWindow) -> None:
    planner.files.start(osnabrueck_with_problems())
    planner.window.show_view("board")
    for _ in range(12):
        press(planner, "F8")
    planner.window.focus_view()
    before = planner.context.workspace.plan
    press(planner, "Ctrl+A")
    press(planner, "Ctrl+Del")
    assert len(planner.context.workspace.plan.sessions) < len(before.sessions)
    assert planner.menus["undo"].isEnabled()
    press(planner, "Ctrl+Z")
    assert planner.context.workspace.plan is before
    assert planner.menus["redo"].isEnabled()
    assert_fresh(planner)


def test_after_going_through_the_problems_another_plan_is_called_by_its_name_and_saved_as_what_it_is(
    planner: PlannerWindow, tmp_path: Path
) -> None:
    planner.files.start(osnabrueck_with_problems())
    for _ in range(40):
        planner.menus["next-problem"].trigger()
    paths = [tmp_path / f"{name}.plan" for name in "BC"]
    save(named("B"), paths[0])
    save(Document(plan=plan_of(title="C")), paths[1])
    for path in paths:
        assert planner.files.open(path)
        assert planner.window.windowTitle() == f"{path.stem}[*] – Tagungsplaner"
    planner.context.workspace.apply(lambda plan: change_plan(plan, title="C, too"), "Rename")
    press(planner, "Ctrl+S")
    assert read(paths[0]).document.plan.title == "B"
    assert read(paths[1]).document.plan.title == "C, too"
    assert_fresh(planner)


def test_a_view_that_fails_leaves_no_other_behind_and_is_told_of_once(
    planner: PlannerWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = True
    seen: list[tuple[str, str]] = []
    boxes: list[tuple[str, str]] = []

    def fail(before: State | None, after: State) -> None:
        if failing and before is not None:
            raise LookupError(after.plan.title)
        seen.append((after.plan.title, "anew" if before is None else "changed"))

    def close() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            boxes.append((box.text(), planner.window.windowTitle()))
            box.buttons()[0].click()

    closing = QTimer(planner.window, interval=5)
    closing.timeout.connect(close)
    closing.start()
    planner.context.workspace.listen(fail)
    planner.build(planner.context.theme)  # now it is told before all views
    log = planner.safety.log
    monkeypatch.setattr(sys, "excepthook", CrashReport(planner.window, planner.context.t, log))
    for title in ("One", "Two"):
        planner.context.workspace.apply(lambda plan, title=title: change_plan(plan, title=title), "Rename")
        assert planner.window.windowTitle() == f"{title}[*] – Tagungsplaner"
        assert planner.menus["undo"].text() == "Undo: Rename"
    assert boxes == []
    qtbot.waitUntil(lambda: bool(boxes))
    planner.context.workspace.undo()
    QApplication.processEvents()
    assert boxes == [("Something went wrong. Nothing was lost.", "Two[*] – Tagungsplaner")]
    assert log.report().count("LookupError at test_views_follow.py") == 3
    assert seen[1:] == [("One", "anew"), ("Two", "anew"), ("One", "anew")]
    failing = False
    planner.context.workspace.redo()
    assert seen[-1] == ("Two", "changed")
    assert_fresh(planner)


Step = Callable[[PlannerWindow, random.Random], object]


def edit(change: Callable[[Plan, random.Random], Plan]) -> Step:
    return lambda planner, hand: planner.context.workspace.apply(lambda plan: change(plan, hand), "step")


def some(things: tuple[str, ...], hand: random.Random) -> list[str]:
    return hand.sample(things, hand.randint(0, len(things)))


def sessions(plan: Plan) -> tuple[str, ...]:
    return tuple(session.id for session in plan.sessions)


def select(planner: PlannerWindow, hand: random.Random) -> None:
    plan = planner.context.workspace.plan
    rest = (*plan.room_by_id, *plan.person_by_id, *plan.round_by_id)
    ids = some(sessions(plan), hand) or some(rest, hand)[:1]
    planner.context.view.select(*hand.choice((ids, ids[:1], ids[:3])))


def call(action: str, times: int = 1) -> Step:
    def step(planner: PlannerWindow, _hand: random.Random) -> None:
        for _ in range(times):
            planner.menus[action].trigger()

    return step


PLANS = (
    osnabrueck_with_problems,
    lambda: Document(plan=plan_of()),
    lambda: Document(plan=plan_of(at("a", 900), at("b", 930), at("c", 900, day="tue"))),
    osnabrueck_two_days,
)
STEPS: dict[str, Step] = {
    "other plan": lambda planner, hand: planner.files.start(hand.choice(PLANS)()),
    "undo": call("undo"),
    "redo": call("redo"),
    "save": call("save-as"),
    "open": call("open"),
    "select": select,
    "select more": select,
    "problem": call("next-problem"),
    "problems": call("next-problem", 12),
    "all": call("select-all"),
    "delete": call("delete"),
    "put away": call("put-away"),
    "duplicate": call("duplicate"),
    "day": lambda planner, hand: planner.context.view.show_day(
        hand.choice(planner.context.workspace.plan.days).id
    ),
    "flow": call("flow"),
    "remove some": edit(lambda plan, hand: reduce(remove_session, some(sessions(plan), hand), plan)),
    "remove all": edit(lambda plan, _: reduce(remove_session, sessions(plan), plan)),
    "into the tray": edit(lambda plan, hand: reduce(to_tray, some(sessions(plan), hand), plan)),
    "title": edit(lambda plan, hand: change_plan(plan, title=hand.choice(("", "A & B", "<b>C</b>")))),
    "grid": edit(lambda plan, hand: change_settings(plan, grid=hand.choice((5, 15)), cap=hand.choice((0, 60)))),
    "print": edit(lambda plan, hand: change_print(plan, draft=hand.random() < 0.5)),
    "titles": edit(lambda plan, hand: reduce(
        lambda so_far, one: change_session(so_far, one, title=hand.choice(("", "New", "A & B"))),
        some(sessions(plan), hand), plan)),
    "rooms": edit(lambda plan, hand: reduce(remove_room, some(tuple(plan.room_by_id), hand), plan)),
    "people": edit(lambda plan, hand: reduce(remove_person, some(tuple(plan.person_by_id), hand), plan)),
    "rounds": edit(lambda plan, hand: reduce(remove_round, some(tuple(plan.round_by_id), hand), plan)),
    "fewer days": edit(lambda plan, hand: remove_day(plan, hand.choice(plan.days).id) if len(plan.days) > 1 else plan),
    "day's name": edit(lambda plan, hand: change_day(plan, hand.choice(plan.days).id, title=hand.choice(("", "X")))),
    "more days": call("add-day"),
}  # fmt: skip


@pytest.mark.parametrize("view", ["board", "list"])
@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_done_each_view_shows_what_one_made_anew_would(
    planner: PlannerWindow, asked: Asked, tmp_path: Path, view: str, seed: int
) -> None:
    hand = random.Random(seed)
    asked.path = tmp_path / "walk.plan"
    save(named("On disk"), asked.path)
    planner.window.show_view(view)
    for _ in range(3):
        for step in hand.choices(list(STEPS.values()), k=8):
            step(planner, hand)
        planner.window.show_view(view)
        QApplication.processEvents()
        assert_fresh(planner)


def test_a_view_that_fails_at_another_selection_or_day_keeps_no_other_from_it(qtbot: QtBot) -> None:
    work, view, heard = (
        Workspace(Document(plan=plan_of(at("a", 900), at("b", 900, day="tue")))),
        ViewState(),
        list[str](),
    )

    def fail() -> None:
        raise LookupError

    for signal, name in ((view.selection_changed, "selection"), (view.day_changed, "day")):
        signal.connect(fail)
        signal.connect(lambda name=name: heard.append(f"{name}: {view.day} {view.selection}"))
    with qtbot.capture_exceptions() as faults:
        work.listen(view.show_state)
        view.select("a")
        work.apply(lambda plan: remove_day(remove_session(plan, "a"), "mon"), "less")
    assert heard == ["day: mon ()", "selection: mon ('a',)", "day: tue ()", "selection: tue ()"]
    assert len(faults) == 4


class PaintLog(QObject):
    """Keeps which widgets are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: set[QWidget] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.painted.add(watched)
        return False


@pytest.mark.parametrize("view", ["board", "list", "papers"])
def test_a_save_paints_only_the_bar_that_tells_of_it(planner: PlannerWindow, qtbot: QtBot, view: str) -> None:
    window, log = planner.window, PaintLog()
    planner.context.view.select(planner.context.plan.sessions[0].id)
    window.show_view(view)
    planner.context.workspace.apply(lambda plan: change_plan(plan, title="Another"), "Change")
    qtbot.waitUntil(lambda: not planner.window.findChildren(Job), timeout=20_000)
    for _ in range(20):
        QApplication.processEvents()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(log)
    assert planner.files.save()
    for _ in range(20):
        QApplication.processEvents()
    application.removeEventFilter(log)
    bar = window.findChild(StatusBar)
    assert bar is not None
    assert bar in log.painted
    assert {widget for widget in log.painted if widget is not bar and not bar.isAncestorOf(widget)} <= {
        window,
        window.centralWidget(),
    }
