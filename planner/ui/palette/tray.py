"""The tray below the palette: the sessions that have no time yet."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from planner.model import Plan, Session
from planner.model.agenda import tray
from planner.model.edits import schedule_sessions
from planner.text import duration, kind_name, session_name
from planner.text.consequence import consequence, short_name
from planner.text.names import session_words
from planner.ui.palette.drag import next_start
from planner.ui.palette.entry import EntryLook
from planner.ui.palette.tray_list import TrayEntry, TrayList
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import mark_search
from planner.ui.widgets.plain_text import Label
from planner.workspace import State

FEW: Final = 6
"""Up to so many sessions, the search field is hidden."""


class Tray(QFrame):
    """Always visible at the foot of the palette; sorted by kind, then in the plan's order."""

    menu_requested = Signal(QPoint)
    delete_requested = Signal()

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._context = context
        self._known: tuple[TrayEntry, ...] = ()
        self._behind = ""
        """Id of the scheduled session selected last; sessions scheduled by Enter go after it."""
        self.setObjectName("traySide")
        self._title = Label()
        self._title.setObjectName("heading")
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(t("Title, kind or name"))
        self._filter.setAccessibleName(t("Search unscheduled sessions"))
        mark_search(self._filter)
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._show)
        self._filter.installEventFilter(self)
        self.entries = TrayList(context)
        self.entries.picked.connect(self._pick)
        self.entries.entered_rows.connect(self._schedule)
        self.entries.delete_requested.connect(self._delete)
        self.entries.menu_requested.connect(self._menu)
        self._empty = Label()
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._lay_out()
        context.view.selection_changed.connect(self._follow)

    def _lay_out(self) -> None:
        self._frame = frame = QFrame()
        frame.setObjectName("tray")
        self._inner = QVBoxLayout(frame)
        self._inner.setContentsMargins(8, 8, 8, 4)
        self._inner.addWidget(self.entries)
        self._inner.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(6)
        for widget in (self._title, self._filter, frame):
            column.addWidget(widget)

    def show_state(self, before: State | None, after: State) -> None:
        """Show the unscheduled sessions."""
        plan = after.plan
        if before is not None and before.plan is plan:
            return
        if before is not None and before.plan.id != plan.id:
            self._filter.clear()
        order = {kind.id: place for place, kind in enumerate(plan.kinds)}
        waiting = sorted(tray(plan), key=lambda session: order[session.kind])
        self._known = tuple(self._waiting(plan, session) for session in waiting)
        self._show()

    def fit(self, height: int) -> None:
        """Fit the height to the entries: at least two of them, at most a third of the given height."""
        self.ensurePolished()
        most = height // 3 - 12
        heights = self.entries.heights(max(80, self.width() - 42), most)
        self.entries.setFixedHeight(min(sum(heights), max(sum(heights[:2]), most)))

    def highlight(self, *, on: bool) -> None:
        """Show or hide the mark of a drop target."""
        if self._frame.property("lit") != on:
            self._frame.setProperty("lit", on)
            self._frame.style().unpolish(self._frame)
            self._frame.style().polish(self._frame)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move from the search field to the entries by Down or Enter; clear it by Esc."""
        if watched is self._filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.entries.rows:
                self.entries.setFocus(Qt.FocusReason.TabFocusReason)
                self.entries.setCurrentIndex(self.entries.model().index(0, 0))
                return True
            if event.key() == Qt.Key.Key_Escape and self._filter.text():
                self._filter.clear()
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        t, words, known = self._context.t, self._filter.text().casefold().split(), self._known
        rows = tuple(row for row in known if all(word in row.text for word in words))
        self._filter.setVisible(len(known) > FEW or bool(words))
        title = t("Unscheduled ({number})", number=len(known))
        if len(rows) != len(known):
            title = t("Unscheduled ({found} of {number})", found=len(rows), number=len(known))
        self._title.setText(title)
        self._empty.setText(t("No match.") if known else t("Drag sessions without a time here."))
        self._empty.setVisible(not rows)
        self.entries.setVisible(bool(rows))
        self.entries.show_rows(rows, self._context.view.selection)
        if (side := self.parentWidget()) is not None:
            self.fit(side.height())

    def _waiting(self, plan: Plan, session: Session) -> TrayEntry:
        t, kind = self._context.t, plan.kind_of(session)
        look = EntryLook(session_name(plan, session, t), duration(session.minutes), kind.colour)
        return TrayEntry(session.id, look, kind_name(kind, t), session_words(plan, session, t))

    # What is done

    def _follow(self) -> None:
        """Show the selection, and remember the scheduled session selected last."""
        view, known = self._context.view, self._context.workspace.plan.session_by_id
        sessions = [known[session_id] for session_id in view.selection if session_id in known]
        if not sessions or any(session.scheduled for session in sessions):
            self._behind = next((session.id for session in reversed(sessions) if session.scheduled), "")
        self.entries.mark(view.selection)

    def _pick(self) -> None:
        """Select the chosen entries; with Ctrl, in addition to the sessions selected on the board."""
        view, known, behind = self._context.view, self._context.workspace.plan.session_by_id, self._behind
        chosen = tuple(self.entries.rows[row].session for row in self.entries.chosen())
        if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            chosen = (
                *(session_id for session_id in view.selection if session_id in known and known[session_id].scheduled),
                *chosen,
            )
        view.select(*chosen)
        self._behind = behind

    def _schedule(self) -> None:
        """Schedule the chosen sessions after the one selected on the board, as one step; later sessions move along."""
        context, ids = self._context, self.entries.sessions()
        before, t, flow = context.workspace.plan, context.t, context.view.flow
        day, start = next_place(context, self._behind)
        if not day or not ids:
            return
        name = short_name(before, before.session_by_id[ids[0]], t)
        what = name if len(ids) == 1 else t.count("{number} session", "{number} sessions", len(ids))

        context.workspace.apply(
            lambda plan: schedule_sessions(plan, ids, day, start, flow=flow), t("Schedule {what}", what=what)
        )
        context.view.select(*ids)
        self._behind = ids[-1]
        context.view.say(consequence(before, context.workspace.plan, ids[-1], t))

    def _delete(self) -> None:
        if self._take():
            self.delete_requested.emit()

    def _menu(self, at: QPoint) -> None:
        if self._take():
            self.menu_requested.emit(at)

    def _take(self) -> bool:
        """Select what has the keyboard, so that commands go to it; return whether there is anything."""
        ids, view = self.entries.sessions(), self._context.view
        if ids and not set(ids) <= set(view.selection):
            view.select(*ids)
        return bool(ids)


def next_place(context: WidgetContext, after: str = "") -> tuple[str, int]:
    """Return day id and start without a drop position: after the selection, else last on the day; "" for no day."""
    view, plan = context.view, context.workspace.plan
    if view.day not in plan.day_by_id:
        return "", 0
    return view.day, next_start(plan, view.day, after or (view.selection[-1] if view.selection else ""))
