import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from planner.text import language
from planner.ui.board.board import Board
from planner.ui.commands.registry import ACTIONS, BY_ID, CONTEXT, MENUS, SUBMENUS
from planner.ui.window.planner_window import PlannerWindow


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # the offscreen platform, at each menu
def test_the_menu_key_on_a_block_shows_the_menu_of_sessions(planner: PlannerWindow) -> None:
    board = planner.window.findChild(Board)
    assert board is not None
    panel = next(each.id for each in planner.context.workspace.plan.sessions if each.kind == "panel")
    planner.context.view.select(panel)
    QApplication.sendEvent(
        board.canvas.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    )
    menu = planner.menus.session_menu
    assert menu.isVisible()
    assert planner.menus["split"] in menu.actions()
    assert planner.menus["split"].isEnabled()
    menu.close()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_right_button_on_the_ground_offers_to_paste_and_nothing_for_sessions(planner: PlannerWindow) -> None:
    board = planner.window.findChild(Board)
    assert board is not None
    planner.context.view.select(planner.context.workspace.plan.sessions[0].id)
    planner.menus["copy"].trigger()
    at = QPoint(board.canvas.viewport().width() // 2, 3)
    QApplication.sendEvent(board.canvas.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, at))
    menu = planner.menus.session_menu
    assert menu.isVisible()
    assert planner.context.view.selection == ()
    enabled = [each.text() for each in menu.actions() if each.isEnabled() and not each.isSeparator()]
    assert planner.menus["paste"].text() in enabled
    assert not {planner.menus[each].text() for each in ("cut", "copy", "delete", "split", "title")} & set(enabled)
    menu.close()


def test_ids_and_keys_are_unique() -> None:
    assert len(BY_ID) == len(ACTIONS)
    keys = [action.shortcut for action in ACTIONS if action.shortcut]
    assert len(set(keys)) == len(keys)
    assert not [each for each in keys if "Ctrl+Alt" in each]
    menus = (*MENUS, *SUBMENUS.values())
    named = {each for _, ids in menus for each in ids if each and not each.startswith("*")}
    assert named == set(BY_ID)


@pytest.mark.parametrize("code", ["de", "en"])
def test_no_letter_calls_two_things_of_a_menu(code: str) -> None:
    t = language(code)

    def letters(labels: list[str]) -> list[str]:
        return [label.replace("&&", "")[label.replace("&&", "").index("&") + 1].lower() for label in labels]

    titles = letters([t(title) for title, _ in MENUS])
    assert len(set(titles)) == len(titles)
    extra = {"*recent": "Opened &last", "*language": "Lan&guage", "*grid": "&Grid"}
    extra |= {"*room": "To &the room"}
    extra |= {key: title for key, (title, _) in SUBMENUS.items()}
    for title, ids in (*MENUS, *SUBMENUS.values(), ("under the mouse", CONTEXT)):
        labels = [
            t(extra[each]) if each in extra else t(BY_ID[each].label) for each in ids if each not in {"", "*exports"}
        ]
        found = letters(labels)
        assert len(set(found)) == len(found), (title, labels)
