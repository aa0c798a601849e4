from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from planner.model import Seating
from planner.text import kind_name
from planner.ui.commands.registry import ACTIONS
from planner.ui.dialogs.about import AboutDialog
from planner.ui.dialogs.find import FindDialog
from planner.ui.dialogs.keys import KeysDialog
from planner.ui.dialogs.legend import LegendDialog
from planner.ui.dialogs.new_plan import NewPlanDialog
from planner.ui.dialogs.plan_settings import PlanSettingsDialog
from planner.ui.dialogs.release import ReleaseDialog
from planner.ui.window.planner_window import PlannerWindow


@pytest.fixture
def confirm(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QDialog]]:
    """Confirm every dialog as soon as it opens, as it stands."""
    seen: list[QDialog] = []

    def accept(dialog: QDialog) -> int:
        seen.append(dialog)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", accept)
    return iter([seen])


def test_four_questions_make_a_full_day(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = NewPlanDialog(planner.context)
    qtbot.addWidget(dialog)
    QTest.keyClicks(dialog.title, "Meeting")
    dialog.date.setDate(QDate(2027, 6, 21))
    dialog.people.setValue(45)
    dialog.rooms.setPlainText("Great hall; 80 rows; 48 group tables\nRoom 2; 20 circle")
    plan = dialog.document().plan
    assert plan.title == "Meeting"
    assert plan.days[0].date == date(2027, 6, 21)
    assert plan.settings.expected == 45
    assert [room.name for room in plan.rooms] == ["Great hall", "Room 2"]
    assert plan.rooms[0].places(Seating.ROWS) == 80
    assert len(plan.sessions) > 8


def test_new_from_template_begins_a_plan(empty: PlannerWindow, confirm: Iterator[list[QDialog]]) -> None:
    empty.menus["new"].trigger()
    assert len(next(confirm)) == 1
    assert empty.window.view == "board"
    assert empty.files.state.path is None


def test_what_was_not_understood_is_said(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = NewPlanDialog(planner.context)
    qtbot.addWidget(dialog)
    dialog.rooms.setPlainText("Great hall; 80 rows\n<b>\t???")
    assert "1 room: Great hall (80 Rows)" in dialog.understood.text()
    assert "Not understood: <b> ???" in dialog.understood.text()
    assert dialog.understood.textFormat() == Qt.TextFormat.PlainText


def test_a_table_of_more_than_a_house_makes_no_plan(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = NewPlanDialog(planner.context)
    qtbot.addWidget(dialog)
    dialog.rooms.setPlainText("x\n" * 5_001)
    assert "5000 rows" in dialog.error.text()
    assert not dialog.ok.isEnabled()
    dialog.rooms.setPlainText("Great hall; 80 rows")
    assert dialog.ok.isEnabled()
    assert dialog.error.text() == ""


def test_an_empty_day_without_a_table_is_said_to_have_no_rooms(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = NewPlanDialog(planner.context)
    qtbot.addWidget(dialog)
    assert dialog.document().plan.rooms
    assert "starts with rooms" in dialog.understood.text()
    dialog.template.setCurrentIndex(dialog.template.findData("empty"))
    assert not dialog.document().plan.rooms
    assert "starts without rooms" in dialog.understood.text()


def test_settings_are_one_step(planner: PlannerWindow, qtbot: QtBot) -> None:
    before = planner.context.workspace.plan
    dialog = PlanSettingsDialog(planner.context)
    qtbot.addWidget(dialog)
    title, cap, access = dialog.event_form.field("title"), dialog.numbers.field("cap"), dialog.venue.field("access")
    assert isinstance(title, QLineEdit)
    assert isinstance(cap, QSpinBox)
    assert isinstance(access, QPlainTextEdit)
    title.setText("Renamed")
    cap.setValue(55)
    access.setPlainText("Lift")
    dialog.days.add()
    dialog.accept()
    plan = planner.context.workspace.plan
    assert (plan.title, plan.settings.cap, plan.venue.access, len(plan.days)) == ("Renamed", 55, "Lift", 2)
    planner.menus["undo"].trigger()
    assert planner.context.workspace.plan is before


def test_the_number_for_catering_may_be_left_open(planner: PlannerWindow, qtbot: QtBot) -> None:
    for number, shown in ((70, "70"), (-1, "–")):
        dialog = PlanSettingsDialog(planner.context, "numbers")
        qtbot.addWidget(dialog)
        catering = dialog.numbers.field("catering")
        assert isinstance(catering, QSpinBox)
        catering.setValue(number)
        assert catering.text() == shown
        dialog.accept()
        assert planner.context.workspace.plan.settings.catering == (number if number >= 0 else None)


def test_settings_left_alone_change_nothing(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = PlanSettingsDialog(planner.context, "numbers")
    qtbot.addWidget(dialog)
    dialog.accept()
    assert planner.context.workspace.state.undo is None


def test_two_days_of_one_date_are_refused_with_a_sentence(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = PlanSettingsDialog(planner.context, "days")
    qtbot.addWidget(dialog)
    dialog.days.add()
    dialog.days.rows[1].date.setDate(dialog.days.rows[0].date.date())
    dialog.accept()
    assert dialog.result() == 0
    assert "same date" in dialog.error.text()
    assert len(planner.context.workspace.plan.days) == 1


def test_a_removed_day_gives_its_sessions_back(planner: PlannerWindow, qtbot: QtBot) -> None:
    planner.menus["add-day"].trigger()
    dialog = PlanSettingsDialog(planner.context, "days")
    qtbot.addWidget(dialog)
    dialog.days.rows[0].remove.click()
    dialog.accept()
    plan = planner.context.workspace.plan
    assert len(plan.days) == 1
    assert not any(session.scheduled for session in plan.sessions)


def test_holding_a_state_is_in_the_ledger(planner: PlannerWindow, confirm: Iterator[list[QDialog]]) -> None:
    planner.context.clock.read = lambda: datetime(2017, 5, 2, 12, 30, tzinfo=UTC)
    planner.menus["release"].trigger()
    assert len(next(confirm)) == 1
    releases = planner.context.workspace.state.document.ledger.releases
    assert len(releases) == 1
    assert releases[0].name in planner.window.news.words
    assert "2 May 2017" in releases[0].name
    assert releases[0].at == planner.context.clock.now()
    assert planner.files.dirty


def test_a_state_needs_a_name(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = ReleaseDialog(planner.context)
    qtbot.addWidget(dialog)
    dialog.line.setText("  ")
    assert not dialog.ok.isEnabled()


def test_find_selects(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = FindDialog(planner.context)
    qtbot.addWidget(dialog)
    QTest.keyClicks(dialog.line, "forum")
    assert dialog.found.count() == 4
    QTest.keyClick(dialog.line, Qt.Key.Key_Down)
    found = planner.context.workspace.plan.session_by_id[dialog.chosen()]
    assert found.kind == "forum"
    dialog.line.setText("no such thing")
    assert dialog.chosen() == ""
    assert not dialog.ok.isEnabled()


def test_find_from_the_menu_shows_what_was_found(planner: PlannerWindow, confirm: Iterator[list[QDialog]]) -> None:
    planner.menus["find"].trigger()
    assert len(next(confirm)) == 1
    assert len(planner.context.view.selection) == 1


def test_all_keys_are_listed(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = KeysDialog(planner.context, planner.context.key_sections)
    qtbot.addWidget(dialog)
    table = dialog.findChild(QTableWidget)
    assert table is not None
    assert table.rowCount() >= sum(bool(action.shortcut) for action in ACTIONS)


def test_licences_of_all_parts_are_named(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = AboutDialog(planner.context)
    qtbot.addWidget(dialog)
    text = dialog.findChild(QPlainTextEdit)
    assert text is not None
    for word in ("PySide6", "LGPL", "ReportLab", "Source Sans", "SIL OPEN FONT LICENSE"):
        assert word in text.toPlainText()


def test_the_legend_names_every_kind_and_every_sign(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = LegendDialog(planner.context)
    qtbot.addWidget(dialog)
    named = {widget.accessibleName() for widget in dialog.findChildren(QWidget)}
    assert {kind_name(kind, planner.context.t) for kind in planner.context.workspace.plan.kinds} <= named
    told = [label.text() for label in dialog.findChildren(QLabel)]
    for words in ("Error", "Warning", "Hint", "fixed", "round", "current time"):
        assert any(words in text for text in told)
