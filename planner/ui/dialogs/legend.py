"""The legend of the board's colours and signs, drawn by the board's own painter."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from planner.model import KINDS
from planner.text import kind_name, mark
from planner.text.block_words import Badge, Sign
from planner.text.round_words import RoundLine
from planner.ui.board.layout.day_layout import Rect
from planner.ui.board.paint.badges import badge_height, draw_badges
from planner.ui.board.paint.ink import Ink, make_ink
from planner.ui.board.paint.now_line import draw_mark
from planner.ui.board.paint.round_strip import draw_strip
from planner.ui.board.paint.session_block import BAR, PAD, draw_ground
from planner.ui.board.paint.text_line import LinePainter
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.plain_text import Label

WIDE: Final = 170
Draw = Callable[[QPainter, Ink, QRectF], None]
SIGNS: Final[tuple[tuple[Sign, str], ...]] = (
    ("error", mark("Error: it cannot take place like this. The block is also hatched.")),
    ("warning", mark("Warning: please check it.")),
    ("hint", mark("Hint, or something that is still open.")),
    ("lock", mark("The time is fixed: others move, this one does not.")),
)


class LegendDialog(Frame):
    """Shows kinds at the left, signs at the right."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(t("Legend"), t("Close"), t, parent)
        plan, grid = context.workspace.plan, QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        ink = make_ink(context.theme, self.font())
        for row, kind in enumerate(plan.kinds):
            name = kind_name(kind, t)
            sample = _Sample(ink, partial(_block, name, kind.colour))
            sample.setAccessibleName(name)
            grid.addWidget(sample, row, 0)
        rows: list[tuple[Draw, str]] = [(partial(_sign, sign), t(words)) for sign, words in SIGNS]
        rows += [
            (_strip, t("Above a round: its places, its people, and when everyone is back.")),
            (_now, t("The current time, on the day itself.")),
        ]
        grid.addLayout(_explained(ink, rows), 0, 2, max(1, len(plan.kinds)), 1)
        grid.setColumnMinimumWidth(1, 12)
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)
        self.resize(680, self.sizeHint().height())


def _explained(ink: Ink, rows: list[tuple[Draw, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(10)
    for row, (draw, words) in enumerate(rows):
        grid.addWidget(_Sample(ink, draw), row, 0)
        label = Label(words)
        label.setWordWrap(True)
        grid.addWidget(label, row, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(rows), 1)
    return grid


class _Sample(QWidget):
    """A small sample of a block or sign."""

    def __init__(self, ink: Ink, draw: Draw) -> None:
        super().__init__()
        self._ink, self._draw = ink, draw
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of a small block."""
        return QSize(WIDE, round(self._ink.line + 8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sample in the widget's rectangle."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, self._ink, QRectF(self.rect()).adjusted(1, 1, -1, -1))


def _block(name: str, colour: str, painter: QPainter, ink: Ink, box: QRectF) -> None:
    draw_ground(painter, _box(box), ink, colour)
    line = LinePainter(painter, box.left() + BAR + PAD, box.right() - PAD, box.top(), box.height())
    line.write(name, ink.small_bold, ink.kind(colour))


def _sign(sign: Sign, painter: QPainter, ink: Ink, box: QRectF) -> None:
    draw_ground(painter, _box(box), ink, KINDS[0].colour, error=sign == "error")
    top = box.center().y() - badge_height(ink) / 2
    draw_badges(painter, [(Badge(sign, ""), False)], ink, box.left() + BAR + PAD, top)


def _strip(painter: QPainter, ink: Ink, box: QRectF) -> None:
    line = RoundLine("", "", "64 · 60 · 4", "", 0.9, error=False, sentence="")
    colour = next(kind.colour for kind in KINDS if kind.in_rounds)
    draw_strip(painter, line, _box(box), ink, colour=colour, seen=box)


def _now(painter: QPainter, ink: Ink, box: QRectF) -> None:
    draw_mark(painter, ink, box.center().y(), box.left(), box.right())


def _box(box: QRectF) -> Rect:
    return Rect(box.x(), box.y(), box.width(), box.height())
