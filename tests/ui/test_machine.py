"""Whatever hand and keys do to the board, in any order: nothing gets lost, nothing breaks, all of it can be undone."""

from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.examples import template
from planner.model import Plan, new_id
from planner.storage import dump, parse, save
from planner.ui.board.canvas import Canvas
from planner.ui.commands.registry import ACTIONS
from planner.ui.window.planner_window import PlannerWindow
from tests.profiles import tries

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)")

NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
HELD: Final = st.sampled_from((NONE, NONE, CTRL, SHIFT, ALT, CTRL | SHIFT))
FAR: Final = st.tuples(st.integers(-400, 400), st.integers(-300, 300))
TAKES_AWAY: Final = {"delete", "delete-flow", "put-away", "merge", "cut"}
"""After these there may be fewer sessions; undo brings them back."""
COMMANDS: Final = tuple(action.id for action in ACTIONS if action.in_views and not action.label.endswith("…"))


class _Life(RuleBasedStateMachine):
    planner: PlannerWindow
    folder: Path

    @initialize()
    def begin(self) -> None:
        QApplication.clipboard().clear()  # a table in it would be asked about
        self.planner.context.workspace.start(template("osnabrueck", plan_id=new_id()))
        self.planner.files.shown.emit()
        self.began = self.plan
        self.known = {session.id for session in self.plan.sessions}
        QApplication.processEvents()

    @property
    def plan(self) -> Plan:
        return self.planner.context.workspace.plan

    @property
    def canvas(self) -> Canvas:
        found = self.planner.window.findChild(Canvas)
        assert found is not None
        return found

    # What a hand does

    @rule(data=st.data(), by=FAR, held=HELD, zone=st.sampled_from((0.02, 0.5, 0.98)))
    def drag(self, data: Any, by: tuple[int, int], held: Qt.KeyboardModifier, zone: float) -> None:  # noqa: ANN401
        at = self._somewhere(data, zone)
        self._press(at, held)
        self._move(at + QPoint(*by) / 2, held)
        self._move(at + QPoint(*by), held)
        self._release(at + QPoint(*by), held)

    @rule(data=st.data(), by=FAR, held=HELD)
    def drag_and_call_off(self, data: Any, by: tuple[int, int], held: Qt.KeyboardModifier) -> None:  # noqa: ANN401
        before = self.plan
        at = self._somewhere(data, 0.5)
        self._press(at, held)
        self._move(at + QPoint(*by), held)
        QTest.keyClick(self.canvas, Qt.Key.Key_Escape)
        self._release(at + QPoint(*by), held)
        assert self.plan is before

    @rule(data=st.data(), held=st.sampled_from((NONE, CTRL, SHIFT)))
    def click(self, data: Any, held: Qt.KeyboardModifier) -> None:  # noqa: ANN401
        at = self._somewhere(data, 0.5)
        before = self.plan
        self._press(at, held)
        self._release(at, held)
        assert self.plan is before

    # What keys and menus do

    @rule(command=st.sampled_from(COMMANDS))
    def command(self, command: str) -> None:
        before = {session.id for session in self.plan.sessions}
        self.planner.menus[command].trigger()
        if command not in TAKES_AWAY:
            assert before <= {session.id for session in self.plan.sessions}

    @rule()
    def undo(self) -> None:
        self.planner.menus["undo"].trigger()

    @rule()
    def redo(self) -> None:
        self.planner.menus["redo"].trigger()

    @rule()
    def save_and_load(self) -> None:
        path = self.folder / f"{self.plan.id}.plan"
        save(self.planner.context.workspace.state.document, path)
        kept = self.plan
        self.planner.files.open(path)
        assert self.plan == kept
        self.began = self.plan

    @precondition(lambda self: self.planner.context.workspace.state.undo is not None)
    @rule()
    def undo_everything(self) -> None:
        workspace = self.planner.context.workspace
        while workspace.state.undo is not None:
            workspace.undo()
        assert self.plan is self.began or self.plan == self.began
        while workspace.state.redo is not None:
            workspace.redo()

    # What always holds

    @invariant()
    def the_file_holds_it_all(self) -> None:
        document = self.planner.context.workspace.state.document
        assert parse(dump(document)) == document

    @invariant()
    def every_session_can_be_seen(self) -> None:
        scene, day = self.canvas.scene, self.planner.context.view.day
        assert scene is not None
        there = {session.id for session in self.plan.sessions if session.day == day and session.scheduled}
        assert there == set(scene.layout.box_of)

    @invariant()
    def no_hand_is_left(self) -> None:
        assert not self.canvas.interaction.busy
        assert self.canvas.ghost is None

    def _somewhere(self, data: Any, zone: float) -> QPoint:  # noqa: ANN401
        """Return a point of a session that is in sight, or of the empty ground."""
        scene = self.canvas.scene
        assert scene is not None
        boxes = sorted(scene.layout.box_of.values())
        if not boxes:
            return QPoint(30, 30)
        box = data.draw(st.sampled_from(boxes))
        inside = QPointF(box.x + min(30, box.width / 2), box.y + box.height * zone) - self.canvas.offset()
        return inside.toPoint()

    def _press(self, at: QPoint, held: Qt.KeyboardModifier) -> None:
        QTest.mousePress(self.canvas.viewport(), Qt.MouseButton.LeftButton, held, at)

    def _release(self, at: QPoint, held: Qt.KeyboardModifier) -> None:
        QTest.mouseRelease(self.canvas.viewport(), Qt.MouseButton.LeftButton, held, at)

    def _move(self, to: QPoint, held: Qt.KeyboardModifier) -> None:
        viewport, left = self.canvas.viewport(), Qt.MouseButton.LeftButton
        there = QPointF(viewport.mapToGlobal(to))
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(to), there, Qt.MouseButton.NoButton, left, held)
        QApplication.sendEvent(viewport, event)


@pytest.mark.hypothesis  # run_state_machine_as_test sets none, and the proof goes by it
def test_hand_and_keys_in_any_order(planner: PlannerWindow, tmp_path: Path) -> None:
    machine = type("_Bound", (_Life,), {"planner": planner, "folder": tmp_path})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=tries(12),
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
