"""A bar above the plan with one sentence and buttons for what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from planner.ui.services.context import WidgetContext
from planner.ui.widgets.icons import icon
from planner.ui.widgets.plain_text import Label, caption


class NoticeBar(QFrame):
    """Shows one notice at a time; hidden while there is none."""

    def __init__(
        self, context: WidgetContext, symbol: str, *, closable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._context = context
        mark = Label()
        mark.setPixmap(icon(symbol, context.theme, context.theme.accent).pixmap(QSize(18, 18)))
        self._words = Label()
        self._words.setWordWrap(True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(mark)
        row.addWidget(self._words, 1)
        row.addLayout(self._buttons)
        if closable:
            row.addWidget(self._close_button())
        self.hide()

    def say(self, sentence: str, *offers: tuple[str, Callable[[], object]]) -> None:
        """Show a sentence, and a button for each offer: its label and what it runs."""
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        for label, run in offers:
            button = QPushButton(caption(label))
            button.clicked.connect(lambda _=False, run=run: run())
            self._buttons.addWidget(button)
        self.show()

    @property
    def words(self) -> str:
        """The sentence that is shown, empty while the bar is hidden."""
        return "" if self.isHidden() else self._words.text()

    def _close_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("flat")
        button.setIcon(icon("close", self._context.theme, self._context.theme.muted))
        button.setToolTip(self._context.t("Close this message"))
        button.setAccessibleName(self._context.t("Close this message"))
        button.clicked.connect(self.hide)
        return button
