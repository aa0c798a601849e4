"""The shares of talk, dialogue and break in a day, as a sentence and a bar."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from planner.model import Plan
from planner.model.agenda import slots
from planner.text import mark
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.plain_text import Label

GROUPS: Final = (
    (mark("Talk {share} %"), "#0F766E", ("talk", "plenary")),
    (mark("Dialogue {share} %"), "#6D3FA0", ("panel", "work", "closing", "other")),
    (mark("Break {share} %"), "#8A8578", ("arrival", "break", "meal")),
)


def shares(plan: Plan, day: str) -> tuple[int, ...]:
    """Return the share of talk, dialogue and break in a day's planned minutes, in per cent that add up to 100.

    Sessions side by side count once, as long as the slot they share.
    """
    minutes = [0, 0, 0]
    for slot in slots(plan, day):
        family = plan.kind_of(slot.sessions[0]).family
        place = next(place for place, group in enumerate(GROUPS) if family in group[2])
        minutes[place] += max(0, slot.end - slot.start)
    total = sum(minutes)
    if not total:
        return ()
    rounded = [part * 100 // total for part in minutes]
    rest = sorted(range(3), key=lambda place: minutes[place] * 100 % total, reverse=True)
    for place in rest[: 100 - sum(rounded)]:
        rounded[place] += 1
    return tuple(rounded)


class ShareBar(QWidget):
    """Shows the shares in words and as a bar; the words say what the colours mean."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._words = Label()
        self._words.setObjectName("muted")
        self._bar = _Bar(context)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._bar)

    def show_day(self, day: str) -> None:
        """Show the shares of a day."""
        found = shares(self._context.workspace.plan, day)
        t = self._context.t
        self._words.setText(
            " · ".join(t(group[0], share=share) for group, share in zip(GROUPS, found, strict=True)) if found else ""
        )
        self._bar.show_shares(found)


class _Bar(QWidget):
    def __init__(self, context: WidgetContext) -> None:
        super().__init__()
        self._context = context
        self._shares: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_shares(self, found: tuple[int, ...]) -> None:
        self._shares = found
        self.setVisible(bool(found))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), 4, 4)
            painter.setClipPath(path)
            left = 0.0
            for (_, colour, _), share in zip(GROUPS, self._shares, strict=False):
                width = self.width() * share / 100
                painter.fillRect(QRectF(left, 0, width, self.height()), self._colour(colour))
                left += width

    def _colour(self, colour: str) -> QColor:
        return self._context.theme.bar(colour)
