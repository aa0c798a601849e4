"""Something is done to any widget, in a way that fits its kind."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QSplitterHandle,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.proving.monkey.hand import ALT, CTRL, NONE, SHIFT, Hand, Key

KINDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QSplitterHandle,
    QTabBar,
    QTextEdit,
)
ENDS = (Key.Key_Return, Key.Key_Tab, Key.Key_Escape, Key.Key_Backtab)


def poke_in(hand: Hand, area: QWidget) -> str:
    """Do something to one of the widgets in an area that can be seen and used; return to which."""
    found = [widget for widget in area.findChildren(QWidget) if isinstance(widget, KINDS) and _usable(widget)]
    if not found:
        hand.key(hand.one_of(ENDS))
        return "a key"
    widget = hand.one_of(found)
    said = f"{type(widget).__name__} {(widget.accessibleName() or widget.objectName())[:40]!r}"
    poke(hand, widget)
    return said


def poke(hand: Hand, widget: QWidget) -> None:
    """Do to a widget what its kind is for."""
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)):
        write(hand, widget)
    elif isinstance(widget, QComboBox):
        hand.click(widget)
        if hand.often(0.3):
            hand.type(hand.words()[:3])
        hand.keys(*[hand.one_of((Key.Key_Down, Key.Key_Up, Key.Key_End))] * hand.number(0, 4))
        hand.key(hand.one_of((Key.Key_Return, Key.Key_Return, Key.Key_Escape, Key.Key_Tab)))
    elif isinstance(widget, QHeaderView):
        drag_header(hand, widget)
    elif isinstance(widget, QAbstractItemView):
        _use_items(hand, widget)
    elif isinstance(widget, QSplitterHandle):
        drag(hand, widget, hand.number(-150, 150), hand.number(-150, 150))
    elif hand.often(0.1):
        widget.setFocus()  # as a click on its label does
        hand.key(hand.one_of((Key.Key_Space, Key.Key_Return, Key.Key_Right, Key.Key_Tab)))
    else:
        hand.click(widget)


def write(hand: Hand, widget: QWidget) -> None:
    """Type into a field, and leave it in some way or not at all."""
    hand.click(widget)
    if hand.often(0.6):
        hand.key(Key.Key_A, CTRL)
    if hand.often(0.1):
        hand.key(hand.one_of((Key.Key_Z, Key.Key_V, Key.Key_X, Key.Key_C)), CTRL)
    elif hand.often(0.1):
        hand.key(Key.Key_Delete)
    else:
        hand.type(hand.words())
    if hand.often(0.7):
        hand.key(hand.one_of(ENDS))


def drag_header(hand: Hand, header: QHeaderView) -> None:
    """Draw the edge of a column to another place, or click on a title."""
    column = hand.number(0, max(0, header.count() - 1))
    if header.isSectionHidden(column) or hand.often(0.2):
        hand.click(header.viewport())
        return
    edge = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) - 1, header.height() // 2)
    if header.viewport().rect().contains(edge):
        _draw(hand, header.viewport(), edge, edge + QPoint(hand.number(-200, 200), 0))


def drag(hand: Hand, widget: QWidget, right: int, down: int) -> None:
    """Draw a widget by so many pixels."""
    at = hand.point(widget)
    if at is not None:
        _draw(hand, widget, at, at + QPoint(right, down))


def _draw(hand: Hand, widget: QWidget, at: QPoint, to: QPoint) -> None:
    hand.press(widget, at)
    hand.move(widget, (at + to) / 2)
    hand.move(widget, to)
    hand.release(widget, to)


def _use_items(hand: Hand, view: QAbstractItemView) -> None:
    at = hand.point(view.viewport())
    if at is None:
        return
    hand.click(view.viewport(), at, hand.one_of((NONE, NONE, NONE, CTRL, SHIFT)))
    what = hand.number(0, 5)
    if what == 0:
        hand.double_click(view.viewport(), at)
    elif what == 1:
        hand.keys(*[hand.one_of((Key.Key_Down, Key.Key_Up, Key.Key_Right, Key.Key_Home, Key.Key_End))] * 3)
    elif what == 2:
        hand.key(Key.Key_F2)
        hand.type(hand.words())
        hand.key(hand.one_of(ENDS))
    elif what == 3:
        hand.key(hand.one_of((Key.Key_Space, Key.Key_Return, Key.Key_Delete)))
    elif what == 4:
        hand.key(Key.Key_Down, ALT)


def close_popups(hand: Hand) -> None:
    """Leave menus and lists that stand open."""
    for _ in range(6):
        if QApplication.activePopupWidget() is None:
            return
        hand.key(Key.Key_Escape)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        window = QGuiApplication.focusWindow()
        message = (
            f"{type(popup).__name__} {popup.objectName()!r} of {popup.parent()} stays open after Escape to {window}"
        )
        raise AssertionError(message)


def _usable(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()
