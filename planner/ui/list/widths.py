"""Visibility and width of the list's columns, stored by column name."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QTableView

from planner.ui.list.columns import COLUMNS, PLACE, SHARES
from planner.ui.services.context import WidgetContext
from planner.ui.services.window_settings import WindowSettings
from planner.ui.widgets.menu import Menu

_HIDDEN, _KNOWN, _WIDTHS = "list hidden", "list columns", "list widths"
_FIRST = "subtitle question language responsible audience"
"""The columns that are hidden at first, as long as settings did not say which columns they knew."""
MOST = 240
EDGES = 20
"""Horizontal padding of a cell and of a header, in pixels, both sides together."""


class Widths(QObject):
    """Shares the free width among the main columns until the user resizes one; stores the user's widths."""

    def __init__(self, context: WidgetContext, table: QTableView, window_settings: WindowSettings | None) -> None:
        super().__init__(table)
        self._context, self._table, self._window_settings = context, table, window_settings
        self._drawn: dict[str, int] = {}
        self._fitting = True
        hidden = {column.id for column in COLUMNS if not column.shown}
        if window_settings is not None:
            if kept := window_settings.word(_HIDDEN):
                known = set((window_settings.word(_KNOWN) or _FIRST).split())
                hidden = (set(kept.split()) | (hidden - known)) - {"title"}
            self._drawn = _widths(window_settings.word(_WIDTHS).split())
        for place, column in enumerate(COLUMNS):
            table.setColumnHidden(place, column.id in hidden)
        self._fitting = False
        header = table.horizontalHeader()
        header.sectionResized.connect(self._note)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.ask(header.mapToGlobal(at)))

    def fit(self) -> None:
        """Distribute the available width."""
        table, self._fitting = self._table, True
        metrics, font = table.fontMetrics(), table.font()
        font.setBold(True)
        bold = QFontMetrics(font)
        rest = table.viewport().width()
        for place, column in enumerate(COLUMNS):
            if column.id in SHARES:
                continue
            title = bold.horizontalAdvance(self._context.t(column.title)) + EDGES
            words = (bold if column.id == "day" else metrics).horizontalAdvance(column.sample) + EDGES
            width = self._drawn.get(column.id) or min(MOST, max(title, words))
            table.setColumnWidth(place, width)
            if place < PLACE["title"] and not table.isColumnHidden(place):
                rest -= width
        for name, (share, least) in SHARES.items():
            table.setColumnWidth(PLACE[name], self._drawn.get(name) or max(least, int(rest * share)))
        self._fitting = False

    def ask(self, at: QPoint | None = None) -> None:
        """Show the menu of columns, at the header if no position is given."""
        table, t = self._table, self._context.t
        menu = Menu(table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(COLUMNS):
            made = QAction(t(column.title), menu)
            made.setCheckable(True)
            made.setChecked(not table.isColumnHidden(place))
            made.setEnabled(column.id != "title")  # the title identifies a row
            made.toggled.connect(lambda shown, place=place: self._show(place, shown=shown))
            menu.addAction(made)
        menu.addSeparator()
        menu.addAction(t("&Reset the columns")).triggered.connect(self._reset)
        menu.popup(at or table.horizontalHeader().mapToGlobal(QPoint(0, table.horizontalHeader().height())))
        menu.setActiveAction(menu.actions()[0])

    def _show(self, place: int, *, shown: bool) -> None:
        self._table.setColumnHidden(place, not shown)
        self.fit()
        self._keep()
        self._table.setFocus()

    def _reset(self) -> None:
        self._drawn = {}
        for place, column in enumerate(COLUMNS):
            self._table.setColumnHidden(place, not column.shown)
        self.fit()
        self._keep()

    def _note(self, place: int, _before: int, width: int) -> None:
        if not self._fitting and width:
            self._drawn[COLUMNS[place].id] = width
            self._keep()

    def _keep(self) -> None:
        if self._window_settings is not None:
            hidden = [column.id for place, column in enumerate(COLUMNS) if self._table.isColumnHidden(place)]
            self._window_settings.keep_word(_HIDDEN, " ".join(hidden) or "none")
            self._window_settings.keep_word(_KNOWN, " ".join(PLACE))
            self._window_settings.keep_word(_WIDTHS, " ".join(f"{name}:{width}" for name, width in self._drawn.items()))


def _widths(words: Iterable[str]) -> dict[str, int]:
    """Return the stored widths, ignoring invalid ones."""
    found: dict[str, int] = {}
    for word in words:
        name, _, width = word.partition(":")
        if name in PLACE and width.isdecimal() and len(width) < 5:
            found[name] = max(24, int(width))
    return found
