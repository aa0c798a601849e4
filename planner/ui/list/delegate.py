"""How a cell of the list is drawn and edited."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QLineF,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from planner.ui.list.columns import COLUMNS, PLACE, CellEditing, ListColumn
from planner.ui.list.editors import ChoiceEditor, LineEditor, OpenCell
from planner.ui.list.model import ListModel
from planner.ui.quick_add.line import QUICK_FIELD, QUICK_FORM
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import identify

Index = QModelIndex | QPersistentModelIndex
BAR: Final = 4
INDENT: Final = 12
GONE: Final = "gone"
CLOSED: Final = "closed"
"""Property of an editor that the user closed, as opposed to one whose row was removed."""


class CellDelegate(QStyledItemDelegate):
    """Creates cell editors, and draws lines for days, rounds and focus, since colours alone are not enough."""

    step_requested = Signal(int)
    """Tab was pressed in a field that could be closed: go so many cells further."""
    refused = Signal(str, QRect)
    """A sentence why an answer cannot be taken, and where its field stands in the viewport."""

    def __init__(
        self,
        context: WidgetContext,
        model: ListModel,
        refusal: Callable[[str, ListColumn, object], str],
        table: QTableView,
    ) -> None:
        super().__init__(table)
        self._context, self._model, self._refusal, self._table = context, model, refusal, table
        self.search = ""
        """The typed letter that opened a list of choices."""

    # Answering

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Create an editor whose accessible name is the column and the session."""
        column, t = COLUMNS[index.column()], self._context.t
        name = f"{t(column.title)}, {self._model.line(index.row()).name}"
        cell = OpenCell(self._model.ids[index.row()], column)
        if column.way is CellEditing.CHOOSE:
            made = ChoiceEditor(cell, name, self.search, parent)
            made.chosen.connect(lambda: self._end(made, commit=True))
            made.left.connect(lambda: self._end(made, commit=False))
            return made
        line, session = LineEditor(cell, name, self._model.known(index.column()), parent), cell.session
        field, form = (column.id, "") if session else (QUICK_FIELD, QUICK_FORM)  # a new session is typed there as well
        identify(line, field, label=t(column.title), entry=session, form=form)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the plan's value, unless the user has already edited the text."""
        if isinstance(editor, ChoiceEditor):
            if editor.count():
                return
            for value, words in self._model.choices(index.row(), index.column()):
                editor.addItem(words, value)
            here = self._model.chosen(index.row(), index.column())
            found = [n for n in range(editor.count()) if editor.itemData(n) == here]
            editor.setCurrentIndex(found[0] if found else 0)
        elif isinstance(editor, LineEditor):
            waiting = self._context.view.kept.get((editor.cell.session, editor.cell.column.attribute), "")
            editor.show_value(str(index.data(Qt.ItemDataRole.EditRole) or ""), waiting)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        """Commit to the cell that the editor was opened for, if the text was edited."""
        if isinstance(editor, LineEditor) and editor.edited:
            self._commit(editor.cell, editor.take_text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Keep and announce edited text whose row was removed, for example by another input."""
        if isinstance(editor, LineEditor) and editor.edited and not editor.property(CLOSED):
            self._keep(editor.cell, editor.text())
            gone = self._context.t("“{text}” was not applied: its row no longer exists.", text=editor.text()[:60])
            self._context.view.say(gone)
        editor.setProperty(GONE, True)
        super().destroyEditor(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Make an editor wide enough for its content."""
        place = QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue]  # the stubs lack it
        least = editor.sizeHint().width() if isinstance(editor, ChoiceEditor) else 76
        place.setWidth(max(place.width(), min(least, 320)))
        room = self._table.viewport().width() - place.width()
        place.moveLeft(max(0, min(place.left(), room)))
        editor.setGeometry(place)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Commit by Enter or Tab; a refused input keeps the editor open with the text as typed."""
        if isinstance(editor, LineEditor) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish(editor)
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                if self._finish(editor):
                    self.step_requested.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
        return super().eventFilter(editor, event)

    def _finish(self, editor: LineEditor) -> bool:
        cell, place = editor.cell, editor.geometry()
        if editor.edited and (sentence := self._refusal(cell.session, cell.column, editor.text())):
            self.refused.emit(sentence, place)
            editor.selectAll()
            return False
        self._end(editor, commit=True)
        return True

    def _end(self, editor: LineEditor | ChoiceEditor, *, commit: bool) -> None:
        """Close an editor before its value is committed, since the commit may remove the row."""
        cell = editor.cell
        if isinstance(editor, LineEditor):
            commit, value = commit and editor.edited, editor.take_text()
        else:
            value = editor.currentData()
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        if commit:
            self._commit(cell, value)

    def _commit(self, cell: OpenCell, value: object) -> None:
        """Commit a value; a refused text is kept and shown when the cell is edited again."""
        taken = self._model.commit(cell.session, cell.column, value)
        self._keep(cell, "" if taken else str(value))

    def _keep(self, cell: OpenCell, text: str) -> None:
        if cell.column.attribute:
            self._context.view.keep(cell.session, cell.column.attribute, text)

    # Drawing

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Suppress Qt's focus ring; paint() draws its own."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]  # the stubs lack it

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell's text, the kind's bar, the line above a day, the bracket of a round and the focus ring."""
        shown: Any = option  # the stubs lack its fields
        whole, line, theme = QRect(shown.rect), self._model.line(index.row()), self._context.theme
        if index.column() == PLACE["title"] and line.round:
            shown.rect = whole.adjusted(INDENT, 0, 0, 0)
        super().paint(painter, option, index)
        painter.save()
        if index.column() == first_column(self._table) and line.bar:
            painter.fillRect(QRect(whole.left(), whole.top() + 1, BAR, whole.height() - 2), theme.bar(line.bar))
        if index.row() and self._model.starts_day(index.row()):
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.drawLine(whole.topLeft(), whole.topRight())
        if index.column() == PLACE["title"] and line.round:
            self._bracket(painter, whole, index.row(), line.round)
        if _is_current(self._table, index):
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(whole.adjusted(1, 1, -1, -1))
        painter.restore()

    def _bracket(self, painter: QPainter, whole: QRect, row: int, round_: str) -> None:
        """Draw the bracket beside the sessions of a round, closed above the first and below the last."""
        rows = len(self._model.ids)
        first = row == 0 or self._model.line(row - 1).round != round_
        last = row == rows - 1 or self._model.line(row + 1).round != round_
        painter.setPen(QPen(QColor(self._context.theme.muted), 1.5))
        left, top, bottom = whole.left() + 6.5, float(whole.top()), float(whole.bottom() + 1)
        top, bottom = top + (5 if first else 0), bottom - (5 if last else 0)
        painter.drawLine(QLineF(left, top, left, bottom))
        for edge, y in ((first, top), (last, bottom)):
            if edge:
                painter.drawLine(QLineF(left, y, left + 5, y))


def first_column(table: QTableView) -> int:
    """Return the first column that is not hidden."""
    return next((column for column in range(len(COLUMNS)) if not table.isColumnHidden(column)), 0)


def _is_current(table: QTableView, index: Index) -> bool:
    """Return whether a cell has the keyboard focus."""
    current = table.currentIndex()
    return table.hasFocus() and (index.row(), index.column()) == (current.row(), current.column())
