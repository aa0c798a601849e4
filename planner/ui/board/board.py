"""The day board: shows the plan's day that the view is on, and tells the window what to do next."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui.board.interaction import Surface
from planner.ui.board.layout.scene import make_content
from planner.ui.services.context import WidgetContext
from planner.workspace import State


class Board(QWidget):
    """One day over time and rooms."""

    edit_requested = Signal(str)
    """A session whose title should be edited now."""
    dropped_outside = Signal(list, QPoint)
    """The sessions that were let go outside the board, and where, in global coordinates."""
    carried = Signal(object)
    """Where sessions are held outside the board, in global coordinates; None as soon as they no longer are."""
    menu_requested = Signal(QPoint)
    """The commands of what is selected are wanted, and where, in global coordinates."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("board")
        self.setAccessibleName(context.t("Day board"))
        self.canvas = Surface(context, self)
        self.canvas.setAccessibleName(context.t("Day board"))
        self.canvas.edit_requested.connect(self.edit_requested)
        self.canvas.dropped_outside.connect(self.dropped_outside)
        self.canvas.carried.connect(self.carried)
        self.canvas.menu_requested.connect(self.menu_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        context.view.selection_changed.connect(self._selection_changed)
        context.view.day_changed.connect(self._show)
        context.view.hint_changed.connect(self._said)

    def ask_outside(self, day_at: Callable[[QPoint], str | None], tray_at: Callable[[QPoint], bool]) -> None:
        """Take what tells the day, or whether the tray, lies at a global position outside the board."""
        self.canvas.day_at, self.canvas.tray_at = day_at, tray_at

    def show_state(self, before: State | None, after: State) -> None:
        """Show the plan as it is after a change."""
        if before is None or before.plan is not after.plan:
            self._show()
            self._context.view.say("")

    def _show(self) -> None:
        context = self._context
        self.canvas.cancel(restore=False)
        plan = context.workspace.plan
        if context.view.day not in plan.day_by_id:
            self.canvas.show_content(None)
        else:
            index, found = context.problem_cache.index(plan), context.problem_cache.problems(plan)
            self.canvas.show_content(make_content(index, found, context.view.day, self.canvas.ink, context.t))
        self.canvas.spots.follow()

    def _selection_changed(self) -> None:
        self.canvas.viewport().update()
        if not self.canvas.busy:
            self._context.view.say("")
        scene, focus = self.canvas.scene, self.canvas.focus
        if scene is not None and focus and not self.canvas.held:
            self.canvas.reveal(scene.layout.box_of[focus])
        self.canvas.keys.remember()
        self.canvas.spots.select()

    def _said(self, words: str) -> None:
        """Let a screen reader say what others read in the status line, but not each step of the pointer.

        As long as this is what is looked at: the list says it for itself.
        """
        if self.isVisible() and not self.canvas.busy and not self.canvas.hovers:
            self.canvas.spots.say(words)
