"""A hand of chance: what a person's mouse and keyboard do, as the events that a window system would send."""

import re
from collections.abc import Sequence
from random import Random
from typing import Final, TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6.Shiboken import isValid

from tests.texts import AWKWARD

Key: Final = Qt.Key
Held = Qt.KeyboardModifier
NONE: Final = Held.NoModifier
CTRL: Final = Held.ControlModifier
SHIFT: Final = Held.ShiftModifier
ALT: Final = Held.AltModifier
LEFT: Final = Qt.MouseButton.LeftButton
RIGHT: Final = Qt.MouseButton.RightButton
HELD: Final = (NONE, NONE, NONE, CTRL, SHIFT, ALT, CTRL | SHIFT)
WORDS: Final = (
    *(words for words in AWKWARD if "\n" not in words and "\r" not in words),
    *("9:15", "10.30", "+15", "-5", "90", "1h30", "25:99", "0", "a", "Forum 1: Wohnen", "Kaffee 15m", "", " ", "-"),
    *("Welcome 15m @Hall #N.N.", "14:00-15:30 Panel @Saal", "@@ ## -- ::", "16.11.2026", "99999999", "<b>fett</b>"),
    "<img src=/etc/hostname>",
)
HOLDS: Final = {"Ctrl": CTRL, "Shift": SHIFT, "Alt": ALT}
KEYS: Final = {
    "+": Key.Key_Plus,
    "-": Key.Key_Minus,
    "Del": Key.Key_Delete,
    "PgUp": Key.Key_PageUp,
    "PgDown": Key.Key_PageDown,
}
"""Keys whose names in a shortcut are not Qt's."""
W = TypeVar("W")


class Hand:
    """Clicks, drags and types; where and what is left to chance, which is the same again for the same seed."""

    chance: Random = Random(0)
    events: int = 0
    """How many there were: whoever waits sees by it that nothing is done any more."""

    # Chance

    def one_of(self, things: Sequence[W]) -> W:
        return things[self.chance.randrange(len(things))]

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def number(self, least: int, most: int) -> int:
        return self.chance.randint(least, most)

    def point(self, widget: QWidget) -> QPoint | None:
        """Return a point of a widget that can be seen."""
        seen = widget.visibleRegion().boundingRect()
        if not widget.isVisible() or seen.isEmpty():
            return None
        return QPoint(self.number(seen.left(), seen.right()), self.number(seen.top(), seen.bottom()))

    # Mouse

    def press(self, widget: QWidget, at: QPoint, held: Held = NONE, button: Qt.MouseButton = LEFT) -> None:
        self._mouse(QTest.MouseAction.MousePress, widget, at, held, button)

    def move(self, widget: QWidget, at: QPoint, held: Held = NONE) -> None:
        self._mouse(QTest.MouseAction.MouseMove, widget, at, held, Qt.MouseButton.NoButton)

    def release(self, widget: QWidget, at: QPoint, held: Held = NONE, button: Qt.MouseButton = LEFT) -> None:
        self._mouse(QTest.MouseAction.MouseRelease, widget, at, held, button)

    def click(
        self, widget: QWidget, at: QPoint | None = None, held: Held = NONE, button: Qt.MouseButton = LEFT
    ) -> None:
        """Click on a widget where it can be seen, or nowhere if it cannot."""
        at = self.point(widget) if at is None else at
        if at is not None:
            self.press(widget, at, held, button)
            self.release(widget, at, held, button)

    def double_click(self, widget: QWidget, at: QPoint | None = None) -> None:
        at = self.point(widget) if at is None else at
        if at is not None:
            self._mouse(QTest.MouseAction.MouseDClick, widget, at, NONE, LEFT)

    def wheel(self, widget: QWidget, held: Held = NONE) -> None:
        at = self.point(widget)
        window = window_of(widget)
        if at is not None and window is not None:
            place = QPointF(widget.mapTo(widget.window(), at))
            QTest.wheelEvent(window, place, QPoint(0, self.one_of((120, -120, 360, -360))), QPoint(), held)

    def ask_menu(self, widget: QWidget) -> None:
        """Ask for a menu by the key for it, as the window system does for the widget that has the keyboard."""
        at = widget.rect().center()
        QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at)))

    def drop(self, widget: QWidget, data: QMimeData, points: Sequence[QPoint], held: Held, *, lets_go: bool) -> None:
        """Bring something from elsewhere over a widget, and let it go there or leave again."""
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(points[0], copy, data, left, held)
        QApplication.sendEvent(widget, enter)
        for point in points if enter.isAccepted() else ():
            QApplication.sendEvent(widget, QDragMoveEvent(point, copy, data, left, held))
        if lets_go and enter.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(QPointF(points[-1]), copy, data, left, held))
        else:
            QApplication.sendEvent(widget, QDragLeaveEvent())

    # Keyboard

    def key(self, key: Qt.Key, held: Held = NONE) -> None:
        """Press and release a key in the window that has the keyboard."""
        window = keyboard_window()
        self.events += 1
        if window is not None:
            QTest.keyClick(window, key, held)

    def keys(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.key(key)

    def shortcut(self, keys: str) -> None:
        """Press a shortcut such as "Ctrl+Shift+F"."""
        found = re.fullmatch(r"(.*\+)?(.+)", keys)
        assert found is not None
        held = NONE
        for name in (found[1] or "").split("+")[:-1]:
            held |= HOLDS[name]
        self.key(KEYS.get(found[2]) or Key[f"Key_{found[2]}"], held)

    def type(self, words: str) -> None:
        for letter in words:
            window = keyboard_window()
            self.events += 1
            if window is None:
                return
            key = QTest.asciiToKey(ord(letter)) if letter.isascii() and letter.isprintable() else Key.Key_unknown
            held = SHIFT if letter.isupper() else NONE
            QTest.sendKeyEvent(QTest.KeyAction.Click, window, key, letter, held)

    def words(self) -> str:
        """Return what is typed next: short words mostly, for each letter is an event."""
        words = self.one_of(WORDS)
        return words[: self.number(1, 12)] if self.often(0.95) else words

    def _mouse(
        self, action: QTest.MouseAction, widget: QWidget, at: QPoint, held: Held, button: Qt.MouseButton
    ) -> None:
        window = window_of(widget)
        self.events += 1
        if window is None:
            return
        place, edges = widget.mapTo(widget.window(), at), widget.window().rect()
        inside = QPoint(
            min(max(place.x(), edges.left()), edges.right()), min(max(place.y(), edges.top()), edges.bottom())
        )
        QTest.mouseEvent(action, window, button, held, inside)


def window_of(widget: QWidget) -> QWindow | None:
    """Return the window of the system in which a widget is seen; one may go between two events, as by a new theme."""
    return widget.window().windowHandle() if isValid(widget) and widget.isVisible() else None


def keyboard_window() -> QWindow | QWidget | None:
    """Return what gets the keys: a popup, a dialog or the window, if the offscreen platform gives them to none.

    A menu may lie where the window of the one before lay in memory; PySide then hands out the wrapper of the dead one.
    """
    focused = QGuiApplication.focusWindow()
    if focused and isValid(focused):
        return focused
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
