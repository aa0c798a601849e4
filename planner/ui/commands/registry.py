"""Every command of the window as data; menus, tool bar, keys and the README's table derive from it.

To add one: write it down in its menu's file, name it in that file's menu, and test it.
"""

from typing import Final

from planner.ui.commands import menu_edit as edit
from planner.ui.commands import menu_file as file
from planner.ui.commands import menu_move as moves
from planner.ui.commands import menu_other as rest
from planner.ui.commands import menu_session as session
from planner.ui.commands import menu_view as view
from planner.ui.commands.action import Action

ACTIONS: Final = (*file.ACTIONS, *edit.ACTIONS, *view.ACTIONS, *session.ACTIONS, *moves.ACTIONS, *rest.ACTIONS)
BY_ID: Final = {action.id: action for action in ACTIONS}
MENUS: Final = (file.MENU, edit.MENU, view.MENU, session.MENU, *rest.MENUS)
"""The menu bar: titles, and below them ids of actions, "" as a line, and what is made on the way with a star."""
CONTEXT: Final = session.CONTEXT
SUBMENUS: Final = moves.SUBMENUS
"""What stands for a menu in a menu: its title, and the ids in it."""

__all__ = ["ACTIONS", "BY_ID", "CONTEXT", "MENUS", "SUBMENUS", "Action"]
