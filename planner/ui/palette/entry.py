"""An entry of the palette: a bar in the kind's colour, a name and a length, to drag or to press."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QDrag,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from planner.ui.services.context import WidgetContext
from planner.ui.widgets.plain_text import caption, tip
from planner.ui.widgets.text_fitting import wrap
from planner.ui.widgets.theme import RADIUS, Theme


@dataclass(frozen=True)
class EntryLook:
    """How an entry is drawn."""

    title: str
    length: str
    colour: str

    def height(self, font: QFont, width: int) -> int:
        """Return the height of one or two lines, large enough for touch."""
        metrics = QFontMetrics(font)
        return max(28, metrics.height() + 12) + (len(self._lines(font, width)) - 1) * metrics.lineSpacing()

    def draw(self, painter: QPainter, rect: QRect, theme: Theme, *, ring: bool, lit: bool) -> None:
        """Draw ground, bar, name and length, in the painter's font; a ring shows the focus."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = rect.adjusted(1, 1, -1, -1)
        line = QPen(QColor(theme.accent if ring else theme.line), 2 if ring else 1)
        if not self.colour and not ring:
            line.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(line)
        painter.setBrush(QColor(theme.faint if lit else theme.surface))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.bar(self.colour))
            painter.drawRoundedRect(QRect(box.left() + 1, box.top() + 1, 4, box.height() - 2), 2, 2)
        self._draw_words(painter, box.adjusted(13, 0, -8, 0), theme, rect.width())

    def _draw_words(self, painter: QPainter, box: QRect, theme: Theme, width: int) -> None:
        font = painter.font()
        painter.setPen(QColor(theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.length)
        painter.setFont(_bold(font))
        painter.setPen(QColor(theme.text))
        title = "\n".join(self._lines(font, width))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _lines(self, font: QFont, width: int) -> list[str]:
        room = width - 31 - QFontMetrics(font).horizontalAdvance(self.length)
        return wrap(self.title, _bold(font), room, 2) or [""]


class PaletteEntry(QAbstractButton):
    """A button of the palette that can be dragged as well."""

    def __init__(
        self, context: WidgetContext, title: str, length: str, colour: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._look = context.theme, EntryLook(title, length, colour)
        self._mime = ("", "")
        self._press: QPoint | None = None
        self.entered: Callable[[], None] | None = None
        self.keys: dict[Qt.Key, Callable[[], None]] = {}
        """Further keys handled here, with what they do."""
        self.setText(caption(title))
        self.setAccessibleName(f"{title}, {length}")
        self._told = title
        self.add_hint(context.t("Drag onto the day, or press Enter to insert it after the selection"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def add_hint(self, words: str) -> None:
        """Append a line to the tool tip."""
        self._told += f"\n{words}"
        self.setToolTip(tip(self._told))

    def drags(self, mime: str, payload: str) -> None:
        """Set the MIME type and payload of a drag."""
        self._mime = (mime, payload)

    def sizeHint(self) -> QSize:
        """Return a height large enough for touch."""
        return QSize(160, EntryLook("", "", "").height(self.font(), 160))

    def minimumSizeHint(self) -> QSize:
        """Return a small width, so that the column decides."""
        return QSize(80, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Return True: a long name takes two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of one or two lines."""
        return self._look.height(self.font(), width)

    def event(self, event: QEvent) -> bool:
        """Keep the entry's keys from triggering commands of the window."""
        own = isinstance(event, QKeyEvent) and not event.modifiers() and event.key() in self.keys
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add the entry to the day by Enter."""
        if not event.modifiers() and event.key() in self.keys:
            self.keys[Qt.Key(event.key())]()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.entered is not None:
                self.entered()
            else:
                self.click()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a drag once the mouse has moved far enough."""
        far = self._press and (event.position().toPoint() - self._press).manhattanLength()
        if self._mime[0] and far and far >= QApplication.startDragDistance():
            self._press = None
            self.setDown(False)
            drag, data = QDrag(self), QMimeData()
            data.setData(self._mime[0], QByteArray(self._mime[1].encode()))
            drag.setMimeData(data)
            picture = QPixmap(self.size() * self.devicePixelRatioF())
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            picture.fill(Qt.GlobalColor.transparent)
            self.render(picture, QPoint())
            drag.setPixmap(picture)
            drag.setHotSpot(event.position().toPoint())
            drag.exec(Qt.DropAction.CopyAction)
            return
        super().mouseMoveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the entry, with a ring if it has the focus."""
        with QPainter(self) as painter:
            painter.setFont(self.font())
            self._look.draw(
                painter, self.rect(), self._theme, ring=self.hasFocus(), lit=self.underMouse() or self.isDown()
            )


def _bold(font: QFont) -> QFont:
    found = QFont(font)
    found.setBold(True)
    return found
