"""Edits the rooms of the plan: a list beside the form of one room; all edits are one step."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.model import Plan, Room, new_id
from planner.model.base import MAX_TITLE
from planner.model.edits import change_settings, set_rooms
from planner.model.plan import MAX_LEVELS
from planner.text import session_name
from planner.ui.dialogs.paste_rooms import PasteRoomsDialog, places_in_words
from planner.ui.dialogs.room_page import RoomPage
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.form import Form, LabelledField
from planner.ui.widgets.icons import icon
from planner.ui.widgets.plain_text import Label, tip
from planner.ui.widgets.two_line_delegate import BELOW, TwoLineDelegate

MOST_NAMES: Final = 4
BETWEEN: Final = (
    LabelledField("walking_minutes", kind="minutes", most=600),
    LabelledField("reseating_minutes", kind="minutes", most=600),
)


class RoomsDialog(Frame):
    """Lists rooms in board order; an invalid room is refused with a sentence."""

    typed_form = "rooms"

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        t, plan = context.t, context.workspace.plan
        super().__init__(t("Rooms"), t("Apply"), t, parent)
        self._context, self._rooms, self._shown = context, {room.id: room for room in plan.rooms}, ""
        self.list = QListWidget()
        self.list.setAccessibleName(t("Rooms"))
        self.list.setItemDelegate(TwoLineDelegate(context, self.list))
        self.page = RoomPage(plan, t)
        self.between = Form(BETWEEN, plan.settings, t, name="between")
        self.notice = Label()
        self.notice.setObjectName("warning")
        self.notice.setWordWrap(True)
        self.notice.hide()
        self._lay_out()
        self.add_cancel()
        self.list.currentRowChanged.connect(self._select_room)
        self.page.changed.connect(self._on_changed)
        self.page.part_refused.connect(self.say)
        self._fill()
        self.resize(1020, 664)
        self.list.setFocus()

    def _lay_out(self) -> None:
        t = self.t
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addLayout(
            self._row(
                self._button(t("Add"), self._add),
                self._button(t("Duplicate"), self._duplicate, "Ctrl+D"),
                self._button(t("Remove"), self._remove, "Del"),
            )
        )
        up, down = (
            self._button("", lambda: self._move(-1), "Alt+Up"),
            self._button("", lambda: self._move(1), "Alt+Down"),
        )
        for button, symbol, words in ((up, "arrow-up", t("Up")), (down, "arrow-down", t("Down"))):
            button.setIcon(icon(symbol, self._context.theme))
            button.setAccessibleName(words)
            button.setToolTip(tip(f"{words} ({button.toolTip()})"))
        left.addLayout(self._row(up, down, self._button(t("Paste a table …"), self._paste)))
        if layout := self.between.layout():
            layout.setContentsMargins(0, 8, 0, 0)
        left.addWidget(self.between)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.page)
        self.page.setObjectName("side")
        frame = QFrame()
        frame.setObjectName("card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(scroll)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addLayout(left, 5)
        sides.addWidget(frame, 9)
        self.body.addLayout(sides, 1)
        self.body.addWidget(self.notice)

    def _row(self, *buttons: QPushButton) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in buttons:
            row.addWidget(button, 1 if button.text() else 0)
        return row

    def _button(self, words: str, run: Callable[[], None], keys: str = "") -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: run())
        if keys:
            made = QShortcut(QKeySequence(keys), self.list, context=Qt.ShortcutContext.WidgetShortcut)
            made.activated.connect(run)
            button.setToolTip(tip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)))
        return button

    # The list

    def typed_entry(self) -> str:
        """Return the id of the shown room."""
        return self._shown

    def show_entry(self, entry: str) -> None:
        """Select a room by id, if it still exists."""
        if entry in self._rooms:
            self.list.setCurrentRow(list(self._rooms).index(entry))

    def _fill(self, shown: str = "") -> None:
        """Fill the list, and show a room by id or else the first."""
        rooms = list(self._rooms)
        with QSignalBlocker(self.list):
            self.list.clear()
            for room in self._rooms.values():
                item = QListWidgetItem()
                self._name(item, room)
                self.list.addItem(item)
            self.list.setCurrentRow(rooms.index(shown) if shown in rooms else 0)
        self._show()

    def _show(self) -> None:
        rooms = list(self._rooms.values())
        row = self.list.currentRow()
        self.page.setEnabled(bool(rooms))
        room = rooms[row] if rooms else Room(id="none", name="")
        self._shown = room.id
        self.page.show_room(room, self._rooms)

    def _name(self, item: QListWidgetItem, room: Room) -> None:
        item.setText(room.name or self.t("Room without a name"))
        item.setData(BELOW, places_in_words(room, self.t) or self.t("no places yet"))

    def _select_room(self, row: int) -> None:
        """Show another room, unless the current one is invalid."""
        if self._keep():
            self._show()
        else:
            QTimer.singleShot(0, self, self._restore_selection)  # Qt has not yet selected the other one
        self.list.scrollToItem(self.list.item(max(0, row)))

    def _restore_selection(self) -> None:
        """Select the shown room in the list again."""
        if self._shown in self._rooms:
            with QSignalBlocker(self.list):
                row = list(self._rooms).index(self._shown)
                self.list.setCurrentRow(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_changed(self) -> None:
        """Update the room's name in the list while typing; half-typed hours are ignored."""
        self.say("")
        try:
            room = self.page.room()
        except ValueError:
            return
        if self._shown in self._rooms:
            self._rooms[self._shown] = room
            self._name(self.list.item(list(self._rooms).index(self._shown)), room)

    def _keep(self) -> bool:
        """Store the entered room; show an error and return False if it is invalid."""
        if self._shown in self._rooms:
            try:
                self._rooms[self._shown] = self.page.room()
            except ValueError as error:
                self.say(str(error))
                return False
        self.say("")
        return True

    # What can be done

    def _add(self) -> None:
        if self._keep():
            self._insert(Room(id=new_id(), name=self._free_name(self.t("New room"))))

    def _duplicate(self) -> None:
        if self._rooms and self._keep():
            room = self._rooms[self._shown]
            self._insert(room.changed(id=new_id(), name=self._free_name(room.name)))

    def _insert(self, room: Room) -> None:
        """Insert a room after the shown one, with its name selected for editing."""
        rooms = list(self._rooms.values())
        place = self.list.currentRow() + 1 if rooms else 0
        self._rooms = {listed.id: listed for listed in (*rooms[:place], room, *rooms[place:])}
        self._fill(room.id)
        self.page.name.setFocus()
        self.page.name.selectAll()

    def _remove(self) -> None:
        if not self._rooms:
            return
        order, gone = list(self._rooms), self._shown
        place = order.index(gone)
        self._rooms = {
            room.id: room.changed(parts=tuple(part for part in room.parts if part != gone))
            for room in self._rooms.values()
            if room.id != gone
        }
        self._fill(next(iter(order[place + 1 :] or reversed(order[:place])), ""))
        self.say("")
        self._tell_removed()

    def _tell_removed(self) -> None:
        """Show which sessions would lose a room, before anything is changed."""
        plan, t = self._context.workspace.plan, self.t
        gone = {room.id: room.name for room in plan.rooms if room.id not in self._rooms}
        losers = [session for session in plan.sessions if any(place.room in gone for place in session.places)]
        self.notice.setVisible(bool(gone))
        rooms = ", ".join(gone.values())
        names = ", ".join(session_name(plan, session, t) for session in losers[:MOST_NAMES])
        if len(losers) > MOST_NAMES:
            names += " …"
        self.notice.setText(
            t.count(
                "Will be removed: {rooms}. {number} session loses its room: {sessions}.",
                "Will be removed: {rooms}. {number} sessions lose their room: {sessions}.",
                len(losers),
                rooms=rooms,
                sessions=names,
            )
            if losers
            else t("Will be removed: {rooms}. No session uses it.", rooms=rooms)
        )

    def _move(self, step: int) -> None:
        order, row = list(self._rooms.values()), self.list.currentRow()
        if not (order and 0 <= row + step < len(order) and self._keep()):
            return
        order = list(self._rooms.values())
        order.insert(row + step, order.pop(row))
        self._rooms = {room.id: room for room in order}
        self._fill(self._shown)

    def _paste(self) -> None:
        if not self._keep():
            return
        dialog = PasteRoomsDialog(tuple(self._rooms.values()), self.t, self)
        if dialog.exec():
            self._rooms = {room.id: room for room in dialog.rooms()}
            self._fill(self._shown)
        dialog.deleteLater()

    def _free_name(self, name: str) -> str:
        """Return a name that no room has, with a number appended if needed."""
        taken = {room.name for room in self._rooms.values()}
        names = (f"{name[: MAX_TITLE - 8]} {number}" for number in range(2, len(taken) + 3))
        return name if name not in taken else next(name for name in names if name not in taken)

    # All of it

    def accept(self) -> None:
        """Apply all rooms as one step, unless a name is missing or duplicate."""
        if not (self.fits() and self._keep() and self._names_are_right()):
            return
        rooms, limits = tuple(self._rooms.values()), self.between.changes()

        def edit(plan: Plan) -> Plan:
            return set_rooms(change_settings(plan, **limits), rooms)

        try:
            self._context.workspace.apply(edit, self.t("Change the rooms"))
        except ValueError:
            self.say(self.t("Rooms can be divided into parts of parts over at most {most} levels.", most=MAX_LEVELS))
            return
        self._context.view.say(self.notice.text() if self.notice.isVisible() else "")
        super().accept()

    def _names_are_right(self) -> bool:
        known: set[str] = set()
        for room in self._rooms.values():
            name = room.name.casefold()
            if not name or name in known:
                twice = self.t("Two rooms are called “{name}”.", name=room.name)
                self._fill(room.id)
                self.say(twice if name else self.t("Each room needs a name."))
                self.page.name.setFocus()
                return False
            known.add(name)
        return True
