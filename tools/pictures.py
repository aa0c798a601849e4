"""Remakes the pictures of README after a change of window or handout: `python tools/pictures.py`."""

import io
import os
import sys
from pathlib import Path
from typing import Final, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PLANNER_LANGUAGE"] = "de"
if str(Path(__file__).parent.parent) not in sys.path:
    sys.path.insert(0, str(Path(__file__).parent.parent))

import pypdfium2  # Qt's platform is chosen first
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from planner.exporters import EXPORTERS
from planner.resources import resource
from planner.storage import read
from planner.ui.app import application, build, complete
from planner.ui.papers.view import PapersView
from planner.ui.window.planner_window import PlannerWindow
from tests.first_minute import Newcomer

EXAMPLE: Final = resource("examples", "osnabrueck.plan")
PICTURES: Final = Path(__file__).resolve().parent.parent / "docs" / "pictures"


def window(path: str | None, width: int, height: int) -> PlannerWindow:
    """Return a window in the shipped font, so that pictures are alike on all machines."""
    app = application()
    for font_file in resource("fonts").glob("SourceSans3-*.ttf"):
        QFontDatabase.addApplicationFont(str(font_file))
    font = QFont("Source Sans 3")
    font.setPointSizeF(10.5)
    app.setFont(font)
    frame = build(path)
    frame.resize(width, height)
    frame.show()
    return complete(frame, path)


def board() -> Image.Image:
    """Return the window with the example, the panel selected."""
    planner = window(str(EXAMPLE), 1440, 900)
    planner.context.view.select("s-podium")
    QTest.qWait(300)
    return grabbed(planner.window)


def drawn(planner: PlannerWindow) -> bool:
    """Return whether the papers are shown, with their pages."""
    shown = planner.window.shown
    return isinstance(shown, PapersView) and shown.pages.count > 0


def first_minute() -> dict[str, Image.Image]:
    """Return a picture for each step of a newcomer's first minute."""
    planner = window(None, 1280, 720)
    found: dict[str, Image.Image] = {}

    def look(name: str, dialog: QWidget | None) -> None:
        QTest.qWait(300)
        while name == "paper" and not drawn(planner):
            QTest.qWait(100)  # it is made in the background
        found[f"minute-{name}"] = grabbed(dialog or planner.window)

    person = Newcomer(planner, look)
    person.begin()
    person.shorten_the_break()
    person.make_the_panel_longer()
    person.move_the_panel_to_a_small_room()
    person.mend()
    person.see_the_paper()
    return found


def grabbed(widget: QWidget) -> Image.Image:
    """Return a picture of a widget."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


def handout() -> Image.Image:
    """Return the first page of the example's handout."""
    exporter = next(exporter for exporter in EXPORTERS if exporter.name == "pdf")
    page = pypdfium2.PdfDocument(exporter.export(read(EXAMPLE).document)[0].data)[0]
    picture = cast("Image.Image", page.render(scale=2).to_pil())
    return picture.resize((950, 1344), Image.Resampling.LANCZOS)


def main() -> None:
    """Write all pictures."""
    PICTURES.mkdir(exist_ok=True)
    for name, picture in {"board": board(), "handout": handout(), **first_minute()}.items():
        picture.convert("RGB").save(Path(PICTURES, f"{name}.png"), optimize=True)


if __name__ == "__main__":
    main()
