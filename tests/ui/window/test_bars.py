"""Tool bar and status bar: words that do not fit end in an ellipsis, and a step keeps its verb."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from planner.model.edits import change_plan, change_session
from planner.ui.window.planner_window import PlannerWindow
from planner.ui.window.status_bar import ElidedLabel
from planner.ui.window.toolbar import Toolbar, elided_inside
from tests.ui.harness import SIZE_HINTS

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)
LONG = "„Geschlechtergerechtigkeit in der kommunalen Entwicklungspolitik“"


def test_the_status_line_is_never_cut_within_a_letter(qtbot: QtBot) -> None:
    words = ElidedLabel()
    qtbot.addWidget(words)
    words.resize(120, 24)
    words.show()
    words.say("Der Programmpunkt beginnt um 09:30 und schiebt sieben weitere mit")
    assert words.shown().endswith("…")
    assert QFontMetrics(words.font()).horizontalAdvance(words.shown()) <= words.contentsRect().width()
    assert words.toolTip() == words.text()
    cut = words.grab().toImage()
    words.say(words.shown())
    assert words.grab().toImage() == cut
    assert words.toolTip() == ""
    words.resize(1000, 24)
    words.say("Kurz")
    assert words.shown() == "Kurz"


def test_a_step_keeps_its_verb(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    metrics = QFontMetrics(button.font())
    short = elided_inside(f"Rückgängig: {LONG} verschieben", metrics, 300)
    assert short.startswith("Rückgängig: „G")
    assert short.endswith("… verschieben")
    assert metrics.horizontalAdvance(short) <= 300
    assert elided_inside("Redo", metrics, 300) == "Redo"
    assert elided_inside("W" * 200, metrics, 100).endswith("…")


def test_the_hint_has_all_the_room_that_the_selection_leaves(planner: PlannerWindow) -> None:
    planner.window.resize(1280, 720)
    planner.context.view.select(
        next(session.id for session in planner.context.workspace.plan.sessions if session.places)
    )
    planner.context.view.say("x" * 300)
    QApplication.processEvents()
    selection, hint = planner.window.findChildren(ElidedLabel)[:2]
    assert selection.shown() == selection.text()
    assert hint.x() - selection.geometry().right() < 24
    planner.context.view.say("")


def test_what_is_undone_is_said_without_the_word_where_both_do_not_fit(planner: PlannerWindow) -> None:
    planner.window.resize(1280, 720)
    first = planner.context.workspace.plan.sessions[0].id
    planner.context.workspace.apply(lambda plan: change_session(plan, first, note="x"), "Begrüßung verschieben")
    QApplication.processEvents()
    bar = planner.window.findChildren(Toolbar)[0]
    undo = next(button for button in bar.findChildren(QToolButton) if "Begrüßung" in button.accessibleName())
    assert undo.text() == "Begrüßung verschieben" or undo.text() == undo.accessibleName()


def test_nothing_in_the_bar_moves_under_the_hand(planner: PlannerWindow) -> None:
    workspace = planner.context.workspace
    bar = planner.window.findChild(Toolbar)
    assert bar is not None
    for width in (920, 1_100, 1_300, 1_600):
        planner.window.resize(width, 700)
        QApplication.processEvents()
        before = [button.geometry() for button in bar.findChildren(QToolButton)]
        for words in ("x", "Move a session with a very long title to another room", "Change the title"):
            workspace.apply(lambda plan: change_plan(plan, title=plan.title + "x"), words)
            QApplication.processEvents()
            assert [button.geometry() for button in bar.findChildren(QToolButton)] == before
        while workspace.state.undo:
            workspace.undo()


def test_the_button_that_undoes_says_what_is_done(planner: PlannerWindow) -> None:
    plan = planner.context.workspace.plan
    first = plan.sessions[0].id
    planner.context.workspace.apply(lambda plan: change_session(plan, first, note="x"), f"{LONG} ändern")
    QApplication.processEvents()
    bar = planner.window.findChildren(Toolbar)[0]
    undo = next(button for button in bar.findChildren(QToolButton) if LONG in button.accessibleName())
    for width in (1440, 1000):
        planner.window.resize(width, 720)
        QApplication.processEvents()
        assert undo.text().endswith("… ändern") or width < 1200
        assert undo.sizeHint().width() <= undo.width() + 1
