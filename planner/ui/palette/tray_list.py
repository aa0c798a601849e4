"""The list widget of the tray, drawn like the entries of the palette."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.ui.palette.drag import BETWEEN, SESSION_MIME
from planner.ui.palette.entry import EntryLook
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.plain_text import tip

GAP = 5
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class TrayEntry:
    """A session in the tray: how it is drawn, named and searched."""

    session: str
    look: EntryLook
    kind: str
    text: str


class TrayModel(QAbstractListModel):
    """The unscheduled sessions that match the search."""

    def __init__(self, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._hint = hint
        self.rows: tuple[TrayEntry, ...] = ()

    def show_rows(self, rows: tuple[TrayEntry, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Allow dragging of all rows."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's
        """Return title, accessible text or tool tip."""
        entry = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.look.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.look.title}, {entry.kind}, {entry.look.length}"
            case Qt.ItemDataRole.ToolTipRole:
                return tip(f"{entry.look.title}\n{self._hint}")
            case _:
                return None


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, context: WidgetContext, view: "TrayList") -> None:
        super().__init__(view)
        self._theme, self._view = context.theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of an entry in the column, with the gap below it."""
        width = self._view.viewport().width()
        return QSize(width, self._view.rows[index.row()].look.height(self._view.font(), width) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an entry, with a ring if it is current or selected."""
        state, found = QStyle.StateFlag, QStyleOptionViewItem(option)
        flags: QStyle.StateFlag = found.state  # pyright: ignore[reportAttributeAccessIssue]  # the stubs lack it
        here = bool(flags & state.State_HasFocus) or index.row() in self._view.chosen()
        painter.save()
        painter.setFont(self._view.font())
        box = found.rect.adjusted(0, 0, 0, -GAP)  # pyright: ignore[reportAttributeAccessIssue]
        lit = bool(flags & state.State_MouseOver)
        self._view.rows[index.row()].look.draw(painter, box, self._theme, ring=here, lit=lit)
        painter.restore()


class TrayList(QListView):
    """Emits what the user selects, activates or deletes; knows nothing of the plan."""

    picked = Signal()
    entered_rows = Signal()
    delete_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._model = TrayModel(t("Drag onto the day, or press Enter to insert it after the selection"), self)
        self.setModel(self._model)
        self.setItemDelegate(_EntryDelegate(context, self))
        self.setObjectName("trayList")
        self.setAccessibleName(t("Unscheduled"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._silent = False
        self.selectionModel().selectionChanged.connect(self._tell)

    @property
    def rows(self) -> tuple[TrayEntry, ...]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: tuple[TrayEntry, ...], selected: Sequence[str]) -> None:
        """Replace the rows, keeping the scroll position and the current session, or else the current row."""
        if rows != self.rows:
            at, place = self.currentIndex().row(), self.verticalScrollBar().value()
            current = self.rows[at].session if 0 <= at < len(self.rows) else ""
            self._silent = True
            self._model.show_rows(rows)
            known = next((row for row, shown in enumerate(rows) if shown.session == current), at)
            if rows and at >= 0:
                index = self._model.index(min(known, len(rows) - 1))
                self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)
            self.doItemsLayout()
            self.verticalScrollBar().setValue(place)
        self.mark(selected)

    def mark(self, selected: Sequence[str]) -> None:
        """Select the rows of these sessions without emitting a signal."""
        self._silent = True
        flags = self.selectionModel().SelectionFlag
        if {self.rows[row].session for row in self.chosen()} != set(selected) & {shown.session for shown in self.rows}:
            self.selectionModel().clearSelection()
            for row, shown in enumerate(self.rows):
                if shown.session in selected:
                    self.selectionModel().select(self._model.index(row), flags.Select)
        self._silent = False

    def chosen(self) -> tuple[int, ...]:
        """Return the selected rows, from the top."""
        return tuple(sorted(index.row() for index in self.selectionModel().selectedIndexes()))

    def sessions(self) -> tuple[str, ...]:
        """Return the ids of the selected sessions, or of the current one if none is selected."""
        rows = self.chosen() or ((self.currentIndex().row(),) if self.currentIndex().isValid() else ())
        return tuple(self.rows[row].session for row in rows)

    def heights(self, width: int, most: int) -> list[int]:
        """Return the heights of the first entries, as many as fill a given height at a width."""
        found: list[int] = []
        for shown in self.rows:
            found.append(shown.look.height(self.font(), width) + GAP)
            if sum(found) > most and len(found) > 1:
                break
        return found

    def event(self, event: QEvent) -> bool:
        """Keep keys handled here from triggering commands of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _deletes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Schedule by Enter, delete by Del."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_rows.emit()
        elif _deletes(event):
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Request a menu at the mouse, or at the current entry if a key asked for it."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
            self.menu_requested.emit(self.viewport().mapToGlobal(at))
        elif self.indexAt(event.pos()).isValid():
            self.menu_requested.emit(event.globalPos())

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the current entry, shown by its picture, with all selected ones."""
        index = self.currentIndex()
        if not index.isValid():
            return
        box = self.visualRect(index).adjusted(0, 0, 0, -GAP)
        first, chosen = self.rows[index.row()].session, self.sessions()
        ids = (first, *(session_id for session_id in chosen if session_id != first)) if first in chosen else (first,)
        drag, data = QDrag(self), QMimeData()
        data.setData(SESSION_MIME, QByteArray(BETWEEN.join(ids).encode()))
        drag.setMimeData(data)
        picture = QPixmap(box.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        self.viewport().render(picture, QPoint(), box)
        drag.setPixmap(picture)
        drag.exec(Qt.DropAction.CopyAction)

    def _tell(self) -> None:
        self.viewport().update()
        if not self._silent:
            self.picked.emit()


def _deletes(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Delete and not event.modifiers()
