"""A window with the small day, and somebody who uses nothing but its keys and menus."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.model import Document, Plan, Session
from planner.storage import save
from planner.ui.board.board import Board
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.board.hand import small_plan
from tests.ui.conftest import Make


class Keyboard:
    """Keys that are heard on the board of a window."""

    def __init__(self, planner: PlannerWindow) -> None:
        self.planner: Final = planner
        self.view: Final = planner.context.view
        board = planner.window.findChild(Board)
        assert board is not None
        self.board: Final[QWidget] = board.canvas

    @property
    def plan(self) -> Plan:
        return self.planner.context.workspace.plan

    @property
    def said(self) -> str:
        return self.view.hint

    @property
    def undo(self) -> str | None:
        return self.planner.context.workspace.state.undo

    def session(self, key: str) -> Session:
        return self.plan.session_by_id[key]

    def span(self, key: str) -> tuple[int, int]:
        return self.session(key).start or 0, self.session(key).end

    def select(self, *ids: str) -> None:
        self.view.select(*ids)

    def press(self, *keys: str) -> None:
        """Press keys such as "Alt+Down" one after the other."""
        self.planner.window.activateWindow()
        self.board.setFocus()
        QApplication.processEvents()
        for key in keys:
            QTest.keySequence(self.board, QKeySequence(key))

    def answer(self, do: Callable[[Frame], None]) -> None:
        """Answer the next dialog."""

        def act() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:  # the keys that ask for it are not pressed yet
                QTimer.singleShot(0, self.planner, act)
                return
            assert isinstance(dialog, Frame)
            try:
                do(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

        QTimer.singleShot(0, self.planner, act)


def keyboard(make: Make, folder: Path, plan: Plan | None = None, code: str = "de") -> Keyboard:
    """Open a window on a plan, as somebody who has just clicked on the board."""
    path = folder / "small.plan"
    save(Document(plan=plan or small_plan()), path)
    return Keyboard(make(path, code))
