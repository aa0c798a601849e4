"""Turns commands into what Qt shows, menus, keys and their state, and runs them.

After a change only what stands on buttons is asked whether it is enabled; all else waits until it matters: a menu
opens, a key is pressed, or the command itself is asked for.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QMenuBar, QWidget

from planner.text import LANGUAGES, room_name
from planner.ui.commands.action import Action
from planner.ui.commands.event import export, set_grid
from planner.ui.commands.file import forget_recent, open_recent
from planner.ui.commands.move import to_room
from planner.ui.commands.registry import ACTIONS, BY_ID, CONTEXT, MENUS, SUBMENUS
from planner.ui.commands.view import set_language
from planner.ui.services.command_context import CommandContext
from planner.ui.services.export import FORMATS
from planner.ui.widgets.icons import icon
from planner.ui.widgets.menu import Menu
from planner.ui.widgets.plain_text import caption, name, tip

GRIDS = (1, 5, 10, 15, 30)
_MORE_KEYS = {"Ctrl+Y": ("Ctrl+Shift+Z",), "Return": ("Enter",), "Shift+Return": ("Shift+Enter",)}
"""Alternative keys that people know from other programs."""
LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}


class FilledMenu(Menu):
    """A menu that is filled each time it opens."""

    def __init__(self, title: str, fill: Callable[[QMenu], None], parent: QWidget) -> None:
        super().__init__(title, parent)
        self._fill = fill
        self.aboutToShow.connect(self._open)  # not of the menu around it: that may outlive this one

    def _open(self) -> None:
        self.clear()
        self._fill(self)


class Menus(QObject):
    """Owns one QAction for each action of the registry and the menus made of them, and is the one way to run them."""

    def __init__(self, context: CommandContext, bar: QMenuBar, views: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._qt_actions: dict[str, QAction] = {}
        self._on_board: list[QAction] = []
        self._filled: list[FilledMenu] = []
        self._stale = False
        self._on_buttons: list[Action] = []
        bar.window().installEventFilter(self)
        for action in ACTIONS:
            self._qt_actions[action.id] = self._qt_action(action, parent, views)
        self.exports = Menu(parent)
        self.grid = Menu(context.t("&Grid"), parent)
        self._fill_exports()
        self.grid.aboutToShow.connect(self._fill_grid)
        for title, ids in MENUS:
            menu = Menu(context.t(title), bar)
            bar.addMenu(menu)
            self._fill(menu, ids)
        self.session_menu = Menu(context.t("Session"), parent)
        """The context menu of the selected sessions."""
        self._fill(self.session_menu, CONTEXT)

    def __getitem__(self, action_id: str) -> QAction:
        """Return the QAction of an action, in its present state."""
        self._refresh_stale()
        return self._qt_actions[action_id]

    def add_board_keys(self, board: QWidget) -> None:
        """Let the board itself, not a field on it, react to the keys of commands that are only for the board."""
        board.addActions(self._on_board)

    def run(self, action_id: str) -> None:
        """Run a command, if it can be done now."""
        action = BY_ID[action_id]
        self.run_entry(action_id, lambda context: action.enabled(context) and action.run(context))

    def run_entry(self, entry: str, work: Callable[[CommandContext], object]) -> None:
        """Log a command, take over fields that are being edited, do the work and update the menus.

        The name goes into the log, so it must contain nothing of the plan.
        """
        self._context.safety.log.action(entry)
        self._context.files.finish()
        try:
            work(self._context)
        finally:
            self.note_change()

    def note_change(self) -> None:
        """Update what stands on buttons, and the rest before it is used."""
        self._stale = True
        for action in self._on_buttons:
            self.refresh_entry(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Update all entries before Qt looks for the one that a key belongs to: a disabled one would swallow it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self._refresh_stale()
        return super().eventFilter(watched, event)

    def _refresh_stale(self) -> None:
        if self._stale:
            self.refresh()

    def _is_on_button(self, action: Action) -> bool:
        return any(isinstance(widget, QAbstractButton) for widget in self._qt_actions[action.id].associatedObjects())

    def refresh_entry(self, action: Action) -> None:
        """Update the state and the text of one entry."""
        made = self._qt_actions[action.id]
        made.setEnabled(action.enabled(self._context))
        if action.checked is not None:
            made.setChecked(action.checked(self._context))
        if action.text is not None:
            name(made, action.text(self._context))

    def refresh(self) -> None:
        """Update the state and the text of all entries, and find out which of them stand on buttons."""
        self._stale = False
        self._on_buttons = [action for action in ACTIONS if self._is_on_button(action)]
        for action in ACTIONS:
            self.refresh_entry(action)
        for menu in (self.exports, self.grid):
            menu.setEnabled(self._context.files.has_plan)
        can = {
            "recent": bool(self._context.window_settings.recent()),
            "rooms": self._context.files.has_plan and bool(self._context.plan.rooms and self._context.selected()),
        }
        for menu in self._filled:
            menu.setEnabled(can[menu.objectName()])

    def _qt_action(self, action: Action, parent: QWidget, views: QWidget) -> QAction:
        made = QAction(self._context.t(action.label), parent)
        made.setObjectName(action.id)
        made.setMenuRole(QAction.MenuRole.NoRole)
        if action.icon:
            made.setIcon(icon(action.icon, self._context.theme))
        if action.shortcut:
            keys = [QKeySequence(action.shortcut)]
            made.setShortcuts([*keys, *(QKeySequence(other) for other in _MORE_KEYS.get(action.shortcut, ()))])
        made.setCheckable(action.checked is not None)
        made.setIconVisibleInMenu(action.checked is None)  # a tick stands in its place
        if action.in_views:
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            views.addAction(made)
        elif action.on_board:
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._on_board.append(made)
        else:
            parent.addAction(made)
        made.triggered.connect(lambda: self.run(action.id))
        return made

    def _add_entry(self, menu: QMenu, entry: str, label: str, work: Callable[[CommandContext], object]) -> QAction:
        """Add an entry that is not in the registry because it depends on the plan, the language or recent files."""
        made = menu.addAction(label)
        made.triggered.connect(lambda: self.run_entry(entry, work))
        return made

    def _fill(self, menu: QMenu, ids: tuple[str, ...]) -> None:
        menu.aboutToShow.connect(self.refresh)
        special: dict[str, Callable[[QMenu], object]] = {
            "*recent": self._add_recent,
            "*language": self._add_languages,
            "*room": self._add_rooms,
            "*grid": lambda into: into.addMenu(self.grid),
            "*exports": lambda into: into.addActions(self.exports.actions()[2:]),
        }
        for entry in ids:
            if not entry:
                menu.addSeparator()
            elif entry in special:
                special[entry](menu)
            elif entry in SUBMENUS:
                title, inner = SUBMENUS[entry]
                submenu = Menu(self._context.t(title), menu)
                menu.addMenu(submenu)
                self._fill(submenu, inner)
            else:
                menu.addAction(self._qt_actions[entry])

    def _fill_exports(self) -> None:
        """Fill the menu of the export button: the papers first, then each format."""
        t, theme = self._context.t, self._context.theme
        self.exports.addAction(self._qt_actions["papers"])
        self.exports.addSeparator()
        for exporter in FORMATS:
            entry, label = f"export-{exporter.name}", t("{format} …", format=t(exporter.title))
            made = self._add_entry(self.exports, entry, label, partial(export, exporter=exporter))
            made.setIcon(icon({"pdf": "page", "ics": "calendar"}.get(exporter.name, "table"), theme))
            made.setObjectName(entry)

    def _fill_grid(self) -> None:
        context = self._context
        self.grid.clear()
        group = QActionGroup(self.grid)
        for minutes in GRIDS:
            label = context.t("{minutes} min", minutes=minutes)
            made = self._add_entry(self.grid, "grid", label, partial(set_grid, minutes=minutes))
            made.setCheckable(True)
            made.setChecked(context.workspace.plan.settings.grid == minutes)
            made.setActionGroup(group)

    def _add_recent(self, menu: QMenu) -> None:
        context = self._context

        def fill(inner: QMenu) -> None:
            for path in context.window_settings.recent():
                made = self._add_entry(inner, "recent", caption(path.name), partial(open_recent, path=path))
                made.setToolTip(tip(str(path)))
            inner.addSeparator()
            self._add_entry(inner, "forget-recent", context.t("&Clear this list"), forget_recent)

        inner = self._add_filled(menu, "recent", self._context.t("Open re&cent"), fill)
        inner.setToolTipsVisible(True)

    def _add_rooms(self, menu: QMenu) -> None:
        context = self._context

        def fill(inner: QMenu) -> None:
            here = {place.room for session in context.selected() for place in session.places}
            for room in context.plan.rooms:
                made = self._add_entry(inner, "room", "", partial(to_room, room=room.id))
                name(made, room_name(context.plan, room.id, context.t))
                made.setCheckable(True)
                made.setChecked(here == {room.id})

        self._add_filled(menu, "rooms", context.t("To &the room"), fill)

    def _add_filled(self, menu: QMenu, kind: str, title: str, fill: Callable[[QMenu], None]) -> QMenu:
        inner = FilledMenu(title, fill, menu)
        inner.setObjectName(kind)
        menu.addMenu(inner)
        self._filled.append(inner)
        return inner

    def _add_languages(self, menu: QMenu) -> None:
        context = self._context
        inner = Menu(context.t("Lan&guage"), menu)
        menu.addMenu(inner)
        group = QActionGroup(inner)
        for code in LANGUAGES:
            made = self._add_entry(inner, "language", LANGUAGE_NAMES[code], partial(set_language, code=code))
            made.setCheckable(True)
            made.setChecked(code == context.t.code)
            made.setActionGroup(group)
