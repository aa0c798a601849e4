"""Draws blocks on the pages of a PDF: the only file that knows the PDF library's canvas."""
# reportlab comes without types; this file and fonts.py are the only ones that touch it.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportOptionalMemberAccess=false, reportUnknownLambdaType=false

from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from planner.exporters.typeset.blocks import Block, Mark, Picture, Rectangle, TextMark
from planner.exporters.typeset.lines import ShapedRun
from planner.exporters.typeset.styles import PAGE_HEIGHT, PAGE_WIDTH
from planner.resources import resource

_INITIAL: Final = "Planner"
"""A font that is known and never used, so that no page starts with one that is not embedded."""


class PdfPages:
    """The pages of a PDF, drawn in order. The same calls give the same bytes."""

    def __init__(self, *, title: str, author: str, subject: str, lang: str, made: datetime) -> None:
        rl_config.toColorCanUse = None
        if _INITIAL not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(_INITIAL, str(resource("fonts", "SourceSans3-Regular.ttf"))))
        self._file = BytesIO()
        size = (PAGE_WIDTH, PAGE_HEIGHT)
        self._canvas: Any = Canvas(
            self._file, pagesize=size, invariant=1, pageCompression=1, initialFontName=_INITIAL, lang=lang
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)
        self._canvas.setCreator("Planner")
        stamp = f"D:{made.astimezone(UTC):%Y%m%d%H%M%S}Z"
        self._canvas.setDateFormatter(lambda *_: stamp)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def draw(self, block: Block, x: float, top: float) -> None:
        """Draw a block; its upper left corner is given in points from that of the page."""
        for mark in block.marks:
            self._mark(mark, x, top)

    def bookmark(self, title: str, top: float) -> None:
        """Add an entry of the outline that leads to a height of this page."""
        key = f"b{len(self._canvas._outlines)}-{self._canvas.getPageNumber()}-{top:.0f}"  # noqa: SLF001
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=PAGE_HEIGHT - top)
        self._canvas.addOutlineEntry(title, key)

    def end_page(self) -> None:
        """Finish a page."""
        self._canvas.showPage()

    def save(self) -> bytes:
        """Return the bytes of the file."""
        self._canvas.save()
        return self._file.getvalue()

    def _mark(self, mark: Mark, x: float, top: float) -> None:
        if isinstance(mark, TextMark):
            self._text(mark, x + mark.x, PAGE_HEIGHT - top - mark.y)
        elif isinstance(mark, Rectangle):
            self._box(mark, x + mark.x, PAGE_HEIGHT - top - mark.top - mark.height)
        else:
            self._picture(mark, x + mark.x, PAGE_HEIGHT - top - mark.top - mark.height)

    def _text(self, text: TextMark, x: float, y: float) -> None:
        shown = "".join(map(self._run, text.line.runs))
        self._canvas.addLiteral(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {shown}ET")

    def _run(self, run: ShapedRun) -> str:
        size = run.style.size
        code = [f"{_colour(run.style.colour)} rg "]
        glyphs = iter(run.piece.glyphs)
        for name, shown in run.piece.font.shown(run.piece.glyphs, self._canvas._doc):  # noqa: SLF001
            code.append(f"{name} {size:g} Tf ")
            # TJ takes codes and the distances between them. Shaping moves a glyph (dx) and changes the advance that the
            # font states: both are written as distances before and after it. A rise has an operator of its own.
            array: list[str] = []
            rise = 0.0
            for byte, glyph in zip(shown, glyphs, strict=False):
                if glyph.dy != rise:
                    code.append(_array(array) + f"{glyph.dy * size / 1000:.2f} Ts ")
                    array, rise = [], glyph.dy
                before, after = -glyph.dx, glyph.natural - glyph.advance + glyph.dx
                array += [f"{before:.0f}"] if round(before) else []
                array.append(f"<{byte:02X}>")
                array += [f"{after:.0f}"] if round(after) else []
            code.append(_array(array) + ("0 Ts " if rise else ""))
        return "".join(code)

    def _box(self, box: Rectangle, x: float, y: float) -> None:
        canvas = self._canvas
        canvas.saveState()
        if box.fill:
            canvas.addLiteral(f"{_colour(box.fill)} rg")
        if box.stroke:
            canvas.addLiteral(f"{_colour(box.stroke)} RG 0.6 w")
        radius = min(box.radius, box.width / 2, box.height / 2)
        canvas.roundRect(x, y, box.width, box.height, radius, stroke=bool(box.stroke), fill=bool(box.fill))
        canvas.restoreState()

    def _picture(self, picture: Picture, x: float, y: float) -> None:
        image = ImageReader(BytesIO(picture.image))
        self._canvas.drawImage(image, x, y, picture.width, picture.height, mask="auto")


def _colour(colour: str) -> str:
    """Return "#RRGGBB" as three numbers of a content stream."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.3f}" for place in (1, 3, 5))


def _array(parts: list[str]) -> str:
    joined = " ".join(parts).replace("> <", "")
    return f"[{joined}] TJ " if parts else ""
