"""A fifth view in a program of its own: its file, and one line where views are listed. Prints what a user meets."""

import json
import re
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QMenu, QToolButton

from planner.model.edits import change_session
from planner.ui.services.command_context import CommandContext
from planner.ui.services.window_settings import WindowSettings
from planner.ui.window import views
from planner.ui.window.views import MadeView, View
from planner.workspace import State

# Step 1: write it.


class TitlesView(QListWidget):
    """The titles of all sessions, in letters of a chosen size."""

    def __init__(self) -> None:
        super().__init__()
        self._zoom = 1.0

    def show_state(self, _before: State | None, after: State) -> None:
        self.clear()
        self.addItems([session.title for session in after.plan.sessions])

    def zoom_factor(self) -> float:
        return self._zoom

    def zoom_by(self, factor: float | None) -> None:
        self._zoom = 1.0 if factor is None else self._zoom * factor


def make(_context: CommandContext) -> MadeView:
    made = TitlesView()
    return MadeView(made, made.show_state)


TITLES = View(name="titles", command="titles-view", title="&Titles", keys="Ctrl+Shift+F6", icon="list", make=make)


def met(path: str, settings: str) -> dict[str, object]:
    """Return what a user meets of the view."""
    from planner.ui.app import application, build, complete

    application()
    window_settings = WindowSettings(Path(settings))
    window_settings.keep_word("language", "en")
    window = build(path, window_settings)
    planner = complete(window, path, window_settings)
    window.show()
    QTest.qWaitForWindowExposed(window)
    found: dict[str, object] = {}
    made_before = window.findChild(TitlesView) is not None
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    shown = window.shown
    assert isinstance(shown, TitlesView)
    found["made before"] = made_before
    found["ticked"] = planner.menus["titles-view"].isChecked()
    session = planner.context.plan.sessions[0]
    planner.context.workspace.apply(lambda plan: change_session(plan, session.id, title="Follows"), "Rename")
    found["first"] = shown.item(0).text()
    planner.menus["zoom-in"].trigger()
    found["zoomed"] = [label.text() for label in window.findChildren(QLabel) if re.fullmatch(r"\d+ %", label.text())]
    found["buttons"] = [
        button.text()
        for button in window.findChildren(QToolButton)
        if button.defaultAction() in {planner.menus[view.command] for view in views.VIEWS}
    ]
    view_menu = next(menu for menu in window.findChildren(QMenu) if menu.title() == "&View")
    found["menu"] = [action.text() for action in view_menu.actions()[: len(views.VIEWS)]]
    planner.menus["titles-view"].trigger()
    found["again"] = window.view
    planner.menus["titles-view"].trigger()
    planner.menus["quick-add"].trigger()
    found["quick add"] = window.view
    planner.context.workspace.undo()
    window.close()
    return found


if __name__ == "__main__":
    views.__dict__["VIEWS"] = (*views.VIEWS, TITLES)  # Step 2: list it, where the tuple is written out.
    sys.stdout.write(json.dumps(met(*sys.argv[1:])))
    QApplication.processEvents()
