"""Own patterns in the palette: saved from a selection, used in another plan, renamed, deleted; damage is said there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from planner.examples import template
from planner.model import new_id
from planner.model.edits import pattern_of
from planner.model.pattern import Pattern
from planner.storage.patterns import PatternsDamaged, read_patterns
from planner.text import clock, language
from planner.text.patterns import built_in_patterns
from planner.ui.palette.entry import PaletteEntry
from planner.ui.palette.pattern_list import PatternList
from planner.ui.services.pattern_library import PatternLibrary
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.window.planner_window import PlannerWindow
from tests.model.small import at
from tests.ui.conftest import Make
from tests.ui.harness import SIZE_HINTS, Harness, click

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)
DAY = template("one-day", plan_id="day").plan


def answer(do: Callable[[Frame], None]) -> list[str]:
    """Answer the next dialog; return what it said before."""
    said: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Frame)
        dialog.activateWindow()
        QApplication.processEvents()
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        do(dialog)
        if dialog.isVisible():
            said.append(dialog.error.text())
            dialog.reject()

    QTimer.singleShot(0, act)
    return said


def name_it(name: str) -> Callable[[Frame], None]:
    def do(dialog: Frame) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        QTest.keyClicks(line, name)
        QTest.keyClick(line, Qt.Key.Key_Return)

    return do


def entry(planner: PlannerWindow, title: str) -> PaletteEntry | None:
    QApplication.processEvents()  # what is new in a layout is shown with the next event
    return next(
        (
            shown_entry
            for shown_entry in planner.window.findChildren(PaletteEntry)
            if shown_entry.text() == title and shown_entry.isVisible()
        ),
        None,
    )


def save_as(planner: PlannerWindow, name: str, count: int = 3) -> tuple[str, ...]:
    plan = planner.context.workspace.plan
    chosen = tuple(session.id for session in plan.sessions if session.scheduled)[:count]
    planner.context.view.select(*chosen)
    answer(name_it(name))
    planner.menus["save-pattern"].trigger()
    return chosen


def test_a_selection_is_kept_on_this_machine_and_used_in_another_plan(
    make: Make, plan_file: Path, folder: Path
) -> None:
    planner = make(plan_file)
    before = planner.context.workspace.plan
    chosen = save_as(planner, "Vormittag")
    assert planner.context.workspace.plan is before
    (kept,) = read_patterns(folder / "patterns.json")
    assert kept.title == "Vormittag"
    assert [piece.title for piece in kept.pieces] == [before.session_by_id[session_id].title for session_id in chosen]
    text = (folder / "patterns.json").read_text(encoding="utf-8")
    assert not [person.name for person in before.people if person.name and person.name in text]

    other = make()
    other.files.start(template("empty", plan_id=new_id()))
    found = entry(other, "Vormittag")
    assert found is not None
    click(found)
    after = other.context.workspace.plan
    assert [session.title for session in after.sessions] == [piece.title for piece in kept.pieces]
    assert other.context.workspace.state.undo == "Add Vormittag"
    other.context.workspace.undo()
    assert other.context.workspace.plan.sessions == ()


def test_it_is_renamed_and_deleted_by_keys_and_by_its_menu(planner: PlannerWindow, folder: Path) -> None:
    save_as(planner, "First")
    shown = entry(planner, "First")
    assert shown is not None
    planner.window.activateWindow()
    shown.setFocus()
    answer(name_it("Second"))
    QTest.keyClick(shown, Qt.Key.Key_F2)
    assert entry(planner, "First") is None
    shown = entry(planner, "Second")
    assert shown is not None
    assert [action.text().partition("\t")[0] for action in shown.actions()] == ["&Rename …", "&Delete …"]
    before = planner.context.workspace.plan
    shown.setFocus()
    assert answer(lambda dialog: dialog.reject()) == []
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert entry(planner, "Second") is not None
    said = answer(lambda dialog: dialog.ok.click())
    delete: QAction = shown.actions()[1]
    delete.trigger()
    assert any("Second" in words for words in said)
    assert entry(planner, "Second") is None
    assert read_patterns(folder / "patterns.json") == ()
    assert planner.context.workspace.plan is before


@pytest.mark.parametrize("chosen", [0, 2])
def test_what_has_no_time_or_lies_on_two_days_is_no_pattern(make: Make, chosen: int) -> None:
    planner = make()
    planner.files.start(template("two-day", plan_id=new_id()))
    plan = planner.context.workspace.plan
    days = [next(session.id for session in plan.sessions if session.day == day.id) for day in plan.days]
    planner.context.view.select(*days[:chosen])
    planner.menus.refresh()
    assert not planner.menus["save-pattern"].isEnabled()


def test_a_damaged_file_is_said_in_one_sentence_and_kept_beside_the_next_one(
    make: Make, plan_file: Path, folder: Path
) -> None:
    folder.mkdir()
    file = folder / "patterns.json"
    file.write_text("{ this is no", encoding="utf-8")
    planner = make(plan_file)
    (words,) = (
        label.text() for label in planner.window.findChildren(QLabel) if label.isVisible() and str(file) in label.text()
    )
    assert "damaged" in words
    assert entry(planner, "Lunch for all") is not None
    assert file.read_text(encoding="utf-8") == "{ this is no"
    save_as(planner, "New")
    assert [pattern.title for pattern in read_patterns(file)] == ["New"]
    assert "{ this is no" in {path.read_text(encoding="utf-8") for path in folder.glob("patterns-damaged*")}
    assert not [
        label for label in planner.window.findChildren(QLabel) if label.isVisible() and str(file) in label.text()
    ]


def test_what_the_disk_refuses_is_said_in_the_dialog_which_stays(planner: PlannerWindow, folder: Path) -> None:
    (folder / "patterns.json").mkdir(parents=True)
    planner.context.view.select(
        next(session.id for session in planner.context.workspace.plan.sessions if session.scheduled)
    )
    said = answer(name_it("X"))
    planner.menus["save-pattern"].trigger()
    assert str(folder / "patterns.json") in said[-1]
    assert planner.context.pattern_library.own == ()


def test_the_built_in_ones_speak_the_window_s_language(make: Make, plan_file: Path) -> None:
    planner = make(plan_file, "de")
    for pattern in built_in_patterns(language("de")):
        assert entry(planner, pattern.title) is not None
    assert entry(planner, "Lunch for all") is None


def test_a_selection_too_large_for_a_pattern_is_refused_in_a_sentence(make: Make, plan_file: Path) -> None:
    planner = make(plan_file)
    first = next(session for session in planner.context.workspace.plan.sessions if session.scheduled)
    many = tuple(first.changed(id=f"many-{n}", contributions=(), items=()) for n in range(201))
    planner.context.workspace.apply(lambda plan: plan.changed(sessions=(*plan.sessions, *many)), "Many")
    planner.context.view.select(*(session.id for session in many))
    planner.menus["save-pattern"].trigger()
    assert planner.context.view.hint == "A pattern holds at most 200 sessions, with as many items each"
    assert planner.context.pattern_library.own == ()


def test_two_windows_keep_each_other_s_patterns(tmp_path: Path) -> None:
    one, two = PatternLibrary(tmp_path / "p.json"), PatternLibrary(tmp_path / "p.json")
    assert one.own == two.own == ()
    chosen = [session.id for session in DAY.sessions]
    one.add(pattern_of(DAY, chosen[:1], "one", "One"))
    two.add(pattern_of(DAY, chosen[1:2], "two", "Two"))
    assert [pattern.title for pattern in PatternLibrary(tmp_path / "p.json").own] == ["One", "Two"]


def test_a_shelf_that_found_damage_says_so(tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text("no", encoding="utf-8")
    pattern_library = PatternLibrary(tmp_path / "p.json")
    assert pattern_library.own == ()
    assert isinstance(pattern_library.trouble, PatternsDamaged)


def test_a_file_that_breaks_while_the_window_is_open_costs_no_pattern(tmp_path: Path) -> None:
    pattern_library = PatternLibrary(tmp_path / "p.json")
    chosen = [session.id for session in DAY.sessions]
    pattern_library.add(pattern_of(DAY, chosen[:1], "one", "One"))
    (tmp_path / "p.json").write_text("no", encoding="utf-8")
    pattern_library.add(pattern_of(DAY, chosen[1:2], "two", "Two"))
    assert [pattern.title for pattern in PatternLibrary(tmp_path / "p.json").own] == ["One", "Two"]
    assert (tmp_path / "p-damaged-1.json").read_text(encoding="utf-8") == "no"


@pytest.mark.parametrize("pattern", built_in_patterns(language("en")), ids=lambda pattern: pattern.id)
def test_each_pattern_is_one_step_and_says_what_came_and_what_moved(qtbot: QtBot, pattern: Pattern) -> None:
    harness = Harness(at("a", 900), at("b", 1000))
    shown = PatternList(harness.context)
    qtbot.addWidget(shown)
    harness.put(shown, lambda _before, _after: None, width=215)
    harness.view.select("a")
    before = harness.plan
    click(next(shown_entry for shown_entry in shown.findChildren(PaletteEntry) if shown_entry.text() == pattern.title))
    assert harness.steps == [f"Add {pattern.title}"]
    assert len(harness.plan.sessions) == len(before.sessions) + len(pattern.pieces)
    end = clock(600 + pattern.minutes)
    if len(pattern.pieces) > 1:
        assert f"{len(pattern.pieces)} blocks 10:00–{end}" in harness.view.hint
    assert harness.view.hint.endswith("1 block moves along")
    assert harness.plan.session_by_id["b"].start == 600 + pattern.minutes
    harness.workspace.undo()
    assert harness.plan is before


def test_a_pattern_that_is_new_is_in_view(planner: PlannerWindow) -> None:
    planner.window.resize(1280, 720)
    for name in ("First", "Second"):
        save_as(planner, name)
        QApplication.processEvents()
        found = entry(planner, name)
        assert found is not None
        assert found.visibleRegion().boundingRect() == found.rect()
