"""The view of printed papers: a live preview beside its settings."""

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.exporters import ExportError
from planner.exporters.papers.exporter import first_page
from planner.model.edits import change_print
from planner.ui.papers.pages import PageColumn, PageImage, draw
from planner.ui.services.background import Job
from planner.ui.services.command_context import CommandContext
from planner.ui.services.export import FORMATS
from planner.ui.widgets.icons import icon
from planner.ui.widgets.plain_text import Label
from planner.ui.widgets.scroll import scrolled
from planner.workspace import State

WAIT = 120
"""Milliseconds without a change before pages are drawn again."""
SIDE = 250
"""Least width of the settings."""


class PapersView(QWidget):
    """Edits print settings as undoable steps; pages are rendered in the background."""

    def __init__(self, context: CommandContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._jobs: list[Job] = []
        self._stale = True
        self.zoom = 1.0
        self.pages = PageColumn(self._t)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self.pages)
        self._scroll.setAccessibleName(self._t("Pages"))
        self._said = Label()
        self._said.setObjectName("muted")
        self._said.setWordWrap(True)
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self._draw)
        self._choices: dict[str, QButtonGroup] = {}
        self._ticks: dict[str, QCheckBox] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._choosing = self._side()
        self._beside = scrolled(self._choosing)
        self._beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row.addWidget(self._beside)
        row.addWidget(self._scroll, 1)
        self.setFocusProxy(self._scroll)

    def show_state(self, before: State | None, after: State) -> None:
        """Show the settings, and render the pages again if the plan has changed."""
        if before is not None and before.document is after.document:
            return
        settings = after.plan.print
        for name, group in self._choices.items():
            for button in group.buttons():
                button.setChecked(button.property("value") == getattr(settings, name))
        for name, tick in self._ticks.items():
            tick.setChecked(bool(getattr(settings, name)))
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def set_zoom(self, zoom: float) -> None:
        """Set the zoom factor; 1 is the size on paper."""
        self.zoom = max(0.4, min(zoom, 3.0))
        self._stale = True
        self._timer.start()

    def zoom_factor(self) -> float:
        """Return the zoom factor."""
        return self.zoom

    def zoom_by(self, factor: float | None) -> None:
        """Multiply the size by a factor; None returns to that on paper."""
        self.set_zoom(1.0 if factor is None else self.zoom * factor)

    def showEvent(self, event: QShowEvent) -> None:
        """Render what changed while hidden, and fit the width of the settings to their text."""
        super().showEvent(event)
        self._beside.setFixedWidth(max(SIDE, self._choosing.minimumSizeHint().width()))
        if self._stale:
            self._timer.start(0)

    def _side(self) -> QWidget:
        t = self._t
        side = QFrame()
        side.setObjectName("side")
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        self._add_choice(column, "language", t("Language of the papers"), (("de", "Deutsch"), ("en", "English")))
        times = (("start", t("Start only: 10:30")), ("range", t("Start and end: 10:30–11:15")))
        self._add_choice(column, "times", t("Times"), times)
        self._add_heading(column, t("Shown"))
        self._add_tick(column, "draft", t("Marked as a draft"))
        self._add_tick(column, "show_rooms", t("Rooms"))
        column.addSpacing(12)
        self._add_heading(column, t("Export"))
        for exporter in FORMATS:
            button = QPushButton(t(exporter.title))
            button.setObjectName("primary" if exporter.name == "pdf" else f"export {exporter.name}")
            colour = self._context.theme.on_accent if exporter.name == "pdf" else ""
            symbol = {"pdf": "page", "ics": "calendar"}.get(exporter.name, "table")
            button.setIcon(icon(symbol, self._context.theme, colour))
            button.setIconSize(QSize(16, 16))
            button.clicked.connect(lambda _=False, exporter=exporter: self._context.exports.ask(exporter))
            column.addWidget(button)
            column.addSpacing(4)
        column.addSpacing(8)
        column.addWidget(self._said)
        column.addStretch(1)
        return side

    def _add_heading(self, column: QVBoxLayout, text: str) -> None:
        label = Label(text)
        label.setObjectName("heading")
        column.addWidget(label)

    def _add_choice(self, column: QVBoxLayout, name: str, title: str, choices: tuple[tuple[str, str], ...]) -> None:
        self._add_heading(column, title)
        group = QButtonGroup(self)
        for value, label in choices:
            button = QRadioButton(label)
            button.setProperty("value", value)
            button.clicked.connect(lambda _=False, value=value: self._change(name, value, title))
            group.addButton(button)
            column.addWidget(button)
        self._choices[name] = group
        column.addSpacing(12)

    def _add_tick(self, column: QVBoxLayout, name: str, title: str) -> None:
        tick = QCheckBox(title)
        tick.clicked.connect(lambda on=False: self._change(name, bool(on), title))
        self._ticks[name] = tick
        column.addWidget(tick)

    def _change(self, name: str, value: object, title: str) -> None:
        fields: dict[str, Any] = {name: value}
        workspace = self._context.workspace
        workspace.apply(lambda plan: change_print(plan, **fields), self._t("Change print settings: {what}", what=title))

    # Drawing

    def _draw(self) -> None:
        exporter = next((exporter for exporter in FORMATS if exporter.name == "pdf"), None)
        if exporter is None or not self.isVisible():
            return
        for job in self._jobs:
            job.cancel()
        self._stale = False
        document, zoom, ratio = self._context.workspace.state.document, self.zoom, self.devicePixelRatioF()
        options = self._context.exports.options(exporter)
        self._said.setText(self._t("Drawing the pages …"))

        def work(job: Job) -> tuple[PageImage, ...]:
            return draw(exporter.export(document, options)[0].data, zoom, ratio, job)

        def begin(job: Job) -> tuple[PageImage, ...]:
            first = first_page(document, options)
            return () if first is None else draw(first, zoom, ratio, job)

        run = self._context.background.run
        whole = (work, self._on_drawn, self._on_failed)
        # An empty view shows the first page of a long programme while the others are still being set.
        first = () if self.pages.count else ((begin, self._on_begun, _left_to_whole),)
        self._jobs = [run(*parts, receiver=self) for parts in (*first, whole)]

    def _on_begun(self, pages: tuple[PageImage, ...]) -> None:
        self.pages.show_pages(pages, more=True)

    def _on_drawn(self, pages: tuple[PageImage, ...]) -> None:
        self._jobs = []
        self.pages.show_pages(pages)
        self._said.setText(self._t.count("{number} page, A4", "{number} pages, A4", len(pages)))

    def _on_failed(self, error: Exception) -> None:
        self._jobs = []
        self.pages.show_pages(())
        if not isinstance(error, ExportError):
            self._said.setText(self._t("The pages cannot be drawn. The plan is unharmed; other exports may work."))
            raise error
        self._said.setText(self._t("The plan cannot be exported: {reason}", reason=error))


def _left_to_whole(_error: Exception) -> None:
    """Say nothing yet: what keeps the first page from being drawn keeps the whole from it, too, and is said then."""
