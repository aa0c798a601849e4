"""Tells assistive technology what came, what went and what is selected on the board, as soon as somebody listens."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from planner.ui.board.access.interface import Spot, install, spoken

if TYPE_CHECKING:
    from planner.ui.board.interaction import Surface

Event = QAccessible.Event
MANY: Final = 20
"""When more sessions than these are selected or let go at once, the board itself says that its selection changed."""


class Spots:
    """What stands for the sessions on the board: made when it is asked for, gone when the session is."""

    def __init__(self, surface: "Surface") -> None:
        self._surface = surface
        self._spots: dict[str, Spot] = {}
        self._names: dict[str, str] = {}
        self._order: tuple[str, ...] = ()
        self._selected: frozenset[str] = frozenset()
        install()

    def of(self, session: str) -> Spot:
        """Return what stands for a session."""
        if session not in self._spots:
            self._spots[session] = Spot(session, self._surface)
            self._names[session] = spoken(self._surface, session)
        return self._spots[session]

    def follow(self) -> None:
        """Follow the plan and the day shown: let go what is gone; tell what is new and what is called otherwise."""
        before, self._order = self._order, self._surface.order
        for session in self._spots.keys() - set(self._order):
            spot = self._spots.pop(session)
            del self._names[session]
            _tell(spot, Event.ObjectDestroyed)
            spot.deleteLater()
        if not QAccessible.isActive():
            return
        for session in self._spots:
            name = spoken(self._surface, session)
            if name != self._names[session]:
                self._names[session] = name
                _tell(self._spots[session], Event.NameChanged)
        for session in self._order if before else ():
            if session not in before:
                _tell(self.of(session), Event.ObjectCreated)

    def select(self) -> None:
        """Follow the selection, and the focus with it."""
        before, self._selected = self._selected, frozenset(self._surface.context.view.selection)
        if not QAccessible.isActive():
            return
        changed = (before ^ self._selected) & set(self._surface.order)
        if len(changed) > MANY:
            _tell(self._surface, Event.SelectionWithin)
        else:
            for session in changed:
                _tell(self.of(session), Event.SelectionAdd if session in self._selected else Event.SelectionRemove)
        self._focus()

    def enter(self) -> None:
        """Tell which session has the focus, behind Qt's own word that the board has it."""
        QTimer.singleShot(0, self._surface, self._focus)

    def say(self, words: str) -> None:
        """Say a sentence, whatever the focus is on."""
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._surface, words))

    def _focus(self) -> None:
        if self._surface.hasFocus() and self._surface.focus:
            _tell(self.of(self._surface.focus), Event.Focus)


def _tell(about: QObject, event: Event) -> None:
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(about, event))
