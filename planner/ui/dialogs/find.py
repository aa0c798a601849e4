"""Finds a session by words in it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from planner.model import Session
from planner.text import clock, date_short, session_name
from planner.text.names import session_words
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.field_identity import mark_search
from planner.ui.widgets.plain_text import tip


class FindDialog(Frame):
    """A search field above the matching sessions."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(t("Find"), t("Show"), t, parent)
        plan = context.workspace.plan
        self._known = [
            (session.id, _label(context, session), session_words(plan, session, t)) for session in plan.sessions
        ]
        self.line = QLineEdit()
        mark_search(self.line)
        self.line.setPlaceholderText(t("Title, kind, room or name"))
        self.line.setAccessibleName(t("Find"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._show)
        self.line.installEventFilter(self)
        self.found = QListWidget()
        self.found.setAccessibleName(t("Matching sessions"))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # too long: "…", and a tip
        self.found.itemActivated.connect(self.accept)
        self.body.addWidget(self.line)
        self.body.addWidget(self.found, 1)
        self.add_cancel()
        self._show()
        self.resize(520, 420)
        self.line.setFocus()

    def chosen(self) -> str:
        """Return the id of the chosen session; empty if none is."""
        item = self.found.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list by arrow keys while typing."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.found.setCurrentRow(max(0, min(self.found.currentRow() + step, self.found.count() - 1)))
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        words = self.line.text().casefold().split()
        self.found.clear()
        for session_id, label, text in self._known:
            if all(word in text for word in words):
                item = QListWidgetItem(label)
                item.setData(Qt.ItemDataRole.UserRole, session_id)
                item.setToolTip(tip(label))
                self.found.addItem(item)
        self.found.setCurrentRow(0)
        self.ok.setEnabled(self.found.count() > 0)


def _label(context: WidgetContext, session: Session) -> str:
    plan, t = context.workspace.plan, context.t
    title = session_name(plan, session, t)
    if session.start is None or session.day is None:
        return f"{t('unscheduled')} · {title}"
    return f"{date_short(plan.day_by_id[session.day].date, t)} {clock(session.start)} · {title}"
