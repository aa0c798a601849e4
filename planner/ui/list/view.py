"""The list view: everything that the board shows and edits, accessible by keyboard and screen reader."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.checks import Problem
from planner.model import Plan
from planner.model.agenda import on_day, tray
from planner.text.list_words import ListContext
from planner.ui.list.cell_dialogs import SessionPeopleDialog, SessionRoomsDialog
from planner.ui.list.cell_input import CellInput
from planner.ui.list.columns import COLUMNS, PLACE, SEVERAL, ListColumn
from planner.ui.list.filter_line import FilterLine
from planner.ui.list.model import ListModel
from planner.ui.list.table import ListTable
from planner.ui.list.widths import Widths
from planner.ui.services.context import WidgetContext
from planner.ui.services.window_settings import WindowSettings
from planner.workspace import State

MANY: Final = 30


class ListView(QWidget):
    """Shows one row per session in order of time, the tray last; the selection is shared with the board."""

    edit_requested = Signal(str)

    def __init__(
        self, context: WidgetContext, window_settings: WindowSettings | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._filling = self._quiet = False
        self._input = CellInput(context, self._seen)
        self.model = ListModel(context, self._change, self)
        self.filter = FilterLine(context)
        self.table = ListTable(context, self.model, self._input.refusal)
        self.columns = Widths(context, self.table, window_settings)
        self.table.resized.connect(self.columns.fit)
        self.table.opened.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self._tell)
        self.filter.changed.connect(self._filter)
        self.filter.left.connect(self._enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filter)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.table.entered_by_key.connect(self._take_current)
        context.view.selection_changed.connect(self._show_selection)
        context.view.hint_changed.connect(self._said)

    def show_state(self, before: State | None, after: State) -> None:
        """Show the plan; the texts of a row are computed when it becomes visible."""
        if before is None or before.plan is not after.plan:
            if before is not None and before.plan.id != after.plan.id:
                self.filter.clear()
            self._fill(after.plan)

    def finish(self) -> None:
        """Commit the text of a cell editor that is still open."""
        self.table.finish()

    # What is seen

    def _seen(self) -> ListContext:
        plan, found = self._context.workspace.plan, self._context.problem_cache
        told: dict[str, list[Problem]] = {}
        for problem in found.problems(plan):
            if not problem.accepted:
                for subject in problem.subjects:
                    told.setdefault(subject, []).append(problem)
        return ListContext(plan, found.index(plan), told, self._context.t)

    def _fill(self, plan: Plan) -> None:
        seen, self._filling = self._seen(), True
        if len(self._context.view.selection) > MANY:
            self.table.selectionModel().clearSelection()  # Qt would take each cell of it along
        sessions = [session for day in plan.days for session in on_day(plan, day.id)] + list(tray(plan))
        if self.filter.active:
            sessions = [session for session in sessions if self.filter.keeps(seen, session)]
        self.model.show(seen, [session.id for session in sessions])
        words = self.filter.tell(len(sessions), len(plan.sessions))
        self.table.setAccessibleName(self._context.t("List of all sessions, {count}", count=words))
        if not self.table.currentIndex().isValid() and self.model.ids:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.table.selectionModel().setCurrentIndex(self.model.index(0, PLACE["title"]), flag)
        self._filling = False
        self._show_selection()
        QTimer.singleShot(0, self, self._take_current)  # once all views show the plan

    def _filter(self) -> None:
        self._fill(self._context.workspace.plan)

    def _enter(self) -> None:
        """Move the focus from the filter to the table."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.table.currentIndex().isValid() or not self.table.selectionModel().hasSelection():
            self.table.setCurrentIndex(self.model.index(0, PLACE["title"]))

    # What is changed

    def _change(self, session_id: str, column: ListColumn, value: object) -> bool:
        if value == SEVERAL:
            QTimer.singleShot(0, self, lambda: self._ask_rooms(session_id, column))  # after the cell editor has closed
            return False
        result = self._input.commit(session_id, column, value)
        if isinstance(result, str):
            if result:
                self.table.refuse(result)
            return False
        if not session_id:
            self._go(result.ids[0], column)
        self.table.bring(self.table.currentIndex().row())
        return True

    def _ask_rooms(self, session_id: str, column: ListColumn) -> None:
        session = self._context.workspace.plan.session_by_id.get(session_id)
        taken = tuple(place.room for place in session.places) if session else ()
        dialog = SessionRoomsDialog(self._context, taken, self)
        if dialog.exec():
            self._change(session_id, column, dialog.rooms())

    def _go(self, session_id: str, column: ListColumn) -> None:
        if session_id in self.model.ids:
            index = self.model.index(self.model.ids.index(session_id), PLACE[column.id])
            self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _open(self, row: int, column: int) -> None:
        session_id, context = self.model.ids[row], self._context
        if not session_id:
            context.view.say(context.t("Give the new session a title or a time first."))
        elif COLUMNS[column].id != "people":
            self.edit_requested.emit(session_id)
        else:
            SessionPeopleDialog(context, session_id, self).exec()

    def _said(self, sentence: str) -> None:
        """Announce the status line to screen readers while this view is visible."""
        if sentence and not self._quiet and self.isVisible() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.table, sentence))

    # What is selected

    def _take_current(self) -> None:
        """Select the current row if nothing is selected, so that commands act on the focused session."""
        row, view = self.table.currentIndex().row(), self._context.view
        if self.table.hasFocus() and not view.selection and row >= 0 and self.model.ids[row]:
            hint, self._quiet = view.hint, True
            self.table.choose_rows([row])
            view.say(hint)  # keep the last message
            self._quiet = False

    def _tell(self) -> None:
        if self._filling:
            return
        chosen = [self.model.ids[row] for row in self.table.chosen_rows() if self.model.ids[row]]
        if chosen:
            day = self._context.workspace.plan.session_by_id[chosen[-1]].day
            if day is not None:
                self._context.view.show_day(day)
        self._filling = True
        self._context.view.select(*chosen)
        self._filling = False

    def _show_selection(self) -> None:
        if self._filling:
            return
        selection, model = set(self._context.view.selection), self.table.selectionModel()
        rows = [row for row, session in enumerate(self.model.ids) if session in selection]
        if rows == self.table.chosen_rows():
            return
        self._filling = True
        here, flag = self.table.currentIndex(), QItemSelectionModel.SelectionFlag
        self.table.choose_rows(rows)
        if rows and here.row() not in rows:
            column = here.column() if here.isValid() else PLACE["title"]
            model.setCurrentIndex(self.model.index(rows[0], column), flag.NoUpdate)
            self.table.bring(rows[0])
        self._filling = False
