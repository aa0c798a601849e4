"""Reports to assistive technology which sessions the board shows, and which of them are selected or have the focus."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from planner.text import spoken_name
from planner.ui.board.canvas import Canvas

Event = QAccessible.Event
MANY: Final = 20
"""When the selection of more sessions than these changes at once, only the board itself reports a change."""


class BlockRequests(Protocol):
    """What assistive technology can do with a session apart from selecting it."""

    def request_menu(self) -> None:
        """Ask for a menu at the focused session."""

    def request_edit(self, session: str) -> None:
        """Ask for a session's title to be edited."""


class AccessibleBlock(QObject):
    """Represents a session on the board: the object to which Qt ties the session's accessible interface."""

    def __init__(self, session: str, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.session: Final = session


class AccessibleBlocks(QObject):
    """The accessible blocks of a canvas: made when first asked for, deleted when the session is no longer shown."""

    def __init__(self, canvas: Canvas, requests: BlockRequests) -> None:
        super().__init__(canvas)
        self.requests: Final = requests
        self._canvas = canvas
        self._blocks: dict[str, AccessibleBlock] = {}
        self._names: dict[str, str] = {}
        self._order: tuple[str, ...] = ()
        self._selected: frozenset[str] = frozenset()

    def of(self, session: str) -> AccessibleBlock:
        """Return the block of a session."""
        if session not in self._blocks:
            self._blocks[session] = AccessibleBlock(session, self._canvas)
            self._names[session] = accessible_text(self._canvas, session)
        return self._blocks[session]

    def follow_plan(self) -> None:
        """Delete the blocks of sessions no longer shown; report new sessions and changed names."""
        before, self._order = self._order, self._canvas.order
        for session in self._blocks.keys() - set(self._order):
            block = self._blocks.pop(session)
            del self._names[session]
            _notify(block, Event.ObjectDestroyed)
            block.deleteLater()
        if not QAccessible.isActive():
            return
        for session in self._blocks:
            name = accessible_text(self._canvas, session)
            if name != self._names[session]:
                self._names[session] = name
                _notify(self._blocks[session], Event.NameChanged)
        for session in self._order if before else ():
            if session not in before:
                _notify(self.of(session), Event.ObjectCreated)

    def follow_selection(self) -> None:
        """Report which sessions were selected or deselected, and which one has the focus."""
        before, self._selected = self._selected, frozenset(self._canvas.context.view.selection)
        if not QAccessible.isActive():
            return
        changed = (before ^ self._selected) & set(self._canvas.order)
        if len(changed) > MANY:
            _notify(self._canvas, Event.SelectionWithin)
        else:
            for session in changed:
                _notify(self.of(session), Event.SelectionAdd if session in self._selected else Event.SelectionRemove)
        self._notify_focus()

    def announce_focus(self) -> None:
        """Report which session has the focus, after Qt itself has reported that the board has it."""
        QTimer.singleShot(0, self, self._notify_focus)

    def announce(self, words: str) -> None:
        """Have a sentence read out, wherever the focus is."""
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, words))

    def _notify_focus(self) -> None:
        if self._canvas.hasFocus() and self._canvas.focus:
            _notify(self.of(self._canvas.focus), Event.Focus)


def blocks_of(canvas: Canvas) -> AccessibleBlocks | None:
    """Return the accessible blocks of a canvas; None while the canvas is being made or deleted."""
    return canvas.findChild(AccessibleBlocks, options=Qt.FindChildOption.FindDirectChildrenOnly)


def accessible_text(canvas: Canvas, session: str, describe: Callable[..., str] = spoken_name) -> str:
    """Return what a screen reader says about a session; an empty text if the board does not show it."""
    scene = canvas.scene
    if scene is None or session not in scene.content.words:
        return ""
    index, problems = scene.content.index, scene.content.problems
    return describe(index, index.plan.session_by_id[session], problems.get(session, ()), canvas.context.t)


def _notify(subject: QObject, event: Event) -> None:
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(subject, event))
