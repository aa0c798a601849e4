"""Turns the actions into what Qt shows: menus, keys and their state."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from planner.model.edits import change_settings
from planner.text import LANGUAGES, room_name
from planner.ui.commands.move import to_room
from planner.ui.commands.registry import ACTIONS, CONTEXT, MENUS, SUBMENUS, Action
from planner.ui.services.command_context import CommandContext
from planner.ui.services.export import FORMATS
from planner.ui.widgets.icons import icon
from planner.ui.widgets.plain import caption, name, tip

GRIDS = (1, 5, 10, 15, 30)
_MORE_KEYS = {"Ctrl+Y": ("Ctrl+Shift+Z",), "Return": ("Enter",), "Shift+Return": ("Shift+Enter",)}
"""Other keys for the same, as people know them."""
LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}


class FilledMenu(QMenu):
    """A menu whose entries are made each time it opens."""

    def __init__(self, title: str, fill: Callable[[QMenu], None], parent: QWidget) -> None:
        super().__init__(title, parent)
        self._fill = fill
        self.aboutToShow.connect(self._open)  # not of the menu around it: that may outlive this one

    def _open(self) -> None:
        self.clear()
        self._fill(self)


class Menus(QObject):
    """Owns one QAction for each action of the registry, and the menus made of them."""

    def __init__(self, context: CommandContext, bar: QMenuBar, views: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._made: dict[str, QAction] = {}
        self._on_board: list[QAction] = []
        self._filled: list[FilledMenu] = []
        for action in ACTIONS:
            self._made[action.id] = self._qt_action(action, parent, views)
        self.exports = QMenu(parent)
        self.grid = QMenu(context.t("&Grid"), parent)
        self._fill_exports()
        self.grid.aboutToShow.connect(self._fill_grid)
        for title, ids in MENUS:
            menu = bar.addMenu(context.t(title))
            self._fill(menu, ids)
        self.session_menu = QMenu(context.t("Session"), parent)
        """Of the selected sessions, where the mouse is."""
        self._fill(self.session_menu, CONTEXT)

    def __getitem__(self, action_id: str) -> QAction:
        """Return what Qt shows for an action."""
        return self._made[action_id]

    def give_board(self, board: QWidget) -> None:
        """Let the keys that count only on the board be heard there, not in a field on it."""
        board.addActions(self._on_board)

    def refresh(self) -> None:
        """Enable, check and name everything as it is now."""
        for action in ACTIONS:
            made = self._made[action.id]
            made.setEnabled(action.enabled(self._context))
            if action.checked is not None:
                made.setChecked(action.checked(self._context))
            if action.text is not None:
                name(made, action.text(self._context))
        for each in (self.exports, self.grid):
            each.setEnabled(self._context.files.has_plan)
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
            made.setShortcuts([*keys, *(QKeySequence(each) for each in _MORE_KEYS.get(action.shortcut, ()))])
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
        made.triggered.connect(lambda: self._run(action))
        return made

    def _run(self, action: Action) -> None:
        self._context.safety.log.action(action.id)
        self._context.files.finish()
        try:
            if action.enabled(self._context):
                action.run(self._context)
        finally:
            self.refresh()

    def _fill(self, menu: QMenu, ids: tuple[str, ...]) -> None:
        menu.aboutToShow.connect(self.refresh)
        special: dict[str, Callable[[QMenu], object]] = {
            "*recent": self._add_recent,
            "*language": self._add_languages,
            "*room": self._add_rooms,
            "*grid": lambda into: into.addMenu(self.grid),
            "*exports": lambda into: into.addActions(self.exports.actions()[2:]),
        }
        for each in ids:
            if not each:
                menu.addSeparator()
            elif each in special:
                special[each](menu)
            elif each in SUBMENUS:
                title, inner = SUBMENUS[each]
                self._fill(menu.addMenu(self._context.t(title)), inner)
            else:
                menu.addAction(self._made[each])

    def _fill_exports(self) -> None:
        """Fill the primary button's menu: the papers first, then each format."""
        t, theme = self._context.t, self._context.theme
        self.exports.addAction(self._made["papers"])
        self.exports.addSeparator()
        for exporter in FORMATS:
            made = self.exports.addAction(t("{format} …", format=t(exporter.title)))
            made.setIcon(icon({"pdf": "page", "ics": "calendar"}.get(exporter.name, "table"), theme))
            made.setObjectName(f"export-{exporter.name}")
            made.triggered.connect(lambda _=False, each=exporter: self._context.exports.ask(each))

    def _fill_grid(self) -> None:
        context = self._context
        self.grid.clear()
        group = QActionGroup(self.grid)
        for minutes in GRIDS:
            made = self.grid.addAction(context.t("{minutes} min", minutes=minutes))
            made.setCheckable(True)
            made.setChecked(context.workspace.plan.settings.grid == minutes)
            made.setActionGroup(group)
            made.triggered.connect(lambda _=False, each=minutes: self._set_grid(each))

    def _set_grid(self, minutes: int) -> None:
        context = self._context
        context.workspace.apply(lambda plan: change_settings(plan, grid=minutes), context.t("Change the grid"))

    def _add_recent(self, menu: QMenu) -> None:
        def fill(inner: QMenu) -> None:
            for path in self._context.window_settings.recent():
                made = inner.addAction(caption(path.name))
                made.setToolTip(tip(str(path)))
                made.triggered.connect(lambda _=False, each=path: self._context.files.open(each))
            inner.addSeparator()
            inner.addAction(self._context.t("&Clear this list")).triggered.connect(
                self._context.window_settings.forget_recent
            )

        inner = self._add_filled(menu, "recent", self._context.t("Opened &last"), fill)
        inner.setToolTipsVisible(True)

    def _add_rooms(self, menu: QMenu) -> None:
        context = self._context

        def fill(inner: QMenu) -> None:
            here = {place.room for session in context.selected() for place in session.places}
            for room in context.plan.rooms:
                made = inner.addAction("")
                name(made, room_name(context.plan, room.id, context.t))
                made.setCheckable(True)
                made.setChecked(here == {room.id})
                made.triggered.connect(lambda _=False, each=room.id: to_room(context, each))

        self._add_filled(menu, "rooms", context.t("To &the room"), fill)

    def _add_filled(self, menu: QMenu, kind: str, title: str, fill: Callable[[QMenu], None]) -> QMenu:
        inner = FilledMenu(title, fill, menu)
        inner.setObjectName(kind)
        menu.addMenu(inner)
        self._filled.append(inner)
        return inner

    def _add_languages(self, menu: QMenu) -> None:
        context = self._context
        inner = menu.addMenu(context.t("Lan&guage"))
        group = QActionGroup(inner)
        for code in LANGUAGES:
            made = inner.addAction(LANGUAGE_NAMES[code])
            made.setCheckable(True)
            made.setChecked(code == context.t.code)
            made.setActionGroup(group)
            made.triggered.connect(lambda _=False, each=code: self._context.window.language_chosen.emit(each))
