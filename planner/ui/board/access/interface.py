"""The board for screen readers: a list of its sessions in reading order, each with name, state, place and actions.

Interfaces belong to Qt, which deletes them with the object that they represent. Their Python halves live until the
program ends; so they keep no state, and ask the board for each answer.
"""

from functools import cache
from typing import Final, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QAccessibleObject, QWindow
from shiboken6.Shiboken import VoidPtr, getCppPointer

from planner.text import date_short, mark, spoken_description
from planner.ui.board.access.blocks import AccessibleBlock, accessible_text, blocks_of
from planner.ui.board.canvas import Canvas

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
"""Kept because at exit the bindings could free the Python halves, and delete Qt's with them, before Qt does."""


class BoardInterface(QAccessibleObject):
    """The board as a list."""

    @property
    def canvas(self) -> Canvas:
        """The board itself."""
        return cast("Canvas", self.object())

    def parent(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the interface of the board's parent widget."""
        around = self.canvas.parentWidget()
        return QAccessible.queryAccessibleInterface(around) if around is not None else None

    def window(self) -> QWindow:
        """Return the window on the screen."""
        return self.canvas.window().windowHandle()

    def child(self, index: int, /) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the session at an index of the reading order; None outside it."""
        order = self.canvas.order
        return _block(self.canvas, order[index]) if 0 <= index < len(order) else None

    def childCount(self) -> int:
        """Return the number of sessions shown."""
        return len(self.canvas.order)

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        """Return a session's index in reading order, -1 for anything else."""
        block, order = child.object(), self.canvas.order
        return order.index(block.session) if isinstance(block, AccessibleBlock) and block.session in order else -1

    def childAt(self, x: int, y: int, /) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the session at a point of the screen; None on the ground and outside the viewport."""
        viewport = self.canvas.viewport()
        point = viewport.mapFromGlobal(QPoint(x, y))
        if self.canvas.scene is None or not viewport.rect().contains(point):
            return None
        day = self.canvas.to_day(point)
        block = self.canvas.scene.layout.at(day.x(), day.y())
        return None if block is None else _block(self.canvas, block.session)

    def focusChild(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the session that has the focus; None while the board does not have it."""
        focus = self.canvas.focus
        return _block(self.canvas, focus) if focus and self.canvas.hasFocus() else None

    def rect(self) -> QRect:
        """Return the board's rectangle in screen coordinates."""
        return QRect(self.canvas.mapToGlobal(QPoint()), self.canvas.size())

    def role(self) -> QAccessible.Role:
        """Return the role of a list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """Return that several of its sessions can be selected, and whether the board itself has the focus."""
        state, canvas = QAccessible.State(), self.canvas
        state.focusable = state.active = state.multiSelectable = state.extSelectable = True
        state.focused = canvas.hasFocus() and not canvas.focus
        state.invisible = not canvas.isVisible()
        return state

    def text(self, kind: QAccessible.Text, /) -> str:
        """Return the name with the day, the numbers of sessions and rooms, or the help on keys."""
        canvas = self.canvas
        context, t = canvas.context, canvas.context.t
        match kind:
            case QAccessible.Text.Name:
                day = context.workspace.plan.day_by_id.get(context.view.day)
                name = canvas.accessibleName()
                return name if day is None else f"{name}, {day.title or date_short(day.date, t)}"
            case QAccessible.Text.Description:
                sessions = t.count("{number} session", "{number} sessions", len(canvas.order))
                rooms = t.count("{number} room", "{number} rooms", len(context.workspace.plan.rooms))
                return f"{sessions}, {rooms}"
            case QAccessible.Text.Help:
                return t("The arrow keys go from session to session; with Alt they move the selected one.")
            case _:
                return ""


class BlockInterface(QAccessibleObject):
    """One session on the board."""

    def __init__(self, block: AccessibleBlock) -> None:
        super().__init__(block)
        self._actions = BlockActions(self)

    @property
    def session(self) -> str:
        """The session's id."""
        return cast("AccessibleBlock", self.object()).session

    @property
    def canvas(self) -> Canvas:
        """The board it is on."""
        return cast("Canvas", self.object().parent())

    def parent(self) -> QAccessibleInterface:
        """Return the board."""
        return QAccessible.queryAccessibleInterface(self.canvas)

    def window(self) -> QWindow:
        """Return the window on the screen."""
        return self.canvas.window().windowHandle()

    def child(self, _index: int, /) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return None: a session has no children."""

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface, /) -> int:
        """Return -1: a session has no children."""
        return -1

    def rect(self) -> QRect:
        """Return the block's rectangle in screen coordinates, also where it is scrolled out of sight."""
        scene = self.canvas.scene
        box = None if scene is None else scene.layout.box_of.get(self.session)
        return QRect() if box is None else self.canvas.on_screen(box)

    def role(self) -> QAccessible.Role:
        """Return the role of an entry of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether it is selected, has the focus and is in sight; it can always be selected and focused."""
        state, canvas = QAccessible.State(), self.canvas
        state.focusable = state.selectable = state.extSelectable = True
        state.selected = self.session in canvas.context.view.selection
        state.focused = canvas.hasFocus() and canvas.focus == self.session
        state.offscreen = not canvas.seen_on_screen().intersects(self.rect())
        state.invisible = not canvas.isVisible() or self.session not in canvas.order
        return state

    def text(self, kind: QAccessible.Text, /) -> str:
        """Return the session's name as it is read out, or the description with its details."""
        match kind:
            case QAccessible.Text.Name:
                return accessible_text(self.canvas, self.session)
            case QAccessible.Text.Description:
                return accessible_text(self.canvas, self.session, spoken_description)
            case _:
                return ""

    def interface_cast(self, kind: QAccessible.InterfaceType, /) -> VoidPtr:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return a pointer to the actions, and a null pointer for all other interfaces.

        Of a plain number or None the bindings would pass on the address of the Python object itself.
        """
        return VoidPtr(getCppPointer(self._actions)[0] if kind == QAccessible.InterfaceType.ActionInterface else 0)


class BlockActions(QAccessibleActionInterface):
    """The actions that a screen reader offers for a session."""

    def __init__(self, block: BlockInterface) -> None:
        super().__init__()
        self._block = block

    def actionNames(self) -> list[str]:
        """Return three of Qt's action names and our own one for renaming."""
        return list(_WORDS)

    def localizedActionName(self, name: str, /) -> str:
        """Return an action's name in the interface's language."""
        return self._block.canvas.context.t(_WORDS.get(name, name))

    def localizedActionDescription(self, name: str, /) -> str:
        """Return the action's name: it has no longer description."""
        return self.localizedActionName(name)

    def keyBindingsForAction(self, name: str, /) -> list[str]:
        """Return the keys that trigger the same action."""
        return {RENAME: ["F2"], MENU: ["Shift+F10"]}.get(name, [])

    def doAction(self, name: str, /) -> None:
        """Select the session and perform the action; one that is no longer shown is ignored."""
        canvas, session = self._block.canvas, self._block.session
        blocks = blocks_of(canvas)
        if blocks is not None and name in _WORDS and session in canvas.order:
            canvas.context.view.select(session)
            if name == FOCUS:
                canvas.setFocus()
            elif name == MENU:
                blocks.requests.request_menu()
            elif name == RENAME:
                blocks.requests.request_edit(session)


def _block(canvas: Canvas, session: str) -> QAccessibleInterface | None:
    blocks = blocks_of(canvas)
    return None if blocks is None else QAccessible.queryAccessibleInterface(blocks.of(session))


def _interface(_key: str, subject: QObject) -> QAccessibleInterface | None:
    """Return the interface of a board or of one of its sessions; None leaves all other objects to Qt.

    Qt passes the name of a class and the object. With another number of parameters the bindings crash.
    """
    if isinstance(subject, AccessibleBlock):
        _KEPT.append(BlockInterface(subject))
    elif isinstance(subject, Canvas):
        _KEPT.append(BoardInterface(subject))
    else:
        return None
    return _KEPT[-1]


@cache
def install() -> None:
    """Register the factory of the board's interfaces, once per process."""
    QAccessible.installFactory(_interface)
