"""The whole plan as a table: all that the board shows, for the keyboard and for screen readers."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from planner.checks import Problem, Severity, check_of
from planner.model import Plan, Session
from planner.model.agenda import on_day, tray
from planner.text import (
    clock,
    contribution_name,
    date_brief,
    date_short,
    duration,
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
    mark("Length"),
    mark("Kind"),
    mark("Title"),
    mark("Room"),
    mark("Check"),
    mark("Contributors"),
    mark("Places"),
)
_DAY, _LENGTH, _KIND, _TITLE, _ROOM, _CHECK, _WHO = 0, 3, 4, 5, 6, 7, 8
_SHARES: Final = {_TITLE: (0.44, 180), _ROOM: (0.24, 110), _CHECK: (0.32, 120)}
"""What matters shares the width that is left: each a part of it, and at least so many pixels."""


class ListView(QWidget):
    """One row a session, in order of time, the tray last; selection is shared with the board."""

    edit_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ids: list[str] = []
        self._filling = False
        self._by_hand = False
        self._table = _Table(0, len(COLUMNS))
        self._table.resized.connect(self._fit)
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
        self._table.horizontalHeader().sectionResized.connect(self._note_hand)
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
        self._table.clearSpans()
        self._table.setRowCount(len(sessions))
        last: str | None = ""
        for row, session in enumerate(sessions):
            self._fill(row, plan, session, told.get(session.id, []), first=session.day != last or not session.scheduled)
            last = session.day
        self._filling = False
        if before is None or before.plan.id != plan.id:
            self._by_hand = False
        self._fit()
        self._show_selection()

    def _note_hand(self, column: int) -> None:
        if not self._filling and column < len(COLUMNS) - 1:  # the last one stretches by itself
            self._by_hand = True

    def _fit(self) -> None:
        """Give times and kinds what they need, and what matters the rest, until somebody draws a column wider."""
        if self._by_hand:
            return
        self._filling = True
        day = self._table.fontMetrics().horizontalAdvance("Mo., 30. Sept.") + 14
        for column in range(len(COLUMNS)):
            if column not in _SHARES:
                self._table.resizeColumnToContents(column)
                most = day if column == _DAY else 220 if column == _WHO else 160
                self._table.setColumnWidth(column, min(most, self._table.columnWidth(column)))
        rest = self._table.viewport().width() - sum(self._table.columnWidth(each) for each in range(_KIND + 1))
        for column, (share, least) in _SHARES.items():
            self._table.setColumnWidth(column, max(least, int(rest * share)))
        self._filling = False

    def _fill(self, row: int, plan: Plan, session: Session, problems: list[Problem], *, first: bool) -> None:
        t, index = self._context.t, self._context.findings.index(plan)
        rooms = (
            f"{room_name(plan, place.room, t)} · {seating_name(place.seating, t)}".rstrip(" ·")
            for place in session.places
        )
        scheduled = session.start is not None
        date = plan.day_by_id[session.day or ""].date if scheduled else None
        day = date_short(date, t) if date else t("Not yet scheduled")
        texts = (
            ("" if not first else date_brief(date, t) if date else day),
            clock(session.start) if session.start is not None else "",
            clock(session.end) if scheduled else "",
            duration(session.minutes),
            kind_name(plan.kind_of(session), t),
            session_name(plan, session, t),
            ", ".join(rooms),
            ", ".join(dict.fromkeys(t(check_of(problem).title) for problem in problems)),
            ", ".join(contribution_name(plan, each) for each in session.everyone()),
            free_sentence(index, session, t)[0],
        )
        whole = {_DAY: day, _CHECK: "\n".join(problem_sentence(plan, problem, t) for problem in problems)}
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(whole.get(column, text))
            if column in whole:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, whole[column])
            if column == _TITLE:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            if column == _CHECK and any(problem.severity == Severity.ERROR for problem in problems):
                item.setForeground(QBrush(QColor(self._context.theme.error)))
            self._table.setItem(row, column, item)
        if not scheduled:
            self._table.setSpan(row, _DAY, 1, _LENGTH)

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


class _Table(QTableWidget):
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is another width to share."""
        super().resizeEvent(event)
        self.resized.emit()
