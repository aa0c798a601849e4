"""A scrolled column of rows with immediate layout, so that no intermediate state is painted."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCursor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ProblemList(QScrollArea):
    """Stacks rows at the height of their wrapped text; the row under the mouse keeps its position."""

    moved = Signal()
    """Emitted when other rows may have come into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: tuple[QWidget, ...] = ()
        self._heights: dict[int, tuple[int, int]] = {}
        """The height of each row at a width, by the row's identity: measuring wrapped text takes long."""
        self._body = _Body(self)
        self._body.setObjectName("problemList")
        self.setWidget(self._body)
        self.verticalScrollBar().valueChanged.connect(self.moved)

    def body(self) -> QWidget:
        """Return the parent widget of the rows."""
        return self._body

    def put(self, rows: Sequence[QWidget]) -> None:
        """Show exactly these rows in this order; others are deleted."""
        held, kept, known = self._held(), set(map(id, rows)), set(map(id, self._rows))
        for row in self._rows:
            if id(row) not in kept:
                self._heights.pop(id(row), None)
                row.hide()
                row.deleteLater()
        self._rows = tuple(rows)
        for row in self._rows:
            if id(row) not in known:
                row.setVisible(True)
        self._arrange(held)

    def arrange(self) -> None:
        """Lay out all rows immediately, as text, fonts or buttons may have changed."""
        self._heights.clear()
        self._arrange(self._held())

    def seen(self) -> list[QWidget]:
        """Return the rows of which a part is visible."""
        if not self.isVisible():
            return []
        view = self.viewport().rect().translated(0, self.verticalScrollBar().value())
        return [row for row in self._rows if view.intersects(row.geometry())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text again."""
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Recompute sizes once fonts and style are known."""
        super().showEvent(event)
        self.arrange()

    def _arrange(self, held: tuple[QWidget, int] | None) -> None:
        width, top = self.viewport().width(), 0
        for row in self._rows:
            known = self._heights.get(id(row))
            if known is None or known[0] != width:
                if layout := row.layout():
                    layout.activate()
                known = self._heights[id(row)] = width, max(row.heightForWidth(width), row.minimumSizeHint().height())
            row.setGeometry(QRect(0, top, width, known[1]))
            top += known[1]
        self._body.resize(width, top + 8)
        if held and held[0] in self._rows:
            self.verticalScrollBar().setValue(held[0].y() - held[1])
        self.moved.emit()

    def _held(self) -> tuple[QWidget, int] | None:
        """Return the row that must not move and its y in the viewport: under the mouse, focused, or first."""
        position, view = self.verticalScrollBar().value(), self.viewport().rect()
        seen = [row for row in self._rows if view.intersects(row.geometry().translated(0, -position))]
        mouse = self.viewport().mapFromGlobal(QCursor.pos())
        pointed = [row for row in seen if row.geometry().contains(mouse + QPoint(0, position))]
        focused = [row for row in seen if row.isAncestorOf(self.focusWidget() or self)]
        for row in (*(pointed if view.contains(mouse) else ()), *focused, *(seen if position else ())):
            return row, row.y() - position
        return None


class _Body(QWidget):
    def __init__(self, area: ProblemList) -> None:
        super().__init__()
        self._area = area

    def event(self, event: QEvent) -> bool:
        """Repeat the layout when text or font of a row changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._area.arrange()
        return super().event(event)
