"""The dialogs that open from a cell: several rooms for a session, and its contributors."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from planner.model import Plan
from planner.text import room_name, session_name
from planner.ui.inspector.people import PeopleBox
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.plain_text import Label, on_title
from planner.workspace import State

ROW: Final = 26


class SessionRoomsDialog(QDialog):
    """Selects several rooms; their places add up."""

    def __init__(self, context: WidgetContext, taken: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t, plan = context.t, context.workspace.plan
        self.setWindowTitle(t("Several rooms"))
        self._rooms = QListWidget()
        self._rooms.setAccessibleName(t("Rooms"))
        for room in sorted(plan.rooms, key=lambda room: taken.index(room.id) if room.id in taken else len(taken)):
            item = QListWidgetItem(room_name(plan, room.id, t))
            item.setData(Qt.ItemDataRole.UserRole, room.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if room.id in taken else Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, ROW))
            self._rooms.addItem(item)
        self._rooms.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(t("OK"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(t("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(Label(t("The places of all ticked rooms add up.")))
        layout.addWidget(self._rooms)
        layout.addWidget(buttons)
        self.setMinimumWidth(320)

    def rooms(self) -> tuple[str, ...]:
        """Return the ids of the ticked rooms."""
        items = (self._rooms.item(row) for row in range(self._rooms.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == Qt.CheckState.Checked
        )


class SessionPeopleDialog(QDialog):
    """Adds, changes and removes contributors of a session; each change is a separate undoable step."""

    def __init__(self, context: WidgetContext, session: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._people = PeopleBox(context, self._apply)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(context.t("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._people)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumSize(380, 200)
        end = context.workspace.listen(self.show_state)
        self.finished.connect(end)
        self.destroyed.connect(end)  # for example while the window is rebuilt in other colours

    def show_state(self, _before: State | None, after: State) -> None:
        """Show what the plan says of the session."""
        session = after.plan.session_by_id.get(self._session)
        if session is None:
            self.reject()
            return
        title = session_name(after.plan, session, self._context.t)
        self.setWindowTitle(on_title(self._context.t("Contributors: {session}", session=title)))
        self._people.show_session(session)

    def _apply(self, edit: Callable[[Plan, str], Plan], words: str) -> None:
        plan, t = self._context.workspace.plan, self._context.t
        session = plan.session_by_id[self._session]
        name = t(words, session=session_name(plan, session, t))
        self._context.workspace.apply(lambda plan: edit(plan, session.id), name)
