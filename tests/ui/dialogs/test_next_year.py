"""New from last year's plan: what is asked, what is said, and that the old file stays as it was."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from planner.model import Session
from planner.storage import read
from planner.ui.dialogs.next_year import NextYearDialog
from planner.ui.window.planner_window import PlannerWindow
from tests.model.small import MONDAY, TUESDAY, at, plan_of
from tests.ui.conftest import Asked
from tests.ui.harness import SIZE_HINTS, Harness, click

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)
Open = Callable[..., NextYearDialog]


@pytest.fixture
def ask(qtbot: QtBot) -> Open:
    """Open the dialog for two days of 2027."""

    def opened(
        title: str = "Meeting 2027", sessions: tuple[Session, ...] = (at("a", 900),), **fields: object
    ) -> NextYearDialog:
        old = plan_of(*sessions, **fields).changed(title=title)
        dialog = NextYearDialog(Harness().context, old, date(2027, 9, 1))
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


def test_the_same_weekdays_and_the_new_year_are_proposed(ask: Open) -> None:
    dialog = ask()
    plan = dialog.document().plan
    assert plan.title == "Meeting 2028"
    assert [day.date.weekday() for day in plan.days] == [MONDAY.date.weekday(), TUESDAY.date.weekday()]
    assert not dialog.weekday.isVisible()
    assert "Tuesday, 2 March 2027 → Tuesday, 29 February 2028" in dialog.days.text()


def test_another_weekday_is_said(ask: Open) -> None:
    dialog = ask()
    dialog.date.setDate(QDate(2028, 3, 1))
    assert dialog.weekday.isVisible()
    assert dialog.weekday.text() == "Different weekday: Monday becomes Wednesday."
    assert [day.date for day in dialog.document().plan.days] == [date(2028, 3, 1), date(2028, 3, 2)]


def test_a_title_that_was_typed_stays_when_the_date_changes(ask: Open) -> None:
    dialog = ask()
    QTest.keyClicks(dialog.title, "Ours & <b>yours</b>")
    dialog.date.setDate(QDate(2030, 3, 4))
    assert dialog.document().plan.title == "Ours & <b>yours</b>"


def test_a_date_beyond_the_calendar_is_refused_with_a_sentence(ask: Open) -> None:
    dialog = ask()
    dialog.date.setDate(QDate(2999, 12, 31))
    click(dialog.ok)
    assert dialog.isVisible()
    assert "2999" in dialog.error.text()


def test_a_plan_without_days_has_no_date_to_change(ask: Open) -> None:
    dialog = ask("", (), days=())
    assert not dialog.date.isEnabled()


def test_from_the_start_page_to_a_plan_and_the_old_file_untouched(
    empty: PlannerWindow, plan_file: Path, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, asked.path = plan_file.read_bytes(), plan_file
    monkeypatch.setattr(QDialog, "exec", lambda dialog: dialog.accept() or dialog.result())
    empty.menus["next-year"].trigger()
    old, new = read(plan_file).document.plan, empty.context.workspace.plan
    assert plan_file.read_bytes() == before
    assert empty.files.state.path is None
    assert empty.files.dirty
    assert new.id != old.id
    assert new.people == ()
    assert len(new.sessions) == len(old.sessions) > 0
    assert plan_file.name in empty.window.news.words


def test_a_file_that_is_no_plan_is_said_and_nothing_happens(empty: PlannerWindow, tmp_path: Path, asked: Asked) -> None:
    asked.path = tmp_path / "no.plan"
    asked.path.write_text("{", encoding="utf-8")
    empty.menus["next-year"].trigger()
    assert len(asked.told) == 1
    assert not empty.files.has_plan
