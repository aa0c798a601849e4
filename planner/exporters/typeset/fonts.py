"""The shipped fonts: which one has a character, how a run of text is shaped, and how that is written into a PDF.

Every handout opens the fonts anew, so that its bytes do not depend on what was printed before.
"""
# reportlab and uharfbuzz come without types; this file and canvas.py are the only ones that touch them.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false, reportAttributeAccessIssue=false, reportUntypedBaseClass=false

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final, Literal, NamedTuple

import uharfbuzz
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from planner.exporters.typeset.text import JOINERS, REPLACEMENT, direction, printable
from planner.resources import resource

Face = Literal["regular", "bold", "italic"]

_FILES: Final[dict[Face, tuple[str, ...]]] = {
    "regular": ("SourceSans3-Regular", "NotoSansArabic-Regular", "NotoSansEthiopic-Regular"),
    "bold": ("SourceSans3-Bold", "NotoSansArabic-Bold", "NotoSansEthiopic-Bold"),
    "italic": ("SourceSans3-It", "NotoSansArabic-Regular", "NotoSansEthiopic-Regular"),
}
"""For each face the fonts in the order in which they are asked for a character."""
_PRIVATE: Final = 0xE000


class Glyph(NamedTuple):
    """One sign of a font: the code under which the PDF knows it, and its measures in thousandths of the size."""

    code: int
    natural: float
    advance: float
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class ShapedText:
    """Text of one font and one direction, shaped; its width is that at size 1."""

    text: str
    font: "ShapedFont"
    glyphs: tuple[Glyph, ...]
    direction: str

    @property
    def width(self) -> float:
        """Return the width at size 1."""
        return sum(glyph.advance for glyph in self.glyphs) / 1000


class ShapedFont(TTFont):
    """A font whose signs need not be those of single characters: ligatures, joined letters, placed marks.

    Such a sign gets a code of the private area; the PDF says which text each code stands for.
    """

    def __init__(self, name: str) -> None:
        path = resource("fonts", f"{name}.ttf")
        super().__init__(name, str(path))
        self.characters: frozenset[int] = frozenset(code for code in self.face.charToGlyph if code < _PRIVATE)
        """What it can print; beyond the basic plane reportlab cannot write the table of characters."""
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
        self._shaper = uharfbuzz.Font(face)
        self._scale = 1000 / face.upem
        self._codes: dict[tuple[int, str], int] = {}
        self._texts: dict[int, str] = {}

    def shaped(self, text: str, *, right_to_left: bool) -> tuple[Glyph, ...]:
        """Return the signs of a text, from left to right."""
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        uharfbuzz.shape(self._shaper, buffer)
        clusters = sorted({info.cluster for info in buffer.glyph_infos})
        ends = dict(zip(clusters, [*clusters[1:], len(text)], strict=True))
        said: set[int] = set()
        found: list[Glyph] = []
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            meant = "" if info.cluster in said else text[info.cluster : ends[info.cluster]]
            said.add(info.cluster)
            code = self._code(info.codepoint, meant, place.x_advance * self._scale)
            measures = (place.x_advance, place.x_offset, place.y_offset)
            found.append(Glyph(code, self.face.getCharWidth(code), *(measure * self._scale for measure in measures)))
        return tuple(found)

    def _code(self, glyph: int, meant: str, advance: float) -> int:
        glyphs = self.face.charToGlyph
        if len(meant) == 1 and glyphs.get(ord(meant)) == glyph and meant != "\xa0":
            return ord(meant)
        code = self._codes.get((glyph, meant))
        if code is None:
            code = _PRIVATE + len(self._codes)
            self._codes[glyph, meant] = code
            self._texts[code] = meant
            glyphs[code] = glyph
            self.face.charWidths[code] = advance
        return code

    def shown(self, glyphs: tuple[Glyph, ...], document: Any) -> Iterator[tuple[str, bytes]]:  # noqa: ANN401
        """Return the name of the subset and the bytes in it, for each stretch of signs of one subset."""
        for subset, codes in self.splitString("".join(chr(glyph.code) for glyph in glyphs), document):
            yield self.getSubsetInternalName(subset, document), codes

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401
        """Write the fonts of a document, each with a table of the text that its codes stand for."""
        subsets = [tuple(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("ascii")
            doc.idToObject["toUnicodeCMap:" + name].content = self._text_table(subset)

    def _text_table(self, subset: tuple[int, ...]) -> str:
        """Return a ToUnicode map (ISO 32000-1, 9.10.3), at most 100 entries a block; code 0 stands for nothing."""
        texts = [(place, self._texts.get(code, chr(code))) for place, code in enumerate(subset) if code]
        lines = [f"<{place:02X}> <{text.encode('utf-16-be').hex().upper()}>" for place, text in texts if text]
        blocks = [lines[first : first + 100] for first in range(0, len(lines), 100)]
        return "\n".join(
            [
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
                "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
                "1 begincodespacerange <00> <FF> endcodespacerange",
                *("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks),
                "endcmap CMapName currentdict /CMap defineresource pop end end",
            ]
        )


class Fonts:
    """All fonts of one handout, opened when they are first needed."""

    def __init__(self) -> None:
        self._fonts: dict[str, ShapedFont] = {}
        self._pieces: dict[tuple[str, Face], tuple[ShapedText, ...]] = {}

    def pieces(self, text: str, face: Face) -> tuple[ShapedText, ...]:
        """Return a text as shaped pieces, in the order in which it is read; what no font has becomes a box."""
        found = self._pieces.get((text, face))
        if found is None:
            found = tuple(self._split(text, face))
            self._pieces[text, face] = found
        return found

    def width(self, text: str, face: Face) -> float:
        """Return the width of a text at size 1."""
        return sum(piece.width for piece in self.pieces(text, face))

    def mirrored(self, piece: ShapedText) -> ShapedText:
        """Return a piece without direction, such as a bracket, as it stands between words from right to left."""
        return ShapedText(piece.text, piece.font, piece.font.shaped(piece.text, right_to_left=True), "R")

    def missing(self, text: str) -> set[str]:
        """Return the characters of a text that no font has."""
        drawn = set(printable(text)) - {*JOINERS, "\n", "\xad"}
        return {
            char for char in drawn if self._font_for(char, "regular", None) is None and not self._apart(char, "regular")
        }

    def _split(self, text: str, face: Face) -> Iterator[ShapedText]:
        chosen: list[tuple[str, ShapedFont]] = []
        for char in text:
            before = chosen[-1][1] if chosen else None
            font = self._font_for(char, face, before)
            if font is not None:
                chosen.append((char, font))
            elif apart := self._apart(char, face):
                chosen.extend(apart)
            elif char not in JOINERS:
                chosen.append((REPLACEMENT, self._font(_FILES[face][0])))
        for font, group in groupby(chosen, key=lambda pair: pair[1]):
            for run in _one_direction("".join(char for char, _ in group)):
                way = direction(run)
                yield ShapedText(run, font, font.shaped(run, right_to_left=way == "R"), way)

    def _apart(self, char: str, face: Face) -> list[tuple[str, ShapedFont]]:
        """Return a letter and its marks, for a font that has these but not both in one."""
        parts = unicodedata.normalize("NFD", char)
        font = self._font_for(parts[0], face, None)
        if len(parts) == 1 or font is None or not all(ord(part) in font.characters for part in parts):
            return []
        return [(part, font) for part in parts]

    def _font_for(self, char: str, face: Face, before: ShapedFont | None) -> ShapedFont | None:
        """Return the first font that has a character; marks and joiners stay with what they belong to."""
        code = ord(char)
        if before is not None and (unicodedata.combining(char) or char in JOINERS) and code in before.characters:
            return before
        if char in JOINERS:
            return None
        fonts = (self._font(name) for name in _FILES[face])
        return next((font for font in fonts if code in font.characters), None)

    def _font(self, name: str) -> ShapedFont:
        if name not in self._fonts:
            self._fonts[name] = ShapedFont(name)
        return self._fonts[name]


def _one_direction(text: str) -> Iterator[str]:
    """Split text of one font where words from right to left meet numbers, which run from left to right."""
    if direction(text) != "R":
        yield text
        return
    number = False
    run = ""
    for char in text:
        now = direction(char) == "N"
        if run and now != number:
            yield run
            run = ""
        number = now
        run += char
    yield run
