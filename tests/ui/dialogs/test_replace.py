"""Find and replace: each place is seen before and after, can be left out, and the rest goes as one step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from planner.model import Room
from planner.model.edits import change_session
from planner.ui.dialogs.replace import ReplaceDialog
from planner.ui.widgets.link_button import LinkButton
from planner.ui.window.planner_window import PlannerWindow
from tests.model.small import at
from tests.ui.harness import SIZE_HINTS, Harness, click, named

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def harness() -> Harness:
    return Harness(
        at("a", 900, title="Forum Wohnen", description="Im Forum reden wir.\nForum ist Rede."),
        at("b", 1000, title="forum klein"),
        rooms=(Room(id="room", name="Forum"),),
        rounds=(),
    )


@pytest.fixture
def dialog(harness: Harness, qtbot: QtBot) -> ReplaceDialog:
    made = ReplaceDialog(harness.context)
    qtbot.addWidget(made)
    made.show()
    return made


def write(dialog: ReplaceDialog, words: str, new: str) -> QTableWidget:
    for name, text in (("Find", words), ("Replace with", new)):
        line = named(dialog, QLineEdit, name)
        line.clear()
        QTest.keyClicks(line, text)
    return named(dialog, QTableWidget, "Places")


def column(places: QTableWidget, number: int) -> list[str]:
    return [item.text() for row in range(places.rowCount()) if (item := places.item(row, number))]


def untick(places: QTableWidget, row: int) -> None:
    """Go to a row and press Space."""
    places.setFocus()
    places.setCurrentCell(row, 0)
    QTest.keyClick(places, Qt.Key.Key_Space)


def switch(dialog: ReplaceDialog, words: str) -> None:
    box = next(checkbox for checkbox in dialog.findChildren(QCheckBox) if checkbox.text().replace("&", "") == words)
    QTest.keyClick(box, Qt.Key.Key_Space)


def said(dialog: ReplaceDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]


def test_each_place_is_seen_before_and_after(dialog: ReplaceDialog) -> None:
    places = write(dialog, "forum", "Kreis")
    assert column(places, 0) == [
        "Forum Wohnen: Title",
        "Forum Wohnen: Description",
        "Forum Wohnen: Description",
        "forum klein: Title",
    ]
    assert column(places, 1)[0] == "Forum Wohnen"
    assert column(places, 2)[:2] == ["Kreis Wohnen", "Im Kreis reden wir. Forum ist Rede."]
    assert "4 matches" in said(dialog)
    assert dialog.ok.text() == "Replace 4"


def test_switches_narrow_and_widen(dialog: ReplaceDialog) -> None:
    places = write(dialog, "Forum", "x")
    switch(dialog, "Match case")
    assert places.rowCount() == 3
    switch(dialog, "In names of rooms too")
    assert column(places, 0)[-1] == "Forum: Name"
    write(dialog, "For", "x")
    assert places.rowCount() == 4
    switch(dialog, "Whole words")
    assert places.rowCount() == 0
    assert "No match." in said(dialog)
    assert not dialog.ok.isEnabled()


def test_what_is_unticked_stays(dialog: ReplaceDialog) -> None:
    places = write(dialog, "forum", "Kreis")
    untick(places, 1)
    assert column(places, 2)[1] == "stays"
    assert [hit.start for hit in dialog.chosen()] == [0, 20, 0]
    links = {button.label(): button for button in dialog.findChildren(LinkButton)}
    click(links["Untick all"])
    assert dialog.chosen() == ()
    assert not dialog.ok.isEnabled()
    click(links["Tick all"])
    assert len(dialog.chosen()) == 4


def test_what_is_not_possible_says_why_and_is_left_out(dialog: ReplaceDialog, harness: Harness) -> None:
    places = write(dialog, "forum", "")
    switch(dialog, "In names of rooms too")
    assert column(places, 2)[-1] == "Unchanged: nothing would be left of the name"
    assert "5 matches · 1 is not possible" in said(dialog)
    assert dialog.ok.text() == "Replace 4"
    harness.workspace.apply(lambda plan: change_session(plan, "b", title="forum " * 30), "Long")
    places = write(dialog, "forum", "Arbeitskreis")
    assert set(column(places, 2)[3:33]) == {"Unchanged: longer than 300 characters"}
    for row in range(3, 21):
        untick(places, row)
    assert "Unchanged: longer than 300 characters" not in column(places, 2)


def in_dialog(do: Callable[[ReplaceDialog], None]) -> None:
    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReplaceDialog)
        do(dialog)

    QTimer.singleShot(0, look)


def test_it_is_one_step_and_the_rest_stays(planner: PlannerWindow) -> None:
    workspace = planner.context.workspace
    before = workspace.plan

    def do(dialog: ReplaceDialog) -> None:
        places = write(dialog, "Kaffee", "Tee")
        assert places.rowCount() > 1
        untick(places, 0)
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    in_dialog(do)
    planner.menus["replace"].trigger()
    kept = [session for session in before.sessions if "Kaffee" in session.title]
    after = workspace.plan
    assert [after.session_by_id[session.id].title for session in kept] == [
        kept[0].title,
        *(session.title.replace("Kaffee", "Tee") for session in kept[1:]),
    ]
    assert workspace.state.undo == "Replace “Kaffee” by “Tee”"
    assert "replaced" in planner.context.view.hint
    planner.menus["undo"].trigger()
    assert workspace.plan is before


def test_cancel_changes_nothing(planner: PlannerWindow) -> None:
    before = planner.context.workspace.plan

    def do(dialog: ReplaceDialog) -> None:
        write(dialog, "e", "x" * 40)
        cancel = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Cancel")
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)

    in_dialog(do)
    planner.menus["replace"].trigger()
    assert planner.context.workspace.plan is before
