"""The order in which Tab visits widgets: as they are read, not as they were made."""

from collections.abc import Iterator
from functools import cmp_to_key

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget


def reachable(widget: QWidget) -> Iterator[QWidget]:
    """Yield the widgets that Tab reaches: the widget itself, then its children row by row, left to right."""
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    if takes and widget.isEnabled():
        yield widget
    inside = [child for child in widget.children() if isinstance(child, QWidget) and child.isVisible()]
    for child in sorted(inside, key=cmp_to_key(lambda one, two: _compare(one.geometry(), two.geometry()))):
        if not child.isWindow():
            yield from reachable(child)


def step(window: QWidget, *, forward: bool) -> bool:
    """Focus the next widget, after the last one the first; return whether there is any."""
    order = list(reachable(window))
    if not order:
        return False
    now = window.focusWidget()
    if now in order:
        following = order[(order.index(now) + (1 if forward else -1)) % len(order)]
    else:
        following = order[0 if forward else -1]
    following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _compare(one: QRect, two: QRect) -> int:
    """Compare two places in reading order; those that overlap in height are one row."""
    beside = one.top() <= two.center().y() <= one.bottom() or two.top() <= one.center().y() <= two.bottom()
    return one.x() - two.x() if beside else one.y() - two.y()
