"""The Qt model of the list; the texts of a row are computed on first access."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from planner.checks import Severity
from planner.text.list_words import ListContext
from planner.ui.list.cell_input import draft
from planner.ui.list.columns import COLUMNS, PLACE, CellEditing, ListColumn, row_words
from planner.ui.problems.row import SIGNS, severity_colour
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.plain_text import tip

Index = QModelIndex | QPersistentModelIndex
_ROLE: Final = Qt.ItemDataRole
_NONE: Final = QModelIndex()
MOST_STEPS: Final = 40
"""Up to so many rows are inserted or removed one by one; beyond, the model is reset."""
_EDITABLE: Final = {CellEditing.TYPE, CellEditing.TYPE_TIME, CellEditing.CHOOSE}


@dataclass(frozen=True)
class SessionRow:
    """The texts and marks of one row."""

    words: tuple[str, ...]
    whole: tuple[str, ...]
    name: str
    bar: str = ""
    rests: bool = False
    worst: Severity | None = None
    fixed: bool = False
    round: str = ""


class ListModel(QAbstractTableModel):
    """Sessions in the order they are given, and a last row for a new one."""

    def __init__(
        self, context: WidgetContext, change: Callable[[str, ListColumn, object], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._change = context, change
        self._seen: ListContext | None = None
        self._lines: dict[str, SessionRow] = {}
        self.ids: list[str] = []
        """The sessions' ids by row; "" is the row of a new session."""
        self._readers: Final[Mapping[int, Callable[[int, int], object]]] = {
            _ROLE.DisplayRole: self._display,
            _ROLE.EditRole: self._edited,
            _ROLE.ToolTipRole: self._tip,
            _ROLE.AccessibleTextRole: self._said,
            _ROLE.AccessibleDescriptionRole: self._described,
            _ROLE.ForegroundRole: self._ink,
            _ROLE.FontRole: self._font,
            _ROLE.CheckStateRole: self._check,
        }
        self._bold = QFont()
        self._bold.setBold(True)

    # What is shown

    def show(self, seen: ListContext, ids: list[str]) -> None:
        """Show other sessions; those that stay keep focus, selection and an open editor."""
        self._seen = seen
        self._lines.clear()
        ids = [*ids, ""]
        if ids == self.ids:
            self._tell_all()
        elif len(set(ids) ^ set(self.ids)) > MOST_STEPS:
            self.beginResetModel()
            self.ids = ids
            self.endResetModel()
        else:
            self._step_to(ids)
            self._tell_all()

    def line(self, row: int) -> SessionRow:
        """Return the texts and marks of a row."""
        one = self.ids[row]
        if one not in self._lines:
            self._lines[one] = self._made(one)
        return self._lines[one]

    def starts_day(self, row: int) -> bool:
        """Return whether a row is the first of its day, of the tray, or of new sessions."""
        return row == 0 or self._group(row) != self._group(row - 1)

    def _group(self, row: int) -> str:
        if self._seen is None or (session := self._seen.plan.session_by_id.get(self.ids[row])) is None:
            return ""
        return (session.day or "") if session.scheduled else "-"

    def _tell_all(self) -> None:
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(COLUMNS) - 1))

    def _step_to(self, ids: list[str]) -> None:
        staying = set(ids)
        for row in range(len(self.ids) - 1, -1, -1):
            if self.ids[row] not in staying:
                self.beginRemoveRows(_NONE, row, row)
                del self.ids[row]
                self.endRemoveRows()
        here = set(self.ids)
        self._order([one for one in ids if one in here])
        for row, one in enumerate(ids):
            if one not in here:
                self.beginInsertRows(_NONE, row, row)
                self.ids.insert(row, one)
                self.endInsertRows()

    def _order(self, ids: list[str]) -> None:
        if ids == self.ids:
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()  # with those that the selection has just made
        rows = {one: row for row, one in enumerate(ids)}
        moved = [self.index(rows[self.ids[index.row()]], index.column()) for index in kept]
        self.ids = ids
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _made(self, one: str) -> SessionRow:
        seen, t = self._seen, self._context.t
        session = seen.plan.session_by_id.get(one) if seen else None
        if seen is None or session is None:
            texts = [""] * len(COLUMNS)
            texts[PLACE["title"]] = t("New session …")
            return SessionRow(tuple(texts), tuple("" for _ in COLUMNS), t("New session"), rests=True)
        kind, told = seen.plan.kind_of(session), seen.told.get(one, ())
        texts = [column.say(seen, session) for column in COLUMNS]
        wholes = [column.whole(seen, session) if column.whole else texts[n] for n, column in enumerate(COLUMNS)]
        return SessionRow(
            tuple(texts),
            tuple(wholes),
            row_words(seen, session),
            kind.colour,
            kind.rests,
            told[0].severity if told else None,
            session.fixed,
            session.round or "",
        )

    # What Qt asks

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a cell can be selected, edited or checked."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return found
        way = COLUMNS[index.column()].way
        if way is CellEditing.TOGGLE and self.ids[index.row()]:
            return found | Qt.ItemFlag.ItemIsUserCheckable
        return found | Qt.ItemFlag.ItemIsEditable if way in _EDITABLE else found

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """Return a column's title, or a row's name for screen readers."""
        if role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._context.t(COLUMNS[section].title)
        return self.line(section).name if 0 <= section < len(self.ids) else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """Return a cell's data for a role; None for roles that are not used."""
        read = self._readers.get(role)
        return read(index.row(), index.column()) if read is not None and index.isValid() else None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:  # noqa: ANN401  # as Qt has it
        """Commit a cell's value; return whether the plan accepted it."""
        if role == _ROLE.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role != _ROLE.EditRole:
            return False
        return self.commit(self.ids[index.row()], COLUMNS[index.column()], value)

    def commit(self, session_id: str, column: ListColumn, value: object) -> bool:
        """Commit a value to a session's column, whatever its row is now; return whether the plan accepted it."""
        return self._change(session_id, column, value)

    def _display(self, row: int, column: int) -> str:
        if column == PLACE["day"] and not self.starts_day(row):
            return ""
        line = self.line(row)
        sign = f"{SIGNS[line.worst]} " if column == PLACE["check"] and line.worst else ""
        return sign + line.words[column]

    def _edited(self, row: int, column: int) -> str:
        seen = self._seen
        session = seen.plan.session_by_id.get(self.ids[row]) if seen else None
        return "" if seen is None or session is None else COLUMNS[column].typed(seen, session)

    def _tip(self, row: int, column: int) -> str:
        return tip(self.line(row).whole[column])

    def _said(self, row: int, column: int) -> str:
        t, title = self._context.t, self._context.t(COLUMNS[column].title)
        if not self.ids[row]:
            return t("{column} of a new session", column=title)
        return f"{title}: {self.line(row).whole[column] or t('empty')}"

    def _described(self, row: int, _column: int) -> str:
        return self.line(row).name

    def _ink(self, row: int, column: int) -> QBrush | None:
        line, theme = self.line(row), self._context.theme
        if column == PLACE["check"] and line.worst:
            return QBrush(severity_colour(self._context, line.worst))
        return QBrush(QColor(theme.muted)) if line.rests and column != PLACE["day"] else None

    def _font(self, row: int, column: int) -> QFont | None:
        bold = column == PLACE["day"] or (column == PLACE["title"] and not self.line(row).rests)
        return self._bold if bold else None

    def _check(self, row: int, column: int) -> Qt.CheckState | None:
        if COLUMNS[column].way is not CellEditing.TOGGLE or not self.ids[row]:
            return None
        return Qt.CheckState.Checked if self.line(row).fixed else Qt.CheckState.Unchecked

    def choices(self, row: int, column: int) -> list[tuple[object, str]]:
        """Return what can be chosen in a cell."""
        seen, made = self._seen, COLUMNS[column].choices
        if seen is None or made is None or not seen.plan.kinds:
            return []
        return made(seen, seen.plan.session_by_id.get(self.ids[row]) or draft(seen.plan, "new"))

    def chosen(self, row: int, column: int) -> object:
        """Return the value that is chosen in a cell; None for none."""
        session = self._seen.plan.session_by_id.get(self.ids[row]) if self._seen else None
        return None if session is None else COLUMNS[column].chosen(session)

    def known(self, column: int) -> list[str]:
        """Return the words that are completed while typing."""
        return COLUMNS[column].known(self._seen) if self._seen else []
