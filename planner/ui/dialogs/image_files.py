"""Reads image files and re-encodes them, so that no metadata gets into a plan."""

import base64
from io import BytesIO
from pathlib import Path
from typing import Final

from planner.model.venue import MAX_LOGO
from planner.text import mark

MOST_PIXELS: Final = 40_000_000
MOST_BYTES: Final = 50_000_000
UNREADABLE: Final = mark("“{file}” is not a readable picture. Please choose a PNG or JPEG file.")
TOO_LARGE: Final = mark("“{file}” is too large: at most 40 megapixels, and 2 MB once compressed.")


def encoded(path: Path) -> str:
    """Return a re-encoded PNG or JPEG file as base64; raises ValueError with a sentence for the user."""
    from PIL import Image

    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError(TOO_LARGE)
        with Image.open(path, formats=("PNG", "JPEG")) as image:
            if image.width * image.height > MOST_PIXELS:
                raise ValueError(TOO_LARGE)
            plain = image.convert("RGBA" if image.has_transparency_data else "RGB")
            jpeg = image.format == "JPEG"
    except Image.DecompressionBombError:
        raise ValueError(TOO_LARGE) from None
    except (OSError, SyntaxError):
        raise ValueError(UNREADABLE) from None
    written = BytesIO()
    plain.save(written, "JPEG" if jpeg else "PNG", **({"quality": 92} if jpeg else {"optimize": True}))
    found = base64.b64encode(written.getvalue()).decode("ascii")
    if len(found) > MAX_LOGO:
        raise ValueError(TOO_LARGE)
    return found
