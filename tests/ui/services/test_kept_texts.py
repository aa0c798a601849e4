"""A text that the plan cannot take is never lost without a word: not by saving, another language, or closing."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from planner.storage import read
from planner.ui.widgets.fields import TitleField
from planner.ui.widgets.theme import DARK
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Asked
from tests.ui.harness import SIZE_HINTS
from tests.ui.sheet import MENUS

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS, MENUS)
LONG = "x" * 310


def title_field(planner: PlannerWindow) -> QPlainTextEdit:
    return planner.window.findChildren(TitleField)[-1]


@pytest.fixture
def session(planner: PlannerWindow) -> str:
    """A session in whose title too much stands, in the field that nobody has left."""
    session = planner.context.workspace.plan.sessions[2].id
    planner.context.view.select(session)
    field = title_field(planner)
    field.setFocus()
    field.selectAll()
    field.insertPlainText(LONG)
    return session


def test_saving_goes_on_with_the_title_as_it_was_and_says_so(
    planner: PlannerWindow, session: str, plan_file: Path
) -> None:
    before = planner.context.workspace.plan
    assert planner.files.save()
    assert read(plan_file).document.plan == before
    assert title_field(planner).toPlainText() == LONG
    assert "10 characters too many" in planner.context.view.hint
    assert (session, "title") in planner.context.view.kept


def test_another_language_and_theme_keep_it(planner: PlannerWindow, session: str) -> None:
    planner.build(DARK)
    assert title_field(planner).toPlainText() == LONG
    planner.set_language("de")
    QApplication.processEvents()
    assert title_field(planner).toPlainText() == LONG
    assert planner.context.view.selection == (session,)


@pytest.mark.parametrize("leaves", [False, True])
def test_closing_asks_and_goes_back_to_the_field(
    planner: PlannerWindow, session: str, asked: Asked, *, leaves: bool
) -> None:
    planner.context.view.select()  # the text waits where it was typed
    asked.gives_up_answer = leaves
    assert planner.window.close() is leaves
    told = [words for words in asked.prompts if "310 characters" in words]
    assert len(told) == 1
    assert told[0].startswith("Title of “")
    if not leaves:
        assert planner.context.view.selection == (session,)
        assert title_field(planner).toPlainText() == LONG


def test_what_was_given_up_does_not_come_back(planner: PlannerWindow, session: str, plan_file: Path) -> None:
    assert planner.files.open(plan_file)
    planner.context.view.select(session)
    title = planner.context.workspace.plan.session_by_id[session].title
    assert title_field(planner).toPlainText() == title
    assert planner.context.view.kept == {}


def test_undo_and_a_shorter_text_take_it(planner: PlannerWindow, session: str, asked: Asked) -> None:
    planner.menus["undo"].trigger()
    field = title_field(planner)
    assert field.toPlainText() == LONG
    field.setFocus()
    field.selectAll()
    field.insertPlainText("Short")
    planner.files.finish()
    assert planner.context.workspace.plan.session_by_id[session].title == "Short"
    assert planner.files.save()
    planner.window.close()
    assert asked.prompts == []
