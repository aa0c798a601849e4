"""The frame of the window: where its parts are placed and which view is shown."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from planner.ui.services.window_settings import WindowSettings
from planner.ui.widgets.scroll import scrolled
from planner.ui.window import tab_order
from planner.ui.window.side_panels import Side, SidePanels

if TYPE_CHECKING:
    from planner.ui.services.context import WidgetContext
    from planner.ui.window.plan_views import PlanViews
    from planner.ui.window.start_page import StartPage

START: Final = "start"
"""What is shown while there is no plan; all other names are those of views."""
LEFT: Final = 218
RIGHT: Final = 306


class MainWindow(QMainWindow):
    """Menus and tool bar at the top; palette, day and details side by side; the status bar at the bottom."""

    view_changed = Signal()
    """Another view is shown, or a side panel was folded."""
    close_requested = Signal(QCloseEvent)

    def __init__(self, window_settings: WindowSettings) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(QSize(520, 300))
        self.resize(1440, 900)
        self.view = START
        self.plan_views: PlanViews | None = None
        """The widgets of the plan; None while the start page is all there is."""
        self._window_settings = window_settings
        self._side_panels = SidePanels(window_settings)

    def build_frame(self, context: "WidgetContext", start: "StartPage | None") -> QWidget:
        """Build the frame in which plans are shown, with the start page in it if there is no plan yet; return it."""
        from planner.ui.window.notice_bar import NoticeBar

        self.setMenuBar(QMenuBar())  # one that is cleared would keep its menus
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.protected = NoticeBar(context, "lock", closable=False)
        self.news = NoticeBar(context, "check")
        self._stack = QStackedWidget()
        if start is not None:
            self._stack.addWidget(scrolled(start))
        self._column.addWidget(self.protected)
        self._column.addWidget(self.news)
        self._column.addWidget(self._stack, 1)
        centre = QWidget()
        centre.setLayout(self._column)
        self.setCentralWidget(centre)
        self._columns: QSplitter | None = None
        self._views: dict[str, QWidget] = {}
        self._plan_bars: list[QWidget] = []
        self.plan_views = None
        self.view_stack = QStackedWidget(centre)
        """The views that stand between the side panels."""
        self.view_stack.hide()  # until a plan is in it
        return centre

    def add_plan_views(self, views: "PlanViews", tabs: QWidget, toolbar: QWidget, status: QWidget) -> None:
        """Place the widgets of a plan in the frame."""
        from planner.ui.window.details_and_problems import DetailsAndProblems

        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.plan_views = views
        column.addWidget(tabs)
        column.addWidget(self.view_stack, 1)
        self.view_stack.show()
        views.quick_line.attach_to(middle)
        self._right = DetailsAndProblems(views.inspector, views.problems)
        self._right.setMinimumWidth(240)
        self._left = views.palette
        self._left.setMinimumWidth(170)
        self._columns = _splitter(Qt.Orientation.Horizontal, self._left, middle, self._right)
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes([LEFT, 1440 - LEFT - RIGHT, RIGHT])
        if (kept := self._window_settings.bytes("desk splitter")) is not None:
            self._columns.restoreState(kept)
        if (kept := self._window_settings.bytes("details splitter")) is not None:
            self._right.moved = self._right.restoreState(kept)
        self._side_panels.set_widgets(self._left, self._right)
        for panel in (views.palette, views.inspector, views.problems):
            panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack.addWidget(self._columns)
        self._column.insertWidget(0, toolbar)
        self._column.addWidget(status)
        self._plan_bars = [toolbar, status]
        for bar in self._plan_bars:
            bar.setHidden(self.view == START)

    def add_view(self, name: str, widget: QWidget, *, beside_panels: bool) -> None:
        """Add the widget of a view; the first one added is shown where none is asked for."""
        self._views[name] = widget
        (self.view_stack if beside_panels else self._stack).addWidget(widget)

    def has_view(self, name: str) -> bool:
        """Return whether the widget of a view was added."""
        return name in self._views

    @property
    def shown(self) -> QWidget | None:
        """The widget of the view that is shown; None on the start page."""
        return self._views.get(self.view)

    @property
    def beside_panels(self) -> bool:
        """Whether the view that is shown stands between the side panels, so that sessions are selected in it."""
        return self.shown is not None and self.shown.parentWidget() is self.view_stack

    def show_sessions(self) -> None:
        """Show the first view, unless sessions are selected in the one that is shown."""
        if not self.beside_panels and self._views:
            self.show_view(next(iter(self._views)))

    def show_view(self, view: str) -> None:
        """Show the start page, or a view of the plan."""
        self.view = view
        for bar in self._plan_bars:
            bar.setHidden(view == START)
        if self._columns is not None:
            self.view_changed.emit()
        shown = self.shown
        if shown is None or self._columns is None:
            self._stack.setCurrentIndex(0)
            (self._stack.currentWidget() or self._stack).setFocus()
        elif self.beside_panels:
            self._stack.setCurrentWidget(self._columns)
            self.view_stack.setCurrentWidget(shown)
            self.focus_view()
        else:
            self._stack.setCurrentWidget(shown)
            shown.setFocus()

    def focus_view(self) -> None:
        """Give the keyboard focus back to the view."""
        (self.view_stack.currentWidget() or self.view_stack).setFocus()

    def fold(self, side: Side, *, away: bool) -> None:
        """Hide or show a side panel."""
        self._side_panels.fold(side, away=away)
        self.view_changed.emit()

    def folded(self, side: Side) -> bool:
        """Return whether a side panel is hidden."""
        return self._side_panels.folded(side)

    def remember(self) -> None:
        """Store sizes and side panels for the next start."""
        self._window_settings.keep("geometry", self.saveGeometry())
        self._side_panels.remember()
        if self._columns is not None:
            self._window_settings.keep("desk splitter", self._columns.saveState())
            if self._right.moved:
                self._window_settings.keep("details splitter", self._right.saveState())
        self._window_settings.flush()

    def restore(self) -> None:
        """Restore size and position of the last run; the first time, fill a screen that is smaller than the window."""
        if (kept := self._window_settings.bytes("geometry")) is not None:
            self.restoreGeometry(kept)
        elif (room := self.screen().availableSize()).boundedTo(self.size()) != self.size():
            self.resize(self.size().boundedTo(room))
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the side panels where the window becomes too narrow for them."""
        super().resizeEvent(event)
        if self._side_panels.fit(self.width()):
            self.view_changed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # Qt's
        """Move the focus in reading order, whatever order the widgets were made in."""
        return tab_order.step(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave it to PlannerWindow, which asks before anything is lost."""
        self.close_requested.emit(event)


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter
