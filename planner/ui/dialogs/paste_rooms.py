"""Reads a pasted table of rooms, with a preview of the result."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from planner.importers import NotImported, read_rooms
from planner.importers.rooms import RoomsTable, with_pasted
from planner.model import Room
from planner.text import Language, seating_name
from planner.ui.dialogs.rooms_field import RoomsField
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.plain_text import Label


class PasteRoomsDialog(Frame):
    """Updates rooms of known names and adds the others; no room is removed."""

    typed_form = "paste-rooms"

    def __init__(self, rooms: tuple[Room, ...], t: Language, parent: QWidget | None = None) -> None:
        super().__init__(t("Paste the venue’s room table"), t("Apply"), t, parent)
        self._rooms = self._result = rooms
        self.text = RoomsField(t)
        self.text.setAccessibleName(t("Table of rooms to paste"))
        identify(self.text, "table")
        self.preview = QTableWidget(0, 3)
        self.preview.setAccessibleName(t("What was understood"))
        self.preview.setHorizontalHeaderLabels([t("Room"), t("Places"), t("What happens")])
        self.preview.verticalHeader().hide()
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.preview.setShowGrid(False)
        head = self.preview.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.ignored = Label()
        self.ignored.setObjectName("warning")
        self.ignored.setWordWrap(True)
        self.body.addWidget(self.text, 2)
        self.add_heading(t("What was understood"))
        self.body.addWidget(self.preview, 3)
        self.body.addWidget(self.ignored)
        self.add_cancel()
        self.text.textChanged.connect(self._read)
        self.text.refused.connect(self._refuse)
        self._read()
        self.resize(720, 520)
        self.text.setFocus()

    def rooms(self) -> tuple[Room, ...]:
        """Return all rooms, including the pasted ones."""
        return self._result

    @property
    def understood(self) -> int:
        """The number of rooms in the table."""
        return self.preview.rowCount()

    def _read(self) -> None:
        """Show how the table is understood while it is typed."""
        self.say("")
        try:
            table = read_rooms(self.text.toPlainText())
        except NotImported as reason:
            table = RoomsTable((), ())
            self._refuse(reason)
        self._show(table)

    def _refuse(self, reason: NotImported) -> None:
        """Show why the input is refused."""
        self.say(self.t(reason.sentence, **reason.facts))

    def _show(self, table: RoomsTable) -> None:
        t = self.t
        self._result = with_pasted(self._rooms, table.rooms)
        before = {room.id: room for room in self._rooms}
        pasted = {room.name.casefold() for room in table.rooms}
        found = [room for room in self._result if room.name.casefold() in pasted]
        self.preview.setRowCount(len(found))
        for row, room in enumerate(found):
            known = before.get(room.id)
            what = t("is new")
            if known is not None:
                other = t("equipment is added") if known.capacities == room.capacities else t("places change")
                what = t("stays as it is") if known == room else other
            has = " · ".join(part for part in (places_in_words(room, t), ", ".join(room.features)) if part)
            for column, words in enumerate((room.name, has, what)):
                self.preview.setItem(row, column, QTableWidgetItem(words))
        words = doubts(table, t)
        self.ignored.setVisible(bool(words))
        self.ignored.setText(words)
        self.ok.setEnabled(self._result != self._rooms)


def doubts(table: RoomsTable, t: Language) -> str:
    """Return in words what was not understood and which numbers are doubtful; empty if nothing."""
    words: list[str] = []
    if table.ignored:
        words.append(t("Not understood: {lines}", lines=" | ".join(table.ignored)[:300].replace("\t", " ")))
    if table.doubtful:
        rooms = ", ".join(f"{name} ({places})" for name, places in table.doubtful)
        words.append(t("Really that many places? {rooms}", rooms=rooms[:300]))
    return "\n".join(words)


def places_in_words(room: Room, t: Language, separator: str = " · ") -> str:
    """Return the places of a room as "80 Rows · 48 Group tables"."""
    return separator.join(f"{capacity.places} {seating_name(capacity.seating, t)}" for capacity in room.capacities)
