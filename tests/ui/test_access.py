"""The whole window for those who do not see it or use no mouse: everything has a name, and Tab comes round."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.board.canvas import Canvas
from planner.ui.commands.registry import ACTIONS, BY_ID
from planner.ui.window.planner_window import PlannerWindow

IN_THE_WINDOW = ("quick-add", "title")
"""Commands that open a field in the window itself."""
ELSEWHERE = {"open", "open-read-only", "save-as", "next-year", "columns", *IN_THE_WINDOW}
"""Commands that open no dialog of the program's own: the system's for a file, a menu, or a field in the window."""


@pytest.fixture(params=["de", "en"])
def planner(request: pytest.FixtureRequest, make: Callable[..., PlannerWindow], plan_file: Path) -> PlannerWindow:
    """A window with the Osnabrück day, in each language, with a session selected."""
    made = make(plan_file, request.param)
    panel = next(session for session in made.context.workspace.plan.sessions if session.kind == "panel")
    made.context.view.select(panel.id)
    return made


def nameless(root: QWidget) -> Iterator[str]:
    """Return what the keys can reach and a screen reader has no word for, by its class and where it is."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None or is_part(widget):
            continue
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
            yield f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parentWidget()).__name__}"


def is_part(widget: QWidget) -> bool:
    """Return whether Qt made a widget as a part of another, which has the name and the focus."""
    around = widget.parentWidget()
    inside = around is not None and (isinstance(around, QComboBox) or is_part(around))
    return widget.objectName().startswith("qt_") or inside


def test_all_that_keys_reach_has_a_name(planner: PlannerWindow) -> None:
    for view in ("board", "list", "papers", "start"):
        planner.window.show_view(view)
        assert list(nameless(planner.window)) == [], view


@pytest.mark.parametrize(
    "action", [action.id for action in ACTIONS if action.label.endswith("…") and action.id not in ELSEWHERE]
)
def test_all_that_keys_reach_in_a_dialog_has_a_name(planner: PlannerWindow, action: str) -> None:
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, f"{action} opens no dialog"
        seen.append(dialog.windowTitle())
        seen.extend(nameless(dialog))
        dialog.close()

    QTimer.singleShot(0, look)
    BY_ID[action].run(planner.context)
    assert len(seen) == 1, seen


@pytest.mark.parametrize("action", IN_THE_WINDOW)
def test_a_field_that_opens_in_the_window_has_the_keys_and_a_name(planner: PlannerWindow, action: str) -> None:
    planner.window.activateWindow()
    QApplication.processEvents()
    before = QApplication.focusWidget()
    planner.menus[action].trigger()
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field is not before
    assert list(nameless(planner.window)) == []


def walked(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> list[QWidget]:
    """Return what has the focus, key by key, until it is where it was."""
    found: list[QWidget] = []
    while (now := QApplication.focusWidget()) not in found:
        assert now is not None
        found.append(now)
        QTest.keyClick(now, key, held)
    assert now is found[0], f"{now} does not let go"
    return found


def test_tab_goes_through_the_window_as_it_is_read_and_back(planner: PlannerWindow, qtbot: QtBot) -> None:
    planner.window.activateWindow()
    qtbot.waitActive(planner.window)
    seen = walked(Qt.Key.Key_Tab)
    assert isinstance(seen[0], Canvas)
    assert len(seen) > 20
    boards = [widget for widget in seen if isinstance(widget, Canvas)]
    assert boards == seen[:1]
    assert walked(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier) == [seen[0], *reversed(seen[1:])]
    board = seen[0].mapTo(planner.window, QPoint())
    places = [widget.mapTo(planner.window, QPoint()) for widget in seen]
    palette = [at.y() for at in places if at.x() < board.x() and at.y() >= board.y()]
    assert palette == sorted(palette)
