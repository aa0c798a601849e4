"""The board for screen readers: a list of its sessions in reading order, each with name, state, place and actions.

Interfaces belong to Qt, which deletes them with the object that they stand for. Their Python halves stay until the
program ends; so they hold nothing, and ask the board anew for each answer.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QAccessibleObject, QWindow
from shiboken6.Shiboken import VoidPtr, getCppPointer

from planner.text import date_short, mark, spoken_description, spoken_name

if TYPE_CHECKING:
    from planner.ui.board.interaction import Surface

SELECT: Final = QAccessibleActionInterface.pressAction()
FOCUS: Final = QAccessibleActionInterface.setFocusAction()
MENU: Final = QAccessibleActionInterface.showMenuAction()
RENAME: Final = "rename"
_WORDS: Final = {
    SELECT: mark("Select"),
    FOCUS: mark("Go there"),
    RENAME: mark("Change title"),
    MENU: mark("Show menu"),
}

_KEPT: Final[list[QAccessibleInterface]] = []
"""At the end of the program the bindings may let go their halves, and delete Qt's with them, before Qt does that."""


class Spot(QObject):
    """Stands for a session that the board shows: what Qt ties the session's interface to."""

    def __init__(self, session: str, surface: "Surface") -> None:
        super().__init__(surface)
        self.session: Final = session


class BoardInterface(QAccessibleObject):
    """The board as a list."""

    @property
    def surface(self) -> "Surface":
        """The board itself."""
        return cast("Surface", self.object())

    def parent(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return what the board lies in."""
        around = self.surface.parentWidget()
        return QAccessible.queryAccessibleInterface(around) if around is not None else None

    def window(self) -> QWindow:
        """Return the window on the screen."""
        return self.surface.window().windowHandle()

    def child(self, index: int, /) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return a session by its place in reading order."""
        order = self.surface.order
        return _block(self.surface, order[index]) if 0 <= index < len(order) else None

    def childCount(self) -> int:
        """Return how many sessions there are."""
        return len(self.surface.order)

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        """Return the place of a session, -1 for anything else."""
        spot, order = child.object(), self.surface.order
        return order.index(spot.session) if isinstance(spot, Spot) and spot.session in order else -1

    def childAt(self, x: int, y: int, /) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the session at a point of the screen."""
        viewport = self.surface.viewport()
        point = viewport.mapFromGlobal(QPoint(x, y))
        if self.surface.scene is None or not viewport.rect().contains(point):
            return None
        day = self.surface.to_day(point)
        block = self.surface.scene.layout.at(day.x(), day.y())
        return None if block is None else _block(self.surface, block.session)

    def focusChild(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the session that the keys go to."""
        focus = self.surface.focus
        return _block(self.surface, focus) if focus and self.surface.hasFocus() else None

    def rect(self) -> QRect:
        """Return the board's place on the screen."""
        return QRect(self.surface.mapToGlobal(QPoint()), self.surface.size())

    def role(self) -> QAccessible.Role:
        """Say that it is a list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """Return what can be done with it, and whether it has the focus itself."""
        state, surface = QAccessible.State(), self.surface
        state.focusable = state.active = state.multiSelectable = state.extSelectable = True
        state.focused = surface.hasFocus() and not surface.focus
        state.invisible = not surface.isVisible()
        return state

    def text(self, kind: QAccessible.Text, /) -> str:
        """Return the name with the day; the numbers of sessions and rooms; the keys."""
        surface = self.surface
        context, t = surface.context, surface.context.t
        match kind:
            case QAccessible.Text.Name:
                day = context.workspace.plan.day_by_id.get(context.view.day)
                name = surface.accessibleName()
                return name if day is None else f"{name}, {day.title or date_short(day.date, t)}"
            case QAccessible.Text.Description:
                sessions = t.count("{number} session", "{number} sessions", len(surface.order))
                rooms = t.count("{number} room", "{number} rooms", len(context.workspace.plan.rooms))
                return f"{sessions}, {rooms}"
            case QAccessible.Text.Help:
                return t("The arrow keys go from session to session; with Alt they move the selected one.")
            case _:
                return ""


class BlockInterface(QAccessibleObject):
    """One session on the board."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(spot)
        self._actions = BlockActions(self)

    @property
    def session(self) -> str:
        """The session's id."""
        return cast("Spot", self.object()).session

    @property
    def surface(self) -> "Surface":
        """The board it is on."""
        return cast("Surface", self.object().parent())

    def parent(self) -> QAccessibleInterface:
        """Return the board."""
        return QAccessible.queryAccessibleInterface(self.surface)

    def window(self) -> QWindow:
        """Return the window on the screen."""
        return self.surface.window().windowHandle()

    def child(self, _index: int, /) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return nothing: there is nothing in a session."""

    def childCount(self) -> int:
        """Return none."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface, /) -> int:
        """Return that there is no such thing."""
        return -1

    def rect(self) -> QRect:
        """Return its place on the screen, seen or not."""
        scene = self.surface.scene
        box = None if scene is None else scene.layout.box_of.get(self.session)
        return QRect() if box is None else self.surface.on_screen(box)

    def role(self) -> QAccessible.Role:
        """Say that it is one of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return what can be done with it, and whether it is selected, has the focus and can be seen."""
        state, surface = QAccessible.State(), self.surface
        state.focusable = state.selectable = state.extSelectable = True
        state.selected = self.session in surface.context.view.selection
        state.focused = surface.hasFocus() and surface.focus == self.session
        state.offscreen = not surface.seen_on_screen().intersects(self.rect())
        state.invisible = not surface.isVisible() or self.session not in surface.order
        return state

    def text(self, kind: QAccessible.Text, /) -> str:
        """Return the sentence that says what it is, and the one with all else."""
        match kind:
            case QAccessible.Text.Name:
                return spoken(self.surface, self.session)
            case QAccessible.Text.Description:
                return spoken(self.surface, self.session, spoken_description)
            case _:
                return ""

    def interface_cast(self, kind: QAccessible.InterfaceType, /) -> VoidPtr:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return what tells and does the actions, and a null pointer for all else.

        The bindings would hand over a number, or None, as the address of that very Python object.
        """
        return VoidPtr(getCppPointer(self._actions)[0] if kind == QAccessible.InterfaceType.ActionInterface else 0)


class BlockActions(QAccessibleActionInterface):
    """What can be done with a session."""

    def __init__(self, block: BlockInterface) -> None:
        super().__init__()
        self._block = block

    def actionNames(self) -> list[str]:
        """Return Qt's names of the actions, and one of ours."""
        return list(_WORDS)

    def localizedActionName(self, name: str, /) -> str:
        """Return the word for an action."""
        return self._block.surface.context.t(_WORDS.get(name, name))

    def localizedActionDescription(self, name: str, /) -> str:
        """Return the same."""
        return self.localizedActionName(name)

    def keyBindingsForAction(self, name: str, /) -> list[str]:
        """Return the keys that do the same."""
        return {RENAME: ["F2"], MENU: ["Shift+F10"]}.get(name, [])

    def doAction(self, name: str, /) -> None:
        """Do it as the hand would."""
        surface, session = self._block.surface, self._block.session
        if name in _WORDS and session in surface.order:
            surface.context.view.select(session)
            if name == FOCUS:
                surface.setFocus()
            elif name == MENU:
                surface.ask_menu()
            elif name == RENAME:
                surface.edit_requested.emit(session)


def spoken(surface: "Surface", session: str, say: Callable[..., str] = spoken_name) -> str:
    """Return what is said of a session; nothing if the board does not show it."""
    scene = surface.scene
    if scene is None or session not in scene.content.faces:
        return ""
    index, problems = scene.content.index, scene.content.problems
    return say(index, index.plan.session_by_id[session], problems.get(session, ()), surface.context.t)


def _block(surface: "Surface", session: str) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(surface.spots.of(session))


def _interface(_key: str, asked: QObject) -> QAccessibleInterface | None:
    """Return the interface of a board or of one of its sessions; Qt makes those of all else.

    Qt asks with the name of a class and the object. With another number of parameters the bindings crash.
    """
    from planner.ui.board.interaction import Surface

    if isinstance(asked, Spot):
        _KEPT.append(BlockInterface(asked))
    elif isinstance(asked, Surface):
        _KEPT.append(BoardInterface(asked))
    else:
        return None
    return _KEPT[-1]


@cache
def install() -> None:
    """Tell Qt once in this process who makes the interfaces of boards."""
    QAccessible.installFactory(_interface)
