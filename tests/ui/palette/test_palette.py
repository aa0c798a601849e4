"""The palette: a click or Enter adds behind the selection, a drag carries what it is, the tray lists what waits."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.model.edits import remove_kind
from planner.ui.palette.drag import KIND_MIME, PATTERN_MIME, next_start
from planner.ui.palette.entry import PaletteEntry
from planner.ui.palette.palette import Palette
from tests.model.small import at, forum, starts
from tests.ui.harness import SIZE_HINTS, Harness, click

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def harness() -> Harness:
    return Harness(at("a", 900), at("b", 1000), at("waits", None, 20, title="Film"))


def shown(harness: Harness, qtbot: QtBot) -> Palette:
    palette = Palette(harness.context)
    qtbot.addWidget(palette)
    return harness.put(palette, palette.show_state, width=215)


def entry(palette: Palette, title: str) -> PaletteEntry:
    return next(
        shown_entry
        for shown_entry in palette.findChildren(PaletteEntry)
        if shown_entry.text() == title and shown_entry.isVisible()
    )


def test_a_click_adds_behind_the_selection_as_one_step_and_selects_it(harness: Harness, qtbot: QtBot) -> None:
    palette = shown(harness, qtbot)
    harness.view.select("a")
    click(entry(palette, "Panel"))
    assert harness.steps == ["Add Panel"]
    new = harness.plan.sessions[-1]
    assert (new.kind, new.start, new.minutes, new.places[0].room) == ("panel", 600, 60, "hall")
    assert harness.plan.session_by_id["b"].start == 660
    assert harness.view.selection == (new.id,)


def test_enter_adds_too_and_without_flow_nothing_else_moves(harness: Harness, qtbot: QtBot) -> None:
    palette = shown(harness, qtbot)
    harness.view.select("a")
    harness.view.set_flow(flow=False)
    entry(palette, "Break").setFocus()
    QTest.keyClick(entry(palette, "Break"), Qt.Key.Key_Return)
    assert harness.plan.sessions[-1].start == 600
    assert starts(harness.plan)["b"] == 1000


def test_without_a_selection_a_block_goes_to_the_end_of_the_day(harness: Harness, qtbot: QtBot) -> None:
    click(entry(shown(harness, qtbot), "Welcome"))
    assert harness.plan.sessions[-1].start == 660


def test_a_block_behind_a_forum_goes_behind_the_whole_round() -> None:
    plan = Harness(forum("f1", 1400, 60), forum("f2", 1400, 70), at("end", 1700)).plan
    assert next_start(plan, "mon", "f1") == 15 * 60 + 10
    assert next_start(plan, "tue", "f1") == plan.days[1].start
    late = Harness(at("a", 900).changed(start=2800, minutes=600)).plan
    assert next_start(late, "mon", "a") == 2879


def test_a_pattern_is_one_step(harness: Harness, qtbot: QtBot) -> None:
    palette = shown(harness, qtbot)
    harness.view.select("a")
    before = harness.plan
    click(entry(palette, "4 forums with return"))
    assert harness.steps == ["Add 4 forums with return"]
    assert len(harness.plan.sessions) == len(before.sessions) + 6
    assert len(harness.plan.rounds[-1].seats) == 0
    assert len(harness.plan.sessions_in(harness.plan.rounds[-1].id)) == 4
    assert starts(harness.plan)["b"] == 1140
    harness.workspace.undo()
    assert harness.plan is before


def test_a_pattern_brings_a_kind_that_was_removed(harness: Harness, qtbot: QtBot) -> None:
    palette = shown(harness, qtbot)
    harness.workspace.apply(lambda plan: remove_kind(plan, "meal", "break"), "Remove")
    click(entry(palette, "Lunch for all"))
    assert harness.plan.sessions[-1].kind == "meal"


@pytest.mark.parametrize(
    ("title", "mime", "payload"),
    [("Panel", KIND_MIME, "panel"), ("Lunch for all", PATTERN_MIME, "lunch")],
)
def test_a_drag_carries_what_it_is_and_is_no_click(  # noqa: PLR0917  # a table and its fixtures
    harness: Harness, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, title: str, mime: str, payload: str
) -> None:
    carried: list[tuple[str, str]] = []

    def drag(self: Any, *_: object) -> Qt.DropAction:  # noqa: ANN401
        data = self.mimeData()
        carried.extend((mime_type, bytes(data.data(mime_type).data()).decode()) for mime_type in data.formats())
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", drag)
    dragged = entry(shown(harness, qtbot), title)
    middle = dragged.rect().center()
    QTest.mousePress(dragged, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(dragged, middle + QPoint(2, 0))
    assert carried == []
    _move(dragged, middle + QPoint(40, 5))
    QTest.mouseRelease(dragged, Qt.MouseButton.LeftButton, pos=middle)
    assert carried == [(mime, payload)]
    assert harness.steps == []


def _move(widget: PaletteEntry, to: QPoint) -> None:
    """Move the mouse with its button held, which QTest.mouseMove leaves out."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    button = Qt.MouseButton.LeftButton
    place = QPointF(to)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, widget.mapToGlobal(place), button, button, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def test_a_place_over_the_palette_is_the_tray(harness: Harness, qtbot: QtBot) -> None:
    palette = shown(harness, qtbot)
    assert palette.holds(palette.mapToGlobal(QPoint(5, 5)))
    assert not palette.holds(palette.mapToGlobal(QPoint(-5, 5)))
