"""Edits one contribution to a session."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.fields.choices import AUDIENCES
from planner.model import Audience, Contribution, Role, Status
from planner.text import date_plain, role_name, status_name
from planner.text.times import parse_date
from planner.text.too_long import length_of, too_long
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.limit import LimitNotice, first_limit
from planner.ui.widgets.plain_text import Label

CONTRIBUTION: Final = "contribution"


class ContributionDialog(QDialog):
    """Asks for person, role, status and the date until which an answer is due."""

    typed_form = CONTRIBUTION

    def __init__(
        self, context: WidgetContext, contribution: Contribution, *, new: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        t = context.t
        self._context, self._before = context, contribution
        self.removed = False
        self.session = ""
        """The session of the contribution."""
        self.typed_form = CONTRIBUTION if new else f"{CONTRIBUTION} {contribution.id}"
        self.setWindowTitle(t("Add somebody") if new else t("Contributor"))
        self._person, self._role, self._status, self._audience = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self._label = QLineEdit(contribution.label)
        self._function = QLineEdit(contribution.function)
        self._organisation = QLineEdit(contribution.organisation)
        self._limits = {
            field: LimitNotice(field, length_of(Contribution, name, t))
            for name, field in (
                ("label", self._label),
                ("function", self._function),
                ("organisation", self._organisation),
            )
        }
        self._asked_on = QLineEdit(self._date(contribution.asked_on))
        self._answer_by = QLineEdit(self._date(contribution.answer_by))
        self._print_status = QCheckBox(t("Print “(invited)” after the name"))
        self._print_status.setChecked(contribution.print_status)
        self._error = Label()
        self._error.setObjectName("error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._fill()
        self._lay_out(new=new)

    def _fill(self) -> None:
        t, plan, contribution = self._context.t, self._context.workspace.plan, self._before
        self._person.addItem(t("Nobody yet, or only a label"), None)
        for person in plan.people:
            self._person.addItem(", ".join(part for part in (person.name, person.organisation) if part), person.id)
        self._person.setEditable(True)
        self._person.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for role in Role:
            self._role.addItem(role_name(role, t), role)
        for status in Status:
            self._status.addItem(status_name(status, t), status)
        for audience, words in AUDIENCES.items():
            self._audience.addItem(t(words), audience)
        for box, value in (
            (self._person, contribution.person),
            (self._role, contribution.role),
            (self._status, contribution.status),
            (self._audience, contribution.audience),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        if contribution.person is None and (line := self._person.lineEdit()) is not None:
            line.clear()  # so that a name can be typed at once
            line.setPlaceholderText(self._person.itemText(0))

    def _lay_out(self, *, new: bool) -> None:
        t = self._context.t
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(t("&Person"), self._person)
        if (line := self._person.lineEdit()) is not None:
            for widget in (self._person, line):
                widget.setAccessibleName(t("&Person").replace("&", ""))
            form.addRow("", LimitNotice(line, self._name_objection))
        for words, field in (
            (t("Printed &name"), self._label),
            (t("&Function"), self._function),
            (t("&Organisation"), self._organisation),
        ):
            field.setAccessibleName(words.replace("&", ""))
            form.addRow(words, field)
            form.addRow("", self._limits[field])
        form.addRow(t("&Role"), self._role)
        form.addRow(t("&Status"), self._status)
        form.addRow(t("&Asked on"), self._asked_on)
        form.addRow(t("Answer &by"), self._answer_by)
        form.addRow("", self._print_status)
        form.addRow(t("&Who may see it"), self._audience)
        self._label.setPlaceholderText(t("Empty: the person’s name, or N. N."))
        for field, words in ((self._asked_on, t("&Asked on")), (self._answer_by, t("Answer &by"))):
            field.setAccessibleName(words.replace("&", ""))
            field.setPlaceholderText(self._date(date(2017, 5, 12)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(t("OK"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(t("Cancel"))
        fields = {"person": self._person, "label": self._label, "function": self._function}
        fields |= {"organisation": self._organisation, "asked": self._asked_on, "answer": self._answer_by}
        for name, field in fields.items():
            identify(field, name)
        self._hours = QPushButton(t("A&vailability …"))
        self._hours.setToolTip(t("When this person is available"))
        self._hours.setAutoDefault(False)
        self._hours.clicked.connect(self._ask_hours)
        self._person.currentTextChanged.connect(self._show_hours)
        self._show_hours()
        form.addRow("", self._hours)
        if not new:
            remove = QPushButton(t("Remove"))
            remove.clicked.connect(self._remove)
            buttons.addButton(remove, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.accepted.connect(self._check)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._error)
        layout.addWidget(buttons)
        self.setMinimumWidth(460)

    def typed_entry(self) -> str:
        """Return the id of the session."""
        return self.session

    def _show_hours(self) -> None:
        """Enable the hours only for a person of the plan."""
        self._hours.setEnabled(self._chosen_person()[0] is not None)

    def _ask_hours(self) -> None:
        """Edit the hours of the chosen person, as a separate undoable step."""
        from planner.ui.dialogs.people_hours import PeopleHoursDialog

        dialog = PeopleHoursDialog(self._context, self._chosen_person()[0] or "", self)
        dialog.exec()
        dialog.deleteLater()

    def contribution(self) -> Contribution:
        """Return the contribution as it was entered."""
        person, unknown = self._chosen_person()
        return self._before.changed(
            person=person,
            label=self._label.text() or unknown,
            function=self._function.text(),
            organisation=self._organisation.text(),
            role=Role(self._role.currentData()),
            status=Status(self._status.currentData()),
            audience=Audience(self._audience.currentData()),
            asked_on=self._read(self._asked_on),
            answer_by=self._read(self._answer_by),
            print_status=self._print_status.isChecked(),
        )

    def _chosen_person(self) -> tuple[str | None, str]:
        """Return the person's id and "", or None and the typed name of somebody who is not in the plan."""
        identify = self._person.currentText().strip()
        place = self._person.findText(identify, Qt.MatchFlag.MatchFixedString)
        names = [
            person.id for person in self._context.workspace.plan.people if person.name.casefold() == identify.casefold()
        ]
        if place < 0 and len(names) == 1:
            return names[0], ""
        return (self._person.itemData(place), "") if place >= 0 else (None, identify)

    def _name_objection(self, _text: str) -> str:
        """Return by how much a name is too long as a printed label; empty for people of the plan."""
        return too_long(Contribution, "label", self._context.t, self._chosen_person()[1])

    def _check(self) -> None:
        if (limit := first_limit(self)) is not None:
            self._refuse(limit.named, limit.field)
            return
        for field in (self._asked_on, self._answer_by):
            if field.text().strip() and self._read(field) is None:
                sentence = self._context.t(
                    "“{text}” is not a date. Write it like {example}.",
                    text=field.text()[:60],
                    example=self._date(date(2017, 5, 12)),
                )
                self._refuse(sentence, field)
                return
        self.accept()

    def _refuse(self, sentence: str, field: QWidget) -> None:
        self._error.setText(sentence)
        self._error.show()
        field.setFocus()

    def _remove(self) -> None:
        self.removed = True
        self.accept()

    def _read(self, field: QLineEdit) -> date | None:
        return parse_date(field.text(), self._context.t)

    def _date(self, value: date | None) -> str:
        return "" if value is None else date_plain(value, self._context.t)
