"""A scrolled column of rows with immediate layout, so that no intermediate state is painted."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ProblemList(QScrollArea):
    """Stacks rows at the height of their wrapped text; the row under the mouse keeps its position."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: tuple[QWidget, ...] = ()
        self._body = _Body(self)
        self._body.setObjectName("problemList")
        self.setWidget(self._body)

    def body(self) -> QWidget:
        """Return the parent widget of the rows."""
        return self._body

    def put(self, rows: Sequence[QWidget]) -> None:
        """Show exactly these rows in this order; others are deleted."""
        held = self._held()
        for row in self._rows:
            if row not in rows:
                row.hide()
                row.deleteLater()
        self._rows = tuple(rows)
        for row in self._rows:
            row.setVisible(True)
        self._arrange(held)

    def arrange(self) -> None:
        """Lay out all rows immediately."""
        self._arrange(self._held())

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
            if layout := row.layout():
                layout.activate()
            height = max(row.heightForWidth(width), row.minimumSizeHint().height())
            row.setGeometry(QRect(0, top, width, height))
            top += height
        self._body.resize(width, top + 8)
        if held and held[0] in self._rows:
            self.verticalScrollBar().setValue(held[0].y() - held[1])

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
