"""Measures the board: CPU time of each painted frame while dragging, and of an edit with its undo."""

import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if str(Path(__file__).parent.parent) not in sys.path:
    sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QEvent, QPointF, Qt  # Qt's platform is chosen first
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from planner.model import Document, Plan
from planner.model.edits import move_session
from planner.ui.app import application, build, complete
from planner.ui.board.canvas import Canvas
from planner.ui.window.planner_window import PlannerWindow
from tests.at_once import SHARED, at_once
from tests.crowd import crowd

STEPS: Final = 60


def window(plan: Plan) -> PlannerWindow:
    """Return a painted window of usual size with a plan in it."""
    app = application()
    frame = build(None)
    frame.resize(1440, 900)
    frame.show()
    planner = complete(frame, None)
    planner.context.workspace.start(Document(plan=plan))
    planner.files.shown.emit()
    planner.files.may_leave = lambda: True  # nobody is there to say whether to save
    for _ in range(20):
        app.processEvents()
    return planner


def drag_frames(planner: PlannerWindow) -> list[float]:
    """Drag a session down and to the side in small steps; return the CPU time of each frame in ms."""
    canvas = _canvas(planner)
    scene = canvas.scene
    assert scene is not None
    lead = next(block.session for block in scene.layout.blocks if not block.spanning)
    box = scene.layout.box_of[lead]
    at = QPointF(box.x + 12, box.y + 12) - canvas.offset()
    _send(canvas, QEvent.Type.MouseButtonPress, at)
    found: list[float] = []
    for step in range(1, STEPS + 1):
        began = time.process_time()
        _send(canvas, QEvent.Type.MouseMove, at + QPointF(step * 4 % 300, step * 5))
        canvas.viewport().repaint()
        found.append((time.process_time() - began) * 1000)
    canvas.interaction.cancel()
    return found[1:]


def commit_and_undo(planner: PlannerWindow) -> tuple[float, float]:
    """Move a session and undo it, with all checks and the day repainted; return the least CPU times of both in ms."""
    workspace, canvas = planner.context.workspace, _canvas(planner)
    session = next(session for session in workspace.plan.sessions if session.scheduled and not session.fixed)
    times: tuple[list[float], list[float]] = ([], [])
    for step in range(1, 8):
        edit = partial(
            move_session, session_id=session.id, day=session.day or "", start=(session.start or 0) + 5 * step
        )
        for found, run in zip(times, (partial(workspace.apply, edit, "Move"), workspace.undo), strict=True):
            began = time.process_time()
            run()
            canvas.viewport().repaint()
            found.append((time.process_time() - began) * 1000)
            QApplication.processEvents()
    return min(times[0]), min(times[1])


def p95(values: list[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    return sorted(values)[int(len(values) * 0.95)]


def _canvas(planner: PlannerWindow) -> Canvas:
    found = planner.window.findChild(Canvas)
    assert found is not None
    return found


def _send(canvas: Canvas, kind: QEvent.Type, at: QPointF) -> None:
    viewport, left = canvas.viewport(), Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind, at, QPointF(viewport.mapToGlobal(at.toPoint())), left, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(viewport, event)


def main() -> None:
    """Print what bench reads: name and milliseconds."""
    for name, plan in (("200", crowd(200, rooms=14, days=1)), ("1105", crowd(1105, rooms=35, days=2))):
        shown = window(plan)
        commit, undo = commit_and_undo(shown)
        sys.stdout.write(f"{name} {p95(drag_frames(shown))} {commit} {undo}\n")
        shown.window.close()
    for shared in ("nothing", *SHARED):
        shown = window(at_once(1000, shared))
        commit, undo = commit_and_undo(shown)
        sys.stdout.write(f"{shared} 0 {commit} {undo}\n")
        shown.window.close()


if __name__ == "__main__":
    main()
