"""The days as tabs, and beside them what the shown day is made of."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTabBar, QToolButton, QWidget

from planner.text import Language, date_brief, date_short
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.icons import icon
from planner.ui.widgets.menu import Menu
from planner.ui.widgets.plain_text import caption, tip
from planner.ui.window.share_bar import ShareBar
from planner.workspace import State

BESIDE = 56
"""Pixels that the add button and the margins take beside tabs and shares."""


class DayTabs(QFrame):
    """Shows the days and the shares of talk, dialogue and break; asks for days to be added or removed."""

    requested = Signal(str)
    """The id of a command."""
    remove_requested = Signal(str)
    """The id of a day."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabs")
        self._context = context
        self._days: tuple[str, ...] = ()
        self._widths: dict[Callable[[date, Language], str], int] = {}
        """The width of all tabs by how their labels are made."""
        self._labels: Callable[[date, Language], str] | None = None
        """How the present labels are made."""
        self._bar = QTabBar()
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._bar.setUsesScrollButtons(True)
        self._bar.setElideMode(Qt.TextElideMode.ElideRight)
        self._bar.setAccessibleName(context.t("Days"))
        self._bar.currentChanged.connect(self._on_changed)
        self._bar.tabBarDoubleClicked.connect(lambda _: self.requested.emit("settings"))
        self._add = QToolButton()
        self._add.setObjectName("flat")
        self._add.setIcon(icon("plus", context.theme, context.theme.muted))
        self._add.setIconSize(QSize(16, 16))
        self._add.setToolTip(context.t("Add a day"))
        self._add.setAccessibleName(context.t("Add a day"))
        self._add.clicked.connect(lambda: self.requested.emit("add-day"))
        self._shares = ShareBar(context)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 12, 0)
        row.setSpacing(4)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._shares, 0, Qt.AlignmentFlag.AlignVCenter)
        context.view.day_changed.connect(self._follow)

    def show_state(self, before: State | None, after: State) -> None:
        """Show the plan's days."""
        if before is not None and before.plan is after.plan:
            return
        if before is None or before.plan.days != after.plan.days:
            self._bar.blockSignals(True)  # Qt's own name
            while self._bar.count():
                self._bar.removeTab(0)
            for place, day in enumerate(after.plan.days):
                self._bar.addTab("")
                whole = date_short(day.date, self._context.t)
                self._bar.setTabToolTip(place, tip(f"{day.title}\n{whole}" if day.title else whole))
            self._days = tuple(day.id for day in after.plan.days)
            self._bar.blockSignals(False)
            self._measure_anew()
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the tabs and hide the shares where there is too little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Choose the longest labels that fit: shorten names first, then hide the shares, then do both."""
        room, shares = self.width() - BESIDE, self._shares.sizeHint().width()
        words, beside = date_brief, 0
        for words, beside in ((date_short, shares), (date_brief, shares), (date_short, 0), (date_brief, 0)):
            if self._needed(words) + beside <= room:
                break
        self._label(words)
        self._shares.setHidden(not beside)
        self._bar.updateGeometry()  # else Qt keeps a height from before the style

    def _needed(self, words: Callable[[date, Language], str]) -> int:
        """Return the width of the tabs with such labels; measured once, as each label lays out all tabs."""
        if words not in self._widths:
            self._label(words)
            self._widths[words] = self._bar.sizeHint().width()
        return self._widths[words]

    def _label(self, words: Callable[[date, Language], str]) -> None:
        if self._labels is not words:
            self._labels = words
            for place, day in enumerate(self._context.workspace.plan.days):
                self._bar.setTabText(place, caption(day.title or words(day.date, self._context.t)))

    def _measure_anew(self) -> None:
        self._widths, self._labels = {}, None

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a change of font or style."""
        super().changeEvent(event)
        self._measure_anew()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again once the style is known."""
        super().showEvent(event)
        self._measure_anew()
        self._fit()

    def day_at(self, position: QPoint) -> str | None:
        """Return the id of the day whose tab is at a global position, or None."""
        place = self._bar.tabAt(self._bar.mapFromGlobal(position))
        return self._days[place] if 0 <= place < len(self._days) else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the day under the mouse."""
        day = self.day_at(event.globalPos())
        if day is None:
            return
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._context.t("Date and hours …")).triggered.connect(lambda: self.requested.emit("settings"))
        remove = menu.addAction(self._context.t("Remove the day; its sessions go to “Unscheduled”"))
        remove.triggered.connect(lambda: self.remove_requested.emit(day))
        remove.setEnabled(len(self._days) > 1)
        menu.popup(event.globalPos())

    def _on_changed(self, place: int) -> None:
        if 0 <= place < len(self._days):
            self._context.view.show_day(self._days[place])

    def _follow(self) -> None:
        """Select the tab of the day that is shown; the text of its shares may need another width."""
        if self._context.view.day in self._days:
            self._bar.setCurrentIndex(self._days.index(self._context.view.day))
        self._shares.show_day(self._context.view.day)
        self._fit()
