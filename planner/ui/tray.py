"""The tray below the palette: the sessions that have no time yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.model import Session
from planner.model.agenda import tray
from planner.model.edits import move_session
from planner.text import duration, session_name
from planner.ui.blocks import SESSION_MIME, next_start
from planner.ui.context import Context
from planner.ui.palette_entry import Entry
from planner.workspace import State


class Tray(QFrame):
    """Always in view, whatever lies above it; an entry can be dragged, or put behind the selection by Enter."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("traySide")
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._entries = QVBoxLayout()
        self._entries.setSpacing(5)
        self._entries.setContentsMargins(8, 8, 8, 8)
        content = QWidget()
        content.setObjectName("paletteBody")
        content.setLayout(self._entries)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        frame = QFrame()
        frame.setObjectName("tray")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(frame)

    def render(self, before: State | None, after: State) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Show what has no time."""
        plan, context = after.plan, self._context
        if before is not None and before.plan is plan:
            return
        while item := self._entries.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        waiting = tray(plan)
        self._title.setText(context.t("Not yet scheduled ({number})", number=len(waiting)))
        for session in waiting:
            self._entries.addWidget(self._entry(session))
        if not waiting:
            empty = QLabel(context.t("Drag here what has no time yet."))
            empty.setObjectName("muted")
            empty.setWordWrap(True)
            self._entries.addWidget(empty)

    def fit(self, height: int) -> None:
        """Be as high as what lies in it, but at most a third of a height, and at least two entries."""
        column, width = self._entries, max(80, self.width() - 42)
        heights: list[int] = []
        for place in range(column.count()):
            if (item := column.itemAt(place)) and (widget := item.widget()):
                widget.ensurePolished()
                heights.append(widget.heightForWidth(width))
        padding = 2 * column.contentsMargins().top()
        full = sum(heights) + column.spacing() * (len(heights) - 1) + padding
        two = sum(heights[:2]) + column.spacing() + padding
        self._scroll.setFixedHeight(min(full, max(two, height // 3)))

    def _entry(self, session: Session) -> Entry:
        context, plan = self._context, self._context.workspace.plan
        title = session_name(plan, session, context.t)
        entry = Entry(context, title, duration(session.minutes), plan.kind_of(session).colour)
        entry.drags(SESSION_MIME, session.id)
        entry.clicked.connect(lambda: context.view.select(session.id))
        entry.entered = lambda: self._schedule(session)
        return entry

    def _schedule(self, session: Session) -> None:
        context = self._context
        day, start = next_place(context)
        if day:
            name = context.t("Schedule {what}", what=session_name(context.workspace.plan, session, context.t))
            context.workspace.apply(lambda plan: move_session(plan, session.id, day, start), name)


def next_place(context: Context) -> tuple[str, int]:
    """Return day and start of what nobody dropped: behind the selection, else behind the day's last; "" for no day."""
    view, plan = context.view, context.workspace.plan
    if view.day not in plan.day_by_id:
        return "", 0
    return view.day, next_start(plan, view.day, view.selection[-1] if view.selection else "")
