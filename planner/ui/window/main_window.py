"""Where everything is in the window; what it does stands elsewhere."""

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from planner.ui.services.window_settings import WindowSettings
from planner.ui.widgets.scroll import scrolled
from planner.ui.window import tab_order
from planner.ui.window.side_panels import Side, SidePanels

if TYPE_CHECKING:
    from planner.ui.services.context import WidgetContext
    from planner.ui.window.day_tabs import DayTabs
    from planner.ui.window.start_page import StartPage
    from planner.ui.window.status_bar import StatusBar
    from planner.ui.window.toolbar import Toolbar
    from planner.ui.window.views import PlanViews

View = Literal["start", "board", "list", "papers"]
LEFT: Final = 218
RIGHT: Final = 306


class MainWindow(QMainWindow):
    """Menus and tool bar above; blocks, day and details side by side; a line of status below."""

    view_changed = Signal()
    language_chosen = Signal(str)
    problem_requested = Signal()
    title_requested = Signal()
    quick_requested = Signal()
    filter_requested = Signal()
    columns_requested = Signal()
    zoom_requested = Signal(float)
    close_requested = Signal(QCloseEvent)

    def __init__(self, window_settings: WindowSettings) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(QSize(520, 300))
        self.resize(1440, 900)
        self.view: View = "start"
        self.can_zoom = False
        self._window_settings = window_settings
        self._side_panels = SidePanels(window_settings)

    def lay_out(self, context: "WidgetContext", start: "StartPage") -> QWidget:
        """Put the frame together in which plans are shown, and return it."""
        from planner.ui.window.notice_bar import NoticeBar

        self.setMenuBar(QMenuBar())  # one that is cleared would keep its menus
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.protected = NoticeBar(context, "lock", closable=False)
        self.news = NoticeBar(context, "check")
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(start))
        for each in (self.protected, self.news):
            self._column.addWidget(each)
        self._column.addWidget(self._stack, 1)
        centre = QWidget()
        centre.setLayout(self._column)
        self.setCentralWidget(centre)
        self._columns: QSplitter | None = None
        self._papers: QWidget | None = None
        self._furniture: list[QWidget] = []
        self.views = QStackedWidget(centre)
        self.views.hide()  # until a plan is in it
        return centre

    def furnish(self, parts: "PlanViews", tabs: "DayTabs", toolbar: "Toolbar", status: "StatusBar") -> None:
        """Put the parts of a plan in their places."""
        from planner.ui.window.details_and_problems import DetailsAndProblems

        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.views.addWidget(parts.board)
        self.views.addWidget(parts.listing)
        column.addWidget(tabs)
        column.addWidget(self.views, 1)
        self.views.show()
        parts.quick.attach_to(middle)
        self._right = DetailsAndProblems(parts.inspector, parts.problems)
        self._right.setMinimumWidth(240)
        self._left = parts.palette
        self._left.setMinimumWidth(170)
        self._columns = _splitter(Qt.Orientation.Horizontal, self._left, middle, self._right)
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes([LEFT, 1440 - LEFT - RIGHT, RIGHT])
        if (kept := self._window_settings.bytes("desk splitter")) is not None:
            self._columns.restoreState(kept)
        if (kept := self._window_settings.bytes("details splitter")) is not None:
            self._right.moved = self._right.restoreState(kept)
        self._side_panels.hold(self._left, self._right)
        for each in (parts.palette, parts.inspector, parts.problems):
            each.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack.addWidget(self._columns)
        self._column.insertWidget(0, toolbar)
        self._column.addWidget(status)
        self._furniture = [toolbar, status]
        for each in self._furniture:
            each.setHidden(self.view == "start")

    def add_papers(self, papers: QWidget) -> None:
        """Put the papers behind the other views."""
        self._papers = papers
        self._stack.addWidget(papers)

    def show_view(self, view: View) -> None:
        """Show the start page, or a view of the plan."""
        self.view = view
        for each in self._furniture:
            each.setHidden(view == "start")
        if self._columns is not None:
            self.view_changed.emit()
        if view == "start" or self._columns is None:
            self._stack.setCurrentIndex(0)
            (self._stack.currentWidget() or self._stack).setFocus()
        elif view == "papers" and self._papers is not None:
            self._stack.setCurrentWidget(self._papers)
            self._papers.setFocus()
        else:
            self._stack.setCurrentWidget(self._columns)
            self.views.setCurrentIndex(1 if view == "list" else 0)
            self.focus_view()

    def focus_view(self) -> None:
        """Give the keys back to the view of the plan."""
        (self.views.currentWidget() or self.views).setFocus()

    def fold(self, side: Side, *, away: bool) -> None:
        """Fold a side away, or out."""
        self._side_panels.fold(side, away=away)
        self.view_changed.emit()

    def folded(self, side: Side) -> bool:
        """Tell whether a side is folded away."""
        return self._side_panels.folded(side)

    def remember(self) -> None:
        """Keep sizes for the next time."""
        self._window_settings.keep("geometry", self.saveGeometry())
        self._side_panels.remember()
        if self._columns is not None:
            self._window_settings.keep("desk splitter", self._columns.saveState())
            if self._right.moved:
                self._window_settings.keep("details splitter", self._right.saveState())
        self._window_settings.flush()

    def restore(self) -> None:
        """Be as large as the last time."""
        if (kept := self._window_settings.bytes("geometry")) is not None:
            self.restoreGeometry(kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow window to the day."""
        super().resizeEvent(event)
        if self._side_panels.fit(self.width()):
            self.view_changed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # Qt's
        """Let Tab go through the window as it is read."""
        return tab_order.step(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before anything is lost."""
        self.close_requested.emit(event)


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for each in widgets:
        splitter.addWidget(each)
    return splitter
