"""Blocks: text, rectangles and pictures at their places, combined and cut independently of a canvas; y grows down."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from planner.exporters.typeset.fonts import Fonts
from planner.exporters.typeset.lines import StyledText, TextLine, lines


@dataclass(frozen=True, slots=True)
class TextMark:
    """A line of text; x and y are the left end of its base line, top and height the room that it takes."""

    x: float
    y: float
    top: float
    height: float
    line: TextLine


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle, filled or outlined."""

    x: float
    top: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """An image, as the bytes of a PNG file."""

    x: float
    top: float
    width: float
    height: float
    image: bytes


Mark: TypeAlias = TextMark | Rectangle | Picture


@dataclass(frozen=True, slots=True)
class Block:
    """Marks and the height that they take, in points; `cuts` are the heights between rows at which it may be cut."""

    height: float
    marks: tuple[Mark, ...] = ()
    cuts: tuple[float, ...] = ()


EMPTY = Block(0)
_BASE_LINE: Final = 0.765
"""Share of a line's height above its base line; the same for all sizes, so that neighbouring lines keep step."""


def moved(block: Block, x: float, y: float) -> Block:
    """Return a block moved right and down; its height grows by y."""
    return Block(block.height + y, tuple(_moved(mark, x, y) for mark in block.marks), tuple(c + y for c in block.cuts))


def _moved(mark: Mark, x: float, y: float) -> Mark:
    if isinstance(mark, TextMark):
        return replace(mark, x=mark.x + x, y=mark.y + y, top=mark.top + y)
    return replace(mark, x=mark.x + x, top=mark.top + y)


def stacked(blocks: Iterable[Block], gap: float = 0) -> Block:
    """Return blocks one below the other; empty ones take no gap."""
    marks: list[Mark] = []
    cuts: list[float] = []
    height = 0.0
    for block in blocks:
        if block.height:
            y = height + gap if height else 0.0
            placed = moved(block, 0, y)
            marks.extend(placed.marks)
            cuts.extend([y, *placed.cuts] if height else placed.cuts)
            height = placed.height
    return Block(height, tuple(marks), tuple(cuts))


def beside(placed: Iterable[tuple[float, Block]]) -> Block:
    """Return blocks side by side, each at its x; the highest gives the height."""
    blocks = [moved(block, x, 0) for x, block in placed]
    height = max((block.height for block in blocks), default=0)
    return Block(height, tuple(mark for block in blocks for mark in block.marks))


def paragraph(fonts: Fonts, spans: Sequence[StyledText], width: float, *, align: float = 0, limit: int = 0) -> Block:
    """Return a paragraph; align is the share of the spare width left of a line: 0, 0.5 or 1."""
    spans = [span for span in spans if span.text]
    marks: list[Mark] = []
    if not spans:
        return EMPTY
    leading = max(span.style.leading for span in spans)
    top = 0.0
    for line in lines(fonts, spans, width, limit):
        marks.append(TextMark((width - line.width) * align, top + _BASE_LINE * leading, top, leading, line))
        top += leading
    return Block(top, tuple(marks))


def split(block: Block, room: float) -> tuple[Block, Block]:
    """Return a block that is too high as two: cut between rows if that fills half of the room, else between lines."""
    rows = [cut for cut in block.cuts if room / 2 <= cut <= room]
    cut = max(rows, default=0) or _between_lines(block, room)
    above = Block(cut, tuple(part for mark in block.marks for part in _above(mark, cut)))
    below = Block(block.height, tuple(part for mark in block.marks for part in _below(mark, cut)))
    return above, replace(moved(below, 0, -cut), cuts=tuple(place - cut for place in block.cuts if place > cut))


def _between_lines(block: Block, room: float) -> float:
    """Return the lowest place in the room that goes through no line of text and no picture."""
    whole = [mark for mark in block.marks if not isinstance(mark, Rectangle)]
    # Columns beside each other have lines at different heights: moving up for one may cut through another, so the cut
    # moves up until no line is in its way. In the upper quarter it would leave the page nearly empty: then all is used.
    cut = room
    while through := [mark.top for mark in whole if mark.top < cut - 0.01 and mark.top + mark.height > cut + 0.01]:
        cut = min(through)
    return cut if cut > room / 4 else room


def _above(mark: Mark, cut: float) -> tuple[Mark, ...]:
    if mark.top + mark.height <= cut + 0.01:
        return (mark,)
    if isinstance(mark, Rectangle) and mark.top < cut:
        return (replace(mark, height=cut - mark.top),)
    return ()


def _below(mark: Mark, cut: float) -> tuple[Mark, ...]:
    if mark.top >= cut - 0.01:
        return (mark,)
    if isinstance(mark, Rectangle) and mark.top + mark.height > cut:
        return (replace(mark, top=cut, height=mark.top + mark.height - cut),)
    if isinstance(mark, Rectangle) or mark.top + mark.height <= cut + 0.01:
        return ()
    return (mark,)
