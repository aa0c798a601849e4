"""The day board: puts canvas and interaction together, and follows the plan, the selection and the day shown."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui.board.access.interface import install
from planner.ui.board.canvas import Canvas
from planner.ui.board.interaction import BoardInteraction
from planner.ui.board.layout.scene import make_content
from planner.ui.services.context import WidgetContext
from planner.workspace import State


class Board(QWidget):
    """One day over time and rooms."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("board")
        self.setAccessibleName(context.t("Day board"))
        install()  # before the canvas exists: Qt keeps the interface that it makes for it first
        self.canvas: Final = Canvas(context, self)
        self.canvas.setAccessibleName(context.t("Day board"))
        self.interaction: Final = BoardInteraction(self.canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        context.view.selection_changed.connect(self._on_selection)
        context.view.day_changed.connect(self._show)
        context.view.hint_changed.connect(self._announce)

    def show_state(self, before: State | None, after: State) -> None:
        """Show the plan as it is after a change."""
        if before is None or before.plan is not after.plan:
            self._show()
            self._context.view.say("")

    def zoom_factor(self) -> float | None:
        """Return how much larger the day is shown than when it fits; None without a day."""
        scene = self.canvas.scene
        if scene is None:
            return None
        return scene.layout.scale.density / scene.content.day.fitting(self.canvas.viewport().height())

    def zoom_by(self, factor: float | None) -> None:
        """Multiply the height of the day by a factor; None fits it again."""
        self.canvas.zoom(factor)

    def _show(self) -> None:
        context = self._context
        self.interaction.cancel(restore=False)
        plan = context.workspace.plan
        if context.view.day not in plan.day_by_id:
            self.canvas.show_content(None)
        else:
            index, found = context.problem_cache.index(plan), context.problem_cache.problems(plan)
            self.canvas.show_content(make_content(index, found, context.view.day, self.canvas.ink, context.t))
        self.interaction.accessible.follow_plan()

    def _on_selection(self) -> None:
        canvas, interaction = self.canvas, self.interaction
        canvas.viewport().update()
        if not interaction.busy:
            self._context.view.say("")
        if canvas.scene is not None and canvas.focus and not interaction.occupied:
            canvas.reveal(canvas.scene.layout.box_of[canvas.focus])
        interaction.keys.remember()
        interaction.accessible.follow_selection()

    def _announce(self, hint: str) -> None:
        """Have a screen reader read out a hint of the status line, unless it only follows the pointer.

        Only while the board is visible: the list announces hints itself.
        """
        if self.isVisible() and not self.interaction.busy and not self.interaction.hovering:
            self.interaction.accessible.announce(hint)
