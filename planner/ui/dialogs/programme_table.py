"""The table of rows read from a programme, to be selected and corrected before the import."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from planner.importers import DOUBTS, Doubt, ParsedProgramme, ParsedRow
from planner.model import KINDS, Kind, Plan, Session
from planner.model.time import DAY
from planner.text import Language, clock, kind_name, mark, parse_clock
from planner.text.field_names import FIELD_LABELS
from planner.text.midnight import typed_end, typed_start
from planner.text.too_long import too_long
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.plain_text import tip

COLUMNS: Final = (
    FIELD_LABELS["day"],
    FIELD_LABELS["start"],
    FIELD_LABELS["end"],
    FIELD_LABELS["kind"],
    FIELD_LABELS["title"],
    FIELD_LABELS["places"],
    FIELD_LABELS["contributions"],
    mark("Unclear"),
)
DAY_, START, END, KIND, TITLE, ROOM, PEOPLE, UNCLEAR = range(8)
_WIDTHS: Final = {DAY_: 136, START: 62, END: 62, KIND: 122, ROOM: 130, PEOPLE: 170, UNCLEAR: 240}
_OF_TIME: Final = {
    Doubt.NO_TIME, Doubt.NO_START, Doubt.ODD_TIME, Doubt.ABOUT, Doubt.BACKWARDS, Doubt.SAME_TIME,
}  # fmt: skip
_EDITABLE: Final = {START, END, KIND, TITLE}
_Index = QModelIndex | QPersistentModelIndex


class ProgrammeTable(QTableWidget):
    """Shows one line per row with a checkbox; times, kind and title can be edited."""

    changed = Signal()
    refused = Signal(str)
    """Emitted with the reason for a refused edit; the cell keeps its old value."""

    def __init__(self, plan: Plan, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(0, len(COLUMNS), parent)
        self._t, self._rows, self._filling = t, list[ParsedRow](), False
        known = {kind.id: kind for kind in (*plan.kinds, *KINDS)}
        self._kinds = known
        self.setHorizontalHeaderLabels([t(words) for words in COLUMNS])
        self.setAccessibleName(t("Sessions that were understood"))
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(self.editTriggers() | QTableWidget.EditTrigger.SelectedClicked)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.setItemDelegate(_LineDelegate(t, self))
        self.setItemDelegateForColumn(KIND, _KindDelegate(tuple(known.values()), t, self))
        self.itemChanged.connect(self._on_changed)

    def show_rows(self, programme: ParsedProgramme, day_words: Callable[[int], str]) -> None:
        """Show rows, all ticked, with days named by the function."""
        self._filling = True
        self._rows = list(programme.rows)
        self.setRowCount(len(self._rows))
        for place, row in enumerate(self._rows):
            for column in range(len(COLUMNS)):
                item = QTableWidgetItem()
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                if column in _EDITABLE:
                    flags |= Qt.ItemFlag.ItemIsEditable
                if column == DAY_:
                    flags |= Qt.ItemFlag.ItemIsUserCheckable
                    item.setCheckState(Qt.CheckState.Checked)
                    item.setText(day_words(row.day))
                item.setFlags(flags)
                self.setItem(place, column, item)
            self._show(place)
        self._filling = False
        self.setColumnHidden(UNCLEAR, not any(row.doubts for row in self._rows))  # titles need the room
        self.changed.emit()

    def name_days(self, day_words: Callable[[int], str]) -> None:
        """Show other names of the days."""
        self._filling = True
        for place, row in enumerate(self._rows):
            if item := self.item(place, DAY_):
                item.setText(day_words(row.day))
        self._filling = False

    def show_entry(self, entry: str) -> None:
        """Open the editor of a cell, given as row and column."""
        if len(place := [int(part) for part in entry.split() if part.isdecimal()]) == 2 and (item := self.item(*place)):
            self.setCurrentItem(item)
            self.editItem(item)

    def objection(self) -> str:
        """Return which ticked title is too long, in words; empty if none is."""
        for place, row in enumerate(self._rows, 1):
            sentence = too_long(Session, "title", self._t, row.title) if self._ticked(place - 1) else ""
            if sentence:
                return self._t("Row {number}: {sentence}", number=place, sentence=sentence)
        return ""

    def taken(self) -> tuple[ParsedRow, ...]:
        """Return the ticked rows with their corrections."""
        return tuple(row for place, row in enumerate(self._rows) if self._ticked(place))

    def _ticked(self, place: int) -> bool:
        item = self.item(place, DAY_)
        return item is not None and item.checkState() == Qt.CheckState.Checked

    def _show(self, place: int) -> None:
        """Fill the cells of a row."""
        row, t = self._rows[place], self._t
        unclear = "; ".join(t(DOUBTS[doubt]) for doubt in row.doubts)
        cells = {
            START: "" if row.start is None else clock(row.start),
            END: "" if row.end is None else clock(row.end),
            KIND: kind_name(self._kinds[row.kind], t),
            TITLE: row.title,
            ROOM: ", ".join(row.rooms),
            PEOPLE: ", ".join(who.name for who in row.people),
            UNCLEAR: t("unclear: {doubts}", doubts=unclear) if unclear else "",
        }
        for column, words in cells.items():
            if item := self.item(place, column):
                item.setText(" ".join(words.split()))
                item.setToolTip(tip(row.source if column != UNCLEAR else cells[UNCLEAR]))

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if self._filling:
            return
        place, text = item.row(), item.text().strip()
        row = self._rows[place]
        refused = ""
        try:
            self._rows[place] = self._mended(row, item, text)
        except ValueError as error:
            refused = str(error)
        self.refused.emit(refused or self.objection())
        self._filling = True
        self._show(place)
        self._filling = False
        self.setColumnHidden(UNCLEAR, not any(row.doubts for row in self._rows))  # titles need the room
        self.changed.emit()

    def _mended(self, row: ParsedRow, item: QTableWidgetItem, text: str) -> ParsedRow:
        match item.column():
            case column if column == KIND:
                chosen = item.data(Qt.ItemDataRole.UserRole)
                return replace(row, kind=chosen) if chosen in self._kinds else row
            case column if column == TITLE:
                return replace(row, title=text)
            case column if column in {START, END}:
                return self._with_time(row, text, start=column == START)
            case _:
                return row

    def _with_time(self, row: ParsedRow, text: str, *, start: bool) -> ParsedRow:
        t, minute = self._t, parse_clock(text)
        if minute is None and text:
            raise ValueError(t("“{text}” is not a time of day; it stays as it was.", text=text))
        clear = tuple(doubt for doubt in row.doubts if doubt not in _OF_TIME)
        if minute is None and start:
            return replace(row, start=None, end=None, doubts=(Doubt.NO_TIME, *clear))
        if minute is None:
            return row
        if start:
            usual = self._kinds[row.kind].minutes if row.length is None else row.length
            length = usual if row.start is None or row.end is None else row.end - row.start
            begin = typed_start(minute, row.start)
            return replace(row, start=begin, end=begin + length, doubts=clear)
        if row.start is None:
            raise ValueError(t("An end needs a start; enter the start first."))
        end = typed_end(minute, row.start)
        if not 0 <= end - row.start <= DAY:
            raise ValueError(t("{end} is before the start; it stays as it was.", end=clock(minute)))
        return replace(row, end=end, doubts=clear)


class _LineDelegate(QStyledItemDelegate):
    """The editor of times and titles."""

    def __init__(self, t: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._t = t

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """Return a text line."""
        made = super().createEditor(parent, option, index)
        made.setAccessibleName(self._t(COLUMNS[index.column()]))
        return identify(made, "cell", entry=f"{index.row()} {index.column()}")


class _KindDelegate(QStyledItemDelegate):
    """The editor of kinds."""

    def __init__(self, kinds: tuple[Kind, ...], t: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._kinds, self._t = kinds, t

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index) -> QWidget:
        """Return a combo box of all kinds."""
        made = QComboBox(parent)
        made.setAccessibleName(self._t(FIELD_LABELS["kind"]))
        for kind in self._kinds:
            made.addItem(kind_name(kind, self._t), kind.id)
        made.activated.connect(lambda: self.commitData.emit(made))
        return made

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Select the cell's kind."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Store the chosen kind."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.UserRole)
