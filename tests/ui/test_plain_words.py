"""No text of a person is ever HTML: what was typed is seen as it was typed, and loads nothing."""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtGui import Qt as Text  # its question whether a text may be HTML
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QToolButton,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.model.edits import change_session
from planner.model.merge.diff import compare
from planner.storage import Journal, Revision, recoverable, save
from planner.text import language
from planner.text.patterns import built_in_patterns
from planner.ui.board.board import Board
from planner.ui.board.paint.header import Header
from planner.ui.commands.registry import ACTIONS, BY_ID
from planner.ui.dialogs.find import FindDialog
from planner.ui.dialogs.forget_person import ForgetPersonDialog
from planner.ui.dialogs.next_year import NextYearDialog
from planner.ui.dialogs.pattern import DeletePatternDialog, SavePatternDialog
from planner.ui.dialogs.people_hours import PeopleHoursDialog
from planner.ui.dialogs.programme import ProgrammeDialog
from planner.ui.dialogs.replace import ReplaceDialog
from planner.ui.dialogs.swap_rooms import SwapRoomsDialog
from planner.ui.inspector.contribution_dialog import ContributionDialog
from planner.ui.inspector.inspector import Inspector
from planner.ui.list.columns import PLACE
from planner.ui.list.table import ListTable
from planner.ui.papers.view import PapersView
from planner.ui.safety.compare_dialog import CompareDialog
from planner.ui.safety.recovery_dialog import RecoveryDialog
from planner.ui.services.clipboard import PastedContent, mime_of
from planner.ui.services.prompts import Prompts
from planner.ui.services.window_settings import WindowSettings
from planner.ui.window.planner_window import PlannerWindow
from planner.ui.window.toolbar import Toolbar
from tests.ui.conftest import Make
from tests.ui.harness import papers_of
from tests.ui.markup import JOINER, TYPED, Markup, Watch, faults, fields, said
from tests.ui.sheet import MENUS

pytestmark = [pytest.mark.qt_log_ignore("does not support propagateSizeHints", MENUS)]
NAME: Final = TYPED if sys.platform == "win32" else f"<b>{TYPED}<br>"
"""Of files and folders, as far as the system takes it."""
ELSEWHERE: Final = {"open", "open-read-only", "save-as", "next-year", "columns", "quick-add", "title"}
"""Commands that open no dialog of the program's own, or ask for a file first."""


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    found = Watch(tmp_path)
    yield found
    found.close()


@pytest.fixture
def markup(watch: Watch) -> Markup:
    return Markup(watch.path)


@pytest.fixture
def path(tmp_path: Path, markup: Markup, window_settings: WindowSettings) -> Path:
    """A file with such a plan, beside another that was opened before; both have such names."""
    folder = tmp_path / f"in {NAME}"
    folder.mkdir()
    found = folder / f"{NAME}.plan"
    for path in (folder / f"other {NAME}.plan", found):
        save(markup.document(), path)
        window_settings.remember(path)
    return found


@pytest.fixture(params=["de", "en"])
def planner(request: pytest.FixtureRequest, make: Make, path: Path) -> PlannerWindow:
    """A window with such a plan, in each language."""
    return make(path, request.param)


def drawn(*shown: QWidget) -> None:
    """Let all that waits be done and painted."""
    for widget in shown:
        widget.grab()
    for _ in range(5):
        QApplication.processEvents()


def look(shown: QWidget, watch: Watch) -> set[str]:
    """Show something, fail if anything would be seen otherwise than it was typed, and return which fields are seen."""
    drawn(shown)
    found = tuple(said(shown))
    assert faults(found) == []
    assert not watch.opened()
    return fields(found)


def closed(dialog: QDialog, watch: Watch, qtbot: QtBot) -> set[str]:
    """Show a dialog, look at it and close it."""
    qtbot.addWidget(dialog)
    dialog.show()
    found = look(dialog, watch)
    dialog.close()
    return found


def test_the_watch_sees_who_opens_the_picture(watch: Watch, markup: Markup, qtbot: QtBot) -> None:
    label = QLabel(markup.words("label"))
    qtbot.addWidget(label)
    label.show()
    drawn(label)
    assert faults(said(label)) != []
    assert watch.opened() or not watch.works
    assert not watch.opened()


# The window


def test_all_views_show_what_was_typed(planner: PlannerWindow, watch: Watch) -> None:
    found: set[str] = set()
    for view in ("start", "board", "list", "papers"):
        planner.window.show_view(view)
        found |= look(planner.window, watch)
    assert found >= {
        "Plan.title",
        "Day.title",
        "Kind.name",
        "Room.name",
        "Session.title",
        "Session.note",
        "Person.name",
    }


def test_papers_are_drawn_and_load_nothing(planner: PlannerWindow, watch: Watch, qtbot: QtBot) -> None:
    planner.window.show_view("papers")
    papers = papers_of(planner)
    assert isinstance(papers, PapersView)
    qtbot.waitUntil(lambda: len(papers.pages.labels) > 0, timeout=60_000)
    look(planner.window, watch)


def test_the_details_show_what_was_typed_whatever_is_selected(planner: PlannerWindow, watch: Watch) -> None:
    view, plan = planner.context.view, planner.context.workspace.plan
    inspector = planner.window.findChild(Inspector)
    assert inspector is not None
    found: set[str] = set()
    with_item = next(session.id for session in plan.sessions if session.items)
    of_round = next(session.id for session in plan.sessions if session.round)
    some = (with_item, of_round, next(session.id for session in plan.sessions if session.kind == "panel"))
    for chosen in (*((session,) for session in some), some, (plan.rooms[0].id,), (plan.people[0].id,)):
        view.select(*chosen)
        found |= look(inspector, watch)
    look(planner.window, watch)
    assert found >= {"Session.title", "Item.title", "Round.title", "Contribution.label", "Person.name"}


def test_problems_and_their_offers_show_what_was_typed(planner: PlannerWindow, watch: Watch) -> None:
    drawn(planner.window)
    for _ in range(3):
        planner.menus["next-problem"].trigger()
        look(planner.window, watch)


def test_a_step_and_what_it_says_show_what_was_typed(planner: PlannerWindow, watch: Watch, markup: Markup) -> None:
    context = planner.context
    session = context.workspace.plan.sessions[0]
    context.view.select(session.id)
    words = markup.words("step")
    for command in ("duplicate", "undo"):
        planner.menus[command].trigger()
        look(planner.window, watch)
    context.workspace.apply(lambda plan: change_session(plan, session.id, title="x"), words)
    context.view.say(words)
    planner.window.news.say(words)
    look(planner.window, watch)
    bar = planner.window.findChild(Toolbar)
    assert bar is not None
    undo = next(button for button in bar.findChildren(QToolButton) if button.defaultAction() is planner.menus["undo"])
    assert words in undo.accessibleName()
    assert words in undo.toolTip().replace(JOINER, "")


def test_menus_show_what_was_typed(planner: PlannerWindow, watch: Watch, path: Path) -> None:
    planner.context.view.select(planner.context.workspace.plan.sessions[0].id)
    for menu in planner.window.findChildren(QMenu):
        menu.aboutToShow.emit()
    look(planner.window, watch)
    recent = next(menu for menu in planner.window.findChildren(QMenu) if menu.objectName() == "recent")
    assert recent.actions()[0].text().replace("&&", "&") == path.name
    assert path.name in recent.actions()[0].toolTip().replace(JOINER, "")


def test_own_patterns_show_what_was_typed(planner: PlannerWindow, watch: Watch, markup: Markup, qtbot: QtBot) -> None:
    context = planner.context
    pattern = markup.marked(built_in_patterns(context.t)[0])
    context.pattern_library.add(pattern)
    look(planner.window, watch)
    closed(SavePatternDialog("", pattern, lambda _: None, context.t, planner.window), watch, qtbot)
    closed(DeletePatternDialog(pattern, lambda: None, context.t, planner.window), watch, qtbot)


def test_a_line_of_quick_add_shows_what_was_typed(planner: PlannerWindow, watch: Watch, markup: Markup) -> None:
    planner.menus["quick-add"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    for words in (markup.words("quick"), "x @"):
        field.setText(words)
        field.textEdited.emit(words)
        look(planner.window, watch)


def test_tips_of_board_and_rooms_show_what_was_typed(planner: PlannerWindow, watch: Watch) -> None:
    board, header = planner.window.findChild(Board), planner.window.findChild(Header)
    assert board is not None
    assert header is not None
    told: set[str] = set()
    for widget in (board.canvas.viewport(), header):
        for x in range(2, widget.width(), 40):
            for y in range(2, widget.height(), 24):
                at = QPoint(x, y)
                QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
                told.add(QToolTip.text())
    assert sum("<img" in words.replace(JOINER, "") for words in told) > 10
    assert [words for words in told if Text.mightBeRichText(words) or "&amp;" in words] == []
    drawn(planner.window)
    assert not watch.opened()


def test_a_reader_hears_on_the_board_what_was_typed(planner: PlannerWindow) -> None:
    board = planner.window.findChild(Board)
    assert board is not None
    spoken = QAccessible.queryAccessibleInterface(board.canvas)
    children = [spoken.child(place) for place in range(spoken.childCount())]
    names = [child.text(QAccessible.Text.Name) for child in children]
    assert sum(TYPED in words and "<img src=" in words for words in names) > 10
    assert not any("&amp;" in words or "&lt;img" in words for words in names)


def test_what_the_list_refuses_is_shown_as_typed(planner: PlannerWindow, watch: Watch, markup: Markup) -> None:
    planner.window.show_view("list")
    table = planner.window.findChild(ListTable)
    assert table is not None
    table.setCurrentIndex(table.model().index(0, PLACE["title"]))
    table.refuse(markup.words("refused"))
    assert "refused" in QToolTip.text()
    assert not Text.mightBeRichText(QToolTip.text())
    look(planner.window, watch)


# Dialogs


def test_dialogs_of_commands_show_what_was_typed(planner: PlannerWindow, watch: Watch) -> None:
    asking = [action.id for action in ACTIONS if action.label.endswith("…") and action.id not in ELSEWHERE]
    panel = next(session for session in planner.context.workspace.plan.sessions if session.kind == "panel")
    planner.context.view.select(panel.id)
    seen: dict[str, list[str]] = {}

    def look_and_close(action: str) -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        try:
            drawn(dialog)
            seen[action] = faults(said(dialog))
        finally:
            dialog.close()

    for action in asking:
        QTimer.singleShot(0, partial(look_and_close, action))
        BY_ID[action].run(planner.context)
        assert not watch.opened(), action
    assert seen == {action: [] for action in asking}


def test_dialogs_on_people_show_what_was_typed(planner: PlannerWindow, watch: Watch, qtbot: QtBot) -> None:
    context, plan = planner.context, planner.context.workspace.plan
    busy = next(one.person for session in plan.sessions for one in session.everyone() if one.person)
    for person in (plan.people[0].id, busy):
        closed(PeopleHoursDialog(context, person, planner.window), watch, qtbot)
    forget = ForgetPersonDialog(context, planner.window)
    forget.list.setCurrentRow(0)
    closed(forget, watch, qtbot)
    contribution = next(one for session in plan.sessions for one in session.contributions)
    closed(ContributionDialog(context, contribution, parent=planner.window), watch, qtbot)


def test_dialogs_on_texts_show_what_was_typed(
    planner: PlannerWindow, watch: Watch, markup: Markup, qtbot: QtBot
) -> None:
    context, plan = planner.context, planner.context.workspace.plan
    find = FindDialog(context, planner.window)
    find.line.setText("img")
    closed(find, watch, qtbot)
    replace = ReplaceDialog(context, planner.window)
    for line, words in zip(replace.findChildren(QLineEdit), ("<img", markup.words("new")), strict=True):
        line.setText(words)
    closed(replace, watch, qtbot)
    words = markup.words("pasted")
    text = f"{words}\n9:00\t{words}\t{words}\n10:00\t{words}\t{words}"
    closed(ProgrammeDialog(context, plan, PastedContent("", text), plan.days[0].date, planner.window), watch, qtbot)
    closed(NextYearDialog(context, plan, plan.days[0].date, planner.window), watch, qtbot)


def test_rooms_that_change_places_are_told_as_typed(planner: PlannerWindow, watch: Watch, qtbot: QtBot) -> None:
    dialog = SwapRoomsDialog(planner.context, planner.window)
    for target in dialog.targets.values():
        target.setCurrentIndex(2)
    closed(dialog, watch, qtbot)


def test_what_others_changed_is_shown_as_typed(
    planner: PlannerWindow, watch: Watch, markup: Markup, qtbot: QtBot
) -> None:
    mine = planner.context.workspace.plan
    theirs = mine
    for session in mine.sessions[:4]:
        theirs = change_session(theirs, session.id, title=markup.words("theirs"), note=markup.words("note"))
    differences = compare(None, mine, theirs)
    assert differences
    closed(CompareDialog(differences, planner.context.t, planner.window, known=False), watch, qtbot)


def test_what_a_crash_left_is_shown_as_typed(
    planner: PlannerWindow, watch: Watch, folder: Path, path: Path, qtbot: QtBot
) -> None:
    session = planner.context.workspace.plan.sessions[0]
    changed = change_session(planner.context.workspace.plan, session.id, note="")
    journal = Journal(folder)
    journal.keep(planner.files.state.document.with_plan(changed), Revision(1, path, ""))
    vars(journal)["_lock"].release()
    found = recoverable(folder)
    assert found
    closed(RecoveryDialog(found, (), planner.context.t, planner.window), watch, qtbot)


# Boxes


@pytest.mark.parametrize("ask", ["unsaved", "changed", "damaged", "tell", "titled"])
def test_boxes_show_what_was_typed(ask: str, watch: Watch, markup: Markup, qtbot: QtBot) -> None:
    parent, words = QWidget(), markup.words("box")
    qtbot.addWidget(parent)
    parent.show()
    prompts = Prompts(parent, language("de"))
    seen: list[str] = []
    asked: dict[str, Callable[[], object]] = {
        "unsaved": lambda: prompts.unsaved(words),
        "changed": lambda: prompts.changed_elsewhere(Path(f"in/{NAME}.plan")),
        "damaged": lambda: prompts.damaged(words, datetime(2017, 5, 1, tzinfo=UTC)),
        "tell": lambda: prompts.tell(words),
        "titled": lambda: prompts.tell(words, title=words),
    }

    def look_and_close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        try:
            drawn(box)
            seen.extend(faults(said(box)) or [""])
        finally:
            box.close()

    QTimer.singleShot(0, look_and_close)
    asked[ask]()
    assert seen == [""]
    assert not watch.opened()


def test_boxes_that_qt_makes_itself_show_what_was_typed(empty: PlannerWindow, watch: Watch, markup: Markup) -> None:
    asking = QFileDialog(empty.window)
    box = QMessageBox(asking)
    box.setText(markup.words("file"))
    box.setInformativeText(markup.words("more"))
    box.show()
    drawn(box)
    assert faults(said(box)) == []
    assert not watch.opened()


# The clipboard


def test_sessions_for_other_programs_hold_what_was_typed(planner: PlannerWindow, markup: Markup) -> None:
    plan = planner.context.workspace.plan
    data = mime_of(plan, tuple(session.id for session in plan.sessions))
    html = data.html()
    assert "&lt;img src=" in html
    assert "&amp;Menu" in html
    assert not [tag for tag in ("<img", "<a ", "<script", "<b>Session") if tag in html]
    assert markup.words("Session.title s-podium") in data.text()
