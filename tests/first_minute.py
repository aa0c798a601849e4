"""The first minute of somebody new: a plan from the template, three changes, a problem mended, and the paper.

Every step is a real event. What it takes a person is summed up by the keystroke-level model (Card, Moran and
Newell 1980): 0.28 s a key, 1.1 s to point, 0.2 s a click, 0.4 s from mouse to keys, 1.35 s to make up one's mind.
"""

from collections.abc import Callable
from typing import Final
from unittest.mock import patch

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget

from planner.model import Plan, Session
from planner.ui.board.canvas import Canvas
from planner.ui.board.layout.day_layout import Rect
from planner.ui.board.layout.scene import Scene
from planner.ui.dialogs.new_plan import NewPlanDialog
from planner.ui.problems.row import ProblemRow
from planner.ui.widgets.link_button import LinkButton
from planner.ui.window.planner_window import PlannerWindow
from planner.ui.window.start_page import StartCard

KEY, POINT, CLICK, HANDS, MIND = 0.28, 1.1, 0.2, 0.4, 1.35
TITLE: Final = "Netzwerktreffen 2027"
Look = Callable[[str, QWidget | None], None]


class Newcomer:
    """Somebody who has never seen the window; `look` is told after each step what there is to see."""

    def __init__(self, planner: PlannerWindow, look: Look = lambda _name, _dialog: None) -> None:
        self.planner, self._look = planner, look
        self.seconds = 0.0

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.planner.context.workspace.plan

    def session(self, kind: str) -> Session:
        """Return the first session of a kind."""
        return next(each for each in self.plan.sessions if each.kind == kind)

    # The steps

    def begin(self) -> None:
        """Choose the template on the start page, and type a title; the other answers fit already."""
        cards = self.planner.window.findChildren(StartCard)

        def answer(dialog: QDialog) -> int:
            assert isinstance(dialog, NewPlanDialog)
            dialog.show()
            self._type(dialog.title, TITLE)
            self._settle()
            self._look("new", dialog)
            self._click(dialog.ok)
            return dialog.result()

        with patch.object(QDialog, "exec", answer):
            self._click(next(each for each in cards if each.property("action") == "new"))
        self._settle()
        self._look("day", None)

    def shorten_the_break(self) -> None:
        """Draw the lower edge of the first break up by a quarter of an hour; what follows comes along."""
        self._draw_edge(self.session("break"), -15)

    def make_the_panel_longer(self) -> None:
        """Draw the panel's lower edge down by a quarter of an hour."""
        self._draw_edge(self.session("panel"), 15)

    def move_the_panel_to_a_small_room(self) -> None:
        """Drag the panel with Shift onto the next room: it is too small."""
        box, column = self._box(self.session("panel").id), self._scene().layout.columns[1]
        by = QPointF(column.x + column.width / 2 - box.x - 60, 0)
        self._drag(QPointF(box.x + 60, box.y + box.height / 2), by, Qt.KeyboardModifier.ShiftModifier)
        self._look("problem", None)

    def mend(self) -> None:
        """Press the first button that mends the first problem."""
        for _ in range(400):  # offers are tried out one by one, whenever there is nothing else to do
            rows = self.planner.window.findChildren(ProblemRow)
            row = next(each for each in rows if each.problem.code == "room-small")
            found = [each for each in row.findChildren(LinkButton) if each.label() in row.offered()]
            if found:
                break
            QTest.qWait(20)
        else:
            message = "nothing is offered for a room that is too small"
            raise AssertionError(message)
        self._click(found[0])
        self._look("mended", None)

    def see_the_paper(self) -> None:
        """Look at what will be printed."""
        buttons = self.planner.window.findChildren(QToolButton)
        self._click(next(each for each in buttons if each.defaultAction() is self.planner.menus["papers"]))
        self._look("paper", None)

    # Hands

    def _click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.seconds += MIND + POINT + CLICK
        self._settle()

    def _type(self, widget: QWidget, words: str) -> None:
        QTest.keyClicks(widget, words)
        self.seconds += MIND + HANDS + KEY * len(words)

    def _draw_edge(self, session: Session, minutes: int) -> None:
        box, scale = self._box(session.id), self._scene().layout.scale
        by = QPointF(0, scale.y_end(session.end + minutes) - scale.y_end(session.end))
        self._drag(QPointF(box.x + 60, box.bottom - 3), by)

    def _drag(self, start: QPointF, by: QPointF, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        viewport, left = self._canvas().viewport(), Qt.MouseButton.LeftButton
        at = (start - self._canvas().offset()).toPoint()
        QTest.mousePress(viewport, left, held, at)
        for part in (0.4, 0.8, 1.0):
            to = at + (by * part).toPoint()
            there = QPointF(viewport.mapToGlobal(to))
            move = QMouseEvent(QEvent.Type.MouseMove, QPointF(to), there, Qt.MouseButton.NoButton, left, held)
            QApplication.sendEvent(viewport, move)
        QTest.mouseRelease(viewport, left, held, at + QPoint(round(by.x()), round(by.y())))
        self.seconds += MIND + POINT + CLICK + POINT + KEY * (held != Qt.KeyboardModifier.NoModifier)
        self._settle()

    def _canvas(self) -> Canvas:
        found = self.planner.window.findChild(Canvas)
        assert found is not None
        return found

    def _scene(self) -> Scene:
        found = self._canvas().scene
        assert found is not None
        return found

    def _box(self, session: str) -> Rect:
        return self._scene().layout.box_of[session]

    def _settle(self) -> None:
        for _ in range(20):
            QApplication.processEvents()
