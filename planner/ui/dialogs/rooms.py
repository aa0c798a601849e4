"""The rooms with their places in each seating, as a table to type into or to paste the venue's table into."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.model import Capacity, Plan, Room, Seating, new_id
from planner.model.base import MAX_TITLE
from planner.model.edits import add_room, change_room, order_room, remove_room
from planner.model.rooms_table import parse_rooms
from planner.text import mark, seating_name
from planner.ui.context import Context

_PARTS: Final = 1 + len(Seating)
_STEP_FREE, _LOOP, _FEATURES = _PARTS + 1, _PARTS + 2, _PARTS + 3
_KNOWN: Final = ((None, mark("unknown")), (True, mark("yes")), (False, mark("no")))


class RoomsDialog(QDialog):
    """One row a room; everything typed becomes one step that can be undone."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._context = context
        self.setWindowTitle(t("Rooms"))
        heads = [t("Room"), *(seating_name(seating, t) for seating in Seating), t("Parts (names of rooms)")]
        heads += [t("Step-free"), t("Hearing loop"), t("Equipment, with commas")]
        self._table = QTableWidget(0, len(heads))
        self._table.setHorizontalHeaderLabels(heads)
        self._table.setAccessibleName(t("Rooms and their places in each seating"))
        self._table.verticalHeader().hide()
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column, width in ((0, 170), (_PARTS, 190)):
            self._table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self._table.setColumnWidth(column, width)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.verticalHeader().setDefaultSectionSize(max(36, self._table.fontMetrics().height() + 18))
        plan = context.workspace.plan
        for room in plan.rooms:
            self._add_row(room, plan)
        self._paste = QPlainTextEdit()
        self._paste.setPlaceholderText(
            t("Paste the venue’s table here: one room a line, such as “Great hall; 80 rows; 48 group tables”")
        )
        self._paste.setAccessibleName(t("Table of rooms to paste"))
        self._paste.setTabChangesFocus(True)
        self._paste.setFixedHeight(64)
        self._error = QLabel()
        self._error.setObjectName("error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        t = self._context.t
        buttons = QHBoxLayout()
        for words, run in (
            (t("Add a room"), self._add_empty),
            (t("Remove the room"), self._remove),
            (t("Take over what was pasted"), self._take_pasted),
        ):
            button = QPushButton(words)
            button.clicked.connect(run)
            buttons.addWidget(button)
        buttons.addStretch(1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        box.button(QDialogButtonBox.StandardButton.Ok).setText(t("OK"))
        box.button(QDialogButtonBox.StandardButton.Cancel).setText(t("Cancel"))
        box.accepted.connect(self._commit)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(t("How many people each room holds depends on how it is seated.")))
        layout.addWidget(self._table, 1)
        layout.addLayout(buttons)
        layout.addWidget(self._paste)
        layout.addWidget(self._error)
        layout.addWidget(box)
        self.resize(1280, 460)

    def _add_row(self, room: Room, plan: Plan) -> None:
        row = self._table.rowCount()
        self._table.insertRow(row)
        name = QTableWidgetItem(room.name)
        name.setData(Qt.ItemDataRole.UserRole, room.id)
        self._table.setItem(row, 0, name)
        for column, seating in enumerate(Seating, start=1):
            places = room.places(seating)
            cell = QTableWidgetItem("" if places is None else str(places))
            cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._table.setItem(row, column, cell)
        parts = ", ".join(plan.room_by_id[part].name for part in room.parts)
        self._table.setItem(row, _PARTS, QTableWidgetItem(parts))
        self._table.setItem(row, _FEATURES, QTableWidgetItem(", ".join(room.features)))
        for column, known in ((_STEP_FREE, room.step_free), (_LOOP, room.hearing_loop)):
            self._table.setCellWidget(row, column, self._known(known, column))

    def _known(self, known: bool | None, column: int) -> QComboBox:
        choice = QComboBox()
        head = self._table.horizontalHeaderItem(column)
        choice.setAccessibleName(head.text() if head else "")
        for value, words in _KNOWN:
            choice.addItem(self._context.t(words), value)
        choice.setCurrentIndex([value for value, _ in _KNOWN].index(known))
        return choice

    def _is(self, row: int, column: int) -> bool | None:
        choice = self._table.cellWidget(row, column)
        return choice.currentData() if isinstance(choice, QComboBox) else None

    def _add_empty(self) -> None:
        self._add_row(Room(id=new_id(), name=self._context.t("New room")), self._context.workspace.plan)
        self._table.setCurrentCell(self._table.rowCount() - 1, 0)
        if name := self._table.item(self._table.rowCount() - 1, 0):
            self._table.editItem(name)

    def _remove(self) -> None:
        if self._table.currentRow() >= 0:
            self._table.removeRow(self._table.currentRow())

    def _take_pasted(self) -> None:
        rooms, left = parse_rooms(self._paste.toPlainText())
        for room in rooms:
            self._add_or_fill(room)
        self._paste.setPlainText("\n".join(left))
        if left:
            self._say(self._context.t("These lines name no room with places; all others were taken over."))

    def _add_or_fill(self, room: Room) -> None:
        """Give a row of this name the places that were pasted, or add one."""
        names = [self._text(row, 0).casefold() for row in range(self._table.rowCount())]
        if room.name.casefold() not in names:
            self._add_row(room, self._context.workspace.plan)
            return
        row = names.index(room.name.casefold())
        for column, seating in enumerate(Seating, start=1):
            cell, places = self._table.item(row, column), room.places(seating)
            if cell is not None and places is not None:
                cell.setText(str(places))

    def _check_names(self) -> None:
        names = [self._text(row, 0) for row in range(self._table.rowCount())]
        if not all(names):
            raise ValueError(self._context.t("Each room needs a name."))
        twice = next((name for place, name in enumerate(names) if name in names[:place]), "")
        if twice:
            raise ValueError(self._context.t("Two rooms are called “{name}”.", name=twice))

    def rooms(self) -> tuple[Room, ...]:
        """Return the rooms as they stand in the table; raises ValueError with a sentence for what is no number."""
        self._check_names()
        known = self._context.workspace.plan.room_by_id
        names = {self._text(row, 0): self._id(row) for row in range(self._table.rowCount())}
        found: list[Room] = []
        for row in range(self._table.rowCount()):
            room = known.get(self._id(row)) or Room(id=self._id(row), name="")
            parts = [part.strip() for part in self._text(row, _PARTS).split(",") if part.strip()]
            unknown = [part for part in parts if part not in names]
            if unknown:
                raise ValueError(self._context.t("There is no room “{name}” to be a part.", name=unknown[0]))
            found.append(
                room.changed(
                    name=self._text(row, 0)[:300],
                    capacities=self._capacities(row),
                    parts=tuple(dict.fromkeys(names[part] for part in parts)),
                    step_free=self._is(row, _STEP_FREE),
                    hearing_loop=self._is(row, _LOOP),
                    features=self._features(row, room),
                )
            )
        return tuple(found)

    def _features(self, row: int, room: Room) -> tuple[str, ...]:
        text = self._text(row, _FEATURES)
        if text == ", ".join(room.features):
            return room.features  # a comma may belong to one of them
        return tuple(each.strip()[:MAX_TITLE] for each in text.split(",") if each.strip())

    def _capacities(self, row: int) -> tuple[Capacity, ...]:
        found: list[Capacity] = []
        for column, seating in enumerate(Seating, start=1):
            text = self._text(row, column)
            if text and not (text.isdecimal() and int(text) <= 100_000):
                raise ValueError(self._context.t("“{text}” is no number of places.", text=text))
            if text:
                found.append(Capacity(seating=seating, places=int(text)))
        return tuple(found)

    def _commit(self) -> None:
        try:
            rooms = self.rooms()
            self._context.workspace.apply(lambda plan: _with_rooms(plan, rooms), self._context.t("Change the rooms"))
        except ValueError as error:
            message = str(error)
            cyclic = self._context.t("A room cannot be a part of itself. Nothing was changed.")
            self._say(cyclic if "part of itself" in message else message)
            return
        self.accept()

    def _say(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.show()

    def _id(self, row: int) -> str:
        name = self._table.item(row, 0)
        return str(name.data(Qt.ItemDataRole.UserRole)) if name else ""

    def _text(self, row: int, column: int) -> str:
        item = self._table.item(row, column)
        return item.text().strip() if item else ""


def _with_rooms(plan: Plan, rooms: tuple[Room, ...]) -> Plan:
    """Return the plan with exactly these rooms; sessions leave those that are gone."""
    kept = {room.id for room in rooms}
    for room in plan.rooms:
        if room.id not in kept:
            plan = remove_room(plan, room.id)
    for room in rooms:
        if room.id not in plan.room_by_id:
            plan = add_room(plan, room.changed(parts=()))
    for place, room in enumerate(rooms):
        fields = {name: getattr(room, name) for name in ("name", "capacities", "step_free", "hearing_loop", "features")}
        plan = change_room(plan, room.id, **fields, parts=())
        plan = order_room(plan, room.id, place)
    for room in rooms:
        plan = change_room(plan, room.id, parts=room.parts)
    return plan
