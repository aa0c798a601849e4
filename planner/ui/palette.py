"""The left side: blocks and patterns to drag onto the day, and the tray of what has no time yet."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.model import Kind, Session, new_id
from planner.model.agenda import tray
from planner.model.edits import move_session
from planner.text import duration, kind_name, session_name
from planner.ui.blocks import (
    KIND_MIME,
    PATTERN_MIME,
    PATTERNS,
    SESSION_MIME,
    Pattern,
    add_kind,
    add_pattern,
    next_start,
)
from planner.ui.context import Context
from planner.ui.palette_entry import Entry
from planner.workspace import State


class Palette(QWidget):
    """Kinds, patterns and tray; each entry can be dragged, or put behind the selection by click or Enter."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("palette")
        self.setAccessibleName(context.t("Building blocks"))
        self._kinds, self._patterns, self._tray = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._tray_title = _heading("")
        for column in (self._kinds, self._patterns, self._tray):
            column.setSpacing(5)
        body = QWidget()
        body.setObjectName("paletteBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(6)
        layout.addWidget(_heading(context.t("Building blocks")))
        layout.addLayout(self._kinds)
        layout.addSpacing(6)
        layout.addWidget(_heading(context.t("Patterns")))
        layout.addLayout(self._patterns)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(_scrolled(body), 1)
        outer.addWidget(self._make_tray())
        for pattern in PATTERNS:
            self._patterns.addWidget(self._pattern_entry(pattern))

    def _make_tray(self) -> QWidget:
        """Return the tray: always in view, whatever lies above it."""
        content = QWidget()
        content.setObjectName("paletteBody")
        content.setLayout(self._tray)
        self._tray.setContentsMargins(8, 8, 8, 8)
        self._tray_scroll = _scrolled(content)
        frame = QFrame()
        frame.setObjectName("tray")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._tray_scroll)
        section = QFrame()
        section.setObjectName("traySide")
        column = QVBoxLayout(section)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(6)
        column.addWidget(self._tray_title)
        column.addWidget(frame)
        return section

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tray its share of the height."""
        super().resizeEvent(event)
        self._fit_tray()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure once fonts and style are known."""
        super().showEvent(event)
        self._fit_tray()

    def _fit_tray(self) -> None:
        """Make the tray as high as what lies in it, but at most a third of the side, and at least two entries."""
        column, width = self._tray, max(80, self.width() - 42)
        heights: list[int] = []
        for place in range(column.count()):
            if (item := column.itemAt(place)) and (widget := item.widget()):
                widget.ensurePolished()
                heights.append(widget.heightForWidth(width))
        padding = 2 * column.contentsMargins().top()
        full = sum(heights) + column.spacing() * (len(heights) - 1) + padding
        two = sum(heights[:2]) + column.spacing() + padding
        self._tray_scroll.setFixedHeight(min(full, max(two, self.height() // 3)))

    def render(self, before: State | None, after: State) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Show the plan's kinds and what lies in the tray."""
        plan = after.plan
        if before is None or before.plan.kinds != plan.kinds:
            _clear(self._kinds)
            for kind in plan.kinds:
                self._kinds.addWidget(self._kind_entry(kind))
        if before is None or before.plan is not plan:
            _clear(self._tray)
            waiting = tray(plan)
            self._tray_title.setText(self._context.t("Not yet scheduled ({number})", number=len(waiting)))
            for session in waiting:
                self._tray.addWidget(self._session_entry(session))
            if not waiting:
                empty = QLabel(self._context.t("Drag here what has no time yet."))
                empty.setObjectName("muted")
                empty.setWordWrap(True)
                self._tray.addWidget(empty)
            self._fit_tray()

    def holds(self, position: QPoint) -> bool:
        """Tell whether a global position lies over the palette: a session dropped there goes to the tray."""
        return self.rect().contains(self.mapFromGlobal(position))

    def _kind_entry(self, kind: Kind) -> Entry:
        context = self._context
        entry = Entry(context, kind_name(kind, context.t), duration(kind.minutes), kind.colour)
        entry.drags(KIND_MIME, kind.id)
        entry.clicked.connect(lambda: self._add_kind(kind))
        return entry

    def _pattern_entry(self, pattern: Pattern) -> Entry:
        context = self._context
        entry = Entry(context, context.t(pattern.title), duration(pattern.minutes), "")
        entry.drags(PATTERN_MIME, pattern.id)
        entry.clicked.connect(lambda: self._add_pattern(pattern))
        return entry

    def _session_entry(self, session: Session) -> Entry:
        context, plan = self._context, self._context.workspace.plan
        title = session_name(plan, session, context.t)
        entry = Entry(context, title, duration(session.minutes), plan.kind_of(session).colour)
        entry.drags(SESSION_MIME, session.id)
        entry.clicked.connect(lambda: context.view.select(session.id))
        entry.entered = lambda: self._schedule(session)
        return entry

    def _add_kind(self, kind: Kind) -> None:
        context = self._context
        new, (day, start) = new_id(), self._where()
        if day:
            name = context.t("Add {what}", what=kind_name(kind, context.t))
            context.workspace.apply(lambda plan: add_kind(plan, kind.id, new, day, start, flow=context.view.flow), name)
            context.view.select(new)

    def _add_pattern(self, pattern: Pattern) -> None:
        context = self._context
        day, start = self._where()
        if day:
            name = context.t("Add {what}", what=context.t(pattern.title))
            context.workspace.apply(lambda plan: add_pattern(plan, pattern.id, day, start, context.t), name)

    def _schedule(self, session: Session) -> None:
        context = self._context
        day, start = self._where()
        if day:
            name = context.t("Schedule {what}", what=session_name(context.workspace.plan, session, context.t))
            context.workspace.apply(lambda plan: move_session(plan, session.id, day, start), name)

    def _where(self) -> tuple[str, int]:
        view, plan = self._context.view, self._context.workspace.plan
        if view.day not in plan.day_by_id or self._context.workspace.state.read_only:
            return "", 0
        return view.day, next_start(plan, view.day, view.selection[-1] if view.selection else "")


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    return label


def _scrolled(body: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(body)
    return scroll


def _clear(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
