"""What the gestures share: what each can do, what it needs of the board, and the preview of its edit."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QPointF, Qt

from planner.model import Plan
from planner.text.consequence import consequence
from planner.ui.board.gestures.obstacles import Obstacles
from planner.ui.board.gestures.preview import preview
from planner.ui.board.layout.day_layout import Rect
from planner.ui.board.layout.scene import Scene
from planner.ui.board.paint.ghost import Ghost
from planner.ui.services.context import WidgetContext

Modifiers = Qt.KeyboardModifier
Edit = Callable[[Plan], Plan]


class Gesture(Protocol):
    """What the mouse does from the first move to the release; the board restores selection and scroll offset itself."""

    def move(self, point: QPointF, modifiers: Modifiers) -> None:
        """Follow the pointer to a point, in the day's coordinates."""

    def finish(self) -> None:
        """Apply the gesture as one step of undo."""

    def cancel(self) -> None:
        """End the gesture without a change."""


class GestureBoard(Protocol):
    """What gestures need of the board."""

    @property
    def context(self) -> WidgetContext:
        """Return the services of the window."""
        ...

    @property
    def scene(self) -> Scene | None:
        """Return the day shown; None without one."""
        ...

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Show what is about to happen; None shows nothing."""

    def show_band(self, band: Rect | None) -> None:
        """Show a rubber band; None removes it."""

    def scroll_by(self, far: QPointF) -> None:
        """Scroll the day by so many pixels."""


class EditPreview:
    """An edit that is previewed while the mouse moves, and applied when the button is released."""

    def __init__(self, board: GestureBoard, scene: Scene, name: str) -> None:
        self._board, self._scene, self._name = board, scene, name
        self._plan: Final = scene.content.index.plan
        self._last: object = None
        self._after: Plan | None = None
        self._obstacles: Obstacles | None = None

    def show(self, key: object, edit: Edit, lead: str, extra: str = "", also: tuple[str, ...] = ()) -> None:
        """Preview an edit of the lead session and of others dragged with it.

        The key stands for what the edit depends on: with the same key as before, nothing is computed again.
        """
        if key == self._last:
            return
        self._last = key
        context = self._board.context
        self._after = edit(self._plan)
        obstacles = self._obstacles_of(self._after, lead, also)
        self._board.show_ghost(preview(self._scene, self._after, lead, obstacles, context.t))
        words = consequence(self._plan, self._after, lead, context.t, also)
        context.view.say(f"{words} · {extra}" if extra else words)

    def _obstacles_of(self, after: Plan, lead: str, also: tuple[str, ...]) -> Obstacles:
        """Return the obstacles of the dragged sessions; they are found once per gesture."""
        if self._obstacles is None:
            first, *others = (
                self._plan.session_by_id.get(session_id) or after.session_by_id[session_id]
                for session_id in (lead, *also)
            )
            self._obstacles = Obstacles(self._scene, first, others, self._board.context.t)
        return self._obstacles

    def hide(self, words: str) -> None:
        """Remove the ghost and show another hint, until the next edit is previewed."""
        self._last = self._after = None
        self._board.show_ghost(None)
        self._board.context.view.say(words)

    def commit(self) -> bool:
        """Apply the edit previewed last; return whether it changed the plan. A plan changed meanwhile is left alone."""
        after, workspace = self._after, self._board.context.workspace
        self.clear()
        if after is None or workspace.plan is not self._plan:
            return False
        return workspace.apply(lambda _plan: after, self._name)

    def clear(self) -> None:
        """Remove ghost and hint."""
        self._after = None
        self._board.show_ghost(None)
        self._board.context.view.say("")
