"""The dialog of rooms: typed or pasted, one step; what cannot be is refused with a sentence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidgetItem, QPushButton
from pytestqt.qtbot import QtBot

from planner.model import Available, Place, Room, Seating
from planner.model.edits import change_room, set_rooms
from planner.ui.dialogs.paste_rooms import PasteRoomsDialog
from planner.ui.dialogs.rooms import RoomsDialog
from tests.model.small import MONDAY, at
from tests.ui.harness import SIZE_HINTS, Harness, click, retype

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def harness() -> Harness:
    return Harness(at("a", 900, 60, "hall"))


@pytest.fixture
def dialog(harness: Harness, qtbot: QtBot) -> RoomsDialog:
    return opened(harness, qtbot)


def opened(harness: Harness, qtbot: QtBot) -> RoomsDialog:
    made = RoomsDialog(harness.context)
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    return made


def press(dialog: RoomsDialog, words: str) -> None:
    names = {button.text() or button.accessibleName(): button for button in dialog.findChildren(QPushButton)}
    click(names[words])


def choose_room(dialog: RoomsDialog, room: str) -> None:
    """Go up or down in the list until a room is shown."""
    (item,) = dialog.list.findItems(room, Qt.MatchFlag.MatchExactly)
    dialog.list.setFocus()
    while (step := dialog.list.row(item) - dialog.list.currentRow()) != 0:
        before = dialog.list.currentRow()
        QTest.keyClick(dialog.list, Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up)
        assert dialog.list.currentRow() != before


def part(dialog: RoomsDialog, room: str) -> QListWidgetItem:
    return dialog.page.parts.findItems(room, Qt.MatchFlag.MatchExactly)[0]


def tick(dialog: RoomsDialog, room: str) -> None:
    dialog.page.parts.setCurrentItem(part(dialog, room))
    QTest.keyClick(dialog.page.parts, Qt.Key.Key_Space)


def retype_hours(dialog: RoomsDialog, day: int, text: str) -> None:
    line = dialog.page.hours.lines[day].lineEdit()
    assert line is not None
    retype(line, text, Qt.Key.Key_Tab)


def test_what_is_not_changed_is_no_step(dialog: RoomsDialog, harness: Harness) -> None:
    before = harness.plan
    for room in ("Red", "Blue", "Hall"):
        choose_room(dialog, room)
    click(dialog.ok)
    assert harness.plan is before
    assert not dialog.isVisible()


def test_several_rooms_become_one_step(dialog: RoomsDialog, harness: Harness) -> None:
    retype(dialog.page.name, "Great hall", Qt.Key.Key_Tab)
    dialog.page.places[Seating.ROWS].setValue(90)
    dialog.page.places[Seating.BANQUET].setValue(40)
    tick(dialog, "Blue")
    choose_room(dialog, "Red")
    dialog.page.places[Seating.STANDING].setValue(30)
    click(dialog.ok)
    hall = harness.plan.room_by_id["hall"]
    assert (hall.name, hall.places(Seating.ROWS), hall.places(Seating.BANQUET)) == ("Great hall", 90, 40)
    assert hall.parts == ("blue",)
    assert harness.plan.room_by_id["red"].places(Seating.STANDING) == 30
    assert harness.steps == ["Change the rooms"]
    harness.workspace.undo()
    assert harness.plan.room_by_id["hall"].name == "Hall"


def test_a_number_of_places_can_be_taken_away(dialog: RoomsDialog, harness: Harness) -> None:
    dialog.page.places[Seating.ROWS].setValue(-1)
    assert dialog.page.places[Seating.ROWS].text() == "–"
    click(dialog.ok)
    assert harness.plan.room_by_id["hall"].places(Seating.ROWS) is None


def test_a_room_that_contains_this_one_is_refused_as_its_part_at_once(dialog: RoomsDialog, harness: Harness) -> None:
    tick(dialog, "Blue")
    choose_room(dialog, "Blue")
    tick(dialog, "Red")
    choose_room(dialog, "Red")
    tick(dialog, "Hall")
    assert dialog.error.text() == "“Hall” already contains “Red”, and a room cannot be a part of itself."
    assert part(dialog, "Hall").checkState() == Qt.CheckState.Unchecked
    click(dialog.ok)
    rooms = harness.plan.room_by_id
    assert [rooms[room].parts for room in ("hall", "blue", "red")] == [("blue",), ("red",), ()]


def test_rooms_divided_over_too_many_levels_are_refused(qtbot: QtBot) -> None:
    rooms = [Room(id=f"r{n}", name=f"R{n}", parts=(f"r{n + 1}",) if n < 7 else ()) for n in range(8)]
    harness = Harness(rooms=(*rooms, Room(id="whole", name="Whole")))
    before = harness.plan
    dialog = opened(harness, qtbot)
    choose_room(dialog, "Whole")
    tick(dialog, "R0")
    click(dialog.ok)
    assert "levels" in dialog.error.text()
    assert dialog.isVisible()
    assert harness.plan is before


@pytest.mark.parametrize(("name", "sentence"), [(" ", "Each room needs a name."), ("blue", "Two rooms are called “")])
def test_names_are_needed_and_stand_once(dialog: RoomsDialog, harness: Harness, name: str, sentence: str) -> None:
    before = harness.plan
    retype(dialog.page.name, name, Qt.Key.Key_Tab)
    choose_room(dialog, "Red")
    click(dialog.ok)
    assert sentence in dialog.error.text()
    assert dialog.page.name.hasFocus()
    assert dialog.isVisible()
    assert harness.plan is before


def test_hours_are_typed_or_chosen(dialog: RoomsDialog, harness: Harness) -> None:
    retype_hours(dialog, 0, "ab 8:00 bis 12, 14-18:30")
    retype_hours(dialog, 1, "not available")
    click(dialog.ok)
    assert harness.plan.room_by_id["hall"].available == (
        Available(day="mon", start=480, minutes=240),
        Available(day="mon", start=840, minutes=270),
    )
    assert harness.plan.room_by_id["blue"].available == ()


@pytest.mark.parametrize("by_mouse", [False, True])
def test_hours_that_are_no_time_are_refused_before_another_room_is_shown(
    dialog: RoomsDialog, harness: Harness, qtbot: QtBot, by_mouse: bool
) -> None:
    retype_hours(dialog, 0, "sometimes")
    dialog.list.setFocus()
    if by_mouse:
        place = dialog.list.visualItemRect(dialog.list.item(1)).center()
        QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    else:
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "“sometimes” is not a time." in dialog.error.text()
    qtbot.waitUntil(lambda: [index.row() for index in dialog.list.selectedIndexes()] == [0])
    assert dialog.list.currentRow() == 0
    assert dialog.page.name.text() == "Hall"
    retype_hours(dialog, 0, "")
    click(dialog.ok)
    assert harness.plan.room_by_id["hall"].available == ()


def test_hours_that_nobody_could_type_stay(qtbot: QtBot) -> None:
    spans = (Available(day="mon", start=1500, minutes=0), Available(day="tue", start=600, minutes=60))
    harness = Harness()
    harness.workspace.apply(lambda plan: change_room(plan, "hall", available=spans), "hours")
    dialog = opened(harness, qtbot)
    retype(dialog.page.name, "Great hall", Qt.Key.Key_Tab)
    retype_hours(dialog, 1, "10-12")
    click(dialog.ok)
    assert harness.plan.room_by_id["hall"].available == (spans[0], Available(day="tue", start=600, minutes=120))


def test_a_room_that_is_removed_says_who_loses_it(dialog: RoomsDialog, harness: Harness) -> None:
    before = harness.plan
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.notice.isVisible()
    assert "Hall" in dialog.notice.text()
    assert "1 session loses its room: Input talk" in dialog.notice.text()
    assert harness.plan is before
    click(dialog.ok)
    assert [room.id for room in harness.plan.rooms] == ["blue", "red"]
    assert harness.plan.sessions[0].places == ()
    assert harness.view.hint == dialog.notice.text()
    harness.workspace.undo()
    assert harness.plan.sessions[0].places == (Place(room="hall"),)


def test_all_rooms_can_go_and_one_be_added_then(dialog: RoomsDialog, harness: Harness) -> None:
    for _ in range(4):
        press(dialog, "Remove")
    assert dialog.list.count() == 0
    assert not dialog.page.isEnabled()
    press(dialog, "Add")
    QTest.keyClicks(dialog.page.name, "Garden")
    click(dialog.ok)
    assert [room.name for room in harness.plan.rooms] == ["Garden"]


def test_a_room_is_duplicated_with_all_but_its_name(dialog: RoomsDialog, harness: Harness) -> None:
    tick(dialog, "Red")
    press(dialog, "Duplicate")
    assert dialog.page.name.selectedText() == "Hall 2"
    click(dialog.ok)
    one, two, *_ = harness.plan.rooms
    assert (two.name, two.capacities, two.parts) == ("Hall 2", one.capacities, one.parts)
    assert two.id not in {"hall", "blue", "red"}


def test_rooms_move_by_keyboard(dialog: RoomsDialog, harness: Harness) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.page.name.text() == "Hall"
    press(dialog, "Up")
    click(dialog.ok)
    assert [room.id for room in harness.plan.rooms] == ["blue", "hall", "red"]


def test_access_equipment_and_the_time_to_walk(dialog: RoomsDialog, harness: Harness) -> None:
    for choice, down in ((dialog.page.step_free, 2), (dialog.page.hearing_loop, 1)):
        assert choice.currentData() is None
        for _ in range(down):
            QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClicks(dialog.page.features, "Beamer, Flipchart , ")
    QTest.keyClicks(dialog.page.note, "Key: porter")
    retype(dialog.between.field("walking_minutes"), "8", Qt.Key.Key_Tab)
    click(dialog.ok)
    hall = harness.plan.room_by_id["hall"]
    assert (hall.step_free, hall.hearing_loop, hall.features) == (False, True, ("Beamer", "Flipchart"))
    assert hall.note == "Key: porter"
    assert harness.plan.settings.walking_minutes == 8
    assert harness.steps == ["Change the rooms"]


def test_a_comma_within_a_piece_of_equipment_stays(qtbot: QtBot) -> None:
    harness = Harness(days=(MONDAY,))
    harness.workspace.apply(lambda plan: set_rooms(plan, (Room(id="a", name="A", features=("Screen, 3 m",)),)), "room")
    before = harness.plan
    click(opened(harness, qtbot).ok)
    assert harness.plan is before


def test_a_pasted_table_is_part_of_the_same_step(
    dialog: RoomsDialog, harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    def paste(asked: PasteRoomsDialog) -> int:
        asked.text.setPlainText("blue; 24 circle\nAtelier; 14 group tables")
        asked.accept()
        return asked.result()

    monkeypatch.setattr(PasteRoomsDialog, "exec", paste)
    press(dialog, "Paste a table …")
    retype(dialog.page.name, "Great hall", Qt.Key.Key_Tab)
    click(dialog.ok)
    assert [room.name for room in harness.plan.rooms] == ["Great hall", "Blue", "Red", "Atelier"]
    assert harness.plan.room_by_id["blue"].places(Seating.CIRCLE) == 24
    assert harness.steps == ["Change the rooms"]
