"""What all parts of one handout share: fonts, density, language, and which details are shown."""

from dataclasses import dataclass
from functools import cached_property

from planner.exporters.typeset.blocks import Block, paragraph
from planner.exporters.typeset.fonts import Fonts
from planner.exporters.typeset.lines import StyledText, width_of
from planner.exporters.typeset.styles import BAR, CREDIT, DARK, INK, MUTED, SOFT, WIDTH, Density, Style
from planner.text import Language, clock, clock_range


@dataclass(frozen=True)
class PrintStyle:
    """The style of one handout in one density; widths and places are in points."""

    fonts: Fonts
    look: Density
    t: Language
    ranges: bool
    rooms: bool
    draft: bool
    descriptions: bool
    rounds: int
    """How many rounds the programme has: one alone needs no number."""

    def set(self, text: str, style: Style, width: float, *, align: float = 0, limit: int = 0) -> Block:
        """Return a paragraph of one style."""
        return paragraph(self.fonts, [StyledText(text, style)], width, align=align, limit=limit)

    def width(self, text: str, style: Style) -> float:
        """Return the width of a text on one line."""
        return width_of(self.fonts, [StyledText(text, style)])

    def time(self, start: int, end: int) -> str:
        """Return the time of a row: when it starts, or from when to when."""
        return clock_range(start, end) if self.ranges and end > start else clock(start)

    @cached_property
    def bar(self) -> float:
        """Return the x of the coloured bars, to the right of the widest time."""
        return max(48.0, self.width("00:00–00:00", self.time_style) + 9 if self.ranges else 0)

    @cached_property
    def left(self) -> float:
        """Return the x at which the text of the rows begins."""
        return self.bar + BAR + 8.5

    @property
    def body(self) -> float:
        """Return the width of the rows' text, including the room at its right."""
        return WIDTH - self.left

    @cached_property
    def time_style(self) -> Style:
        """Return the style of times."""
        return self.look.style("bold", 9.2, 12, DARK)

    @cached_property
    def title(self) -> Style:
        """Return the style of a session's title."""
        return self.look.style("bold", 9.7, 12, INK)

    @cached_property
    def rest(self) -> Style:
        """Return the style of breaks."""
        return self.look.style("bold", 9.7, 12, MUTED)

    @cached_property
    def room(self) -> Style:
        """Return the style of the room at the right."""
        return self.look.style("regular", 8.8, 12, MUTED)

    @cached_property
    def subtitle(self) -> Style:
        """Return the style of subtitles and of named parts."""
        return self.look.style("regular", 9, 12, INK)

    @cached_property
    def question(self) -> Style:
        """Return the style of guiding questions."""
        return self.look.style("italic", 9, 12, SOFT)

    @cached_property
    def credit(self) -> Style:
        """Return the style of people."""
        return self.look.style("regular", 8.8, 12, CREDIT)

    def kind(self, colour: str) -> Style:
        """Return the style of a kind in words."""
        return self.look.style("bold", 8.1, 12, colour)

    def small(self, style: Style) -> Style:
        """Return a style made smaller for the columns of parallel sessions."""
        return Style(style.face, round(style.size * 0.95, 2), round(style.leading * 0.93, 2), style.colour)
