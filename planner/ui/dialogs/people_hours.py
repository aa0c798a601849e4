"""Edits the availability of the plan's people: a list beside the hours of one person."""

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from planner.model import Available, Person, Plan
from planner.model.agenda import on_day
from planner.model.availability import all_day, hours_by_day
from planner.model.edits import change_person
from planner.text import clock_range, date_brief, session_name
from planner.text.hours import spans_text
from planner.ui.dialogs.hours import HoursEditor
from planner.ui.dialogs.people_list import PeopleList
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.plain_text import Label
from planner.ui.widgets.two_line_delegate import BELOW

_ID = Qt.ItemDataRole.UserRole


class PeopleHoursDialog(Frame):
    """Edits hours of people; no hours mean always available. All edits are one undoable step."""

    typed_form = "hours"

    def __init__(self, context: WidgetContext, person: str = "", parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(t("When people are available"), t("Apply"), t, parent)
        plan = context.workspace.plan
        self._context, self._shown = context, ""
        self._available: dict[str, tuple[Available, ...]] = {person.id: person.available for person in plan.people}
        self.list = PeopleList(context)
        self.hours = HoursEditor(plan, t)
        self.name, self.needed = Label(), Label()
        self._lay_out()
        self.add_cancel()
        self._fill()
        self.list.currentItemChanged.connect(self._select_person)
        self.hours.changed.connect(lambda: self.say(""))
        self._show(person if person in plan.person_by_id else "")
        self.resize(820, 520)
        self.list.setFocus()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list.filter)
        left.addWidget(self.list, 1)
        self.name.setObjectName("title")
        self.needed.setObjectName("muted")
        for label in (self.name, self.needed):
            label.setWordWrap(True)
        card = QFrame()
        card.setObjectName("card")
        right = QVBoxLayout(card)
        right.setContentsMargins(16, 12, 16, 12)
        right.setSpacing(10)
        for widget in (self.name, self.hours, self.needed):
            right.addWidget(widget)
        right.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addLayout(left, 4)
        sides.addWidget(card, 7)
        self.body.addLayout(sides, 1)

    # The list: who contributes first, as their hours matter most

    def _fill(self) -> None:
        plan = self._context.workspace.plan
        busy = {contribution.person for session in plan.sessions for contribution in session.everyone()}
        for person in sorted(plan.people, key=lambda person: person.id not in busy):
            item = QListWidgetItem()
            item.setData(_ID, person.id)
            self._name(item, person)
            self.list.addItem(item)

    def _name(self, item: QListWidgetItem, person: Person) -> None:
        name = person.name or self.t("Person without a name")
        item.setText(", ".join(part for part in (name, person.organisation) if part))
        item.setData(BELOW, self._words(self._available[person.id]))

    def _words(self, available: tuple[Available, ...]) -> str:
        plan, t = self._context.workspace.plan, self.t
        if not available:
            return t("always available")
        known = hours_by_day(plan, available)
        days = [(day, known[day.id]) for day in plan.days if known.get(day.id)]
        return " · ".join(
            f"{date_brief(day.date, t)} {t('all day') if all_day(spans) else spans_text(spans)}" for day, spans in days
        )

    # The one that is shown

    def typed_entry(self) -> str:
        """Return the id of the shown person."""
        return self._shown

    def show_entry(self, entry: str) -> None:
        """Select a person by id, if they still exist."""
        if entry in self._available:
            self.list.setCurrentItem(self._item(entry))

    def _select_person(self, item: QListWidgetItem | None) -> None:
        """Show another person, unless the current hours are invalid."""
        if item is not None and self._keep():
            self._show(str(item.data(_ID)))
        elif self._shown:
            QTimer.singleShot(0, self, self._restore_selection)  # Qt has not yet selected the other one

    def _restore_selection(self) -> None:
        """Select the shown person in the list again."""
        with QSignalBlocker(self.list):
            self.list.setCurrentItem(self._item(self._shown), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _item(self, person: str) -> QListWidgetItem:
        items = [self.list.item(row) for row in range(self.list.count())]
        return next(item for item in items if item.data(_ID) == person)

    def _show(self, person: str) -> None:
        plan = self._context.workspace.plan
        if not plan.people:
            self.hours.setEnabled(False)
            self.name.setText(self.t("There is nobody in this plan yet."))
            return
        item = self._item(person) if person else self.list.item(0)
        with QSignalBlocker(self.list):
            self.list.setCurrentItem(item)
        self._shown = str(item.data(_ID))
        self.name.setText(plan.person_by_id[self._shown].name or self.t("Person without a name"))
        self.hours.show_hours(self._available[self._shown])
        self.needed.setText(self._wanted(plan))

    def _wanted(self, plan: Plan) -> str:
        """Return the sessions that the person contributes to, in words."""
        t, spans = self.t, self._context.problem_cache.index(plan).spans
        sessions = (session for day in plan.days for session in on_day(plan, day.id))
        lines = [
            f"{date_brief(plan.day_by_id[session.day or ''].date, t)} {clock_range(*spans[session.id])} "
            + session_name(plan, session, t)
            for session in sessions
            if any(contribution.person == self._shown for contribution in session.everyone())
        ]
        return "\n".join([t("Contributes to:"), *lines]) if lines else ""

    def _keep(self) -> bool:
        """Store the entered hours; show an error and return False if they are invalid."""
        if self._shown:
            try:
                self._available[self._shown] = self.hours.available()
            except ValueError as error:
                self.say(str(error))
                return False
            self._name(self._item(self._shown), self._context.workspace.plan.person_by_id[self._shown])
        self.say("")
        return True

    def accept(self) -> None:
        """Apply all hours as one step."""
        if not self._keep():
            return
        changed = dict(self._available)

        def edit(plan: Plan) -> Plan:
            for person, available in changed.items():
                if plan.person_by_id[person].available != available:
                    plan = change_person(plan, person, available=available)
            return plan

        self._context.workspace.apply(edit, self.t("Change when people are available"))
        super().accept()
