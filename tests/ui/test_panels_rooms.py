"""The dialog of rooms: typed or pasted, one step; what cannot be is refused with a sentence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)
from pytestqt.qtbot import QtBot

from planner.model import Place, Seating
from planner.model.edits import change_room
from planner.ui.dialogs.rooms import RoomsDialog
from tests.model.small import at
from tests.ui.table import SIZE_HINTS, Table, click

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)
PARTS = 1 + len(Seating)


@pytest.fixture
def table() -> Table:
    return Table(at("a", 900, 60, "hall"))


@pytest.fixture
def dialog(table: Table, qtbot: QtBot) -> RoomsDialog:
    made = RoomsDialog(table.context)
    qtbot.addWidget(made)
    made.show()
    return made


def grid(dialog: RoomsDialog) -> QTableWidget:
    return dialog.findChildren(QTableWidget)[0]


def write(dialog: RoomsDialog, row: int, column: int, text: str) -> None:
    item = grid(dialog).item(row, column)
    assert isinstance(item, QTableWidgetItem)
    item.setText(text)


def press(dialog: RoomsDialog, words: str) -> None:
    click(next(each for each in dialog.findChildren(QPushButton) if each.text() == words))


def ok(dialog: RoomsDialog) -> None:
    click(dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok))


def error(dialog: RoomsDialog) -> str:
    return " ".join(
        each.text() for each in dialog.findChildren(QLabel) if each.objectName() == "error" and each.isVisible()
    )


def test_what_is_not_changed_is_no_step(dialog: RoomsDialog, table: Table) -> None:
    before = table.plan
    ok(dialog)
    assert table.plan is before
    assert not dialog.isVisible()


def test_names_places_and_parts_become_one_step(dialog: RoomsDialog, table: Table) -> None:
    write(dialog, 0, 0, "Great hall")
    write(dialog, 0, 1, "90")
    write(dialog, 0, PARTS, "Blue, Red")
    ok(dialog)
    hall = table.plan.room_by_id["hall"]
    assert (hall.name, hall.places(Seating.ROWS), hall.parts) == ("Great hall", 90, ("blue", "red"))
    assert table.steps == ["Change the rooms"]
    table.workspace.undo()
    assert table.plan.room_by_id["hall"].name == "Hall"


def test_a_pasted_table_adds_rooms_and_hands_back_what_is_none(dialog: RoomsDialog, table: Table) -> None:
    paste = dialog.findChildren(QPlainTextEdit)[0]
    paste.setPlainText("Our rooms at a glance\nAtelier; 14 group tables\nFoyer\t30 standing")
    press(dialog, "Take over what was pasted")
    assert paste.toPlainText() == "Our rooms at a glance"
    assert "These lines name no room" in error(dialog)
    ok(dialog)
    assert [room.name for room in table.plan.rooms] == ["Hall", "Blue", "Red", "Atelier", "Foyer"]
    assert table.plan.rooms[3].places(Seating.GROUPS) == 14
    assert table.steps == ["Change the rooms"]


def test_a_room_of_a_known_name_is_not_pasted_twice_but_gets_the_places(dialog: RoomsDialog, table: Table) -> None:
    dialog.findChildren(QPlainTextEdit)[0].setPlainText("blue; 24 circle; 30 rows")
    press(dialog, "Take over what was pasted")
    ok(dialog)
    assert [room.name for room in table.plan.rooms] == ["Hall", "Blue", "Red"]
    blue = table.plan.room_by_id["blue"]
    assert (blue.places(Seating.CIRCLE), blue.places(Seating.ROWS)) == (24, 30)


@pytest.mark.parametrize(
    ("row", "column", "text", "sentence"),
    [
        (0, 1, "many", "“many” is no number of places."),
        (0, 1, "²", "“²” is no number of places."),
        (0, 1, "-3", "“-3” is no number of places."),
        (0, PARTS, "Green", "There is no room “Green” to be a part."),
        (0, PARTS, "Hall", "A room cannot be a part of itself. Nothing was changed."),
        (0, 0, " ", "Each room needs a name."),
        (0, 0, "Blue", "Two rooms are called “Blue”."),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(  # noqa: PLR0917  # a table and its fixtures
    dialog: RoomsDialog, table: Table, row: int, column: int, text: str, sentence: str
) -> None:
    before = table.plan
    write(dialog, row, column, text)
    ok(dialog)
    assert error(dialog) == sentence
    assert dialog.isVisible()
    assert table.plan is before


def test_rooms_that_are_parts_of_each_other_are_refused(dialog: RoomsDialog, table: Table) -> None:
    before = table.plan
    write(dialog, 0, PARTS, "Blue")
    write(dialog, 1, PARTS, "Hall")
    ok(dialog)
    assert error(dialog) == "A room cannot be a part of itself. Nothing was changed."
    assert table.plan is before
    write(dialog, 1, PARTS, "")
    ok(dialog)
    assert table.plan.room_by_id["hall"].parts == ("blue",)


def test_a_removed_room_leaves_its_sessions(dialog: RoomsDialog, table: Table) -> None:
    grid(dialog).setCurrentCell(0, 0)
    press(dialog, "Remove the room")
    ok(dialog)
    assert [room.id for room in table.plan.rooms] == ["blue", "red"]
    assert table.plan.sessions[0].places == ()
    table.workspace.undo()
    assert table.plan.sessions[0].places == (Place(room="hall"),)


def test_a_room_is_added_and_named_at_once(dialog: RoomsDialog, table: Table) -> None:
    press(dialog, "Add a room")
    assert grid(dialog).rowCount() == 4
    assert grid(dialog).currentRow() == 3
    write(dialog, 3, 0, "Garden")
    write(dialog, 3, PARTS, "Red")
    ok(dialog)
    assert (table.plan.rooms[3].name, table.plan.rooms[3].parts) == ("Garden", ("red",))


def test_names_of_rooms_can_be_read(dialog: RoomsDialog) -> None:
    assert grid(dialog).columnWidth(0) >= 150


def test_access_and_equipment_are_typed_beside_the_places(dialog: RoomsDialog, table: Table) -> None:
    for column, down in ((PARTS + 1, 2), (PARTS + 2, 1)):
        choice = grid(dialog).cellWidget(0, column)
        assert isinstance(choice, QComboBox)
        assert choice.accessibleName()
        assert choice.currentData() is None
        for _ in range(down):
            QTest.keyClick(choice, Qt.Key.Key_Down)
    write(dialog, 0, PARTS + 3, "Beamer, Flipchart , ")
    ok(dialog)
    hall = table.plan.room_by_id["hall"]
    assert (hall.step_free, hall.hearing_loop, hall.features) == (False, True, ("Beamer", "Flipchart"))
    assert table.plan.room_by_id["blue"].step_free is None
    assert table.steps == ["Change the rooms"]


def test_a_comma_within_a_piece_of_equipment_stays(qtbot: QtBot) -> None:
    table = Table()
    table.workspace.apply(lambda plan: change_room(plan, "hall", features=("Screen, 3 m",)), "room")
    before = table.plan
    made = RoomsDialog(table.context)
    qtbot.addWidget(made)
    made.show()
    ok(made)
    assert table.plan is before
