"""A workspace with one widget on it, and functions that press keys and click as people do."""

from collections.abc import Callable
from typing import Any, Final, Protocol, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.model import Capacity, Document, Person, Plan, Room, Seating, Settings
from planner.text import language
from planner.ui.papers.view import PapersView
from planner.ui.services.context import WidgetContext
from planner.ui.services.view_state import ViewState
from planner.ui.widgets.theme import LIGHT
from planner.ui.window.planner_window import PlannerWindow
from planner.workspace import State, Workspace
from tests.model.small import plan_of

SIZE_HINTS: Final = "does not support propagateSizeHints"
"""What the offscreen platform says of each window."""
ROOMS: Final = (
    Room(id="hall", name="Hall", capacities=(Capacity(seating=Seating.ROWS, places=80),)),
    Room(id="blue", name="Blue", capacities=(Capacity(seating=Seating.CIRCLE, places=20),)),
    Room(id="red", name="Red"),
)
PEOPLE: Final = (Person(id="ann", name="Ann Example"), Person(id="ben", name="Ben Example"))


class Shown(Protocol):
    """A widget that shows the plan."""

    def show_state(self, before: State | None, after: State, /) -> None: ...


W = TypeVar("W", bound=QWidget)


class Harness:
    """Gives a widget what the window would: workspace, view state and context; records the undoable steps."""

    def __init__(self, *sessions: Any, **fields: Any) -> None:  # noqa: ANN401  # as plan_of
        given: dict[str, Any] = {"rooms": ROOMS, "people": PEOPLE, "settings": Settings(expected=60)}
        plan = fields.pop("plan", None) or plan_of(*sessions, **(given | fields))
        self.workspace = Workspace(Document(plan=plan))
        self.view = ViewState()
        self.context = WidgetContext(self.workspace, self.view, language("en"), LIGHT)
        self.workspace.listen(self.view.show_state)
        self.steps: list[str | None] = []
        self._last = plan
        self.workspace.listen(self._note)

    @property
    def plan(self) -> Plan:
        return self.workspace.plan

    def put(
        self, widget: W, show_state: Callable[[State | None, State], None], width: int = 320, height: int = 700
    ) -> W:
        """Show a widget and let it follow the plan."""
        self.workspace.listen(show_state)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        QApplication.processEvents()
        return widget

    def _note(self, _before: State | None, after: State) -> None:
        if after.plan is not self._last:
            self.steps.append(after.undo)
            self._last = after.plan


def papers_of(planner: PlannerWindow) -> PapersView | None:
    """Return the papers; None while another view is shown."""
    shown = planner.window.shown
    return shown if isinstance(shown, PapersView) else None


def named(widget: QWidget, kind: type[W], name: str) -> W:
    """Return the visible part of a widget that a screen reader would call by a name."""
    found = [child for child in widget.findChildren(kind) if child.accessibleName() == name and child.isVisible()]
    assert len(found) == 1, [child.accessibleName() for child in widget.findChildren(kind) if child.isVisible()]
    return found[0]


def retype(field: QWidget, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Select all in a field, type over it and end by a key."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, end)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Press and release the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
