"""The page that is shown while no plan is open: ways to start, and recent plans."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.text import Language, mark
from planner.ui.widgets.icons import icon
from planner.ui.widgets.plain_text import Label, caption
from planner.ui.widgets.theme import Theme

WAYS: Final = (
    (
        "example",
        "example",
        mark("Open the example"),
        mark("A full day in Osnabrück with 60 people, ready to try out."),
    ),
    ("new", "template", mark("New from a template"), mark("Four questions: title, date, people, rooms.")),
    (
        "next-year",
        "calendar",
        mark("New from last year’s plan"),
        mark("The same days on another date, without the people."),
    ),
    (
        "programme",
        "table",
        mark("From Word or Excel"),
        mark("Paste your existing programme: a table or an e-mail."),
    ),
    ("open", "open", mark("Open a plan"), mark("A file that ends in .plan.")),
)


NARROWEST: Final = 150
"""Least width of a card that stands beside others, in pixels."""
_BESIDE: Final = QBoxLayout.Direction.LeftToRight
_BELOW: Final = QBoxLayout.Direction.TopToBottom


class StartPage(QWidget):
    """Cards for the ways to start, and the list of recent plans."""

    chosen = Signal(str)
    """The id of a command."""
    recent_chosen = Signal(object)

    def __init__(self, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("window")
        self._t, self._theme = t, theme
        self._ways, self._wide = QBoxLayout(_BESIDE), True
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        title = Label(t("Tagungsplaner"))
        title.setObjectName("title")
        words = Label(t("From blocks to a checked day, a calendar file and a handout."))
        words.setObjectName("muted")
        words.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(16)
        column.addLayout(self._cards())
        column.addSpacing(20)
        column.addLayout(self._recent)
        inner = QWidget()
        inner.setLayout(column)
        inner.setMaximumWidth(960)
        outer = QGridLayout(self)
        outer.setColumnStretch(0, 1)
        outer.setColumnStretch(1, 8)
        outer.setColumnStretch(2, 1)
        outer.setRowStretch(0, 3)
        outer.setRowStretch(2, 5)
        outer.addWidget(inner, 1, 1)

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """List recent plans by name and folder."""
        while (item := self._recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if not paths:
            return
        heading = Label(self._t("Recently opened"))
        heading.setObjectName("heading")
        self._recent.addWidget(heading)
        for path in paths:
            self._recent.addWidget(self._recent_row(path))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the cards where they would be too narrow for their words."""
        super().resizeEvent(event)
        wide = event.size().width() >= len(WAYS) * NARROWEST
        if wide is not self._wide:
            self._wide = wide
            self._ways.setDirection(_BESIDE if wide else _BELOW)
            for card in self.findChildren(StartCard):
                card.set_upright(upright=wide)

    def _cards(self) -> QBoxLayout:
        row = self._ways
        row.setSpacing(12)
        for action, symbol, title, words in WAYS:
            card = StartCard(self._t(title), self._t(words), self._symbol(symbol))
            card.setProperty("action", action)
            card.clicked.connect(lambda _=False, action=action: self.chosen.emit(action))
            row.addWidget(card, 1)
            if self.focusProxy() is None:
                self.setFocusProxy(card)
        return row

    def _symbol(self, name: str) -> Label:
        label = Label()
        label.setPixmap(icon(name, self._theme, self._theme.accent).pixmap(QSize(30, 30), self.devicePixelRatioF()))
        return label

    def _recent_row(self, path: Path) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        button = QPushButton(caption(path.stem))
        button.setObjectName("link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setMinimumHeight(26)
        button.clicked.connect(lambda _=False: self.recent_chosen.emit(path))
        folder = Label(str(path.parent))
        folder.setObjectName("muted")
        line.addWidget(button)
        line.addWidget(folder, 1)
        return row


class StartCard(QAbstractButton):
    """A large button with a symbol, a heading and a sentence."""

    def __init__(self, title: str, words: str, symbol: Label) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._frame = QFrame(self)
        self._frame.setObjectName("card")
        self._frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        heading = Label(title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setWordWrap(True)
        below = Label(words)
        below.setObjectName("muted")
        below.setWordWrap(True)
        self._content = QBoxLayout(_BELOW, self._frame)
        self._content.setContentsMargins(16, 16, 16, 16)
        self._content.setSpacing(10)
        self._content.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(heading)
        column.addWidget(below)
        column.addStretch(1)
        self._content.addLayout(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def set_upright(self, *, upright: bool) -> None:
        """Place the words below the symbol, or beside it."""
        self._content.setDirection(_BELOW if upright else _BESIDE)

    def event(self, event: QEvent) -> bool:
        """Highlight the frame while the card has focus or the mouse is over it."""
        kinds = QEvent.Type
        if event.type() in {kinds.FocusIn, kinds.FocusOut, kinds.Enter, kinds.Leave}:
            lit = event.type() in {kinds.FocusIn, kinds.Enter} or (event.type() == kinds.Leave and self.hasFocus())
            self._frame.setProperty("lit", lit)
            self._frame.style().polish(self._frame)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Click on Enter, as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing: the frame is a widget of its own."""
