"""The table widget of the list and its keyboard navigation."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from planner.ui.list.columns import COLUMNS, CellEditing, ListColumn
from planner.ui.list.delegate import CLOSED, GONE, CellDelegate, first_column
from planner.ui.list.editors import LineEditor
from planner.ui.list.model import ListModel
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.plain_text import tip

ROW: Final = 30
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_SIDE: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS: Final = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_OTHERS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_TIME: Final = set("0123456789+-−–")


class ListTable(QTableView):
    """Moves between cells by arrows and Tab, edits by Enter, F2 and typing, and is left by Ctrl+Tab."""

    opened = Signal(int, int)
    """Row and column of an activated cell that has no editor of its own."""
    entered_by_key = Signal()
    menu_requested = Signal(QPoint)
    resized = Signal()

    def __init__(
        self,
        context: WidgetContext,
        model: ListModel,
        refusal: Callable[[str, ListColumn, object], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._list = context, model
        self.setModel(model)
        self._delegate = CellDelegate(context, model, refusal, self)
        self._delegate.step_requested.connect(self.step)
        self._delegate.refused.connect(self.refuse)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.setAccessibleDescription(context.t("Tab walks through the cells, Enter changes one, Ctrl+Tab leaves."))
        self.doubleClicked.connect(self._on_double)

    # What delegate and view ask

    def chosen_rows(self) -> list[int]:
        """Return the fully selected rows, from the top."""
        found = self.selectionModel().selection()
        ranges = [found.at(place) for place in range(found.count())]
        return sorted(
            {row for block in ranges for row in range(block.top(), block.bottom() + 1) if block.width() == len(COLUMNS)}
        )

    def choose_rows(self, rows: list[int]) -> None:
        """Select exactly these rows, given in ascending order."""
        found, last = QItemSelection(), len(COLUMNS) - 1
        for place, row in enumerate(rows):
            if place and rows[place - 1] == row - 1:
                continue
            end = next((n for n, other in enumerate(rows[place:], row) if other != n), row + len(rows) - place)
            found.select(self._list.index(row, 0), self._list.index(end - 1, last))
        self.selectionModel().select(found, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def bring(self, row: int) -> None:
        """Scroll to a row without scrolling horizontally."""
        side = self.horizontalScrollBar().value()
        self.scrollTo(self._list.index(row, first_column(self)))
        self.horizontalScrollBar().setValue(side)

    def refuse(self, sentence: str, place: QRect | None = None) -> None:
        """Show why an input is refused, beside the current cell or a rectangle of the viewport."""
        self._context.view.say("")  # the same once more is said once more
        self._context.view.say(sentence)
        place = place or self.visualRect(self.currentIndex())
        QToolTip.showText(self.viewport().mapToGlobal(place.bottomLeft()), tip(sentence), self.viewport(), place, 6000)

    def finish(self) -> None:
        """Commit the text of a cell editor that is still open."""
        for field in self.viewport().findChildren(LineEditor):
            self.commitData(field)
            self.closeEditor(field, CellDelegate.EndEditHint.NoHint)

    def step(self, by: int) -> bool:
        """Move by this many visible cells, across the ends of rows; return False where there is none."""
        here = self.currentIndex()
        columns = [n for n in range(len(COLUMNS)) if not self.isColumnHidden(n)]
        if not here.isValid() or here.column() not in columns:
            return False
        row, place = divmod(here.row() * len(columns) + columns.index(here.column()) + by, len(columns))
        if not 0 <= row < len(self._list.ids):
            return False
        self._go(row, columns[place])
        return True

    def _go(self, row: int, column: int) -> None:
        """Focus a cell; within the same row the selection is kept."""
        index, flag = self._list.index(row, column), QItemSelectionModel.SelectionFlag
        flags = flag.NoUpdate if row == self.currentIndex().row() else flag.ClearAndSelect | flag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def open(self) -> None:
        """Edit the current cell: toggle it, open its editor, or emit `opened`."""
        here = self.currentIndex()
        if not here.isValid():
            return
        way = COLUMNS[here.column()].way
        if way is CellEditing.TOGGLE:
            self._toggle(here)
        elif self._list.flags(here) & Qt.ItemFlag.ItemIsEditable:
            self.edit(here)
        else:
            self.opened.emit(here.row(), here.column())

    def _toggle(self, here: QModelIndex) -> None:
        if self._list.flags(here) & Qt.ItemFlag.ItemIsUserCheckable:
            checked = here.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            other = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
            self._list.setData(here, other, Qt.ItemDataRole.CheckStateRole)
        else:
            self.refuse(self._context.t("Give the new session a title or a time first."))

    def _on_double(self, index: QModelIndex) -> None:
        way = COLUMNS[index.column()].way
        if way is not CellEditing.TOGGLE and not self._list.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(index.row(), index.column())

    # What Qt asks

    def event(self, event: QEvent) -> bool:
        """Keep letters typed into a cell from triggering commands."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_typed(event):
            event.accept()
            return True
        return super().event(event)

    def closeEditor(self, editor: QWidget, hint: CellDelegate.EndEditHint) -> None:
        """Close an editor, unless it was destroyed with its row."""
        if not editor.property(GONE):
            editor.setProperty(CLOSED, True)
            super().closeEditor(editor, hint)

    def commitData(self, editor: QWidget) -> None:
        """Commit an editor's value, unless the editor was destroyed with its row."""
        if not editor.property(GONE):
            super().commitData(editor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between cells and edit them."""
        key, held, here = Qt.Key(event.key()), event.modifiers() & (_OTHERS | _SHIFT), self.currentIndex()
        if key in _SIDE and not held:
            self._beside(_SIDE[key])
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and held & Qt.KeyboardModifier.ControlModifier:
            super().focusNextPrevChild(not held & _SHIFT)
        elif key in _ENDS and held == Qt.KeyboardModifier.ControlModifier and here.isValid():
            self._go(_ENDS[key] % len(self._list.ids), here.column())
        elif (key in _ENTER or key == Qt.Key.Key_Space) and not held:
            self.open()
        elif here.isValid() and COLUMNS[here.column()].way is CellEditing.CHOOSE and self._is_typed(event):
            self._delegate.search = event.text()
            self.open()
            self._delegate.search = ""
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # Qt calls it
        """Move through the cells by Tab, and on to other widgets at both ends."""
        return self.step(1 if forward else -1) or super().focusNextPrevChild(forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the tip beside a cell."""
        QToolTip.hideText()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Request the menu of the selected sessions, at the current cell if a key asked for it."""
        place = self.visualRect(self.currentIndex())
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard and place.isValid()
        self.menu_requested.emit(self.viewport().mapToGlobal(place.bottomLeft()) if by_key else event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Emit `entered_by_key`, except for the mouse, which selects by itself."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.entered_by_key.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Emit `resized`, so that the columns share the new width."""
        super().resizeEvent(event)
        self.resized.emit()

    def _beside(self, by: int) -> None:
        row = self.currentIndex().row()
        before = self.currentIndex()
        columns = [n for n in range(len(COLUMNS)) if not self.isColumnHidden(n)]
        if before.column() in columns and 0 <= columns.index(before.column()) + by < len(columns):
            self._go(row, columns[columns.index(before.column()) + by])

    def _is_typed(self, event: QKeyEvent) -> bool:
        """Return whether a key press is input for the current cell."""
        here, text = self.currentIndex(), event.text()
        if not here.isValid() or not self._list.flags(here) & Qt.ItemFlag.ItemIsEditable:
            return event.key() == Qt.Key.Key_F2
        if event.modifiers() & _OTHERS or not text.strip() or not text.isprintable():
            return event.key() == Qt.Key.Key_F2 and not event.modifiers()
        return COLUMNS[here.column()].way is not CellEditing.TYPE_TIME or text in _TIME
