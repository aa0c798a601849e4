"""Somebody who waits for modal dialogs and plays with each for a while before it is closed."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QMenu, QMessageBox, QPushButton, QWidget

from tests.proving.monkey.hand import Hand, Key
from tests.proving.monkey.poke import close_popups, poke_in

COUNT: Final = "monkey events"
MOST: Final = "monkey patience"
SOON: Final = 3
"""Milliseconds until somebody looks again whether a dialog stands open."""
PATIENCE: Final = 60
"""Looks without any event in between, after which a menu counts as one that waits."""


class Dialogs:
    """Wakes up again and again while a step is on; a dialog's own loop lets it act."""

    def __init__(self, hand: Hand, note: Callable[[str], None]) -> None:
        self._hand, self._note = hand, note
        self._idle = self._seen = 0
        self._busy: list[QWidget] = []
        self.on = False
        self.stuck: list[str] = []

    def begin(self) -> None:
        self.on = True
        QTimer.singleShot(SOON, self._turn)

    def end(self) -> None:
        self.on = False

    def _turn(self) -> None:
        if not self.on:
            return
        QTimer.singleShot(SOON, self._turn)  # first: what follows may open a dialog that waits for the next turn
        modal = QApplication.activeModalWidget()
        if modal is None and self._waits_for_menu():
            self._in_menu()
        if (
            modal is None or modal in self._busy
        ):  # each event lets waiting ones through, so that a turn may come amid it
            return
        self._busy.append(modal)
        try:
            self._act(modal)
        finally:
            self._busy.remove(modal)

    def _waits_for_menu(self) -> bool:
        """Return whether a menu stands open that holds the step up, as one under a button does."""
        popup = QApplication.activePopupWidget()
        still = isinstance(popup, QMenu) and self._seen == self._hand.events
        self._idle = self._idle + 1 if still else 0
        self._seen = self._hand.events
        return self._idle >= PATIENCE

    def _in_menu(self) -> None:
        self._idle = 0
        self._hand.keys(*[Key.Key_Down] * self._hand.number(0, 8))
        self._hand.key(Key.Key_Return if self._hand.often(0.6) else Key.Key_Escape)

    def _act(self, modal: QWidget) -> None:
        hand = self._hand
        number = int(modal.property(COUNT) or 0) + 1
        modal.setProperty(COUNT, number)
        if number == 1:
            modal.setProperty(MOST, hand.one_of((0, 0, 1, 2, 4, 8)))
        if number > int(modal.property(MOST) or 0) + 12:
            self.stuck.append(f"{type(modal).__name__} “{modal.windowTitle()}” cannot be closed")
            _ = modal.done(0) if isinstance(modal, QDialog) else modal.close()
        elif number > int(modal.property(MOST) or 0):
            close_popups(hand)
            self._close(modal)
        else:
            self._note(f"in {type(modal).__name__}: {poke_in(hand, modal)}")
            close_popups(hand)

    def _close(self, modal: QWidget) -> None:
        hand = self._hand
        box = modal.findChild(QDialogButtonBox)
        buttons = [button for button in (box or modal).findChildren(QPushButton) if button.isVisible()]
        usable = [button for button in buttons if button.isEnabled()]
        if hand.often(0.4) or not usable:
            self._note(f"Escape from {type(modal).__name__}")
            hand.key(Key.Key_Escape)
        else:
            button = hand.one_of(usable)
            words = modal.text() if isinstance(modal, QMessageBox) else modal.windowTitle()
            self._note(f"{button.text()!r} in {type(modal).__name__} {words[:60]!r}")
            hand.click(button)
