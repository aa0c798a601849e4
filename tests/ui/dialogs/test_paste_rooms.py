"""The venue's table: a preview of what becomes of it; known rooms get the places, others are added."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from planner.model import Seating
from planner.text import language
from planner.ui.dialogs.paste_rooms import PasteRoomsDialog
from tests.importers.floods import ROOMS as FLOODS
from tests.ui.harness import ROOMS, SIZE_HINTS

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def dialog(qtbot: QtBot) -> PasteRoomsDialog:
    made = PasteRoomsDialog(ROOMS, language("en"))
    qtbot.addWidget(made)
    made.show()
    return made


def rows(preview: QTableWidget) -> list[tuple[str, ...]]:
    cells = [[preview.item(row, column) for column in range(3)] for row in range(preview.rowCount())]
    return [tuple(cell.text() if cell else "" for cell in row) for row in cells]


def test_what_becomes_of_a_table_is_shown_before(dialog: PasteRoomsDialog) -> None:
    assert not dialog.ok.isEnabled()
    dialog.text.setPlainText("Our rooms\nblue; 24 circle; 30 rows\nAtelier; 14 group tables\nHall\t80 rows")
    assert rows(dialog.preview) == [
        ("Hall", "80 Rows", "stays as it is"),
        ("Blue", "24 Circle of chairs · 30 Rows", "places change"),
        ("Atelier", "14 Group tables", "is new"),
    ]
    assert dialog.ignored.text() == "Not understood: Our rooms"
    assert dialog.ok.isEnabled()
    hall, blue, red, atelier = dialog.rooms()
    assert (hall, red) == (ROOMS[0], ROOMS[2])
    assert (blue.id, blue.name, blue.places(Seating.CIRCLE), blue.places(Seating.ROWS)) == ("blue", "Blue", 24, 30)
    assert atelier.places(Seating.GROUPS) == 14


def test_a_table_without_news_cannot_be_taken_over(dialog: PasteRoomsDialog) -> None:
    dialog.text.setPlainText("Hall; 80 rows")
    assert not dialog.ok.isEnabled()
    dialog.text.setPlainText("<b>&\x00\ud800")
    assert not dialog.ok.isEnabled()


def test_numbers_that_no_house_has_are_named_before_they_are_taken_over(dialog: PasteRoomsDialog) -> None:
    dialog.text.setPlainText("Atelier; 60.000\nCellar; -5")
    assert rows(dialog.preview) == [("Atelier", "60000 Rows", "is new")]
    assert dialog.ignored.text() == "Not understood: Cellar; -5\nReally that many places? Atelier (60000)"


@pytest.mark.parametrize("what", sorted(FLOODS))
def test_more_than_a_house_is_refused_and_what_stood_there_stays(dialog: PasteRoomsDialog, what: str) -> None:
    dialog.text.setPlainText("Atelier; 14 group tables")
    data = QMimeData()
    data.setText(FLOODS[what]())
    QGuiApplication.clipboard().setMimeData(data)
    dialog.text.paste()
    QGuiApplication.clipboard().clear()
    assert "Nothing was inserted" in dialog.error.text()
    assert dialog.text.toPlainText() == "Atelier; 14 group tables"
    assert dialog.ok.isEnabled()
    dialog.text.setPlainText("\n".join(f"Raum {number}a; 80 Reihen" for number in range(5_001))[:49_999])
    assert dialog.error.text() == ""
    dialog.text.setPlainText("x\n" * 5_001)
    assert "5000 rows" in dialog.error.text()
    assert not dialog.ok.isEnabled()
