"""The base of all dialogs: translated buttons and a line for errors."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from planner.text import Language
from planner.ui.widgets.limit import first_limit
from planner.ui.widgets.plain_text import Label, on_title
from planner.ui.widgets.scroll import scrolled
from planner.ui.window import tab_order

_EDGES: Final = QSize(16, 40)
"""Screen space taken by a window's frame."""
_AROUND: Final = (160, 40)
"""Pixels beside and above a field that are scrolled into view with it, for its label."""


class Frame(QDialog):
    """A title, a body, a sentence about what is wrong, and buttons."""

    typed_form = ""
    """The id of the command that opens the dialog, if it has text fields."""

    def __init__(self, title: str, accept: str, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(on_title(title))
        self.t = t
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.error = Label()
        self.error.setObjectName("error")
        self.error.setWordWrap(True)
        self.error.hide()
        self._buttons = QDialogButtonBox()
        self.ok = QPushButton(accept)
        self._buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._area: QScrollArea | None = None
        self._least: int | None = None
        """The minimum height in pixels that was set for the dialog itself; None until it is shown."""
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 12)
        outer.setSpacing(12)
        outer.addLayout(self.body, 1)
        outer.addWidget(self.error)
        outer.addWidget(self._buttons)
        self.ok.setDefault(True)  # in the dialog by now: otherwise any button in the body may become the default

    def add_cancel(self) -> None:
        """Add a Cancel button."""
        self.cancel = QPushButton(self.t("Cancel"))
        self._buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)

    def say(self, sentence: str) -> None:
        """Show why the input is refused; an empty sentence clears the error."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        if sentence and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def fits(self) -> bool:
        """Return whether every text is short enough; otherwise show and focus the first that is not."""
        limit = first_limit(self)
        if limit is None:
            return True
        page: QWidget | None = limit.field
        while page is not None:
            around = page.parentWidget()
            if isinstance(around, QStackedWidget) and isinstance(tabs := around.parentWidget(), QTabWidget):
                tabs.setCurrentWidget(page)
            page = around
        self.say(limit.named)
        limit.field.textChanged.connect(lambda: self.say(""), Qt.ConnectionType.SingleShotConnection)
        limit.field.setFocus()
        return False

    def accept(self) -> None:
        """Close, unless a text is too long."""
        if self.fits():
            super().accept()

    def setVisible(self, visible: bool) -> None:  # Qt calls it
        """Limit the size to the screen when shown, so that the buttons can be reached."""
        if visible:
            self._least = self.minimumHeight() if self._least is None else self._least
            self._fit(self._room())
        super().setVisible(visible)

    def event(self, event: QEvent) -> bool:  # Qt calls it
        """Stay high enough for every sentence: Qt's layouts ignore that a narrower text takes more lines."""
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize} and self.isVisible():
            self._keep_whole()
        return done

    def _room(self) -> QSize:
        return (self.parentWidget() or self).screen().availableSize() - _EDGES

    def _keep_whole(self) -> None:
        needed = max(self._outer.minimumHeightForWidth(self.width()), self._least or 0)
        if self._area is None:
            self.setMinimumHeight(min(needed, self._room().height()))

    def _fit(self, room: QSize) -> None:
        """Limit the dialog to a size; a body that does not fit is scrolled."""
        least = self.minimumSizeHint().expandedTo(self.minimumSize())
        width = max(self.width(), least.width())
        least.setHeight(max(least.height(), self._outer.minimumHeightForWidth(min(width, room.width()))))
        if self._area is None and least.boundedTo(room) != least:
            self._outer.removeItem(self.body)
            self.body.setParent(None)
            inside = QWidget()
            inside.setLayout(self.body)
            self.body.setContentsMargins(0, 0, 8, 0)
            self._area = scrolled(inside)
            self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._outer.insertWidget(0, self._area, 1)
            self.setMinimumSize(0, 0)
        self.resize(self.size().expandedTo(QSize(0, 0 if self._area else least.height())).boundedTo(room))

    def showEvent(self, event: QShowEvent) -> None:
        """Focus the first field instead of a button."""
        super().showEvent(event)
        for field in (*self.findChildren(QComboBox), *self.findChildren(QAbstractSpinBox)):
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(self)
        if not self.focusWidget():
            fields = (widget for widget in tab_order.reachable(self) if not isinstance(widget, QTabBar))
            next(fields, self.ok).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass the mouse wheel on to the scroll area, so that scrolling never changes a value."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox | QAbstractSpinBox):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # Qt calls it
        """Move in reading order: the fields, then the buttons below them."""
        gone = tab_order.step(self, forward=forward)
        now = around = self.focusWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(now, *_AROUND)
            around = around.parentWidget()
        return gone

    def add_heading(self, text: str) -> None:
        """Add a heading."""
        label = Label(text)
        label.setObjectName("heading")
        self.body.addWidget(label)
