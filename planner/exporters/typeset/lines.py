"""Breaks text into lines, and orders the words of each line as they stand on paper, from left to right."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from planner.exporters.typeset.fonts import Fonts, ShapedText
from planner.exporters.typeset.styles import Style
from planner.exporters.typeset.text import Fragment, break_points, direction, fragments, printable

_NUMBERS: Final = re.compile(r"\d(?:[\d.,:/]*\d)?|\D+")


class StyledText(NamedTuple):
    """Text in a style; many of them make a paragraph. The text is a person's, or the program's own."""

    text: str
    style: Style


class ShapedRun(NamedTuple):
    """A shaped piece of a line."""

    piece: ShapedText
    style: Style

    @property
    def width(self) -> float:
        """Return its width in points."""
        return self.piece.width * self.style.size


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, ready to be drawn from left to right."""

    runs: tuple[ShapedRun, ...]
    width: float


class _Part(NamedTuple):
    fragment: Fragment
    style: Style
    width: float


def lines(fonts: Fonts, spans: Sequence[StyledText], width: float, limit: int = 0) -> tuple[TextLine, ...]:
    """Break a paragraph into lines of a width in points; with a limit, the last of them ends in an ellipsis."""
    cleaned = [StyledText(printable(span.text), span.style) for span in spans]
    right_to_left = direction("".join(span.text for span in cleaned)) == "R" and not any(
        direction(char) == "L" for span in cleaned for char in span.text
    )
    broken: list[list[_Part]] = []
    for paragraph in _paragraphs(cleaned):
        broken.extend(_break(fonts, paragraph, width))
    if limit and len(broken) > limit:
        broken = [*broken[: limit - 1], _shortened(fonts, broken[limit - 1], width)]
    return tuple(_line(fonts, parts, right_to_left=right_to_left) for parts in broken)


def width_of(fonts: Fonts, spans: Iterable[StyledText]) -> float:
    """Return the width in points that text needs on one line."""
    return sum(fonts.width(printable(span.text), span.style.face) * span.style.size for span in spans)


def _paragraphs(spans: Sequence[StyledText]) -> Iterator[list[StyledText]]:
    """Yield the spans of each paragraph, without empty paragraphs at either end."""
    found: list[list[StyledText]] = [[]]
    for span in spans:
        first, *rest = span.text.split("\n")
        found[-1].append(StyledText(first, span.style))
        found.extend([StyledText(text, span.style)] for text in rest)
    full = [any(span.text.strip() for span in paragraph) for paragraph in found]
    if any(full):
        yield from found[full.index(True) : len(full) - full[::-1].index(True)]


def _break(fonts: Fonts, spans: Sequence[StyledText], width: float) -> Iterator[list[_Part]]:
    """Yield lines, each filled with as many fragments as fit.

    A fragment that gets a hyphen at the end of a line must leave room for it.
    """
    # A stack with the first fragment on top: the rest of a cut word goes back onto it.
    waiting = [
        _part(fonts, fragment, span.style) for span in reversed(spans) for fragment in reversed([*fragments(span.text)])
    ]
    line: list[_Part] = []
    used = 0.0
    while waiting:
        part = waiting.pop()
        hyphen = fonts.width(part.fragment.joint, part.style.face) * part.style.size if part.fragment.joint else 0
        if part.fragment.space:
            if line:
                line.append(part)
                used += part.width
        elif used + part.width + hyphen <= width:
            line.append(part)
            used += part.width
        elif line:
            yield _ended(fonts, line)
            line, used = [], 0.0
            waiting.append(part)
        else:
            first, rest = _cut(fonts, part, width)
            yield [first]
            if rest:
                waiting.append(rest)
    yield _ended(fonts, line)


def _part(fonts: Fonts, fragment: Fragment, style: Style) -> _Part:
    return _Part(fragment, style, fonts.width(fragment.text, style.face) * style.size)


def _ended(fonts: Fonts, line: list[_Part]) -> list[_Part]:
    """Drop the spaces at a line's end, and add the hyphen if a word goes on in the next line."""
    while line and line[-1].fragment.space:
        line.pop()
    if line and line[-1].fragment.joint:
        last = line.pop()
        line.append(_part(fonts, Fragment(last.fragment.text + last.fragment.joint), last.style))
    return line


def _cut(fonts: Fonts, part: _Part, width: float) -> tuple[_Part, _Part | None]:
    """Cut a word that is wider than its column; what is left of it goes to the next line."""
    text, style = part.fragment.text, part.style
    for beginning in break_points(text):
        first = _part(fonts, Fragment(beginning.text + beginning.joint), style)
        if first.width <= width:
            return first, _part(fonts, Fragment(text[len(beginning.text) :], part.fragment.joint), style)
    return part, None


def _shortened(fonts: Fonts, line: list[_Part], width: float) -> list[_Part]:
    style = line[-1].style if line else None
    if style is None:
        return line
    ellipsis = _part(fonts, Fragment("…"), style)
    while line and (line[-1].fragment.space or sum(part.width for part in line) + ellipsis.width > width):
        line = line[:-1]
    return [*line, ellipsis]


def _line(fonts: Fonts, parts: Sequence[_Part], *, right_to_left: bool) -> TextLine:
    runs: list[ShapedRun] = []
    for text, style in _joined(parts):
        runs.extend(ShapedRun(piece, style) for piece in fonts.pieces(text, style.face))
    placed = tuple(_placed(fonts, runs, right_to_left=right_to_left))
    return TextLine(placed, sum(run.width for run in placed))


def _joined(parts: Sequence[_Part]) -> Iterator[tuple[str, Style]]:
    """Yield neighbouring parts of one style as one text, so that letters and spaces are shaped together."""
    text, style = "", None
    for part in parts:
        if style is not None and part.style != style:
            yield text, style
            text = ""
        text, style = text + part.fragment.text, part.style
    if style is not None:
        yield text, style


def _placed(fonts: Fonts, runs: Sequence[ShapedRun], *, right_to_left: bool) -> Iterator[ShapedRun]:
    """Yield runs as they stand from left to right, those written from right to left reversed (UAX 9, simplified).

    A stretch reaches from the first word of that direction to the last, with the numbers and signs between. The text
    is not given a second time in its order of reading: what reads PDF turns it round itself, and would do so twice.
    """
    place = 0
    while place < len(runs):
        end = len(runs) if right_to_left else _end_of_stretch(runs, place)
        if end == place:
            yield runs[place]
            place += 1
        else:
            for run in reversed(runs[place:end]):
                yield from _turned(fonts, run)
            place = end


def _end_of_stretch(runs: Sequence[ShapedRun], place: int) -> int:
    if runs[place].piece.direction != "R":
        return place
    end = place
    for number, run in enumerate(runs[place:], place):
        if run.piece.direction == "L":
            break
        if run.piece.direction:
            end = number + 1
    return end


def _turned(fonts: Fonts, run: ShapedRun) -> Iterator[ShapedRun]:
    """Yield the parts of a run without direction in reverse order; numbers keep theirs."""
    if run.piece.direction in {"L", "R"}:
        yield run
        return
    for part in reversed(_NUMBERS.findall(run.piece.text)):
        for piece in fonts.pieces(part, run.style.face):
            yield ShapedRun(piece if piece.direction else fonts.mirrored(piece), run.style)
