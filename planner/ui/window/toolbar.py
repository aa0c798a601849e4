"""The tool bar; where the window is narrow it drops words before it drops buttons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from planner.ui.services.context import WidgetContext
from planner.ui.widgets.icons import icon
from planner.ui.widgets.plain_text import caption, on_caption, tip
from planner.ui.window.menus import Menus
from planner.ui.window.views import VIEWS
from planner.workspace import State

UNDO_WIDTH = 290
NARROW_UNDO_WIDTH = 200
"""Widths of the undo button in pixels, whatever it says, in a wide and in a narrow window."""
_UNLIMITED = 16_777_215
"""QWIDGETSIZE_MAX, which Qt for Python does not export."""
NARROW = 1_240
"""Below this width, in pixels, buttons with a clear icon lose their words."""
TIGHT = 900
"""Below this width the other buttons lose their words too, and those that are only shortcuts to menus hide."""


class Toolbar(QFrame):
    """Buttons for undo with the step's name, flow, grid, views, release and export."""

    def __init__(self, context: WidgetContext, menus: Menus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self._context = context
        self._around = 0
        """The width in pixels that the undo button takes beside its words."""
        self._undo = self._button(menus["undo"], words=True)
        self._redo = self._button(menus["redo"])
        self._flow = self._button(menus["flow"], words=True)
        self._grid = QToolButton()
        self._grid.setMenu(menus.grid)
        self._grid.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._find = self._button(menus["find"])
        menus["release"].setIconText(context.t("Save a release …"))
        self._release = self._button(menus["release"], words=True)
        self._export = QToolButton()
        self._export.setObjectName("primary")
        self._export.setText(context.t("Print and export") + " ▾")
        self._export.setToolTip(context.t("Print and export"))
        self._export.setIcon(icon("page", context.theme, context.theme.on_accent))
        self._export.setIconSize(QSize(16, 16))
        self._export.setMenu(menus.exports)
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        for button in (self._undo, self._redo):
            row.addWidget(button)
        row.addSpacing(4)
        for button in (self._flow, self._grid, self._find):
            row.addWidget(button)
        row.addStretch(1)
        row.addLayout(self._views(menus))
        row.addStretch(1)
        row.addWidget(self._release)
        row.addWidget(self._export)
        menus["undo"].changed.connect(self._name_steps)
        menus["flow"].changed.connect(self._name_flow)
        self._name_steps()
        self._name_flow()

    def show_state(self, before: State | None, after: State) -> None:
        """Show the plan's grid on its button."""
        if before is not None and before.plan is after.plan:
            return
        minutes = after.plan.settings.grid
        t = self._context.t
        self._grid.setText(t("Grid {minutes} min", minutes=minutes) + " ▾")
        self._grid.setToolTip(tip(t("Times snap to {minutes} minutes while you drag", minutes=minutes)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop words and buttons that do not fit."""
        super().resizeEvent(event)
        tight = self.width() < NARROW
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if tight else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (self._flow, self._release):
            button.setToolButtonStyle(style)
        self._tighten()
        self._fix_undo()
        self._name_steps()

    def _tighten(self) -> None:
        tight = self.width() < TIGHT
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if tight else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (self._undo, self._export):
            button.setToolButtonStyle(style)
        for button in (self._grid, self._find, self._release):
            button.setHidden(tight)

    def _button(self, action: QAction, *, words: bool = False) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if words else Qt.ToolButtonStyle.ToolButtonIconOnly
        button.setToolButtonStyle(style)
        button.setIconSize(QSize(16, 16))
        return button

    def _views(self, menus: Menus) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        group = QButtonGroup(self)
        places = ("first", *("middle" for _ in VIEWS[2:]), "last")
        for view, place in zip(VIEWS, places, strict=True):
            button = self._button(menus[view.command])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setObjectName(place)
            group.addButton(button)
            row.addWidget(button)
        group.setExclusive(False)
        return row

    def _name_steps(self) -> None:
        action = self._undo.defaultAction()
        metrics = QFontMetrics(self._undo.font())
        text = on_caption(action.text())
        step = self._context.workspace.state.undo
        room = self._undo.width() - self._around
        fits = metrics.horizontalAdvance(text) <= room
        words = text if fits or not step else step  # the arrow says that it is undone
        short = elided_inside(words, metrics, room)
        self._undo.setText(caption(short))
        self._undo.setToolTip(tip(f"{text} ({action.shortcut().toString()})"))
        self._undo.setAccessibleName(text)

    def _fix_undo(self) -> None:
        """Give the undo button one width for all steps, so that no other button moves under the hand."""
        self._undo.setMinimumWidth(0)
        self._undo.setMaximumWidth(_UNLIMITED)
        self._undo.setText(self._context.t("Undo"))
        hint = self._undo.sizeHint().width()
        self._around = hint - QFontMetrics(self._undo.font()).horizontalAdvance(self._undo.text())
        row = self.layout()
        others = row.sizeHint().width() - hint if row is not None else 0
        if self.width() >= TIGHT:
            most = UNDO_WIDTH if self.width() >= NARROW else NARROW_UNDO_WIDTH
            self._undo.setFixedWidth(max(hint, min(most, self.width() - others)))

    def _name_flow(self) -> None:
        """Show by a tick that flow is on: the colour alone must not say it."""
        action, theme = self._flow.defaultAction(), self._context.theme
        on = action.isChecked()
        self._flow.setText(self._context.t("Move what follows"))
        self._flow.setIcon(icon("check" if on else "flow", theme, theme.accent if on else theme.muted))
        self._flow.setToolTip(
            self._context.t("What follows moves along (R)") if on else self._context.t("What follows stays (R)")
        )


def elided_inside(words: str, metrics: QFontMetrics, room: int) -> str:
    """Elide words before the last one, which in German is the verb of a step."""
    title, _, verb = words.rpartition(" ")
    left = room - metrics.horizontalAdvance(f" {verb}")
    if metrics.horizontalAdvance(words) <= room or left < metrics.horizontalAdvance("Abc…"):
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    return f"{metrics.elidedText(title, Qt.TextElideMode.ElideRight, left)} {verb}"
