"""Asks which person to delete for good, and lists what is deleted and what stays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from planner.model import Person
from planner.text import subject_name
from planner.ui.dialogs.people_list import PeopleList
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.plain_text import Label
from planner.ui.widgets.two_line_delegate import BELOW

_ID = Qt.ItemDataRole.UserRole


class ForgetPersonDialog(Frame):
    """Nobody is preselected and no key deletes directly, since this is the one step that cannot be undone."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(t("Delete a person for good"), t("Delete for good"), t, parent)
        self._context = context
        self.list = PeopleList(context)
        self.sentence = Label()
        self.sentence.setWordWrap(True)
        self.sentence.setMinimumHeight(self.sentence.fontMetrics().lineSpacing() * 7)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list.filter)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.sentence)
        self.add_cancel()
        for button in (self.ok, self.cancel):
            button.setDefault(button is self.cancel)
            button.setAutoDefault(False)
        for person in context.workspace.plan.people:
            self._add(person)
        self.list.filter.textChanged.connect(self._let_go)
        self.list.itemSelectionChanged.connect(self._tell)
        self._tell()
        self.resize(520, 560)

    def person(self) -> str:
        """Return the id of the chosen person; empty if nobody is."""
        chosen = [item for item in self.list.selectedItems() if not item.isHidden()]
        return str(chosen[0].data(_ID)) if chosen else ""

    def _add(self, person: Person) -> None:
        plan, t = self._context.workspace.plan, self.t
        name = subject_name(plan, person.id, t)
        item = QListWidgetItem(", ".join(part for part in (name, person.organisation) if part))
        item.setData(_ID, person.id)
        number = self._sessions(person.id)
        words = t.count("contributes to {number} session", "contributes to {number} sessions", number)
        item.setData(BELOW, words if number else t("does not contribute to any session"))
        self.list.addItem(item)

    def _sessions(self, person: str) -> int:
        sessions = self._context.workspace.plan.sessions
        return sum(any(contribution.person == person for contribution in session.everyone()) for session in sessions)

    def _let_go(self) -> None:
        """Clear the choice of a person who is filtered out."""
        if self.list.selectedItems() and not self.person():
            self.list.clearSelection()
        self._tell()

    def _tell(self) -> None:
        person, t = self.person(), self.t
        self.ok.setEnabled(bool(person))
        if not person:
            self.sentence.setText(t("Choose who is to be deleted; the consequences are shown here."))
            return
        lines = (
            t(
                "{name} is removed from the plan, from every earlier version on this computer and "
                "from the backups kept there in case of a crash. Where the person contributes, the "
                "place becomes open.",
                name=subject_name(self._context.workspace.plan, person, t),
            ),
            t("Neither this nor any step before it can be undone."),
            t(
                "The plan’s own file keeps the name until you save. Copies, printed papers and "
                "e-mails already sent keep it."
            ),
        )
        self.sentence.setText("\n".join(lines))
