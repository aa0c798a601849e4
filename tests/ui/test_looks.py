"""How the window looks, beside how it looked when somebody last looked at it: two sizes, light and dark.

A difference is reported in build/looks/: as it was, as it is, and where they differ. When the new look is meant:
NEW_LOOKS=1 python -m pytest tests/ui/test_looks.py, look at the pictures, and commit them.
"""

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QBuffer, QIODevice, QTimer
from PySide6.QtGui import QCursor, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from planner.model import Document
from planner.resources import resource
from planner.ui.problems.panel import ProblemsPanel
from planner.ui.widgets.theme import DARK, LIGHT, Theme
from planner.ui.window.planner_window import PlannerWindow
from tests.crowd import crowd
from tests.ui.conftest import Make

ROOT: Final = Path(__file__).parent.parent
GOLDEN: Final = ROOT / "golden" / "looks"
REPORT: Final = ROOT.parent / "build" / "looks"
STRONG: Final = 40
"""Of 255: what another rasteriser of fonts does to a pixel stays below, where pixels are taken together."""
ALLOWED: Final = 0.002
"""The share of pixels that may differ strongly: a badge of usual size is more."""

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def font(qapp: QApplication) -> Iterator[None]:
    """The font that is shipped, so that all machines draw the same letters."""
    before = qapp.font()
    for path in resource("fonts").glob("SourceSans3-*.ttf"):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont("Source Sans 3")
    font.setPointSizeF(10.5)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=str)
def test_the_example_looks_as_it_did(make: Make, size: tuple[int, int], theme: Theme) -> None:
    planner = make(resource("examples", "osnabrueck.plan"), "de")
    planner.window.resize(*size)
    planner.build(theme)
    planner.context.view.select("s-podium")
    compare(planner, f"example-{size[0]}-{theme.name}")


def test_a_crowded_day_and_an_empty_one_look_as_they_did(make: Make) -> None:
    planner = make(resource("examples", "osnabrueck.plan"), "de")
    planner.window.resize(1280, 720)
    for number in (0, 20, 200):
        plan = crowd(number, rooms=14, days=1) if number else crowd(4, rooms=4, days=1).changed(sessions=())
        planner.context.workspace.start(Document(plan=plan))
        compare(planner, f"crowd-{number}")


def compare(planner: PlannerWindow, name: str) -> None:
    """Fail with a report if the window looks otherwise than in the picture of that name."""
    QCursor.setPos(0, 0)  # what lies under the mouse keeps its place
    for _ in range(30):
        QApplication.processEvents()
    panel = next(panel for panel in planner.window.findChildren(ProblemsPanel) if panel.isVisible())
    while any(timer.isActive() for timer in panel.findChildren(QTimer)):  # fixes are tried one by one
        QApplication.processEvents()
    now = _half(_grabbed(planner))
    path = GOLDEN / f"{name}.png"
    if os.environ.get("NEW_LOOKS"):
        path.parent.mkdir(exist_ok=True)
        now.save(path, optimize=True)
        return
    was = Image.open(path).convert("RGB")
    share, differing = difference(was, now)
    if share > ALLOWED:
        folder = REPORT / name
        folder.mkdir(parents=True, exist_ok=True)
        for kind, picture in (("was", was), ("is", now), ("differs", differing)):
            picture.save(folder / f"{kind}.png")
        pytest.fail(f"{share:.2%} of {name} look otherwise: see {folder}")


def difference(was: Image.Image, now: Image.Image) -> tuple[float, Image.Image]:
    """Return which share of the pixels differs strongly, and a picture in which these are dark."""
    if was.size != now.size:
        return 1.0, now
    small = tuple(
        picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX) for picture in (was, now)
    )
    strong = ImageChops.difference(*small).convert("L").point([255 if level > STRONG else 0 for level in range(256)])
    return strong.histogram()[255] / (strong.width * strong.height), ImageChops.invert(strong)


def test_a_badge_more_is_a_difference_and_softer_letters_are_none() -> None:
    was = Image.open(GOLDEN / "example-1280-light.png").convert("RGB")
    softer = was.filter(ImageFilter.GaussianBlur(0.4))
    assert difference(was, softer)[0] <= ALLOWED
    more = was.copy()
    more.paste((179, 38, 30), (400, 200, 460, 210))
    assert difference(was, more)[0] > ALLOWED


def _grabbed(planner: PlannerWindow) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    planner.window.grab().save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")


def _half(picture: Image.Image) -> Image.Image:
    return picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
