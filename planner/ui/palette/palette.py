"""The left panel: kinds and patterns to drag onto the day, above the tray of unscheduled sessions."""

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.model import Kind, new_id
from planner.text import duration, kind_name
from planner.ui.palette.drag import KIND_MIME, add_kind
from planner.ui.palette.entry import PaletteEntry
from planner.ui.palette.pattern_list import PatternList
from planner.ui.palette.tray import Tray, next_place
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.icons import icon
from planner.ui.widgets.plain_text import Label, tip
from planner.ui.widgets.scroll import scrolled
from planner.workspace import State


class Palette(QWidget):
    """Shows kinds, patterns and tray; entries are dragged, or added after the selection by click or Enter."""

    quick_requested = Signal()

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("palette")
        self.setAccessibleName(context.t("Building blocks"))
        self._kinds = QVBoxLayout()
        self._kinds.setSpacing(5)
        body = QWidget()
        body.setObjectName("paletteBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(6)
        layout.addWidget(_heading(context.t("Building blocks")))
        layout.addLayout(self._kinds)
        layout.addSpacing(6)
        layout.addWidget(_heading(context.t("Patterns")))
        patterns = PatternList(context)
        layout.addWidget(patterns)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 0)
        head.addWidget(self._quick_button())
        outer.addLayout(head)
        scroll = scrolled(body, takes_focus=False, horizontal=False)
        outer.addWidget(scroll, 1)
        patterns.grown.connect(lambda entry: QTimer.singleShot(0, entry, lambda: _reveal(scroll, entry)))
        self.tray = Tray(context)
        outer.addWidget(self.tray)

    def _quick_button(self) -> QPushButton:
        t = self._context.t
        button = QPushButton(t("Quick add …"))
        button.setIcon(icon("plus", self._context.theme, self._context.theme.muted))
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(tip(t("Type what comes next: Welcome 15m @Hall #N.N. ({keys})", keys=keys)))
        button.clicked.connect(self.quick_requested)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Limit the tray to its share of the height."""
        super().resizeEvent(event)
        self.tray.fit(self.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Recompute sizes once fonts and style are known."""
        super().showEvent(event)
        self.tray.fit(self.height())

    def show_state(self, before: State | None, after: State) -> None:
        """Show the plan's kinds and the unscheduled sessions."""
        plan = after.plan
        if before is not None and before.plan is plan:
            return
        if before is None or before.plan.kinds != plan.kinds:
            _clear(self._kinds)
            for kind in plan.kinds:
                self._kinds.addWidget(self._kind_entry(kind))
        self.tray.show_state(before, after)

    def holds(self, position: QPoint) -> bool:
        """Return whether a global position is over the palette, where a dropped session goes to the tray."""
        return self.rect().contains(self.mapFromGlobal(position))

    def highlight(self, carried: QPoint | None) -> None:
        """Highlight the tray if sessions dragged to a global position would be dropped there; None ends it."""
        self.tray.highlight(on=carried is not None and self.holds(carried))

    def _kind_entry(self, kind: Kind) -> PaletteEntry:
        context = self._context
        entry = PaletteEntry(context, kind_name(kind, context.t), duration(kind.minutes), kind.colour)
        entry.drags(KIND_MIME, kind.id)
        entry.clicked.connect(lambda: self._add_kind(kind))
        return entry

    def _add_kind(self, kind: Kind) -> None:
        context = self._context
        new, (day, start) = new_id(), next_place(context)
        if day:
            name = context.t("Add {what}", what=kind_name(kind, context.t))
            context.workspace.apply(lambda plan: add_kind(plan, kind.id, new, day, start, flow=context.view.flow), name)
            context.view.select(new)


def _heading(text: str) -> Label:
    label = Label(text)
    label.setObjectName("heading")
    return label


def _reveal(scroll: QScrollArea, entry: QWidget) -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # the height is correct only after that
    scroll.ensureWidgetVisible(entry)


def _clear(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
