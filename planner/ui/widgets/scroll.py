"""Scroll areas around widgets that may be larger than the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(widget: QWidget, *, takes_focus: bool = True, horizontal: bool = True) -> QScrollArea:
    """Return a frameless scroll area around a widget, which never becomes smaller than its minimum size.

    An area that takes the focus passes it on to the widget; without `horizontal` it scrolls vertically alone.
    """
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(widget)
    if takes_focus:
        area.setFocusProxy(widget)
    else:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not horizontal:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
