"""One line of the palette: a bar in the kind's colour, a name and a length, to drag or to press."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from planner.ui.board.fitting import wrap
from planner.ui.context import Context
from planner.ui.theme import RADIUS


class Entry(QAbstractButton):
    """One line of the palette: a bar in the kind's colour, a name, a length. Drag it, or press it."""

    def __init__(self, context: Context, title: str, length: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title, self._length, self._colour = context.theme, title, length, colour
        self._mime = ("", "")
        self._press: QPoint | None = None
        self.entered: Callable[[], None] | None = None
        self.keys: dict[Qt.Key, Callable[[], None]] = {}
        """What other keys do here, whatever they do elsewhere."""
        self.setText(title)
        self.setAccessibleName(f"{title}, {length}")
        hint = context.t("Drag onto the day, or press Enter to put it behind the selection")
        self.setToolTip(f"{title}\n{hint}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def drags(self, mime: str, payload: str) -> None:
        """Say what a drag of this entry carries."""
        self._mime = (mime, payload)

    def sizeHint(self) -> QSize:
        """Return a height that a finger or an unsteady hand can hit."""
        return QSize(160, max(28, self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:
        """Let the column decide how wide an entry is."""
        return QSize(80, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that a long name takes two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of one or two lines."""
        return self.sizeHint().height() + (len(self._lines(width)) - 1) * self.fontMetrics().lineSpacing()

    def event(self, event: QEvent) -> bool:
        """Keep the entry's own keys from the commands of the window."""
        own = isinstance(event, QKeyEvent) and not event.modifiers() and event.key() in self.keys
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the entry onto the day by Enter."""
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
        """Begin a drag once the mouse has left its place."""
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
        """Draw ground, bar, name and length; the focus has a ring."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        line = QPen(QColor(theme.accent if self.hasFocus() else theme.line), 2 if self.hasFocus() else 1)
        if not self._colour and not self.hasFocus():
            line.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(line)
        painter.setBrush(QColor(theme.faint if self.underMouse() or self.isDown() else theme.surface))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self._colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.bar(self._colour))
            painter.drawRoundedRect(QRect(box.left() + 1, box.top() + 1, 4, box.height() - 2), 2, 2)
        self._draw_words(painter, box.adjusted(13, 0, -8, 0))
        painter.end()

    def _draw_words(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._length)
        painter.setFont(self._bold())
        painter.setPen(QColor(self._theme.text))
        title = "\n".join(self._lines(self.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _lines(self, width: int) -> list[str]:
        room = width - 31 - self.fontMetrics().horizontalAdvance(self._length)
        return wrap(self._title, self._bold(), room, 2) or [""]

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font
