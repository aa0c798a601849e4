"""The list view on a small plan, and functions that click and type into its cells."""

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.model import Contribution, Session, Status
from planner.ui.list.columns import PLACE
from planner.ui.list.editors import ChoiceEditor
from planner.ui.list.view import ListView
from planner.ui.services.window_settings import WindowSettings
from tests.model.small import SOME, at, forum
from tests.ui.harness import Harness

MENUS: Final = "does not support (raise|grabbing)"
"""What the offscreen platform says of each menu and list that opens."""
NONE: Final = Qt.KeyboardModifier.NoModifier


def small_day() -> Harness:
    """Return two days: Early and Late on Monday, two forums behind them, Next day on Tuesday, Film in the tray."""
    ann = Contribution(id="c", person="ann", status=Status.CONFIRMED)
    return Harness(
        at("tray", None, 20, title="Film"),
        at("late", 1100, 60, "hall", title="Late", contributions=(ann,)),
        at("early", 900, 60, "blue", title="Early", who=SOME),
        forum("f1", 1300, 60, "blue", title="Forum 1"),
        forum("f2", 1300, 60, "red", title="Forum 2"),
        at("next", 900, 60, day="tue", title="Next day"),
    )


class Sheet:
    """A list as somebody works in it: cells are named by session and column."""

    def __init__(
        self, harness: Harness, qtbot: QtBot, width: int = 1000, window_settings: WindowSettings | None = None
    ) -> None:
        self.harness, self.qtbot = harness, qtbot
        self.view = ListView(harness.context, window_settings)
        qtbot.addWidget(self.view)
        harness.put(self.view, self.view.show_state, width=width)
        qtbot.waitExposed(self.view)
        self.grid = self.view.table
        self.grid.setFocus()

    def index(self, one: str, column: str) -> QModelIndex:
        return self.view.model.index(self.view.model.ids.index(one), PLACE[column])

    def cell(self, one: str, column: str, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        return self.index(one, column).data(role)

    def column(self, name: str) -> list[str]:
        return [str(self.cell(one, name)) for one in self.view.model.ids if one]

    def selected(self) -> list[int]:
        return sorted(index.row() for index in self.grid.selectionModel().selectedRows())

    def session(self, one: str) -> Session:
        return self.harness.plan.session_by_id[one]

    def go(self, one: str, column: str) -> None:
        """Put the keyboard into a cell by a click."""
        index = self.index(one, column)
        self.grid.scrollTo(index)
        place = self.grid.visualRect(index)
        QTest.mouseClick(
            self.grid.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(place.width() - 6, 6)
        )

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in the table."""
        QTest.keyClick(self.grid, key, held)

    def line(self) -> QLineEdit | None:
        """Return the line that is open in a cell."""
        found = [field for field in self.grid.viewport().findChildren(QLineEdit) if field.isVisible()]
        return found[-1] if found else None

    def type(self, one: str, column: str, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
        """Type into a cell, over what is in it."""
        self.go(one, column)
        self.key(Qt.Key.Key_F2)
        line = self.line()
        assert line is not None
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, text)
        if end is not None:
            QTest.keyClick(line, end)

    def unfold(self) -> ChoiceEditor:
        """Open the list in the cell that has the keyboard."""
        self.key(Qt.Key.Key_Return)
        return self.unfolded()

    def unfolded(self) -> ChoiceEditor:
        """Return the list that opens in a cell, once it is open."""
        found = self.grid.viewport().findChild(ChoiceEditor)
        assert found is not None
        self.qtbot.waitUntil(lambda: found.view().isVisible())
        return found

    def choose(self, words: str) -> None:
        """Choose in the list of the cell that has the keyboard, by the arrows."""
        box = self.unfold()
        steps = box.findText(words, Qt.MatchFlag.MatchStartsWith) - box.view().currentIndex().row()
        for _ in range(abs(steps)):
            QTest.keyClick(box.view(), Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
        self.qtbot.waitUntil(self.grid.hasFocus)


def focused() -> QWidget | None:
    """Return what has the keyboard."""
    return QApplication.focusWidget()
