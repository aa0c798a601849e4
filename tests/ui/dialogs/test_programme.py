"""From what another program copied to sessions in the plan: seen, mended, ticked off, one step."""

import threading
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from planner.model import Day, Plan, Share
from planner.storage import BackupReason
from planner.ui.dialogs.programme import ProgrammeDialog
from planner.ui.dialogs.programme_table import DAY_, END, KIND, START, TITLE, UNCLEAR, ProgrammeTable
from planner.ui.services.clipboard import PastedContent
from planner.ui.window.planner_window import PlannerWindow
from tests.importers.floods import HTML, TEXT
from tests.importers.pasted import MAIL, WORD
from tests.ui.conftest import Make

SOON: Final = date(2031, 5, 1)
Answer = Callable[[ProgrammeDialog], bool]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], list[ProgrammeDialog]]:
    """Let a person look at the dialog and say whether it is to be inserted."""
    seen: list[ProgrammeDialog] = []

    def set_up(look: Answer) -> list[ProgrammeDialog]:
        def run(dialog: QDialog) -> int:
            assert isinstance(dialog, ProgrammeDialog)
            seen.append(dialog)
            dialog.show()
            (dialog.accept if look(dialog) else dialog.reject)()
            return dialog.result()

        monkeypatch.setattr(QDialog, "exec", run)
        return seen

    return set_up


@pytest.fixture
def dialog(planner: PlannerWindow, qtbot: QtBot) -> ProgrammeDialog:
    return shown(planner, qtbot, "9 Uhr Anfang\n10 Uhr Vortrag\n\nLoses")


def shown(planner: PlannerWindow, qtbot: QtBot, text: str, plan: Plan | None = None) -> ProgrammeDialog:
    made = ProgrammeDialog(planner.context, plan or planner.context.workspace.plan, PastedContent("", text), SOON)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def cell(table: ProgrammeTable, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


def type_over(table: ProgrammeTable, row: int, column: int, text: str) -> None:
    table.setCurrentCell(row, column)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def offer(html: str = "", text: str = "") -> None:
    made = QMimeData()
    if html:
        made.setHtml(html)
    made.setText(text)
    QGuiApplication.clipboard().setMimeData(made)


def test_a_table_from_word_becomes_one_step(
    planner: PlannerWindow, answer: Callable[[Answer], list[ProgrammeDialog]]
) -> None:
    before = planner.context.workspace.plan
    answer(lambda dialog: dialog.numbers() == (10, 2))
    offer(WORD, "what Word gives beside it")
    planner.menus["paste"].trigger()
    plan = planner.context.workspace.plan
    added = [session for session in plan.sessions if session.id not in before.session_by_id]
    assert len(added) == 10
    assert sum(session.start is None for session in added) == 2
    assert [day.date for day in plan.days] == [date(2017, 6, 19), date(2017, 6, 20)]
    assert sum(isinstance(session.attendance, Share) for session in added) == 2
    assert planner.context.workspace.state.undo == "Insert the programme"
    assert "10 sessions, 2 of them" in planner.window.news.words
    planner.menus["undo"].trigger()
    assert planner.context.workspace.plan is before


def test_the_plan_is_kept_before(planner: PlannerWindow, answer: Callable[[Answer], list[ProgrammeDialog]]) -> None:
    answer(lambda _: True)
    offer(text=MAIL)
    before = planner.context.workspace.plan
    planner.menus["paste"].trigger()
    (backup,) = (backup for backup in planner.safety.backups.list(before.id) if backup.reason is BackupReason.IMPORT)
    assert backup.read().document.plan == before


def test_leaving_it_changes_nothing(planner: PlannerWindow, answer: Callable[[Answer], list[ProgrammeDialog]]) -> None:
    before = planner.context.workspace.plan
    answer(lambda _: False)
    offer(text=MAIL)
    planner.menus["paste"].trigger()
    assert planner.context.workspace.plan is before
    assert planner.safety.backups.list(before.id) == ()


def test_words_that_are_no_programme_open_nothing(
    planner: PlannerWindow, answer: Callable[[Answer], list[ProgrammeDialog]]
) -> None:
    seen = answer(lambda _: False)
    offer(text="Guten Morgen")
    planner.menus["paste"].trigger()
    assert seen == []


def test_without_a_plan_it_becomes_one(make: Make, answer: Callable[[Answer], list[ProgrammeDialog]]) -> None:
    def fill(dialog: ProgrammeDialog) -> bool:
        assert not dialog.ok.isEnabled()
        offer(WORD)
        dialog.came.setFocus()
        QTest.keyClick(dialog.came, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        return dialog.ok.isEnabled()

    answer(fill)
    empty = make()
    empty.menus["programme"].trigger()
    plan = empty.context.workspace.plan
    assert empty.window.view == "board"
    assert [day.date for day in plan.days] == [date(2017, 6, 19), date(2017, 6, 20)]
    assert (plan.days[0].start, plan.days[0].end) == (9 * 60 + 30, 14 * 60)
    assert len(plan.sessions) == 10


def test_what_is_not_clear_is_said_in_words(dialog: ProgrammeDialog) -> None:
    assert cell(dialog.table, 2, UNCLEAR) == "unclear: no time given"
    assert cell(dialog.table, 0, UNCLEAR) == ""
    assert dialog.counts.text() == "3 sessions, 1 of them in “Unscheduled”"


def test_titles_have_the_room_of_what_is_unclear_while_nothing_is(dialog: ProgrammeDialog) -> None:
    dialog.resize(1180, 640)
    dialog.came.setPlainText("9 Uhr Anfang\n10 Uhr Vortrag")
    assert dialog.table.isColumnHidden(UNCLEAR)
    wide = dialog.table.columnWidth(TITLE)
    type_over(dialog.table, 1, START, "")
    assert not dialog.table.isColumnHidden(UNCLEAR)
    assert cell(dialog.table, 1, UNCLEAR) == "unclear: no time given"
    assert dialog.table.columnWidth(TITLE) < wide


def test_a_row_can_be_left_out(dialog: ProgrammeDialog) -> None:
    item = dialog.table.item(2, DAY_)
    assert item is not None
    dialog.table.setCurrentItem(item)
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.numbers() == (2, 0)
    assert dialog.counts.text() == "2 sessions"
    assert [row.title for row in dialog.table.taken()] == ["Anfang", "Vortrag"]


def test_times_and_titles_are_typed_over(dialog: ProgrammeDialog) -> None:
    table = dialog.table
    type_over(table, 2, START, "11.30 Uhr")
    assert (cell(table, 2, START), cell(table, 2, END), cell(table, 2, UNCLEAR)) == ("11:30", "11:50", "")
    type_over(table, 2, END, "12:15")
    type_over(table, 2, TITLE, "Renamed")
    assert dialog.numbers() == (3, 0)
    last = table.taken()[2]
    assert (last.start, last.end, last.title) == (690, 735, "Renamed")
    type_over(table, 0, START, "")
    assert table.taken()[0].start is None


@pytest.mark.parametrize(("column", "text"), [(START, "soon"), (END, "99:99"), (END, "8:00")])
def test_what_is_no_time_is_refused_in_a_sentence(dialog: ProgrammeDialog, column: int, text: str) -> None:
    before = dialog.table.taken()
    type_over(dialog.table, 1, column, text)
    assert dialog.table.taken() == before
    assert "stays as it was" in dialog.error.text()
    type_over(dialog.table, 1, START, "10:05")
    assert dialog.error.text() == ""


def test_the_kind_is_chosen_from_a_list(dialog: ProgrammeDialog) -> None:
    table = dialog.table
    table.setCurrentCell(1, KIND)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    choice = QApplication.focusWidget()
    assert isinstance(choice, QComboBox)
    QTest.keyClicks(choice, "Pan")
    QTest.keyClick(choice, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert table.taken()[1].kind == "panel"
    assert cell(table, 1, KIND) == "Panel"


def test_a_day_goes_where_it_is_told_to(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = shown(planner, qtbot, "Montag, 19. Juni 2017\n9 Uhr A\nMittwoch, 21. Juni 2017\n9 Uhr B")
    plan = planner.context.workspace.plan
    first, second = dialog.days
    assert (first.currentData(), second.currentText()) == (plan.days[0].id, "New day: Wednesday, 21 June")
    second.setCurrentIndex(second.findData(plan.days[0].id))
    after = dialog.edit()(plan)
    assert len(after.days) == len(plan.days)
    second.setCurrentIndex(second.count() - 1)
    assert dialog.numbers() == (2, 1)
    assert dialog.edit()(plan).sessions[-1].start is None


def test_another_years_programme_goes_on_this_years_days(planner: PlannerWindow, qtbot: QtBot) -> None:
    plan = planner.context.workspace.plan
    plan = plan.changed(days=(plan.days[0], Day(id="second", date=date(2017, 6, 20))))
    dialog = shown(planner, qtbot, "12. Mai 2014\n9 Uhr A\n13. Mai 2014\n9 Uhr B", plan)
    assert [choice.currentData() for choice in dialog.days] == [plan.days[0].id, "second"]


def test_days_without_dates_get_some(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = shown(planner, qtbot, "Tag 1\n9 Uhr A\nTag 2\n9 Uhr B", Plan(id="new"))
    assert [day.date for day in dialog.edit()(Plan(id="new")).days] == [SOON, SOON.replace(day=2)]


def test_too_much_is_refused_in_a_sentence(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = shown(planner, qtbot, "x\t" * 300)
    assert "200 columns" in dialog.error.text()
    assert not dialog.ok.isEnabled()
    dialog.came.setPlainText("9 Uhr A")
    assert dialog.error.text() == ""
    assert dialog.ok.isEnabled()


# What is long


LONG: Final = "<table>" + "".join(f"<tr><td>{9 + row // 60}:{row % 60:02}<td>Vortrag {row}" for row in range(800))


@pytest.fixture
def held_up(planner: PlannerWindow) -> Iterator[threading.Event]:
    """Let the thread of the background wait until it may go on, so that what is read there is seen to be."""
    go_on = threading.Event()
    planner.context.background.run(lambda _: go_on.wait(20), lambda _: None, lambda _: None, receiver=planner)
    yield go_on
    go_on.set()


def paste_into(dialog: ProgrammeDialog) -> None:
    dialog.came.setFocus()
    QTest.keyClick(dialog.came, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_long_table_is_read_while_the_window_answers(
    dialog: ProgrammeDialog, held_up: threading.Event, qtbot: QtBot
) -> None:
    offer(LONG)
    dialog.came.selectAll()
    paste_into(dialog)
    assert dialog.counts.text() == "Reading what was pasted …"
    assert not dialog.ok.isEnabled()
    assert "Anfang" in dialog.came.toPlainText()  # what stands there stays until it is read
    dialog.days[0].setFocus()
    QTest.keyClick(dialog.days[0], Qt.Key.Key_Down)
    held_up.set()
    qtbot.waitUntil(lambda: dialog.numbers()[0] == 800, timeout=20_000)
    assert dialog.ok.isEnabled()
    assert dialog.counts.text().startswith("800 sessions")
    assert dialog.came.toPlainText().count("Vortrag") == 800


def test_what_is_typed_meanwhile_is_what_is_read(
    planner: PlannerWindow, dialog: ProgrammeDialog, held_up: threading.Event, qtbot: QtBot
) -> None:
    dialog.came.setPlainText("9 Uhr Vortrag\n" * 3_000)
    assert dialog.counts.text() == "Reading what was pasted …"
    dialog.came.setPlainText("9 Uhr Anfang")
    assert dialog.counts.text() == "1 session"
    held_up.set()
    after = planner.context.background.run(lambda _: None, lambda _: None, lambda _: None, receiver=planner)
    with qtbot.waitSignal(after.destroyed, timeout=20_000):
        pass
    assert dialog.numbers() == (1, 0)


def test_a_dialog_that_is_left_while_it_reads_is_gone_at_once(
    planner: PlannerWindow, dialog: ProgrammeDialog, held_up: threading.Event, qtbot: QtBot
) -> None:
    before = planner.context.workspace.plan
    offer(LONG)
    paste_into(dialog)
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    held_up.set()
    after = planner.context.background.run(lambda _: None, lambda _: None, lambda _: None, receiver=planner)
    with qtbot.waitSignal(after.destroyed, timeout=20_000):
        pass
    assert planner.context.workspace.plan is before
    assert dialog.came.toPlainText() == "9 Uhr Anfang\n10 Uhr Vortrag\n\nLoses"


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("small cells", "5000 rows"),
        ("wide spans", "200 columns"),
        ("rows reaching down", "20000 cells"),
        ("10 MB", "2 million"),
    ],
)
def test_html_that_no_programme_has_is_refused_and_what_stood_there_stays(
    dialog: ProgrammeDialog, qtbot: QtBot, what: str, words: str
) -> None:
    offer(HTML[what]())
    paste_into(dialog)
    qtbot.waitUntil(lambda: bool(dialog.error.text()), timeout=20_000)
    assert words in dialog.error.text()
    assert dialog.came.toPlainText() == "9 Uhr Anfang\n10 Uhr Vortrag\n\nLoses"
    assert dialog.numbers() == (3, 1)
    assert dialog.ok.isEnabled()


def test_html_without_an_end_opens_the_dialog_at_once(
    planner: PlannerWindow, answer: Callable[[Answer], list[ProgrammeDialog]], held_up: threading.Event
) -> None:
    seen = answer(lambda dialog: dialog.counts.text() != "Reading what was pasted …")
    offer(HTML["60 KB of <a"]())
    planner.menus["paste"].trigger()
    assert len(seen) == 1  # it was reading, and was left
    held_up.set()


def test_text_that_would_freeze_a_field_is_not_put_in(dialog: ProgrammeDialog, qtbot: QtBot) -> None:
    offer(text=TEXT["tabs"]() + "x")
    paste_into(dialog)
    qtbot.waitUntil(lambda: bool(dialog.error.text()), timeout=20_000)
    assert any(words in dialog.error.text() for words in ("200 columns", "2 seconds"))  # a slow machine
    assert dialog.came.toPlainText() == "9 Uhr Anfang\n10 Uhr Vortrag\n\nLoses"
