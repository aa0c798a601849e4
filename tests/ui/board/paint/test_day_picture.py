"""A picture of which only a part is drawn again looks as if it were drawn anew."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from planner.checks import Index, problems
from planner.model import Plan
from planner.model.edits import change_session, change_settings, move_session, remove_session, resize_session
from planner.text import language
from planner.ui.board.layout.scene import Scene, make_content, make_scene
from planner.ui.board.paint.day import SLIVER
from planner.ui.board.paint.day_picture import DayPicture
from planner.ui.board.paint.ink import make_ink
from planner.ui.widgets.theme import LIGHT
from tests.at_once import at_once
from tests.crowd import crowd

T = language("de")
SIZE = QSize(900, 600)
PLAN = crowd(60, rooms=6, days=1)


def scene(plan: Plan, density: float = 2.0) -> Scene:
    index = Index(plan)
    ink = make_ink(LIGHT, QFont())
    return make_scene(make_content(index, problems(plan, index), plan.days[0].id, ink, T), 896, 600, density)


def drawn(picture: DayPicture, shown: Scene, offset: QPointF, selected: tuple[str, ...], ratio: float) -> object:
    ink = make_ink(LIGHT, QFont())
    return picture.drawn(shown, ink, offset, SIZE, ratio, selected=selected, focus=True).toImage()


EDITS: dict[str, Callable[[Plan], Plan]] = {
    "moved": lambda plan: move_session(plan, "s0n3", "d0", 700),
    "moved onto another": lambda plan: move_session(plan, "s0n3", "d0", plan.session_by_id["s0n9"].start or 0),
    "longer": lambda plan: resize_session(plan, "s0n4", 90),
    "renamed": lambda plan: change_session(plan, "s0n5", title="Something else entirely"),
    "removed": lambda plan: remove_session(plan, "s0n6"),
    "for everyone, later": lambda plan: move_session(plan, "s0a", "d0", 560),
    "past the end of the day": lambda plan: move_session(plan, "s0n7", "d0", 1190),
    "with other limits": lambda plan: change_settings(plan, staff=200, staff_counts=True),
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize(("offset", "ratio"), [(QPointF(0, 0), 1.0), (QPointF(130, 77), 1.5)])
def test_a_part_drawn_again_looks_like_the_whole_drawn_anew(
    qtbot: QtBot, edit: str, offset: QPointF, ratio: float
) -> None:
    del qtbot  # fonts need an application
    selected = ("s0n3", "s0n4")
    before, after = scene(PLAN), scene(EDITS[edit](PLAN))
    picture = DayPicture(T)

    first = drawn(picture, before, offset, selected, ratio)

    assert drawn(picture, after, offset, selected, ratio) == drawn(DayPicture(T), after, offset, selected, ratio)
    assert drawn(picture, before, offset, selected, ratio) == first


def test_an_unchanged_scene_is_not_drawn_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    del qtbot
    picture, shown = DayPicture(T), scene(PLAN)
    ink = make_ink(LIGHT, QFont())

    def draw() -> int:
        return picture.drawn(shown, ink, QPointF(), SIZE, 1.0, selected=(), focus=False).cacheKey()

    first = draw()
    monkeypatch.setattr("planner.ui.board.paint.day_picture.draw_day", pytest.fail)
    assert draw() == first


def test_blocks_too_narrow_for_words_are_drawn_without_making_any(qtbot: QtBot) -> None:
    del qtbot
    shown = scene(at_once(300, "room"))
    drawn(DayPicture(T), shown, QPointF(), (), 1.0)

    assert all(block.box.width < SLIVER for block in shown.layout.blocks)
    assert not shown.content.words._made  # pyright: ignore[reportPrivateUsage]  # what it has cost
