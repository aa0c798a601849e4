"""The left side: blocks and patterns to drag onto the day, and the tray of what has no time yet."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

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
from planner.ui.board.fitting import wrap
from planner.ui.context import Context
from planner.ui.theme import RADIUS
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
        self._tray_frame = QFrame()
        self._tray_frame.setObjectName("tray")
        self._tray_frame.setLayout(self._tray)
        for column in (self._kinds, self._patterns, self._tray):
            column.setSpacing(5)
        body = QWidget()
        body.setObjectName("paletteBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(6)
        layout.addWidget(_heading(context.t("Building blocks")))
        layout.addLayout(self._kinds)
        layout.addSpacing(6)
        layout.addWidget(_heading(context.t("Patterns")))
        layout.addLayout(self._patterns)
        layout.addSpacing(6)
        layout.addWidget(self._tray_title)
        layout.addWidget(self._tray_frame)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        for pattern in PATTERNS:
            self._patterns.addWidget(self._pattern_entry(pattern))

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

    def holds(self, position: QPoint) -> bool:
        """Tell whether a global position lies over the palette: a session dropped there goes to the tray."""
        return self.rect().contains(self.mapFromGlobal(position))

    def _kind_entry(self, kind: Kind) -> "Entry":
        context = self._context
        entry = Entry(context, kind_name(kind, context.t), duration(kind.minutes), kind.colour)
        entry.drags(KIND_MIME, kind.id)
        entry.clicked.connect(lambda: self._add_kind(kind))
        return entry

    def _pattern_entry(self, pattern: Pattern) -> "Entry":
        context = self._context
        entry = Entry(context, context.t(pattern.title), duration(pattern.minutes), "")
        entry.drags(PATTERN_MIME, pattern.id)
        entry.clicked.connect(lambda: self._add_pattern(pattern))
        return entry

    def _session_entry(self, session: Session) -> "Entry":
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


class Entry(QAbstractButton):
    """One line of the palette: a bar in the kind's colour, a name, a length. Drag it, or press it."""

    def __init__(self, context: Context, title: str, length: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title, self._length, self._colour = context.theme, title, length, colour
        self._mime = ("", "")
        self._press: QPoint | None = None
        self.entered: Callable[[], None] | None = None
        self.setText(title)
        self.setAccessibleName(f"{title}, {length}")
        hint = context.t("Drag onto the day, or press Enter to put it behind the selection")
        self.setToolTip(f"{title}\n{hint}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def drags(self, mime: str, payload: str) -> None:
        """Say what a drag of this entry carries."""
        self._mime = (mime, payload)

    def sizeHint(self) -> QSize:
        """Return a height that a finger or an unsteady hand can hit."""
        return QSize(160, max(28, self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:
        """Let the column decide how wide an entry is."""
        return QSize(80, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that a long name takes two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of one or two lines."""
        return self.sizeHint().height() + (len(self._lines(width)) - 1) * self.fontMetrics().lineSpacing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the entry onto the day by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.entered is not None:
                self.entered()
            else:
                self.click()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a drag once the mouse has left its place."""
        far = self._press and (event.position().toPoint() - self._press).manhattanLength()
        if self._mime[0] and far and far >= QApplication.startDragDistance():
            self._press = None
            self.setDown(False)
            drag, data = QDrag(self), QMimeData()
            data.setData(self._mime[0], QByteArray(self._mime[1].encode()))
            drag.setMimeData(data)
            picture = QPixmap(self.size() * self.devicePixelRatioF())
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            picture.fill(Qt.GlobalColor.transparent)
            self.render(picture, QPoint())
            drag.setPixmap(picture)
            drag.setHotSpot(event.position().toPoint())
            drag.exec(Qt.DropAction.CopyAction)
            return
        super().mouseMoveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, bar, name and length; the focus has a ring."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        line = QPen(QColor(theme.accent if self.hasFocus() else theme.line), 2 if self.hasFocus() else 1)
        if not self._colour and not self.hasFocus():
            line.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(line)
        painter.setBrush(QColor(theme.faint if self.underMouse() or self.isDown() else theme.surface))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self._colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.bar(self._colour))
            painter.drawRoundedRect(QRect(box.left() + 1, box.top() + 1, 4, box.height() - 2), 2, 2)
        self._draw_words(painter, box.adjusted(13, 0, -8, 0))
        painter.end()

    def _draw_words(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._length)
        painter.setFont(self._bold())
        painter.setPen(QColor(self._theme.text))
        title = "\n".join(self._lines(self.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _lines(self, width: int) -> list[str]:
        room = width - 31 - self.fontMetrics().horizontalAdvance(self._length)
        return wrap(self._title, self._bold(), room, 2) or [""]

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    return label


def _clear(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
