"""The scrolling and zooming area that draws a day between header and axis and forwards input to an interaction."""

from typing import Final, Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSizeF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from planner.ui.board.layout.day_layout import LEAST, MOST, Rect
from planner.ui.board.layout.scene import Content, Scene, make_scene
from planner.ui.board.paint.axis import Axis
from planner.ui.board.paint.day import draw_gesture
from planner.ui.board.paint.day_picture import DayPicture
from planner.ui.board.paint.ghost import Ghost, draw_band
from planner.ui.board.paint.header import Header
from planner.ui.board.paint.ink import Ink, make_ink
from planner.ui.board.paint.now_line import NowLine, draw_now
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.plain_text import tip

STEP: Final = 1.15
"""The zoom factor of one step of the wheel."""


class CanvasInteraction(Protocol):
    """Handles the input that a canvas receives."""

    @property
    def busy(self) -> bool:
        """Return whether a gesture is running."""
        ...

    def cancel(self) -> bool:
        """End a gesture without a change: the canvas is hidden or resized, or lost the mouse."""
        ...

    def scrolled(self) -> None:
        """Adapt to another scroll offset."""

    def laid_out(self) -> None:
        """Adapt to another layout of the day."""

    def mouse_press(self, event: QMouseEvent) -> None:
        """Handle a pressed button."""

    def mouse_move(self, event: QMouseEvent) -> None:
        """Handle a move with or without a button."""

    def mouse_release(self, event: QMouseEvent) -> None:
        """Handle a released button."""

    def mouse_double_click(self, event: QMouseEvent) -> None:
        """Handle a double click."""

    def mouse_leave(self) -> None:
        """Handle that the pointer left the canvas."""

    def context_menu(self, event: QContextMenuEvent) -> None:
        """Handle the request for a menu, by mouse or key."""

    def key_press(self, event: QKeyEvent) -> bool:
        """Handle a pressed key; return whether it has a meaning here."""
        ...

    def key_release(self, event: QKeyEvent) -> None:
        """Handle a released key."""

    def focus_in(self, event: QFocusEvent) -> None:
        """Handle that the canvas has the focus."""

    def focus_out(self, event: QFocusEvent) -> None:
        """Handle that the canvas no longer has the focus."""

    def drag_enter(self, event: QDragEnterEvent) -> None:
        """Accept or ignore a drag from outside."""

    def drag_move(self, event: QDragMoveEvent) -> None:
        """Handle a move of a drag from outside."""

    def drag_leave(self) -> None:
        """Handle that a drag from outside left or was cancelled."""

    def drop(self, event: QDropEvent) -> None:
        """Handle the end of a drag from outside."""


class Canvas(QAbstractScrollArea):
    """Draws a day, scrolls and zooms it; all other input goes to the interaction."""

    scene: Scene | None = None
    """None on the class: a screen reader may ask while the canvas is still being made."""
    interaction: CanvasInteraction
    """Set by the interaction itself, before the canvas is shown."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context: Final = context
        self.ink: Ink = make_ink(context.theme, self.font())
        self.header: Final = Header(self.ink, context.t, self)
        self._axis = Axis(self.ink, self)
        self.ghost: Ghost | None = None
        self.now: Final = NowLine(context.clock, self._show_now, self)
        self.band: Rect | None = None
        self._density: float | None = None
        self._picture = DayPicture(context.t)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._place_sides()

    # What is shown

    def show_content(self, content: Content | None) -> None:
        """Show a day; scroll position and zoom stay."""
        self.scene = None if content is None else self._scene(content)
        self.now.watch(*((None, None) if content is None else (content.index.plan, content.day.day)))
        self._after_layout()

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Show what a gesture is about to do; None shows nothing."""
        self.ghost = ghost
        self._axis.mark(*(() if ghost is None else (ghost.start, ghost.end)))
        self.viewport().update()

    def _show_now(self) -> None:
        self._axis.show_now(self.now.minute)
        self.viewport().update()

    def show_band(self, band: Rect | None) -> None:
        """Show a rubber band; None removes it."""
        self.band = band
        self.viewport().update()

    def scroll_by(self, far: QPointF) -> None:
        """Scroll the day by so many pixels."""
        to = self.offset() + far
        self.horizontalScrollBar().setValue(round(to.x()))
        self.verticalScrollBar().setValue(round(to.y()))

    def zoom(self, factor: float | None, at: float | None = None) -> None:
        """Zoom by a factor around a height of the viewport; None fits the day again. A running gesture prevents it."""
        if self.scene is None or self.interaction.busy:
            return
        at = self.viewport().height() / 2 if at is None else at
        minute = self.scene.layout.scale.minute(at + self.offset().y())
        density = self.scene.layout.scale.density
        self._density = None if factor is None else min(MOST, max(LEAST, density * factor))
        self.scene = self._scene(self.scene.content)
        self._after_layout()
        self.verticalScrollBar().setValue(round(self.scene.layout.scale.y(minute) - at))

    def reveal(self, box: Rect) -> None:
        """Scroll as little as needed to show a box."""
        for bar, start, end in (
            (self.verticalScrollBar(), box.y, box.bottom),
            (self.horizontalScrollBar(), box.x, box.right),
        ):
            page = bar.pageStep()
            if start < bar.value() or end - start > page:
                bar.setValue(round(start) - 8)
            elif end > bar.value() + page:
                bar.setValue(round(end - page) + 8)

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the sessions shown, in reading order."""
        return () if self.scene is None else self.scene.order

    @property
    def focus(self) -> str:
        """The id of the session that has the focus: the one selected last if this day shows it, else empty."""
        selection = self.context.view.selection
        return (
            selection[-1] if self.scene is not None and selection and selection[-1] in self.scene.layout.box_of else ""
        )

    # Coordinates

    def offset(self) -> QPointF:
        """Return how far the day is scrolled, in pixels."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def to_day(self, point: QPointF | QPoint) -> QPointF:
        """Return a point of the viewport in the day's coordinates."""
        return QPointF(point) + self.offset()

    def contains(self, position: QPointF) -> bool:
        """Return whether a position of the viewport lies on the canvas, its header or its axis."""
        return self.rect().contains((position + QPointF(self.viewport().pos())).toPoint())

    def on_screen(self, box: Rect) -> QRect:
        """Return a box of the day in screen coordinates, also where it is scrolled out of sight."""
        corner = QPointF(box.x, box.y) - self.offset()
        return QRect(self.viewport().mapToGlobal(corner.toPoint()), QSizeF(box.width, box.height).toSize())

    def seen_on_screen(self) -> QRect:
        """Return the part of the screen in which the day is visible."""
        return QRect(self.viewport().mapToGlobal(QPoint()), self.viewport().size())

    # Drawing and layout

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture of the day, and over it the current time and the running gesture."""
        size, ratio, selected = self.viewport().size(), self.devicePixelRatioF(), self.context.view.selection
        picture = self._picture.drawn(
            self.scene, self.ink, self.offset(), size, ratio, selected=selected, focus=self.hasFocus()
        )
        with QPainter(self.viewport()) as painter:
            painter.drawPixmap(0, 0, picture)
            if self.scene is not None:
                painter.translate(-self.offset())
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                if self.now.minute is not None:
                    draw_now(painter, self.scene.layout, self.now.minute, self.ink)
                if self.ghost is not None:
                    draw_gesture(painter, self.scene, self.ghost, self.ink)
                if self.band is not None:
                    draw_band(painter, self.band, self.ink)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the day out for the new size; a gesture is cancelled, as nothing lies where it was."""
        self.interaction.cancel()
        super().resizeEvent(event)
        self._place_sides()
        if self.scene is not None:
            self.show_content(self.scene.content)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Scroll header and axis along."""
        self._show_sides()
        self.viewport().update()
        self.interaction.scrolled()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll to the side with Shift, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP, event.position().y())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not event.angleDelta().x():
            bar = self.horizontalScrollBar()
            bar.setValue(round(bar.value() - event.angleDelta().y() / 120 * QApplication.wheelScrollLines() * 24))
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a block's words in full as a tooltip; cancel a gesture when something else grabs the mouse."""
        if event.type() == QEvent.Type.UngrabMouse:
            self.interaction.cancel()
        if isinstance(event, QHelpEvent) and self.scene is not None:
            point = self.to_day(event.pos())
            block = self.scene.layout.at(point.x(), point.y())
            text = "" if block is None else self.scene.content.words[block.session].sentence
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a change of the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.ink = make_ink(self.context.theme, self.font())
            self._place_sides()

    # Input

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Forward the press."""
        self.interaction.mouse_press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Forward the move."""
        self.interaction.mouse_move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Forward the release."""
        self.interaction.mouse_release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Forward the double click."""
        self.interaction.mouse_double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forward that the pointer left."""
        self.interaction.mouse_leave()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Forward the request for a menu."""
        self.interaction.context_menu(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Forward the key; one without a meaning here is left to Qt."""
        if not self.interaction.key_press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Forward the key."""
        self.interaction.key_release(event)
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Forward the event, and draw the ring of the selection strong."""
        super().focusInEvent(event)
        self.interaction.focus_in(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forward the event, and draw the ring of the selection light."""
        super().focusOutEvent(event)
        self.interaction.focus_out(event)
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Cancel a gesture."""
        self.interaction.cancel()
        super().hideEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Forward the drag."""
        self.interaction.drag_enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Forward the drag."""
        self.interaction.drag_move(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Forward that the drag ended here."""
        self.interaction.drag_leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Forward the drop."""
        self.interaction.drop(event)

    # Helpers of layout

    def _scene(self, content: Content) -> Scene:
        width = self.viewport().width()
        return make_scene(content, width - 4, self.viewport().height(), self._density)

    def _after_layout(self) -> None:
        layout = self.scene.layout if self.scene is not None else None
        size = self.viewport().size()
        for bar, whole, page in (
            (self.verticalScrollBar(), layout.height if layout else 0, size.height()),
            (self.horizontalScrollBar(), layout.width if layout else 0, size.width()),
        ):
            bar.setRange(0, max(0, round(whole - page)))
            bar.setPageStep(page)
            bar.setSingleStep(24)
        self._show_sides()
        self.viewport().update()
        self.interaction.laid_out()

    def _show_sides(self) -> None:
        offset = self.offset()
        scale = None if self.scene is None else self.scene.layout.scale
        self._axis.show_scale(scale, offset.y(), self.ink)
        self.header.show_scene(self.scene, offset.x(), self.ink)

    def _place_sides(self) -> None:
        height = self.header.needed_height(self.ink)
        self.setViewportMargins(self.ink.axis, height, 0, 0)
        view = self.viewport().geometry()
        self.header.setGeometry(0, 0, view.right() + 1, height)
        self._axis.setGeometry(0, height, self.ink.axis, view.height())
