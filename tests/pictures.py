"""Makes the pictures of README anew: `python tests/pictures.py`, when the window or the handout looks otherwise."""

import io
import os
from pathlib import Path
from typing import Final, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PLANNER_LANGUAGE"] = "de"

import pypdfium2  # Qt's platform is chosen first
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QFontDatabase

from planner.exporters import EXPORTERS
from planner.resources import resource
from planner.storage import read
from planner.ui.app import application, build, complete

EXAMPLE: Final = resource("examples", "osnabrueck.plan")
PICTURES: Final = resource("pictures")


def board() -> Image.Image:
    """Return the window with the example, the panel selected."""
    app = application()
    for path in resource("fonts").glob("SourceSans3-*.ttf"):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont("Source Sans 3")
    font.setPointSizeF(10.5)
    app.setFont(font)
    window = build(str(EXAMPLE))
    window.resize(1440, 900)
    window.show()
    planner = complete(window, str(EXAMPLE))
    planner.context.view.select("s-podium")
    for _ in range(60):
        app.processEvents()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


def handout() -> Image.Image:
    """Return the first page of the example's handout."""
    exporter = next(each for each in EXPORTERS if each.name == "pdf")
    page = pypdfium2.PdfDocument(exporter.export(read(EXAMPLE).document))[0]
    picture = cast("Image.Image", page.render(scale=2).to_pil())
    return picture.resize((950, 1344), Image.Resampling.LANCZOS)


def main() -> None:
    """Write both, in few colours, so that the checkout stays small."""
    PICTURES.mkdir(exist_ok=True)
    for name, picture in (("board", board()), ("handout", handout())):
        small = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
        small.save(Path(PICTURES, f"{name}.png"), optimize=True)


if __name__ == "__main__":
    main()
