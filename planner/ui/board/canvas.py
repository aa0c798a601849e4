"""The scrolling surface of the board: shows a scene, keeps header and axis in place, zooms."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from planner.ui.board.layout.day_layout import LEAST, MOST, Rect
from planner.ui.board.layout.scene import Content, Scene, make_scene
from planner.ui.board.paint.axis import Axis
from planner.ui.board.paint.day import draw_day, draw_gesture
from planner.ui.board.paint.ghost import Ghost, draw_band
from planner.ui.board.paint.header import Header
from planner.ui.board.paint.ink import Ink, make_ink
from planner.ui.board.paint.now_line import NowLine, draw_now
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.plain import tip

STEP: Final = 1.15


class Canvas(QAbstractScrollArea):
    """Draws a day. What hands and keys do to it is told to the board."""

    scene: Scene | None = None
    """Whoever asks before the board is made gets nothing."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context: Final = context
        self.ink: Ink = make_ink(context.theme, self.font())
        self._header = Header(self.ink, context.t, self)
        self._axis = Axis(self.ink, self)
        self.ghost: Ghost | None = None
        self.now: Final = NowLine(self._show_now, self)
        self.band: Rect | None = None
        self._density: float | None = None
        self._drawn: tuple[object, QPixmap] | None = None
        """What the day looks like now, and by what."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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
        """Show what a gesture is about to do, or nothing."""
        self.ghost = ghost
        self._axis.mark(*(() if ghost is None else (ghost.start, ghost.end)))
        self.viewport().update()

    def _show_now(self) -> None:
        self._axis.show_now(self.now.minute)
        self.viewport().update()

    def show_band(self, band: Rect | None) -> None:
        """Show a rubber band, or none."""
        self.band = band
        self.viewport().update()

    def scroll_by(self, far: QPointF) -> None:
        """Scroll the day by so many pixels."""
        to = self.offset() + far
        self.horizontalScrollBar().setValue(round(to.x()))
        self.verticalScrollBar().setValue(round(to.y()))

    def zoom(self, factor: float | None, at: float | None = None) -> None:
        """Zoom by a factor around a height of the viewport; without one the day fits again."""
        if self.scene is None:
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
        """The sessions shown, in reading order."""
        return () if self.scene is None else self.scene.order

    @property
    def focus(self) -> str:
        """The session that the keys go to: the one selected last, if this day has it."""
        selection = self.context.view.selection
        return (
            selection[-1] if self.scene is not None and selection and selection[-1] in self.scene.layout.box_of else ""
        )

    # Coordinates

    def offset(self) -> QPointF:
        """Return how far the day is scrolled."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def to_day(self, point: QPointF | QPoint) -> QPointF:
        """Return a point of the viewport in the day's coordinates."""
        return QPointF(point) + self.offset()

    def on_screen(self, box: Rect) -> QRect:
        """Return where a box lies on the screen, seen or not."""
        corner = QPointF(box.x, box.y) - self.offset()
        return QRect(self.viewport().mapToGlobal(corner.toPoint()), QSizeF(box.width, box.height).toSize())

    def seen_on_screen(self) -> QRect:
        """Return where on the screen the day can be seen."""
        return QRect(self.viewport().mapToGlobal(QPoint()), self.viewport().size())

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the picture of the day, and over it what a gesture does."""
        with QPainter(self.viewport()) as painter:
            painter.drawPixmap(0, 0, self._picture())
            if self.scene is not None:
                painter.translate(-self.offset())
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                if self.now.minute is not None:
                    draw_now(painter, self.scene.layout, self.now.minute, self.ink)
                if self.ghost is not None:
                    draw_gesture(painter, self.scene, self.ghost, self.ink)
                if self.band is not None:
                    draw_band(painter, self.band, self.ink)

    def _picture(self) -> QPixmap:
        """Return what can be seen of the day; it is drawn again only when it looks otherwise."""
        view, size, ratio = self.context.view, self.viewport().size(), self.devicePixelRatioF()
        looks = (self.scene, self.ink, self.offset(), size, ratio, view.selection, self.hasFocus())
        if self._drawn is None or self._drawn[0] != looks:
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(self.ink.colour("surface"))
            if self.scene is not None:
                seen = QRectF(QPointF(), QSizeF(size)).translated(self.offset())
                with QPainter(picture) as painter:
                    painter.translate(-self.offset())
                    draw_day(
                        painter,
                        self.scene,
                        self.ink,
                        seen,
                        selected=view.selection,
                        focus=self.hasFocus(),
                        t=self.context.t,
                    )
            self._drawn = (looks, picture)
        return self._drawn[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the day out for the new size."""
        super().resizeEvent(event)
        self._place_sides()
        if self.scene is not None:
            self.show_content(self.scene.content)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Scroll header and axis along."""
        self._show_sides()
        self.viewport().update()

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
        """Tell a block's words in full where it has no room for them."""
        if isinstance(event, QHelpEvent) and self.scene is not None:
            point = self.to_day(event.pos())
            block = self.scene.layout.at(point.x(), point.y())
            text = "" if block is None else self.scene.content.faces[block.session].sentence
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again with another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.ink = make_ink(self.context.theme, self.font())
            self._place_sides()

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

    def _show_sides(self) -> None:
        offset = self.offset()
        scale = None if self.scene is None else self.scene.layout.scale
        self._axis.show_scale(scale, offset.y(), self.ink)
        self._header.show_scene(self.scene, offset.x(), self.ink)

    def _place_sides(self) -> None:
        height = self._header.needed_height(self.ink)
        self.setViewportMargins(self.ink.axis, height, 0, 0)
        view = self.viewport().geometry()
        self._header.setGeometry(0, 0, view.right() + 1, height)
        self._axis.setGeometry(0, height, self.ink.axis, view.height())
