"""The form of one room."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from planner.model import Capacity, Plan, Room, Seating
from planner.text import Language, mark, seating_name
from planner.text.field_names import FIELD_LABELS
from planner.text.too_long import length_of, too_long
from planner.ui.dialogs.hours import HoursEditor
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.form import indent
from planner.ui.widgets.limit import LimitNotice, first_limit
from planner.ui.widgets.plain_text import Label

_KNOWN: Final = ((None, mark("unknown")), (True, mark("yes")), (False, mark("no")))
_COLUMNS: Final = 4


class RoomPage(QWidget):
    """Edits one room."""

    changed = Signal()
    part_refused = Signal(str)
    """Emitted with the reason why a room cannot be a part of this one."""

    def __init__(self, plan: Plan, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._room = Room(id="none", name="")
        self._rooms: Mapping[str, Room] = {}
        self.name = QLineEdit()
        self.places = {seating: self._number(seating) for seating in Seating}
        self.parts = self._part_list()
        self.hours = HoursEditor(plan, t)
        self.step_free, self.hearing_loop = self._choice(), self._choice()
        self.features, self.directions, self.note = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.features.setPlaceholderText(t("Separated by commas: projector, flip chart"))
        self.directions.setPlaceholderText(t("First floor, lift"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * 2 + 16)
        self._lay_out()
        lines = {"name": self.name, "features": self.features, "directions": self.directions, "note": self.note}
        for name, field in (*lines.items(), *self.places.items()):
            identify(field, f"room.{name}")
        for signal in (self.name.textEdited, self.features.textEdited, self.hours.changed):
            signal.connect(lambda *_: self.changed.emit())
        for number in self.places.values():
            number.valueChanged.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        t, column = self._t, QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(_labelled(t(FIELD_LABELS["name"]), self.name))
        column.addWidget(LimitNotice(self.name, length_of(Room, "name", t)))
        column.addSpacing(4)
        column.addWidget(_heading(t("Places in each seating")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        for place, (seating, number) in enumerate(self.places.items()):
            row, at = divmod(place, _COLUMNS)
            label = Label(seating_name(seating, t))
            label.setObjectName("muted")
            label.setBuddy(number)
            grid.addWidget(label, row * 2, at)
            grid.addWidget(number, row * 2 + 1, at)
        grid.setColumnStretch(_COLUMNS, 1)
        column.addLayout(grid)
        column.addSpacing(4)
        self._parts_heading = _heading(t("Parts: rooms into which this one can be divided"))
        column.addWidget(self._parts_heading)
        column.addWidget(self.parts)
        column.addSpacing(4)
        column.addWidget(_heading(t("When it is available")))
        column.addWidget(self.hours)
        column.addSpacing(4)
        column.addWidget(_heading(t("Access and equipment")))
        column.addLayout(self._access())
        column.addLayout(_labelled(t(FIELD_LABELS["features"]), self.features))
        column.addWidget(LimitNotice(self.features, lambda text: too_long(Room, "features", t, *_parts_of(text))))
        column.addLayout(_labelled(t("Directions"), self.directions))
        column.addWidget(LimitNotice(self.directions, length_of(Room, "directions", t)))
        column.addLayout(_labelled(t(FIELD_LABELS["note"]), self.note))
        column.addWidget(LimitNotice(self.note, length_of(Room, "note", t)))
        column.addStretch(1)

    def _access(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for label, box in (
            (self._t(FIELD_LABELS["step_free"]), self.step_free),
            (self._t(FIELD_LABELS["hearing_loop"]), self.hearing_loop),
        ):
            row.addLayout(_labelled(label, box))
        row.addStretch(1)
        return row

    def show_room(self, room: Room, rooms: Mapping[str, Room]) -> None:
        """Show a room; the other rooms are offered as its parts."""
        self._room, self._rooms = room, rooms
        with QSignalBlocker(self):
            self.name.setText(room.name)
            for seating, number in self.places.items():
                places = room.places(seating)
                number.setValue(number.minimum() if places is None else places)
            self._show_parts()
            self.hours.show_hours(room.available)
            for box, known in ((self.step_free, room.step_free), (self.hearing_loop, room.hearing_loop)):
                box.setCurrentIndex([value for value, _ in _KNOWN].index(known))
            self.features.setText(", ".join(room.features))
            self.directions.setText(room.directions)
            self.note.setPlainText(room.note)
        for line in (self.name, self.features, self.directions):
            line.setCursorPosition(0)

    def room(self) -> Room:
        """Return the room as entered; raises ValueError with a sentence for the user."""
        if (limit := first_limit(self)) is not None:
            raise ValueError(limit.named)
        return self._room.changed(
            name=self.name.text(),
            capacities=self._capacities(),
            parts=self._parts(),
            available=self.hours.available(),
            step_free=self.step_free.currentData(),
            hearing_loop=self.hearing_loop.currentData(),
            features=self._features(),
            directions=self.directions.text(),
            note=self.note.toPlainText(),
        )

    def _capacities(self) -> tuple[Capacity, ...]:
        """Return the capacities in their previous order, new ones last."""
        found = {seating: number.value() for seating, number in self.places.items() if number.value() >= 0}
        order = dict.fromkeys((*(capacity.seating for capacity in self._room.capacities), *found))
        return tuple(Capacity(seating=seating, places=found[seating]) for seating in order if seating in found)

    def _features(self) -> tuple[str, ...]:
        text = self.features.text()
        if text == ", ".join(self._room.features):
            return self._room.features  # a comma may be part of an entry
        return _parts_of(text)

    def _number(self, seating: Seating) -> QSpinBox:
        number = QSpinBox()
        number.setRange(-1, 100_000)
        number.setSpecialValueText("–")
        number.setFixedWidth(104)
        number.setAccessibleName(self._t("Places: {seating}", seating=seating_name(seating, self._t)))
        indent(number)
        return number

    def _choice(self) -> QComboBox:
        choice = QComboBox()
        for value, words in _KNOWN:
            choice.addItem(self._t(words), value)
        return choice

    # Parts

    def _part_list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(self._t("Parts: rooms into which this one can be divided"))
        made.setFlow(QListView.Flow.LeftToRight)
        made.setWrapping(True)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.itemChanged.connect(self._ticked)
        return made

    def _show_parts(self) -> None:
        others = [room for room in self._rooms.values() if room.id != self._room.id]
        self.parts.clear()
        for room in others:
            item = QListWidgetItem(room.name or self._t("Room without a name"))
            item.setData(Qt.ItemDataRole.UserRole, room.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if room.id in self._room.parts else Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(self.parts.fontMetrics().horizontalAdvance(item.text()) + 44, 28))
            self.parts.addItem(item)
        self.parts.setFixedHeight(92 if len(others) > 2 * _COLUMNS else 64 if len(others) > _COLUMNS else 36)
        self.parts.setVisible(bool(others))
        self._parts_heading.setVisible(bool(others))

    def _parts(self) -> tuple[str, ...]:
        items = (self.parts.item(row) for row in range(self.parts.count()))
        ticked = [str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState().value]
        old = [part for part in self._room.parts if part in ticked]
        return tuple(dict.fromkeys((*old, *ticked)))

    def _ticked(self, item: QListWidgetItem) -> None:
        """Refuse a part that would make the room a part of itself."""
        part = self._rooms[str(item.data(Qt.ItemDataRole.UserRole))]
        if not item.checkState().value or not contains(self._rooms, part.id, self._room.id):
            self.changed.emit()
            return
        with QSignalBlocker(self.parts):
            item.setCheckState(Qt.CheckState.Unchecked)
        sentence = self._t(
            "“{part}” already contains “{room}”, and a room cannot be a part of itself.",
            part=part.name,
            room=self.name.text(),
        )
        self.part_refused.emit(sentence)


def contains(rooms: Mapping[str, Room], whole: str, part: str) -> bool:
    """Return whether a room is another, or contains it through its parts."""
    return whole == part or any(contains(rooms, room, part) for room in rooms[whole].parts)


def _parts_of(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _heading(words: str) -> Label:
    label = Label(words)
    label.setObjectName("heading")
    return label


def _labelled(words: str, field: QWidget) -> QHBoxLayout:
    label = Label(words)
    label.setMinimumWidth(110)
    label.setBuddy(field)
    field.setAccessibleName(words)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop if isinstance(field, QPlainTextEdit) else Qt.AlignmentFlag(0))
    row.addWidget(field, 1)
    return row
