import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from planner.ui.assembly import Planner
from planner.ui.board.board import Board
from tests.ui.conftest import Make


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # the offscreen platform, at each menu
def test_the_menu_key_on_a_block_shows_the_menu_of_sessions(planner: Planner) -> None:
    board = planner.window.findChild(Board)
    assert board is not None
    panel = next(each.id for each in planner.context.workspace.plan.sessions if each.kind == "panel")
    planner.context.view.select(panel)
    QApplication.sendEvent(
        board.canvas.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    )
    menu = planner.menus.context
    assert menu.isVisible()
    assert planner.menus["split"] in menu.actions()
    assert planner.menus["split"].isEnabled()
    menu.close()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_right_button_on_the_ground_offers_to_paste_and_nothing_for_sessions(planner: Planner) -> None:
    board = planner.window.findChild(Board)
    assert board is not None
    planner.context.view.select(planner.context.workspace.plan.sessions[0].id)
    planner.menus["copy"].trigger()
    at = QPoint(board.canvas.viewport().width() // 2, 3)
    QApplication.sendEvent(board.canvas.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, at))
    menu = planner.menus.context
    assert menu.isVisible()
    assert planner.context.view.selection == ()
    enabled = [each.text() for each in menu.actions() if each.isEnabled() and not each.isSeparator()]
    assert planner.menus["paste"].text() in enabled
    assert not {planner.menus[each].text() for each in ("cut", "copy", "delete", "split", "title")} & set(enabled)
    menu.close()


def test_no_letter_stands_for_two_in_the_menu_under_the_mouse(make: Make) -> None:
    for language in ("de", "en"):
        menu = make(language=language).menus.context
        letters = [text[text.index("&") + 1].lower() for each in menu.actions() if "&" in (text := each.text())]
        assert sorted(set(letters)) == sorted(letters)
