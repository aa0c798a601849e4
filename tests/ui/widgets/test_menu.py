import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from planner.ui.widgets.menu import Menu
from planner.ui.window.planner_window import PlannerWindow


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_letters_in_an_open_menu_run_no_command_behind_it(planner: PlannerWindow) -> None:
    window, workspace = planner.window, planner.context.workspace
    window.show()
    views = window.plan_views
    assert views is not None
    views.board.canvas.setFocus()
    panel = next(session.id for session in workspace.plan.sessions if session.kind == "panel")
    planner.context.view.select(panel)
    before, flow = workspace.plan, planner.context.view.flow
    bar = window.menuBar()
    rooms = next(action.menu() for action in bar.actions() if action.text() == "&Rooms")
    assert isinstance(rooms, Menu)
    for menu in (rooms, planner.menus.session_menu):
        menu.popup(window.mapToGlobal(QPoint(40, 40)))
        own = {sign for action in menu.actions() for sign in action.text().partition("&")[2][:1].upper()}
        for letter in sorted(set("SLMGBR") - own):
            QTest.keyClick(window.windowHandle(), ord(letter))
            assert menu.isVisible()
        menu.close()
    assert workspace.plan is before
    assert planner.context.view.flow == flow
