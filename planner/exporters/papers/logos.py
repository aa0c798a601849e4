"""Logos in their two groups, in the order given; one without an image becomes a box with its name."""

import base64
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from PIL import Image

from planner.exporters.papers.print_style import PrintStyle
from planner.exporters.typeset.blocks import EMPTY, Block, Picture, Rectangle, beside, moved, stacked
from planner.exporters.typeset.styles import MM, MUTED, RULE, WIDTH, Style
from planner.model.venue import Logo

HIGHEST: Final = 17 * MM
"""Of a logo that is wider than high; a tall one may be higher, until it is as wide as the narrowest."""
NARROWEST: Final = 10 * MM
TALLEST: Final = 30 * MM
"""Of any logo, however narrow."""
BOX: Final = 22.5
"""Least height of the box that stands for a missing image, in points: two lines of its name."""
MOST_PIXELS: Final = 40_000_000
"""Of an image that is opened: a small file may unpack to more than the memory holds."""
PIXELS_PER_MM: Final = 24
"""About 600 dpi; larger images are scaled down, so that the file stays small."""

_NAME: Final = Style("regular", 8, 9.6, "#6B7480")
_WORDS: Final = Style("regular", 7.8, 10, MUTED)


def organisers(logos: Sequence[Logo], setting: PrintStyle) -> Block:
    """Return the logos above the programme, spread over its width."""
    rows: list[Block] = []
    for row in _rows([_logo(logo, setting) for logo in logos], WIDTH, 16):
        free = WIDTH - sum(width for width, _ in row)
        gap = free / (len(row) - 1) if len(row) > 1 else 0
        rows.append(_on_one_line(row, gap))
    return stacked(rows, 10)


def funders(logos: Sequence[Logo], setting: PrintStyle, most: float) -> tuple[float, Block]:
    """Return the logos below the programme with their words above them, and the width that they take."""
    rows = [
        (sum(width for width, _ in row) + 16 * (len(row) - 1), _on_one_line(row, 16))
        for row in _rows([_worded(logo, setting) for logo in logos], most, 16)
    ]
    taken = max((width for width, _ in rows), default=0)
    return taken, stacked((moved(block, taken - width, 0) for width, block in rows), 8)


def _worded(logo: Logo, setting: PrintStyle) -> tuple[float, Block]:
    width, image = _logo(logo, setting)
    words = min(setting.width(logo.words, _WORDS) + 0.1, 45 * MM)
    wide = max(width, words)
    return wide, stacked([setting.set(logo.words, _WORDS, wide), image], 2)


def _rows(logos: Sequence[tuple[float, Block]], width: float, gap: float) -> Iterator[list[tuple[float, Block]]]:
    row: list[tuple[float, Block]] = []
    for logo in logos:
        if row and sum(taken for taken, _ in row) + logo[0] + gap * len(row) > width:
            yield row
            row = []
        row.append(logo)
    if row:
        yield row


def _on_one_line(row: Sequence[tuple[float, Block]], gap: float) -> Block:
    """Return logos side by side with their lower edges on one line."""
    height = max(block.height for _, block in row)
    x = 0.0
    placed: list[tuple[float, Block]] = []
    for width, block in row:
        placed.append((x, moved(block, 0, height - block.height)))
        x += width + gap
    return beside(placed)


def _logo(logo: Logo, setting: PrintStyle) -> tuple[float, Block]:
    """Return a logo in its given width, made smaller where it would be too high."""
    width = min(logo.width_mm * MM, WIDTH)
    image = _image(logo)
    if image is None:
        return width, _named_box(logo.name, setting, width)
    png, ratio = image
    height = width / ratio
    highest = min(max(HIGHEST, NARROWEST / ratio), TALLEST)
    if height > highest:
        width, height = highest * ratio, highest
    return width, Block(height, (Picture(0, 0, width, height, png),))


def _named_box(name: str, setting: PrintStyle, width: float) -> Block:
    text = setting.set(name, _NAME, width - 8, align=0.5, limit=2)
    height = max(BOX, text.height + 6)
    box = Block(height, (Rectangle(0, 0, width, height, stroke=RULE, radius=3),))
    if text is EMPTY:
        return box
    return beside([(0, box), (4, moved(text, 0, (height - text.height) / 2))])


def _image(logo: Logo) -> tuple[bytes, float] | None:
    """Return an image re-encoded as PNG, and the ratio of its width to its height; None if it cannot be read."""
    if not logo.image:
        return None
    try:
        with Image.open(BytesIO(base64.b64decode(logo.image)), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > MOST_PIXELS:
                return None
            plain = image.convert("RGBA" if image.has_transparency_data else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    ratio = plain.width / plain.height
    plain.thumbnail((logo.width_mm * PIXELS_PER_MM, logo.width_mm * PIXELS_PER_MM))
    file = BytesIO()
    plain.save(file, "PNG")
    return file.getvalue(), ratio
