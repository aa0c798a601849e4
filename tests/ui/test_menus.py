import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from planner.ui.assembly import Planner
from planner.ui.board.board import Board


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # the offscreen platform, at each menu
def test_the_menu_key_on_a_block_shows_the_menu_of_sessions(planner: Planner) -> None:
    board = planner.window.findChild(Board)
    assert board is not None
    panel = next(each.id for each in planner.context.workspace.plan.sessions if each.kind == "panel")
    planner.context.view.select(panel)
    QApplication.sendEvent(
        board.canvas.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    )
    menu = planner.menus.session
    assert menu.isVisible()
    assert planner.menus["split"] in menu.actions()
    assert planner.menus["split"].isEnabled()
    menu.close()
