"""The row of buttons below the menus; on a narrow window words give way before buttons do."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from planner.ui.services.context import WidgetContext
from planner.ui.widgets.icons import icon
from planner.ui.widgets.plain import caption, on_caption, tip
from planner.ui.window.menus import Menus
from planner.workspace import State

UNDO_WIDTH = 290
NARROW = 1_240
"""Below this width, in pixels, only signs fit where a sign says it."""
TIGHT = 900
"""Below this width the rest loses its words too, and what menus and keys do as well is not shown."""


class Toolbar(QFrame):
    """Undo with the step's name, flow, grid, views, release and export."""

    def __init__(self, context: WidgetContext, menus: Menus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self._context = context
        self._undo = self._button(menus["undo"], words=True)
        self._undo.setMaximumWidth(UNDO_WIDTH)
        self._redo = self._button(menus["redo"])
        self._flow = self._button(menus["flow"], words=True)
        self._grid = QToolButton()
        self._grid.setMenu(menus.grid)
        self._grid.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._find = self._button(menus["find"])
        menus["release"].setIconText(context.t("Hold this state …"))
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

    def show_state(self, _before: State | None, after: State) -> None:
        """Show the grid."""
        minutes = after.plan.settings.grid
        t = self._context.t
        self._grid.setText(t("Grid {minutes} min", minutes=minutes) + " ▾")
        self._grid.setToolTip(tip(t("Times snap to {minutes} minutes while you drag", minutes=minutes)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the step's name less room where there is little."""
        super().resizeEvent(event)
        tight = self.width() < NARROW
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if tight else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (self._flow, self._release):
            button.setToolButtonStyle(style)
        self._tighten()
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
        views = ("day-view", "list-view", "papers")
        for name, place in zip(views, ("first", "middle", "last"), strict=True):
            button = self._button(menus[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setObjectName(place)
            group.addButton(button)
            row.addWidget(button)
        group.setExclusive(False)
        return row

    def _name_steps(self) -> None:
        action = self._undo.defaultAction()
        metrics = QFontMetrics(self._undo.font())
        narrow = self.width() < NARROW
        text = on_caption(action.text())
        step = self._context.workspace.state.undo
        room = min(150 if narrow else UNDO_WIDTH - 60, self._room(metrics))
        fits = metrics.horizontalAdvance(text) <= room
        words = text if fits or not step else step  # the arrow says that it is undone
        short = elided_inside(words, metrics, room)
        self._undo.setText(caption(short))
        self._undo.setToolTip(tip(f"{text} ({action.shortcut().toString()})"))
        self._undo.setAccessibleName(text)

    def _room(self, metrics: QFontMetrics) -> int:
        """Return how wide the words of the undo button can be while all other buttons keep theirs."""
        mine = self._undo.sizeHint().width()
        frame = mine - metrics.horizontalAdvance(on_caption(self._undo.text()))
        row = self.layout()
        others = row.sizeHint().width() - min(mine, UNDO_WIDTH) if row is not None else 0
        return max(0, self.width() - others - frame)

    def _name_flow(self) -> None:
        """Say by a tick that it is on: the colour alone must not."""
        action, theme = self._flow.defaultAction(), self._context.theme
        on = action.isChecked()
        self._flow.setText(self._context.t("Move following along"))
        self._flow.setIcon(icon("check" if on else "flow", theme, theme.accent if on else theme.muted))
        self._flow.setToolTip(
            self._context.t("What comes after moves along (R)") if on else self._context.t("What comes after stays (R)")
        )


def elided_inside(words: str, metrics: QFontMetrics, room: int) -> str:
    """Return words that fit, their last one whole: in German it is the verb of a step."""
    title, _, verb = words.rpartition(" ")
    left = room - metrics.horizontalAdvance(f" {verb}")
    if metrics.horizontalAdvance(words) <= room or left < metrics.horizontalAdvance("Abc…"):
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    return f"{metrics.elidedText(title, Qt.TextElideMode.ElideRight, left)} {verb}"
