"""Whatever goes wrong in one view, the window says what the plan says: title, list of problems, undo."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from planner.checks import problems
from planner.examples import osnabrueck_with_problems, template
from planner.model import Plan, new_id
from planner.model.edits import change_plan, remove_session
from planner.storage import save
from planner.ui.commands.registry import ACTIONS
from planner.ui.problems.row import ProblemRow
from planner.ui.window.planner_window import PlannerWindow
from planner.workspace import State
from tests.ui.conftest import Make

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)")


@pytest.fixture
def troubled(make: Make, tmp_path: Path) -> PlannerWindow:
    """A window with a plan in which every check finds something."""
    path = tmp_path / "troubled.plan"
    save(osnabrueck_with_problems(), path)
    return make(path)


def press(planner: PlannerWindow, keys: str) -> None:
    planner.window.activateWindow()
    QApplication.processEvents()
    QTest.keySequence(QApplication.focusWidget() or planner.window, QKeySequence(keys))
    QApplication.processEvents()


def listed(planner: PlannerWindow) -> list[str]:
    """Return the codes of the problems in the panel."""
    QApplication.processEvents()
    rows = [row for row in planner.window.findChildren(ProblemRow) if not row.isHidden()]
    return sorted(row.problem.code for row in rows)


def found(planner: PlannerWindow) -> list[str]:
    today = planner.context.clock.today()
    return sorted(problem.code for problem in problems(planner.context.workspace.plan, today=today))


def clear_the_day(planner: PlannerWindow) -> None:
    planner.context.view.select(*(session.id for session in planner.context.workspace.plan.sessions))
    planner.menus["delete"].trigger()
    QApplication.processEvents()


@pytest.mark.parametrize("times", [1, 5, 12, 40])
def test_the_list_of_problems_follows_a_plan_that_loses_most_of_them(troubled: PlannerWindow, times: int) -> None:
    before = troubled.context.workspace.plan
    for _ in range(times):
        press(troubled, "F8")
    clear_the_day(troubled)
    assert troubled.context.workspace.plan.sessions == ()
    assert listed(troubled) == found(troubled)
    troubled.menus["undo"].trigger()
    assert troubled.context.workspace.plan is before
    assert listed(troubled) == found(troubled)
    press(troubled, "F8")
    assert QApplication.focusWidget() in troubled.window.findChildren(ProblemRow)


def test_the_title_and_the_file_are_those_of_the_plan_opened_last(troubled: PlannerWindow, tmp_path: Path) -> None:
    for _ in range(20):
        press(troubled, "F8")
    for name in ("B", "C"):
        path = tmp_path / f"{name}.plan"
        save(template("empty", plan_id=new_id(), title=f"Meeting {name}"), path)
        troubled.files.open(path)
    assert "Meeting C" in troubled.window.windowTitle()
    troubled.context.workspace.apply(lambda plan: change_plan(plan, subtitle="new"), "Change")
    assert troubled.window.isWindowModified()
    assert troubled.files.save()
    assert "new" in (tmp_path / "C.plan").read_text("utf-8")


def test_a_fault_of_one_view_is_reported_once_and_stops_no_other(
    planner: PlannerWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: reported.append(kind))

    def broken(before: State | None, _after: State) -> None:
        if before is not None:
            raise KeyError

    planner.context.workspace.listen(broken)
    planner.context.workspace.apply(lambda plan: change_plan(plan, title="Another name"), "Change the title")
    assert "Another name" in planner.window.windowTitle()
    assert reported == [KeyError]
    planner.menus["undo"].trigger()
    assert "Another name" not in planner.window.windowTitle()


def _nothing(plan: Plan) -> Plan:
    for session in plan.sessions:
        plan = remove_session(plan, session.id)
    return plan


CHANGES: list[Callable[[PlannerWindow], object]] = [
    lambda planner: planner.context.workspace.apply(_nothing, "Remove all"),
    lambda planner: planner.context.workspace.undo(),
    lambda planner: planner.context.workspace.redo(),
    lambda planner: planner.context.workspace.start(template("two-day", plan_id=new_id())),
    lambda planner: planner.context.view.show_day(planner.context.workspace.plan.days[-1].id),
    lambda planner: planner.context.workspace.start(template("empty", plan_id=new_id())),
    lambda planner: planner.context.workspace.start(osnabrueck_with_problems()),
]


def read_downwards(panel: QWidget) -> list[str]:
    labels = [label for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]
    return [label.text() for label in sorted(labels, key=lambda label: _height(label, panel))]


def _height(label: QLabel, panel: QWidget) -> tuple[bool, int]:
    """Return where a label stands, however far its list is scrolled."""
    body = next((area.widget() for area in panel.findChildren(QScrollArea) if area.isAncestorOf(label)), None)
    return body is not None, label.mapTo(body or panel, QPoint()).y()


def texts(planner: PlannerWindow) -> dict[str, list[str]]:
    """Return what the window says, by view."""
    QApplication.processEvents()
    views = planner.plan_views
    assert views is not None
    panels = {"palette": views.palette, "inspector": views.inspector, "problems": views.problems}
    said = {name: read_downwards(panel) for name, panel in panels.items()}
    model = views.list_view.table.model()
    said["list"] = [
        str(model.index(row, column).data()) for row in range(model.rowCount()) for column in range(model.columnCount())
    ]
    scene = views.board.canvas.scene
    said["board"] = [] if scene is None else [scene.content.words[session].sentence for session in scene.order]
    said["menus"] = [action.id for action in ACTIONS if planner.menus[action.id].isEnabled()]
    return said


def test_every_view_says_after_any_change_what_one_made_anew_says(troubled: PlannerWindow) -> None:
    for change in (*CHANGES, *reversed(CHANGES), *CHANGES[::2]):
        for _ in range(3):
            press(troubled, "F8")
        change(troubled)
        before = texts(troubled)
        troubled.build(troubled.context.theme)
        after = texts(troubled)
        for view, said in after.items():
            assert before[view] == said, view


def test_words_under_the_mouse_are_those_of_the_plan_after_a_fault(
    planner: PlannerWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    board = planner.plan_views.board  # pyright: ignore[reportOptionalMemberAccess]
    once = [True]

    def show_content(content: object) -> None:
        if once.pop() if once else False:
            raise IndexError
        type(board.canvas).show_content(board.canvas, content)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(board.canvas, "show_content", show_content)
    planner.context.workspace.apply(_nothing, "Remove all")
    viewport = board.canvas.viewport()
    for x in range(0, viewport.width(), 60):
        for y in range(0, viewport.height(), 40):
            at = QPoint(x, y)
            QTest.mouseMove(viewport, at)
            QApplication.sendEvent(viewport, QHelpEvent(QHelpEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    scene = board.canvas.scene
    assert scene is not None
    assert scene.content.index.plan is planner.context.workspace.plan
    assert scene.order == ()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 200))
