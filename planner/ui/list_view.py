"""The whole plan as a table: all that the board shows, for the keyboard and for screen readers."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from planner.checks import Problem, Severity
from planner.model import Plan, Session
from planner.model.agenda import on_day, tray
from planner.text import (
    clock,
    contribution_name,
    date_short,
    kind_name,
    mark,
    problem_sentence,
    room_name,
    seating_name,
    session_name,
)
from planner.text.arithmetic import free_sentence
from planner.ui.context import Context
from planner.workspace import State

COLUMNS: Final = (
    mark("Day"),
    mark("Start"),
    mark("End"),
    mark("Kind"),
    mark("Title"),
    mark("Contributors"),
    mark("Room"),
    mark("Places"),
    mark("Check"),
)
_TITLE: Final = 4
_WIDEST: Final = {_TITLE: 330, 5: 190, 6: 200}
"""Columns that long words would make too wide, in pixels; each can be drawn wider by hand."""


class ListView(QWidget):
    """One row a session, in order of time, the tray last; selection is shared with the board."""

    edit_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ids: list[str] = []
        self._filling = False
        self._table = QTableWidget(0, len(COLUMNS))
        self._table.setHorizontalHeaderLabels([context.t(words) for words in COLUMNS])
        self._table.setAccessibleName(context.t("List of all sessions"))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setAlternatingRowColors(True)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._table.itemSelectionChanged.connect(self._tell)
        self._table.itemActivated.connect(lambda item: self.edit_requested.emit(self._ids[item.row()]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)
        self.setFocusProxy(self._table)
        context.view.selection_changed.connect(self._show_selection)

    def render(self, before: State | None, after: State) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Fill the table; its columns keep their widths."""
        plan = after.plan
        if before is not None and before.plan is plan:
            return
        sessions = [session for day in plan.days for session in on_day(plan, day.id)] + list(tray(plan))
        told: dict[str, list[Problem]] = {}
        for problem in self._context.findings.problems(plan):
            if not problem.accepted:
                for subject in problem.subjects:
                    told.setdefault(subject, []).append(problem)
        self._filling = True
        self._ids = [session.id for session in sessions]
        self._table.setRowCount(len(sessions))
        for row, session in enumerate(sessions):
            self._fill(row, plan, session, told.get(session.id, []))
        if before is None or before.plan.id != plan.id:
            self._table.resizeColumnsToContents()
            for column in range(len(COLUMNS)):
                most = _WIDEST.get(column, 160)
                self._table.setColumnWidth(column, min(most, self._table.columnWidth(column)))
        self._filling = False
        self._show_selection()

    def _fill(self, row: int, plan: Plan, session: Session, problems: list[Problem]) -> None:
        t, index = self._context.t, self._context.findings.index(plan)
        rooms = (
            f"{room_name(plan, place.room, t)} · {seating_name(place.seating, t)}".rstrip(" ·")
            for place in session.places
        )
        scheduled = session.start is not None
        texts = (
            date_short(plan.day_by_id[session.day or ""].date, t) if scheduled else t("Not yet scheduled"),
            clock(session.start) if session.start is not None else "",
            clock(session.end) if scheduled else f"{session.minutes} min",
            kind_name(plan.kind_of(session), t),
            session_name(plan, session, t),
            ", ".join(contribution_name(plan, each) for each in session.everyone()),
            ", ".join(rooms),
            free_sentence(index, session, t)[0],
            " ".join(problem_sentence(plan, problem, t) for problem in problems),
        )
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if column == _TITLE:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            if column == len(COLUMNS) - 1 and any(problem.severity == Severity.ERROR for problem in problems):
                item.setForeground(QBrush(QColor(self._context.theme.error)))
            self._table.setItem(row, column, item)

    def _tell(self) -> None:
        if self._filling:
            return
        rows = sorted({index.row() for index in self._table.selectionModel().selectedRows()})
        chosen = [self._ids[row] for row in rows]
        if chosen:
            day = self._context.workspace.plan.session_by_id[chosen[-1]].day
            if day is not None:
                self._context.view.show_day(day)
        self._context.view.select(*chosen)

    def _show_selection(self) -> None:
        self._filling = True
        rows = [row for row, session in enumerate(self._ids) if session in self._context.view.selection]
        model = self._table.selectionModel()
        if rows != sorted({index.row() for index in model.selectedRows()}):
            model.clearSelection()
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            for row in rows:
                model.select(self._table.model().index(row, 0), flags)
            if rows and (item := self._table.item(rows[0], _TITLE)):
                self._table.setCurrentItem(item, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._filling = False
