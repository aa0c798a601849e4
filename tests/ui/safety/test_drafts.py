"""What stands in a field that nobody has left is kept within a second, said in the title, and dropped when over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from planner.model import Session
from planner.storage import Draft, Recovery, left_drafts
from planner.storage.drafts import LeftDrafts
from planner.ui.dialogs.plan_settings import PlanSettingsDialog
from planner.ui.dialogs.rooms import RoomsDialog
from planner.ui.list.table import ListTable
from planner.ui.quick_add.line import QuickLine
from planner.ui.widgets.field_identity import field_id, fields_in
from planner.ui.widgets.theme import DARK
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Asked, Make

TEXT = "The caterer needs the number of vegan dishes by the 3rd of May. "


def kept(folder: Path) -> tuple[Draft, ...]:
    """Return what the window's file of drafts says."""
    found = [LeftDrafts.of(path) for path in folder.glob("journal/*/*.drafts")]
    return tuple(draft for left in found if left is not None for draft in left.drafts)


def texts(folder: Path) -> list[str]:
    return [draft.text for draft in kept(folder)]


def field(around: QWidget, name: str) -> QWidget:
    """Return the field of this name that can be seen."""
    found = [
        widget
        for widget in fields_in(around)
        if (place := field_id(widget)) and place.field == name and widget.isVisible()
    ]
    assert len(found) == 1, name
    return found[0]


def bare(planner: PlannerWindow) -> Session:
    """Return a session of which nothing is noted yet."""
    return next(one for one in planner.context.workspace.plan.sessions if not one.note and not one.responsible)


def enter(planner: PlannerWindow, name: str = "note") -> QWidget:
    """Put the keyboard into a field of the first session on the right, by a click."""
    planner.context.view.select(bare(planner).id)
    planner.window.activateWindow()
    for fold in planner.window.findChildren(QToolButton, "fold"):
        if fold.isCheckable() and not fold.isChecked():
            fold.click()
    QApplication.processEvents()
    found = field(planner.window, name)
    inside = found.viewport() if isinstance(found, QPlainTextEdit) else found
    QTest.mouseClick(inside, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is found
    return found


def starred(planner: PlannerWindow) -> bool:
    QApplication.processEvents()
    return planner.window.isWindowModified()


def open_list(planner: PlannerWindow, column: int = 5) -> QLineEdit:
    """Open a cell of the first row in the list."""
    planner.window.show_view("list")
    planner.window.activateWindow()
    table = planner.window.findChild(ListTable)
    assert table is not None
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, column))
    QTest.keyClick(table, Qt.Key.Key_F2)
    QApplication.processEvents()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    return editor


def in_dialog(qtbot: QtBot, kind: type[QDialog], do: Callable[[QDialog], None]) -> None:
    """Do something in the dialog that opens next, and close it if that has not."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(20, run)
            return
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        try:
            do(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, run)


def test_a_long_note_is_kept_within_a_second_while_it_is_typed(
    planner: PlannerWindow, folder: Path, qtbot: QtBot
) -> None:
    note, session = enter(planner), bare(planner)
    plan = planner.context.workspace.plan
    clock = QElapsedTimer()
    clock.start()
    QTest.keyClicks(note, TEXT)
    qtbot.waitUntil(lambda: texts(folder) == [TEXT], timeout=3_000)
    assert clock.elapsed() < 1_000
    QTest.keyClicks(note, "Really.")
    qtbot.waitUntil(lambda: texts(folder) == [f"{TEXT}Really."], timeout=3_000)
    assert planner.context.workspace.plan is plan
    (draft,) = kept(folder)
    assert (draft.form, draft.entry, draft.field, draft.label) == ("", session.id, "note", "Internal note")
    assert draft.where


def test_the_title_says_so_and_leaving_commits(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    note, session = enter(planner), bare(planner)
    assert not starred(planner)
    QTest.keyClicks(note, "Typed")
    assert starred(planner)
    qtbot.waitUntil(lambda: texts(folder) == ["Typed"])
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert planner.context.workspace.plan.session_by_id[session.id].note == "Typed"
    qtbot.waitUntil(lambda: not texts(folder), timeout=3_000)
    held = [Recovery.of(path) for path in folder.glob("journal/*/*.journal")]
    assert [one.document.plan.session_by_id[session.id].note for one in held if one and one.document] == ["Typed"]
    assert planner.files.save()
    assert not starred(planner)


@pytest.mark.parametrize("name", ["note", "title", "responsible"])
def test_esc_drops_it(planner: PlannerWindow, folder: Path, qtbot: QtBot, name: str) -> None:
    here = enter(planner, name)
    QTest.keyClicks(here, "Typed")
    assert starred(planner)
    qtbot.waitUntil(lambda: len(texts(folder)) == 1)
    QTest.keyClick(here, Qt.Key.Key_Escape)
    assert not starred(planner)
    qtbot.waitUntil(lambda: not texts(folder), timeout=3_000)


def test_enter_in_a_field_that_keeps_the_keyboard_drops_it(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    line, session = enter(planner, "responsible"), bare(planner)
    QTest.keyClicks(line, "Ann")
    qtbot.waitUntil(lambda: texts(folder) == ["Ann"])
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert planner.context.workspace.plan.session_by_id[session.id].responsible == "Ann"
    assert QApplication.focusWidget() is line
    qtbot.waitUntil(lambda: not texts(folder), timeout=3_000)


def test_the_boards_title_is_kept_and_dropped(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    session = next(one.id for one in planner.context.workspace.plan.sessions if one.scheduled)
    planner.context.view.select(session)
    planner.window.activateWindow()
    for end, title in ((Qt.Key.Key_Escape, ""), (Qt.Key.Key_Return, "Typed")):
        planner.menus["title"].trigger()
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        QTest.keyClicks(editor, "Typed")
        assert starred(planner)
        qtbot.waitUntil(lambda: texts(folder) == ["Typed"])
        assert (kept(folder)[0].entry, kept(folder)[0].field) == (session, "title")
        QTest.keyClick(editor, end)
        assert starred(planner) is bool(title)
        qtbot.waitUntil(lambda: not texts(folder), timeout=3_000)
    assert planner.context.workspace.plan.session_by_id[session].title == "Typed"


def test_a_cell_of_the_list_is_kept_and_dropped(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    for end, title in ((Qt.Key.Key_Escape, ""), (Qt.Key.Key_Return, "Typed")):
        editor = open_list(planner)
        QTest.keyClicks(editor, "Typed")
        assert starred(planner)
        qtbot.waitUntil(lambda: texts(folder) == ["Typed"])
        assert kept(folder)[0].label == "Title"
        QTest.keyClick(editor, end)
        assert starred(planner) is bool(title)
        qtbot.waitUntil(lambda: not texts(folder), timeout=3_000)


def test_a_new_session_typed_in_the_list_is_kept_for_the_quick_line(
    planner: PlannerWindow, folder: Path, qtbot: QtBot
) -> None:
    open_list(planner)
    table = planner.window.findChild(ListTable)
    assert table is not None
    table.setFocus()
    table.setCurrentIndex(table.model().index(table.model().rowCount() - 1, 5))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "Late idea")
    qtbot.waitUntil(lambda: texts(folder) == ["Late idea"])
    assert kept(folder)[0].form == "quick-add"


def test_the_quick_line_is_kept_after_it_was_left(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    planner.window.activateWindow()
    planner.menus["quick-add"].trigger()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Welcome 15m")
    planner.window.focus_view()
    qtbot.waitUntil(lambda: texts(folder) == ["Welcome 15m"])
    assert starred(planner)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not starred(planner)
    qtbot.waitUntil(lambda: not texts(folder), timeout=3_000)


def test_another_theme_keeps_the_quick_line(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    planner.window.activateWindow()
    planner.menus["quick-add"].trigger()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Welcome")
    planner.build(DARK)
    QApplication.processEvents()
    (quick,) = (one for one in planner.window.findChildren(QuickLine) if one.isVisible() and one.line is not line)
    assert quick.line.text() == "Welcome"
    qtbot.waitUntil(lambda: texts(folder) == ["Welcome"])
    assert starred(planner)


def test_what_only_searches_is_nothing_to_lose(planner: PlannerWindow, folder: Path) -> None:
    planner.window.show_view("list")
    planner.window.activateWindow()
    planner.menus["filter-list"].trigger()
    words = QApplication.focusWidget()
    assert isinstance(words, QLineEdit)
    QTest.keyClicks(words, "Panel")
    assert not starred(planner)
    assert texts(folder) == []


@pytest.mark.parametrize("accepts", [True, False])
def test_a_dialogs_texts_are_kept_until_it_is_done(
    planner: PlannerWindow, folder: Path, qtbot: QtBot, *, accepts: bool
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, PlanSettingsDialog)
        title, words = dialog.event_form.field("title"), dialog.event_form.field("introduction")
        for widget, text in ((title, "Another title"), (words, "Some words")):
            widget.setFocus()
            QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClicks(widget, text)
        qtbot.waitUntil(lambda: texts(folder) == ["Another title", "Some words"], timeout=3_000)
        assert {draft.form for draft in kept(folder)} == {"settings"}
        assert {draft.where for draft in kept(folder)} == {"About the event"}
        assert starred(planner)
        if accepts:
            dialog.accept()

    in_dialog(qtbot, PlanSettingsDialog, fill)
    planner.menus["settings"].trigger()
    assert (planner.context.workspace.plan.title == "Another title") is accepts
    assert starred(planner) is accepts
    qtbot.waitUntil(lambda: not texts(folder), timeout=3_000)


def test_a_limit_that_is_typed_is_kept(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    def fill(dialog: QDialog) -> None:
        cap = field(dialog, "numbers.cap")
        cap.setFocus()
        QTest.keyClick(cap, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(cap, "123")
        qtbot.waitUntil(lambda: texts(folder) == ["123"], timeout=3_000)

    in_dialog(qtbot, PlanSettingsDialog, fill)
    planner.menus["numbers"].trigger()


def test_each_room_of_the_dialog_keeps_its_own_texts(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    rooms = planner.context.workspace.plan.rooms

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, RoomsDialog)
        for row in (0, 1):
            dialog.list.setCurrentRow(row)
            dialog.page.note.setFocus()
            QTest.keyClicks(dialog.page.note, f"Note {row}")
        dialog.list.setCurrentRow(2)
        qtbot.waitUntil(lambda: len(kept(folder)) == 2, timeout=3_000)
        assert [(draft.entry, draft.text) for draft in kept(folder)] == [
            (rooms[0].id, f"{rooms[0].note}Note 0"),
            (rooms[1].id, f"{rooms[1].note}Note 1"),
        ]
        assert rooms[0].name in kept(folder)[0].where

    in_dialog(qtbot, RoomsDialog, fill)
    planner.menus["rooms"].trigger()


def test_a_dialog_without_a_plan_is_kept_too(empty: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    from planner.ui.dialogs.new_plan import NewPlanDialog

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NewPlanDialog)
        dialog.title.setFocus()
        QTest.keyClicks(dialog.title, "Meeting")
        qtbot.waitUntil(lambda: texts(folder) == ["Meeting"], timeout=3_000)
        assert not empty.window.isWindowModified()

    in_dialog(qtbot, NewPlanDialog, fill)
    empty.menus["new"].trigger()


def test_a_pasted_programme_is_kept_with_what_was_mended(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    from planner.ui.dialogs.programme import ProgrammeDialog

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ProgrammeDialog)
        dialog.came.setFocus()
        dialog.came.insertPlainText("9:00\tWelcome\n9:30\tPanel")
        cell = dialog.table.item(0, 4)
        assert cell is not None
        dialog.table.setFocus()
        dialog.table.editItem(cell)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        QTest.keyClicks(editor, "Greeting")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: texts(folder) == ["9:00\tWelcome\n9:30\tPanel", "Greeting"], timeout=3_000)

    in_dialog(qtbot, ProgrammeDialog, fill)
    planner.menus["programme"].trigger()


def test_a_programme_out_of_the_clipboard_is_kept_before_anybody_types(
    planner: PlannerWindow, folder: Path, qtbot: QtBot
) -> None:
    from planner.ui.dialogs.programme import ProgrammeDialog

    def look(_dialog: QDialog) -> None:
        qtbot.waitUntil(lambda: texts(folder) == ["9:00\tWelcome\n9:30\tPanel"], timeout=3_000)

    QGuiApplication.clipboard().setText("9:00\tWelcome\n9:30\tPanel")
    in_dialog(qtbot, ProgrammeDialog, look)
    planner.menus["paste"].trigger()


def test_a_clean_close_leaves_nothing(planner: PlannerWindow, folder: Path, qtbot: QtBot, asked: Asked) -> None:
    note = enter(planner)
    QTest.keyClicks(note, "Typed")
    qtbot.waitUntil(lambda: texts(folder) == ["Typed"])
    assert planner.window.close()
    assert asked.prompts
    assert not list(folder.glob("journal/*/*"))
    assert not list(folder.glob("journal/*.lock"))


def test_another_window_leaves_a_living_windows_drafts_alone(
    planner: PlannerWindow, folder: Path, qtbot: QtBot, make: Make, asked: Asked
) -> None:
    note = enter(planner)
    QTest.keyClicks(note, "Typed")
    qtbot.waitUntil(lambda: texts(folder) == ["Typed"])
    other = make()
    other.safety.ask_recovery()
    assert asked.left == ()
    assert left_drafts(folder) == ()
    assert texts(folder) == ["Typed"]


def test_a_draft_is_dropped_only_once_the_plan_is_kept(
    planner: PlannerWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planner.storage import SaveFailed

    note = enter(planner)
    QTest.keyClicks(note, "Typed")
    qtbot.waitUntil(lambda: texts(folder) == ["Typed"])

    def fail(*_: object) -> bool:
        raise SaveFailed(folder, reason="no")

    monkeypatch.setattr("planner.storage.Journal.keep", fail)
    QTest.keyClick(note, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "save often" in planner.window.news.words, timeout=3_000)
    assert texts(folder) == ["Typed"]
