"""The right side panel: details above problems, which share the height by their content."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from planner.ui.inspector.inspector import Inspector

SHARE: Final = 0.64
"""Share of the height for the details of a selected session."""


class DetailsAndProblems(QSplitter):
    """Gives the height to the problems while nothing is selected, until the splitter is moved by hand."""

    def __init__(self, inspector: Inspector, problems: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._inspector = inspector
        self.moved = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(inspector)
        self.addWidget(problems)
        self.splitterMoved.connect(self._keep)
        inspector.filled.connect(self._share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Distribute the new height."""
        super().resizeEvent(event)
        self._share()

    def showEvent(self, event: QShowEvent) -> None:
        """Distribute the height once fonts and style are known."""
        super().showEvent(event)
        self._share()

    def _keep(self) -> None:
        self.moved = True

    def _share(self) -> None:
        if self.moved:
            return
        total = self.height() - self.handleWidth()
        needed = self._inspector.needed_height(self.width())
        top = round(min(needed, total * SHARE)) if self._inspector.empty else round(total * SHARE)
        self.setSizes([top, total - top])
